import { describe, expect, test } from 'vitest';
import { change } from '../../../shared/store/change.ts';
import { NotStorable } from '../../../shared/store/plain.ts';
import type { Item } from '../../../shared/store/port.ts';
import { nextCase, type Subject } from './subject.ts';

export function records({ store, put, get }: Subject): void {
  describe('one record', () => {
    test('a missing row reads as undefined', async () => {
      expect(await get(nextCase())).toBeUndefined();
    });

    test('what is written reads back the same', async () => {
      const item = {
        ...nextCase(),
        version: 1,
        state: 'applied',
        text: 'Åse Ødegård – 70 % «æøå» 🎓 \u0000"\\',
        empty: '',
        list: [1, 'two', { three: [] }, null],
        nested: { yes: true, no: false, nothing: null, deep: { amount: { minor: 148400, currency: 'EUR' } } },
      };
      await put(item);
      expect(await get(item)).toStrictEqual(item);
    });

    test('a field that is undefined is left out, at every depth', async () => {
      const key = nextCase();
      await put({ ...key, state: undefined, nested: { gone: undefined, kept: 1 } } as unknown as Item);
      expect(await get(key)).toStrictEqual({ ...key, nested: { kept: 1 } });
    });

    test.each([0, -1, 2 ** 53 - 1, -(2 ** 53 - 1), 0.1])('the number %s is exact', async (amount) => {
      const item = { ...nextCase(), amount };
      await put(item);
      expect((await get(item))?.amount).toBe(amount);
    });

    test.each([
      ['a number beyond 2^53', 2 ** 53],
      ['not a number', Number.NaN],
      ['infinity', Number.POSITIVE_INFINITY],
      ['a date', new Date(0)],
      ['a map', new Map()],
      ['a big integer', 1n],
      ['a function', () => 1],
      ['a hole in a list', [1, undefined]],
    ])('%s is refused, because it would not read back the same', async (_what, value) => {
      const item = { ...nextCase(), value };
      await expect(put(item as Item)).rejects.toThrow(NotStorable);
      expect(await get(item)).toBeUndefined();
    });

    test('a caller who changes an object later does not change the record', async () => {
      const item = { ...nextCase(), nested: { amount: 1 } };
      await put(item);
      item.nested.amount = 2;
      const read = await get(item);
      expect(read?.nested).toEqual({ amount: 1 });
      Reflect.set(Object(read?.nested), 'amount', 3);
      expect((await get(item))?.nested).toEqual({ amount: 1 });
    });

    test('a record of more than 400 KB is refused', async () => {
      const item = { ...nextCase(), text: 'x'.repeat(400 * 1024) };
      await expect(put(item)).rejects.toThrow();
      expect(await get(item)).toBeUndefined();
    });

    test('keys may hold any character', async () => {
      const key = { pk: 'nhh#case#ÆØÅ 🎓', sk: `odd / "quoted" % $ ' \\ {}` };
      await put({ ...key, state: 'found' });
      expect((await get(key))?.state).toBe('found');
      expect(await store.query('cases', { pk: key.pk, prefix: 'odd / "' })).toHaveLength(1);
    });

    test('a put replaces the whole record', async () => {
      const key = nextCase();
      await put({ ...key, state: 'applied', version: 1 });
      await put({ ...key, version: 2 });
      expect(await get(key)).toStrictEqual({ ...key, version: 2 });
    });

    test('a deleted record is gone, and deleting what is not there is no error', async () => {
      const key = nextCase();
      await put({ ...key, version: 1 });
      await store.commit(change().delete(key).writes);
      await store.commit(change().delete(key).writes);
      expect(await get(key)).toBeUndefined();
    });

    test('many records asked for at once are each their own, also one asked for twice and one that is not there', async () => {
      const keys = Array.from({ length: 130 }, nextCase);
      for (const [n, key] of keys.entries()) if (n % 10 !== 0) await put({ ...key, version: n });
      const answers = await Promise.all([...keys, ...keys].map((key) => get(key)));
      const expected = keys.map((key, n) => (n % 10 === 0 ? undefined : { ...key, version: n }));
      expect(answers).toStrictEqual([...expected, ...expected]);
    });

    test('many records deleted at once are gone, and no other', async () => {
      const keys = Array.from({ length: 60 }, nextCase);
      for (const key of keys) await put(key);
      const [kept, ...others] = keys;
      await Promise.all([...others, ...others].map((key) => store.commit(change().delete(key).writes)));
      const left = await Promise.all(keys.map((key) => get(key)));
      expect(left.filter(Boolean)).toStrictEqual([kept]);
    });

    test('a record asked for twice at once is two objects', async () => {
      const item = { ...nextCase(), nested: { amount: 1 } };
      await put(item);
      const [one, other] = await Promise.all([get(item), get(item)]);
      Reflect.set(Object(one?.nested), 'amount', 2);
      expect(other?.nested).toEqual({ amount: 1 });
    });

    test('the two tables are apart', async () => {
      const item = { ...nextCase(), amount: 1 };
      await store.commit(change().append(item).writes);
      expect(await get(item)).toBeUndefined();
      expect(await store.get('ledger', item)).toStrictEqual(item);
    });
  });
}
