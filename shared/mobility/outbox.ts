import { addDuration, millisecondsBetween } from '../calendar/zones.ts';
import { deliverMail, type MailDeps } from '../mail/send.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { outboxQueue, workSort } from '../store/keys.ts';
import type { Key } from '../store/port.ts';
import type { Phase } from './case.ts';
import { checkCase } from './check-books.ts';
import type { Effect } from './effects.ts';
import { executionName } from './executions.ts';
import type { Deps } from './perform.ts';
import type { OutboxItem } from './records.ts';
import { taskItem } from './tasks.ts';
import { resume, type SendResult } from './waiting.ts';
import { moveUp } from './waiting-list.ts';

/** What effects are done with. Every one may be called twice with the same and must not mind. */
export interface EffectPorts {
  readonly mail: Omit<MailDeps, keyof Deps>;
  readonly sendResult: SendResult;
  /** Starts the phase's workflow under this name; a name that was used already is no error. */
  startPhase(
    phase: Phase,
    name: string,
    input: { readonly institution: string; readonly mobility: string },
  ): Promise<void>;
}

/** An undelivered effect is swept when it is older than this; until then the stream is expected to deliver it. */
export const SWEEP_AFTER_MS = 120_000;

/** What has failed for so long is tried again at the latest every so often, and somebody has to look at it. */
const TELL_AFTER_MS = 3_600_000;
const TRY_EVERY_MS = 86_400_000;

/**
 * Does one effect and takes it out of the outbox. It is gone already: somebody else has delivered it. One that fails goes
 * back in the queue, the longer the longer it has failed, so that what can never be delivered keeps nothing else back; after
 * an hour it becomes a task for a person.
 */
export async function deliver(deps: Deps, ports: EffectPorts, key: Key): Promise<void> {
  const item = await deps.store.get<OutboxItem>('cases', key);
  if (!item) return;
  try {
    await doEffect(deps, ports, key, item);
  } catch (error) {
    await putBack(deps, key, item);
    throw error;
  }
}

async function putBack(deps: Deps, key: Key, item: OutboxItem): Promise<void> {
  const { institution, mobility, id, effect } = item;
  const at = deps.clock.now();
  const failingSince = item.failingSince ?? at;
  const age = millisecondsBetween(failingSince, at);
  const next = addDuration(at, { milliseconds: Math.min(age, TRY_EVERY_MS) });
  const told = item.told === true || age >= TELL_AFTER_MS;
  let all = change().update(key, { set: { failingSince, told, workSk: workSort(next, `${mobility}-${id}`) } });
  if (told && !item.told) {
    const data = { mobility, effect: effect.type, about: aboutOf(effect) };
    all = all.put(
      'cases',
      taskItem(institution, { id: `undelivered-${mobility}-${id}`, kind: 'undelivered', data, at }),
    );
  }
  try {
    await deps.store.commit(all.writes);
  } catch (error) {
    // Another delivery has succeeded in the meantime and taken it out.
    if (!(error instanceof Conflict)) throw error;
  }
}

function aboutOf(effect: Effect): string {
  switch (effect.type) {
    case 'mail':
      return effect.template;
    case 'start-phase':
      return effect.phase;
    case 'resume':
      return effect.wait;
    case 'move-up':
      return effect.call;
    case 'check-books':
      return 'books';
  }
}

async function doEffect(deps: Deps, ports: EffectPorts, key: Key, item: OutboxItem): Promise<void> {
  const { institution, mobility, effect } = item;
  const done = change().delete(key).writes;
  switch (effect.type) {
    case 'mail': {
      const mail = { ...deps, ...ports.mail };
      await deliverMail(mail, institution, mobility, `${mobility}-${item.id}`, effect.template, effect.data, done);
      return;
    }
    case 'start-phase': {
      const name = executionName(institution, mobility, effect.phase, effect.attempt);
      await ports.startPhase(effect.phase, name, { institution, mobility });
      await deps.store.commit(done);
      return;
    }
    case 'move-up':
      await moveUp(deps, institution, effect.call);
      await deps.store.commit(done);
      return;
    case 'check-books':
      await checkCase(deps, institution, mobility);
      await deps.store.commit(done);
      return;
    case 'resume':
      await resume(deps, ports.sendResult, institution, mobility, effect, done);
      return;
  }
}

/** Keys of an institution's effects that the stream has not delivered in time, oldest first. */
export async function undelivered(deps: Deps, institution: string, limit = 100): Promise<readonly Key[]> {
  const until = new Date(Date.parse(deps.clock.now()) - SWEEP_AFTER_MS).toISOString();
  return deps.store.work(outboxQueue(institution), until, limit);
}
