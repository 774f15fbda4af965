import { Temporal } from 'temporal-polyfill';
import type { Instant, IsoDate } from './clock.ts';

/** A length of elapsed time. A day is 24 hours; for calendar days use addDays of dates.ts and instantOf. */
export interface Duration {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

/** The calendar date that people in `zone` (IANA, e.g. `Europe/Oslo`) have at this instant. Throws RangeError. */
export function dateAt(instant: Instant, zone: string): IsoDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The wall-clock time `HH:MM` that people in `zone` have at this instant. */
export function timeAt(instant: Instant, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * The instant at which clocks in `zone` show `time` (`HH:MM`) on `date`. On the day summer time begins, a time that is
 * skipped means one hour later; on the day it ends, a time that comes twice means the first. Throws RangeError.
 */
export function instantOf(date: IsoDate, time: string, zone: string): Instant {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  return text(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant());
}

/** The instant that much later, in elapsed time (earlier for negative values). */
export function addDuration(instant: Instant, { days = 0, ...rest }: Duration): Instant {
  return text(Temporal.Instant.from(instant).add({ ...rest, hours: (rest.hours ?? 0) + days * 24 }));
}

/** Elapsed milliseconds from one instant to the other, negative when `to` is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;
}

/** Always with milliseconds, so that texts sort by time. */
function text(instant: Temporal.Instant): Instant {
  return instant.toString({ fractionalSecondDigits: 3 });
}
