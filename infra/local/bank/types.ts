import type { Clock, Instant, IsoDate } from '../../../shared/calendar/clock.ts';
import type { Money } from '../../../shared/money/money.ts';
import type { BankProfile } from '../../../shared/rulebook/types.ts';

/** What the bank does with payments to an account, chosen per account to play a story. */
export type Behaviour =
  /** Accepts, books the next business day. */
  | 'pay'
  /** Rejects with AC01 in the status report. */
  | 'reject'
  /** Books, and gives the money back three business days later with AC04. */
  | 'return'
  /** Takes the payment and never says or does anything. */
  | 'silent'
  /** Pays once, but sends every file about it twice, and once more late and out of order. */
  | 'twice';

export const behaviours: readonly Behaviour[] = ['pay', 'reject', 'return', 'silent', 'twice'];

/** An institution that has an account here. A rulebook BankProfile is one. */
export type Customer = Pick<BankProfile, 'account' | 'currency' | 'format'>;

/** When the bank works. */
export interface Habits {
  /** Minutes from a file's arrival to its status report. */
  readonly statusMinutes: number;
  /** Local time of booking on business days. */
  readonly bookingTime: string;
  /** Business days from booking to return, where an account returns. */
  readonly returnDays: number;
  readonly zone: string;
  /** Whose bank holidays count. */
  readonly country: string;
  /** The status report that follows a pain.001.001.09; after .03 it is always pain.002.001.03. */
  readonly status: 'pain.002.001.10' | 'pain.002.001.11';
  /** Whether a statement (camt.053) follows at the end of each day on which the account moved. */
  readonly statements: boolean;
}

export interface BankOptions {
  readonly clock: Clock;
  /** Path of the bank's own state file, or `:memory:`. */
  readonly database: string;
  /** Hands a file to an institution. At least once: after a crash the same file, with the same name and bytes, comes again. */
  deliver(institution: string, fileName: string, bytes: Uint8Array): Promise<void>;
  /** Known customers by institution id. One that is not known is taken on by its first valid file. */
  readonly customers?: Readonly<Record<string, Customer>>;
  readonly profile?: Partial<Habits>;
}

export interface PayIn {
  readonly institution: string;
  readonly kid?: string;
  /** In the currency of the customer's account. */
  readonly amount: Money;
  readonly text?: string;
  readonly payerName: string;
}

export interface AccountView {
  readonly account: string;
  readonly owner: string;
  /** Present where the account is a customer's own. */
  readonly institution?: string;
  readonly behaviour: Behaviour;
  /** One per currency that ever moved, in alphabetical order. */
  readonly balances: readonly Money[];
}

export interface MovementView {
  readonly account: string;
  readonly reference: string;
  readonly at: Instant;
  readonly date: IsoDate;
  readonly direction: 'debit' | 'credit';
  readonly amount: Money;
  readonly counterAccount: string;
  readonly counterName: string;
  readonly endToEndId?: string;
  readonly kid?: string;
  readonly text?: string;
  readonly returnReason?: string;
}

export type InstructionState = 'received' | 'accepted' | 'rejected' | 'silent' | 'booked' | 'returned';

export interface InstructionView {
  readonly institution: string;
  readonly endToEndId: string;
  readonly batchId: string;
  readonly payee: string;
  readonly account: string;
  readonly amount: Money;
  readonly message: string;
  readonly state: InstructionState;
  readonly reason?: string;
}

export interface FileView {
  readonly institution: string;
  readonly name: string;
  readonly direction: 'received' | 'sent';
  /** When it came, or when it is or was due to go. */
  readonly at: Instant;
  /** False for one that is still to go. */
  readonly done: boolean;
}
