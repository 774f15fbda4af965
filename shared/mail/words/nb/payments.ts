import type { MailWords } from '../../language.ts';

export const payments: MailWords['payments'] = {
  labels: {
    payment: 'Betaling',
    amount: 'Beløp',
    exchangeRate: 'Valutakurs',
    toAccount: 'Til konto',
  },
  approval: {
    subject: (amount) => `En utbetaling på ${amount} venter på godkjenning fra en annen person`,
    heading: 'En utbetaling venter på godkjenning fra en annen person',
    above: (amount) => `Utbetalinger over ${amount} skal frigis av en annen person før banken får dem.`,
    todo: 'Sammenlign utbetalingen med beregningen, og frigi den hvis den er riktig. Den går med neste betalingskjøring.',
    action: 'Se på utbetalingen',
  },
  instructed: {
    subject: (amount) => `På vei: ${amount} av Erasmus+-stipendet ditt`,
    heading: 'Pengene er på vei',
    told: (what, day) =>
      `Banken har fått beskjed om å betale ${what}. ${day === undefined ? 'Pengene er vanligvis på kontoen innen to bankdager.' : `Pengene skal være på kontoen ${day}.`}`,
    todo: 'Ingenting. Er kontoen feil, svar på denne e-posten med en gang.',
  },
  booked: {
    subject: (amount) => `Utbetalt: ${amount} av Erasmus+-stipendet ditt`,
    heading: 'Pengene er utbetalt',
    paid: (what, day) => `Banken har betalt ${what}${day === undefined ? '' : ` ${day}`}.`,
    todo: 'Se på kontoen din. Er pengene ikke der innen tre bankdager, svar på denne e-posten.',
  },
  silent: {
    subject: (payment) => `Ingen melding fra banken om betaling ${payment}`,
    heading: 'Banken har ikke meldt noe om en betaling',
    silence:
      'Denne betalingen er levert til banken, og banken har verken meldt at den er utført eller at den er avvist. At banken tier, tolkes ikke som noen av delene: Betalingen står åpen og sendes ikke på nytt.',
    handedOver: 'Levert til banken',
    file: 'Fil',
    todo: 'Spør banken hva som har skjedd med betalingen. Meldingen fra banken (pain.002 eller camt.054) leses så snart den kommer; ingenting annet må tastes inn.',
  },
  task: {
    subject: (what) => `Se på en betaling: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    kinds: {
      'amount-differs': 'Banken har bokført et annet beløp enn vi ga oppdrag om',
      'books-differ': 'En sak og regnskapet for den stemmer ikke overens',
      'budget-overdrawn': 'Et sluttoppgjør krever mer enn det som er igjen av budsjettet',
      'booked-again': 'Banken har bokført en betaling for andre gang, på en annen dag',
      'payment-refused': 'En betaling mislyktes, og det skyldes ikke kontoen til mottakeren',
      'rejected-after-booking': 'Banken avviser en betaling som den har bokført',
      'rejected-after-settlement': 'Banken avviser en betaling som den har meldt gjort opp',
      'repaid-in-other-currency': 'En tilbakebetaling kom i en annen valuta',
      'return-silent': 'Banken har ikke meldt hva som ble av tilbakeføringen av et overskytende beløp',
      'returned-again': 'Banken har gitt en betaling tilbake for andre gang, på en annen dag',
      'returned-amount-differs': 'Et annet beløp kom tilbake enn det som ble betalt',
      'reversal-refused': 'Økonomisystemet avviste et bilag som fører penger tilbake fra en enhet',
      'reversal-silent': 'Ingen kvittering sier hva som ble av et bilag som fører penger tilbake fra en enhet',
      'settled-although-rejected': 'Banken melder en betaling gjort opp som den hadde avvist',
    },
    unknown: (kind) => `Noe som ingen regel avgjør, har skjedd: ${kind}`,
    noRule: 'Ingen regel avgjør dette, så ingenting er bokført på grunn av det. En person må se på det.',
    refused: (reason) => `Den mislyktes fordi ${reason}.`,
    facts: {
      payment: 'Betaling',
      detail: 'Banken melder',
      kid: 'KID',
      reference: 'Bankens referanse',
      credit: 'Godskrevet',
      excess: 'For mye',
      call: 'Utlysning',
      tranche: 'Transje',
      short: 'Mangler i budsjettet',
      sentence: 'Dette stemmer ikke',
    },
    todo: 'Sammenlign saken med kontoutskriften fra banken, og avklar forskjellen med banken eller deltakeren.',
  },
  needed: {
    subject: 'Bankkontoen din virket ikke: vi trenger en annen',
    refused: 'Banken kunne ikke betale deg',
    returned: 'Pengene dine kom tilbake til oss',
    why: (returned, reason, institution) =>
      `${returned ? 'Mottakerbanken har sendt pengene tilbake' : 'Banken har avvist betalingen'} fordi ${reason}. Pengene er trygge hos ${institution}, og betales på nytt så snart vi har en konto som virker.`,
    account: 'Kontoen som ikke virket',
    todo: 'Oppgi en annen konto på siden din. Du blir bedt om en kode som kommer på e-post, og en annen person ved institusjonen ser på endringen før penger går dit.',
    action: 'Oppgi en annen konto',
  },
  accountApproval: {
    subject: (name) => `En ny bankkonto venter på godkjenning fra en annen person: ${name}`,
    heading: 'En ny bankkonto venter på godkjenning fra en annen person',
    given: 'Deltakeren har oppgitt en annen konto, med en kode sendt til e-postadressen vi har registrert.',
    old: 'Gammel konto',
    new: 'Ny konto',
    decided: 'Den er avgjort i mellomtiden.',
    at: 'Oppgitt',
    todo: 'Forsikre deg om at det virkelig var deltakeren, for eksempel på telefon, og godkjenn eller avvis så kontoen. Å endre kontoen er den vanligste måten å stjele en utbetaling på.',
    action: 'Se på den nye kontoen',
  },
  accountApproved: {
    subject: 'Den nye bankkontoen din er godkjent',
    heading: 'Den nye kontoen din er godkjent',
    account: 'Konto',
    next: 'Det du har til gode, betales nå dit, med en ny betaling.',
    todo: 'Ingenting. Hvis det ikke var du som oppga denne kontoen, svar på denne e-posten med en gang.',
  },
  accountRefused: {
    subject: 'Den nye bankkontoen din ble ikke godkjent',
    heading: 'Den nye kontoen din ble ikke godkjent',
    refused: 'Den som kontrollerer endrede kontoer, har ikke godkjent kontoen du oppga. Ingen penger har gått dit.',
    todo: 'Oppgi en annen konto på siden din, eller svar på denne e-posten for å få vite hvorfor den ikke ble godkjent.',
  },
  late: {
    first: {
      subject: 'Forsinket: en første utbetaling er ikke betalt i tide',
      heading: 'En første utbetaling er forsinket',
      promised: (days) =>
        `Stipendavtalen lover første utbetaling innen ${days} dager etter at begge har signert, eller senest når oppholdet begynner, hvis det er tidligere.`,
    },
    balance: {
      subject: 'Forsinket: en sluttutbetaling er ikke betalt i tide',
      heading: 'En sluttutbetaling er forsinket',
      promised: (days) =>
        `Stipendavtalen lover sluttutbetalingen, eller et krav om tilbakebetaling, innen ${days} dager etter at deltakeren har bedt om den.`,
    },
    due: 'Frist var',
    todo: 'Finn ut hva som holder utbetalingen igjen: en godkjenning, en konto som ikke virker, eller en melding som banken skylder.',
  },
};
