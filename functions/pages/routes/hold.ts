import type { Recipient } from '../../../shared/mobility/effects.ts';
import { Conflict } from '../../../shared/store/errors.ts';
import { enter, here, type Visit } from '../context.ts';
import { keepBack } from '../deeds/hold.ts';
import type { PagesDeps } from '../deps.ts';
import { notFound, type Reply, type Request } from '../http.ts';
import { type Html, html, raw } from '../views/layout.ts';
import { changedMeanwhile, doDeed, showDeed } from './deed.ts';

/** Whose links lead to it: people of the institution, whatever else the link is for, also when that is decided. */
const staff: readonly Recipient[] = ['office', 'finance', 'controller'];

async function enterAsStaff(deps: PagesDeps, request: Request) {
  const entrance = await enter(deps, request.params.token ?? '');
  if ('visit' in entrance && !staff.includes(entrance.visit.link.recipient)) throw notFound();
  return entrance;
}

/** GET `/l/<token>/hold`. */
export async function showHold(deps: PagesDeps, request: Request): Promise<Reply> {
  const entrance = await enterAsStaff(deps, request);
  return 'closed' in entrance ? entrance.closed : showDeed(entrance.visit, keepBack);
}

/** POST `/l/<token>/hold`. */
export async function actOnHold(deps: PagesDeps, request: Request): Promise<Reply> {
  const entrance = await enterAsStaff(deps, request);
  if ('closed' in entrance) return entrance.closed;
  try {
    return await doDeed(entrance.visit, keepBack, request);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const now = await enterAsStaff(deps, request);
    if ('closed' in now) return now.closed;
    return showDeed(now.visit, keepBack, { notice: changedMeanwhile, status: 409 });
  }
}

/** The way to it, at the foot of the pages of the institution's people; nothing where there is nothing to keep back. */
export function wayToHold(visit: Visit): Html {
  const { link, mobility } = visit;
  if (!staff.includes(link.recipient)) return raw('');
  if (keepBack.settled(visit) !== undefined && !mobility.hold) return raw('');
  const words = mobility.hold ? 'Payments of this case are kept back: see why' : 'Keep payments of this case back';
  return html`<p class="quiet"><a class="ds-link" href="${here(visit)}/hold">${words}</a></p>`;
}
