import type { MailWords } from '../../language.ts';

export const settlement: MailWords['settlement'] = {
  balance: {
    subject: (amount) => `Endelig beregning: du får ${amount} til`,
    heading: (amount) => `Du får ${amount} til`,
    next: (payBy) => `Resten blir utbetalt til kontoen din${payBy === undefined ? '' : ` senest ${payBy}`}.`,
    todo: 'Ingenting. Kontroller beregningen; svar på denne e-posten hvis noe er feil.',
  },
  settled: {
    subject: () => 'Endelig beregning: ingen skal betale mer',
    heading: () => 'Ingen av partene skal betale mer',
    next: () => 'Du har fått nøyaktig det du har krav på.',
    todo: 'Ingenting. Kontroller beregningen; svar på denne e-posten hvis noe er feil.',
  },
  recovery: {
    subject: (amount) => `Endelig beregning: ${amount} må betales tilbake`,
    heading: (amount) => `${amount} må betales tilbake`,
    next: () => 'Du får et eget krav med konto, KID-nummer og forfall.',
    todo: 'Ikke betal noe ennå. Kontroller beregningen; er noe feil, svar på denne e-posten før kravet kommer.',
  },
  calculated: 'Stipendet ditt er beregnet etter de bekreftede datoene.',
  calculatedAnew:
    'Stipendet ditt er beregnet på nytt. Denne beregningen erstatter den forrige; det som er utbetalt og tilbakebetalt, står ved lag.',
  noDay: 'Ingen dager av oppholdet er bekreftet.',
  planned: (period) => `Planlagt var ${period}.`,
  entitled: 'Det du har krav på',
  whatFollows: 'Dette følger av det',
  seeCalculation: 'Se beregningen',
  changed: 'Dette er endret',
  grantSoFar: 'Stipend til nå',
  grantNow: 'Stipend nå',
  difference: 'Forskjell',
  closed: {
    subject: 'Erasmus+-stipendet ditt er gjort opp',
    heading: 'Stipendet ditt er gjort opp',
    paid: 'Alt som skulle betales, er betalt, av begge parter.',
    todo: 'Ingenting. Ta vare på denne e-posten.',
    action: 'Se hele historikken',
  },
  account: {
    title: 'Hele stipendet',
    paid: 'Utbetalt til deg',
    repaid: 'Tilbakebetalt av deg',
    waived: 'Ettergitt',
    writtenOff: 'Avskrevet',
    grant: 'Stipendet ditt',
  },
};
