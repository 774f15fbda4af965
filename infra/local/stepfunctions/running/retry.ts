import type { Catcher, Guarded, Retrier } from '../definition/machine.ts';
import type { Failure } from '../errors.ts';
import type { Chance } from '../jsonata/chance.ts';

/** What a guarded state does about a failure. */
export type Remedy =
  | { readonly kind: 'retry'; readonly retrier: number; readonly delayMs: number }
  | { readonly kind: 'catch'; readonly catcher: Catcher; readonly index: number }
  | { readonly kind: 'none' };

/**
 * Chooses between Retry, Catch and failing. The first retrier that matches decides: when its attempts are used up, the
 * catchers are asked. `attempts` counts the retries done by each retrier since the state was entered.
 */
export function remedyFor(state: Guarded, failure: Failure, attempts: readonly number[], chance: Chance): Remedy {
  const retrier = state.retry.findIndex((candidate) => matches(candidate.errors, failure));
  const policy = state.retry[retrier];
  const used = attempts[retrier] ?? 0;
  if (policy !== undefined && used < policy.maxAttempts) {
    return { kind: 'retry', retrier, delayMs: delayMs(policy, used, chance) };
  }
  const index = state.catch.findIndex((candidate) => matches(candidate.errors, failure));
  const catcher = state.catch[index];
  return catcher === undefined ? { kind: 'none' } : { kind: 'catch', catcher, index };
}

/**
 * True when a list of ErrorEquals names the failure. `States.ALL` stands for all errors but the two terminal ones,
 * `States.TaskFailed` for the same without time-outs. `States.Runtime` is never retried and never caught.
 */
export function matches(names: readonly string[], failure: Failure): boolean {
  const { error, alias } = failure;
  if (error === 'States.Runtime') return false;
  return names.some((name) => {
    if (name === error || name === alias) return true;
    if (error === 'States.DataLimitExceeded') return false;
    return name === 'States.ALL' || (name === 'States.TaskFailed' && error !== 'States.Timeout');
  });
}

/** Milliseconds to wait before retry number `used + 1`. */
export function delayMs(retrier: Retrier, used: number, chance: Chance): number {
  const grown = retrier.intervalSeconds * retrier.backoffRate ** used;
  const seconds = Math.min(grown, retrier.maxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return Math.round(seconds * 1000 * (retrier.jitter ? chance.number() : 1));
}
