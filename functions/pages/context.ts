import type { Instant } from '../../shared/calendar/clock.ts';
import { languageOf } from '../../shared/language/reader.ts';
import { type Say, sayIn } from '../../shared/language/say.ts';
import { type Link, resolveLink } from '../../shared/mail/links.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import { institutionOf, loadCase } from '../../shared/mobility/perform.ts';
import type { Institution, Language } from '../../shared/rulebook/types.ts';
import type { PagesDeps } from './deps.ts';
import type { Reply } from './http.ts';
import { messagePage, pageReply } from './views/layout.ts';
import { type PageWords, pageWords } from './words/index.ts';

/** One visit through a link: whose it is, and the case as it stands now. */
export interface Visit {
  readonly deps: PagesDeps;
  readonly token: string;
  readonly link: Link;
  readonly mobility: Mobility;
  readonly institution: Institution;
  /** Asked of the clock once, so that a page cannot show two times. */
  readonly now: Instant;
  /** What the holder of the link reads: the participant what they chose, a host English, others what the institution reads. */
  readonly language: Language;
  readonly words: PageWords;
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
  const mobility = await loadCase(deps.store, link.institution, link.mobility);
  const language = languageOf(link.recipient, mobility, institution);
  const words = pageWords(language);
  if (resolved.kind === 'expired') {
    const until = sayIn(language, institution.timeZone).date(link.expiresAt);
    return { closed: await expiredLink(institution, language, until) };
  }
  const say = englishFor(institution);
  return { visit: { deps, token, link, mobility, institution, now, language, words, say } };
}

/** The same visit on what stands in the store now. */
export async function again(visit: Visit): Promise<Visit> {
  const entrance = await enter(visit.deps, visit.token);
  return 'visit' in entrance ? entrance.visit : visit;
}

/** Nobody has got this link, or only a part of it was copied. */
export function unknownLink(): Promise<Reply> {
  const { unknownLink: w } = pageWords('en').frame;
  return pageReply(messagePage(w.title, [w.copy, w.newest]), 404);
}

function expiredLink(institution: Institution, language: Language, until: string): Promise<Reply> {
  const { expiredLink: w } = pageWords(language).frame;
  const { office } = institution.contacts;
  const sentences = [w.until(until), w.newest(institution.shortName, office.name, office.email)];
  return pageReply(messagePage(w.title, sentences, institution, language), 410);
}
