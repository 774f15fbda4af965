import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BilledUnit, cost, prices } from '../../infra/aws/prices.ts';
import { writeFiles } from '../../infra/local/replay/files.ts';
import { replay } from '../../infra/local/replay/replay.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { cohort } from './cohort.ts';
import { databaseUse } from './database-process.ts';
import type { Figure } from './figures.ts';

const MOBILITIES = 200;
const MIB = 2 ** 20;

/** Lives through a whole cohort as `wayfare replay` does, files and all, and measures it from outside and inside. */
export async function benchReplay(): Promise<Figure[]> {
  const out = mkdtempSync(join(tmpdir(), 'wayfare-bench-'));
  try {
    const began = performance.now();
    const { units, database } = await replay(
      { rows: cohort(MOBILITIES), rules: loadRulebook(process.env.RULEBOOK), seed: '1' },
      async (replayed) => {
        const { accepted } = (await writeFiles(out, replayed, [])).rows;
        if (accepted !== MOBILITIES) throw new Error(`${accepted} of ${MOBILITIES} mobilities were lived through.`);
        return { units: replayed.host.units(), database: databaseUse() };
      },
    );
    const seconds = (performance.now() - began) / 1000;
    return [...speed(seconds, database), ...memory(database), ...billed(units)];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function speed(seconds: number, database: ReturnType<typeof databaseUse>): Figure[] {
  const { user, system } = process.cpuUsage();
  const processor = (user + system) / 1e6 + (database?.seconds ?? 0);
  return [
    {
      name: 'mobilities per second',
      value: MOBILITIES / seconds,
      unit: '/s',
      target: { atLeast: 5 },
      how: `${MOBILITIES} mobilities with the sample's mix of stories, from starting the system to the last file written (${seconds.toFixed(1)} s by the clock).`,
    },
    {
      name: 'processor time per mobility',
      value: (processor / MOBILITIES) * 1000,
      unit: 'ms',
      how: 'User and system time of the node process since it began and of the database program, together.',
    },
  ];
}

function memory(database: ReturnType<typeof databaseUse>): Figure[] {
  const own = process.resourceUsage().maxRSS / 1024;
  const peak = (database?.peakBytes ?? 0) / MIB;
  const counted = database ? 'and of the database program (VmHWM)' : '(this system does not tell the database’s)';
  return [
    {
      name: 'peak memory',
      value: own + peak,
      unit: 'MiB',
      target: { atMost: 500 },
      how: `Highest resident size of the node process (maxRSS, ${own.toFixed(0)} MiB) ${counted}, added although they need not meet.`,
    },
    {
      name: 'database on disk',
      value: (database?.fileBytes ?? 0) / MIB,
      unit: 'MiB',
      how: 'The database’s file and its write-ahead log at the end of the replay, before it is removed.',
    },
  ];
}

/** What AWS would bill for one mobility, unit by unit, and its price by infra/aws/prices.ts. */
function billed(units: Readonly<Record<BilledUnit, number>>): Figure[] {
  const each = Object.entries(units).map(([name, count]): Figure => {
    const unit = name as BilledUnit;
    const price = cost({ [unit]: count / MOBILITIES }) / 1e12;
    return {
      name: `${prices[unit].unit}, per mobility`,
      value: count / MOBILITIES,
      unit: '',
      ...(unit === 'stateTransition' ? { target: { atMost: 60 } } : {}),
      how: `${counted[unit]} At ${prices[unit].stated} this is $${price.toFixed(6)}.`,
    };
  });
  const total = cost(units) / MOBILITIES / 1e12;
  const all: Figure = {
    name: 'price on AWS, per mobility',
    value: total * 1000,
    unit: 'thousandths of a dollar',
    how: 'The units above by the prices of infra/aws/prices.ts, without tax, free tier and what an idle installation costs.',
  };
  return [...each, all];
}

const counted: Readonly<Record<BilledUnit, string>> = {
  stateTransition: 'State entries that the local engine counts as Step Functions does.',
  lambdaRequest: 'Calls of handlers; rounds of schedules without work, which AWS bills too, are not run here.',
  lambdaGigabyteSecond: 'Real time in handlers times their memory; on this machine, so only an order of magnitude.',
  readUnit: 'As the database reports them for every call of the handlers.',
  writeUnit: 'As the database reports them for every call of the handlers, index and transactions included.',
  mail: 'Mails in the mailbox.',
  objectRead: 'GET requests to the bucket.',
  objectWrite: 'PUT and LIST requests to the bucket.',
};
