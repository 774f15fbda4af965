import type { Instant } from '../calendar/clock.ts';
import type { IssuedDocument } from '../documents/content.ts';
import type { Refusal } from '../grant/types.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { Delivery } from '../mail/lifecycle.ts';
import type { CaseEvent, Mobility } from './case.ts';
import type { Effect } from './effects.ts';
import type { PaymentRecord } from './records.ts';

/** Other records that the same transaction writes beside the case; writes.ts turns them into store writes. */
export type RecordChange =
  | { readonly record: 'phase-started'; readonly phase: string; readonly attempt: number }
  | { readonly record: 'stay-taken'; readonly stay: string }
  | {
      readonly record: 'budget';
      readonly call: string;
      readonly tranche: string;
      /** Euro cents; negative: given back. */
      readonly reserve: number;
      /** Nothing is written unless the tranche still holds it. */
      readonly mustFit?: true;
    }
  /** A place on the waiting list of the call, or in the round that ranks the case, is taken, or left. */
  | { readonly record: 'waiting'; readonly state: 'waiting' | 'left' }
  /** Nothing is written once the round has been ranked. */
  | { readonly record: 'round-joined'; readonly call: string; readonly round: string }
  | { readonly record: 'payment-new'; readonly payment: PaymentRecord }
  | { readonly record: 'payment-ready'; readonly id: string; readonly cutOff: string }
  /** Was ready, and is kept back before any batch has taken it. */
  | { readonly record: 'payment-held'; readonly id: string }
  /** `from`: what the payment run sees of it, and must still see at the moment of the write. */
  | { readonly record: 'payment-cancelled'; readonly id: string; readonly from: 'held' | 'ready' }
  | { readonly record: 'kid'; readonly kid: string }
  /** What the participant gets to keep, as this decision issues it (shared/documents). */
  | { readonly record: 'document'; readonly document: IssuedDocument }
  /** What was heard of a mail; `version`: of its record as it was read. */
  | { readonly record: 'delivery'; readonly mail: string; readonly version: number; readonly delivery: Delivery }
  | { readonly record: 'task-done'; readonly id: string }
  | {
      readonly record: 'task';
      readonly id: string;
      readonly kind: string;
      readonly data: Readonly<Record<string, string>>;
    };

/** What `decide` wants written, all of it or nothing. */
export interface Decision {
  readonly at: Instant;
  readonly mobility: Mobility;
  readonly events: readonly CaseEvent[];
  readonly transfers: readonly Transfer[];
  readonly effects: readonly Effect[];
  readonly records: readonly RecordChange[];
}

/** `decided`: to be written. `nothing`: it has been done before. `refused`: with a sentence why. */
export type Outcome =
  | { readonly kind: 'decided'; readonly decision: Decision }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export const nothing: Outcome = { kind: 'nothing' };

export function refused(code: string, sentence: string): Outcome {
  return { kind: 'refused', refusal: { code, sentence } };
}
