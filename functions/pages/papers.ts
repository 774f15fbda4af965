import type { DocumentContent } from '../../shared/documents/content.ts';
import type { DocumentItem } from '../../shared/mobility/records.ts';
import { casePartition, documentKey, isKeyPart, prefixes } from '../../shared/store/keys.ts';
import type { Visit } from './context.ts';

/** A document of the case that its participant keeps. */
export interface Paper {
  readonly id: string;
  readonly content: DocumentContent;
}

/** All that this case has issued, the oldest first. */
export async function papersOf({ deps, link }: Visit): Promise<readonly Paper[]> {
  const pk = casePartition(link.institution, link.mobility);
  const items = await deps.store.query<DocumentItem>('cases', { pk, prefix: prefixes.document });
  return items.map(({ sk, content }) => ({ id: sk.slice(prefixes.document.length), content }));
}

/** The document of this id, if the link's own case has it. */
export async function paperOf({ deps, link }: Visit, id: string): Promise<Paper | undefined> {
  if (!isKeyPart(id)) return undefined;
  const item = await deps.store.get<DocumentItem>('cases', documentKey(link.institution, link.mobility, id));
  return item && { id, content: item.content };
}

/**
 * The file of a document. It is made at its first download, from what the decision has recorded, and kept: whoever asks
 * again gets the same bytes, also from a later version of this program. Two who ask at once get those of the first.
 */
export async function paperFile({ deps, link }: Visit, { id, content }: Paper): Promise<Uint8Array> {
  const name = `${link.institution}/${link.mobility}/${id}`;
  // The PDF library is most of this function's code: it is started only for those who download.
  const { documentPdf } = await import('../../shared/documents/pdf/render.ts');
  const bytes = await documentPdf(content, name);
  const key = `documents/${name}.pdf`;
  return (await deps.objects.putOnce(key, bytes, 'application/pdf')) === 'written' ? bytes : deps.objects.get(key);
}
