import { LONGEST_SECONDS } from '../definition/fields.ts';
import type { TaskState } from '../definition/machine.ts';
import { only } from '../definition/shape.ts';
import { invocationOf } from '../definition/tasks.ts';
import { isLimit } from '../definition/values.ts';
import { type Failure, StateFailure } from '../errors.ts';
import { wrongType } from '../jsonata/expression.ts';
import type { Scope } from '../jsonata/scope.ts';
import { evaluate, type Template } from '../jsonata/template.ts';
import { jsonOf, leave, NOT_TRUNCATED, scopeOf } from './leave.ts';
import { isTooLarge, type Payload, withinLimit } from './payload.ts';
import { recover, recoverFrom } from './recover.ts';
import type { Run, Strand, TaskWait } from './run.ts';

/** Schedules one attempt of a task: its call is made after the commit. Throws StateFailure. */
export async function schedule(run: Run, strand: Strand, state: TaskState): Promise<void> {
  // The attempt is known by the id of its TaskScheduled event, which is the next one.
  const event = run.execution.lastEvent + 1;
  const scope = scopeOf(run, strand, state, state.waitForToken ? event : undefined);
  const given = jsonOf(await evaluate(state.arguments, scope), 'Arguments');
  withinLimit(given, `The state '${state.name}' was given arguments`);
  const call = invocationOf(given.value);
  if (typeof call === 'string') throw new StateFailure({ error: 'States.Runtime', cause: call });
  const timeout = await seconds(state.timeoutSeconds, scope, 'TimeoutSeconds');
  const heartbeat = await seconds(state.heartbeatSeconds, scope, 'HeartbeatSeconds');
  run.follow(strand, 'TaskScheduled', {
    taskScheduledEventDetails: {
      ...resourceOf(state),
      region: run.execution.machineArn.split(':')[3] ?? '',
      parameters: given.text,
      ...only('timeoutInSeconds', timeout),
      ...only('heartbeatInSeconds', heartbeat),
    },
  });
  run.follow(strand, 'TaskStarted', { taskStartedEventDetails: resourceOf(state) });
  const wait: TaskWait = {
    kind: 'task',
    event,
    token: state.waitForToken,
    call,
    ...only('timeoutAt', timeout === undefined ? undefined : run.now + timeout * 1000),
    ...only('heartbeatAt', heartbeat === undefined ? undefined : run.now + heartbeat * 1000),
    ...only('heartbeatSeconds', heartbeat),
  };
  strand.wait = wait;
  run.calls.push({ strand: strand.id, wait });
}

/** The Lambda function answered a token task: the task now waits for its token. */
export function submitted(run: Run, strand: Strand, state: TaskState, wait: TaskWait, answer: Payload): void {
  run.follow(strand, 'TaskSubmitted', {
    taskSubmittedEventDetails: { ...resourceOf(state), output: answer.text, outputDetails: NOT_TRUNCATED },
  });
  const { call: _answered, ...rest } = wait;
  strand.wait = rest;
}

/** The task succeeded: by the function's answer, or by SendTaskSuccess. */
export async function succeeded(run: Run, strand: Strand, state: TaskState, result: Payload): Promise<void> {
  if (isTooLarge(result.text)) {
    const cause = `The state/task '${state.name}' returned a result with a size exceeding the maximum number of bytes service limit.`;
    return failed(run, strand, state, { error: 'States.DataLimitExceeded', cause });
  }
  run.follow(strand, 'TaskSucceeded', {
    taskSucceededEventDetails: { ...resourceOf(state), output: result.text, outputDetails: NOT_TRUNCATED },
  });
  try {
    await leave(run, strand, state, state, scopeOf(run, strand, state).withResult(result), result, state.next);
  } catch (error) {
    await recoverFrom(run, strand, state, error);
  }
}

/** The task failed: the function threw, or SendTaskFailure. */
export async function failed(run: Run, strand: Strand, state: TaskState, failure: Failure): Promise<void> {
  const { error, cause } = failure;
  run.follow(strand, 'TaskFailed', {
    taskFailedEventDetails: { ...resourceOf(state), error, ...only('cause', cause) },
  });
  await recover(run, strand, state, failure);
}

/** The task took longer than TimeoutSeconds, or was silent for longer than HeartbeatSeconds. */
export async function timedOut(run: Run, strand: Strand, state: TaskState, heartbeat: boolean): Promise<void> {
  run.follow(strand, 'TaskTimedOut', { taskTimedOutEventDetails: { ...resourceOf(state), error: 'States.Timeout' } });
  const failure = { error: 'States.Timeout', ...(heartbeat ? { alias: 'States.HeartbeatTimeout' } : {}) };
  await recover(run, strand, state, failure);
}

/** What AWS calls the resource in events. */
export function resourceOf(state: TaskState): { resourceType: string; resource: string } {
  return { resourceType: 'lambda', resource: state.waitForToken ? 'invoke.waitForTaskToken' : 'invoke' };
}

async function seconds(template: Template | undefined, scope: Scope, field: string): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const value = await evaluate(template, scope);
  if (isLimit(value)) return value;
  const source = template.kind === 'expression' ? template.expression.source : field;
  throw wrongType(source, field, `whole number from 1 to ${LONGEST_SECONDS}`, JSON.stringify(value));
}
