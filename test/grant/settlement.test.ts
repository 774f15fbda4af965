import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/calendar/dates.ts';
import { assess } from '../../shared/grant/assess.ts';
import { preview, type SettleOptions, settle } from '../../shared/grant/settle.ts';
import type { Period } from '../../shared/grant/types.ts';
import { add, compare, eur, formatDecimal, type Money, subtract, sum } from '../../shared/money/money.ts';
import type { Terms } from '../../shared/rulebook/types.ts';
import { nhh, semester } from './terms.ts';

// The order of shared/grant/README.md, from 11 on.

const paid = eur(148400);
const until = (end: string): Period => ({ start: '2025-08-18', end });

function outcome(
  confirmed: Period | undefined,
  options: SettleOptions = {},
  terms: Terms = nhh,
  already: Money = paid,
) {
  const { entitlement, outcome, amount } = settle(terms, semester, confirmed, already, options);
  return [formatDecimal(entitlement), outcome, formatDecimal(amount)];
}

describe('11. the confirmed dates', () => {
  it('as agreed: 122 days, and the balance is 671.33', () => {
    const settlement = settle(nhh, semester, semester.period, paid);
    expect(formatDecimal(settlement.entitlement)).toBe('2155.33');
    expect(formatDecimal(settlement.amount)).toBe('671.33');
    expect(settlement.outcome).toBe('balance');
    expect(settlement.working).toBe(
      '122 days × 530.00 EUR / 30 = 2 155.33 EUR. 2 155.33 EUR − 1 484.00 EUR paid = 671.33 EUR still to pay.',
    );
  });

  it('84 days: the first instalment was exactly right', () => {
    const settlement = settle(nhh, semester, until('2025-11-11'), paid);
    expect([settlement.outcome, formatDecimal(settlement.amount)]).toEqual(['settled', '0.00']);
    expect(settlement.working).toBe(
      '84 days × 530.00 EUR / 30 = 1 484.00 EUR. 1 484.00 EUR − 1 484.00 EUR paid = 0.00 EUR: nothing to pay and nothing to repay.',
    );
  });

  it('a day less: 17.67 to repay', () => {
    expect(outcome(until('2025-11-10'))).toEqual(['1466.33', 'recovery', '17.67']);
  });

  it('after two months: the unused part goes back', () => {
    const settlement = settle(nhh, semester, until('2025-10-17'), paid);
    expect(settlement.working).toBe(
      '60 days × 530.00 EUR / 30 = 1 060.00 EUR. 1 484.00 EUR paid − 1 060.00 EUR = 424.00 EUR to repay.',
    );
  });

  it('the top-up, the travel grant and real costs are settled with it', () => {
    const agreed = { ...semester, fewerOpportunities: true, travel: 'standard' as const };
    const settlement = settle(nhh, agreed, semester.period, paid, {
      inclusionCosts: [{ what: 'adapted room', amount: eur(10000) }],
    });
    expect(settlement.working).toBe(
      '122 days × 530.00 EUR / 30 = 2 155.33 EUR. 122 days × 250.00 EUR / 30 = 1 016.67 EUR. ' +
        '1 340 km one way (500–1 999 km), standard: 309.00 EUR per return trip. ' +
        'documented real cost: adapted room = 100.00 EUR. Together 3 581.00 EUR. ' +
        '3 581.00 EUR − 1 484.00 EUR paid = 2 097.00 EUR still to pay.',
    );
  });

  it('an interruption found at the end is not paid', () => {
    expect(outcome(semester.period, { interruptionDays: 22 })).toEqual(['1766.67', 'balance', '282.67']);
  });

  it('a flat plan plays no part in it', () => {
    expect(settle(nhh, { ...semester, plan: true }, semester.period, paid).entitlement).toEqual(eur(215533));
  });
});

describe('12. below the minimum', () => {
  it('59 days: everything goes back', () => {
    const settlement = settle(nhh, { ...semester, travel: 'standard' }, until('2025-10-16'), paid);
    expect([settlement.outcome, formatDecimal(settlement.amount)]).toEqual(['recovery', '1484.00']);
    expect(settlement.working).toBe(
      '59 days confirmed, fewer than the minimum of 60 days: nothing is due. 1 484.00 EUR paid − 0.00 EUR = 1 484.00 EUR to repay.',
    );
    expect(settlement.assessment.days.funded).toBe(0);
    expect(settlement.assessment.refusals.map(({ code }) => code)).toEqual(['minimum-duration']);
  });

  it('an interruption can bring a stay below it', () => {
    expect(outcome(until('2025-10-27'), { interruptionDays: 11 })).toEqual(['0.00', 'recovery', '1484.00']);
  });

  it('nothing confirmed: everything goes back', () => {
    expect(outcome(undefined)).toEqual(['0.00', 'recovery', '1484.00']);
  });

  it('nothing confirmed and nothing paid: settled', () => {
    expect(outcome(undefined, {}, nhh, eur(0))).toEqual(['0.00', 'settled', '0.00']);
  });

  it('force majeure lifts it: the days count', () => {
    expect(outcome(until('2025-10-16'), { forceMajeure: true })).toEqual(['1042.33', 'recovery', '441.67']);
  });

  it('other institutions pay the days', () => {
    const terms: Terms = { ...nhh, settlement: { ...nhh.settlement, belowMinimum: 'confirmed-days' } };
    expect(outcome(until('2025-10-16'), {}, terms)).toEqual(['1042.33', 'recovery', '441.67']);
  });
});

