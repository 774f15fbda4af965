import type { Instant, IsoDate } from '../calendar/clock.ts';
import type { Money } from '../money/money.ts';
import type { CostCentre, PayeeAccount } from '../payments/types.ts';

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
 * Why a payment waits for a second person: its amount; the one before failed for a reason that is not the payee's account
 * and has to be put right first, or because the payee's name is not the account's, or for legal reasons (sanctions); the
 * office keeps it back.
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

/** A voucher that takes back from a unit what it was paid too much. Its posting is a repayment of the claim. */
export interface Reversal {
  /** EndToEndId, like that of a payment. */
  readonly id: string;
  readonly sequence: number;
  readonly state: PaymentState;
  readonly amount: Money;
  readonly local: Money;
  readonly account: CostCentre;
  readonly createdAt: Instant;
  readonly batch?: string;
  readonly instructedAt?: Instant;
  readonly bookedOn?: IsoDate;
  readonly fileRefused?: boolean;
  readonly reason?: string;
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
  /** Who in finance gave the credit to the case, where no KID did: another person than who releases the return. */
  readonly matchedBy?: string;
  readonly createdAt: Instant;
  readonly batch?: string;
  readonly instructedAt?: Instant;
  readonly bookedOn?: IsoDate;
  readonly fileRefused?: boolean;
  readonly reason?: string;
}
