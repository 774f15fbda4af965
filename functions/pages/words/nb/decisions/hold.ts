import type { PageWords } from '../../index.ts';

export const hold: PageWords['decisions']['hold'] = {
  seeWhy: 'Utbetalinger i denne saken holdes tilbake: se hvorfor',
  way: 'Hold utbetalinger i denne saken tilbake',
  titleHeld: 'Utbetalinger holdes tilbake',
  title: 'Hold utbetalinger tilbake',
  waits: (by, reason, payment) =>
    `${by} holder utbetalinger tilbake: ${reason} Utbetaling ${payment} venter på en annen person, som har fått en e-post om å frigi den.`,
  left: (payment) =>
    `Utbetaling ${payment} er allerede sendt. Kall den tilbake der den er; den neste kan holdes tilbake når denne er bokført.`,
  nothing: 'Det er ingen utbetaling i denne saken som kan holdes tilbake.',
  noneUnderWay: 'ingen er på vei; den neste ville bli holdt tilbake',
  keptBy: 'Holdt tilbake av',
  nameLift: 'En annen enn den som holder utbetalingene tilbake.',
  reasonHint: 'Kollegene dine leser det. Deltakeren ser bare at utbetalingen holdes tilbake til noe er undersøkt.',
  reasonMissing: 'Oppgi hvorfor utbetalingen holdes tilbake.',
  nameKeep: 'En kollega må frigi utbetalingen igjen.',
  lift: 'Frigi utbetalinger igjen',
};
