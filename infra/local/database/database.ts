import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseSource } from './binary.ts';
import { type DatabaseChild, freePort, startChild } from './child.ts';
import { endLeftover, forget, remember, servedAt } from './leftover.ts';
import { indexStream } from './stream-index.ts';

export interface LocalDatabase {
  /** Where the DynamoDB and DynamoDB Streams APIs listen, e.g. `http://127.0.0.1:41234`. */
  readonly endpoint: string;
  /** Ends the database in order. */
  stop(): Promise<void>;
  /** Ends it with kill −9 and does not start it again: the crash that tests need. */
  kill(): Promise<void>;
}

/** The database did not come up or would not stay up. */
export class DatabaseFailed extends Error {
  override readonly name = 'DatabaseFailed';
}

const DATA_FILE = 'database.sqlite';
const PID_FILE = 'database.pid';
const HEALTHY_WITHIN_MS = 10_000;
const MAX_RESTARTS = 5;

/**
 * Starts the database on the data folder and waits until it answers. While this process lives, a database that dies is
 * started again on the same port (one that keeps dying ends this process with `DatabaseFailed`); when this process dies, so
 * does the database.
 *
 * Errors: `NoDatabase` (nothing to start here), `DatabaseInUse` (another system uses the folder), `DatabaseFailed`.
 */
export async function startDatabase(options: {
  readonly dataDir: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}): Promise<LocalDatabase> {
  const source = databaseSource(options.environment ?? process.env);
  if ('endpoint' in source) return elsewhere(source.endpoint);
  const dataDir = path.resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const server = new Server(source.program, dataDir);
  await server.start();
  return server;
}

/** Where the database of a system that is running on this folder answers; undefined when none is. */
export function runningDatabase(dataDir: string): string | undefined {
  const folder = path.resolve(dataDir);
  return servedAt(path.join(folder, PID_FILE), path.join(folder, DATA_FILE));
}

/** Whether a system has ever kept anything in this folder. */
export function hasDatabase(dataDir: string): boolean {
  return existsSync(path.join(dataDir, DATA_FILE));
}

/** A server that somebody else runs is neither stopped nor killed. */
async function elsewhere(endpoint: string): Promise<LocalDatabase> {
  if (!(await answers(endpoint))) {
    throw new DatabaseFailed(
      `Nothing answers at DYNAMODB_ENDPOINT ${endpoint}: start that server or unset the variable.`,
    );
  }
  return { endpoint, stop: async () => {}, kill: async () => {} };
}

class Server implements LocalDatabase {
  endpoint = '';
  private port = 0;
  private restarts = 0;
  private wanted = true;
  private child: DatabaseChild | undefined;
  private readonly program: string;
  private readonly dataDir: string;
  private readonly dataFile: string;
  private readonly pidFile: string;

  constructor(program: string, dataDir: string) {
    this.program = program;
    this.dataDir = dataDir;
    this.dataFile = path.join(dataDir, DATA_FILE);
    this.pidFile = path.join(dataDir, PID_FILE);
  }

  async start(): Promise<void> {
    await endLeftover(this.pidFile, this.dataFile, this.dataDir);
    // Between finding a free port and using it somebody else may take it: then try another.
    for (let attempt = 1; ; attempt++) {
      this.port = await freePort();
      this.endpoint = `http://127.0.0.1:${this.port}`;
      const said = await this.launch();
      if (said === undefined) break;
      if (attempt === 3) throw new DatabaseFailed(`The database does not start in ${this.dataDir}: ${said}`);
    }
    indexStream(this.dataFile);
  }

  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.wanted = false;
    await this.child?.end(signal);
    forget(this.pidFile);
  }

  /** Starts the program once. Returns what it said if it ended instead of answering. */
  private async launch(): Promise<string | undefined> {
    const child = startChild(this.program, this.port, this.dataFile);
    if (child.pid > 0) remember(this.pidFile, { database: child.pid, owner: process.pid, endpoint: this.endpoint });
    this.child = child;
    let said: string | undefined;
    const ended = child.ended.then((text) => {
      said = text || 'it ended without a word';
    });
    const deadline = performance.now() + HEALTHY_WITHIN_MS;
    while (said === undefined && !(await answers(this.endpoint))) {
      if (performance.now() > deadline) await child.end('SIGKILL');
      await Promise.race([ended, sleep(5)]);
    }
    if (said === undefined) void ended.then(() => this.revive());
    return said;
  }

  /** The database died although nobody asked for it; nothing is lost, so it simply goes on. */
  private async revive(): Promise<void> {
    while (this.wanted) {
      if (++this.restarts > MAX_RESTARTS) {
        throw new DatabaseFailed(
          `The database in ${this.dataDir} died ${this.restarts} times; see its disk and memory.`,
        );
      }
      if ((await this.launch()) === undefined) return;
    }
  }
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    const response = await fetch(endpoint, { method: 'GET', signal: AbortSignal.timeout(1_000) });
    await response.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
