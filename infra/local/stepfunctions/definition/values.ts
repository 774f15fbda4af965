import { LONGEST_SECONDS } from './fields.ts';

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A whole number of at least 0. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** Seconds that a Wait state may wait. */
export function isDelay(value: unknown): value is number {
  return isCount(value) && value <= LONGEST_SECONDS;
}

/** Seconds of a time-out or a heartbeat. */
export function isLimit(value: unknown): value is number {
  return isDelay(value) && value >= 1;
}

// RFC 3339 with capital T, and Z or an offset, as the Amazon States Language asks.
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** A timestamp that a Wait state takes. */
export function isTimestamp(value: unknown): value is string {
  return isText(value) && TIMESTAMP.test(value) && !Number.isNaN(Date.parse(value));
}
