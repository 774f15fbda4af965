import type { IsoDate } from '../calendar/clock.ts';
import { daysInWords } from '../calendar/counts.ts';
import { compareDates } from '../calendar/dates.ts';
import { compare, type Money, negate, subtract, zero } from '../money/money.ts';
import type { Language, Terms } from '../rulebook/types.ts';
import { assessCounted, assessmentOf } from './assess.ts';
import { type Chain, type Counted, countStay } from './days.ts';
import type { Assessment, Line, Period, Settlement, StayInput } from './types.ts';
import { maximumDays, previousDays } from './values.ts';
import { amountIn, wordsOf } from './words.ts';

/** What the end of the stay has shown to be otherwise than agreed; what is left out is as agreed. */
export interface SettleOptions {
  readonly interruptionDays?: number;
  readonly nonFundedDays?: number;
  readonly travelDays?: number;
  readonly travel?: StayInput['travel'];
  readonly fewerOpportunities?: boolean;
  readonly inclusionCosts?: NonNullable<StayInput['inclusionCosts']>;
  /** Force majeure, with its explanation on the case: the minimum duration does not count. */
  readonly forceMajeure?: boolean;
  /** Some of what was paid has come back or was given up, so that `paid` is what is kept of it. */
  readonly net?: boolean;
  readonly language?: Language;
}

/**
 * The final calculation: the entitlement on the confirmed dates, by the terms of the agreement, against what was paid.
 * `confirmed` undefined means that nothing of the stay is confirmed. `paid` is what the participant has and keeps so far.
 * The rules, in order, stand in README.md. Throws like `assess`.
 */
export function settle(
  terms: Terms,
  agreed: StayInput,
  confirmed: Period | undefined,
  paid: Money,
  options: SettleOptions = {},
): Settlement {
  const language = options.language ?? 'en';
  const { assessment, notes } =
    confirmed === undefined
      ? { assessment: nothingConfirmed(terms, agreed, language), notes: [] }
      : onConfirmedDates(terms, agreed, confirmed, options, language);
  return against(assessment, notes, { amount: paid, net: options.net ?? false }, language);
}

/** What would be owed if `lastDay` were the last day of the stay: the settlement with that end. */
export function preview(
  terms: Terms,
  agreed: StayInput,
  lastDay: IsoDate,
  paid: Money,
  options: SettleOptions = {},
): Settlement {
  const { start } = agreed.period;
  const period = compareDates(lastDay, start) < 0 ? undefined : { start, end: lastDay };
  return settle(terms, agreed, period, paid, options);
}

interface Final {
  readonly assessment: Assessment;
  /** Sentences beside the lines: days without grant, the tolerance. */
  readonly notes: readonly string[];
}

function onConfirmedDates(
  terms: Terms,
  agreed: StayInput,
  period: Period,
  options: SettleOptions,
  language: Language,
): Final {
  const words = wordsOf(language);
  const { settlement, limits } = terms;
  // Days are compared on the dates: a flat plan of months settles the first payment, not the length of the stay.
  const { mobility: agreedMobility, interruption: agreedBreak } = countStay(terms, { ...agreed, plan: false }).chain;
  const stay = confirmedStay(terms, agreed, period, options);
  const counted = countStay(terms, stay);
  const { mobility, interruption, calculated } = counted.chain;
  const extra = Math.max(0, mobility - agreedMobility);
  if (mobility < limits.minimumDays && settlement.belowMinimum === 'nothing' && options.forceMajeure !== true) {
    return { assessment: belowMinimum(terms, counted, extra, language), notes: [] };
  }
  const short = agreedMobility - mobility;
  // Days of interruption are never funded: no tolerance pays them.
  if (short > 0 && short <= settlement.toleranceDays && interruption <= agreedBreak) {
    const kept = assessCounted(terms, agreed, countStay(terms, agreed), 0, language);
    return { assessment: kept, notes: [words.agreedKept(daysInWords(short, language), settlement.toleranceDays)] };
  }
  const most = maximumDays(terms, stay);
  const zeroGrant = settlement.extraDays === 'zero-grant' ? extra : 0;
  const aboveMaximum = Math.max(0, mobility + previousDays(terms, stay) - most);
  const without = withoutGrant(counted, Math.max(zeroGrant, aboveMaximum));
  const notes = [
    ...(interruption > 0 ? [words.interruption(daysInWords(calculated, language), interruption, mobility)] : []),
    ...(zeroGrant > 0 ? [words.extraDays(daysInWords(zeroGrant, language))] : []),
    ...(aboveMaximum > 0 ? [words.aboveMaximum(daysInWords(aboveMaximum, language), most)] : []),
  ];
  return { assessment: assessCounted(terms, stay, without, extra, language), notes };
}

