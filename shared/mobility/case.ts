import type { Instant, IsoDate } from '../calendar/clock.ts';
import type { MovedDeadline } from '../deadlines/open.ts';
import type { ActivityType, Assessment, Facts, Instalment, Period, Settlement } from '../grant/types.ts';
import type { Money } from '../money/money.ts';
import type { PayeeAccount } from '../payments/types.ts';
import type { Language, Terms, Tranche } from '../rulebook/types.ts';
import type { Text } from '../rulebook/values.ts';
import type { Claim, Correction } from './claim.ts';
import type { Amendment, Extension } from './extension.ts';
import type { GreenClaim } from './green-claim.ts';
import type { Interruption } from './interruption.ts';
import type { Payment, ReturnPayment, Reversal } from './payment.ts';

export type { Claim, Correction, InstalmentPlan, Objection, Relief } from './claim.ts';
export type { HoldReason, Payment, PaymentState, ReturnPayment, Reversal } from './payment.ts';

/** Where a mobility stands. The moves between them are the table in transitions.ts. */
export type State =
  | 'applied'
  | 'refused'
  | 'approved'
  | 'awaiting-ranking'
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
export type Actor = 'participant' | 'approver' | 'host' | 'office' | 'finance' | 'controller' | 'system';

export type Phase = 'application' | 'agreement' | 'payout' | 'stay' | 'settlement' | 'repayment';

export interface Participant {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  /** A private one, for when mail to the first comes back: university accounts end with the studies. */
  readonly secondEmail?: string;
  /** Where mail went before, for the notice that it goes elsewhere now. */
  readonly formerEmail?: string;
  readonly language: Language;
  readonly account: PayeeAccount;
}

/** An address that stands in the case. */
export type AddressOnFile = 'participant' | 'participant-second' | 'participant-new' | 'participant-former' | 'host';

/** An address that the participant has given and not yet shown to be theirs. */
export interface ProposedEmail {
  readonly whose: 'first' | 'second';
  readonly email: string;
  readonly at: Instant;
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

/** Somebody whose consent is asked for. */
export interface Approver {
  readonly name: string;
  readonly email: string;
}

/** One consent that an application needs before the office decides; what holds for it is pinned with the case. */
export interface ApprovalStep {
  readonly role: string;
  readonly label: Text;
  /** Only there can somebody be asked. */
  readonly domains: readonly string[];
  /** The fact that the consent answers with yes. */
  readonly fact?: string;
  readonly remindEveryDays: number;
  readonly escalateAfterDays: number;
  /** Whose contact it is, where the institution keeps a list. */
  readonly unit?: Text;
  /** Who is asked where mail to the contact comes back. */
  readonly deputy?: Approver;
  /** Who is asked now, or was asked last. */
  readonly approver: Approver;
  readonly askedAt?: Instant;
  /** Who was asked before, and who put another in their place. */
  readonly earlier?: readonly { readonly approver: Approver; readonly until: Instant; readonly by: Actor }[];
  readonly decision?: {
    readonly choice: 'agreed' | 'refused';
    /** By name. */
    readonly by: string;
    /** The office decides in the place of somebody who does not answer. */
    readonly as: 'approver' | 'office';
    readonly at: Instant;
    readonly reason?: string;
  };
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
  /** Changes since it was signed, the oldest first; amount, instalments and working above are those of the last. */
  readonly amendments?: readonly Amendment[];
}

export interface Document {
  readonly id: string;
  readonly kind: 'confirmation-of-stay' | 'medical-certificate' | 'travel-receipt';
  readonly objectKey: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly at: Instant;
}

export type DeadlineKind =
  | 'approval-reminder'
  | 'step-reminder'
  | 'step-escalation'
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
  | 'ranking'
  | 'waiting-list-review'
  | 'illness-reminder'
  | 'extension-reminder'
  | 'interruption-reminder'
  | 'green-claim-reminder'
  | 'relief-reminder'
  | 'demand-reminder'
  | 'objection-reminder'
  | 'instalments-reminder'
  | 'correction-reminder'
  | 'collection-review';

/** How a case stands in the round that ranks it. */
export interface RankingSeen {
  readonly round: string;
  /** Absent: not ranked yet. */
  readonly rankedAt?: Instant;
  /** Absent in a ranking: the case was not approved when it was made, and is served behind it. */
  readonly place?: number;
  readonly of?: number;
}

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
  /** Whose consent it needs before the office decides, in their order; absent where the office decides alone. */
  readonly approvals?: readonly ApprovalStep[];
  /** When the office was asked to approve. */
  readonly reviewAskedAt?: Instant;
  readonly refusalReason?: string;
  readonly approval?: { readonly by: string; readonly at: Instant; readonly points?: number };
  readonly ranking?: RankingSeen;
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
    /** Days of interruption within the dates, where whoever confirmed them has stated any. */
    readonly interruptionDays?: number;
    /** Money will be due to the participant, so the obligations before the balance count. */
    readonly balanceExpected: boolean;
  };
  readonly proposedEmail?: ProposedEmail;
  /** The spelling of the name that the participant asks for; agreement and bank carry it, so the office looks at it. */
  readonly askedName?: { readonly givenName: string; readonly familyName: string; readonly at: Instant };
  readonly documents: readonly Document[];
  readonly obligations: Readonly<Record<string, { readonly at: Instant; readonly by: Actor }>>;
  /** Codes that must stand in `obligations` before a balance is paid; pinned at signature. */
  readonly obligationsDue: readonly string[];
  /** Later ends that were asked for, the oldest first. */
  readonly extensions?: readonly Extension[];
  /** Breaks in the stay that were reported, in the order of the reports. */
  readonly interruptions?: readonly Interruption[];
  /** After the return, where the rules ask for one. */
  readonly greenClaim?: GreenClaim;
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
  readonly reversals?: readonly Reversal[];
  readonly proposedCorrection?: Correction;
  /** Calculations that were replaced, with the dates that they stood on and why. */
  readonly earlierSettlements?: readonly {
    readonly settlement: Settlement & { readonly at: Instant };
    readonly confirmed: NonNullable<Mobility['confirmed']>;
    readonly correction?: Correction & { readonly approvedBy: string };
  }[];
  /** Mandatory explanation of force majeure, which lifts the minimum duration. */
  readonly forceMajeure?: string;
  /** Addresses that mail came back from for good, or whose owner called it unwanted: nothing is sent there any more. */
  readonly unreachable?: readonly AddressOnFile[];
  readonly deadlines: readonly Deadline[];
  /** Days for a person that have moved, the oldest first. */
  readonly moved?: readonly MovedDeadline[];
  /** The office has ended the offer, because nobody could be reached. */
  readonly ended?: { readonly by: string; readonly reason: string; readonly at: Instant };
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
