import type { Instant } from '../calendar/clock.ts';
import type { DocumentContent } from '../documents/content.ts';
import type { CreditTransfer } from '../payments/types.ts';
import type { Item } from '../store/port.ts';
import type { Mobility } from './case.ts';
import type { DraftEffect, Effect, FreshLinks, OfficeLinkEffect, RenderDocument, WaitName } from './effects.ts';

/** How the case and what belongs to it lie in the store. The keys are made in shared/store/keys.ts. */
export interface CaseItem extends Item {
  readonly mobility: StoredMobility;
  /** Fingerprint of its rules (terms.ts). */
  readonly terms: string;
}

/** The case without its rules, which lie in a record of their own. */
export type StoredMobility = Omit<Mobility, 'terms'>;

/** Something to be delivered; deleted when it has been. */
export interface PendingItem extends Item {
  readonly id: string;
  readonly institution: string;
  /** The case; before there is one, the draft that it is about (shared/drafts). */
  readonly mobility: string;
  readonly effect: { readonly type: string };
  /** Since when delivering it has failed, and whether a person has been told. */
  readonly failingSince?: Instant;
  readonly told?: boolean;
}

/** An effect of a decision, or of a page that people use before there is a case or without one. */
export interface OutboxItem extends PendingItem {
  readonly effect: Effect | DraftEffect | FreshLinks | OfficeLinkEffect;
}

/** The file of a document is to be made; its id is the document's. */
export interface DocumentOutboxItem extends PendingItem {
  readonly effect: RenderDocument;
}

/** A workflow that waits. The token never leaves the store but to Step Functions. */
export interface WaitItem extends Item {
  /** When the workflow came to wait, sortable: a call that comes late must not put its token over that of a newer one. */
  readonly since: string;
  readonly wait: WaitName;
  readonly attempt: number;
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

/** A document that the participant keeps, as the decision issued it; never changed. Its file is made from this. */
export interface DocumentItem extends Item {
  readonly content: DocumentContent;
  /** Its bytes in the bucket, once they lie there. */
  readonly file?: DocumentFile;
}

/** What the bytes of a document must be for ever. */
export interface DocumentFile {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Finds the case of a credit that carries a KID. */
export interface KidItem extends Item {
  readonly mobility: string;
}

/** What is left of one tranche of a call, in cents: `available + reserved = total`, always. */
export interface BudgetItem extends Item {
  readonly available: number;
  readonly reserved: number;
  /** The tranche's amount in the rulebook when the record was last compared with it. */
  readonly total: number;
  /** Grows when the total changes. */
  readonly version: number;
}
