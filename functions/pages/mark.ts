import { createHash } from 'node:crypto';

/** A fingerprint: of what a decision rests on, or of what was looked at, so that nobody decides on something unseen. */
export function mark(seen: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(seen) ?? '')
    .digest('hex')
    .slice(0, 16);
}
