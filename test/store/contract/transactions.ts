import { describe, expect, test } from 'vitest';
import { change } from '../../../shared/store/change.ts';
import { Conflict } from '../../../shared/store/errors.ts';
import { eventKey, prefixes } from '../../../shared/store/keys.ts';
import type { Item, Write } from '../../../shared/store/port.ts';
import { BadWrites } from '../../../shared/store/writes.ts';
import { type Case, nextCase, type Subject } from './subject.ts';

export function transactions({ store, put, get }: Subject): void {
  describe('transactions', () => {
    test('a commit of nothing is no error', async () => {
      await expect(store.commit([])).resolves.toBeUndefined();
    });

    test('all writes happen, or none', async () => {
      const [first, second, third] = [nextCase(), nextCase(), nextCase()];
      await put({ ...second, version: 1 });
      const writes = change()
        .put('cases', { ...first, version: 1 })
        .put('cases', { ...second, version: 3 })
        .expectVersion(2)
        .append({ ...third })
        .delete(second).writes;
      await expect(store.commit(writes.slice(0, 3))).rejects.toThrow(Conflict);
      expect(await get(first)).toBeUndefined();
      expect(await get(second)).toStrictEqual({ ...second, version: 1 });
      expect(await store.get('ledger', third)).toBeUndefined();
    });

    test('every broken guard of a transaction is named', async () => {
      const [first, second] = [nextCase(), nextCase()];
      await put({ ...first });
      const writes = change()
        .put('cases', first)
        .expectAbsent()
        .update(second, { set: { a: 1 } }).writes;
      await expect(store.commit(writes)).rejects.toMatchObject({
        failed: [
          { key: `${first.pk}/case`, expectation: 'absent' },
          { key: `${second.pk}/case`, expectation: 'present' },
        ],
      });
    });

    test('half of a transaction is never visible to a reader', async () => {
      const key = nextCase();
      const pair = [eventKey('nhh', 'PAIR', 1, 0), eventKey('nhh', 'PAIR', 1, 1)];
      const write = (n: number) =>
        store.commit(pair.reduce((all, event) => all.put('cases', { ...event, n } as Item), change()).writes);
      await write(0);
      let writing = true;
      const seen: unknown[][] = [];
      const read = async () => {
        while (writing) {
          const records = await store.query<Case>('cases', { pk: pair[0]?.pk ?? '', prefix: prefixes.event });
          seen.push(records.map((record) => record.n));
        }
      };
      const reading = read();
      for (let n = 1; n <= 40; n++) await write(n);
      writing = false;
      await reading;
      expect(seen.filter(([a, b]) => a !== b)).toEqual([]);
      expect(await get(key)).toBeUndefined();
    });

    test('a hundred writes go, one more is refused', async () => {
      const items = Array.from({ length: 101 }, () => nextCase());
      const all = (count: number) =>
        items.slice(0, count).reduce((sentence, item) => sentence.put('cases', item), change().with([])).writes;
      await expect(store.commit(all(101))).rejects.toThrow(BadWrites);
      expect(await get(items[0] ?? nextCase())).toBeUndefined();
      await store.commit(all(100));
      expect(await get(items[99] ?? nextCase())).toStrictEqual(items[99]);
    });

    const key = { pk: 'nhh#case#BAD', sk: 'case' };
    const mistakes: readonly [string, readonly Write[]][] = [
      ['one record twice', change().put('cases', key).delete(key).writes],
      ['an update of nothing', change().update(key, {}).writes],
      ['an update of the key', change().update(key, { set: { sk: 'other' } }).writes],
      ['one field changed twice', change().update(key, { add: { n: 1 }, set: { n: 1 } }).writes],
      ['a field set to undefined', change().update(key, { set: { n: undefined } }).writes],
      ['half a cent added', change().update(key, { add: { n: 0.5 } }).writes],
      [
        'an update of what must be absent',
        change()
          .update(key, { set: { n: 1 } })
          .expectAbsent().writes,
      ],
      ['a check without a guard', change().check('cases', key).writes],
      ['an empty key', change().put('cases', { pk: 'nhh', sk: '' }).writes],
      ['an empty queue', change().put('cases', { ...key, workPk: '', workSk: '1' }).writes],
      ['an overwritten transfer', change().put('ledger', key).writes],
      ['a transfer changed on purpose', change().put('ledger', key).expectPresent().writes],
    ];
    test.each(mistakes)('%s is refused as a mistake', async (_what, writes) => {
      await expect(store.commit(writes)).rejects.toThrow(BadWrites);
      expect(await get(key)).toBeUndefined();
    });
  });
}
