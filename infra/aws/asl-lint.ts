import validate from 'asl-validator';
import { compileMachine } from '../local/stepfunctions/definition/compile.ts';
import { isObject, type Json } from '../local/stepfunctions/definition/fields.ts';
import type { Machine, State } from '../local/stepfunctions/definition/machine.ts';
import { DefinitionRefused } from '../local/stepfunctions/errors.ts';
import { FUNCTIONS } from '../local/stepfunctions/jsonata/functions.ts';
import { expressionsOf, type Template } from '../local/stepfunctions/jsonata/template.ts';

/** A wait ends well before the year that an execution may last, so that its phase can begin again. */
export const LONGEST_WAIT_SECONDS = 300 * 24 * 3600;

/**
 * Everything wrong with a workflow definition, as sentences; none for a good one. Joins three readers: asl-validator
 * (schema, targets, ends), the compiler of the local interpreter (what asl-validator misses: `States.ALL` not alone and
 * last, a heartbeat as long as the time-out, unknown integrations, illegal names of variables; and everything that would
 * run on AWS and not on one machine), and the rules of this house, below.
 */
export function lintDefinition(name: string, definition: object): string[] {
  const problems = [...validated(definition), ...houseRules(definition)];
  try {
    const machine = compileMachine(name, JSON.stringify(definition));
    problems.push(...tokenRules(machine), ...variableRules(machine));
  } catch (error) {
    if (!(error instanceof DefinitionRefused)) throw error;
    problems.push(...error.problems);
  }
  return [...new Set(problems)].map((problem) => `${name}: ${problem}`);
}

function validated(definition: object): string[] {
  // It writes QueryLanguage into the states, and it knows no placeholders, so it gets a copy and no look at ARNs.
  const { errors } = validate(structuredClone(definition), { checkPaths: true, checkArn: false });
  return errors.map((error) => `${error['Error code']}: ${error.Message}`);
}

/** A task that waits for a token says how long, less than 300 days, and what happens then. */
function houseRules(definition: object): string[] {
  return statesOf(definition, '').flatMap(([place, state]) => {
    if (typeof state.Resource !== 'string' || !state.Resource.endsWith('.waitForTaskToken')) return [];
    const problems: string[] = [];
    const { TimeoutSeconds: timeout } = state;
    if (typeof timeout !== 'number' || timeout > LONGEST_WAIT_SECONDS) {
      problems.push(`${place}/TimeoutSeconds must be given as a number of at most ${LONGEST_WAIT_SECONDS} (300 days)`);
    }
    if (!catches(state, 'States.Timeout')) problems.push(`${place}/Catch must name 'States.Timeout'`);
    return problems;
  });
}

function catches(state: Json, error: string): boolean {
  if (!Array.isArray(state.Catch)) return false;
  return state.Catch.some(
    (catcher: unknown) =>
      isObject(catcher) && Array.isArray(catcher.ErrorEquals) && catcher.ErrorEquals.includes(error),
  );
}

function statesOf(holder: unknown, place: string): [string, Json][] {
  if (!isObject(holder) || !isObject(holder.States)) return [];
  return Object.entries(holder.States).flatMap(([name, state]) => {
    if (!isObject(state)) return [];
    const at = `${place}/States/${name}`;
    const branches = Array.isArray(state.Branches) ? state.Branches : [];
    const inner = [
      ...branches.flatMap((branch, i) => statesOf(branch, `${at}/Branches[${i}]`)),
      ...statesOf(state.ItemProcessor, `${at}/ItemProcessor`),
    ];
    return [[at, state] as [string, Json], ...inner];
  });
}

/** A task that waits for a token hands the token over; otherwise nobody could ever answer it. */
function tokenRules(machine: Machine): string[] {
  return allStates(machine)
    .filter(
      (state) =>
        state.type === 'Task' && state.waitForToken && !expressionsOf(state.arguments).some(({ token }) => token),
    )
    .map((state) => `/States/${state.name}/Arguments must hold $states.context.Task.Token`);
}

/** A variable that no state assigns would fail the execution when it is read, perhaps after a year. */
function variableRules(machine: Machine): string[] {
  const states = allStates(machine);
  const assigned = new Set(
    states.flatMap((state) => shapesOf(state).flatMap(({ assign }) => (assign ? namesOf(assign) : []))),
  );
  return states.flatMap((state) => {
    const read = templatesOf(state)
      .flatMap(expressionsOf)
      .flatMap(({ variables }) => [...variables]);
    const unknown = [...new Set(read)].filter((name) => !assigned.has(name) && !FUNCTIONS.has(name));
    return unknown.map((name) => `/States/${state.name} reads '$${name}', which no state assigns`);
  });
}

function allStates(machine: Machine): State[] {
  return [...machine.containers.values()].flatMap((container) => [...container.states.values()]);
}

interface Shaped {
  readonly output?: Template;
  readonly assign?: Template;
}

function shapesOf(state: State): Shaped[] {
  return [state, ...(state.type === 'Choice' ? state.rules : []), ...('catch' in state ? state.catch : [])];
}

function namesOf(assign: Template): string[] {
  if (assign.kind === 'object') return assign.entries.map(([name]) => name);
  return assign.kind === 'constant' && isObject(assign.value) ? Object.keys(assign.value) : [];
}

function templatesOf(state: State): Template[] {
  const shapes = shapesOf(state).flatMap(({ output, assign }) => [output, assign]);
  return [...shapes, ...ownTemplates(state)].filter((template) => template !== undefined);
}

function ownTemplates(state: State): (Template | undefined)[] {
  switch (state.type) {
    case 'Choice':
      return state.rules.map(({ condition }) => condition);
    case 'Task':
      return [state.arguments, state.timeoutSeconds, state.heartbeatSeconds];
    case 'Wait':
      return [state.until.value];
    case 'Fail':
      return [state.error, state.cause];
    case 'Parallel':
      return [state.arguments];
    case 'Map':
      return [state.items, state.itemSelector, state.maxConcurrency];
    case 'Pass':
    case 'Succeed':
      return [];
  }
}
