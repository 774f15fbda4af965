import { inLanguage } from '../language/text.ts';
import { of, roundHalfUp } from '../money/fraction.ts';
import { add, type Money, money, subtract, sum, zero } from '../money/money.ts';
import type { Language, Terms } from '../rulebook/types.ts';
import { evaluate } from './conditions.ts';
import type { Instalment, Line } from './types.ts';
import type { Lookup } from './values.ts';
import { amountIn, wordsOf } from './words.ts';

/**
 * The instalments of an amount as the terms share it. They sum to the total for every list of percentages. What is paid at
 * the end only is left out of the shares, and comes whole with the last.
 */
export function instalmentsOf(
  lines: readonly Line[],
  terms: Terms,
  lookup: Lookup,
  language: Language,
): readonly Instalment[] {
  const atTheEnd = lines.filter(({ code }) => isForTheEnd(code, terms, lookup));
  const end = sum(
    atTheEnd.map(({ amount }) => amount),
    'EUR',
  );
  const shared = subtract(
    sum(
      lines.map(({ amount }) => amount),
      'EUR',
    ),
    end,
  );
  const amounts = split(
    shared,
    terms.instalments.map(({ percent }) => percent),
  );
  return terms.instalments.map(({ percent, when, afterStay }, index) => {
    const part = amounts[index] ?? zero('EUR');
    const told = inLanguage(when, language);
    const isLast = index === terms.instalments.length - 1;
    const later = afterStay ? { afterStay } : {};
    if (!isLast || end.minor === 0) return { share: `${percent} %`, amount: part, when: told, ...later };
    const whole = wordsOf(language).andWhole(amountIn(end, language));
    return { share: `${percent} %`, amount: add(part, end), when: `${told}; ${whole}`, ...later };
  });
}

function isForTheEnd(code: string, terms: Terms, lookup: Lookup): boolean {
  return (terms.paidAtTheEnd ?? []).some(
    ({ line, when }) => line === code && (when === undefined || evaluate(when, lookup).holds === true),
  );
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
