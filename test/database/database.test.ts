import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { DescribeTableCommand, GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, test } from 'vitest';
import { databaseSource } from '../../infra/local/database/binary.ts';
import { DatabaseFailed, type LocalDatabase, startDatabase } from '../../infra/local/database/database.ts';
import { DatabaseInUse } from '../../infra/local/database/leftover.ts';
import { createTables, TableDiffers } from '../../infra/local/database/tables.ts';
import { casesTable, clientOf, ledgerTable, startProgram, temporaryFolder } from './fixture.ts';

const cleanups: (() => unknown)[] = [];
const item = { pk: { S: 'nhh#case#A' }, sk: { S: 'case' } };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function folder(): string {
  const temporary = temporaryFolder();
  cleanups.push(temporary.remove);
  return temporary.folder;
}

async function start(dataDir: string): Promise<LocalDatabase> {
  const database = await startProgram(dataDir);
  cleanups.push(() => database.kill());
  return database;
}

const put = (database: LocalDatabase) =>
  clientOf(database).send(new PutItemCommand({ TableName: 'cases', Item: item }));
const get = async (database: LocalDatabase) =>
  (await clientOf(database).send(new GetItemCommand({ TableName: 'cases', Key: item }))).Item;
const pidIn = (dataDir: string) => JSON.parse(readFileSync(path.join(dataDir, 'database.pid'), 'utf8')).database;
const lives = (pid: number) => existsSync(`/proc/${pid}`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
async function gone(pid: number): Promise<void> {
  await expect.poll(() => lives(pid), { timeout: 5_000, interval: 5 }).toBe(false);
}

describe('what was written stays', () => {
  test('after an orderly stop', async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    await createTables(clientOf(first), [casesTable]);
    await put(first);
    await first.stop();
    expect(await get(await start(dataDir))).toEqual(item);
  });

  test('after kill −9', async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    await createTables(clientOf(first), [casesTable]);
    await put(first);
    await first.kill();
    expect(await get(await start(dataDir))).toEqual(item);
  });

  test('and a database killed by somebody else comes back by itself, at the same place', async () => {
    const dataDir = folder();
    const database = await start(dataDir);
    await createTables(clientOf(database), [casesTable]);
    await put(database);
    const pid = pidIn(dataDir);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => get(database).catch(() => undefined), { timeout: 5_000 }).toEqual(item);
    expect(pidIn(dataDir)).not.toBe(pid);
  });
});

describe('no database is left behind', () => {
  /** A host of its own that starts the database, says where it is and then waits for ever. */
  async function host(dataDir: string): Promise<{ child: ChildProcess; database: number }> {
    const script = fileURLToPath(new URL('./host.ts', import.meta.url));
    const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    cleanups.push(() => child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    return { child, database: pidIn(dataDir) };
  }

  test('when its host is killed with −9', async () => {
    const { child, database } = await host(folder());
    expect(lives(database)).toBe(true);
    child.kill('SIGKILL');
    await gone(database);
  });

  test('and what the dead host wrote is there for the next one', async () => {
    const dataDir = folder();
    const { child } = await host(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { TableNames } = await clientOf(await start(dataDir)).send(new ListTablesCommand({}));
    expect(TableNames).toEqual(['cases']);
  });

  test('one left over from a killed host and watchdog is ended by the next start', async () => {
    const dataDir = folder();
    const { child, database } = await host(dataDir);
    const watchdog = Number(
      readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
        .trim()
        .split(' ')
        .find((pid) => Number(pid) !== database),
    );
    process.kill(watchdog, 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(lives(database)).toBe(true);
    await start(dataDir);
    expect(lives(database)).toBe(false);
  });

  test('but the database of a living system is left alone, and the second start says whose it is', async () => {
    const dataDir = folder();
    const { child, database } = await host(dataDir);
    await expect(startProgram(dataDir)).rejects.toThrow(DatabaseInUse);
    await expect(startProgram(dataDir)).rejects.toThrow(`Process ${child.pid} is working with ${dataDir}`);
    expect(lives(database)).toBe(true);
  });

  test.each(['', '{"database":', '{"database":"x"}', `{"database":${process.pid},"owner":1}`])(
    'a pid file that says %j harms nobody',
    async (text) => {
      const dataDir = folder();
      writeFileSync(path.join(dataDir, 'database.pid'), text);
      await expect(start(dataDir)).resolves.toBeDefined();
    },
  );
});

test('writes do not slow down with the length of the stream: its records are indexed', async () => {
  const dataDir = folder();
  await start(dataDir);
  const file = new DatabaseSync(path.join(dataDir, 'database.sqlite'), { readOnly: true });
  cleanups.push(() => file.close());
  const nextNumber = 'SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = ?';
  const plan = file.prepare(`EXPLAIN QUERY PLAN ${nextNumber}`).all('cases');
  expect(String(plan[0]?.detail)).toContain('COVERING INDEX stream_order');
});

describe('where the database comes from', () => {
  test('the program among the packages', () => {
    expect(databaseSource({})).toEqual({ program: expect.stringMatching(/dynoxide$/) });
  });

  test('a server that already runs, which is neither stopped nor killed', async () => {
    const running = await start(folder());
    const environment = { DYNAMODB_ENDPOINT: running.endpoint };
    const found = await startDatabase({ dataDir: folder(), environment });
    expect(found.endpoint).toBe(running.endpoint);
    await found.stop();
    await found.kill();
    await expect(clientOf(running).send(new ListTablesCommand({}))).resolves.toBeDefined();
  });

  test('a server that does not answer is a clear error', async () => {
    const environment = { DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' };
    await expect(startDatabase({ dataDir: folder(), environment })).rejects.toThrow(DatabaseFailed);
  });

  test('a folder that cannot be used is a clear error', async () => {
    const dataDir = folder();
    writeFileSync(path.join(dataDir, 'database.sqlite'), 'this is no database '.repeat(100));
    await expect(start(dataDir)).rejects.toThrow(/does not start in/);
  });
});

describe('tables come from the template', () => {
  test('with their index and stream, once', async () => {
    const client = clientOf(await start(folder()));
    const first = await createTables(client, [casesTable, ledgerTable]);
    expect(first).toEqual([
      { name: 'cases', stream: expect.stringContaining('cases') },
      { name: 'ledger', stream: undefined },
    ]);
    expect(await createTables(client, [casesTable, ledgerTable])).toEqual(first);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'cases' }));
    expect(Table?.GlobalSecondaryIndexes?.[0]).toMatchObject({
      IndexName: 'work',
      Projection: { ProjectionType: 'KEYS_ONLY' },
    });
  });

  test.each(['index', 'key', 'stream'])('a stored table with another %s is refused', async (what) => {
    const client = clientOf(await start(folder()));
    await createTables(client, [casesTable]);
    const properties = structuredClone(casesTable.properties) as Record<string, unknown>;
    if (what === 'index') delete properties.GlobalSecondaryIndexes;
    if (what === 'key') properties.KeySchema = [{ AttributeName: 'pk', KeyType: 'HASH' }];
    if (what === 'stream') delete properties.StreamSpecification;
    await expect(createTables(client, [{ name: 'cases', properties }])).rejects.toThrow(TableDiffers);
  });
});
