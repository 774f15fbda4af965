import type { Instant, IsoDate } from '../calendar/clock.ts';
import type { ActivityType, Assessment, Facts, Instalment, Period, Settlement } from '../grant/types.ts';
import type { Money } from '../money/money.ts';
import type { PayeeAccount } from '../payments/types.ts';
import type { Language, Terms, Tranche } from '../rulebook/types.ts';

/** Where a mobility stands. The moves between them are the table in transitions.ts. */
export type State =
  | 'applied'
  | 'refused'
  | 'approved'
  | 'waiting-list'
  | 'awarded'
  | 'agreement-issued'
  | 'lapsed'
  | 'withdrawn'
  | 'signed'
  | 'stay-ended'
  | 'settled'
  | 'repayment-due'
  | 'closed';

/** Who acts. `system` is a workflow, a deadline or the bank's feedback. */
export type Actor = 'participant' | 'host' | 'office' | 'finance' | 'controller' | 'system';

export type Phase = 'application' | 'agreement' | 'payout' | 'stay' | 'settlement' | 'repayment';

export interface Participant {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly language: Language;
  readonly account: PayeeAccount;
}

export interface Stay {
  readonly call: string;
  readonly activity: ActivityType;
  readonly host: {
    readonly country: string;
    readonly city: string;
    /** Erasmus code, spaces significant, e.g. `F  PARIS014`; the name of a host that has none (erasmus-code.ts). */
    readonly code: string;
    /** The official figure, one way. */
    readonly distanceKm?: number;
    /** Great circle between the cities when the case was opened, where the official figure was not given. */
    readonly estimatedKm?: number;
    readonly contact: { readonly name: string; readonly email: string };
  };
  readonly planned: Period;
  readonly travel: 'none' | 'standard' | 'green';
  /** Neutral yes or no; the ground never stands here. */
  readonly fewerOpportunities: boolean;
  readonly facts: Facts;
}

export interface Agreement {
  readonly number: string;
  readonly issuedAt: Instant;
  readonly assessment: Assessment;
  readonly amount: Money;
  readonly instalments: readonly Instalment[];
  readonly exchange: Tranche;
  /** The institution signs at issue, in the name of the officer who approved; the participant with a one-time code. */
  readonly signatures: {
    readonly institution: { readonly by: string; readonly at: Instant };
    readonly participant?: { readonly at: Instant };
  };
}

/** In the order of a payment's life; what the bank says late and lower changes nothing (payments.ts). */
export type PaymentState =
  | 'held'
  | 'ready'
  | 'instructed'
  | 'accepted'
  | 'booked'
  | 'rejected'
  | 'returned'
  | 'cancelled';

/**
 * Why a payment waits for a second person: its amount; the one before was refused for a reason on our side, which has to
 * be put right first, or because the payee's name is not the account's, or for legal reasons (sanctions); the office keeps
 * it back.
 */
export type HoldReason = 'four-eyes' | 'bank-refused' | 'name-mismatch' | 'regulatory' | 'office';

/** One instruction to the bank. A rejected or returned one is never sent again: a new payment replaces it. */
export interface Payment {
  /** EndToEndId: institution, mobility, purpose, sequence. */
  readonly id: string;
  readonly purpose: 'pre-financing' | 'balance';
  readonly sequence: number;
  readonly state: PaymentState;
  readonly amount: Money;
  readonly local: Money;
  readonly account: PayeeAccount;
  readonly createdAt: Instant;
  readonly holdReason?: HoldReason;
  readonly batch?: string;
  readonly instructedAt?: Instant;
  readonly bookedOn?: IsoDate;
  readonly returnedOn?: IsoDate;
  /** The bank has said that the money left (ACSC, ACCC): a rejection after that is for a person. */
  readonly settled?: true;
  /** The bank refused the whole file that it stood in. */
  readonly fileRefused?: boolean;
  readonly reason?: string;
}

