import type { IsoDate } from './clock.ts';

/** A text that is not a date of the calendar. */
export class InvalidDate extends Error {
  readonly given: string;

  constructor(given: string) {
    super(`"${given}" is not a date: write year, month and day of a day that exists, for example "2025-08-18".`);
    this.name = 'InvalidDate';
    this.given = given;
  }
}

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** True for `YYYY-MM-DD` of a day that exists, years 1900 to 2199: a typing error in the year is no date of a stay. */
export function isIsoDate(text: string): boolean {
  return read(text) !== undefined;
}

/** Year, month and day. Throws InvalidDate. */
export function dateParts(date: IsoDate): DateParts {
  const parts = read(date);
  if (parts === undefined) throw new InvalidDate(date);
  return parts;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`: 1 from a day to the next, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Negative when left is earlier, zero when equal, positive when later. */
export function compareDates(left: IsoDate, right: IsoDate): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

/** 1 (Monday) to 7 (Sunday). */
export function weekday(date: IsoDate): number {
  // Day 0 (1970-01-01) was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The date of year, month (1–12) and day. */
export function isoDate({ year, month, day }: DateParts): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function read(text: string): DateParts | undefined {
  const match = /^(19\d\d|2[01]\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > daysInMonth(parts.year, parts.month)) {
    return undefined;
  }
  return parts;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 in the Gregorian calendar, with years that begin in March so that the leap day comes last. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = dateParts(date);
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

function fromDayNumber(number: number): IsoDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const date = isoDate({
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  });
  if (!isIsoDate(date)) throw new InvalidDate(date);
  return date;
}

/** The same day so many months later (none or more), or the last one of a month that has no such day. Throws InvalidDate. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = dateParts(date);
  const later = year * 12 + month - 1 + months;
  const first = { year: Math.floor(later / 12), month: (later % 12) + 1, day: 1 };
  const nextFirst = { year: Math.floor((later + 1) / 12), month: ((later + 1) % 12) + 1, day: 1 };
  const length = daysBetween(isoDate(first), isoDate(nextFirst));
  return isoDate({ ...first, day: Math.min(day, length) });
}
