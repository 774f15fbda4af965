import { enter } from '../context.ts';
import type { PagesDeps } from '../deps.ts';
import { notFound, type Reply, type Request } from '../http.ts';
import { paperFile, paperOf } from '../papers.ts';

/** GET `/l/<token>/papers/<id>`: a document of the link's own case as PDF, for the participant and nobody else. */
export async function sendPaper(deps: PagesDeps, request: Request): Promise<Reply> {
  const entrance = await enter(deps, request.params.token ?? '');
  if ('closed' in entrance) return entrance.closed;
  const { visit } = entrance;
  if (visit.link.purpose !== 'status') throw notFound();
  const paper = await paperOf(visit, request.params.id ?? '');
  if (!paper) throw notFound();
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${paper.content.kind}-${visit.mobility.id}-${paper.id}.pdf"`,
    'content-security-policy': "default-src 'none'; sandbox",
  };
  return { status: 200, headers, body: request.method === 'HEAD' ? '' : await paperFile(visit, paper) };
}
