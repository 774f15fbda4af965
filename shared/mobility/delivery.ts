import { addDuration, millisecondsBetween } from '../calendar/zones.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { workSort } from '../store/keys.ts';
import type { Key } from '../store/port.ts';
import type { Deps } from './perform.ts';
import type { PendingItem } from './records.ts';
import { taskItem } from './tasks.ts';

/** What is undelivered is swept when it is older than this; until then the stream is expected to deliver it. */
export const SWEEP_AFTER_MS = 120_000;

/** What has failed for so long is tried again at the latest every so often, and somebody has to look at it. */
const TELL_AFTER_MS = 3_600_000;
const TRY_EVERY_MS = 86_400_000;

/** How one kind of pending work is done. */
export interface Delivery<Pending extends PendingItem> {
  /** Does it and takes the entry out, in one commit. May be called twice with the same and must not mind. */
  readonly work: (item: Pending) => Promise<void>;
  /** What it is about, for the person who is told when it fails: a code or an id. */
  readonly about: (item: Pending) => string;
}

/**
 * Does what one entry asks for. It is gone already: somebody else has delivered it. One that fails goes back in the queue,
 * the longer the longer it has failed, so that what can never be delivered keeps nothing else back; after an hour it
 * becomes a task for a person.
 */
export async function deliverOnce<Pending extends PendingItem>(
  deps: Deps,
  key: Key,
  { work, about }: Delivery<Pending>,
): Promise<void> {
  const item = await deps.store.get<Pending>('cases', key);
  if (!item) return;
  try {
    await work(item);
  } catch (error) {
    await putBack(deps, key, item, about(item));
    throw error;
  }
}

async function putBack(deps: Deps, key: Key, item: PendingItem, about: string): Promise<void> {
  const { institution, mobility, id, effect } = item;
  const at = deps.clock.now();
  const failingSince = item.failingSince ?? at;
  const age = millisecondsBetween(failingSince, at);
  const next = addDuration(at, { milliseconds: Math.min(age, TRY_EVERY_MS) });
  const told = item.told === true || age >= TELL_AFTER_MS;
  let all = change().update(key, { set: { failingSince, told, workSk: workSort(next, `${mobility}-${id}`) } });
  if (told && !item.told) {
    const data = { mobility, effect: effect.type, about };
    const task = `undelivered-${effect.type}-${mobility}-${id}`;
    all = all.put('cases', taskItem(institution, { id: task, kind: 'undelivered', data, at }));
  }
  try {
    await deps.store.commit(all.writes);
  } catch (error) {
    // Another delivery has succeeded in the meantime and taken it out.
    if (!(error instanceof Conflict)) throw error;
  }
}

/** Keys of a queue's entries that the stream has not delivered in time, oldest first. */
export async function undeliveredIn(deps: Deps, queue: string, limit = 100): Promise<readonly Key[]> {
  const until = new Date(Date.parse(deps.clock.now()) - SWEEP_AFTER_MS).toISOString();
  return deps.store.work(queue, until, limit);
}
