import { deliverOnce } from '../mobility/delivery.ts';
import type { Deps } from '../mobility/perform.ts';
import type { DocumentItem, DocumentOutboxItem } from '../mobility/records.ts';
import { change } from '../store/change.ts';
import { documentKey } from '../store/keys.ts';
import type { Key } from '../store/port.ts';
import { documentPath, markOf } from './file.ts';
import { documentPdf } from './pdf/render.ts';

/** The bucket, as the files of documents are kept in it. */
export interface DocumentFiles {
  /** Writes a new object; one that is there already stays as it is. */
  putOnce(key: string, body: Uint8Array, contentType: string): Promise<'written' | 'exists'>;
  get(key: string): Promise<Uint8Array>;
}

/** An entry of the outbox speaks of a document that its case does not have: a bug, since both are written together. */
export class NoSuchDocument extends Error {
  override readonly name = 'NoSuchDocument';
}

/**
 * Makes the file of a document from the words that its decision recorded: bytes to the bucket, once, then their hash
 * beside the words. Repeated, also by a later version of this program, it keeps the bytes that were written first.
 */
export function makeDocument(deps: Deps, files: DocumentFiles, key: Key): Promise<void> {
  return deliverOnce<DocumentOutboxItem>(deps, key, {
    work: (item) => make(deps, files, key, item),
    about: ({ id }) => id,
  });
}

async function make(deps: Deps, files: DocumentFiles, key: Key, item: DocumentOutboxItem): Promise<void> {
  const { institution, mobility, id } = item;
  const place = documentKey(institution, mobility, id);
  const document = await deps.store.get<DocumentItem>('cases', place);
  if (!document) throw new NoSuchDocument(`The mobility ${mobility} of ${institution} has issued no document ${id}.`);
  const path = documentPath(institution, mobility, id);
  const made = await documentPdf(document.content, `${institution}/${mobility}/${id}`);
  const kept = (await files.putOnce(path, made, 'application/pdf')) === 'written' ? made : await files.get(path);
  const done = change().update(place, { set: { file: markOf(kept) } });
  await deps.store.commit(done.delete(key).writes);
}
