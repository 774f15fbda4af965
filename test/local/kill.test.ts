import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from './fixtures.ts';

const CASES = 3;

type Outcome = Readonly<
  Record<'executions' | 'outbox' | 'due' | 'states' | 'ledger' | 'paid' | 'mails', readonly unknown[]> & { now: string }
>;

/** Runs the host on a folder; kills it with −9 when it has said so many lines. Gives the outcome if it came to its end. */
async function run(dataDir: string, killAfter = Number.POSITIVE_INFINITY): Promise<Outcome | undefined> {
  const script = join(import.meta.dirname, 'killed-host.ts');
  const child = spawn(process.execPath, [script, dataDir, String(CASES)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let outcome: Outcome | undefined;
  let lines = 0;
  const ended = new Promise((end) => child.once('exit', end));
  for await (const line of createInterface({ input: child.stdout })) {
    lines += 1;
    if (line.startsWith('done ')) outcome = JSON.parse(line.slice(5)) as Outcome;
    if (lines === killAfter) child.kill('SIGKILL');
  }
  await ended;
  return outcome;
}

describe('kill −9 at any moment, and start again', () => {
  let undisturbed: Outcome | undefined;
  let disturbed: Outcome | undefined;
  let kills = 0;

  beforeAll(async () => {
    undisturbed = await run(temporaryFolder());
    const dataDir = temporaryFolder();
    // Lives of different lengths: the kills fall into the start, the applications, the payments and every stretch of time.
    for (const lines of [1, 4, 7, 10, 12, 13, 14, 16, 18]) {
      disturbed = await run(dataDir, lines);
      if (disturbed) break;
      kills += 1;
    }
    disturbed ??= await run(dataDir);
  }, 120_000);

  it('was tried often enough to mean something', () => {
    expect(kills).toBeGreaterThan(5);
    expect(undisturbed?.paid.length).toBeGreaterThan(CASES);
  });

  it.each([
    ['no transfer is lost or made twice', 'ledger'],
    ['nobody is paid twice or never', 'paid'],
    ['every case stands where it would stand', 'states'],
    ['every execution was started once and ended alike', 'executions'],
    ['every mail went out', 'mails'],
    ['the same things are due', 'due'],
    ['nothing lies undelivered', 'outbox'],
  ] as const)('%s', (_rule, what) => {
    expect(disturbed?.[what]).toEqual(undisturbed?.[what]);
  });

  it('and it ends at the same time', () => {
    expect(disturbed?.now).toBe(undisturbed?.now);
  });
});
