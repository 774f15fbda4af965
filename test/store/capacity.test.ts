import { afterAll, beforeEach, expect, test } from 'vitest';
import { createTables } from '../../infra/local/database/tables.ts';
import { change } from '../../shared/store/change.ts';
import { type Capacity, dynamoStore } from '../../shared/store/dynamo.ts';
import { caseKey, dueQueue, workSort } from '../../shared/store/keys.ts';
import type { Item } from '../../shared/store/port.ts';
import { casesTable, clientOf, ledgerTable, startProgram, temporaryFolder } from '../database/fixture.ts';

/** Billed units by the rules of AWS: 1 KB per write, twice in a transaction; 4 KB per strongly consistent read. */

const { folder, remove } = temporaryFolder();
const database = await startProgram(folder);
const client = clientOf(database);
await createTables(client, [casesTable, ledgerTable]);
const bill: Capacity[] = [];
const store = dynamoStore({
  client,
  tables: { cases: 'cases', ledger: 'ledger' },
  onCapacity: (capacity) => bill.push(capacity),
});
let cases = 0;
const item = (kilobytes: number, fields: object = {}): Item =>
  ({ ...caseKey('nhh', `C${cases++}`), text: 'x'.repeat(kilobytes * 1024 - 100), ...fields }) as Item;
const billed = async (work: Promise<unknown>) => {
  await work;
  return bill.splice(0);
};

beforeEach(() => {
  bill.length = 0;
});

afterAll(async () => {
  await database.stop();
  remove();
});

test('a single write of 2.x KB is three units', async () => {
  expect(await billed(store.commit(change().put('cases', item(3)).writes))).toEqual([
    { table: 'cases', reads: 0, writes: 3 },
  ]);
});

test('a transaction costs twice, per table', async () => {
  const writes = change().put('cases', item(3)).put('cases', item(1)).append(item(1)).writes;
  const units = await billed(store.commit(writes));
  expect(units).toHaveLength(2);
  expect(units).toContainEqual({ table: 'cases', reads: 0, writes: 8 });
  expect(units).toContainEqual({ table: 'ledger', reads: 0, writes: 2 });
});

test('the work index costs one unit when a record enters or leaves, two when it moves, none when it stays', async () => {
  const queue = { workPk: dueQueue('nhh'), workSk: workSort('2025-08-18T06:00:00.000Z', 'C') };
  const record = item(1, queue);
  const put = (next: object) => billed(store.commit(change().put('cases', { ...record, ...next }).writes));
  expect(await put({})).toMatchObject([{ writes: 2 }]);
  expect(await put({ version: 2 })).toMatchObject([{ writes: 1 }]);
  expect(await put({ workSk: workSort('2025-09-18T06:00:00.000Z', 'C') })).toMatchObject([{ writes: 3 }]);
  expect(await put({ workPk: undefined, workSk: undefined })).toMatchObject([{ writes: 2 }]);
});

test('a read costs one unit per 4 KB, also of a record that is not there; a query of the index half', async () => {
  const record = item(9);
  await store.commit(change().put('cases', record).writes);
  bill.length = 0;
  expect(await billed(store.get('cases', record))).toEqual([{ table: 'cases', reads: 3, writes: 0 }]);
  expect(await billed(store.get('cases', caseKey('nhh', 'NONE')))).toEqual([{ table: 'cases', reads: 1, writes: 0 }]);
  expect(await billed(store.query('cases', { pk: record.pk }))).toEqual([{ table: 'cases', reads: 3, writes: 0 }]);
  expect(await billed(store.work('nhh#due', '2025-08-18T06:00:00.000Z', 5))).toMatchObject([{ reads: 0.5 }]);
});
