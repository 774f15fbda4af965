import { createHash, randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientSettings, plain } from '../../functions/edge/clients.ts';
import type { Ids } from '../../shared/mobility/ids.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Rulebook } from '../../shared/rulebook/types.ts';
import { listenForAws } from './aws-endpoints.ts';
import { MovableClock } from './clock.ts';
import { fileCheckpoint, memoryCheckpoint } from './database/checkpoint.ts';
import { type LocalDatabase, startDatabase } from './database/database.ts';
import { StreamReader } from './database/streams.ts';
import { createTables } from './database/tables.ts';
import { openHostFile } from './hostfile.ts';
import { liveIds, seededIds } from './ids.ts';
import { awsEnvironment, sharedEnvironment } from './lambda/environment.ts';
import type { HostOptions } from './options.ts';
import { earlierValue, installEnvironment } from './process-environment.ts';
import { readInstallation } from './template/read.ts';
import { synthesise } from './template/synth.ts';
import type { Installation } from './template/types.ts';
import { WebServer } from './web/server.ts';

export const REGION = 'eu-north-1';
const ACCOUNT = '000000000000';
/** Most records of one poll of a table's stream. */
export const POLL_LIMIT = 200;

/** What everything else stands on: where the pages are, what time it is, and what there is to run. */
export interface Ground {
  readonly url: string;
  readonly web: WebServer;
  readonly file: DatabaseSync;
  readonly clock: MovableClock;
  readonly ids: Ids;
  readonly rules: Rulebook;
  readonly installation: Installation;
}

export type GroundOptions = HostOptions & { readonly root: string };

export async function openGround(options: GroundOptions): Promise<Ground> {
  const web = new WebServer();
  const url = await web.listen(portOf(options));
  const file = openHostFile(options.dataDir);
  try {
    const assembly = await synthesise({ root: options.root, ...(options.app ? { app: options.app } : {}) });
    return {
      url,
      web,
      file,
      clock: new MovableClock(file, options.clock ?? 'frozen', options.startAt),
      ids: options.seed === undefined ? liveIds : seededIds(options.seed),
      rules: loadRulebook(options.rulebook),
      installation: without(
        options.documents === false ? ['make-document'] : [],
        readInstallation(assembly, { region: REGION, account: ACCOUNT, url: options.publicUrl ?? url }),
      ),
    };
  } catch (error) {
    await web.close();
    file.close();
    throw error;
  }
}

/** The same, but neither stream nor schedule calls these functions. */
function without(names: readonly string[], installation: Installation): Installation {
  const wanted = (called: string) => !names.some((name) => called.endsWith(`-${name}`));
  return {
    ...installation,
    streams: installation.streams.filter(({ functionName }) => wanted(functionName)),
    schedules: installation.schedules.filter(({ functionArn }) => wanted(functionArn)),
  };
}

/** A second host in one process takes the first one's port, since the handlers remember the address. */
function portOf({ port = 0, publicUrl }: HostOptions): number {
  if (publicUrl !== undefined) return port;
  const earlier = earlierValue('BASE_URL');
  return port === 0 && earlier ? Number(new URL(earlier).port) : port;
}

/** The database with its tables, and for each function that a stream calls a reader with a place of its own. */
export interface Records {
  readonly database: LocalDatabase;
  readonly client: DynamoDBClient;
  readonly readers: ReadonlyMap<string, StreamReader>;
}

export async function openRecords({ installation }: Ground, options: GroundOptions): Promise<Records> {
  const folder = join(options.dataDir, 'database');
  const database = await startDatabase({ dataDir: folder });
  const client = plain(
    new DynamoDBClient({
      ...clientSettings,
      endpoint: database.endpoint,
      region: REGION,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  );
  await createTables(client, installation.tables);
  const readers = installation.streams.map(({ table, functionName }) => {
    const place = `${functionName.split(':').at(-1)}.position.json`;
    const checkpoint = options.durableStream === false ? memoryCheckpoint() : fileCheckpoint(join(folder, place));
    return [
      functionName,
      new StreamReader({ endpoint: database.endpoint, table, checkpoint, limit: POLL_LIMIT }),
    ] as const;
  });
  return { database, client, readers: new Map(readers) };
}

/** Sets what the handlers read from their environment. Gives it. */
export async function prepareEnvironment(
  { installation }: Ground,
  { database }: Records,
  options: GroundOptions,
): Promise<Readonly<Record<string, string>>> {
  const variables = {
    ...sharedEnvironment(installation.functions),
    ...awsEnvironment(REGION, { dynamodb: database.endpoint, aws: await listenForAws() }),
    ...(options.rulebook ? { RULEBOOK: options.rulebook } : {}),
  };
  await installEnvironment(variables);
  return variables;
}

/** Numbers from 0 to 1 for the engine: from the seed where there is one, so that a replay draws the same. */
export function randomOf({ seed }: HostOptions): () => number {
  if (seed === undefined) return () => randomInt(2 ** 47) / 2 ** 47;
  let drawn = 0;
  return () => {
    drawn += 1;
    const digest = createHash('sha256').update(`${seed}\0engine\0${drawn}`).digest();
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
}
