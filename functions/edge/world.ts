import { randomBytes, randomInt } from 'node:crypto';
import type { Clock } from '../../shared/calendar/clock.ts';
import type { Ids } from '../../shared/mobility/ids.ts';
import type { Capacity, DynamoStoreOptions } from '../../shared/store/dynamo.ts';

/** The outside world as far as code may depend on it: what time it is, and chance. */
export interface World {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told the billed units of every store call, where somebody measures them. */
  readonly onCapacity?: (capacity: Capacity) => void;
  /** Told what the store has written, where somebody follows it. */
  readonly onCommit?: DynamoStoreOptions['onCommit'];
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const systemWorld: World = {
  clock: { now: () => new Date().toISOString() },
  ids: {
    id: () => Array.from(randomBytes(10), (byte) => crockford[byte % 32]).join(''),
    secret: () => randomBytes(24).toString('base64url'),
    code: () => String(randomInt(1_000_000)).padStart(6, '0'),
  },
};

/**
 * The real clock and real randomness, or those of a local host that runs this handler in its own process with a movable
 * clock. The host puts its own under this symbol before it loads a handler; on AWS nothing does.
 */
export const world: World =
  (globalThis as { [edge: symbol]: World | undefined })[Symbol.for('wayfare.edge')] ?? systemWorld;
