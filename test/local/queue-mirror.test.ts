import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createTables } from '../../infra/local/database/tables.ts';
import { type QueueEntry, QueueMirror } from '../../infra/local/queue-mirror.ts';
import { readQueue } from '../../infra/local/work-queues.ts';
import { change } from '../../shared/store/change.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import type { Item, Key, Write } from '../../shared/store/port.ts';
import { casesTable, clientOf, ledgerTable, startProgram, temporaryFolder } from '../database/fixture.ts';

const { folder, remove } = temporaryFolder();
const database = await startProgram(folder);
const client = clientOf(database);
await createTables(client, [casesTable, ledgerTable]);
const inTable = readQueue(client, 'cases');

afterAll(async () => {
  await database.stop();
  remove();
});

const QUEUES = ['nhh#due', 'nhh#outbox', 'nhh#pay'];
const sorted = (entries: readonly QueueEntry[]) => entries.toSorted((a, b) => (a.place < b.place ? -1 : 1));

/** One of few records and queues, so that they meet; a place of its own for each, as in the system. */
const record = fc.integer({ min: 0, max: 5 });
const move = fc.record({
  do: fc.constantFrom('put', 'put elsewhere', 'take out', 'update', 'update out', 'other update', 'delete', 'refused'),
  record,
  queue: fc.constantFrom(...QUEUES),
  at: fc.integer({ min: 1000, max: 9999 }),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

let run = 0;
const keyOf = (n: number): Key => ({ pk: `nhh#case#R${run}`, sk: `record#${n}` });

function writesOf({ do: what, record: n, queue, at }: Move): readonly Write[] {
  const key = keyOf(n);
  const place = { workPk: queue, workSk: `${at}#${run}-${n}` };
  switch (what) {
    case 'put':
    case 'put elsewhere':
      return change().put('cases', { ...key, ...place } as Item).writes;
    case 'take out':
      return change().put('cases', { ...key, version: at } as Item).writes;
    case 'update':
      return change().update(key, { set: place }).writes;
    case 'update out':
      return change().update(key, { set: { state: 'done' }, remove: ['workPk', 'workSk'] }).writes;
    case 'other update':
      return change().update(key, { set: { state: 'other' } }).writes;
    case 'delete':
      return change().delete(key).writes;
    case 'refused':
      return change()
        .put('cases', { ...key, ...place } as Item)
        .expectState('never').writes;
  }
}

describe('the queues known without asking', () => {
  test('are those in the table, whatever is written, refused or taken out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 30 }), fc.nat(30), async (moves, askFrom) => {
        run += 1;
        const mirror = new QueueMirror(inTable);
        const store = dynamoStore({ client, tables: { cases: 'cases', ledger: 'ledger' }, onCommit: mirror.follow });
        for (const [n, each] of moves.entries()) {
          await store.commit(writesOf(each)).catch(() => undefined);
          if (n >= askFrom) for (const queue of QUEUES) await mirror.queue(queue);
        }
        for (const queue of QUEUES) expect(await mirror.queue(queue)).toEqual(sorted(await inTable(queue)));
      }),
      { numRuns: 40 },
    );
  });

  const entry = (pk: string): QueueEntry => ({ pk, sk: 'case', queue: 'nhh#due', place: `2025#${pk}` });
  const put = ({ pk, sk, queue, place }: QueueEntry) =>
    change().put('cases', { pk, sk, workPk: queue, workSk: place }).writes;

  test('the table is asked once, and again only after a write of which nobody knows', async () => {
    const asked: string[] = [];
    const mirror = new QueueMirror(async (queue) => {
      asked.push(queue);
      return [entry('a')];
    });
    await mirror.queue('nhh#due');
    mirror.follow(put(entry('b')));
    expect(await mirror.queue('nhh#due')).toEqual([entry('a'), entry('b')]);
    expect(asked).toEqual(['nhh#due']);
    mirror.follow(undefined);
    expect(await mirror.queue('nhh#due')).toEqual([entry('a')]);
    expect(asked).toEqual(['nhh#due', 'nhh#due']);
  });

  test('what is written while the table is being read is not lost', async () => {
    const table = [entry('a')];
    const mirror: QueueMirror = new QueueMirror(async () => {
      const seen = [...table];
      if (table.length === 1) {
        table.push(entry('b'));
        mirror.follow(put(entry('b')));
      }
      return seen;
    });
    expect(await mirror.queue('nhh#due')).toEqual([entry('a'), entry('b')]);
  });

  test('of two versions heard of in the wrong order, the newer one stands', async () => {
    const mirror = new QueueMirror(async () => []);
    await mirror.queue('nhh#due');
    const version = (n: number, queued: object) =>
      change().put('cases', { pk: 'a', sk: 'case', version: n, ...queued }).writes;
    mirror.follow(version(3, {}));
    mirror.follow(version(2, { workPk: 'nhh#due', workSk: '2025#a' }));
    expect(await mirror.queue('nhh#due')).toEqual([]);
  });

  test('an update that names only one half of a place makes the queues be read anew', async () => {
    let reads = 0;
    const mirror = new QueueMirror(async () => {
      reads += 1;
      return [];
    });
    await mirror.queue('nhh#due');
    mirror.follow(change().update({ pk: 'a', sk: 'case' }, { set: { workSk: '2026#a' } }).writes);
    await mirror.queue('nhh#due');
    expect(reads).toBe(2);
  });
});
