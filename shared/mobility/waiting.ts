import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/clock.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { outboxKey, outboxQueue, waitKey, workSort } from '../store/keys.ts';
import type { Store, Write } from '../store/port.ts';
import type { WaitName } from './effects.ts';
import { type Deps, loadCase } from './perform.ts';
import type { OutboxItem, WaitItem } from './records.ts';
import { answerTo, attemptAt, waits } from './waits.ts';

/** Hands a result to a waiting workflow. `gone`: the wait has expired or was answered before. */
export type SendResult = (token: string, output: { readonly answer: string }) => Promise<'sent' | 'gone'>;

/** A workflow that has come to wait: its token, when it came, and the number of the try on which it handed the token over. */
export interface Waiting {
  readonly token: string;
  readonly entered: Instant;
  readonly retry: number;
  /** Which attempt at the phase it is; without it, it is taken for the last one. */
  readonly attempt?: number;
}

/**
 * Keeps the token of a workflow that waits. If the answer already stands on the case, the resume is written at once: so
 * whichever comes first, the answer or the wait, the workflow goes on. A try that was given up may still be under way; it
 * leaves the token of a newer one alone. Each attempt at a phase has a place of its own, so that an older one that is still
 * under way can be told that it has ended. Throws `Conflict` when both come at the same moment: to be tried again.
 */
export async function keepToken(
  deps: Deps,
  institution: string,
  mobility: string,
  wait: WaitName,
  { token, entered, retry, attempt: said }: Waiting,
): Promise<void> {
  const attempt = said ?? attemptAt(waits[wait].phase, await loadCase(deps.store, institution, mobility));
  const key = waitKey(institution, mobility, wait, attempt);
  const item: WaitItem = { ...key, state: fingerprint(token), since: sinceOf(entered, retry), wait, attempt, token };
  if (!(await keep(deps.store, item))) return;
  const answer = answerTo(wait, await loadCase(deps.store, institution, mobility), attempt);
  if (answer === undefined) return;
  const id = `resume-${wait}-${fingerprint(token)}`;
  const resume: OutboxItem = {
    ...outboxKey(institution, mobility, id),
    id,
    institution,
    mobility,
    effect: { type: 'resume', wait, attempt },
    workPk: outboxQueue(institution),
    workSk: workSort(deps.clock.now(), `${mobility}-${id}`),
  };
  await deps.store.commit(change().put('cases', resume).writes);
}

/** Whether the token is kept now. Nearly always nobody has waited here before: only where somebody has, that one is read. */
async function keep(store: Store, item: WaitItem): Promise<boolean> {
  const kept = change().put('cases', item);
  try {
    await store.commit(kept.expectAbsent().writes);
    return true;
  } catch (error) {
    const before = error instanceof Conflict ? await store.get<WaitItem>('cases', item) : undefined;
    if (!before?.state) throw error;
    if (before.since > item.since) return false;
    await store.commit(kept.expectState(before.state).writes);
    return true;
  }
}

/**
 * Resumes a workflow with what the case records. Nobody waiting yet, or no answer any more: nothing to do, because the
 * wait looks at the case itself when it begins. May be repeated. `after` is written at the end, whatever came of it.
 */
export async function resume(
  deps: Deps,
  send: SendResult,
  institution: string,
  mobility: string,
  { wait, attempt }: { readonly wait: WaitName; readonly attempt: number },
  after: readonly Write[] = [],
): Promise<void> {
  const key = waitKey(institution, mobility, wait, attempt);
  // Asked for at once, so that they are read in one request; the answer was there before this effect was.
  const [waiting, found] = await Promise.all([
    deps.store.get<WaitItem>('cases', key),
    loadCase(deps.store, institution, mobility),
  ]);
  const answer = answerTo(wait, found, attempt);
  if (!waiting?.state || answer === undefined) return deps.store.commit(after);
  await send(waiting.token, { answer });
  const answered = change().delete(key).expectState(waiting.state);
  try {
    await deps.store.commit(answered.with(after).writes);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // A newer wait has put its own token here; it stays.
    await deps.store.commit(after);
  }
}

function sinceOf(entered: Instant, retry: number): string {
  return `${entered} ${String(retry).padStart(6, '0')}`;
}

function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 16);
}
