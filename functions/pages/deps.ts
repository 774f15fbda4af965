import type { Deps, OpenCase, Perform } from '../../shared/mobility/perform.ts';
import type { Rulebook } from '../../shared/rulebook/types.ts';

/**
 * The bucket: uploads under `uploads/<institution>/<mobility>/<documentId>`, what participants keep under
 * `documents/<institution>/<mobility>/<id>.pdf`. functions/edge/objects.ts is one.
 */
export interface ObjectStore {
  /** Writes a new object; one that is there already stays as it is. */
  putOnce(key: string, body: Uint8Array, contentType: string): Promise<'written' | 'exists'>;
  get(key: string): Promise<Uint8Array>;
}

/** Told of faults that no person can be told about in detail. Ids and the error only: no names, no addresses of links. */
export type Report = (error: unknown) => void;

/**
 * Everything the pages need, handed in by handler.ts (live) or by a test. The pages send no mail themselves: a code is
 * asked for by an outbox item, which `deliver-outbox` hands to `deliverMail` of shared/mail.
 */
export interface PagesDeps extends Deps {
  /** The whole rulebook: forms ask it what to ask. */
  readonly rules: Rulebook;
  readonly perform: Perform;
  readonly openCase: OpenCase;
  readonly objects: ObjectStore;
  readonly report: Report;
}
