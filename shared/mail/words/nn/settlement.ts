import type { MailWords } from '../../language.ts';

export const settlement: MailWords['settlement'] = {
  balance: {
    subject: (amount) => `Endeleg utrekning: du får ${amount} til`,
    heading: (amount) => `Du får ${amount} til`,
    next: (payBy) => `Resten blir betalt ut til kontoen din${payBy === undefined ? '' : ` seinast ${payBy}`}.`,
    todo: 'Ingenting. Kontroller utrekninga; svar på denne e-posten dersom noko er feil.',
  },
  settled: {
    subject: () => 'Endeleg utrekning: ingen skal betale meir',
    heading: () => 'Ingen av partane skal betale meir',
    next: () => 'Du har fått nøyaktig det du har krav på.',
    todo: 'Ingenting. Kontroller utrekninga; svar på denne e-posten dersom noko er feil.',
  },
  recovery: {
    subject: (amount) => `Endeleg utrekning: ${amount} må betalast tilbake`,
    heading: (amount) => `${amount} må betalast tilbake`,
    next: () => 'Du får eit eige krav med konto, KID-nummer og forfall.',
    todo: 'Ikkje betal noko enno. Kontroller utrekninga; er noko feil, svar på denne e-posten før kravet kjem.',
  },
  calculated: 'Stipendet ditt er rekna ut etter dei stadfesta datoane.',
  calculatedAnew:
    'Stipendet ditt er rekna ut på nytt. Denne utrekninga erstattar den førre; det som er utbetalt og tilbakebetalt, står ved lag.',
  noDay: 'Ingen dagar av opphaldet er stadfesta.',
  planned: (period) => `Planlagt var ${period}.`,
  entitled: 'Det du har krav på',
  whatFollows: 'Dette følgjer av det',
  seeCalculation: 'Sjå utrekninga',
  changed: 'Dette er endra',
  grantSoFar: 'Stipend til no',
  grantNow: 'Stipend no',
  difference: 'Skilnad',
  closed: {
    subject: 'Erasmus+-stipendet ditt er gjort opp',
    heading: 'Stipendet ditt er gjort opp',
    paid: 'Alt som skulle betalast, er betalt, av begge partar.',
    todo: 'Ingenting. Ta vare på denne e-posten.',
    action: 'Sjå heile historikken',
  },
  account: {
    title: 'Heile stipendet',
    paid: 'Utbetalt til deg',
    repaid: 'Tilbakebetalt av deg',
    waived: 'Ettergitt',
    writtenOff: 'Avskrive',
    grant: 'Stipendet ditt',
  },
};
