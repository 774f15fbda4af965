import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dividedBy, InvalidFraction, of, ofDecimal, plus, roundHalfUp, times } from '../../shared/money/fraction.ts';

describe('a fraction', () => {
  it('keeps a positive denominator', () => {
    expect(of(1, -3)).toEqual({ numerator: -1n, denominator: 3n });
  });

  it('is exact where floating point is not', () => {
    expect(roundHalfUp(times(plus(ofDecimal('0.1'), ofDecimal('0.2')), of(10)))).toBe(3);
    expect(roundHalfUp(times(dividedBy(of(53000), of(30)), of(30)))).toBe(53000);
  });

  it.each(['', '1.', '.5', '1,5', 'x', '1e3'])('is not read from %j', (text) => {
    expect(() => ofDecimal(text)).toThrow(InvalidFraction);
  });

  it('never has the denominator zero', () => {
    expect(() => of(1, 0)).toThrow(InvalidFraction);
    expect(() => dividedBy(of(1), of(0))).toThrow(InvalidFraction);
  });
});

describe('rounding', () => {
  it.each([
    [5, 2, 3],
    [-5, 2, -3],
    [7, 3, 2],
    [8, 3, 3],
    [1, 2, 1],
    [49, 100, 0],
    [-49, 100, 0],
    [646_600_0, 3000, 2155],
  ])('takes %i/%i to %i', (numerator, denominator, rounded) => {
    expect(roundHalfUp(of(numerator, denominator))).toBe(rounded);
  });

  it('is never more than half away, and mirrors below zero', () => {
    const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    fc.assert(
      fc.property(whole, fc.bigInt({ min: 1n, max: 10_000n }), (numerator, denominator) => {
        const rounded = BigInt(roundHalfUp(of(numerator, denominator)));
        const twiceTheError = (rounded * denominator - numerator) * 2n;
        expect(twiceTheError <= denominator && twiceTheError >= -denominator).toBe(true);
        expect(BigInt(roundHalfUp(of(-numerator, denominator)))).toBe(-rounded);
      }),
    );
  });

  it('refuses what no integer holds exactly', () => {
    expect(() => roundHalfUp(of(2n ** 53n))).toThrow(InvalidFraction);
  });
});
