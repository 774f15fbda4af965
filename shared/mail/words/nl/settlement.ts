import type { MailWords } from '../../language.ts';

export const settlement: MailWords['settlement'] = {
  balance: {
    subject: (amount) => `Eindafrekening: u krijgt nog ${amount}`,
    heading: (amount) => `U krijgt nog ${amount}`,
    next: (payBy) => `De rest wordt op uw rekening betaald${payBy === undefined ? '' : `, uiterlijk op ${payBy}`}.`,
    todo: 'Niets. Controleer de berekening; klopt er iets niet, beantwoord dan deze mail.',
  },
  settled: {
    subject: () => 'Eindafrekening: niemand hoeft nog iets te betalen',
    heading: () => 'Geen van beide partijen hoeft nog iets te betalen',
    next: () => 'U hebt precies ontvangen waar u recht op hebt.',
    todo: 'Niets. Controleer de berekening; klopt er iets niet, beantwoord dan deze mail.',
  },
  recovery: {
    subject: (amount) => `Eindafrekening: ${amount} moet worden terugbetaald`,
    heading: (amount) => `${amount} moet worden terugbetaald`,
    next: () => 'U krijgt een aparte brief met de rekening, het betalingskenmerk en de datum.',
    todo: 'Betaal nog niets. Controleer de berekening; klopt er iets niet, beantwoord deze mail dan voordat de brief komt.',
  },
  calculated: 'Uw beurs is berekend over de bevestigde data.',
  calculatedAnew:
    'Uw beurs is opnieuw berekend. Deze berekening vervangt de vorige; wat is betaald en terugbetaald, blijft staan.',
  noDay: 'Er is geen dag van het verblijf bevestigd.',
  planned: (period) => `Gepland was ${period}.`,
  entitled: 'Waar u recht op hebt',
  whatFollows: 'Wat daaruit volgt',
  seeCalculation: 'De berekening bekijken',
  changed: 'Wat er is veranderd',
  grantSoFar: 'Beurs tot nu toe',
  grantNow: 'Beurs nu',
  difference: 'Verschil',
  closed: {
    subject: 'Uw Erasmus+-beurs is afgerekend',
    heading: 'Uw beurs is afgerekend',
    paid: 'Alles wat betaald moest worden, is betaald, door beide partijen.',
    todo: 'Niets. Bewaar deze mail voor uw administratie.',
    action: 'De hele geschiedenis bekijken',
  },
  account: {
    title: 'De hele beurs',
    paid: 'Aan u betaald',
    repaid: 'Door u terugbetaald',
    waived: 'Kwijtgescholden',
    writtenOff: 'Afgeschreven',
    grant: 'Uw beurs',
  },
};
