import type { MailWords } from '../../language.ts';

export const changes: MailWords['changes'] = {
  extension: {
    subject: (name, day) => `Lengre opphold: ${name} ber om å bli til ${day}`,
    heading: 'En deltaker ber om et lengre opphold',
    asks: 'Deltakeren har signert ønsket med engangskode. Hvis du innvilger det, endres avtalen, og pengene til differansen settes av med en gang.',
    newEnd: 'Ønsker å bli til',
    amountNow: 'Avtalt nå',
    amountThen: 'Avtalt da',
    more: 'Differanse',
    working: 'Avtalen med den nye sluttdatoen',
    todo: 'Åpne siden og innvilg ønsket, eller avslå det med en begrunnelse.',
    action: 'Se og avgjør',
  },
  extensionGranted: {
    subject: (day) => `Oppholdet ditt er forlenget til ${day}`,
    heading: (day) => `Du kan bli til ${day}`,
    granted:
      'Avtalen din er endret. Det du har fått først, står som før; differansen kommer sammen med resten, etter oppholdet.',
    unchanged:
      'Avtalen din er endret. Det avtalte beløpet står til verten har bekreftet dagene dine; da beregnes det etter dem.',
    amount: 'Stipendet etter endringen',
    before: 'Avtalt før',
  },
  extensionRefused: {
    subject: 'Ønsket om et lengre opphold er avslått',
    heading: 'Avtalen din står som før',
    refused: (day) => `Du ba om å bli til ${day}. Internasjonalt kontor kunne ikke gå med på det.`,
    paid: (day) =>
      `Avtalen din slutter ${day} som før. Bekrefter verten flere dager, betales de etter reglene i avtalen.`,
    unpaid: (day) =>
      `Avtalen din slutter ${day} som før. Du kan bli lenger, men det gis ikke stipend for dagene etter.`,
  },
  interruption: {
    subject: (name) => `Avbrudd i et opphold: ${name}`,
    heading: 'En deltaker har vært borte fra verten',
    reported:
      'Deltakeren melder om et avbrudd. Det gis ikke stipend for dagene: Den endelige beregningen tar dem ut når du har bekreftet dem.',
    away: 'Borte',
    days: 'Dager',
    without: 'Stipend etter datoene, uten avbrudd',
    with: 'Stipend etter datoene, med avbruddet',
    todo: 'Åpne siden og bekreft avbruddet, eller skriv hvorfor det ikke er noe avbrudd.',
    action: 'Se og avgjør',
  },
  interruptionDecided: {
    confirmedSubject: 'Avbruddet ditt er bekreftet',
    confirmedHeading: 'Avbruddet ditt er bekreftet',
    confirmed: (days) =>
      `Den endelige beregningen av stipendet tar ut ${days === 1 ? 'denne dagen' : `disse ${days} dagene`}. Du betaler ikke noe tilbake før det.`,
    refusedSubject: 'Avbruddet ditt teller ikke',
    refusedHeading: 'Avbruddet ditt teller ikke',
    refused:
      'Internasjonalt kontor regner ikke det du meldte, som et avbrudd. Stipendet beregnes etter alle dagene verten bekrefter.',
  },
  greenReview: {
    subject: (name) => `Grønn reise: krav fra ${name}`,
    heading: 'Et krav om grønn reise venter på deg',
    claims: 'Deltakeren har oppgitt reisen fram og tilbake og lastet opp kvitteringer.',
    test: 'Grønn del av reisen',
    working: (green, total, least) => `${green} av ${total} km; minst ${least} % kreves`,
    receipts: 'Kvitteringer',
    todo: 'Åpne siden, sammenlign kvitteringene med reisen, og godta eller avslå kravet.',
    action: 'Se og avgjør',
  },
  greenDecided: {
    acceptedSubject: 'Den grønne reisen din er godtatt',
    accepted: 'Internasjonalt kontor har godtatt kravet ditt. Stipendet beregnes med grønn reise.',
    refusedSubject: 'Kravet ditt om grønn reise er avslått',
    refused:
      'Internasjonalt kontor kunne ikke godta kravet ditt. Stipendet beregnes med vanlig reise, så langt reglene gir noe for det.',
  },
};
