import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { isIsoDate } from '../../shared/calendar/dates.ts';
import { NotInRulebook } from '../../shared/rulebook/in-force.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Rulebook } from '../../shared/rulebook/types.ts';
import { type Nomination, readNominations, UnusableFile } from '../local/replay/nominations.ts';
import type { Progress } from '../local/replay/replay.ts';
import { BadInput, type Command } from './command.ts';

const usage = 'wayfare replay NOMINATIONS.csv --out DIR [--seed N] [--until DATE] [--documents]';

/** Lives through a whole cohort and writes what came of it. Bad rows are reported; the others go on. */
export const replayCohort: Command = async (args, { stdout, stderr }) => {
  const { file, out, seed, until, documents } = readArguments(args);
  const { rows, bad } = await readRows(file);
  const rulebook = process.env.RULEBOOK;
  const rules = loadRulebook(rulebook);
  const [takeable, foreign] = knownRows(rows, rules);
  const refused = [...bad, ...foreign];
  for (const { line, reason } of refused) stderr.write(`Line ${line} is left out: ${reason}.\n`);
  if (takeable.length === 0) {
    const todo = refused.length > 0 ? 'Correct the lines named above.' : 'Put the nominations below its header.';
    throw new BadInput(`${file} has no row that can be used. ${todo}`);
  }
  makeFolder(out);
  // Loaded only now: the whole system takes longer to load than a mistake in the call to be seen.
  const [{ replay }, { writeFiles }] = await Promise.all([
    import('../local/replay/replay.ts'),
    import('../local/replay/files.ts'),
  ]);
  const bar = progressBar();
  const options = { rows: takeable, rules, seed, documents, onProgress: bar.show };
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
  return { file, out: values.out, seed: values.seed, until: values.until, documents: values.documents };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        seed: { type: 'string', default: '1' },
        until: { type: 'string' },
        documents: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)} Usage: ${usage}`);
  }
}

async function readRows(file: string) {
  if (!existsSync(file)) throw new BadInput(`There is no file ${file}.`);
  if (!statSync(file).isFile()) throw new BadInput(`${file} is no file. Give the file with the nominations.`);
  try {
    return readNominations(utf8(await readFile(file)));
  } catch (error) {
    if (error instanceof UnusableFile) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}

/** Names in another encoding would become others, and go to the bank like that. */
function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableFile('The file is not UTF-8 text. Save it as “CSV UTF-8”.');
  }
}

/** Before the cohort lives, so that its results have a place when it has. */
function makeFolder(out: string): void {
  try {
    mkdirSync(out, { recursive: true });
    accessSync(out, constants.W_OK);
  } catch {
    throw new BadInput(`The results cannot be written to ${out}. Name a folder that you may write to.`);
  }
}

/** Rows that the rulebook can answer and whose institution takes applications, and the others with the reason. */
function knownRows(rows: readonly Nomination[], rules: Rulebook) {
  const foreign: { line: number; reason: string }[] = [];
  const known = rows.filter((row) => {
    const reason = unknown(row, rules);
    if (reason !== undefined) foreign.push({ line: row.line, reason });
    return reason === undefined;
  });
  return [known, foreign] as const;
}

function unknown(row: Nomination, rules: Rulebook): string | undefined {
  try {
    rules.terms({ ...row, on: row.start });
  } catch (error) {
    if (!(error instanceof NotInRulebook)) throw error;
    return error.message.replace(/\.$/, '');
  }
  return rules.institution(row.institution) === undefined
    ? `the institution "${row.institution}" is known by its rules only: without a bank in its file it takes no applications`
    : undefined;
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
