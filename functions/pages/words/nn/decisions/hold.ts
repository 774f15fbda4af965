import type { PageWords } from '../../index.ts';

export const hold: PageWords['decisions']['hold'] = {
  seeWhy: 'Utbetalingar i denne saka blir haldne tilbake: sjå kvifor',
  way: 'Hald utbetalingar i denne saka tilbake',
  titleHeld: 'Utbetalingar blir haldne tilbake',
  title: 'Hald utbetalingar tilbake',
  waits: (by, reason, payment) =>
    `${by} held utbetalingar tilbake: ${reason} Utbetaling ${payment} ventar på ein annan person, som har fått ein e-post om å frigje ho.`,
  left: (payment) =>
    `Utbetaling ${payment} er alt send. Kall ho tilbake der ho er; den neste kan haldast tilbake når denne er bokført.`,
  nothing: 'Det er inga utbetaling i denne saka som kan haldast tilbake.',
  noneUnderWay: 'inga er på veg; den neste ville bli halden tilbake',
  keptBy: 'Halden tilbake av',
  nameLift: 'Ein annan enn den som held utbetalingane tilbake.',
  reasonHint: 'Kollegaene dine les det. Deltakaren ser berre at utbetalinga blir halden tilbake til noko er undersøkt.',
  reasonMissing: 'Oppgi kvifor utbetalinga blir halden tilbake.',
  nameKeep: 'Ein kollega må frigje utbetalinga igjen.',
  lift: 'Frigje utbetalingar igjen',
};
