import { describe, expect, it } from 'vitest';
import { addDuration, dateAt, instantOf, millisecondsBetween, timeAt } from '../../shared/calendar/zones.ts';

const oslo = 'Europe/Oslo';

describe('the date and time that people have', () => {
  it('is the next day already, two hours before midnight in summer', () => {
    expect(dateAt('2025-08-18T21:59:59.999Z', oslo)).toBe('2025-08-18');
    expect(dateAt('2025-08-18T22:00:00.000Z', oslo)).toBe('2025-08-19');
    expect(timeAt('2025-08-18T22:30:00.000Z', oslo)).toBe('00:30');
  });

  it('is the next day already, one hour before midnight in winter', () => {
    expect(dateAt('2025-12-19T22:59:59.999Z', oslo)).toBe('2025-12-19');
    expect(dateAt('2025-12-19T23:00:00.000Z', oslo)).toBe('2025-12-20');
  });
});

describe('the instant of a local time', () => {
  it.each([
    ['2025-08-18', '08:00', '2025-08-18T06:00:00.000Z'],
    ['2025-12-19', '08:00', '2025-12-19T07:00:00.000Z'],
    ['2025-03-30', '02:30', '2025-03-30T01:30:00.000Z'], // skipped: summer time begins
    ['2025-10-26', '02:30', '2025-10-26T00:30:00.000Z'], // twice: the first
  ])('%s %s in Oslo is %s', (date, time, instant) => {
    expect(instantOf(date, time, oslo)).toBe(instant);
  });
});

describe('elapsed time', () => {
  it('is added in days of 24 hours, with milliseconds in the text so that it sorts', () => {
    expect(addDuration('2025-03-29T12:00:00.000Z', { days: 1, minutes: 1 })).toBe('2025-03-30T12:01:00.000Z');
    expect(addDuration('2025-08-18T06:00:00.000Z', { milliseconds: -1 })).toBe('2025-08-18T05:59:59.999Z');
  });

  it('is measured both ways', () => {
    expect(millisecondsBetween('2025-08-18T06:00:00.000Z', '2025-08-18T06:00:01.500Z')).toBe(1500);
    expect(millisecondsBetween('2025-08-18T06:00:01.500Z', '2025-08-18T06:00:00.000Z')).toBe(-1500);
  });
});
