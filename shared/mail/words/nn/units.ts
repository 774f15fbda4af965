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
        `Den første delen blir ført til eininga di${payBy === undefined ? '' : `, seinast ${payBy}`}. Du får ein e-post når økonomisystemet har fått bilaget, og ein til når det er ført.`,
    },
  },
  payments: {
    labels: { ...payments.labels, toAccount: 'Til eininga' },
    approval: {
      ...payments.approval,
      above: (amount) => `Utbetalingar over ${amount} skal frigjevast av ein annan person før økonomisystemet får dei.`,
    },
    instructed: {
      ...payments.instructed,
      heading: 'Stipendet er på veg til eininga di',
      told: () => 'Økonomisystemet har fått bilaget som fører stipendet til eininga di.',
      todo: 'Ingenting. Pengane går til eininga di, ikkje til deg.',
    },
    booked: {
      subject: (amount) => `Betalt til eininga di: ${amount} av Erasmus+-stipendet`,
      heading: 'Stipendet er betalt til eininga di',
      paid: (_what, day) => `Økonomisystemet har ført det til eininga di${day === undefined ? '' : ` ${day}`}.`,
      todo: 'Ingenting.',
    },
    silent: {
      subject: (payment) => `Inga melding frå økonomisystemet om bilag ${payment}`,
      heading: 'Økonomisystemet har ikkje meldt noko om eit bilag',
      silence:
        'Dette bilaget er levert til økonomisystemet, og inga kvittering seier om det er ført eller avvist. Det blir ikkje tolka som nokon av delane: Betalinga står open og blir ikkje send på nytt.',
      handedOver: 'Levert til økonomisystemet',
      file: 'Fil',
      todo: 'Spør kva som vart av det. Kvitteringa blir lesen så snart ho kjem; ingenting anna må tastast inn.',
    },
    task: {
      ...payments.task,
      kinds: {
        ...payments.task.kinds,
        'amount-differs': 'Økonomisystemet har ført eit anna beløp enn vi gav oppdrag om',
        'booked-again': 'Økonomisystemet har ført eit bilag for andre gong, på ein annan dag',
        'payment-refused': 'Økonomisystemet avviste eit bilag, og det kjem ikkje av koststaden',
        'rejected-after-booking': 'Økonomisystemet avviser eit bilag som det har ført',
        'rejected-after-settlement': 'Økonomisystemet avviser eit bilag som det har meldt ført',
        'returned-again': 'Økonomisystemet har ført eit bilag tilbake for andre gong, på ein annan dag',
        'returned-amount-differs': 'Eit anna beløp vart ført tilbake enn det som var ført',
        'settled-although-rejected': 'Økonomisystemet melder eit bilag ført som det hadde avvist',
      },
      facts: {
        ...payments.task.facts,
        detail: 'Økonomisystemet melder',
        reference: 'Referansen til økonomisystemet',
      },
      todo: 'Samanlikn saka med rekneskapen, og avklar skilnaden med dei som fører han.',
    },
    needed: {
      ...payments.needed,
      subject: 'Koststaden til eininga di verka ikkje: vi treng ein annan',
      refused: 'Bilaget vart avvist',
      returned: 'Bilaget vart ført tilbake',
      why: (returned, reason) =>
        `Økonomisystemet har ${returned ? 'ført tilbake' : 'avvist'} bilaget fordi ${reason}. Pengane er trygge, og blir betalte på nytt så snart vi har ein koststad som verkar.`,
      account: 'Koststaden som ikkje verka',
      todo: 'Spør eininga om ein annan koststad, og oppgi han på sida di. Ein annan person ser på han før pengar går dit.',
      action: 'Oppgi ein annan koststad',
    },
    accountApproval: {
      ...payments.accountApproval,
      subject: (name) => `Ein ny koststad ventar på godkjenning frå ein annan person: ${name}`,
      heading: 'Ein ny koststad ventar på godkjenning frå ein annan person',
      given: 'Deltakaren har oppgitt ein annan koststad, med ein kode send til e-postadressa vi har registrert.',
      old: 'Gammal koststad',
      new: 'Ny koststad',
      todo: 'Forsikre deg om at det er koststaden til eininga, til dømes med lista til økonomiavdelinga, og godkjenn eller avvis han.',
      action: 'Sjå på den nye koststaden',
    },
    accountApproved: {
      subject: 'Den nye koststaden er godkjend',
      heading: 'Den nye koststaden er godkjend',
      account: 'Koststad',
      next: 'Det som er til gode, blir no ført dit, med eit nytt bilag.',
      todo: 'Ingenting.',
    },
    accountRefused: {
      subject: 'Den nye koststaden vart ikkje godkjend',
      heading: 'Den nye koststaden vart ikkje godkjend',
      refused:
        'Den som kontrollerer endra koststader, har ikkje godkjent koststaden du oppgav. Ingen pengar har gått dit.',
      todo: 'Oppgi ein annan koststad på sida di, eller svar på denne e-posten for å få vite kvifor han ikkje vart godkjend.',
    },
    late: {
      ...payments.late,
      todo: 'Finn ut kva som held utbetalinga att: ei godkjenning, ein koststad som ikkje verkar, eller ei kvittering frå økonomisystemet.',
    },
  },
  settlement: {
    balance: {
      ...settlement.balance,
      subject: (amount) => `Endeleg utrekning: eininga di får ${amount} til`,
      heading: (amount) => `Eininga di får ${amount} til`,
      next: (payBy) => `Resten blir ført til eininga di${payBy === undefined ? '' : ` seinast ${payBy}`}.`,
    },
    settled: {
      ...settlement.settled,
      next: () => 'Eininga di har fått nøyaktig det stipendet utgjer.',
    },
    recovery: {
      subject: (amount) => `Endeleg utrekning: ${amount} blir ført tilbake frå eininga di`,
      heading: (amount) => `${amount} blir ført tilbake frå eininga di`,
      next: () =>
        'Eit bilag i rekneskapen fører det tilbake frå eininga di. Du skuldar ingenting og treng ikkje gjere noko.',
      todo: 'Ingenting. Kontroller utrekninga; svar på denne e-posten om noko er feil.',
    },
    account: { ...settlement.account, paid: 'Betalt til eininga di', repaid: 'Ført tilbake frå eininga di' },
  },
  claims: {
    demandApproval: {
      ...claims.demandApproval,
      subject: (amount) => `Tilbakeføring av ${amount} frå ei eining ventar på godkjenning frå ein annan person`,
      heading: 'Tilbakeføring frå ei eining ventar på godkjenning frå ein annan person',
      why: 'Eininga har fått for mykje. Eit bilag fører det tilbake; den tilsette får ikkje noko krav.',
      entitled: 'Det stipendet utgjer',
      demanded: 'Dette blir ført tilbake',
      todo: 'Kontroller utrekninga, og lat bilaget bli laga om ho er rett.',
      action: 'Sjå på bilaget',
    },
  },
};
