import type { Failure } from '../errors.ts';
import { dueOf } from '../store/rows.ts';
import { settle, wake } from './interpret.ts';
import { NOT_TRUNCATED } from './leave.ts';
import { Payload } from './payload.ts';
import { failed, submitted, succeeded, timedOut } from './perform.ts';
import type { Run, Strand, TaskWait } from './run.ts';

/** What a task ended with. */
export type Answer =
  | { readonly kind: 'success'; readonly result: Payload }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** A new execution begins, and runs until it waits or ends. */
export async function begin(run: Run): Promise<void> {
  const { input, roleArn } = run.execution;
  run.emit('ExecutionStarted', 0, { executionStartedEventDetails: { input, inputDetails: NOT_TRUNCATED, roleArn } });
  // AWS gives the first state's event no predecessor either, hence lastEvent 0.
  run.spawn({
    parent: 0,
    index: 0,
    container: run.machine.root.key,
    input: Payload.ofText(input),
    variables: Payload.of({}),
    lastEvent: 0,
  });
  await settle(run);
}

/** A Lambda function answered the call of one attempt of a task. Answers that nobody waits for any more change nothing. */
export async function answered(run: Run, strandId: number, event: number, answer: Answer): Promise<void> {
  const found = attempt(run, strandId, event);
  if (found === undefined || found.wait.call === undefined) return;
  const { strand, wait } = found;
  if (wait.token && answer.kind === 'success') {
    const state = run.stateOf(strand);
    if (state.type !== 'Task') return;
    return settle(run, async () => submitted(run, strand, state, wait, resultOf(answer.result)));
  }
  await conclude(
    run,
    strand,
    answer.kind === 'success' ? { kind: 'success', result: resultOf(answer.result) } : answer,
  );
}

/** SendTaskSuccess or SendTaskFailure. False when the task is not waiting for this token any more. */
export async function tokenSent(run: Run, strandId: number, event: number, answer: Answer): Promise<boolean> {
  const found = attempt(run, strandId, event);
  if (found === undefined || !found.wait.token) return false;
  await conclude(run, found.strand, answer);
  return true;
}

/** SendTaskHeartbeat. False when the task is not waiting for this token any more. */
export function heartbeat(run: Run, strandId: number, event: number): boolean {
  const found = attempt(run, strandId, event);
  if (found === undefined || !found.wait.token) return false;
  const { strand, wait } = found;
  if (wait.heartbeatSeconds !== undefined) {
    strand.wait = { ...wait, heartbeatAt: run.now + wait.heartbeatSeconds * 1000 };
    run.changed = true;
  }
  return true;
}

/** Everything whose time has come happens, in the order of its time; the execution's own deadline among them. */
export async function timePasses(run: Run): Promise<void> {
  while (run.execution.status === 'RUNNING') {
    const first = earliest(run);
    const due = Math.min(first?.due ?? Number.POSITIVE_INFINITY, run.execution.deadline);
    if (due > run.now) return;
    if (first === undefined || first.due > run.execution.deadline) {
      run.emit('ExecutionTimedOut', 0, { executionTimedOutEventDetails: { error: 'States.Timeout' } });
      run.finish('TIMED_OUT');
      return;
    }
    await settle(run, () => ring(run, first.strand));
  }
}

/** StopExecution. */
export function stop(run: Run, failure: { error?: string; cause?: string }): void {
  run.emit('ExecutionAborted', 0, { executionAbortedEventDetails: failure });
  run.finish('ABORTED', failure);
}

async function ring(run: Run, strand: Strand): Promise<void> {
  const { wait } = strand;
  const state = run.stateOf(strand);
  if (wait?.kind === 'retry') run.ready.push({ strand, how: 'again' });
  else if (wait?.kind === 'time' && state.type === 'Wait') await wake(run, strand, state);
  else if (wait?.kind === 'task' && state.type === 'Task') {
    const missed = wait.heartbeatAt !== undefined && wait.heartbeatAt < (wait.timeoutAt ?? Number.POSITIVE_INFINITY);
    await timedOut(run, strand, state, missed);
  }
}

function earliest(run: Run): { strand: Strand; due: number } | undefined {
  let first: { strand: Strand; due: number } | undefined;
  for (const strand of run.strands.values()) {
    const due = dueOf(strand.wait);
    if (due !== undefined && (first === undefined || due < first.due)) first = { strand, due };
  }
  return first;
}

async function conclude(run: Run, strand: Strand, answer: Answer): Promise<void> {
  const state = run.stateOf(strand);
  if (state.type !== 'Task') return;
  await settle(run, () =>
    answer.kind === 'success'
      ? succeeded(run, strand, state, answer.result)
      : failed(run, strand, state, answer.failure),
  );
}

function attempt(run: Run, strandId: number, event: number): { strand: Strand; wait: TaskWait } | undefined {
  const strand = run.strands.get(strandId);
  const wait = strand?.wait;
  return strand !== undefined && wait?.kind === 'task' && wait.event === event ? { strand, wait } : undefined;
}

/** The result of lambda:invoke as AWS gives it. */
function resultOf(payload: Payload): Payload {
  return Payload.ofText(`{"ExecutedVersion":"$LATEST","Payload":${payload.text},"StatusCode":200}`);
}
