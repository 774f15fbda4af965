import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { assess } from '../../shared/grant/assess.ts';
import type { StayInput } from '../../shared/grant/types.ts';
import { compileRules } from '../../shared/rulebook/compiled.ts';
import { loadRulebook, rulebookSource } from '../../shared/rulebook/loader.ts';
import type { Terms } from '../../shared/rulebook/types.ts';
import { cohort } from './cohort.ts';
import type { Figure } from './figures.ts';

const STAYS = 200;
const SECONDS = 3;

/** Loads the rules as a cold function does and as the command line does, then assesses stays on one core. */
export async function benchRules(): Promise<Figure[]> {
  const began = performance.now();
  const rules = loadRulebook(process.env.RULEBOOK);
  const load = performance.now() - began;
  const cold = await coldLoad();
  const stays = cohort(STAYS).map((row): readonly [Terms, StayInput] => {
    const { institution, call, activity, hostCountry, hostCity, start, end } = row;
    const stay: StayInput = {
      activity,
      host: { country: hostCountry, city: hostCity },
      period: { start, end },
      travel: 'none',
      facts: { studyLevel: 'master', ects: 180, nominated: true, languageLevel: 'B2', doubleDegree: false },
    };
    return [rules.terms({ institution, call, activity, hostCountry, on: start }), stay];
  });
  assessAll(stays, 0.5);
  return [
    {
      name: 'assessments',
      value: assessAll(stays, SECONDS),
      unit: '/s',
      target: { atLeast: 50_000 },
      how: `Whole assessments with their working, on one core, for ${SECONDS} s over ${STAYS} stays whose terms are at hand; half a second before it to warm up.`,
    },
    {
      name: 'cold load of one institution',
      value: cold,
      unit: 'ms',
      target: { atMost: 20 },
      how: 'In a fresh process whose modules are loaded, until the terms of one stay are there, by the compiled rules that a deployed function ships.',
    },
    {
      name: 'cold load of all YAML',
      value: load,
      unit: 'ms',
      how: 'What a start on this machine does: reading and checking every file; modules were loaded before.',
    },
  ];
}

/** Milliseconds that a fresh process needs for the terms of one stay. */
async function coldLoad(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'wayfare-rules-'));
  try {
    for (const [name, text] of compileRules(rulebookSource(process.env.RULEBOOK)))
      writeFileSync(join(folder, name), text);
    const script = fileURLToPath(new URL('cold-rules.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, folder]);
    return Number(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Assessments per second. */
function assessAll(stays: readonly (readonly [Terms, StayInput])[], seconds: number): number {
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < seconds * 1000) {
    for (const [terms, stay] of stays) if (assess(terms, stay).total.minor > 0) done += 1;
  }
  return done / ((performance.now() - began) / 1000);
}
