import type { IsoDate } from '../calendar/clock.ts';
import type { Counting } from '../calendar/counts.ts';
import type { TravelMode } from '../grant/travel-modes.ts';
import type { ActivityType } from '../grant/types.ts';
import type { Currency, Money } from '../money/money.ts';
import type { ApprovalRule } from './approvals.ts';
import type { Asked, AskedQuery } from './asked.ts';
import type { Award } from './award.ts';
import type { BankProfile } from './bank.ts';
import type { Condition } from './conditions.ts';
import type { Text } from './values.ts';

export type Language = 'en' | 'nb' | 'nn' | 'nl';

export interface Contact {
  readonly name: string;
  readonly email: string;
}

/** Rate at which an EU tranche reached the institution; frozen on each agreement. domain.md §4, NHH "Currency and Exchange Rate". */
export interface Tranche {
  readonly tranche: string;
  readonly currency: Currency;
  /** Units of local currency for one euro, as an exact decimal string, e.g. `"11.7425"`. */
  readonly rate: string;
  readonly date: IsoDate;
  readonly evidence: string;
}

/** A submission window: stays that start within [startsFrom, startsTo] may be applied for and agreed within [opens, closes]. */
export interface Window {
  readonly semester: string;
  readonly startsFrom: IsoDate;
  readonly startsTo: IsoDate;
  readonly opens: IsoDate;
  readonly closes: IsoDate;
  readonly source: string;
}

/** Days before and after a due date on which a notice goes out. */
export interface ReminderPlan {
  readonly daysBefore: readonly number[];
  readonly daysAfter: readonly number[];
}

/** How one institution runs a case: dates, reminders, duties. Every field is rulebook data with a source in the YAML. */
export interface Procedure {
  /** Signature of the grant agreement: at least `minimumDays` after issue, otherwise the window's close. */
  readonly signature: { readonly minimumDays: number; readonly reminders: ReminderPlan };
  /** Confirmation of stay: due this many days after the planned end; then the office decides after `decideDays` more. */
  readonly confirmation: {
    readonly dueDays: number;
    /** Fixed days of the year (`MM-DD`) instead: the first of them after the planned end. */
    readonly dueOn?: readonly string[] | undefined;
    readonly reminders: ReminderPlan;
    readonly decideDays: number;
  };
  /** EU survey and own survey, after the dates are confirmed. */
  readonly obligations: { readonly dueDays: number; readonly reminders: ReminderPlan };
  /** Repayment demand: due this many days after it is sent; then the office decides after `decideDays` more. */
  readonly repayment: { readonly dueDays: number; readonly reminders: ReminderPlan; readonly decideDays: number };
  /** What waits for the office or a second person: reminded every so many days. */
  readonly office: { readonly remindEveryDays: number };
  /** Notices that must have been sent, and how many days before expiry the last of them, before anything expires. */
  readonly fairNotice: { readonly notices: number; readonly days: number };
  /** A day on which something is due from a person and on which nobody works. */
  readonly dueOnFreeDays: 'next-working-day' | 'as-stated';
  /** Moves of a deadline for want of delivered notices, after which the office may end the case. */
  readonly endUnreachedAfter: number;
  /** A later end of the stay is asked for at least so many months before the planned one. */
  readonly extension: { readonly monthsBefore: number };
  /** The institution's own duties: first payment within, balance within (calendar days). */
  readonly prefinancingDays: number;
  readonly balanceDays: number;
  /** A second person approves payments above this amount (EUR). */
  readonly fourEyesAbove: Money;
  /** Time of day of deadlines and reminders, institution's zone, e.g. `"08:00"`. */
  readonly timeOfDay: string;
}

export type { ApprovalRule } from './approvals.ts';
export type { BankProfile, PaymentFileProfile, VoucherProfile } from './bank.ts';

/** A tranche with its part of the call's money. */
export interface CallTranche extends Tranche {
  readonly amount: Money;
}

export interface CallProject {
  readonly call: string;
  readonly project: string;
  readonly budget: Money;
  /** The tranche that was received last: what an amount is shown at before a case has its own. */
  readonly exchange: Tranche;
  /** All of them; one with the whole budget where the file names one rate for the call. */
  readonly tranches: readonly CallTranche[];
}

/** Which part of a journey makes it green. */
export interface GreenRule {
  readonly modes: readonly TravelMode[];
  /** Of the kilometres there and back. */
  readonly leastPercent: number;
}

/** One obligation before the balance, e.g. `confirmation-of-stay`, `eu-survey`. */
export interface Obligation {
  readonly code: string;
  readonly label: Text;
  /** Who reports it done. `host` is the confirmation of stay itself. */
  readonly by: 'participant' | 'host' | 'office';
  readonly activities?: readonly ActivityType[] | undefined;
  /** Fulfilled by a claim with the legs of the journey and receipts, on which the office decides. */
  readonly greenClaim?: GreenRule | undefined;
  /** Only for stays of which this holds. */
  readonly when?: Condition | undefined;
  readonly source: string;
}

/** One tenant: everything about it that is not the amount of a grant. */
export interface Institution {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly country: string;
  readonly city: string;
  readonly timeZone: string;
  readonly languages: readonly Language[];
  readonly contacts: { readonly office: Contact; readonly finance: Contact; readonly controller: Contact };
  readonly bank: BankProfile;
  readonly calls: readonly CallProject[];
  /** How the money of a call is given away; first come, first served where nothing is said. */
  readonly award?: Award | undefined;
  readonly windows: readonly Window[];
  readonly procedure: Procedure;
  readonly obligations: readonly Obligation[];
  /** What it gives grants for, in the order of its file. */
  readonly activities: readonly ActivityType[];
  /** Who has to agree before the office decides, by activity; where nothing is said the office decides alone. */
  readonly approvals?: Readonly<Partial<Record<ActivityType, readonly ApprovalRule[]>>>;
  /** Grounds of the fewer-opportunities top-up, for the declaration only: the engine gets a yes or no. */
  readonly grounds: readonly {
    readonly code: string;
    readonly label: Text;
    /** For stays that start on this day or later. */
    readonly startsFrom?: IsoDate | undefined;
    readonly source: string;
  }[];
}

