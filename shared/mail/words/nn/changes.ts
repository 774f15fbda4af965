import type { MailWords } from '../../language.ts';

export const changes: MailWords['changes'] = {
  extension: {
    subject: (name, day) => `Lengre opphald: ${name} bed om å bli til ${day}`,
    heading: 'Ein deltakar bed om eit lengre opphald',
    asks: 'Deltakaren har signert ønsket med eingongskode. Dersom du går med på det, blir avtalen endra, og pengane til differansen blir sette av med ein gong.',
    newEnd: 'Ønskjer å bli til',
    amountNow: 'Avtalt no',
    amountThen: 'Avtalt då',
    more: 'Differanse',
    working: 'Avtalen med den nye sluttdatoen',
    todo: 'Opne sida og gå med på ønsket, eller avslå det med ei grunngiving.',
    action: 'Sjå og avgjer',
  },
  extensionGranted: {
    subject: (day) => `Opphaldet ditt er forlengt til ${day}`,
    heading: (day) => `Du kan bli til ${day}`,
    granted:
      'Avtalen din er endra. Det du har fått først, står som før; differansen kjem saman med resten, etter opphaldet.',
    unchanged:
      'Avtalen din er endra. Det avtalte beløpet står til verten har stadfesta dagane dine; då blir det rekna ut etter dei.',
    amount: 'Stipendet etter endringa',
    before: 'Avtalt før',
  },
  extensionRefused: {
    subject: 'Ønsket om eit lengre opphald er avslått',
    heading: 'Avtalen din står som før',
    refused: (day) => `Du bad om å bli til ${day}. Internasjonalt kontor kunne ikkje gå med på det.`,
    paid: (day) =>
      `Avtalen din sluttar ${day} som før. Stadfestar verten fleire dagar, blir dei betalte etter reglane i avtalen.`,
    unpaid: (day) =>
      `Avtalen din sluttar ${day} som før. Du kan bli lenger, men det blir ikkje gitt stipend for dagane etter.`,
  },
  interruption: {
    subject: (name) => `Avbrot i eit opphald: ${name}`,
    heading: 'Ein deltakar har vore borte frå verten',
    reported:
      'Deltakaren melder om eit avbrot. Det blir ikkje gitt stipend for dagane: Den endelege utrekninga tek dei ut når du har stadfesta dei.',
    away: 'Borte',
    days: 'Dagar',
    without: 'Stipend etter datoane, utan avbrot',
    with: 'Stipend etter datoane, med avbrotet',
    todo: 'Opne sida og stadfest avbrotet, eller skriv kvifor det ikkje er noko avbrot.',
    action: 'Sjå og avgjer',
  },
  interruptionDecided: {
    confirmedSubject: 'Avbrotet ditt er stadfesta',
    confirmedHeading: 'Avbrotet ditt er stadfesta',
    confirmed: (days) =>
      `Den endelege utrekninga av stipendet tek ut ${days === 1 ? 'denne dagen' : `desse ${days} dagane`}. Du betaler ikkje noko tilbake før det.`,
    refusedSubject: 'Avbrotet ditt tel ikkje',
    refusedHeading: 'Avbrotet ditt tel ikkje',
    refused:
      'Internasjonalt kontor reknar ikkje det du melde, som eit avbrot. Stipendet blir rekna ut etter alle dagane verten stadfestar.',
  },
  greenReview: {
    subject: (name) => `Grøn reise: krav frå ${name}`,
    heading: 'Eit krav om grøn reise ventar på deg',
    claims: 'Deltakaren har oppgitt reisa fram og tilbake og lasta opp kvitteringar.',
    test: 'Grøn del av reisa',
    working: (green, total, least) => `${green} av ${total} km; minst ${least} % blir kravd`,
    receipts: 'Kvitteringar',
    todo: 'Opne sida, samanlikn kvitteringane med reisa, og godta eller avslå kravet.',
    action: 'Sjå og avgjer',
  },
  greenDecided: {
    acceptedSubject: 'Den grøne reisa di er godteken',
    accepted: 'Internasjonalt kontor har godteke kravet ditt. Stipendet blir rekna ut med grøn reise.',
    refusedSubject: 'Kravet ditt om grøn reise er avslått',
    refused:
      'Internasjonalt kontor kunne ikkje godta kravet ditt. Stipendet blir rekna ut med vanleg reise, så langt reglane gir noko for det.',
  },
};
