import { of, roundHalfUp } from '../money/fraction.ts';
import { type Money, money } from '../money/money.ts';
import type { Language, Terms } from '../rulebook/types.ts';
import { inLanguage } from './eligibility.ts';
import type { Instalment } from './types.ts';

/** The instalments of a total as the terms share it. They sum to the total for every list of percentages. */
export function instalmentsOf(total: Money, terms: Terms, language: Language): Instalment[] {
  const amounts = split(
    total,
    terms.instalments.map(({ percent }) => percent),
  );
  return terms.instalments.map(({ percent, when }, index) => ({
    share: `${percent} %`,
    amount: amounts[index] ?? money(0, total.currency),
    when: inLanguage(when, language),
  }));
}

/**
 * Splits a total by percentages that make 100. Each part is the difference of two rounded cumulative sums, so that the
 * parts sum to the total and none is negative, however many there are.
 */
export function split(total: Money, percentages: readonly number[]): Money[] {
  let share = 0;
  let given = 0;
  return percentages.map((percent) => {
    share += percent;
    const upToHere = roundHalfUp(of(BigInt(total.minor) * BigInt(share), 100));
    const part = money(upToHere - given, total.currency);
    given = upToHere;
    return part;
  });
}
