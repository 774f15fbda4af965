import { describe, expect, test } from 'vitest';
import { change } from '../../../shared/store/change.ts';
import { Conflict } from '../../../shared/store/errors.ts';
import type { Item, Write } from '../../../shared/store/port.ts';
import { nextCase, type Subject } from './subject.ts';

export function guards({ store, put, get }: Subject): void {
  describe('guards', () => {
    const broken: readonly [
      string,
      Item | undefined,
      (write: ReturnType<typeof started>) => readonly Write[],
      string,
    ][] = [
      ['absent', { pk: '', sk: '', version: 1 }, (w) => w.expectAbsent().writes, 'absent'],
      ['present', undefined, (w) => w.expectPresent().writes, 'present'],
      ['version, another', { pk: '', sk: '', version: 4 }, (w) => w.expectVersion(3).writes, 'at version 3'],
      ['version, no record', undefined, (w) => w.expectVersion(3).writes, 'at version 3'],
      ['state, another', { pk: '', sk: '', state: 'paid' }, (w) => w.expectState('ready').writes, 'in state ready'],
      ['state, none', { pk: '', sk: '' }, (w) => w.expectState('ready').writes, 'in state ready'],
      [
        'at least, less',
        { pk: '', sk: '', left: 99 } as Item,
        (w) => w.expectAtLeast('left', 100).writes,
        'at left of at least 100',
      ],
      ['at least, no field', { pk: '', sk: '' }, (w) => w.expectAtLeast('left', 0).writes, 'at left of at least 0'],
    ];

    function started(item: Item) {
      return change().put('cases', item);
    }

    test.each(broken)('%s: a broken guard stops the write and is named', async (_name, before, guard, expectation) => {
      const key = nextCase();
      if (before) await put({ ...before, ...key });
      const stored = await get(key);
      const refused = store.commit(guard(started({ ...key, state: 'new' })));
      await expect(refused).rejects.toThrow(Conflict);
      await expect(refused).rejects.toMatchObject({ failed: [{ key: `${key.pk}/case`, expectation }] });
      expect(await get(key)).toStrictEqual(stored);
    });

    test.each(broken)('%s: the same guard, broken in a transaction', async (_name, before, guard, expectation) => {
      const [key, other] = [nextCase(), nextCase()];
      if (before) await put({ ...before, ...key });
      const refused = store.commit(
        change()
          .put('cases', other)
          .with(guard(started({ ...key }))).writes,
      );
      await expect(refused).rejects.toMatchObject({ failed: [{ key: `${key.pk}/case`, expectation }] });
      expect(await get(other)).toBeUndefined();
    });

    test('guards that hold let the write through', async () => {
      const key = nextCase();
      await store.commit(
        change()
          .put('cases', { ...key, version: 1, state: 'ready' })
          .expectAbsent().writes,
      );
      const next = change()
        .put('cases', { ...key, version: 2 })
        .expectPresent()
        .expectVersion(1)
        .expectState('ready');
      await store.commit(next.writes);
      expect((await get(key))?.version).toBe(2);
    });

    test('of several guards only the broken ones are named', async () => {
      const key = nextCase();
      await put({ ...key, version: 7, state: 'ready' });
      const refused = store.commit(change().delete(key).expectState('ready').expectVersion(6).writes);
      await expect(refused).rejects.toMatchObject({ failed: [{ expectation: 'at version 6' }] });
      await expect(refused).rejects.toThrow(`${key.pk}/case was expected to be at version 6`);
    });

    test('the duplicate: of two equal first writes one is refused', async () => {
      const item = { ...nextCase(), state: 'instructed' };
      const once = change().put('cases', item).expectAbsent().writes;
      await store.commit(once);
      await expect(store.commit(once)).rejects.toThrow(Conflict);
    });

    test('the lost update: of two changes made from one version one is refused', async () => {
      const key = nextCase();
      await put({ ...key, version: 1 });
      const from1 = (by: string) =>
        change()
          .put('cases', { ...key, version: 2, by } as Item)
          .expectVersion(1).writes;
      const both = await Promise.allSettled([store.commit(from1('anna')), store.commit(from1('bo'))]);
      expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await get(key))?.version).toBe(2);
    });

    test('a check changes nothing, but stops the rest when it fails', async () => {
      const [key, other] = [nextCase(), nextCase()];
      await put({ ...key, state: 'open' });
      const guarded = (state: string) => change().check('cases', key).expectState(state).put('cases', other).writes;
      await expect(store.commit(guarded('closed'))).rejects.toThrow(Conflict);
      expect(await get(other)).toBeUndefined();
      await store.commit(guarded('open'));
      expect(await get(key)).toStrictEqual({ ...key, state: 'open' });
      expect(await get(other)).toStrictEqual(other);
    });

    test('a check can stand alone', async () => {
      const key = nextCase();
      await expect(store.commit(change().check('cases', key).expectPresent().writes)).rejects.toThrow(Conflict);
      await expect(store.commit(change().check('cases', key).expectAbsent().writes)).resolves.toBeUndefined();
    });
  });
}
