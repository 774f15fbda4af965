import type { Comparison, Condition, Operand, ValueName } from '../rulebook/conditions.ts';
import { OFFICIAL_DISTANCE } from './distance.ts';
import { languageLevels } from './facts.ts';
import type { Lookup, Scalar } from './values.ts';

/** Yes, no, or not to be said yet; then `missing` names what was not given. */
export interface Verdict {
  readonly holds: boolean | undefined;
  readonly missing: readonly string[];
}

const yes: Verdict = { holds: true, missing: [] };
const no: Verdict = { holds: false, missing: [] };

/**
 * Whether a condition of the rulebook holds for a stay. A value that was not given makes it undecided, unless the rest
 * decides it alone: nothing is guessed, and nothing is asked for that would change nothing.
 */
export function evaluate(condition: Condition, lookup: Lookup): Verdict {
  if ('all' in condition) return combined(condition.all, lookup, false);
  if ('any' in condition) return combined(condition.any, lookup, true);
  return compare(condition, lookup);
}

/** The one who decides: a single "no" settles all, a single "yes" settles any. */
function combined(conditions: readonly Condition[], lookup: Lookup, decisive: boolean): Verdict {
  const missing: string[] = [];
  let undecided = false;
  for (const condition of conditions) {
    const verdict = evaluate(condition, lookup);
    if (verdict.holds === decisive) return decisive ? yes : no;
    if (verdict.holds === undefined) {
      undecided = true;
      missing.push(...verdict.missing);
    }
  }
  if (undecided) return { holds: undefined, missing };
  return decisive ? no : yes;
}

function compare(node: Comparison, lookup: Lookup): Verdict {
  const value = lookup(node.value);
  if (node.given !== undefined) return verdict((value !== undefined) === node.given);
  if (value === undefined) return unknown(node.value, lookup);
  if (node.in !== undefined) return verdict(node.in.includes(value));
  if (node.notIn !== undefined) return verdict(!node.notIn.includes(value));
  if (node.atLeastPerWeek !== undefined) return perWeek(node.value, value, node.atLeastPerWeek, lookup);
  const operand = node.is ?? node.isNot ?? node.atLeast ?? node.atMost ?? node.below ?? node.levelAtLeast;
  if (operand === undefined) throw new Error(`A condition on ${node.value} compares with nothing.`);
  const other = resolved(operand, lookup);
  if (other === undefined) return unknown((operand as { value: ValueName }).value, lookup);
  if (node.levelAtLeast !== undefined) return verdict(level(value) >= level(other));
  if (node.is !== undefined) return verdict(value === other);
  if (node.isNot !== undefined) return verdict(value !== other);
  if (typeof value !== typeof other) {
    throw new Error(`A condition compares ${node.value}, which is ${String(value)}, with ${String(other)}.`);
  }
  if (node.atLeast !== undefined) return verdict(value >= other);
  if (node.atMost !== undefined) return verdict(value <= other);
  return verdict(value < other);
}

/** Exact: the days of the stay, at least a week, in sevenths. */
function perWeek(name: ValueName, value: Scalar, weekly: number, lookup: Lookup): Verdict {
  const days = lookup('days.mobility');
  if (typeof value !== 'number' || typeof days !== 'number') {
    throw new Error(`A condition asks for so much of ${name} a week, which is ${String(value)}.`);
  }
  return verdict(value * 7 >= weekly * Math.max(7, days));
}

function verdict(holds: boolean): Verdict {
  return holds ? yes : no;
}

/** Values that belong to the rulebook: where it has none, nobody can give one. */
const RULEBOOKS_OWN = /^(window|agreement|project|limits)\./;

/** What to ask for: the fact's own name, or the place of the value in the stay. */
function unknown(name: ValueName, lookup: Lookup): Verdict {
  if (RULEBOOKS_OWN.test(name)) return { holds: undefined, missing: [] };
  if (name === 'host.distanceKm' && lookup('host.isNearEdge') === true)
    return { holds: undefined, missing: [OFFICIAL_DISTANCE] };
  return { holds: undefined, missing: [name.startsWith('facts.') ? name.slice('facts.'.length) : name] };
}

function resolved(operand: Operand, lookup: Lookup): Scalar | undefined {
  return typeof operand === 'object' ? lookup(operand.value) : operand;
}

function level(value: Scalar): number {
  return (languageLevels as readonly Scalar[]).indexOf(value);
}
