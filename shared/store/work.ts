import type { Instant } from '../calendar/clock.ts';

/** The character after `#` in the order of UTF-8, with which sort keys are compared. */
const AFTER_SEPARATOR = '$';

/**
 * The open upper end of a work queue's range. A record sorts by `<instant>#<id>`, which is greater than its bare
 * instant; yet what is due at exactly `until` is due, so the range ends after all keys that begin with `until#`.
 */
export function dueBefore(until: Instant): string {
  return `${until}${AFTER_SEPARATOR}`;
}
