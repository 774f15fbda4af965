import { describe, expect, test } from 'vitest';
import { change } from '../../shared/store/change.ts';
import { Conflict } from '../../shared/store/errors.ts';
import { budgetKey, caseKey, dueQueue, eventKey, payQueue, prefixes, workSort } from '../../shared/store/keys.ts';
import { NotStorable } from '../../shared/store/plain.ts';
import type { Item, Key, Store, Write } from '../../shared/store/port.ts';
import { BadWrites } from '../../shared/store/writes.ts';

interface Case extends Item {
  readonly [field: string]: unknown;
}

/** What every adapter of the store promises. Each test works in a partition of its own, so that one store serves all. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  let cases = 0;
  const nextCase = (): Key => caseKey('nhh', `CASE${cases++}`);

  describe(`${name} keeps the promises of the store`, async () => {
    const store = await open();
    const put = (item: Item) => store.commit(change().put('cases', item).writes);
    const get = (key: Key) => store.get<Case>('cases', key);

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

      test('the two tables are apart', async () => {
        const item = { ...nextCase(), amount: 1 };
        await store.commit(change().append(item).writes);
        expect(await get(item)).toBeUndefined();
        expect(await store.get('ledger', item)).toStrictEqual(item);
      });
    });

    describe('guards', () => {
      const guards: readonly [
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

      test.each(guards)(
        '%s: a broken guard stops the write and is named',
        async (_name, before, guard, expectation) => {
          const key = nextCase();
          if (before) await put({ ...before, ...key });
          const stored = await get(key);
          const refused = store.commit(guard(started({ ...key, state: 'new' })));
          await expect(refused).rejects.toThrow(Conflict);
          await expect(refused).rejects.toMatchObject({ failed: [{ key: `${key.pk}/case`, expectation }] });
          expect(await get(key)).toStrictEqual(stored);
        },
      );

      test.each(guards)('%s: the same guard, broken in a transaction', async (_name, before, guard, expectation) => {
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
        const budget = budgetKey('nhh', `call${cases++}`);
        await put({ ...budget, available: 250 } as Item);
        const take = () =>
          change()
            .update(budget, { add: { available: -100 } })
            .expectAtLeast('available', 100).writes;
        const all = await Promise.allSettled([take(), take(), take(), take()].map((writes) => store.commit(writes)));
        expect(all.filter((result) => result.status === 'fulfilled')).toHaveLength(2);
        expect((await get(budget))?.available).toBe(50);
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

    describe('queries', () => {
      test('records come in the order of their keys, by bytes', async () => {
        const pk = 'nhh#case#ORDER';
        const keys = ['a', 'B', 'event#000002#00', 'event#000010#00', 'z', 'é', '\uffee', '🎓', '~', 'event#000010#01'];
        for (const sk of keys) await put({ pk, sk });
        const sorted = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        const read = async (range: object) => (await store.query('cases', { pk, ...range })).map((item) => item.sk);
        expect(await read({})).toEqual(sorted);
        expect(await read({ descending: true })).toEqual([...sorted].reverse());
        expect(await read({ prefix: 'event#' })).toEqual(['event#000002#00', 'event#000010#00', 'event#000010#01']);
        expect(await read({ prefix: 'event#', descending: true, limit: 2 })).toEqual([
          'event#000010#01',
          'event#000010#00',
        ]);
        expect(await read({ limit: 3 })).toEqual(sorted.slice(0, 3));
        expect(await read({ limit: 0 })).toEqual([]);
        expect(await read({ prefix: 'nothing' })).toEqual([]);
      });

      test('more than a page (1 MB) is read to its end', async () => {
        const pk = 'nhh#case#LARGE';
        const text = 'x'.repeat(300 * 1024);
        const keys = Array.from({ length: 8 }, (_, n) => eventKey('nhh', 'LARGE', n, 0).sk);
        for (const sk of keys) await put({ pk, sk, text } as Item);
        expect((await store.query('cases', { pk })).map((item) => item.sk)).toEqual(keys);
        expect(await store.query('cases', { pk, limit: 6 })).toHaveLength(6);
        const last = await store.query<Case>('cases', { pk, descending: true, limit: 1 });
        expect(last[0]?.text).toBe(text);
      });

      test('a partition holds only its own, however alike the names', async () => {
        await put({ pk: 'nhh#case#AB', sk: 'case' });
        await put({ pk: 'nhh#case#ABC', sk: 'case' });
        expect(await store.query('cases', { pk: 'nhh#case#AB' })).toHaveLength(1);
      });
    });

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
  });
}
