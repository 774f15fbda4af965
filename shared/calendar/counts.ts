import type { IsoDate } from './clock.ts';
import { dateParts, daysBetween } from './dates.ts';

/** How the days of a stay are counted: months of thirty days, or calendar days. Both ends count. domain.md §2. */
export type Counting = '30/360' | 'calendar';

/** A stay that ends before it begins. */
export class InvalidPeriod extends Error {
  readonly start: IsoDate;
  readonly end: IsoDate;

  constructor(start: IsoDate, end: IsoDate) {
    super(`A stay cannot end (${end}) before it begins (${start}).`);
    this.name = 'InvalidPeriod';
    this.start = start;
    this.end = end;
  }
}

/** Days of the stay by the convention, both ends counted, at least 1. Throws InvalidDate, InvalidPeriod. */
export function countDays(start: IsoDate, end: IsoDate, counting: Counting): number {
  if (daysBetween(start, end) < 0) throw new InvalidPeriod(start, end);
  return counting === '30/360' ? days30360(start, end) : daysBetween(start, end) + 1;
}

/**
 * Months of thirty days: `(Y2−Y1)·360 + (M2−M1)·30 + (min(D2,30) − min(D1,30)) + 1`.
 * Only a 31st becomes a 30th; the end of February is not adjusted, so this is not the DAYS360 of spreadsheets.
 * Source: EC Beneficiary Module wiki, "Duration Calculated (days)", KA131.
 */
function days30360(start: IsoDate, end: IsoDate): number {
  const from = dateParts(start);
  const to = dateParts(end);
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  return months * 30 + (Math.min(to.day, 30) - Math.min(from.day, 30)) + 1;
}

/** `"4 months 2 days"` for 122 days of 30/360, `"122 days"` for calendar days: those have no months. */
export function inWords(days: number, counting: Counting): string {
  if (counting === 'calendar') return plural(days, 'day');
  const months = Math.floor(days / 30);
  const rest = days % 30;
  if (months === 0) return plural(rest, 'day');
  return rest === 0 ? plural(months, 'month') : `${plural(months, 'month')} ${plural(rest, 'day')}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
