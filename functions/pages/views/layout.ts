import { html, raw } from 'hono/html';
import type { Html } from '../../../shared/mail/html.ts';
import type { Institution, Language } from '../../../shared/rulebook/types.ts';
import type { Errors } from '../form.ts';
import type { Reply } from '../http.ts';
import { assets } from '../style.ts';
import { type PageWords, pageWords } from '../words/index.ts';

export type { Html };
export { html, raw };

export interface Page {
  readonly title: string;
  /** What it is written in; English where nothing is said. */
  readonly language?: Language;
  /** Whose page it is; without one it is the system's own. */
  readonly institution?: Institution;
  readonly body: Html;
  /** The same page in other languages. */
  readonly languages?: Html;
  /** Shown in the browser's tab before the title, so that it is heard first. */
  readonly hasErrors?: boolean;
}

/** A whole page as an answer. */
export async function pageReply(page: Page, status = 200): Promise<Reply> {
  return { status, body: String(await wholePage(page)) };
}

export function wholePage({ title, institution, language = 'en', languages, body, hasErrors }: Page): Html {
  const { frame } = pageWords(language);
  const owner = institution?.name ?? 'Wayfare';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${hasErrors ? frame.error : ''}${title} – ${owner}</title>
<link rel="icon" href="${assets.icon.path}">
<link rel="stylesheet" href="${assets.stylesheet.path}">
</head>
<body>
<a class="ds-skip-link" href="#main">${frame.skip}</a>
<header class="top"><div class="wrap"><strong>${owner}</strong><span class="quiet">${frame.programme}</span>${languages ?? raw('')}</div></header>
<main id="main"><div class="wrap">
${body}
</div></main>
<footer class="bottom"><div class="wrap">${footer(institution, frame)}</div></footer>
</body>
</html>
`;
}

function footer(institution: Institution | undefined, { motto, questions }: PageWords['frame']): Html {
  if (!institution) return html`<p>${motto}</p>`;
  const { office } = institution.contacts;
  return html`<p>${questions(office.name)} <a class="ds-link" href="mailto:${office.email}">${office.email}</a>.</p>`;
}

/** What is wrong with a form, at the top of the page, each line leading to its field. */
export function errorSummary(
  errors: Errors,
  general: readonly (string | Html)[] = [],
  language: Language = 'en',
): Html {
  if (errors.size === 0 && general.length === 0) return raw('');
  return html`<div class="ds-error-summary" role="alert" tabindex="-1" id="errors"><h2 class="ds-heading" data-size="xs">${pageWords(language).frame.correct}</h2><ul class="ds-list">${general.map(
    (sentence) => html`<li>${sentence}</li>`,
  )}${[...errors].map(([name, sentence]) => html`<li><a class="ds-link" href="#${name}">${sentence}</a></li>`)}</ul></div>`;
}

/** How something stands: well, in somebody's hands, badly, or none of these. */
export type Look = 'good' | 'wait' | 'bad' | '';

/** How something stands, in a word. The word says it; the colour only repeats it. */
export function tag(word: string, look: Look): Html {
  const colour = { good: 'success', wait: 'warning', bad: 'danger', '': 'info' }[look];
  return html`<span class="ds-tag" data-color="${colour}">${word}</span>`;
}

/** A page of a few sentences: after something was done, or when something is not possible. */
export function messagePage(
  title: string,
  sentences: readonly (string | Html)[],
  institution?: Institution,
  language: Language = 'en',
): Page {
  const body = html`<h1 class="ds-heading" data-size="md">${title}</h1><div class="ds-card">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
  return { title, body, language, ...(institution === undefined ? {} : { institution }) };
}
