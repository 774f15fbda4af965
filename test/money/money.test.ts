import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  CurrencyMismatch,
  compare,
  eur,
  formatDecimal,
  formatForPeople,
  InvalidAmount,
  isZero,
  money,
  negate,
  parseDecimal,
  subtract,
  sum,
  zero,
} from '../../shared/money/money.ts';

const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('an amount', () => {
  it.each([1.5, Number.NaN, 2 ** 53])('is never %s minor units', (minor) => {
    expect(() => eur(minor)).toThrow(InvalidAmount);
  });

  it('has no minus zero', () => {
    expect(Object.is(negate(eur(0)).minor, 0)).toBe(true);
  });

  it('is added and taken away in one currency only', () => {
    expect(add(eur(148400), eur(67133))).toEqual(eur(215533));
    expect(subtract(eur(148400), eur(215533))).toEqual(eur(-67133));
    expect(() => add(eur(1), money(1, 'NOK'))).toThrow(CurrencyMismatch);
    expect(() => compare(eur(1), money(1, 'NOK'))).toThrow(
      'An amount in EUR cannot be combined with one in NOK: convert it at the recorded rate first.',
    );
  });

  it('compares by its size', () => {
    expect(compare(eur(1), eur(2))).toBeLessThan(0);
    expect(compare(eur(2), eur(2))).toBe(0);
    expect(isZero(zero('NOK'))).toBe(true);
  });

  it('sums to nothing when there is nothing', () => {
    expect(sum([], 'NOK')).toEqual(money(0, 'NOK'));
    expect(sum([eur(1), eur(2), eur(-4)], 'EUR')).toEqual(eur(-1));
  });
});

describe('an amount in text', () => {
  it.each([
    [148400, '1484.00', '1 484.00 EUR', '1 484,00 EUR', '1.484,00 EUR'],
    [5, '0.05', '0.05 EUR', '0,05 EUR', '0,05 EUR'],
    [-5, '-0.05', '−0.05 EUR', '−0,05 EUR', '−0,05 EUR'],
    [0, '0.00', '0.00 EUR', '0,00 EUR', '0,00 EUR'],
    [100000, '1000.00', '1 000.00 EUR', '1 000,00 EUR', '1.000,00 EUR'],
    [99999, '999.99', '999.99 EUR', '999,99 EUR', '999,99 EUR'],
    [-123456789012, '-1234567890.12', '−1 234 567 890.12 EUR', '−1 234 567 890,12 EUR', '−1.234.567.890,12 EUR'],
  ])('%i cents are %s in files and %s, %s, %s for people', (minor, decimal, english, norwegian, dutch) => {
    expect(formatDecimal(eur(minor))).toBe(decimal);
    expect(formatForPeople(eur(minor), 'en')).toBe(english);
    expect(formatForPeople(eur(minor), 'nb')).toBe(norwegian);
    expect(formatForPeople(eur(minor), 'nl')).toBe(dutch);
  });

  it.each([
    '1484',
    '1484.0',
    '1484.000',
    '1 484.00',
    '1,484.00',
    '1484,00',
    '.50',
    '',
    '1e3',
    '+1.00',
    ' 1.00',
    '99999999999999.00',
  ])('is not %j: a person is told how to write it', (text) => {
    expect(() => parseDecimal(text, 'EUR')).toThrow(
      `"${text}" is not an amount of money: write digits, a point and two decimals, for example "1484.00".`,
    );
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(cents, (minor) => {
        expect(parseDecimal(formatDecimal(eur(minor)), 'EUR')).toEqual(eur(minor));
      }),
    );
  });
});
