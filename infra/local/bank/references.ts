import { createHash } from 'node:crypto';

/**
 * The bank's own references are functions of what they stand for, never of the order in which things came: two runs
 * of the same events name everything alike. Sixteen capitals and digits.
 */
export function referenceOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16).toUpperCase();
}

/** Hash of a file's bytes. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
