import type { Instant } from '../../shared/calendar/clock.ts';
import { type Say, sayIn } from '../../shared/language/say.ts';
import { type Link, resolveLink } from '../../shared/mail/links.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import { institutionOf, loadCase } from '../../shared/mobility/perform.ts';
import type { Institution } from '../../shared/rulebook/types.ts';
import type { PagesDeps } from './deps.ts';
import type { Reply } from './http.ts';
import { messagePage, pageReply } from './views/layout.ts';

/** One visit through a link: whose it is, and the case as it stands now. */
export interface Visit {
  readonly deps: PagesDeps;
  readonly token: string;
  readonly link: Link;
  readonly mobility: Mobility;
  readonly institution: Institution;
  /** Asked of the clock once, so that a page cannot show two times. */
  readonly now: Instant;
  readonly say: Say;
}

/** English texts in the institution's time zone. */
export const englishFor = (institution: Institution): Say => sayIn('en', institution.timeZone);

/** The path of the visit's own page. */
export const here = (visit: Visit): string => `/l/${encodeURIComponent(visit.token)}`;

export type Entrance = { readonly visit: Visit } | { readonly closed: Reply };

/** Opens the link of a token, or gives the page that says why it does not open. Reads only. */
export async function enter(deps: PagesDeps, token: string): Promise<Entrance> {
  const now = deps.clock.now();
  const resolved = await resolveLink(deps.store, token, now);
  if (resolved.kind === 'unknown') return { closed: await unknownLink() };
  const { link } = resolved;
  const institution = institutionOf(deps.rules, link.institution);
  const say = englishFor(institution);
  if (resolved.kind === 'expired') return { closed: await expiredLink(institution, say.date(link.expiresAt)) };
  const mobility = await loadCase(deps.store, link.institution, link.mobility);
  return { visit: { deps, token, link, mobility, institution, now, say } };
}

/** The same visit on what stands in the store now. */
export async function again(visit: Visit): Promise<Visit> {
  const entrance = await enter(visit.deps, visit.token);
  return 'visit' in entrance ? entrance.visit : visit;
}

function unknownLink(): Promise<Reply> {
  return pageReply(
    messagePage('This link is not known', [
      'Copy the whole link from the mail; some programs break long links into two lines.',
      'If it still does not open, use the link in the newest mail from your institution, or write to its international office.',
    ]),
    404,
  );
}

function expiredLink(institution: Institution, since: string): Promise<Reply> {
  const { office } = institution.contacts;
  return pageReply(
    messagePage(
      'This link has expired',
      [
        `It worked until ${since}. Nothing is lost: your case is still there.`,
        `Use the link in the newest mail from ${institution.shortName}, or write to ${office.name}, ${office.email}, and ask for a new one.`,
      ],
      institution,
    ),
    410,
  );
}
