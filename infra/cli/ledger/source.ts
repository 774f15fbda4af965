import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { dynamoStore } from '../../../shared/store/dynamo.ts';
import type { TableNames } from '../../../shared/store/dynamo-expressions.ts';
import type { Store } from '../../../shared/store/port.ts';
import { hasDatabase, runningDatabase, startDatabase } from '../../local/database/database.ts';
import { AlreadyRunning, lockFolder } from '../../local/lock.ts';
import { BadInput } from '../command.ts';
import { type Scan, scanOf } from './scan.ts';

/** The books of one deployment, to be read. */
export interface OpenBooks {
  readonly store: Store;
  readonly scan: Scan;
  close(): Promise<void>;
}

export interface Whose {
  readonly data?: string | undefined;
  readonly aws: boolean;
}

/** Opens the books of an AWS account, of the system that runs on this machine, or of one that lies in a folder and rests. */
export async function openBooks({ data, aws }: Whose): Promise<OpenBooks> {
  if (aws) return booksOnAws(data);
  const folder = data ?? process.env.WAYFARE_DATA ?? '.wayfare';
  const database = join(folder, 'database');
  const elsewhere = process.env.DYNAMODB_ENDPOINT;
  if (!elsewhere && !hasDatabase(database)) throw new BadInput(missing(folder));
  const running = elsewhere ?? runningDatabase(database);
  return running === undefined ? booksAtRest(folder, database) : booksAt(running, folder, async () => {});
}

function missing(folder: string): string {
  const what = existsSync(folder) ? `There are no books in ${folder}` : `There is no folder ${folder}`;
  return `${what}: start the system once with "npm start", or name the folder of another one with --data.`;
}

/** Nobody may start on the folder while its books are read. */
async function booksAtRest(folder: string, database: string): Promise<OpenBooks> {
  const unlock = locked(folder);
  try {
    const { endpoint, stop } = await startedOn(database);
    return await booksAt(endpoint, folder, async () => {
      await stop();
      unlock();
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

async function startedOn(dataDir: string) {
  try {
    const server = await startDatabase({ dataDir });
    return { endpoint: server.endpoint, stop: () => server.stop() };
  } catch (error) {
    const sayThemselves = ['DatabaseFailed', 'DatabaseInUse', 'NoDatabase'];
    if (error instanceof Error && sayThemselves.includes(error.name)) throw new BadInput(error.message);
    throw error;
  }
}

function locked(folder: string): () => void {
  try {
    return lockFolder(folder);
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    throw new BadInput(`A system is just starting or stopping on ${folder}. Try again in a moment.`);
  }
}

async function booksAt(endpoint: string, folder: string, end: () => Promise<void>): Promise<OpenBooks> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-north-1', credentials });
  const close = async () => {
    client.destroy();
    await end();
  };
  try {
    return { ...reading(client, await localTables(client, folder)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The local host names its tables as the template does; only how the names end is known here. */
async function localTables(client: DynamoDBClient, folder: string): Promise<TableNames> {
  const { TableNames: names = [] } = await client.send(new ListTablesCommand({}));
  const cases = names.find((name) => name.endsWith('-cases'));
  const ledger = names.find((name) => name.endsWith('-ledger'));
  if (cases === undefined || ledger === undefined) throw new BadInput(missing(folder));
  return { cases, ledger };
}

function booksOnAws(data: string | undefined): OpenBooks {
  if (data !== undefined) throw new BadInput('Give either --data, for a folder of this machine, or --aws.');
  const { CASES_TABLE: cases, LEDGER_TABLE: ledger } = process.env;
  if (!cases || !ledger) {
    throw new BadInput(
      'Say which tables: CASES_TABLE=wayfare-cases LEDGER_TABLE=wayfare-ledger wayfare ledger … --aws',
    );
  }
  const client = new DynamoDBClient({});
  return { ...reading(client, { cases, ledger }), close: async () => client.destroy() };
}

function reading(client: DynamoDBClient, tables: TableNames): Omit<OpenBooks, 'close'> {
  return { store: dynamoStore({ client, tables }), scan: scanOf(client, tables) };
}
