import type { Condition } from '../rulebook/conditions.ts';
import type { Terms } from '../rulebook/types.ts';
import { evaluate } from './conditions.ts';
import { type FactName, factNames } from './facts.ts';
import type { Lookup } from './values.ts';

/** Any part of the rules that may hold conditions: whole terms, or entries of the rulebook's tables. */
export type Rules = Terms | readonly object[];

/** What is known before a question is put. */
export interface Known {
  /** An answer that has been given, or another value of the stay; undefined while it may still come. */
  readonly lookup?: Lookup;
  /** Values of the rulebook that it does not have, for any stay: nobody can give them. */
  readonly absent?: readonly string[];
}

/**
 * Names of the values that rules look at, wherever a condition stands in them. What is known already takes out what no rule
 * comes to any more: a rule whose `when` does not hold, and the rest of a condition that one part has decided. So with
 * nothing known these are all questions, and with some answers those that still count.
 */
export function valuesAsked(rules: Rules, known: Known = {}): ReadonlySet<string> {
  const found = new Set<string>();
  walk(rules, known, found);
  return found;
}

/** Facts that an applicant has to be asked for, in the order of facts.ts. The day of submission is known to the system. */
export function factsAsked(rules: Rules, known: Known = {}): readonly FactName[] {
  const values = valuesAsked(rules, known);
  return factNames.filter((name) => name !== 'submittedOn' && values.has(`facts.${name}`));
}

/** Rules are plain data, so every field is gone through: a table that is new to the rulebook is asked for like the others. */
function walk(node: unknown, known: Known, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) walk(each, known, found);
  } else if ('all' in node || 'any' in node) {
    for (const part of decidingParts(node as Combined, known)) walk(part, known, found);
  } else {
    if ('value' in node && typeof node.value === 'string') found.add(node.value);
    const { when, ...others } = node as { readonly when?: unknown };
    walk(when, known, found);
    if (isCondition(when) && holds(when, known) === false) return;
    for (const each of Object.values(others)) walk(each, known, found);
  }
}

type Combined = Extract<Condition, { all: unknown } | { any: unknown }>;

/** The part that has decided the whole, or all of them. */
function decidingParts(node: Combined, known: Known): readonly Condition[] {
  const [parts, decisive] = 'all' in node ? [node.all, false] : [node.any, true];
  const decided = parts.find((part) => holds(part, known) === decisive);
  return decided === undefined ? parts : [decided];
}

/** A `when` of an instalment is a text, and no condition. */
function isCondition(node: unknown): node is Condition {
  return typeof node === 'object' && node !== null && ('value' in node || 'all' in node || 'any' in node);
}

/** Like the engine, but for an answer that may still come: whether it will have been given is open. */
function holds(condition: Condition, known: Known): boolean | undefined {
  if ('all' in condition) return combined(condition.all, known, false);
  if ('any' in condition) return combined(condition.any, known, true);
  const { lookup = () => undefined, absent = [] } = known;
  if (condition.given !== undefined && absent.includes(condition.value)) return !condition.given;
  if (lookup(condition.value) === undefined) return undefined;
  // Hours by the week depend on the length of the stay, and decide nothing about other questions.
  if (condition.atLeastPerWeek !== undefined) return undefined;
  return evaluate(condition, lookup).holds;
}

function combined(conditions: readonly Condition[], known: Known, decisive: boolean): boolean | undefined {
  const all = conditions.map((condition) => holds(condition, known));
  if (all.includes(decisive)) return decisive;
  return all.includes(undefined) ? undefined : !decisive;
}