export interface TermsQuery {
  readonly institution: string;
  readonly call: string;
  readonly activity: ActivityType;
  readonly hostCountry: string;
  /** Erasmus code of the host, where it is known: its inter-institutional agreement may ask for more. */
  readonly hostCode?: string;
  /** The date that decides which dated values apply: the first day of the stay. */
  readonly on: IsoDate;
}

/**
 * All parameters that decide the amount of one grant, resolved from the rulebook: plain JSON with citations.
 * Pinned whole on the grant agreement, so that a later change of a rate never changes an older case (design.md §1.3).
 * The fields are the engine's business (shared/grant); everybody else stores and passes it on.
 */
export interface Terms extends TermsQuery {
  /** Content hash of the rulebook files it was resolved from. */
  readonly version: string;
  /** The sending institution: its short name in sentences, its country. */
  readonly home: {
    readonly name: string;
    readonly country: string;
    /** Where distances are measured from. */
    readonly place?: { readonly country: string; readonly city: string };
  };
  readonly payee?: 'participant' | 'unit';
  /** The register of agreements was asked for this host; absent where the host's code or the register is. */
  readonly agreement?: {
    readonly found: boolean;
    readonly languageLevel?: string;
    readonly ects?: number;
    readonly source?: string;
  };
  /** First and last day of the project, where the institution has entered them. */
  readonly project?: { readonly starts: IsoDate; readonly ends: IsoDate };
  readonly exceptional?: { readonly belowPercent: number; readonly paysPercent: number; readonly source: string };
  /** The host's country is one of the programme's for this call. */
  readonly hostInProgramme: boolean;
  readonly limits: {
    readonly counting: Counting;
    readonly minimumDays: number;
    readonly maximumDays: number;
    /** The most is for all stays of a study cycle together. */
    readonly perStudyCycle?: true;
    readonly maximumDaysOneCycle?: number;
    /** Most days of the stay that are funded, travel days apart. */
    readonly funded?: { readonly atMost: number; readonly source: string };
    readonly source: string;
  };
  readonly individualSupport: {
    /** e.g. `individual-support.high`. */
    readonly rule: string;
    readonly per: 'month' | 'day';
    /** Amounts by the day of the run from which they hold; the first from day 1. One entry for a rate per month. */
    readonly steps: readonly { readonly fromDay: number; readonly amount: Money }[];
    readonly source: string;
  };
  readonly topUps: readonly TopUpTerms[];
  /** Tried in order; the first whose condition holds. */
  readonly travel: readonly TravelTerms[];
  /** Tried in order; the first whose condition holds. None: no travel days. */
  readonly travelDays: readonly TravelDaysTerms[];
  readonly inclusion: { readonly source: string };
  readonly requirements: readonly RequirementTerms[];
  /** Tried in order; the first whose condition holds. None: the dates themselves. */
  readonly plan: readonly { readonly when?: Condition; readonly months: number; readonly source: string }[];
  readonly instalments: readonly {
    readonly percent: number;
    readonly when: Text;
    /** Nothing is paid before the stay. */
    readonly afterStay?: true;
    readonly source: string;
  }[];
  /** Lines (by code) that come whole with the last instalment. */
  readonly paidAtTheEnd?: readonly { readonly line: string; readonly when?: Condition; readonly source: string }[];
  readonly settlement: {
    readonly toleranceDays: number;
    readonly extraDays: 'paid' | 'zero-grant';
    readonly belowMinimum: 'nothing' | 'confirmed-days';
    readonly belowMinimumSource: string;
  };
  /** The submission window that the first day of the stay falls into, when there is one. */
  readonly window?: { readonly semester: string; readonly opens: IsoDate; readonly closes: IsoDate };
}

/** A sum on top; exactly one of the three amounts is present. */
export interface TopUpTerms {
  readonly code: string;
  readonly when: Condition;
  readonly perMonth?: Money;
  readonly once?: Money;
  readonly byDays?: readonly { readonly from: number; readonly to: number; readonly amount: Money }[];
  readonly source: string;
}

export interface TravelTerms {
  readonly when?: Condition;
  readonly bands: readonly { readonly fromKm: number; readonly standard: Money; readonly green?: Money }[];
  readonly source: string;
}

export interface TravelDaysTerms {
  readonly when?: Condition;
  readonly atMost: number;
  readonly where: Text;
  readonly source: string;
}

export interface RequirementTerms {
  readonly code: string;
  readonly when?: Condition;
  readonly test: Condition;
  readonly sentence: Text;
}

/** The rulebook as everybody uses it; loader.ts makes one. Pure: all of it is in memory. */
export interface Rulebook {
  /** Content hash of all files. */
  readonly version: string;
  /** One that takes applications; undefined also for one that is known by its rules only. */
  institution(id: string): Institution | undefined;
  /** All that take applications, by id. */
  institutions(): readonly Institution[];
  /**
   * The rules for one stay. Throws NotInRulebook, with a sentence that names what exists, for an institution, call or
   * activity that the rulebook does not have.
   */
  terms(query: TermsQuery): Terms;
  /** What an application form for one activity has to ask; undefined where the institution or the activity is unknown. */
  asked(query: AskedQuery): Asked | undefined;
}
