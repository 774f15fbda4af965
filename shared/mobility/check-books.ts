import type { Instant } from '../calendar/clock.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { outboxKey, outboxQueue, workSort } from '../store/keys.ts';
import type { Write } from '../store/port.ts';
import { booksOf } from './books.ts';
import { parityOf } from './parity.ts';
import type { Deps } from './perform.ts';
import type { OutboxItem } from './records.ts';
import { taskItem } from './tasks.ts';

/** What the task is called (shared/mail/words/en/payments.ts says it in words). */
const KIND = 'books-differ';

/**
 * Compares one case with its transfers (parity.ts). A difference becomes a task for finance with the case and the sentence,
 * and a mail about it; once for each version of the case, however often it is looked at. Nothing is put right by itself.
 */
export async function checkCase(
  deps: Pick<Deps, 'store' | 'clock'>,
  institution: string,
  id: string,
): Promise<'in-order' | 'differs'> {
  const books = await booksOf(deps.store, institution, id);
  const sentence = books && parityOf(books.mobility, books.transfers);
  if (!books || sentence === undefined) return 'in-order';
  try {
    await deps.store.commit(told(institution, id, books.version, sentence, deps.clock.now()));
  } catch (error) {
    // Finance has been told of it before.
    if (!(error instanceof Conflict)) throw error;
  }
  return 'differs';
}

function told(institution: string, id: string, version: number, sentence: string, at: Instant): readonly Write[] {
  const name = `${KIND}-${version}`;
  const data = { mobility: id, sentence };
  const mail: OutboxItem = {
    ...outboxKey(institution, id, name),
    id: name,
    institution,
    mobility: id,
    effect: { type: 'mail', template: 'finance-task', data: { task: KIND, ...data } },
    workPk: outboxQueue(institution),
    workSk: workSort(at, `${id}-${name}`),
  };
  return change()
    .put('cases', taskItem(institution, { id: `${KIND}-${id}-${version}`, kind: KIND, data, at }))
    .expectAbsent()
    .put('cases', mail).writes;
}
