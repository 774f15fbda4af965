import type { Instant } from '../calendar/clock.ts';
import { change } from '../store/change.ts';
import { taskKey, tasksQueue, workSort } from '../store/keys.ts';
import type { Item, Store } from '../store/port.ts';
import type { Deps } from './perform.ts';

/** Something that no rule decides and a person of finance has to look at: an amount that differs, an unknown credit … */
export interface Task {
  readonly id: string;
  /** What it is, e.g. `amount-differs`. */
  readonly kind: string;
  /** Ids, codes, dates and amounts; the mobility where there is one. */
  readonly data: Readonly<Record<string, string>>;
  readonly at: Instant;
  /** Hash of the bank's file that it comes from. */
  readonly file?: string;
}

type TaskItem = Item & Task;

/** A task as it is stored: found by its id, so that the same thing twice is one task, and listed by its institution. */
export function taskItem(institution: string, task: Task): Item {
  const id = task.id.replaceAll('#', '-');
  const item: TaskItem = {
    ...task,
    ...taskKey(institution, id),
    id,
    version: 1,
    workPk: tasksQueue(institution),
    workSk: workSort(task.at, id),
  };
  return item;
}

/** Takes a task off the list, with what became of it. One that is not there, or is closed, stays as it is. */
export async function closeTask(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  institution: string,
  id: string,
  outcome: string,
): Promise<void> {
  const key = taskKey(institution, id);
  const task = await store.get<TaskItem>('cases', key);
  if (task?.workPk === undefined) return;
  const set = { outcome, doneAt: clock.now() };
  await store.commit(change().update(key, { set, remove: ['workPk', 'workSk'] }).writes);
}

/** The open tasks of an institution, oldest first. */
export async function openTasks(store: Store, institution: string, limit = 200): Promise<Task[]> {
  const refs = await store.work(tasksQueue(institution), '9999', limit);
  const items = await Promise.all(refs.map(({ pk, sk }) => store.get<TaskItem>('cases', { pk, sk })));
  return items.filter((item) => item !== undefined);
}
