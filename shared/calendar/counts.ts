import type { IsoDate } from './clock.ts';
import { addMonths, dateParts, daysBetween } from './dates.ts';

/**
 * How the days of a stay are counted, both ends included: months of thirty days, calendar days, or whole calendar months
 * from the first day on, as thirty days each, and the days that remain. domain.md §2.
 */
export const countings = ['30/360', 'calendar', 'calendar-months'] as const;
export type Counting = (typeof countings)[number];

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
  switch (counting) {
    case '30/360':
      return days30360(start, end);
    case 'calendar':
      return daysBetween(start, end) + 1;
    case 'calendar-months':
      return daysByCalendarMonths(start, end);
  }
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

/** 18 August to 17 September is one month, and so is February from its first to its last day. */
function daysByCalendarMonths(start: IsoDate, end: IsoDate): number {
  const from = dateParts(start);
  const to = dateParts(end);
  const atMost = (to.year - from.year) * 12 + (to.month - from.month) + 1;
  const whole = [atMost, atMost - 1, atMost - 2].find(
    (months) => months <= 0 || daysBetween(addMonths(start, months), end) >= -1,
  );
  const months = Math.max(0, whole ?? 0);
  return months * 30 + daysBetween(addMonths(start, months), end) + 1;
}

/** One and several of a unit, by language of rulebook/types.ts. */
const nouns: Readonly<
  Record<string, { readonly day: readonly [string, string]; readonly month: readonly [string, string] }>
> = {
  en: { day: ['day', 'days'], month: ['month', 'months'] },
  nb: { day: ['dag', 'dager'], month: ['måned', 'måneder'] },
  nn: { day: ['dag', 'dagar'], month: ['månad', 'månader'] },
  nl: { day: ['dag', 'dagen'], month: ['maand', 'maanden'] },
};

/** `"1 day"`, `"122 days"`. Unknown languages read like English. */
export function daysInWords(days: number, language = 'en'): string {
  return counted(days, 'day', language);
}

/** `"4 months"`. */
export function monthsInWords(months: number, language = 'en'): string {
  return counted(months, 'month', language);
}

/** `"4 months 2 days"` for 122 days of 30/360, `"122 days"` for calendar days: those have no months. */
export function inWords(days: number, counting: Counting, language = 'en'): string {
  const months = counting === 'calendar' ? 0 : Math.floor(days / 30);
  const rest = days - months * 30;
  if (months === 0) return daysInWords(rest, language);
  return rest === 0
    ? monthsInWords(months, language)
    : `${monthsInWords(months, language)} ${daysInWords(rest, language)}`;
}

function counted(count: number, unit: 'day' | 'month', language: string): string {
  const [one, several] = (nouns[language] ?? nouns.en)?.[unit] ?? [unit, unit];
  return `${count} ${count === 1 ? one : several}`;
}
