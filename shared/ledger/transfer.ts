import type { Instant, IsoDate } from '../calendar/clock.ts';
import type { Money } from '../money/money.ts';

/**
 * Accounts of the ledger (design.md §5). `budget` is per call, `bank` and `exchange` per institution and currency,
 * all others per mobility. `exchange` links the euro leg and the local leg of one payment at the frozen rate.
 */
export type Account =
  | `budget:${string}`
  | 'committed'
  | 'payable'
  | 'bank'
  | 'receivable'
  | 'waived'
  | 'written-off'
  | 'exchange'
  | 'overpaid';

/**
 * `posted`: moved. `pending`: reserved. `post`: makes (part of) a pending transfer final. `void`: gives the rest of a
 * pending one back. Nothing is ever updated or deleted; a correction is a new transfer.
 */
export type TransferKind = 'posted' | 'pending' | 'post' | 'void';

/** The rate at which a case pays, frozen on its agreement (domain.md §4: rate, date and evidence belong to the tranche). */
export interface FrozenRate {
  readonly rate: string;
  readonly tranche: string;
  readonly date: IsoDate;
  readonly evidence: string;
}

export interface Transfer {
  /** Deterministic, unique within the mobility, e.g. `award`, `pre-1:pay`, `pre-1:pay:post`. Written once. */
  readonly id: string;
  readonly institution: string;
  readonly mobility: string;
  readonly kind: TransferKind;
  readonly debit: Account;
  readonly credit: Account;
  /** Positive. */
  readonly amount: Money;
  /** The pending transfer that a `post` or `void` refers to. */
  readonly of?: string;
  /** The other-currency leg, and the rate that links both: of which tranche, of which day, on what evidence. */
  readonly link?: FrozenRate & { readonly transfer: string };
  readonly at: Instant;
  /** Why, for a person: `First instalment 70 %`. */
  readonly reason: string;
}
