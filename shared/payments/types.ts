import type { Instant, IsoDate } from '../calendar/clock.ts';
import type { Money } from '../money/money.ts';

/** An account at a bank: exactly one of a Norwegian account number (BBAN, 11 digits) or an IBAN. */
export type BankAccount = { readonly bban: string } | { readonly iban: string };

/** A unit or faculty of the institution itself, in whose name it is paid by an internal re-posting and by no bank. */
export interface CostCentre {
  readonly costCentre: string;
  readonly unit: string;
}

/** Where money goes. */
export type PayeeAccount = BankAccount | CostCentre;

/** One credit transfer of a batch, as the bank gets it. */
export interface CreditTransfer {
  /** ≤ 35 characters, a function of the payment identity, used once for ever. */
  readonly endToEndId: string;
  readonly amount: Money;
  readonly payeeName: string;
  readonly payeeCountry: string;
  readonly payeeTown?: string;
  readonly account: PayeeAccount;
  /** ≤ 140 characters, shown to the payee. No personal data beyond what the bank needs. */
  readonly message: string;
  /** Takes back from a unit what it was paid: the same voucher with its signs turned. */
  readonly reversal?: true;
}

export interface Batch {
  /** Also the MsgId: ≤ 35 characters. */
  readonly id: string;
  readonly created: Instant;
  readonly executionDate: IsoDate;
  readonly transfers: readonly CreditTransfer[];
}

/** ISO 20022 payment status codes that pain.002 reports, as far as they matter here. */
export type StatusCode =
  | 'RCVD'
  | 'PDNG'
  | 'ACTC'
  | 'ACCP'
  | 'ACSP'
  | 'ACWC'
  | 'ACSC'
  | 'ACCC'
  | 'PART'
  | 'RJCT'
  | 'CANC';

export interface StatusReport {
  readonly kind: 'status';
  readonly messageId: string;
  /** MsgId of the batch it speaks of. */
  readonly batchId: string;
  /** Status of the whole group or payment block, when the file gives one. */
  readonly group?: { readonly status: StatusCode; readonly reason?: string };
  readonly transactions: readonly {
    readonly endToEndId: string;
    readonly status: StatusCode;
    /** External reason code, e.g. `AC01`, `AC04`, and its free text. */
    readonly reason?: string;
    readonly text?: string;
  }[];
}

/** One booked movement on the institution's account. */
export interface Booking {
  /** The bank's own reference of this movement, unique per account; the guard against booking it twice. */
  readonly reference: string;
  readonly direction: 'debit' | 'credit';
  /** Present on an account of the institution other than the one that it pays from. */
  readonly account?: string;
  readonly amount: Money;
  readonly date: IsoDate;
  readonly endToEndId?: string;
  readonly batchId?: string;
  /** Creditor reference of a payment in (KID), digits. */
  readonly kid?: string;
  readonly text?: string;
  /** Who paid in, as far as the bank says. */
  readonly payer?: { readonly name?: string; readonly account?: PayeeAccount };
  /** Present when this credit is one of our payments coming back: the original EndToEndId and the reason code. */
  readonly returned?: { readonly endToEndId?: string; readonly reason: string };
  /** A debit that takes back a credit: no payment of ours, whatever it names. */
  readonly reversal?: boolean;
}

/** The movements of one account: a notification tells them as they happen, a statement (camt.053) all of a day, again. */
export interface Notification {
  readonly kind: 'bookings';
  readonly source: 'notification' | 'statement';
  readonly messageId: string;
  /** Where a long message is divided, which of its pages this is. */
  readonly page?: string;
  readonly account: string;
  readonly bookings: readonly Booking[];
  /** Of a statement, one for each of its parts; its entries explain them. */
  readonly balances?: readonly Balances[];
}

/** A message that speaks of several accounts: the movements of each, in the order of the file. */
export interface SeveralAccounts {
  readonly kind: 'accounts';
  readonly source: Notification['source'];
  readonly messageId: string;
  readonly page?: string;
  readonly parts: readonly Notification[];
}

/** What an account held before and after the entries of a statement; below zero where it was overdrawn. */
export interface Balances {
  readonly opening: Money;
  readonly closing: Money;
  readonly closedOn: IsoDate;
}

/** What the finance system did with a file of vouchers: those that it has posted, and those that it refused. */
export interface Receipt {
  readonly kind: 'receipt';
  readonly messageId: string;
  readonly posted: readonly Booking[];
  readonly refused: StatusReport;
}

export type BankFile = StatusReport | Notification | SeveralAccounts | Receipt;
