import { createHash } from 'node:crypto';

/**
 * A fingerprint: of what a decision rests on, or of what was looked at, so that nobody decides on something unseen. The
 * order of a record's fields does not count, because the store does not keep it.
 */
export function mark(seen: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(seen, sorted) ?? '')
    .digest('hex')
    .slice(0, 16);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
