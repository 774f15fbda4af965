import type { DocumentContent } from '../../shared/documents/content.ts';
import { documentPath, sound } from '../../shared/documents/file.ts';
import type { DocumentFile, DocumentItem } from '../../shared/mobility/records.ts';
import { casePartition, documentKey, isKeyPart, prefixes } from '../../shared/store/keys.ts';
import type { Visit } from './context.ts';

/** A document of the case that its participant keeps. */
export interface Paper {
  readonly id: string;
  readonly content: DocumentContent;
  /** Absent while its file is being made (functions/make-document). */
  readonly file?: DocumentFile;
}

/** All that this case has issued, the oldest first. */
export async function papersOf({ deps, link }: Pick<Visit, 'deps' | 'link'>): Promise<readonly Paper[]> {
  const pk = casePartition(link.institution, link.mobility);
  const items = await deps.store.query<DocumentItem>('cases', { pk, prefix: prefixes.document });
  return items.map((item) => paper(item.sk.slice(prefixes.document.length), item));
}

/** The document of this id, if the link's own case has it. */
export async function paperOf({ deps, link }: Visit, id: string): Promise<Paper | undefined> {
  if (!isKeyPart(id)) return undefined;
  const item = await deps.store.get<DocumentItem>('cases', documentKey(link.institution, link.mobility, id));
  return item && paper(id, item);
}

const paper = (id: string, { content, file }: DocumentItem): Paper => ({ id, content, ...(file ? { file } : {}) });

/** The bytes of a document as they were made. Nothing is written here. @throws DamagedDocument */
export async function paperFile({ deps, link }: Visit, id: string, file: DocumentFile): Promise<Uint8Array> {
  const path = documentPath(link.institution, link.mobility, id);
  return sound(path, await deps.objects.get(path), file);
}
