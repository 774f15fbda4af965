import type { IsoDate } from '../calendar/clock.ts';
import type { PersonalDeadline } from '../deadlines/open.ts';
import type { Period } from '../grant/types.ts';
import type { Mailbox } from '../mail/addresses.ts';
import type { Delivery } from '../mail/lifecycle.ts';
import type { Money } from '../money/money.ts';
import type { PayeeAccount } from '../payments/types.ts';
import type { Approver, Correction, Document, Participant, Phase, RankingSeen, Stay } from './case.ts';
import type { MailTemplate, Recipient } from './effects.ts';
import type { Leg } from './green-claim.ts';

/** What opens a case: the application as the form hands it over, already well-formed. */
export interface Application {
  readonly institution: string;
  readonly participant: Participant;
  readonly stay: Stay;
  /** Whom to ask for consent, by role; a unit where the institution keeps a list of contacts. */
  readonly approvers?: Readonly<Record<string, NamedApprover>>;
}

export type NamedApprover = Approver | { readonly unit: string };

/** Everything that can be asked of a case, by whom, with what. `decide` answers each with a decision or a refusal. */
export type Command =
  | ParticipantCommand
  | ApprovalCommand
  | HostCommand
  | OfficeCommand
  | ControllerCommand
  | SystemCommand;

type ParticipantCommand =
  | { readonly type: 'sign' }
  /** Before signature: withdraws the application. After: reports the last day at the host (absent: never left). */
  | { readonly type: 'withdraw'; readonly lastDay?: IsoDate; readonly reason: string }
  | { readonly type: 'file-document'; readonly document: Document; readonly by?: 'office' }
  | { readonly type: 'report-obligations'; readonly codes: readonly string[] }
  /** Had to stop for illness: last day at the host (absent: never left), with the certificate filed just before. */
  | { readonly type: 'claim-illness'; readonly lastDay?: IsoDate; readonly document: string }
  | { readonly type: 'propose-account'; readonly account: PayeeAccount }
  /** Counts when the code that went there has been typed. */
  | { readonly type: 'propose-email'; readonly whose: 'first' | 'second'; readonly email: string }
  /** The code was right; `email` is the address that it went to. */
  | { readonly type: 'confirm-email'; readonly email: string }
  | { readonly type: 'ask-for-name'; readonly givenName: string; readonly familyName: string }
  | { readonly type: 'claim-green-travel'; readonly legs: readonly Leg[]; readonly receipts: readonly string[] }
  | { readonly type: 'waive-green-travel' }
  | { readonly type: 'report-interruption'; readonly period: Period; readonly reason: string }
  | { readonly type: 'ask-for-extension'; readonly end: IsoDate; readonly reason: string }
  | { readonly type: 'object-to-claim'; readonly reason: string }
  /** Cannot pay at once: `wish` says what can be paid when. */
  | { readonly type: 'ask-for-instalments'; readonly wish: string };

/** Asked by its role; `turn` says which of the people asked one after the other acts, and is absent for the office. */
type ApprovalCommand = {
  readonly role: string;
  readonly as: 'approver' | 'office';
  readonly turn?: number;
  readonly by: string;
} /** The office always gives a reason, an approver for a refusal. */ & (
  | { readonly type: 'decide-step'; readonly choice: 'agree' | 'refuse'; readonly reason?: string }
  /** Somebody else is asked instead. */
  | { readonly type: 'name-approver'; readonly to: Approver }
);

type HostCommand = {
  readonly type: 'confirm-stay';
  readonly by: 'host' | 'office';
  readonly period: Period;
  /** Left out: nothing is said of interruptions, and those count that the office has accepted. */
  readonly interruptionDays?: number;
  readonly name: string;
  readonly role: string;
};

type OfficeCommand =
  /** `points`: exactly where its round ranks by them. */
  | { readonly type: 'approve'; readonly by: string; readonly points?: number }
  | { readonly type: 'refuse'; readonly by: string; readonly reason: string }
  /** Keeps back what is paid next, and what has not left yet. */
  | { readonly type: 'hold-payment'; readonly by: string; readonly reason: string }
  /** Takes the hold off before any payment has come to be held. */
  | { readonly type: 'lift-hold'; readonly by: string }
  | { readonly type: 'decide-silence'; readonly by: string; readonly choice: 'extend' | 'demand' }
  | { readonly type: 'decide-illness'; readonly by: string; readonly choice: 'keep' | 'refuse' }
  | ExtensionAnswer
  | ({ readonly type: 'decide-green-claim'; readonly by: string } & (
      | { readonly choice: 'accept' }
      | { readonly choice: 'refuse'; readonly answer: string }
    ))
  | ({ readonly type: 'decide-interruption'; readonly by: string } & (
      | { readonly choice: 'confirm' }
      | { readonly choice: 'refuse'; readonly answer: string }
    ))
  | DeadlineCommand
  | ClaimDecision
  | ObjectionDecision
  /** An address that mail came back from is replaced, and the mail sent again. */
  | {
      readonly type: 'correct-address';
      readonly by: string;
      readonly whose: 'participant' | 'host';
      readonly email: string;
      readonly again: Pick<FailedMail, 'template' | 'data'>;
    }
  | ({ readonly type: 'propose-correction' } & Omit<Correction, 'at' | 'ofClosed'>);

