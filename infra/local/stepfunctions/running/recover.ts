import type { Guarded, State } from '../definition/machine.ts';
import { type Failure, StateFailure } from '../errors.ts';
import { endFailed, leave, scopeOf } from './leave.ts';
import { Payload } from './payload.ts';
import { remedyFor } from './retry.ts';
import type { Run, Strand } from './run.ts';

/** A failure that the interpreter itself found, with the state named in its cause as AWS does. */
export function located(strand: Strand, state: State, error: StateFailure): Failure {
  const { cause } = error.failure;
  if (cause === undefined) return error.failure;
  const where = `An error occurred while executing the state '${state.name}' (entered at the event id #${strand.enteredEvent}).`;
  return { ...error.failure, cause: `${where} ${cause}` };
}

/** Handles whatever a state threw: a StateFailure is retried, caught or fails the strand; anything else is a bug and is thrown on. */
export async function recoverFrom(run: Run, strand: Strand, state: State, error: unknown): Promise<void> {
  if (!(error instanceof StateFailure)) throw error;
  const failure = located(strand, state, error);
  recordEvaluation(run, strand, state, error, failure);
  await recover(run, strand, state, failure);
}

/** Retries, catches, or fails the strand. */
export async function recover(run: Run, strand: Strand, state: State, failure: Failure): Promise<void> {
  strand.wait = undefined;
  if (!('retry' in state)) return endFailed(run, strand, failure);
  const remedy = remedyFor(state, failure, strand.attempts, run.chance());
  if (remedy.kind === 'retry') {
    strand.attempts[remedy.retrier] = (strand.attempts[remedy.retrier] ?? 0) + 1;
    for (let i = 0; i < state.retry.length; i += 1) strand.attempts[i] ??= 0;
    if (remedy.delayMs > 0) strand.wait = { kind: 'retry', until: run.now + remedy.delayMs };
    else run.ready.push({ strand, how: 'again' });
    return;
  }
  if (remedy.kind === 'none') return endFailed(run, strand, failure);
  await catchFailure(run, strand, state, remedy.index, failure);
}

async function catchFailure(
  run: Run,
  strand: Strand,
  state: Guarded & State,
  index: number,
  failure: Failure,
): Promise<void> {
  const catcher = state.catch[index];
  if (catcher === undefined) return endFailed(run, strand, failure);
  const errorOutput = { Error: failure.error, Cause: failure.cause ?? '' };
  try {
    const scope = scopeOf(run, strand, state).withError(errorOutput);
    await leave(run, strand, state, catcher, scope, Payload.of(errorOutput), catcher.next);
  } catch (error) {
    // A catcher's own expressions are not caught again.
    if (!(error instanceof StateFailure)) throw error;
    const second = located(strand, state, error);
    recordEvaluation(run, strand, state, error, second);
    endFailed(run, strand, second);
  }
}

function recordEvaluation(run: Run, strand: Strand, state: State, error: StateFailure, failure: Failure): void {
  if (error.location === undefined) return;
  run.follow(strand, 'EvaluationFailed', {
    evaluationFailedEventDetails: {
      error: failure.error,
      cause: failure.cause,
      location: error.location,
      state: state.name,
    },
  });
}
