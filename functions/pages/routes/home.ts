import type { PagesDeps } from '../deps.ts';
import type { Reply } from '../http.ts';
import type { assets } from '../style.ts';
import { html, pageReply } from '../views/layout.ts';
import { pageWords } from '../words/index.ts';

/** GET `/`: whoever comes without a link finds where to apply, and what to do with a link that was lost. */
export function showHome(deps: PagesDeps): Promise<Reply> {
  const body = html`<h1 class="ds-heading" data-size="md">Erasmus+ mobility grants</h1>
<p class="ds-paragraph" data-size="lg">Apply for a grant for a stay abroad, and see at any time where your money is.</p>
${deps.rules
  .institutions()
  .map(
    (institution) =>
      html`<section class="ds-card"><h2 class="ds-heading" data-size="xs">${institution.name}</h2><p>${institution.city}</p><p><a class="ds-button" href="/apply/${institution.id}">Apply at ${institution.shortName}</a></p></section>`,
  )}
<section class="ds-card"><h2 class="ds-heading" data-size="xs">You have applied already?</h2><p>The link in each of our mails opens your page. If you have lost it, ask for another one.</p><p><a class="ds-link" href="/link">${pageWords('en').freshLink.offer}</a></p></section>`;
  return pageReply({ title: 'Erasmus+ mobility grants', body });
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
