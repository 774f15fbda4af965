import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDays, InvalidPeriod, inWords } from '../../shared/calendar/counts.ts';
import { addDays, addMonths, dateParts } from '../../shared/calendar/dates.ts';

const days = fc.integer({ min: 0, max: 3000 });
const date = (number: number) => addDays('2020-01-01', number);

describe('months of thirty days (30/360), both ends counted', () => {
  it.each([
    ['2024-02-15', '2024-08-08', 174],
    ['2024-02-15', '2024-08-01', 167], // The page that gives the rule prints 163 here; the page is wrong.
    ['2023-01-01', '2023-04-15', 105],
    ['2025-09-15', '2025-10-14', 30],
    ['2025-09-01', '2025-10-31', 60],
    ['2025-09-02', '2025-10-31', 59],
    ['2025-02-28', '2025-03-01', 4],
    ['2025-01-31', '2025-03-31', 61],
    ['2025-09-01', '2026-08-31', 360],
    ['2025-08-18', '2025-12-19', 122],
    ['2025-01-30', '2025-01-31', 1],
    ['2025-08-18', '2025-08-18', 1],
  ])('%s to %s is %i days', (start, end, expected) => {
    expect(countDays(start, end, '30/360')).toBe(expected);
  });

  it('a whole number of months is thirty days each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }), (first, more) => {
        const month = (index: number) =>
          `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
        expect(countDays(month(first), addDays(month(first + more + 1), -1), 'calendar')).toBeGreaterThan(27);
        expect(countDays(month(first), month(first + more), '30/360')).toBe(more * 30 + 1);
      }),
    );
  });

  it('from any day to the day before it some months later is thirty days for each', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 24 }), (start, months) => {
        fc.pre(dateParts(date(start)).day <= 28);
        const end = addDays(addMonths(date(start), months), -1);
        fc.pre(dateParts(end).day !== 31 && dateParts(date(start)).day !== 1);
        expect(countDays(date(start), end, '30/360')).toBe(months * 30);
      }),
    );
  });

  it('a later end never counts fewer days', () => {
    fc.assert(
      fc.property(days, days, (start, length) => {
        const now = countDays(date(start), date(start + length), '30/360');
        expect(countDays(date(start), date(start + length + 1), '30/360')).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});

describe('calendar days, both ends counted', () => {
  it.each([
    ['2025-09-02', '2025-10-31', 60],
    ['2025-02-28', '2025-03-01', 2],
    ['2025-06-02', '2025-06-06', 5],
    ['2025-06-02', '2025-06-02', 1],
  ])('%s to %s is %i days', (start, end, expected) => {
    expect(countDays(start, end, 'calendar')).toBe(expected);
  });

  it('splitting a stay never changes the sum of its days', () => {
    fc.assert(
      fc.property(days, days, days, (start, first, second) => {
        const middle = start + first;
        const whole = countDays(date(start), date(middle + second + 1), 'calendar');
        const parts =
          countDays(date(start), date(middle), 'calendar') +
          countDays(date(middle + 1), date(middle + second + 1), 'calendar');
        expect(parts).toBe(whole);
      }),
    );
  });
});

describe('whole calendar months and the days that remain, both ends counted', () => {
  it.each([
    ['2025-08-18', '2025-09-17', 30],
    ['2025-08-18', '2025-09-18', 31],
    ['2025-08-18', '2025-09-16', 30],
    ['2025-02-01', '2025-02-28', 30],
    ['2025-02-01', '2025-02-27', 27],
    ['2025-08-18', '2025-12-17', 120],
    ['2025-08-18', '2025-12-19', 122],
    ['2025-01-31', '2025-02-27', 30],
    ['2025-09-01', '2026-08-31', 360],
    ['2025-06-02', '2025-06-02', 1],
  ])('%s to %s is %i days', (start, end, expected) => {
    expect(countDays(start, end, 'calendar-months')).toBe(expected);
  });

  it('a later end never counts fewer days', () => {
    fc.assert(
      fc.property(days, days, (start, length) => {
        const now = countDays(date(start), date(start + length), 'calendar-months');
        expect(countDays(date(start), date(start + length + 1), 'calendar-months')).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it('so many months from any day are thirty days each', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 24 }), (start, months) => {
        const end = addDays(addMonths(date(start), months), -1);
        expect(countDays(date(start), end, 'calendar-months')).toBe(months * 30);
      }),
    );
  });
});

describe('a stay', () => {
  it('cannot end before it begins', () => {
    expect(() => countDays('2025-08-18', '2025-08-17', '30/360')).toThrow(InvalidPeriod);
    expect(() => countDays('2025-08-18', '2025-08-17', 'calendar')).toThrow(
      'A stay cannot end (2025-08-17) before it begins (2025-08-18).',
    );
  });

  it.each([
    [122, '4 months 2 days'],
    [120, '4 months'],
    [105, '3 months 15 days'],
    [31, '1 month 1 day'],
    [5, '5 days'],
    [0, '0 days'],
  ])('of %i days is "%s" in words', (count, words) => {
    expect(inWords(count, '30/360')).toBe(words);
  });

  it('counted by the calendar has no months', () => {
    expect(inWords(61, 'calendar')).toBe('61 days');
  });
});
