import type { Instant } from '../../shared/calendar/clock.ts';
import type { Deps, OpenCase, Perform } from '../../shared/mobility/perform.ts';

/** Where uploads lie: the bucket, under `uploads/<institution>/<mobility>/<documentId>`. */
export interface ObjectStore {
  /** Writes once; the key is new by construction. */
  put(key: string, body: Uint8Array, contentType: string): Promise<void>;
  /** Undefined when there is no such object. */
  get(key: string): Promise<Uint8Array | undefined>;
}

/** What went wrong that no person can be told about in detail: for the log. Ids only, no names, no tokens. */
export type Report = (what: string, error: unknown) => void;

/**
 * Everything the pages need, handed in by handler.ts (live) or by a test. The pages send no mail themselves: a code is
 * asked for by an outbox item, which `deliver-outbox` hands to `deliverMail` of shared/mail.
 */
export interface PagesDeps extends Deps {
  readonly perform: Perform;
  readonly openCase: OpenCase;
  readonly objects: ObjectStore;
  readonly report: Report;
}

/** The moment of one request: asked of the clock once, so that a page cannot show two times. */
export type Now = Instant;
