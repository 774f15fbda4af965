import type { Instant } from '../calendar/clock.ts';
import { addDuration } from '../calendar/zones.ts';
import type { Deps } from '../mobility/perform.ts';
import type { OutboxItem } from '../mobility/records.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { limitKey, outboxQueue, workSort } from '../store/keys.ts';

/** So often, within so many hours; the spans follow one another from midnight UTC. */
export interface Limit {
  readonly most: number;
  readonly hours: number;
}

interface LimitItem extends OutboxItem {
  readonly left: number;
}

/** How often it is tried again because others count at the same moment. */
const TRIES = 8;

/**
 * Takes one of what may be done so often. False when nothing is left in this span. `what` must hold no personal data: hand
 * in a hash. The record goes by itself when its span is over.
 */
export async function take(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  institution: string,
  what: string,
  { most, hours }: Limit,
): Promise<boolean> {
  const from = spanAt(clock.now(), hours);
  const key = limitKey(institution, what, from);
  for (let tries = 1; ; tries += 1) {
    try {
      await store.commit(
        change()
          .update(key, { add: { left: -1 } })
          .expectAtLeast('left', 1).writes,
      );
      return true;
    } catch (error) {
      if (!(error instanceof Conflict) || tries >= TRIES) throw error;
    }
    const known = await store.get<LimitItem>('cases', key);
    if (known && known.left < 1) return false;
    if (known) continue;
    const until = addDuration(from, { hours });
    const item: LimitItem = {
      ...key,
      left: most - 1,
      id: what,
      institution,
      mobility: 'limit',
      effect: { type: 'forget' },
      workPk: outboxQueue(institution),
      workSk: workSort(until, what),
    };
    try {
      await store.commit(change().put('cases', item).expectAbsent().writes);
      return true;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

function spanAt(now: Instant, hours: number): Instant {
  const length = hours * 3_600_000;
  return new Date(Math.floor(Date.parse(now) / length) * length).toISOString();
}
