import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { isIsoDate } from '../../shared/calendar/dates.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Rulebook } from '../../shared/rulebook/types.ts';
import { writeFiles } from '../local/replay/files.ts';
import { type Nomination, readNominations, UnusableFile } from '../local/replay/nominations.ts';
import { type Progress, replay } from '../local/replay/replay.ts';
import { BadInput, type Command } from './command.ts';

const usage = 'wayfare replay NOMINATIONS.csv --out DIR [--seed N] [--until DATE]';

/** Lives through a whole cohort and writes what came of it. Bad rows are reported; the others go on. */
export const replayCohort: Command = async (args, { stdout, stderr }) => {
  const { file, out, seed, until } = readArguments(args);
  const { rows, bad } = await readRows(file);
  const rulebook = process.env.RULEBOOK;
  const rules = loadRulebook(rulebook);
  const [takeable, foreign] = knownRows(rows, rules);
  const refused = [...bad, ...foreign];
  for (const { line, reason } of refused) stderr.write(`Line ${line} is left out: ${reason}.\n`);
  if (takeable.length === 0) throw new BadInput(`${file} has no row that can be used. Correct the lines named above.`);
  const bar = progressBar();
  const options = { rows: takeable, rules, seed, onProgress: bar.show };
  const report = await replay(
    { ...options, ...(until ? { until } : {}), ...(rulebook ? { rulebook } : {}) },
    async (replayed) => {
      bar.stop();
      for (const { line, reason } of replayed.refused) stderr.write(`Line ${line} was refused: ${reason}\n`);
      return writeFiles(out, replayed, refused);
    },
  ).finally(bar.stop);
  stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  return 0;
};

function readArguments(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  const [file, more] = positionals;
  if (!file || more) throw new BadInput(`Give one file of nominations: ${usage}`);
  if (!values.out) throw new BadInput(`Say where the results go with --out: ${usage}`);
  if (values.until !== undefined && !isIsoDate(values.until)) {
    throw new BadInput(`--until must be a date like 2026-12-31, not "${values.until}".`);
  }
  if (!/^[\w-]{1,64}$/.test(values.seed)) throw new BadInput('--seed must be a number or a word.');
  return { file, out: values.out, seed: values.seed, until: values.until };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, seed: { type: 'string', default: '1' }, until: { type: 'string' } },
    });
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)} Usage: ${usage}`);
  }
}

async function readRows(file: string) {
  if (!existsSync(file)) throw new BadInput(`There is no file ${file}.`);
  try {
    return readNominations(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof UnusableFile) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}

/** Rows whose institution, call and activity the rulebook knows, and the others with the reason. */
function knownRows(rows: readonly Nomination[], rules: Rulebook) {
  const foreign: { line: number; reason: string }[] = [];
  const known = rows.filter((row) => {
    try {
      rules.terms({ ...row, on: row.start });
      return true;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'NotInRulebook') throw error;
      foreign.push({ line: row.row + 1, reason: error.message.replace(/\.$/, '') });
      return false;
    }
  });
  return [known, foreign] as const;
}

/** Time that has passed in the cohort's world, on a terminal only. */
function progressBar() {
  const bar = new SingleBar(
    { format: '{bar} {day}', hideCursor: true, clearOnComplete: false, noTTYOutput: false, stream: process.stderr },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show: ({ now, from, until }: Progress) => {
      const [start, end, here] = [from, until, now].map((moment) => Date.parse(moment)) as [number, number, number];
      if (!started) bar.start(end - start, 0, { day: now.slice(0, 10) });
      started = true;
      bar.update(here - start, { day: now.slice(0, 10) });
    },
    stop: () => {
      if (started) bar.stop();
      started = false;
    },
  };
}
