import { countDays, inWords } from '../calendar/counts.ts';
import type { Language, Terms } from '../rulebook/types.ts';
import { evaluate } from './conditions.ts';
import type { Days, StayInput } from './types.ts';
import { type Lookup, valuesOf } from './values.ts';

/** A stay whose numbers contradict each other. `field` is the place in the stay, e.g. `interruptionDays`. */
export class InvalidStay extends Error {
  readonly field: string;

  constructor(field: string, sentence: string) {
    super(sentence);
    this.name = 'InvalidStay';
    this.field = field;
  }
}

/** calculated − interruption = mobility; mobility + travel − nonFunded = funded. domain.md §2. */
export interface Chain {
  readonly calculated: number;
  readonly interruption: number;
  readonly mobility: number;
  readonly travel: number;
  readonly nonFunded: number;
  readonly funded: number;
}

/** The days of one stay, and what they were counted by. */
export interface Counted {
  readonly chain: Chain;
  /** Values for conditions, on the dates of the stay. */
  readonly lookup: Lookup;
  /** Months of the planning rule, where it was applied. */
  readonly plannedMonths?: number;
  /** The rule that limited the travel days, where any were given. */
  readonly travelDays?: {
    readonly given: number;
    readonly atMost: number;
    readonly where: Terms['travelDays'][number]['where'];
  };
  /** Days of the stay beyond the most that the institution funds; they are without grant. */
  readonly beyondFunding: number;
  /** Facts without which the travel days or the plan could not be decided. */
  readonly needs: readonly string[];
}

/**
 * Counts the days of a stay by its terms: on the dates or, with `plan`, on the institution's planning rule.
 * Throws InvalidDate, InvalidPeriod and InvalidStay.
 */
export function countStay(terms: Terms, stay: StayInput): Counted {
  const calculated = countDays(stay.period.start, stay.period.end, terms.limits.counting);
  const onDates = chain(calculated, stay, 0);
  const lookup = valuesOf(terms, stay, onDates);
  const needs: string[] = [];
  const plannedMonths = stay.plan === true ? planned(terms, lookup, needs) : undefined;
  const limit = (stay.travelDays ?? 0) > 0 ? travelDaysLimit(terms, stay, lookup, needs) : undefined;
  const base = plannedMonths === undefined ? calculated : plannedMonths * 30;
  const whole = chain(base, stay, limit === undefined ? 0 : Math.min(limit.given, limit.atMost));
  const { atMost = whole.mobility } = terms.limits.funded ?? {};
  const beyondFunding = Math.max(0, whole.mobility - atMost);
  const nonFunded = Math.max(whole.nonFunded, beyondFunding);
  return {
    chain: { ...whole, nonFunded, funded: whole.mobility + whole.travel - nonFunded },
    beyondFunding,
    lookup,
    ...(plannedMonths === undefined ? {} : { plannedMonths }),
    ...(limit === undefined ? {} : { travelDays: limit }),
    needs,
  };
}

/** The chain as it is printed and reported. */
export function daysOf(
  { calculated, interruption, mobility, travel, nonFunded, funded }: Chain,
  terms: Terms,
  extraDays: number,
  language: Language,
): Days {
  const months = inWords(funded, terms.limits.counting, language);
  return { calculated, interruption, mobility, travel, nonFunded, funded, months, extraDays };
}

function chain(calculated: number, stay: StayInput, travel: number): Chain {
  const interruption = wholeNumber(stay.interruptionDays, 'interruptionDays');
  const nonFunded = wholeNumber(stay.nonFundedDays, 'nonFundedDays');
  wholeNumber(stay.travelDays, 'travelDays');
  if (interruption > calculated) {
    throw new InvalidStay(
      'interruptionDays',
      `The interruption of ${interruption} days is longer than the stay of ${calculated}.`,
    );
  }
  const mobility = calculated - interruption;
  if (nonFunded > mobility + travel) {
    throw new InvalidStay(
      'nonFundedDays',
      `${nonFunded} days without grant are more than the ${mobility + travel} days there are.`,
    );
  }
  return { calculated, interruption, mobility, travel, nonFunded, funded: mobility + travel - nonFunded };
}

function wholeNumber(days: number | undefined, field: string): number {
  if (days === undefined) return 0;
  if (!Number.isSafeInteger(days) || days < 0) {
    throw new InvalidStay(field, `${field} is ${days}; it has to be a whole number of days, zero or more.`);
  }
  return days;
}

/** Months of the first planning rule that holds; undefined when the institution plans on the dates. */
function planned(terms: Terms, lookup: Lookup, needs: string[]): number | undefined {
  for (const { when, months } of terms.plan) {
    const verdict = when === undefined ? undefined : evaluate(when, lookup);
    if (verdict === undefined || verdict.holds === true) return months;
    // Nobody has said that this rule applies: the next one gives the amount meanwhile, and the fact is asked for.
    if (verdict.holds === undefined) needs.push(...verdict.missing);
  }
  return undefined;
}

function travelDaysLimit(terms: Terms, stay: StayInput, lookup: Lookup, needs: string[]): Counted['travelDays'] {
  const given = stay.travelDays ?? 0;
  for (const { when, atMost, where } of terms.travelDays) {
    const verdict = when === undefined ? undefined : evaluate(when, lookup);
    if (verdict === undefined || verdict.holds === true) return { given, atMost, where };
    if (verdict.holds === undefined) {
      needs.push(...verdict.missing);
      return undefined;
    }
  }
  return undefined;
}
