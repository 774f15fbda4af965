import type { Condition } from '../rulebook/conditions.ts';
import type { Terms } from '../rulebook/types.ts';
import { evaluate } from './conditions.ts';
import { type FactName, factNames } from './facts.ts';
import type { Lookup } from './values.ts';

/** Any part of the rules that may hold conditions: whole terms, or entries of the rulebook's tables. */
export type Rules = Terms | readonly object[];

const nothingKnown: Lookup = () => undefined;

/**
 * Names of the values that rules look at, wherever a condition stands in them. What is known already (`lookup`) takes out
 * what no rule comes to any more: the rest of a rule whose `when` does not hold, and what stands behind a condition that
 * has decided. So with nothing known these are all questions, and with some answers those that still count.
 */
export function valuesAsked(rules: Rules, lookup: Lookup = nothingKnown): ReadonlySet<string> {
  const found = new Set<string>();
  walk(rules, lookup, found);
  return found;
}

/** Facts that an applicant has to be asked for, in the order of facts.ts. The day of submission is known to the system. */
export function factsAsked(rules: Rules, lookup: Lookup = nothingKnown): readonly FactName[] {
  const values = valuesAsked(rules, lookup);
  return factNames.filter((name) => name !== 'submittedOn' && values.has(`facts.${name}`));
}

/** Rules are plain data, so every field is gone through: a table that is new to the rulebook is asked for like the others. */
function walk(node: unknown, lookup: Lookup, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) walk(each, lookup, found);
    return;
  }
  if ('all' in node || 'any' in node) {
    walkUntilDecided(node as Condition & object, lookup, found);
    return;
  }
  if ('value' in node && typeof node.value === 'string') found.add(node.value);
  const { when, ...others } = node as { readonly when?: unknown };
  walk(when, lookup, found);
  if (isCondition(when) && holds(when, lookup) === false) return;
  for (const each of Object.values(others)) walk(each, lookup, found);
}

function walkUntilDecided(node: Condition, lookup: Lookup, found: Set<string>): void {
  const [parts, decisive] = 'all' in node ? [node.all, false] : 'any' in node ? [node.any, true] : [[], true];
  for (const part of parts) {
    walk(part, lookup, found);
    if (holds(part, lookup) === decisive) return;
  }
}

/** A `when` of an instalment is a text, and no condition. */
function isCondition(node: unknown): node is Condition {
  return typeof node === 'object' && node !== null && ('value' in node || 'all' in node || 'any' in node);
}

/** Like the engine, but for an answer that may still come: whether it will have been given is open. */
function holds(condition: Condition, lookup: Lookup): boolean | undefined {
  if ('all' in condition) return combined(condition.all, lookup, false);
  if ('any' in condition) return combined(condition.any, lookup, true);
  if (lookup(condition.value) === undefined) return undefined;
  // Hours by the week depend on the length of the stay, and decide nothing about other questions.
  if (condition.atLeastPerWeek !== undefined) return undefined;
  return evaluate(condition, lookup).holds;
}

function combined(conditions: readonly Condition[], lookup: Lookup, decisive: boolean): boolean | undefined {
  const all = conditions.map((condition) => holds(condition, lookup));
  if (all.includes(decisive)) return decisive;
  return all.includes(undefined) ? undefined : !decisive;
}
