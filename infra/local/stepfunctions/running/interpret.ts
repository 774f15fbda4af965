import { LONGEST_SECONDS } from '../definition/fields.ts';
import type { ChoiceState, FailState, State, WaitState } from '../definition/machine.ts';
import { isDelay, isTimestamp } from '../definition/values.ts';
import { StateFailure } from '../errors.ts';
import { wrongType } from '../jsonata/expression.ts';
import type { Scope } from '../jsonata/scope.ts';
import { evaluate, type Template } from '../jsonata/template.ts';
import { branchOut, failedChildren, join } from './branches.ts';
import { end, endFailed, jsonOf, leave, NOT_TRUNCATED, scopeOf } from './leave.ts';
import { withinLimit } from './payload.ts';
import { schedule } from './perform.ts';
import { recoverFrom } from './recover.ts';
import { HistoryFull, LONGEST_HISTORY, type Run, type Strand, type Turn } from './run.ts';

/**
 * Does something to an execution, and then lets every strand that can go on do so, until all of them wait or the
 * execution has ended. An execution whose history is full fails.
 */
export async function settle(run: Run, first?: () => Promise<void>): Promise<void> {
  try {
    await first?.();
    for (let turn = run.ready.shift(); turn !== undefined; turn = run.ready.shift()) await take(run, turn);
  } catch (error) {
    if (!(error instanceof HistoryFull)) throw error;
    const details = {
      error: 'States.Runtime',
      cause: `The execution reached the maximum number of history events (${LONGEST_HISTORY}).`,
    };
    run.emit('ExecutionFailed', run.execution.lastEvent, { executionFailedEventDetails: details });
    run.finish('FAILED', details);
  }
}

async function take(run: Run, turn: Turn): Promise<void> {
  const { strand } = turn;
  if (run.strands.get(strand.id) !== strand) return;
  const state = run.stateOf(strand);
  try {
    switch (turn.how) {
      case 'enter':
        enter(run, strand, state);
        return await perform(run, strand, state);
      case 'again':
        run.execution.transitions += 1;
        return await perform(run, strand, state);
      case 'join':
        return await join(run, strand, state);
      case 'failed':
        return await failedChildren(run, strand, state, turn.failure);
    }
  } catch (error) {
    await recoverFrom(run, strand, state, error);
  }
}

function enter(run: Run, strand: Strand, state: State): void {
  run.execution.transitions += 1;
  strand.enteredAt = run.now;
  strand.enteredEvent = run.follow(strand, `${state.type}StateEntered`, {
    stateEnteredEventDetails: { name: state.name, input: strand.input.text, inputDetails: NOT_TRUNCATED },
  });
}

async function perform(run: Run, strand: Strand, state: State): Promise<void> {
  strand.wait = undefined;
  switch (state.type) {
    case 'Pass':
      return leave(run, strand, state, state, scopeOf(run, strand, state), strand.input, state.next);
    case 'Choice':
      return choose(run, strand, state);
    case 'Wait':
      return wait(run, strand, state);
    case 'Task':
      return schedule(run, strand, state);
    case 'Parallel':
    case 'Map':
      return branchOut(run, strand, state);
    case 'Succeed': {
      const scope = scopeOf(run, strand, state);
      const output = state.output === undefined ? strand.input : jsonOf(await evaluate(state.output, scope), 'Output');
      withinLimit(output, `The state '${state.name}' returned a result`);
      run.follow(strand, 'SucceedStateExited', {
        stateExitedEventDetails: { name: state.name, output: output.text, outputDetails: NOT_TRUNCATED },
      });
      return end(run, strand, output);
    }
    case 'Fail':
      return fail(run, strand, state);
  }
}

async function choose(run: Run, strand: Strand, state: ChoiceState): Promise<void> {
  const scope = scopeOf(run, strand, state);
  for (const [i, rule] of state.rules.entries()) {
    const holds = await evaluate(rule.condition, scope);
    if (typeof holds !== 'boolean')
      throw wrongType(sourceOf(rule.condition), `Choices[${i}]/Condition`, 'boolean', typeOf(holds));
    if (holds) return leave(run, strand, state, rule, scope, strand.input, rule.next);
  }
  if (state.fallback === undefined) {
    throw new StateFailure({
      error: 'States.NoChoiceMatched',
      cause: 'No Choice rule matched and there is no Default.',
    });
  }
  await leave(run, strand, state, state, scope, strand.input, state.fallback);
}

async function wait(run: Run, strand: Strand, state: WaitState): Promise<void> {
  const scope = scopeOf(run, strand, state);
  const until = await untilOf(state, scope, run.now);
  if (until > run.now) strand.wait = { kind: 'time', until };
  else await leave(run, strand, state, state, scope, strand.input, state.next);
}

async function untilOf(state: WaitState, scope: Scope, now: number): Promise<number> {
  const { kind, value: template } = state.until;
  const value = await evaluate(template, scope);
  if (kind === 'seconds') {
    if (isDelay(value)) return now + value * 1000;
    throw wrongType(sourceOf(template), 'Seconds', `whole number from 0 to ${LONGEST_SECONDS}`, JSON.stringify(value));
  }
  if (isTimestamp(value)) return Date.parse(value);
  throw wrongType(sourceOf(template), 'Timestamp', 'timestamp', JSON.stringify(value));
}

/** A Wait state's time has come. */
export async function wake(run: Run, strand: Strand, state: WaitState): Promise<void> {
  try {
    await leave(run, strand, state, state, scopeOf(run, strand, state), strand.input, state.next);
  } catch (error) {
    await recoverFrom(run, strand, state, error);
  }
}

async function fail(run: Run, strand: Strand, state: FailState): Promise<void> {
  const scope = scopeOf(run, strand, state);
  const error = await textOf(state.error, scope, 'Error');
  const cause = await textOf(state.cause, scope, 'Cause');
  endFailed(run, strand, { error: error ?? '', ...(cause === undefined ? {} : { cause }) });
}

async function textOf(template: Template | undefined, scope: Scope, field: string): Promise<string | undefined> {
  if (template === undefined) return undefined;
  const value = await evaluate(template, scope);
  if (typeof value !== 'string') throw wrongType(sourceOf(template), field, 'string', typeOf(value));
  return value;
}

function sourceOf(template: Template): string {
  return template.kind === 'expression'
    ? template.expression.source
    : JSON.stringify(template.kind === 'constant' ? template.value : null);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
