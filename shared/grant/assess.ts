import { sum } from '../money/money.ts';
import type { Language, Terms } from '../rulebook/types.ts';
import { type Counted, countStay, daysOf } from './days.ts';
import { checkRequirements } from './eligibility.ts';
import { instalmentsOf } from './instalments.ts';
import { inclusionCosts, individualSupport, topUps } from './lines.ts';
import { travelGrant } from './travel.ts';
import type { Assessment, Line, StayInput } from './types.ts';

export interface AssessOptions {
  /** Language of sentences and workings; English when absent. */
  readonly language?: Language;
}

/**
 * What a stay is entitled to by its terms: eligibility with every requirement that is not met, the days, the amount with
 * its working line by line, and the instalments. Amounts are computed also when a fact is missing or a requirement is not
 * met: `eligible` says whether they may be paid.
 *
 * Throws InvalidDate, InvalidPeriod and InvalidStay for a stay that cannot be.
 */
export function assess(terms: Terms, stay: StayInput, options: AssessOptions = {}): Assessment {
  return assessCounted(terms, stay, countStay(terms, stay), 0, options.language ?? 'en');
}

/** The same for days that have been counted already. */
export function assessCounted(
  terms: Terms,
  stay: StayInput,
  counted: Counted,
  extraDays: number,
  language: Language,
): Assessment {
  const needs = [...counted.needs];
  const lines: Line[] = [
    individualSupport(terms, counted, language),
    ...topUps(terms, counted, language, needs),
    ...travelGrant(terms, stay, counted, language, needs),
    ...inclusionCosts(terms, stay, language),
  ];
  return assessmentOf(terms, counted, lines, needs, extraDays, language);
}

/** Eligibility and instalments around lines that are decided. */
export function assessmentOf(
  terms: Terms,
  counted: Counted,
  lines: readonly Line[],
  needs: readonly string[],
  extraDays: number,
  language: Language,
): Assessment {
  const { refusals, needs: asked } = checkRequirements(terms, counted.lookup, language);
  const missing = [...new Set([...asked, ...needs])];
  const total = sum(
    lines.map(({ amount }) => amount),
    'EUR',
  );
  return {
    eligible: refusals.length > 0 ? 'no' : missing.length > 0 ? 'undecided' : 'yes',
    needs: missing,
    refusals,
    days: daysOf(counted.chain, terms, extraDays, language),
    lines,
    total,
    instalments: instalmentsOf(lines, terms, counted.lookup, language),
    rulebook: terms.version,
  };
}
