import { assess } from '../../shared/grant/assess.ts';
import type { StayInput } from '../../shared/grant/types.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Terms } from '../../shared/rulebook/types.ts';
import { cohort } from './cohort.ts';
import type { Figure } from './figures.ts';

const STAYS = 200;
const SECONDS = 3;

/** Loads the rulebook in a process that has not loaded it yet, then assesses stays on one core. */
export async function benchRules(): Promise<Figure[]> {
  const began = performance.now();
  const rules = loadRulebook(process.env.RULEBOOK);
  const load = performance.now() - began;
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
      how: `Whole assessments with their working, on one core, for ${SECONDS} s over ${STAYS} stays whose terms are at hand; half a second before it to warm up.`,
    },
    {
      name: 'cold rulebook load',
      value: load,
      unit: 'ms',
      how: 'The first load in a fresh process: reading, checking and joining all YAML files; modules were loaded before.',
    },
  ];
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
