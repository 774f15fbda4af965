import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The data folder belongs to a system that is running. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';
  constructor(dataDir: string, owner: number) {
    super(`Process ${owner} is working with ${dataDir}. Stop it first, or choose another folder with WAYFARE_DATA.`);
  }
}

/**
 * Who serves a data folder, kept in `database.pid`. The watchdog normally ends a database whose owner died; this file
 * catches the rest: owner and watchdog killed together, or the owner killed before the watchdog ran.
 */
export function remember(pidFile: string, serving: Serving): void {
  writeFileSync(pidFile, JSON.stringify(serving));
}

interface Serving {
  readonly database: number;
  readonly owner: number;
  readonly endpoint: string;
}

/**
 * Where a living system's database on this folder answers; undefined when there is none. What the file says is believed
 * only while the process that it names serves this very data file, under the owner that it names.
 */
export function servedAt(pidFile: string, dataFile: string): string | undefined {
  const known = recorded(pidFile);
  if (!known || !serves(known.database, dataFile) || parentOf(known.database) !== known.owner) return undefined;
  return known.endpoint;
}

export function forget(pidFile: string): void {
  rmSync(pidFile, { force: true });
}

/**
 * Ends a database left over from an earlier run. Throws `DatabaseInUse` when it is not left over but has a living
 * owner. A process counts as that database only if its command line names the data file, because process numbers are
 * used again.
 */
export async function endLeftover(pidFile: string, dataFile: string, dataDir: string): Promise<void> {
  const known = recorded(pidFile);
  if (known && serves(known.database, dataFile)) {
    if (parentOf(known.database) === known.owner) throw new DatabaseInUse(dataDir, known.owner);
    process.kill(known.database, 'SIGKILL');
    while (serves(known.database, dataFile)) await sleep(5);
  }
  forget(pidFile);
}

function recorded(pidFile: string): Serving | undefined {
  if (!existsSync(pidFile)) return undefined;
  try {
    const { database, owner, endpoint } = JSON.parse(readFileSync(pidFile, 'utf8'));
    if (!Number.isInteger(database) || !Number.isInteger(owner)) return undefined;
    return { database, owner, endpoint: String(endpoint) };
  } catch (error) {
    // Half-written when the machine stopped: the process it would have named is gone with the machine.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function serves(pid: number, dataFile: string): boolean {
  return procFile(pid, 'cmdline').split('\0').includes(dataFile);
}

/** The parent process; an orphan's is no longer the one that started it. */
function parentOf(pid: number): number {
  const status = procFile(pid, 'status');
  return Number(/^PPid:\s*(\d+)$/m.exec(status)?.[1] ?? 0);
}

/** Linux, the only system with a database program in the packages. Empty when there is no such process. */
function procFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(String(Reflect.get(Object(error), 'code')))) return '';
    throw error;
  }
}
