import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { controlSum, formatAmount, parseAmount } from '../../shared/payments/amounts.ts';

describe('amounts of bank files are read exactly', () => {
  test.each([
    ['1484.00', 'EUR', 148_400],
    ['1484', 'EUR', 148_400],
    ['3.1', 'CHF', 310],
    ['3.10000', 'NOK', 310],
    ['.5', 'NOK', 50],
    ['5.', 'NOK', 500],
    ['+7.25', 'NOK', 725],
    ['0', 'NOK', 0],
    ['500', 'ISK', 500],
    ['500.00', 'JPY', 500],
    ['1.234', 'KWD', 1234],
    ['0.1', 'BHD', 100],
    ['90071992547409.91', 'EUR', 9_007_199_254_740_991],
  ])('%s %s is %i minor units', (text, currency, minor) => {
    expect(parseAmount(text, currency)).toEqual({ minor, currency });
  });

  test.each([
    ['1.005', 'EUR'],
    ['1.5', 'JPY'],
    ['1.2345', 'KWD'],
    ['-1.00', 'EUR'],
    ['1,00', 'EUR'],
    ['1e3', 'EUR'],
    ['', 'EUR'],
    ['.', 'EUR'],
    ['NaN', 'EUR'],
    ['1 000', 'EUR'],
    ['90071992547409.92', 'EUR'],
    ['1.00', 'euro'],
    ['1.00', ''],
  ])('%j %s is no amount', (text, currency) => {
    expect(parseAmount(text, currency)).toBeUndefined();
  });

  it('are written and read back the same', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom('NOK', 'EUR', 'ISK', 'KWD', 'CLF'), (minor, currency) => {
        expect(parseAmount(formatAmount({ minor, currency }), currency)).toEqual({ minor, currency });
      }),
    );
  });
});

describe('the control sum', () => {
  it('adds the numbers whatever the currency, with the most decimals among them', () => {
    expect(
      controlSum([
        { minor: 10, currency: 'NOK' },
        { minor: 20, currency: 'NOK' },
      ]),
    ).toBe('0.30');
    expect(
      controlSum([
        { minor: 5, currency: 'ISK' },
        { minor: 1, currency: 'NOK' },
        { minor: 1, currency: 'KWD' },
      ]),
    ).toBe('5.011');
    expect(controlSum([{ minor: 7, currency: 'ISK' }])).toBe('7');
  });

  it('is exact beyond what a number can hold', () => {
    const most = { minor: Number.MAX_SAFE_INTEGER, currency: 'NOK' };
    expect(controlSum([most, most, most])).toBe('270215977642229.73');
  });
});
