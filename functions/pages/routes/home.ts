import type { PagesDeps } from '../deps.ts';
import type { Reply, Request } from '../http.ts';
import { allLanguages, chosenLanguage, languageFor, withLanguage } from '../language.ts';
import type { assets } from '../style.ts';
import { languageSwitch } from '../views/languages.ts';
import { html, pageReply } from '../views/layout.ts';
import { pageWords } from '../words/index.ts';

/** GET `/`: whoever comes without a link finds where to apply, and what to do with a link that was lost. */
export function showHome(deps: PagesDeps, request: Request): Promise<Reply> {
  const language = languageFor(request);
  const chosen = chosenLanguage(request, allLanguages);
  const { home: w, freshLink } = pageWords(language);
  const body = html`<h1 class="ds-heading" data-size="md">${w.title}</h1>
<p class="ds-paragraph" data-size="lg">${w.lead}</p>
${deps.rules
  .institutions()
  .map(
    (institution) =>
      html`<section class="ds-card"><h2 class="ds-heading" data-size="xs">${institution.name}</h2><p>${institution.city}</p><p><a class="ds-button" href="${withLanguage(`/apply/${institution.id}`, chosen)}">${w.apply(institution.shortName)}</a></p></section>`,
  )}
<section class="ds-card"><h2 class="ds-heading" data-size="xs">${w.already}</h2><p>${w.link}</p><p><a class="ds-link" href="${withLanguage('/link', chosen)}">${freshLink.offer}</a></p></section>`;
  const languages = languageSwitch(request, language, allLanguages);
  return pageReply({ title: w.title, language, languages, body });
}

/** A file beside the pages; its name changes with its content, so it may be kept for ever. */
export const sendAsset =
  ({ type, content }: (typeof assets)[keyof typeof assets]) =>
  (): Promise<Reply> =>
    Promise.resolve({
      status: 200,
      headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
      body: content,
    });
