import { DefinitionRefused } from '../errors.ts';
import type { Report } from '../jsonata/template.ts';
import { Fields, isObject, type Json, LONGEST_SECONDS } from './fields.ts';
import type { Container, Machine, State } from './machine.ts';
import { compileState, type Nested, targetsOf } from './states.ts';

/** A Standard execution may last one year. */
export const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/**
 * Compiles a definition (Amazon States Language, JSONata, as text). Throws DefinitionRefused with every problem found:
 * mistakes, and every state type, field and integration that this interpreter does not run, each by state and field.
 */
export function compileMachine(name: string, definition: string): Machine {
  const problems: string[] = [];
  const report: Report = (place, problem) => problems.push(`${place} ${problem}`);
  const machine = compileDefinition(parse(name, definition), report);
  if (problems.length > 0) throw new DefinitionRefused(name, problems);
  return machine;
}

function parse(name: string, definition: string): Json {
  try {
    const value: unknown = JSON.parse(definition);
    if (isObject(value)) return value;
  } catch (error) {
    throw new DefinitionRefused(name, [`the definition is not JSON (${String(error)})`]);
  }
  throw new DefinitionRefused(name, ['the definition is not a JSON object']);
}

function compileDefinition(definition: Json, report: Report): Machine {
  const fields = new Fields(definition, '', '', report);
  const language = fields.raw('QueryLanguage');
  if (language !== 'JSONata') fields.refuse('QueryLanguage', "must be 'JSONata'; JSONPath machines are not run here");
  const version = fields.raw('Version');
  if (version !== undefined && version !== '1.0') fields.refuse('Version', "must be '1.0'");
  const timeoutSeconds = fields.integer('TimeoutSeconds', 1, LONGEST_SECONDS) ?? ONE_YEAR_SECONDS;
  const compiler = new Compiler(report);
  const root = compiler.container(fields, '', '', new Set());
  fields.finish();
  return { root, containers: compiler.containers, timeoutSeconds: Math.min(timeoutSeconds, ONE_YEAR_SECONDS) };
}

class Compiler {
  readonly containers = new Map<string, Container>();
  readonly #report: Report;
  readonly #names = new Set<string>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** Compiles StartAt and States of the machine, a branch or a processor. `outer` are variables of outer scopes. */
  container(fields: Fields, place: string, key: string, outer: ReadonlySet<string>): Container {
    const startAt = fields.string('StartAt');
    const definitions = Object.entries(fields.object('States'));
    const own = assignedIn(definitions);
    for (const name of own) {
      if (outer.has(name))
        this.#report(place === '' ? '/' : place, `assigns '${name}', which an outer scope assigns too`);
    }
    const states = new Map<string, State>();
    for (const [name, definition] of definitions) {
      const at = `${place}/States/${name}`;
      if (this.#names.has(name)) this.#report(at, 'has the name of another state');
      if ([...name].length > 80) this.#report(at, 'has a name of more than 80 characters');
      this.#names.add(name);
      if (!isObject(definition)) {
        this.#report(at, 'must be an object');
        continue;
      }
      const nested: Nested = (inner, path, innerKey) =>
        this.container(inner, `${at}/${path}`, innerKey, new Set([...outer, ...own])).key;
      const state = compileState(name, new Fields(definition, at, '', this.#report), nested, key);
      if (state !== undefined) states.set(name, state);
    }
    const container = { key, startAt, states };
    this.containers.set(key, container);
    checkTargets(container, new Set(definitions.map(([name]) => name)), place, this.#report);
    return container;
  }
}

function checkTargets(container: Container, names: ReadonlySet<string>, place: string, report: Report): void {
  if (container.startAt !== '' && !names.has(container.startAt)) {
    report(`${place}/StartAt`, `names '${container.startAt}', which is not a state`);
  }
  const reached = new Set<string>([container.startAt]);
  for (const state of container.states.values()) {
    for (const [field, target] of targetsOf(state)) {
      if (target === '') continue;
      if (!names.has(target))
        report(`${place}/States/${state.name}/${field}`, `names '${target}', which is not a state`);
      if (target !== state.name) reached.add(target);
    }
  }
  for (const name of names)
    if (!reached.has(name)) report(`${place}/States/${name}`, 'is a state that nothing leads to');
}

function assignedIn(definitions: readonly (readonly [string, unknown])[]): Set<string> {
  const names = new Set<string>();
  const collect = (holder: unknown): void => {
    if (!isObject(holder)) return;
    if (isObject(holder.Assign)) for (const name of Object.keys(holder.Assign)) names.add(name);
    for (const list of [holder.Catch, holder.Choices]) if (Array.isArray(list)) list.forEach(collect);
  };
  for (const [, definition] of definitions) collect(definition);
  return names;
}
