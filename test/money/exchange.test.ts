import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, share } from '../../shared/money/exchange.ts';
import { compare, eur, money } from '../../shared/money/money.ts';

describe('conversion at a recorded rate', () => {
  it.each([
    ['11.7425', 148400, 1742587], // 1 484.00 × 11.7425 = 17 425.87 exactly
    ['11.7425', 67133, 788309], // 671.33 × 11.7425 = 7 883.092525
    ['11.7425', 2, 23], // 0.02 × 11.7425 = 0.23485
    ['11.5', 1, 12], // exactly half an øre goes up
    ['11.5', -1, -12],
    ['12', 100, 1200],
  ])('at %s, %i cents are %i øre', (rate, cents, ore) => {
    expect(convert(eur(cents), rate, 'NOK')).toEqual(money(ore, 'NOK'));
  });

  it.each(['0', '-11.74', '11,74', ''])('refuses the rate %j', (rate) => {
    expect(() => convert(eur(100), rate, 'NOK')).toThrow();
  });
});

describe('the share of a claim that has come back', () => {
  const claim = eur(42400);
  const claimLocal = convert(claim, '11.7425', 'NOK'); // 4 978.82

  it('is nothing at first and exactly the claim at the end', () => {
    expect(share(claim, claimLocal, money(0, 'NOK'))).toEqual(eur(0));
    expect(share(claim, claimLocal, claimLocal)).toEqual(claim);
  });

  it('is in proportion between', () => {
    expect(share(claim, claimLocal, money(248941, 'NOK'))).toEqual(eur(21200));
    expect(share(claim, claimLocal, money(100000, 'NOK'))).toEqual(eur(8516));
  });

  it('stops at the claim when more arrives', () => {
    expect(share(claim, claimLocal, money(9_999_999, 'NOK'))).toEqual(claim);
  });

  it('never shrinks when another credit arrives, in whatever parts the money comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 5_000_000 }), { maxLength: 12 }),
        (cents, credits) => {
          const local = convert(eur(cents), '11.7425', 'NOK');
          let received = 0;
          let before = eur(0);
          for (const credit of credits) {
            received += credit;
            const now = share(eur(cents), local, money(received, 'NOK'));
            expect(compare(now, before)).toBeGreaterThanOrEqual(0);
            expect(compare(now, eur(cents))).toBeLessThanOrEqual(0);
            before = now;
          }
        },
      ),
    );
  });
});
