import type { Recipient } from '../../../shared/mobility/effects.ts';
import { Conflict } from '../../../shared/store/errors.ts';
import { enter } from '../context.ts';
import type { Deed } from '../deeds/deed.ts';
import type { PagesDeps } from '../deps.ts';
import { notFound, type Reply, type Request } from '../http.ts';
import { languageFor } from '../language.ts';
import { changedMeanwhile, doDeed, showDeed } from './deed.ts';

type Page = (deps: PagesDeps, request: Request) => Promise<Reply>;

/**
 * The two pages of a deed that stands beside whatever a link is for: people of the institution come to it from each of their
 * links, also when what that one was for is decided. For anybody else there is no such page.
 */
export function beside(deed: Deed, staff: readonly Recipient[]): { readonly show: Page; readonly act: Page } {
  const entrance = async (deps: PagesDeps, request: Request) => {
    const entered = await enter(deps, request.params.token ?? '', languageFor(request));
    if ('visit' in entered && !staff.includes(entered.visit.link.recipient)) throw notFound();
    return entered;
  };
  return {
    async show(deps, request) {
      const entered = await entrance(deps, request);
      return 'closed' in entered ? entered.closed : showDeed(entered.visit, deed);
    },
    async act(deps, request) {
      const entered = await entrance(deps, request);
      if ('closed' in entered) return entered.closed;
      try {
        return await doDeed(entered.visit, deed, request);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        const now = await entrance(deps, request);
        return 'closed' in now
          ? now.closed
          : showDeed(now.visit, deed, { notice: changedMeanwhile(now.visit), status: 409 });
      }
    },
  };
}
