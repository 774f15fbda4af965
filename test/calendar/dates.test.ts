import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, compareDates, daysBetween, InvalidDate, isIsoDate, weekday } from '../../shared/calendar/dates.ts';

/** The platform's own calendar as the witness. */
const witness = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
const dayNumbers = fc.integer({ min: -25_000, max: 80_000 });

describe('a date', () => {
  it.each(['2025-08-18', '2024-02-29', '2000-02-29', '2025-12-31'])('is %s', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '25-01-01',
    '2025-1-1',
    '0205-08-18',
    '2025-08-18T00:00',
    '',
  ])('is not %j', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(InvalidDate);
  });

  it('counts as the calendar does', () => {
    fc.assert(
      fc.property(dayNumbers, dayNumbers, (from, to) => {
        expect(addDays(witness(from), to - from)).toBe(witness(to));
        expect(daysBetween(witness(from), witness(to))).toBe(to - from);
        expect(Math.sign(compareDates(witness(from), witness(to)))).toBe(Math.sign(from - to));
      }),
    );
  });

  it.each([
    ['2025-08-18', 1],
    ['2025-12-19', 5],
    ['2025-12-21', 7],
    ['1969-12-31', 3],
    ['1901-01-01', 2],
  ])('%s is weekday %i of the week', (date, day) => {
    expect(weekday(date)).toBe(day);
  });

  it('cannot leave the years that a stay can have', () => {
    expect(() => addDays('2199-12-31', 1)).toThrow(InvalidDate);
  });
});
