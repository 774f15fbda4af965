import type { MailWords } from '../../language.ts';
import { agreement } from './agreement.ts';
import { claims } from './claims.ts';
import { payments } from './payments.ts';
import { settlement } from './settlement.ts';

export const units: MailWords['units'] = {
  agreement: {
    signed: {
      ...agreement.signed,
      firstGoes: (payBy) =>
        `Den første delen føres til enheten din${payBy === undefined ? '' : `, senest ${payBy}`}. Du får en e-post når økonomisystemet har fått bilaget, og en til når det er ført.`,
    },
  },
  payments: {
    labels: { ...payments.labels, toAccount: 'Til enheten' },
    approval: {
      ...payments.approval,
      above: (amount) => `Utbetalinger over ${amount} skal frigis av en annen person før økonomisystemet får dem.`,
    },
    instructed: {
      ...payments.instructed,
      heading: 'Stipendet er på vei til enheten din',
      told: () => 'Økonomisystemet har fått bilaget som fører stipendet til enheten din.',
      todo: 'Ingenting. Pengene går til enheten din, ikke til deg.',
    },
    booked: {
      subject: (amount) => `Betalt til enheten din: ${amount} av Erasmus+-stipendet`,
      heading: 'Stipendet er betalt til enheten din',
      paid: (_what, day) => `Økonomisystemet har ført det til enheten din${day === undefined ? '' : ` ${day}`}.`,
      todo: 'Ingenting.',
    },
    silent: {
      subject: (payment) => `Ingen melding fra økonomisystemet om bilag ${payment}`,
      heading: 'Økonomisystemet har ikke meldt noe om et bilag',
      silence:
        'Dette bilaget er levert til økonomisystemet, og ingen kvittering sier om det er ført eller avvist. Det tolkes ikke som noen av delene: Betalingen står åpen og sendes ikke på nytt.',
      handedOver: 'Levert til økonomisystemet',
      file: 'Fil',
      todo: 'Spør hva som ble av det. Kvitteringen leses så snart den kommer; ingenting annet må tastes inn.',
    },
    task: {
      ...payments.task,
      kinds: {
        ...payments.task.kinds,
        'amount-differs': 'Økonomisystemet har ført et annet beløp enn vi ga oppdrag om',
        'booked-again': 'Økonomisystemet har ført et bilag for andre gang, på en annen dag',
        'payment-refused': 'Økonomisystemet avviste et bilag, og det skyldes ikke koststedet',
        'rejected-after-booking': 'Økonomisystemet avviser et bilag som det har ført',
        'rejected-after-settlement': 'Økonomisystemet avviser et bilag som det har meldt ført',
        'returned-again': 'Økonomisystemet har tilbakeført et bilag for andre gang, på en annen dag',
        'returned-amount-differs': 'Et annet beløp ble tilbakeført enn det som var ført',
        'settled-although-rejected': 'Økonomisystemet melder et bilag ført som det hadde avvist',
      },
      facts: {
        ...payments.task.facts,
        detail: 'Økonomisystemet melder',
        reference: 'Økonomisystemets referanse',
      },
      todo: 'Sammenlign saken med regnskapet, og avklar forskjellen med dem som fører det.',
    },
    needed: {
      ...payments.needed,
      subject: 'Koststedet til enheten din virket ikke: vi trenger et annet',
      refused: 'Bilaget ble avvist',
      returned: 'Bilaget ble tilbakeført',
      why: (returned, reason) =>
        `Økonomisystemet har ${returned ? 'tilbakeført' : 'avvist'} bilaget fordi ${reason}. Pengene er trygge, og betales på nytt så snart vi har et koststed som virker.`,
      account: 'Koststedet som ikke virket',
      todo: 'Spør enheten om et annet koststed, og oppgi det på siden din. En annen person ser på det før penger går dit.',
      action: 'Oppgi et annet koststed',
    },
    accountApproval: {
      ...payments.accountApproval,
      subject: (name) => `Et nytt koststed venter på godkjenning fra en annen person: ${name}`,
      heading: 'Et nytt koststed venter på godkjenning fra en annen person',
      given: 'Deltakeren har oppgitt et annet koststed, med en kode sendt til e-postadressen vi har registrert.',
      old: 'Gammelt koststed',
      new: 'Nytt koststed',
      decided: 'Det er avgjort i mellomtiden.',
      todo: 'Forsikre deg om at det er enhetens koststed, for eksempel med økonomiavdelingens liste, og godkjenn eller avvis det.',
      action: 'Se på det nye koststedet',
    },
    accountApproved: {
      subject: 'Det nye koststedet er godkjent',
      heading: 'Det nye koststedet er godkjent',
      account: 'Koststed',
      next: 'Det som er til gode, føres nå dit, med et nytt bilag.',
      todo: 'Ingenting.',
    },
    accountRefused: {
      subject: 'Det nye koststedet ble ikke godkjent',
      heading: 'Det nye koststedet ble ikke godkjent',
      refused:
        'Den som kontrollerer endrede koststeder, har ikke godkjent koststedet du oppga. Ingen penger har gått dit.',
      todo: 'Oppgi et annet koststed på siden din, eller svar på denne e-posten for å få vite hvorfor det ikke ble godkjent.',
    },
    late: {
      ...payments.late,
      todo: 'Finn ut hva som holder utbetalingen igjen: en godkjenning, et koststed som ikke virker, eller en kvittering fra økonomisystemet.',
    },
  },
  settlement: {
    balance: {
      ...settlement.balance,
      subject: (amount) => `Endelig beregning: enheten din får ${amount} til`,
      heading: (amount) => `Enheten din får ${amount} til`,
      next: (payBy) => `Resten føres til enheten din${payBy === undefined ? '' : ` senest ${payBy}`}.`,
    },
    settled: {
      ...settlement.settled,
      next: () => 'Enheten din har fått nøyaktig det stipendet utgjør.',
    },
    recovery: {
      subject: (amount) => `Endelig beregning: ${amount} føres tilbake fra enheten din`,
      heading: (amount) => `${amount} føres tilbake fra enheten din`,
      next: () =>
        'Et bilag i regnskapet fører det tilbake fra enheten din. Du skylder ingenting og trenger ikke gjøre noe.',
      todo: 'Ingenting. Kontroller beregningen; svar på denne e-posten hvis noe er feil.',
    },
    account: { ...settlement.account, paid: 'Betalt til enheten din', repaid: 'Ført tilbake fra enheten din' },
  },
  claims: {
    demandApproval: {
      ...claims.demandApproval,
      subject: (amount) => `Tilbakeføring av ${amount} fra en enhet venter på godkjenning fra en annen person`,
      heading: 'Tilbakeføring fra en enhet venter på godkjenning fra en annen person',
      why: 'Enheten har fått for mye. Et bilag fører det tilbake; den ansatte får ikke noe krav.',
      entitled: 'Det stipendet utgjør',
      demanded: 'Dette føres tilbake',
      todo: 'Kontroller beregningen, og la bilaget bli laget hvis den er riktig.',
      action: 'Se på bilaget',
    },
  },
};