/** The office gives somebody more time, or ends an offer whose reader no mail reaches. */
export type DeadlineCommand =
  | {
      readonly type: 'move-deadline';
      readonly by: string;
      readonly deadline: PersonalDeadline;
      readonly to: IsoDate;
      readonly reason: string;
    }
  | { readonly type: 'end-unreached'; readonly by: string; readonly reason: string };

/** The office's answer to a longer stay. `left`: what the tranche of the case still holds, in cents (budgets.ts). */
type ExtensionAnswer = { readonly type: 'decide-extension'; readonly by: string } & (
  | { readonly choice: 'grant'; readonly left?: number }
  | { readonly choice: 'refuse'; readonly answer: string }
);

/** The office's answer to an objection; upheld with what the calculation is to stand on instead. */
export type ObjectionDecision = {
  readonly type: 'decide-objection';
  readonly by: string;
  readonly answer: string;
} & (
  | { readonly choice: 'dismiss' }
  | { readonly choice: 'uphold'; readonly correction: Omit<Correction, 'at' | 'by' | 'ofClosed'> }
);

/** What the office does about a claim that is open. */
export type ClaimDecision = { readonly type: 'decide-claim'; readonly by: string } & (
  | { readonly choice: 'extend' }
  | { readonly choice: 'waive' | 'write-off'; readonly reason: string; readonly evidence: string }
  /** What is left, in equal parts due on these days. */
  | { readonly choice: 'instalments'; readonly due: readonly IsoDate[] }
  /** No parts, although the participant asked for them. */
  | { readonly choice: 'refuse-instalments'; readonly answer: string }
  | { readonly choice: 'collect'; readonly agency: string }
);

type ControllerCommand =
  /** `account` is the one that was looked at; another one that came in the meantime is not decided on. */
  | { readonly type: 'decide-account'; readonly by: string; readonly approve: boolean; readonly account?: PayeeAccount }
  | { readonly type: 'release-payment'; readonly by: string; readonly payment: string }
  | { readonly type: 'approve-demand'; readonly by: string }
  | { readonly type: 'decide-relief'; readonly by: string; readonly approve: boolean }
  | { readonly type: 'decide-correction'; readonly by: string; readonly approve: boolean }
  | { readonly type: 'release-return'; readonly by: string; readonly payment: string };

type SystemCommand =
  | { readonly type: 'assess' }
  /** `tranche`: where the money is; without it the first of the call. */
  | {
      readonly type: 'reserve';
      readonly budgetExhausted?: boolean;
      readonly tranche?: string;
      /** How its round stands, where one ranks it. */
      readonly ranking?: RankingSeen;
    }
  | { readonly type: 'issue-agreement' }
  | { readonly type: 'prepare-payment' }
  | { readonly type: 'open-stay' }
  | { readonly type: 'settle' }
  | { readonly type: 'raise-claim' }
  /** A wait ran into its time limit: the phase's workflow is started afresh, well before it reaches one year. */
  | {
      readonly type: 'restart-phase';
      readonly phase: Phase;
      /** The attempt that ran out of time; another one is under way already when the case has gone beyond it. */
      readonly attempt?: number;
    }
  /** Deadlines that have come; `delivered` are the notices that really reached their reader (fair notice). */
  | { readonly type: 'fall-due'; readonly delivered: readonly DeliveredNotice[] }
  | { readonly type: 'mail-failed'; readonly mail: FailedMail }
  | { readonly type: 'payment-instructed'; readonly payment: string; readonly batch: string }
  | {
      readonly type: 'payment-status';
      readonly payment: string;
      readonly status: string;
      readonly reason?: string;
      /** Said of the whole file, not of this payment. */
      readonly wholeFile?: boolean;
    }
  | {
      readonly type: 'payment-booked';
      readonly payment: string;
      readonly local: Money;
      readonly date: IsoDate;
      readonly reference: string;
    }
  | {
      readonly type: 'payment-returned';
      readonly payment: string;
      readonly local: Money;
      readonly date: IsoDate;
      readonly reference: string;
      readonly reason: string;
    }
  | {
      readonly type: 'repayment-received';
      readonly local: Money;
      readonly date: IsoDate;
      readonly reference: string;
      /** As far as the bank says. */
      readonly payer?: Payer;
      /** Who in finance said that it belongs to this case, where no KID did. */
      readonly matchedBy?: string;
    };

/** Whoever paid something in. */
export interface Payer {
  readonly name?: string;
  readonly account?: PayeeAccount;
}

/** One notice that the reader's mail server has taken: which template, when. */
export interface DeliveredNotice {
  readonly template: string;
  readonly at: string;
}

/** A mail that did not reach its reader, or that the reader called unwanted. */
export interface FailedMail {
  readonly id: string;
  readonly template: MailTemplate | 'code';
  readonly data: Readonly<Record<string, string | number>>;
  readonly recipient: Recipient;
  readonly mailbox: Mailbox;
  readonly delivery: Delivery;
  /** The version of its record that this was read from. */
  readonly record: number;
  /** It had been known to have failed: another way has been looked for already. */
  readonly again: boolean;
}

export type CommandType = Command['type'];
