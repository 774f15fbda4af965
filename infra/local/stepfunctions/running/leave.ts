import type { State } from '../definition/machine.ts';
import { only } from '../definition/shape.ts';
import { type Failure, StateFailure } from '../errors.ts';
import { type Context, Scope } from '../jsonata/scope.ts';
import { evaluate, type Template } from '../jsonata/template.ts';
import { Payload, withinLimit } from './payload.ts';
import type { Run, Strand } from './run.ts';
import { makeToken } from './tokens.ts';

export const NOT_TRUNCATED = { truncated: false } as const;

/** What the expressions of a strand's state may read. `event` makes the task token of the attempt scheduled by it. */
export function scopeOf(run: Run, strand: Strand, state: State, event?: number): Scope {
  // Most expressions read neither the context nor all of the input, so both are made when they are asked for.
  const { input } = strand;
  let context: Context | undefined;
  const states = {
    get input() {
      return input.value;
    },
    get context() {
      context ??= contextOf(run, strand, state, event);
      return context;
    },
  };
  return new Scope(states, strand.variables.value as Record<string, unknown>, run.now, run.chance());
}

function contextOf(run: Run, strand: Strand, state: State, event: number | undefined): Context {
  const { execution } = run;
  const token =
    event === undefined ? undefined : makeToken(run.seed, { execution: execution.arn, strand: strand.id, event });
  return {
    Execution: {
      Id: execution.arn,
      get Input() {
        return run.input;
      },
      Name: execution.name,
      RoleArn: execution.roleArn,
      StartTime: new Date(execution.startedAt).toISOString(),
      RedriveCount: 0,
    },
    State: {
      Name: state.name,
      EnteredTime: new Date(strand.enteredAt).toISOString(),
      ...('retry' in state ? { RetryCount: strand.attempts.reduce((sum, used) => sum + used, 0) } : {}),
    },
    StateMachine: { Id: execution.machineArn, Name: execution.machineName },
    ...only('Task', token === undefined ? undefined : { Token: token }),
    ...(strand.map === undefined ? {} : { Map: { Item: strand.map } }),
  };
}

/** Output and Assign of the state, of the chosen rule, or of the catcher. */
export interface Shape {
  readonly output?: Template;
  readonly assign?: Template;
}

/** Leaves a state: output, variables, the Exited event, and on to the next state or the end. Throws StateFailure. */
export async function leave(
  run: Run,
  strand: Strand,
  state: State,
  shape: Shape,
  scope: Scope,
  fallback: Payload,
  next: string | undefined,
): Promise<void> {
  const output = shape.output === undefined ? fallback : jsonOf(await evaluate(shape.output, scope), 'Output');
  withinLimit(output, `The state '${state.name}' returned a result`);
  const assigned = shape.assign === undefined ? undefined : jsonOf(await evaluate(shape.assign, scope), 'Assign');
  if (assigned !== undefined) withinLimit(assigned, `The state '${state.name}' assigned variables`);
  run.follow(strand, `${state.type}StateExited`, {
    stateExitedEventDetails: {
      name: state.name,
      output: output.text,
      outputDetails: NOT_TRUNCATED,
      ...(assigned === undefined ? {} : variablesOf(assigned)),
    },
  });
  if (assigned !== undefined) strand.variables = Payload.of({ ...asObject(strand.variables), ...asObject(assigned) });
  strand.attempts = [];
  strand.wait = undefined;
  if (next === undefined) return end(run, strand, output);
  strand.state = next;
  strand.input = output;
  run.ready.push({ strand, how: 'enter' });
}

/** Ends a strand well: the execution succeeds, or the branch or item is done. */
export function end(run: Run, strand: Strand, output: Payload): void {
  if (strand.parent === 0) {
    run.follow(strand, 'ExecutionSucceeded', {
      executionSucceededEventDetails: { output: output.text, outputDetails: NOT_TRUNCATED },
    });
    run.finish('SUCCEEDED', { output: output.text });
    return;
  }
  const parent = parentOf(run, strand);
  const state = run.stateOf(parent);
  if (state.type === 'Map') {
    run.follow(strand, 'MapIterationSucceeded', {
      mapIterationSucceededEventDetails: { name: state.name, index: strand.index },
    });
  }
  strand.wait = { kind: 'done', output: output.text };
  run.ready.push({ strand: parent, how: 'join' });
}

/** Ends a strand badly: the execution fails, or the state that holds the branch or item does. */
export function endFailed(run: Run, strand: Strand, failure: Failure): void {
  if (strand.parent === 0) {
    const details = {
      ...only('error', failure.error === '' ? undefined : failure.error),
      ...only('cause', failure.cause),
    };
    run.follow(strand, 'ExecutionFailed', { executionFailedEventDetails: details });
    run.finish('FAILED', details);
    return;
  }
  const parent = parentOf(run, strand);
  const state = run.stateOf(parent);
  if (state.type === 'Map') {
    run.follow(strand, 'MapIterationFailed', {
      mapIterationFailedEventDetails: { name: state.name, index: strand.index },
    });
  }
  parent.lastEvent = strand.lastEvent;
  run.strands.delete(strand.id);
  // Before anything else: a sibling that has not begun must not begin now.
  run.ready.unshift({ strand: parent, how: 'failed', failure });
}

/** A template's value as JSON. Throws States.QueryEvaluationError for what has no JSON, such as a function inside a list. */
export function jsonOf(value: unknown, field: string): Payload {
  try {
    return Payload.evaluated(value);
  } catch (error) {
    throw new StateFailure(
      {
        error: 'States.QueryEvaluationError',
        cause: `The value of the field '${field}' cannot be written as JSON: ${String(error)}`,
      },
      field,
    );
  }
}

function parentOf(run: Run, strand: Strand): Strand {
  const parent = run.strands.get(strand.parent);
  if (parent === undefined) throw new Error(`${run.execution.arn}: strand ${strand.id} has lost its parent.`);
  return parent;
}

function variablesOf(assigned: Payload): Readonly<Record<string, unknown>> {
  const texts = Object.entries(asObject(assigned)).map(([name, value]) => [name, JSON.stringify(value)]);
  return { assignedVariables: Object.fromEntries(texts), assignedVariablesDetails: NOT_TRUNCATED };
}

function asObject(payload: Payload): Record<string, unknown> {
  return payload.value as Record<string, unknown>;
}
