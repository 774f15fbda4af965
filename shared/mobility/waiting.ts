import { createHash } from 'node:crypto';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { outboxKey, outboxQueue, waitKey, workSort } from '../store/keys.ts';
import type { WaitName } from './effects.ts';
import { type Deps, loadCase } from './perform.ts';
import type { OutboxItem, WaitItem } from './records.ts';
import { answerTo } from './waits.ts';

/** Hands a result to a waiting workflow. `gone`: the wait has expired or was answered before. */
export type SendResult = (token: string, output: { readonly answer: string }) => Promise<'sent' | 'gone'>;

/**
 * Keeps the token of a workflow that waits. If the answer already stands on the case, the resume is written at once: so
 * whichever comes first, the answer or the wait, the workflow goes on.
 */
export async function keepToken(
  deps: Deps,
  institution: string,
  mobility: string,
  wait: WaitName,
  token: string,
): Promise<void> {
  const item: WaitItem = { ...waitKey(institution, mobility, wait), state: fingerprint(token), wait, token };
  await deps.store.commit(change().put('cases', item).writes);
  const answer = answerTo(wait, await loadCase(deps.store, institution, mobility));
  if (answer === undefined) return;
  const id = `resume-${wait}-${fingerprint(token)}`;
  const resume: OutboxItem = {
    ...outboxKey(institution, mobility, id),
    id,
    institution,
    mobility,
    effect: { type: 'resume', wait },
    workPk: outboxQueue(institution),
    workSk: workSort(deps.clock.now(), `${mobility}-${id}`),
  };
  await deps.store.commit(change().put('cases', resume).writes);
}

/**
 * Resumes a workflow with what the case records. Nobody waiting yet, or no answer any more: nothing to do, because the
 * wait looks at the case itself when it begins. May be repeated.
 */
export async function resume(
  deps: Deps,
  send: SendResult,
  institution: string,
  mobility: string,
  wait: WaitName,
): Promise<void> {
  const waiting = await deps.store.get<WaitItem>('cases', waitKey(institution, mobility, wait));
  if (!waiting?.state) return;
  const answer = answerTo(wait, await loadCase(deps.store, institution, mobility));
  if (answer === undefined) return;
  await send(waiting.token, { answer });
  try {
    await deps.store.commit(
      change()
        .delete(waitKey(institution, mobility, wait))
        .expectState(waiting.state).writes,
    );
  } catch (error) {
    // A newer wait has put its own token here; it stays.
    if (!(error instanceof Conflict)) throw error;
  }
}

function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 16);
}
