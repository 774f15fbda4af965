import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/clock.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { outboxKey, outboxQueue, waitKey, workSort } from '../store/keys.ts';
import type { Write } from '../store/port.ts';
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
  const before = await deps.store.get<WaitItem>('cases', key);
  if (before && before.since > item.since) return;
  const kept = change().put('cases', item);
  await deps.store.commit((before?.state ? kept.expectState(before.state) : kept.expectAbsent()).writes);
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
  const waiting = await deps.store.get<WaitItem>('cases', key);
  const answer = waiting?.state
    ? answerTo(wait, await loadCase(deps.store, institution, mobility), attempt)
    : undefined;
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
