import { existsSync, readFileSync, statSync } from 'node:fs';

/** What the database program of this process has used so far. */
export interface DatabaseUse {
  /** The most memory that it ever held, in bytes (VmHWM: resident, shared pages included). */
  readonly peakBytes: number;
  /** Processor time, user and system. */
  readonly seconds: number;
  /** Its file with the write-ahead log. */
  readonly fileBytes: number;
}

const TICKS_PER_SECOND = 100;

/** Looks at the database program among the children of this process, by /proc; undefined where there is no such thing. */
export function databaseUse(): DatabaseUse | undefined {
  for (const pid of children()) {
    const parts = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const file = parts[parts.indexOf('--db-path') + 1];
    if (!parts.includes('--db-path') || file === undefined) continue;
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // Behind the name, which may hold anything but a closing bracket with a blank: fields 3 and on (proc_pid_stat(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return {
      peakBytes: Number(peak ?? 0) * 1024,
      seconds: (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) / TICKS_PER_SECOND,
      fileBytes: sizeOf(file) + sizeOf(`${file}-wal`),
    };
  }
  return undefined;
}

function children(): string[] {
  const list = `/proc/self/task/${process.pid}/children`;
  return existsSync(list) ? readFileSync(list, 'utf8').trim().split(' ').filter(Boolean) : [];
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}