/** The stay as it really was. A shorter stay may have ended before the days agreed for an interruption. */
function confirmedStay(terms: Terms, agreed: StayInput, period: Period, options: SettleOptions): StayInput {
  const { forceMajeure: _majeure, net: _net, language: _language, ...found } = options;
  const stay: StayInput = { ...agreed, plan: false, period, ...found };
  const whole = countStay(terms, { ...stay, interruptionDays: 0, nonFundedDays: 0 }).chain;
  const interruptionDays = Math.min(stay.interruptionDays ?? 0, whole.calculated);
  const nonFundedDays = Math.min(stay.nonFundedDays ?? 0, whole.funded - interruptionDays);
  return { ...stay, interruptionDays, nonFundedDays };
}

/** Days beyond what the institution funds of any stay are without grant already. */
function withoutGrant(counted: Counted, days: number): Counted {
  const { chain, beyondFunding } = counted;
  const more = Math.min(Math.max(0, days - beyondFunding), chain.funded);
  return { ...counted, chain: { ...chain, nonFunded: chain.nonFunded + more, funded: chain.funded - more } };
}

/** Below the minimum nothing is due, also no travel grant and no top-up: the whole grant goes back. */
function belowMinimum(terms: Terms, counted: Counted, extra: number, language: Language): Assessment {
  const { mobility } = counted.chain;
  const { minimumDays } = terms.limits;
  const working = wordsOf(language).belowMinimum(daysInWords(mobility, language), daysInWords(minimumDays, language));
  const chain: Chain = { ...counted.chain, travel: 0, nonFunded: mobility, funded: 0 };
  const line = nothingDue('below-minimum', working, terms);
  return assessmentOf(terms, { ...counted, chain }, [line], counted.needs, extra, language);
}

function nothingConfirmed(terms: Terms, agreed: StayInput, language: Language): Assessment {
  const counted = countStay(terms, { ...agreed, plan: false });
  const chain: Chain = { calculated: 0, interruption: 0, mobility: 0, travel: 0, nonFunded: 0, funded: 0 };
  const line = nothingDue('nothing-confirmed', wordsOf(language).nothingConfirmed, terms);
  return assessmentOf(terms, { ...counted, chain }, [line], [], 0, language);
}

function nothingDue(code: string, working: string, terms: Terms): Line {
  const { belowMinimumSource: source } = terms.settlement;
  return { code, amount: zero('EUR'), working, rule: `settlement.${code}`, source };
}

function against(
  assessment: Assessment,
  notes: readonly string[],
  { amount: paid, net }: { readonly amount: Money; readonly net: boolean },
  language: Language,
): Settlement {
  const words = wordsOf(language);
  const had = `${amountIn(paid, language)} ${net ? words.kept : words.paid}`;
  const entitlement = assessment.total;
  const difference = subtract(entitlement, paid);
  const size = compare(difference, zero('EUR'));
  const outcome = size > 0 ? 'balance' : size < 0 ? 'recovery' : 'settled';
  const amount = size < 0 ? negate(difference) : difference;
  const end = { balance: words.toPay, recovery: words.toRepay, settled: words.settled }[outcome];
  const lines = assessment.lines.map(({ working }) => working);
  const together = lines.length > 1 ? [`${words.together} ${amountIn(entitlement, language)}`] : [];
  const equation =
    outcome === 'recovery'
      ? `${had} − ${amountIn(entitlement, language)} = ${amountIn(amount, language)} ${end}`
      : `${amountIn(entitlement, language)} − ${had} = ${amountIn(amount, language)}${outcome === 'settled' ? `: ${end}` : ` ${end}`}`;
  const working = [...lines, ...notes, ...together, equation].map((part) => `${part}.`).join(' ');
  return { entitlement, paid, outcome, amount, working, assessment };
}
