import { describe, expect, it } from 'vitest';
import {
  isBusinessDay,
  nextBusinessDay,
  nextCutOff,
  UnknownBankHolidays,
} from '../../shared/calendar/business-days.ts';
import { easterSunday } from '../../shared/calendar/easter.ts';

describe('Easter Sunday', () => {
  it.each([
    '1981-04-19',
    '1954-04-18',
    '2000-04-23',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2049-04-18',
  ])('%s', (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
  });
});

describe('Norwegian banks', () => {
  it.each([
    ['2025-01-01', "New Year's Day"],
    ['2025-04-17', 'Maundy Thursday'],
    ['2025-04-18', 'Good Friday'],
    ['2025-04-21', 'Easter Monday'],
    ['2025-05-01', 'Labour Day'],
    ['2027-05-17', 'Constitution Day'],
    ['2025-05-29', 'Ascension Day'],
    ['2025-06-09', 'Whit Monday'],
    ['2025-12-25', 'Christmas Day'],
    ['2025-12-26', 'Boxing Day'],
    ['2025-08-16', 'a Saturday'],
    ['2025-08-17', 'a Sunday'],
  ])('are closed on %s, %s', (date) => {
    expect(isBusinessDay(date, 'NO')).toBe(false);
  });

  it.each(['2025-04-16', '2025-04-22', '2025-08-18', '2025-12-24', '2025-12-31'])('work on %s', (date) => {
    expect(isBusinessDay(date, 'NO')).toBe(true);
  });

  it('open again after the holidays', () => {
    expect(nextBusinessDay('2025-04-17', 'NO')).toBe('2025-04-22');
    expect(nextBusinessDay('2025-04-22', 'NO')).toBe('2025-04-22');
  });
});

it('banks of the euro area work on Ascension Day', () => {
  expect(isBusinessDay('2025-05-29', 'NL')).toBe(true);
  expect(isBusinessDay('2025-04-18', 'NL')).toBe(false);
});

it('a country without known holidays is refused by name', () => {
  expect(() => isBusinessDay('2025-08-18', 'XX')).toThrow(UnknownBankHolidays);
  expect(() => isBusinessDay('2025-08-18', 'XX')).toThrow('The bank holidays of XX are not known');
});

describe('the next cut-off at noon in Oslo', () => {
  it.each([
    ['2025-08-18T09:59:59.999Z', '2025-08-18T10:00:00.000Z', 'later today'],
    ['2025-08-18T10:00:00.000Z', '2025-08-18T10:00:00.000Z', 'this very moment'],
    ['2025-08-18T10:00:00.001Z', '2025-08-19T10:00:00.000Z', 'tomorrow'],
    ['2025-08-22T10:00:00.001Z', '2025-08-25T10:00:00.000Z', 'after the weekend'],
    ['2025-08-23T06:00:00.000Z', '2025-08-25T10:00:00.000Z', 'from within the weekend'],
    ['2025-04-16T12:00:00.000Z', '2025-04-22T10:00:00.000Z', 'after Easter'],
    ['2025-12-19T12:00:00.000Z', '2025-12-22T11:00:00.000Z', 'in winter time'],
  ])('after %s is %s (%s)', (instant, cutOff) => {
    expect(nextCutOff(instant, '12:00', 'Europe/Oslo', 'NO')).toBe(cutOff);
  });
});
