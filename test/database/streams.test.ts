import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DeleteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, test } from 'vitest';
import { fileCheckpoint, memoryCheckpoint } from '../../infra/local/database/checkpoint.ts';
import type { LocalDatabase } from '../../infra/local/database/database.ts';
import { NoStream, StreamReader } from '../../infra/local/database/streams.ts';
import { createTables } from '../../infra/local/database/tables.ts';
import { change } from '../../shared/store/change.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import { caseKey } from '../../shared/store/keys.ts';
import { casesTable, clientOf, ledgerTable, startProgram, temporaryFolder } from './fixture.ts';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Setup {
  readonly folder: string;
  readonly database: LocalDatabase;
  readonly client: DynamoDBClient;
}

async function setup(folder?: string): Promise<Setup> {
  const temporary = folder === undefined ? temporaryFolder() : undefined;
  if (temporary) cleanups.push(temporary.remove);
  const dataDir = folder ?? temporary?.folder ?? '';
  const database = await startProgram(dataDir);
  cleanups.push(() => database.kill());
  const client = clientOf(database);
  await createTables(client, [casesTable, ledgerTable]);
  return { folder: dataDir, database, client };
}

const storeOn = (client: DynamoDBClient) => dynamoStore({ client, tables: { cases: 'cases', ledger: 'ledger' } });
const checkpointIn = (folder: string) => fileCheckpoint(path.join(folder, 'streams', 'cases.json'));

async function write({ client }: Setup, ...ids: string[]): Promise<void> {
  for (const id of ids) await storeOn(client).commit(change().put('cases', caseKey('nhh', id)).writes);
}

function reader({ database, folder }: Setup, limit?: number): StreamReader {
  const made = new StreamReader({
    endpoint: database.endpoint,
    table: 'cases',
    checkpoint: checkpointIn(folder),
    ...(limit === undefined ? {} : { limit }),
  });
  cleanups.push(() => made.close());
  return made;
}

/** Ids of the records of one poll, and the sequence number to commit. */
async function next(from: StreamReader): Promise<{ ids: string[]; last: string }> {
  const records = await from.poll();
  const ids = records.map((record) => record.dynamodb.Keys.pk?.S.split('#')[2] ?? '');
  return { ids, last: records.at(-1)?.dynamodb.SequenceNumber ?? '' };
}

describe('a reader gives every change in order, at least once', () => {
  test('records have the shape that Lambda hands to a function', async () => {
    const system = await setup();
    await write(system, 'A');
    const [record] = await reader(system).poll();
    expect(record).toEqual({
      eventID: '1',
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: expect.any(String),
      eventSourceARN: expect.stringMatching(/table\/cases\/stream\//),
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { pk: { S: 'nhh#case#A' }, sk: { S: 'case' } },
        SequenceNumber: '1',
        SizeBytes: expect.any(Number),
        StreamViewType: 'KEYS_ONLY',
      },
    });
  });

  test('what was written before the reader existed is not missed', async () => {
    const system = await setup();
    await write(system, 'A', 'B');
    expect((await next(reader(system))).ids).toEqual(['A', 'B']);
  });

  test('until they are committed, the same records come again', async () => {
    const system = await setup();
    const from = reader(system);
    await write(system, 'A', 'B');
    await from.poll();
    await write(system, 'C');
    const { ids, last } = await next(from);
    expect(ids).toEqual(['A', 'B', 'C']);
    await from.commit(last);
    expect((await next(from)).ids).toEqual([]);
    await write(system, 'D');
    expect((await next(from)).ids).toEqual(['D']);
  });

  test('part of a batch can be committed', async () => {
    const system = await setup();
    await write(system, 'A', 'B', 'C');
    const from = reader(system);
    const [first] = await from.poll();
    await from.commit(first?.dynamodb.SequenceNumber ?? '');
    expect((await next(from)).ids).toEqual(['B', 'C']);
  });

  test('batches keep to their limit', async () => {
    const system = await setup();
    await write(system, 'A', 'B', 'C');
    const from = reader(system, 2);
    const { ids, last } = await next(from);
    expect(ids).toEqual(['A', 'B']);
    await from.commit(last);
    expect((await next(from)).ids).toEqual(['C']);
  });

  test('insert, change and delete have their names', async () => {
    const system = await setup();
    await write(system, 'A', 'A');
    await system.client.send(
      new DeleteItemCommand({ TableName: 'cases', Key: { pk: { S: 'nhh#case#A' }, sk: { S: 'case' } } }),
    );
    const records = await reader(system).poll();
    expect(records.map((record) => record.eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
  });
});

describe('after a crash', () => {
  test('reading goes on behind the last commit; what was read but not committed comes again', async () => {
    const first = await setup();
    await write(first, 'A', 'B');
    const before = reader(first, 1);
    await before.commit((await next(before)).last);
    await before.poll();
    await first.database.kill();
    const second = await setup(first.folder);
    await write(second, 'C');
    expect((await next(reader(second))).ids).toEqual(['B', 'C']);
  });

  test('a living reader goes on when only the database was killed', async () => {
    const first = await setup();
    await write(first, 'A');
    const from = reader(first);
    await from.commit((await next(from)).last);
    const { database: pid } = JSON.parse(readFileSync(path.join(first.folder, 'database.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => write(first, 'B').then(() => 'written', String), { timeout: 5_000 }).toBe('written');
    const { ids } = await next(from);
    expect(new Set(ids)).toEqual(new Set(['B']));
  });

  test('a checkpoint of another database is not trusted: reading begins at the oldest record', async () => {
    const first = await setup();
    await write(first, 'A', 'B', 'C');
    const old = reader(first);
    await old.commit((await next(old)).last);
    const fresh = await setup();
    await write(fresh, 'D');
    const from = new StreamReader({
      endpoint: fresh.database.endpoint,
      table: 'cases',
      checkpoint: checkpointIn(first.folder),
    });
    cleanups.push(() => from.close());
    expect((await next(from)).ids).toEqual(['D']);
  });
});

describe('how the database behaves, on which the reader relies', () => {
  test('more than 999 records are read to the end although the description of the shard misses them', async () => {
    const system = await setup();
    const store = storeOn(system.client);
    for (let batch = 0; batch < 12; batch++) {
      const items = Array.from({ length: 100 }, (_, n) => caseKey('nhh', `${batch}-${n}`));
      await store.commit(items.reduce((all, item) => all.put('cases', item), change().with([])).writes);
    }
    const from = reader(system, 1000);
    const seen: string[] = [];
    for (let poll = 0; poll < 3; poll++) {
      const { ids, last } = await next(from);
      seen.push(...ids);
      if (last) await from.commit(last);
    }
    expect(seen).toHaveLength(1200);
    expect(new Set(seen).size).toBe(1200);
  });

  test('a table without a stream is a clear error', async () => {
    const system = await setup();
    const from = new StreamReader({
      endpoint: system.database.endpoint,
      table: 'ledger',
      checkpoint: memoryCheckpoint(),
    });
    await expect(from.poll()).rejects.toThrow(NoStream);
  });
});
