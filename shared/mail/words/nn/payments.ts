import type { MailWords } from '../../language.ts';

export const payments: MailWords['payments'] = {
  labels: {
    payment: 'Betaling',
    amount: 'Beløp',
    exchangeRate: 'Valutakurs',
    toAccount: 'Til konto',
  },
  approval: {
    subject: (amount) => `Ei utbetaling på ${amount} ventar på godkjenning frå ein annan person`,
    heading: 'Ei utbetaling ventar på godkjenning frå ein annan person',
    above: (amount) => `Utbetalingar over ${amount} skal frigjevast av ein annan person før banken får dei.`,
    todo: 'Samanlikn utbetalinga med utrekninga, og frigje ho om ho er rett. Ho går med neste betalingskøyring.',
    action: 'Sjå på utbetalinga',
  },
  instructed: {
    subject: (amount) => `På veg: ${amount} av Erasmus+-stipendet ditt`,
    heading: 'Pengane er på veg',
    told: (what, day) =>
      `Banken har fått beskjed om å betale ${what}. ${day === undefined ? 'Pengane er vanlegvis på kontoen innan to bankdagar.' : `Pengane skal vere på kontoen ${day}.`}`,
    todo: 'Ingenting. Er kontoen feil, svar på denne e-posten med ein gong.',
  },
  booked: {
    subject: (amount) => `Utbetalt: ${amount} av Erasmus+-stipendet ditt`,
    heading: 'Pengane er utbetalte',
    paid: (what, day) => `Banken har betalt ${what}${day === undefined ? '' : ` ${day}`}.`,
    todo: 'Sjå på kontoen din. Er pengane ikkje der innan tre bankdagar, svar på denne e-posten.',
  },
  silent: {
    subject: (payment) => `Inga melding frå banken om betaling ${payment}`,
    heading: 'Banken har ikkje meldt noko om ei betaling',
    silence:
      'Denne betalinga er levert til banken, og banken har verken meldt at ho er utført eller at ho er avvist. At banken teier, blir ikkje tolka som nokon av delane: Betalinga står open og blir ikkje send på nytt.',
    handedOver: 'Levert til banken',
    file: 'Fil',
    todo: 'Spør banken kva som har skjedd med betalinga. Meldinga frå banken (pain.002 eller camt.054) blir lesen så snart ho kjem; ingenting anna må tastast inn.',
  },
  task: {
    subject: (what) => `Sjå på ei betaling: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    kinds: {
      'amount-differs': 'Banken har bokført eit anna beløp enn vi gav oppdrag om',
      'books-differ': 'Ei sak og rekneskapen for ho stemmer ikkje overeins',
      'budget-overdrawn': 'Eit sluttoppgjer krev meir enn det som er att av budsjettet',
      'booked-again': 'Banken har bokført ei betaling for andre gong, på ein annan dag',
      'payment-refused': 'Ei betaling gjekk ikkje, og det kjem ikkje av kontoen til mottakaren',
      'rejected-after-booking': 'Banken avviser ei betaling som han har bokført',
      'rejected-after-settlement': 'Banken avviser ei betaling som han har meldt gjord opp',
      'repaid-in-other-currency': 'Ei tilbakebetaling kom i ein annan valuta',
      'return-silent': 'Banken har ikkje meldt kva som vart av tilbakeføringa av eit overskytande beløp',
      'returned-again': 'Banken har gitt ei betaling tilbake for andre gong, på ein annan dag',
      'returned-amount-differs': 'Eit anna beløp kom tilbake enn det som vart betalt',
      'reversal-refused': 'Økonomisystemet avviste eit bilag som fører pengar tilbake frå ei eining',
      'reversal-silent': 'Inga kvittering seier kva som vart av eit bilag som fører pengar tilbake frå ei eining',
      'settled-although-rejected': 'Banken melder ei betaling gjord opp som han hadde avvist',
    },
    unknown: (kind) => `Noko som ingen regel avgjer, har hendt: ${kind}`,
    noRule: 'Ingen regel avgjer dette, så ingenting er bokført på grunn av det. Ein person må sjå på det.',
    refused: (reason) => `Ho gjekk ikkje fordi ${reason}.`,
    facts: {
      payment: 'Betaling',
      detail: 'Banken melder',
      kid: 'KID',
      reference: 'Referansen til banken',
      credit: 'Godskrive',
      excess: 'For mykje',
      call: 'Utlysing',
      tranche: 'Transje',
      short: 'Manglar i budsjettet',
      sentence: 'Dette stemmer ikkje',
    },
    todo: 'Samanlikn saka med kontoutskrifta frå banken, og avklar skilnaden med banken eller deltakaren.',
  },
  needed: {
    subject: 'Bankkontoen din verka ikkje: vi treng ein annan',
    refused: 'Banken kunne ikkje betale deg',
    returned: 'Pengane dine kom tilbake til oss',
    why: (returned, reason, institution) =>
      `${returned ? 'Mottakarbanken har sendt pengane tilbake' : 'Banken har avvist betalinga'} fordi ${reason}. Pengane er trygge hos ${institution}, og blir betalte på nytt så snart vi har ein konto som verkar.`,
    account: 'Kontoen som ikkje verka',
    todo: 'Oppgi ein annan konto på sida di. Du blir beden om ein kode som kjem på e-post, og ein annan person ved institusjonen ser på endringa før pengar går dit.',
    action: 'Oppgi ein annan konto',
  },
  accountApproval: {
    subject: (name) => `Ein ny bankkonto ventar på godkjenning frå ein annan person: ${name}`,
    heading: 'Ein ny bankkonto ventar på godkjenning frå ein annan person',
    given: 'Deltakaren har oppgitt ein annan konto, med ein kode send til e-postadressa vi har registrert.',
    old: 'Gammal konto',
    new: 'Ny konto',
    decided: 'Han er avgjord i mellomtida.',
    at: 'Oppgitt',
    todo: 'Forsikre deg om at det verkeleg var deltakaren, til dømes på telefon, og godkjenn eller avvis så kontoen. Å endre kontoen er den vanlegaste måten å stele ei utbetaling på.',
    action: 'Sjå på den nye kontoen',
  },
  accountApproved: {
    subject: 'Den nye bankkontoen din er godkjend',
    heading: 'Den nye kontoen din er godkjend',
    account: 'Konto',
    next: 'Det du har til gode, blir no betalt dit, med ei ny betaling.',
    todo: 'Ingenting. Viss det ikkje var du som oppgav denne kontoen, svar på denne e-posten med ein gong.',
  },
  accountRefused: {
    subject: 'Den nye bankkontoen din vart ikkje godkjend',
    heading: 'Den nye kontoen din vart ikkje godkjend',
    refused: 'Den som kontrollerer endra kontoar, har ikkje godkjent kontoen du oppgav. Ingen pengar har gått dit.',
    todo: 'Oppgi ein annan konto på sida di, eller svar på denne e-posten for å få vite kvifor han ikkje vart godkjend.',
  },
  late: {
    first: {
      subject: 'Forseinka: ei første utbetaling er ikkje betalt i tide',
      heading: 'Ei første utbetaling er forseinka',
      promised: (days) =>
        `Stipendavtalen lovar første utbetaling innan ${days} dagar etter at begge har signert, eller seinast når opphaldet tek til, viss det er tidlegare.`,
    },
    balance: {
      subject: 'Forseinka: ei sluttutbetaling er ikkje betalt i tide',
      heading: 'Ei sluttutbetaling er forseinka',
      promised: (days) =>
        `Stipendavtalen lovar sluttutbetalinga, eller eit krav om tilbakebetaling, innan ${days} dagar etter at deltakaren har bede om ho.`,
    },
    due: 'Fristen var',
    todo: 'Finn ut kva som held utbetalinga att: ei godkjenning, ein konto som ikkje verkar, eller ei melding som banken skuldar.',
  },
};
