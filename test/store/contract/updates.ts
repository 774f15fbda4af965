import { describe, expect, test } from 'vitest';
import { change } from '../../../shared/store/change.ts';
import { Conflict } from '../../../shared/store/errors.ts';
import type { Item } from '../../../shared/store/port.ts';
import { nextBudget, nextCase, type Subject } from './subject.ts';

export function updates({ store, put, get }: Subject): void {
  describe('updates', () => {
    test('add, set and remove change fields and leave the others', async () => {
      const key = nextCase();
      await put({ ...key, available: 500, state: 'open', note: 'old' } as Item);
      const changes = {
        add: { available: -120, reserved: 120 },
        set: { state: 'used', size: { n: 1 } },
        remove: ['note'],
      };
      await store.commit(change().update(key, changes).writes);
      expect(await get(key)).toStrictEqual({ ...key, available: 380, reserved: 120, state: 'used', size: { n: 1 } });
    });

    test('set alone and remove alone', async () => {
      const key = nextCase();
      await put({ ...key, state: 'open' });
      await store.commit(change().update(key, { set: { version: 2 } }).writes);
      await store.commit(change().update(key, { remove: ['state', 'never there'] }).writes);
      expect(await get(key)).toStrictEqual({ ...key, version: 2 });
    });

    test('an update never makes a record', async () => {
      const key = nextCase();
      const refused = store.commit(change().update(key, { add: { available: 1 } }).writes);
      await expect(refused).rejects.toMatchObject({ failed: [{ expectation: 'present' }] });
      expect(await get(key)).toBeUndefined();
    });

    test('to take from a budget, expect at least that much: it never goes below zero', async () => {
      const budget = nextBudget();
      await put({ ...budget, available: 200 } as Item);
      const take = () =>
        change()
          .update(budget, { add: { available: -100 } })
          .expectAtLeast('available', 100).writes;
      const all = await Promise.allSettled([take(), take(), take(), take()].map((writes) => store.commit(writes)));
      expect(all.filter((result) => result.status === 'fulfilled')).toHaveLength(2);
      expect((await get(budget))?.available).toBe(0);
    });

    test('adding to what is no number is a mistake and changes nothing', async () => {
      const key = nextCase();
      await put({ ...key, state: 'open' });
      await expect(store.commit(change().update(key, { add: { state: 1 } }).writes)).rejects.not.toBeInstanceOf(
        Conflict,
      );
      expect((await get(key))?.state).toBe('open');
    });
  });
}
