import type { IsoDate } from '../calendar/clock.ts';
import type { Money } from '../money/money.ts';
import type { ActivityType } from './activities.ts';

/** Both days count: `start` is the first and `end` the last day of required presence at the host. */
export interface Period {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

export type { ActivityType };

/** One requirement that is not met: a stable code and a sentence a person can read and act on. */
export interface Refusal {
  readonly code: string;
  readonly sentence: string;
}

/** The chain of durations of the Beneficiary Module; domain.md §2. All in days, `months` as e.g. `"4 months 2 days"`. */
export interface Days {
  readonly calculated: number;
  readonly interruption: number;
  readonly mobility: number;
  readonly travel: number;
  readonly nonFunded: number;
  readonly funded: number;
  readonly months: string;
  readonly extraDays: number;
}

/** One printed line of an amount. The sum of all lines is the total; each is rounded once, half up to the cent. */
export interface Line {
  readonly code: string;
  readonly amount: Money;
  /** Redoable by hand, e.g. `122 days × 530.00 EUR / 30 = 2 155.33 EUR`. */
  readonly working: string;
  /** Name of the rule in the rulebook, e.g. `individual-support.high`. */
  readonly rule: string;
  /** Document and place. */
  readonly source: string;
}

export interface Instalment {
  /** Share of the total as text, e.g. `70 %`. */
  readonly share: string;
  readonly amount: Money;
  /** Condition or time, as a sentence. */
  readonly when: string;
  /** The first one too is paid only when the stay is over and settled. */
  readonly afterStay?: true;
}

/** What a mobility is entitled to, with its working. */
export interface Assessment {
  readonly eligible: 'yes' | 'no' | 'undecided';
  readonly needs: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly days: Days;
  readonly lines: readonly Line[];
  readonly total: Money;
  readonly instalments: readonly Instalment[];
  /** Content hash of the rules that it was worked out by. */
  readonly rulebook: string;
}

/** Facts that eligibility asks for; which ones depends on the institution and activity. */
export interface Facts {
  readonly [name: string]: string | number | boolean | undefined;
}

/** What the engine needs to know of one stay. No personal data: the top-up is a yes or no, its ground never comes here. */
export interface StayInput {
  readonly activity: ActivityType;
  readonly host: {
    readonly country: string;
    readonly city?: string;
    /** One way, by the programme's distance calculator: the official figure. */
    readonly distanceKm?: number;
    /** Great circle between the cities, used where the official figure is not given and no band edge is near. */
    readonly estimatedKm?: number;
  };
  readonly period: Period;
  readonly interruptionDays?: number;
  readonly nonFundedDays?: number;
  readonly travelDays?: number;
  readonly travel: 'none' | 'standard' | 'green';
  readonly fewerOpportunities?: boolean;
  readonly inclusionCosts?: readonly { readonly what: string; readonly amount: Money }[];
  /** Real cost of an expensive journey, documented; see README.md §5. */
  readonly exceptionalCost?: Money;
  /** True: the institution's planning rule (NHH: a flat four months). False or absent: the dates. */
  readonly plan?: boolean;
  readonly facts?: Facts;
}

export interface Settlement {
  readonly entitlement: Money;
  readonly paid: Money;
  readonly outcome: 'balance' | 'settled' | 'recovery';
  /** Never negative: what is still to pay (balance) or to be repaid (recovery). */
  readonly amount: Money;
  readonly working: string;
  /** The assessment on the confirmed dates, whose lines sum to the entitlement. */
  readonly assessment: Assessment;
}
