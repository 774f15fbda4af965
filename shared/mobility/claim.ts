import type { Instant, IsoDate } from '../calendar/clock.ts';
import type { Period } from '../grant/types.ts';
import type { Money } from '../money/money.ts';

export interface Claim {
  readonly kid: string;
  readonly amount: Money;
  readonly local: Money;
  readonly state: 'awaiting-approval' | 'open' | 'overdue' | 'settled';
  readonly raisedAt: Instant;
  /** Which calculation of the case it follows from, counted from one; no calculation is demanded on twice. */
  readonly calculation: number;
  /** How the amount follows; shared/claims/words.ts puts it into words. */
  readonly working: DemandWorking;
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
  /** The participant asks to pay in parts, and the office has not answered yet. */
  readonly askedForParts?: { readonly at: Instant; readonly wish: string };
  /** The office's last word against parts. */
  readonly refusedParts?: { readonly at: Instant; readonly by: string; readonly answer: string };
  readonly objection?: Objection;
  /** Handed over to be collected by others: reminders stop, money that comes in still counts. */
  readonly collection?: { readonly at: Instant; readonly by: string; readonly agency: string };
}

/** From what a demanded amount follows, in euro (shared/claims/demand.ts). */
export interface DemandWorking {
  /** The entitlement so far: agreed, or of the calculation before. */
  readonly before: Money;
  readonly entitlement: Money;
  /** What was still to be paid to the participant; it comes off first. */
  readonly setOff: Money;
  /** Rest of an earlier demand, which this one takes over. */
  readonly takenOver: Money;
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
  /** Upheld before, and the calculation that was to follow was refused: the office decides again. */
  readonly correctionRefused?: { readonly by: string; readonly at: Instant; readonly proposedBy: string };
}

/** What the office proposes to be calculated anew, until a second person decides. */
export interface Correction {
  readonly by: string;
  readonly at: Instant;
  readonly dates: Period | 'none' | 'unchanged';
  /** Left out: as before. */
  readonly interruptionDays?: number;
  /** Explanation; the minimum duration does not count then. */
  readonly forceMajeure?: string;
  readonly reason: string;
  readonly evidence: string;
  /** The case was closed when this was proposed. */
  readonly ofClosed?: true;
}
