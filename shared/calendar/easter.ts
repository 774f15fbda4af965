import type { IsoDate } from './clock.ts';
import { addDays, weekday } from './dates.ts';

/** Easter Sunday of the Gregorian calendar, from the moon's nineteen-year cycle and the two century corrections. */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skippedLeapDays = century - Math.floor(century / 4);
  const moonCorrection = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + skippedLeapDays - moonCorrection + 15) % 30;
  // Two moons of the cycle would fall a day too late; the church moves them back.
  const moon = epact - (epact === 29 || (epact === 28 && golden > 10) ? 1 : 0);
  const paschal = addDays(`${year}-03-21`, moon);
  return addDays(paschal, 7 - (weekday(paschal) % 7));
}