describe('13. shorter than agreed', () => {
  const tolerant: Terms = { ...nhh, settlement: { ...nhh.settlement, toleranceDays: 5 } };

  it('counts to the day at NHH', () => {
    expect(outcome(until('2025-12-18'))).toEqual(['2137.67', 'balance', '653.67']);
  });

  it('leaves the agreed amount within a tolerance of five days', () => {
    const settlement = settle(tolerant, semester, until('2025-12-14'), paid);
    expect(formatDecimal(settlement.entitlement)).toBe('2155.33');
    expect(settlement.working).toContain('5 days short, within the tolerance of 5: the agreed amount stays.');
  });

  it('counts to the day when it is six', () => {
    expect(outcome(until('2025-12-13'), {}, tolerant)).toEqual(['2049.33', 'balance', '565.33']);
  });
});

describe('14. longer than agreed', () => {
  const zeroGrant: Terms = { ...nhh, settlement: { ...nhh.settlement, extraDays: 'zero-grant' } };

  it('pays confirmed days at NHH', () => {
    const settlement = settle(nhh, semester, until('2025-12-29'), paid);
    expect(formatDecimal(settlement.entitlement)).toBe('2332.00');
    expect(settlement.assessment.days.extraDays).toBe(10);
  });

  it('leaves extra days without grant elsewhere', () => {
    const settlement = settle(zeroGrant, semester, until('2025-12-29'), paid);
    expect(formatDecimal(settlement.entitlement)).toBe('2155.33');
    expect(settlement.assessment.days).toMatchObject({ mobility: 132, nonFunded: 10, funded: 122, extraDays: 10 });
    expect(settlement.working).toContain('10 days beyond the agreement, without grant.');
  });

  it('never pays days beyond the maximum', () => {
    const settlement = settle(nhh, semester, { start: '2025-08-18', end: '2026-08-22' }, paid);
    expect(settlement.assessment.days).toMatchObject({ mobility: 365, nonFunded: 5, funded: 360 });
    expect(formatDecimal(settlement.entitlement)).toBe('6360.00');
  });
});

const periods = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 420 })).map(([shift, length]) => {
  const start = addDays('2025-08-18', shift);
  return { start, end: addDays(start, length) };
});
const policies = fc
  .record({
    toleranceDays: fc.integer({ min: 0, max: 7 }),
    extraDays: fc.constantFrom('paid' as const, 'zero-grant' as const),
    belowMinimum: fc.constantFrom('nothing' as const, 'confirmed-days' as const),
  })
  .map((policy): Terms => ({ ...nhh, settlement: { ...nhh.settlement, ...policy } }));
const payments = fc.integer({ min: 0, max: 500_000 }).map(eur);

describe('for every period, policy and payment', () => {
  it('paid and balance make the entitlement, and the lines sum to it', () => {
    fc.assert(
      fc.property(policies, periods, payments, (terms, period, already) => {
        const { entitlement, outcome, amount, assessment } = settle(terms, semester, period, already);
        const settled = outcome === 'recovery' ? subtract(already, amount) : add(already, amount);
        expect(settled).toEqual(entitlement);
        expect(
          sum(
            assessment.lines.map((line) => line.amount),
            'EUR',
          ),
        ).toEqual(entitlement);
        expect(amount.minor).toBeGreaterThanOrEqual(0);
        expect(outcome === 'settled').toBe(amount.minor === 0);
      }),
    );
  });

  it('a recovery is never above what was paid', () => {
    fc.assert(
      fc.property(policies, fc.option(periods, { nil: undefined }), payments, (terms, period, already) => {
        const { outcome, amount } = settle(terms, semester, period, already);
        if (outcome === 'recovery') expect(compare(amount, already)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('15. preview', () => {
  it('says what leaving on a day would mean', () => {
    expect(formatDecimal(preview(nhh, semester, '2025-10-17', paid).amount)).toBe('424.00');
  });

  it('before the first day, everything', () => {
    expect(formatDecimal(preview(nhh, semester, '2025-08-17', paid).amount)).toBe('1484.00');
  });

  it('an interruption that has not come yet is no obstacle', () => {
    const agreed = { ...semester, interruptionDays: 30 };
    expect(preview(nhh, agreed, '2025-08-20', paid).outcome).toBe('recovery');
  });

  it('is the final settlement of that day', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 0, max: 420 }), payments, (terms, length, already) => {
        const end = addDays('2025-08-18', length);
        expect(preview(terms, semester, end, already)).toEqual(settle(terms, semester, until(end), already));
      }),
    );
  });

  it('of the agreed last day promises what the agreement computes on the dates', () => {
    expect(preview(nhh, semester, semester.period.end, paid).entitlement).toEqual(assess(nhh, semester).total);
  });
});
