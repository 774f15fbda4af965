import { createHash } from 'node:crypto';
import type { DocumentFile } from '../mobility/records.ts';

/** Where the file of a document lies in the bucket: ids only. */
export const documentPath = (institution: string, mobility: string, document: string): string =>
  `documents/${institution}/${mobility}/${document}.pdf`;

/** What is kept of a file beside it. */
export const markOf = (bytes: Uint8Array): DocumentFile => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
});

/** The bytes in the bucket are not those that were made. */
export class DamagedDocument extends Error {
  override readonly name = 'DamagedDocument';

  constructor(path: string) {
    super(`${path} does not hold the bytes that were made. Restore its first version in the bucket.`);
  }
}

/** The bytes, when they are those that were made. @throws DamagedDocument */
export function sound(path: string, bytes: Uint8Array, { sha256 }: DocumentFile): Uint8Array {
  if (markOf(bytes).sha256 !== sha256) throw new DamagedDocument(path);
  return bytes;
}
