import type { Instant } from '../../shared/calendar/clock.ts';
import { languageOf } from '../../shared/language/reader.ts';
import { type Link, resolveLink } from '../../shared/mail/links.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import { institutionOf, loadCase } from '../../shared/mobility/perform.ts';
import type { Institution, Language } from '../../shared/rulebook/types.ts';
import type { PagesDeps } from './deps.ts';
import type { Reply } from './http.ts';
import { type Reader, readerOf } from './reader.ts';
import { type Html, html, messagePage, pageReply } from './views/layout.ts';
import { pageWords } from './words/index.ts';

/** One visit through a link: whose it is, and the case as it stands now. */
export interface Visit extends Reader {
  readonly deps: PagesDeps;
  readonly token: string;
  readonly link: Link;
  readonly mobility: Mobility;
  readonly institution: Institution;
  /** Asked of the clock once, so that a page cannot show two times. */
  readonly now: Instant;
}

/** The path of the visit's own page. */
export const here = (visit: Visit): string => `/l/${encodeURIComponent(visit.token)}`;

export type Entrance = { readonly visit: Visit } | { readonly closed: Reply };

/**
 * Opens the link of a token, or gives the page that says why it does not open. Reads only.
 *
 * @param stranger what the page of an unknown link is written in: nobody knows who reads it
 */
export async function enter(deps: PagesDeps, token: string, stranger: Language): Promise<Entrance> {
  const now = deps.clock.now();
  const resolved = await resolveLink(deps.store, token, now);
  if (resolved.kind === 'unknown') return { closed: await unknownLink(stranger) };
  const { link } = resolved;
  const institution = institutionOf(deps.rules, link.institution);
  const mobility = await loadCase(deps.store, link.institution, link.mobility);
  const reader = readerOf(languageOf(link.recipient, mobility, institution), institution);
  if (resolved.kind === 'expired') {
    return { closed: await expiredLink(institution, reader.language, reader.say.date(link.expiresAt)) };
  }
  return { visit: { deps, token, link, mobility, institution, now, ...reader } };
}

/** The same visit on what stands in the store now. */
export async function again(visit: Visit): Promise<Visit> {
  const entrance = await enter(visit.deps, visit.token, visit.language);
  return 'visit' in entrance ? entrance.visit : visit;
}

/** Nobody has got this link, or only a part of it was copied. */
export function unknownLink(language: Language): Promise<Reply> {
  const { frame, freshLink } = pageWords(language);
  const w = frame.unknownLink;
  const sentences = [w.copy, w.newest, askForLink('/link', freshLink.offer)];
  return pageReply(messagePage(w.title, sentences, undefined, language), 404);
}

function expiredLink(institution: Institution, language: Language, until: string): Promise<Reply> {
  const { frame, freshLink } = pageWords(language);
  const w = frame.expiredLink;
  const { office } = institution.contacts;
  const ask = askForLink(`/link?institution=${institution.id}`, freshLink.offer);
  const sentences = [w.until(until), w.newest(institution.shortName, office.name, office.email), ask];
  return pageReply(messagePage(w.title, sentences, institution, language), 410);
}

const askForLink = (path: string, offer: string): Html => html`<a class="ds-link" href="${path}">${offer}</a>`;
