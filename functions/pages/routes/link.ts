import { Conflict } from '../../../shared/store/errors.ts';
import { enter, type Visit } from '../context.ts';
import { deeds } from '../deeds/index.ts';
import type { PagesDeps } from '../deps.ts';
import { notFound, type Reply, type Request } from '../http.ts';
import { languageFor } from '../language.ts';
import { extensions } from '../upload.ts';
import { changedMeanwhile, doDeed, showDeed } from './deed.ts';
import { actOnReply, showReply } from './reply.ts';
import { actOnStatus, showStatus } from './status.ts';

/** GET `/l/<token>`: the page of the link's purpose. */
export async function showLink(deps: PagesDeps, request: Request): Promise<Reply> {
  const entrance = await enter(deps, request.params.token ?? '', languageFor(request));
  return 'closed' in entrance ? entrance.closed : show(entrance.visit, request);
}

function show(visit: Visit, request: Request): Promise<Reply> {
  const { purpose } = visit.link;
  if (purpose === 'status') return showStatus(visit, request);
  return purpose === 'read-reply' ? showReply(visit) : showDeed(visit, deeds[purpose]);
}

function act(visit: Visit, request: Request): Promise<Reply> {
  const { purpose } = visit.link;
  if (purpose === 'status') return actOnStatus(visit, request);
  return purpose === 'read-reply' ? actOnReply(visit, request) : doDeed(visit, deeds[purpose], request);
}

/** POST `/l/<token>`: acts. Whoever was slower sees the case as it stands, and nothing of theirs is half done. */
export async function actOnLink(deps: PagesDeps, request: Request): Promise<Reply> {
  const token = request.params.token ?? '';
  const entrance = await enter(deps, token, languageFor(request));
  if ('closed' in entrance) return entrance.closed;
  const { visit } = entrance;
  try {
    return await act(visit, request);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const now = await enter(deps, token, languageFor(request));
    if ('closed' in now) return now.closed;
    const { purpose } = now.visit.link;
    const showing = { notice: changedMeanwhile(now.visit), status: 409 };
    if (purpose === 'status') return showStatus(now.visit, request, showing);
    return purpose === 'read-reply' ? showReply(now.visit) : showDeed(now.visit, deeds[purpose], showing);
  }
}

/** Which documents a link opens, and only as long as it is there to decide something. */
const opens: Readonly<Partial<Record<string, string>>> = {
  'review-confirmation': 'confirmation-of-stay',
  'decide-silence': 'confirmation-of-stay',
  'decide-illness': 'medical-certificate',
  'decide-green-claim': 'travel-receipt',
};

/** Through this link or another one: a certificate is for the decision, and for nothing after it. */
function decided(visit: Visit): boolean {
  const { purpose, used } = visit.link;
  return (
    used !== undefined ||
    purpose === 'status' ||
    purpose === 'read-reply' ||
    deeds[purpose].settled(visit) !== undefined
  );
}

/** GET `/l/<token>/documents/<id>`: a document of the link's own case, to be saved and never shown on this origin. */
export async function sendDocument(deps: PagesDeps, request: Request): Promise<Reply> {
  const entrance = await enter(deps, request.params.token ?? '', languageFor(request));
  if ('closed' in entrance) return entrance.closed;
  const { link, mobility } = entrance.visit;
  const document = mobility.documents.find((candidate) => candidate.id === request.params.id);
  if (!document || opens[link.purpose] !== document.kind || decided(entrance.visit)) throw notFound();
  const body = await deps.objects.get(document.objectKey);
  const name = `${document.kind}-${mobility.id}.${extensions[document.contentType] ?? 'bin'}`;
  return {
    status: 200,
    headers: {
      'content-type': document.contentType,
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body,
  };
}
