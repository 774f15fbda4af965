import type { CreditTransfer } from '../payments/types.ts';
import type { Item } from '../store/port.ts';
import type { Mobility } from './case.ts';
import type { Effect, WaitName } from './effects.ts';

/** How the case and what belongs to it lie in the store. The keys are made in shared/store/keys.ts. */
export interface CaseItem extends Item {
  readonly mobility: Mobility;
}

/** An effect to be delivered; deleted when it has been. */
export interface OutboxItem extends Item {
  readonly id: string;
  readonly institution: string;
  readonly mobility: string;
  readonly effect: Effect;
}

/** A workflow that waits. The token never leaves the store but to Step Functions. */
export interface WaitItem extends Item {
  readonly wait: WaitName;
  readonly token: string;
}

/**
 * The payment as the payment run and the bank's feedback find it, kept for ever: the identity (EndToEndId) with a hash of
 * the instruction. `state` is `held`, `ready`, `batched`, or `cancelled`; what the bank did stands on the case.
 */
export interface PaymentRecord {
  readonly institution: string;
  readonly mobility: string;
  readonly transfer: CreditTransfer;
  readonly hash: string;
  /** Absent while held. */
  readonly cutOff?: string;
}

export interface PaymentItem extends Item, PaymentRecord {
  readonly batch?: string;
}

/** Finds the case of a credit that carries a KID. */
export interface KidItem extends Item {
  readonly mobility: string;
}

/** What is left of a call's budget, in cents. */
export interface BudgetItem extends Item {
  readonly available: number;
  readonly reserved: number;
}