export interface Claim {
  readonly kid: string;
  readonly amount: Money;
  readonly local: Money;
  readonly state: 'awaiting-approval' | 'open' | 'overdue' | 'settled';
  readonly raisedAt: Instant;
  /** Which calculation of the case it follows from, counted from one; no calculation is demanded on twice. */
  readonly calculation: number;
  /** What was still to be paid to the participant and has been set off, in euro. */
  readonly setOff: Money;
  /** How the amount follows from the calculation, as a sentence. */
  readonly working: string;
  /** Of the whole; with a plan, of the part that comes next. */
  readonly due?: IsoDate;
  /** Credits that arrived against the KID; the bank's reference is the guard against counting one twice. */
  readonly credits: readonly {
    readonly reference: string;
    readonly local: Money;
    readonly amount: Money;
    readonly date: IsoDate;
    /** Who in finance said that it belongs here, where no KID did. */
    readonly matchedBy?: string;
  }[];
  readonly waived?: Money;
  readonly writtenOff?: Money;
  /** What of it lost its ground because the grant was calculated anew or a payment came back. */
  readonly cancelled?: Money;
  /** What the office proposes to give up, until a second person decides. */
  readonly proposedRelief?: Relief;
  /** Why the rest was given up, and by whom. */
  readonly relief?: Relief & { readonly approvedBy?: string };
  readonly plan?: InstalmentPlan;
  readonly objection?: Objection;
  /** Handed over to be collected by others: reminders stop, money that comes in still counts. */
  readonly collection?: { readonly at: Instant; readonly by: string; readonly agency: string };
}

export interface Relief {
  readonly kind: 'waive' | 'write-off';
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  /** Where the evidence is kept: a document of the case, or the reference of an archive. */
  readonly evidence: string;
}

/** What was left of a claim when the plan was agreed, in parts that together are exactly that. */
export interface InstalmentPlan {
  readonly by: string;
  readonly at: Instant;
  readonly parts: readonly { readonly due: IsoDate; readonly local: Money }[];
  /** Received before the plan, in local currency. */
  readonly received: Money;
}

export interface Objection {
  readonly at: Instant;
  readonly reason: string;
  readonly decision?: 'dismissed' | 'upheld';
  readonly answer?: string;
  readonly decidedBy?: string;
}

/** What the office proposes to be calculated anew, until a second person decides. */
export interface Correction {
  readonly by: string;
  readonly at: Instant;
  readonly dates: Period | 'none' | 'unchanged';
  /** Explanation; the minimum duration does not count then. */
  readonly forceMajeure?: string;
  readonly reason: string;
  readonly evidence: string;
}

/** Money paid in beyond a claim, on its way back to whoever paid it. Its figures are no part of the grant. */
export interface ReturnPayment {
  /** EndToEndId, like that of a payment. */
  readonly id: string;
  readonly sequence: number;
  readonly state: PaymentState;
  readonly local: Money;
  readonly account: PayeeAccount;
  /** `participant` where the bank does not say who paid, or the payer's account did not work. */
  readonly to: 'payer' | 'participant';
  readonly payeeName: string;
  /** The bank's reference of the credit; the guard against returning one twice. */
  readonly reference: string;
  readonly createdAt: Instant;
  readonly batch?: string;
  readonly instructedAt?: Instant;
  readonly bookedOn?: IsoDate;
  readonly reason?: string;
}

export interface Document {
  readonly id: string;
  readonly kind: 'confirmation-of-stay' | 'medical-certificate';
  readonly objectKey: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly at: Instant;
}

export type DeadlineKind =
  | 'approval-reminder'
  | 'agreement-reminder'
  | 'agreement-expiry'
  | 'prefinancing-duty'
  | 'account-reminder'
  | 'bank-silence'
  | 'four-eyes-reminder'
  | 'confirmation-request'
  | 'confirmation-reminder'
  | 'confirmation-decision'
  | 'obligations-reminder'
  | 'balance-duty'
  | 'claim-reminder'
  | 'claim-decision'
  | 'waiting-list-review'
  | 'illness-reminder'
  | 'relief-reminder'
  | 'demand-reminder'
  | 'objection-reminder'
  | 'correction-reminder'
  | 'collection-review';

