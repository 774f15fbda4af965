import {
  type AttributeValue,
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { fromAttributes } from './attributes.ts';
import { Conflict, Transient } from './errors.ts';
import { broken, describe, expectationsOf, keyName, keyOf } from './expectations.ts';
import type { Item, Write } from './port.ts';

/** Reasons for which DynamoDB gives up a transaction although nothing is wrong with it. */
const PASSING_REASONS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** Error names of DynamoDB and the SDK, and error codes of the operating system, that pass by themselves. */
const PASSING_ERRORS = new Set([
  'InternalServerError',
  'InternalFailure',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'ReplicatedWriteConflictException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'ThrottlingException',
  'TimeoutError',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * What the rest of the code gets instead of DynamoDB's errors: `Conflict` when an expectation was broken, `Transient`
 * when trying again may help (after a lost connection the write may nevertheless have happened: load, then decide
 * again), anything else unchanged, because it is a mistake in the code or the setup.
 */
export function translated(error: unknown, writes: readonly Write[]): unknown {
  if (error instanceof ConditionalCheckFailedException) return conflictOf(error, writes.slice(0, 1), [error.Item]);
  if (error instanceof TransactionCanceledException) return cancelled(error, writes);
  if (error instanceof Error && passes(error)) {
    return new Transient(`The database could not answer just now (${named(error)}). Try again.`, { cause: error });
  }
  return error;
}

function cancelled(error: TransactionCanceledException, writes: readonly Write[]): unknown {
  const reasons = error.CancellationReasons ?? [];
  const codes = reasons.map((reason) => reason.Code ?? 'None').filter((code) => code !== 'None');
  const failed = writes.flatMap((write, n) =>
    reasons[n]?.Code === 'ConditionalCheckFailed' ? [{ write, stored: reasons[n].Item }] : [],
  );
  if (failed.length > 0) {
    return conflictOf(
      error,
      failed.map(({ write }) => write),
      failed.map(({ stored }) => stored),
    );
  }
  if (codes.length > 0 && codes.every((code) => PASSING_REASONS.has(code))) {
    return new Transient(`Another transaction was in the way (${codes.join(', ')}). Try again.`, { cause: error });
  }
  return error;
}

/** Names the broken expectations; all of a write's when the stored record no longer shows which one it was. */
function conflictOf(
  cause: Error,
  writes: readonly Write[],
  stored: readonly (Record<string, AttributeValue> | undefined)[],
): Conflict {
  return new Conflict(
    writes.flatMap((write, n) => {
      const old = stored[n];
      const found = broken(write, old === undefined ? undefined : (fromAttributes(old) as unknown as Item));
      if (found.length > 0) return found;
      return expectationsOf(write).map((expectation) => ({
        key: keyName(keyOf(write)),
        expectation: describe(expectation),
      }));
    }),
    { cause },
  );
}

function passes(error: Error): boolean {
  return PASSING_ERRORS.has(error.name) || PASSING_ERRORS.has(code(error)) || Reflect.get(error, '$fault') === 'server';
}

function named(error: Error): string {
  return code(error) || error.name;
}

function code(error: Error): string {
  const value: unknown = Reflect.get(error, 'code');
  return typeof value === 'string' ? value : '';
}
