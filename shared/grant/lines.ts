import { daysInWords, monthsInWords } from '../calendar/counts.ts';
import { inLanguage } from '../language/text.ts';
import { of, roundHalfUp } from '../money/fraction.ts';
import { eur, type Money, sum } from '../money/money.ts';
import type { Language, Terms, TopUpTerms } from '../rulebook/types.ts';
import { evaluate } from './conditions.ts';
import type { Counted } from './days.ts';
import type { Line, StayInput } from './types.ts';
import { amountIn, wordsOf } from './words.ts';

/**
 * Individual support. Per month: `rate × days / 30`, exact, rounded once. Per day: the days of the run at the rate of
 * each step, travel days included in the run. domain.md §3.
 */
export function individualSupport(terms: Terms, counted: Counted, language: Language): Line {
  const { rule, per, steps, source } = terms.individualSupport;
  const { funded } = counted.chain;
  const written = workingDays(counted, language, true);
  const [first] = steps;
  if (first === undefined) throw new Error(`The terms have no rate for ${rule}.`);
  if (per === 'month') {
    const { amount, working } = byMonth(first.amount, funded, written, language);
    return { code: 'individual-support', amount, working, rule, source };
  }
  const runs = runsOf(steps, funded);
  const amount = sum(
    runs.map((run) => eur(run.days * run.rate.minor)),
    'EUR',
  );
  const terse = runs.map((run) => `${daysInWords(run.days, language)} × ${amountIn(run.rate, language)}`).join(' + ');
  const prefix = written === daysInWords(funded, language) ? '' : `${written}: `;
  const working = `${prefix}${terse} = ${amountIn(amount, language)}`;
  return { code: 'individual-support', amount, working, rule, source };
}

/** The sums on top that apply; what is asked for and not known goes to `needs`. */
export function topUps(terms: Terms, counted: Counted, language: Language, needs: string[]): Line[] {
  const lines: Line[] = [];
  for (const topUp of terms.topUps) {
    const verdict = evaluate(topUp.when, counted.lookup);
    if (verdict.holds === undefined) needs.push(...verdict.missing);
    const found = verdict.holds === true ? topUpAmount(topUp, counted, language) : undefined;
    if (found !== undefined)
      lines.push({ code: topUp.code, ...found, rule: `top-up.${topUp.code}`, source: topUp.source });
  }
  return lines;
}

/** Inclusion support: each documented cost is a line of its own, paid as it is. */
export function inclusionCosts(terms: Terms, stay: StayInput, language: Language): Line[] {
  return (stay.inclusionCosts ?? []).map(({ what, amount }) => ({
    code: 'inclusion-support',
    amount,
    working: `${wordsOf(language).realCost}: ${what} = ${amountIn(amount, language)}`,
    rule: 'inclusion-support',
    source: terms.inclusion.source,
  }));
}

interface Found {
  readonly amount: Money;
  readonly working: string;
}

function topUpAmount({ perMonth, once, byDays }: TopUpTerms, counted: Counted, language: Language): Found | undefined {
  if (perMonth !== undefined)
    return byMonth(perMonth, counted.chain.funded, workingDays(counted, language, false), language);
  if (once !== undefined) return { amount: once, working: `${wordsOf(language).once} ${amountIn(once, language)}` };
  const { mobility } = counted.chain;
  const tier = byDays?.find(({ from, to }) => from <= mobility && mobility <= to);
  if (tier === undefined) return undefined;
  const range = daysInWords(tier.to, language).replace(String(tier.to), `${tier.from}–${tier.to}`);
  const working = `${daysInWords(mobility, language)} (${range}): ${wordsOf(language).once} ${amountIn(tier.amount, language)}`;
  return { amount: tier.amount, working };
}

function byMonth(rate: Money, days: number, written: string, language: Language): Found {
  const amount = eur(roundHalfUp(of(BigInt(rate.minor) * BigInt(days), 30)));
  return { amount, working: `${written} × ${amountIn(rate, language)} / 30 = ${amountIn(amount, language)}` };
}

/** How many days of the run fall to each step's rate. */
function runsOf(steps: Terms['individualSupport']['steps'], days: number): { days: number; rate: Money }[] {
  return steps
    .map(({ fromDay, amount }, index) => {
      const upTo = Math.min(days, (steps[index + 1]?.fromDay ?? Number.POSITIVE_INFINITY) - 1);
      return { days: Math.max(0, upTo - fromDay + 1), rate: amount };
    })
    .filter((run, index) => run.days > 0 || index === 0);
}

/** The funded days, and what they are made of where that is more than the dates: `126 days (122 + 4 travel)`. One line says which limit the travel days met. */
function workingDays({ chain, plannedMonths, travelDays }: Counted, language: Language, withLimit: boolean): string {
  const words = wordsOf(language);
  const parts: string[] = [];
  if (chain.travel > 0 || chain.nonFunded > 0) {
    const travel = chain.travel > 0 ? ` + ${chain.travel} ${words.travel}` : '';
    const without = chain.nonFunded > 0 ? ` − ${chain.nonFunded} ${words.withoutGrant}` : '';
    parts.push(`${chain.mobility}${travel}${without}`);
  }
  if (plannedMonths !== undefined) parts.push(words.flat(monthsInWords(plannedMonths, language)));
  if (withLimit && travelDays !== undefined && travelDays.given > chain.travel) {
    const { given, atMost, where } = travelDays;
    parts.push(words.travelDays(chain.travel, given, atMost, inLanguage(where, language)));
  }
  const days = daysInWords(chain.funded, language);
  return parts.length === 0 ? days : `${days} (${parts.join('; ')})`;
}