/** One future moment at which something is sent, expires or is asked of somebody. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly at: Instant;
  /** Distinguishes several of one kind, e.g. the reminder's number or a payment id. */
  readonly ref?: string;
}

/** One mobility: the whole case of one stay of one participant. */
export interface Mobility {
  readonly institution: string;
  readonly id: string;
  /** Grows by one with every accepted command. */
  readonly version: number;
  readonly state: State;
  readonly participant: Participant;
  readonly stay: Stay;
  readonly appliedAt: Instant;
  /** The rules as they stood at the application: the case is decided, agreed and finished on them. Never replaced. */
  readonly terms: Terms;
  readonly assessment: Assessment;
  /** When the office was asked to approve. */
  readonly reviewAskedAt?: Instant;
  readonly refusalReason?: string;
  readonly approval?: { readonly by: string; readonly at: Instant };
  /** `tranche`: of the call's money, from which the amount is reserved. */
  readonly award?: { readonly amount: Money; readonly at: Instant; readonly tranche: string };
  readonly agreement?: Agreement;
  readonly payments: readonly Payment[];
  /** The office keeps back what is paid next, until another person releases it. */
  readonly hold?: { readonly by: string; readonly reason: string; readonly at: Instant };
  /** A new account that waits for a second person. */
  readonly proposedAccount?: { readonly account: PayeeAccount; readonly at: Instant };
  readonly confirmed?: {
    /** Absent: nothing of the stay is confirmed (never left, or never shown). */
    readonly period?: Period;
    readonly by: Actor;
    readonly name: string;
    readonly role: string;
    readonly at: Instant;
    /** Money will be due to the participant, so the obligations before the balance count. */
    readonly balanceExpected: boolean;
  };
  readonly documents: readonly Document[];
  readonly obligations: Readonly<Record<string, { readonly at: Instant; readonly by: Actor }>>;
  /** Codes that must stand in `obligations` before a balance is paid; pinned at signature. */
  readonly obligationsDue: readonly string[];
  readonly withdrawal?: { readonly at: Instant; readonly lastDay?: IsoDate; readonly reason: string };
  readonly illness?: {
    readonly at: Instant;
    readonly document: string;
    readonly decision?: 'kept' | 'refused';
    readonly decidedBy?: string;
  };
  readonly settlement?: Settlement & { readonly at: Instant; readonly kept?: Money };
  /** The claim of the last calculation that led to one. */
  readonly claim?: Claim;
  /** Claims of earlier calculations; their credits and what was given up still count. */
  readonly earlierClaims?: readonly Claim[];
  readonly returns?: readonly ReturnPayment[];
  readonly proposedCorrection?: Correction;
  /** Calculations that were replaced, with the dates that they stood on and why. */
  readonly earlierSettlements?: readonly {
    readonly settlement: Settlement & { readonly at: Instant };
    readonly confirmed: NonNullable<Mobility['confirmed']>;
    readonly correction?: Correction & { readonly approvedBy: string };
  }[];
  /** Mandatory explanation of force majeure, which lifts the minimum duration. */
  readonly forceMajeure?: string;
  readonly deadlines: readonly Deadline[];
  /** When the workflow of the stay first took it up. */
  readonly stayOpenedAt?: Instant;
  /** How often each phase was started; part of the execution name. */
  readonly attempts: Readonly<Partial<Record<Phase, number>>>;
  /** Phases whose workflow is under way. A phase runs at most once at a time, so its waits need no further name. */
  readonly openPhases: readonly Phase[];
}

/** What happened, for the timeline. Ids, codes, dates and amounts only: no personal data. */
export interface CaseEvent {
  readonly type: string;
  readonly at: Instant;
  readonly by: Actor;
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}
