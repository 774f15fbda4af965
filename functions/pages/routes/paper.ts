import { enter, type Visit } from '../context.ts';
import type { PagesDeps } from '../deps.ts';
import { notFound, type Reply, type Request } from '../http.ts';
import { languageFor } from '../language.ts';
import { paperFile, paperOf } from '../papers.ts';
import { messagePage, pageReply } from '../views/layout.ts';

/** GET `/l/<token>/papers/<id>`: a document of the link's own case as PDF, for the participant and nobody else. */
export async function sendPaper(deps: PagesDeps, request: Request): Promise<Reply> {
  const entrance = await enter(deps, request.params.token ?? '', languageFor(request));
  if ('closed' in entrance) return entrance.closed;
  const { visit } = entrance;
  if (visit.link.purpose !== 'status') throw notFound();
  const paper = await paperOf(visit, request.params.id ?? '');
  if (!paper) throw notFound();
  const { id, content, file } = paper;
  if (!file) return beingMade(visit);
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${content.kind}-${visit.mobility.id}-${id}.pdf"`,
    'content-security-policy': "default-src 'none'; sandbox",
  };
  return { status: 200, headers, body: request.method === 'HEAD' ? '' : await paperFile(visit, id, file) };
}

/** It has been issued, but its file does not lie in the bucket yet: 202, for nothing is wrong. */
async function beingMade({ words, language }: Visit): Promise<Reply> {
  const { beingMade: w } = words.sign;
  const page = messagePage(w.title, [w.wait], undefined, language);
  return { ...(await pageReply(page, 202)), headers: { 'retry-after': '60' } };
}
