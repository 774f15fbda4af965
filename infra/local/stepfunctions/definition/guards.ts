import { type Fields, LONGEST_SECONDS } from './fields.ts';
import type { Catcher, Retrier } from './machine.ts';
import { only, shaped } from './shape.ts';

/** AWS takes at most 31 622 400 seconds (366 days) as the longest delay. */
const LONGEST_DELAY_SECONDS = 31_622_400;

/** Compiles a state's Retry; absent fields get the documented defaults (1 second, 3 attempts, rate 2). */
export function readRetry(fields: Fields): Retrier[] {
  const list = fields.optionalList('Retry');
  return list.map((retrier, i) => {
    const errors = readErrors(retrier, i === list.length - 1);
    const intervalSeconds = retrier.integer('IntervalSeconds', 1, LONGEST_SECONDS) ?? 1;
    const maxAttempts = retrier.integer('MaxAttempts', 0, LONGEST_SECONDS) ?? 3;
    const maxDelaySeconds = retrier.integer('MaxDelaySeconds', 1, LONGEST_DELAY_SECONDS - 1);
    if (maxDelaySeconds !== undefined && maxDelaySeconds <= intervalSeconds) {
      retrier.refuse('MaxDelaySeconds', 'must be greater than IntervalSeconds');
    }
    const compiled: Retrier = {
      errors,
      intervalSeconds,
      maxAttempts,
      backoffRate: readRate(retrier),
      ...only('maxDelaySeconds', maxDelaySeconds),
      jitter: readJitter(retrier),
    };
    retrier.finish();
    return compiled;
  });
}

/** Compiles a state's Catch. */
export function readCatch(fields: Fields): Catcher[] {
  const list = fields.optionalList('Catch');
  return list.map((catcher, i) => {
    const errors = readErrors(catcher, i === list.length - 1);
    const compiled: Catcher = { errors, next: catcher.string('Next'), ...shaped(catcher, ['errorOutput']) };
    catcher.finish();
    return compiled;
  });
}

function readErrors(fields: Fields, last: boolean): string[] {
  const value = fields.raw('ErrorEquals');
  if (!Array.isArray(value) || value.length === 0 || !value.every((name) => typeof name === 'string' && name !== '')) {
    fields.refuse('ErrorEquals', 'must be a list of error names that is not empty');
    return [];
  }
  const errors = value as string[];
  if (errors.includes('States.ALL') && (errors.length > 1 || !last)) {
    fields.refuse('ErrorEquals', "holds 'States.ALL', which must stand alone and in the last place");
  }
  return errors;
}

function readRate(fields: Fields): number {
  const value = fields.raw('BackoffRate');
  if (value === undefined) return 2;
  if (typeof value === 'number' && value >= 1) return value;
  fields.refuse('BackoffRate', 'must be a number of at least 1');
  return 2;
}

function readJitter(fields: Fields): boolean {
  const value = fields.raw('JitterStrategy');
  if (value !== undefined && value !== 'NONE' && value !== 'FULL')
    fields.refuse('JitterStrategy', "must be 'NONE' or 'FULL'");
  return value === 'FULL';
}
