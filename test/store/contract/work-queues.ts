import { describe, expect, test } from 'vitest';
import { change } from '../../../shared/store/change.ts';
import { caseKey, dueQueue, payQueue, workSort } from '../../../shared/store/keys.ts';
import type { Item } from '../../../shared/store/port.ts';
import type { Subject } from './subject.ts';

export function workQueues({ store, put }: Subject): void {
  describe('work queues', () => {
    const at = (day: number) => `2025-08-${String(day).padStart(2, '0')}T06:00:00.000Z`;
    const queued = (queue: string, day: number, id: string): Item => ({
      ...caseKey('nhh', id),
      workPk: queue,
      workSk: workSort(at(day), id),
    });

    test('what is due comes oldest first, up to and including the moment', async () => {
      const queue = dueQueue('queue1');
      for (const [day, id] of [
        [20, 'LATE'],
        [18, 'NOWB'],
        [18, 'NOWA'],
        [1, 'OLD'],
      ] as const) {
        await put(queued(queue, day, id));
      }
      const ids = async (day: number, limit = 10) => (await store.work(queue, at(day), limit)).map((ref) => ref.pk);
      expect(await ids(18)).toEqual(['nhh#case#OLD', 'nhh#case#NOWA', 'nhh#case#NOWB']);
      expect(await ids(17)).toEqual(['nhh#case#OLD']);
      expect(await ids(18, 2)).toEqual(['nhh#case#OLD', 'nhh#case#NOWA']);
      expect(await ids(31)).toHaveLength(4);
    });

    test('a reference is the key and when it is due, nothing more', async () => {
      const queue = payQueue('queue2');
      await put({ ...queued(queue, 1, 'REF'), secret: 'x' } as Item);
      expect(await store.work(queue, at(1), 1)).toStrictEqual([queued(queue, 1, 'REF')]);
    });

    test('a record moves when its time changes and leaves when the time is taken away', async () => {
      const queue = dueQueue('queue3');
      const item = queued(queue, 1, 'MOVES');
      await put(item);
      await store.commit(change().update(item, { set: { workSk: workSort(at(9), 'MOVES') } }).writes);
      expect(await store.work(queue, at(1), 10)).toEqual([]);
      expect(await store.work(queue, at(9), 10)).toHaveLength(1);
      await store.commit(change().update(item, { remove: ['workPk', 'workSk'] }).writes);
      expect(await store.work(queue, at(9), 10)).toEqual([]);
      await put(item);
      await store.commit(change().put('cases', { pk: item.pk, sk: item.sk }).writes);
      expect(await store.work(queue, at(9), 10)).toEqual([]);
    });

    test('one queue does not see another', async () => {
      await put(queued(dueQueue('queue4'), 1, 'MINE'));
      expect(await store.work(dueQueue('queue5'), at(31), 10)).toEqual([]);
    });
  });
}
