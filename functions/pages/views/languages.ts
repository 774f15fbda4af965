import type { Language } from '../../../shared/rulebook/types.ts';
import type { Request } from '../http.ts';
import { pageWords } from '../words/index.ts';
import { type Html, html, raw } from './layout.ts';

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  nb: 'Norsk bokmål',
  nn: 'Norsk nynorsk',
  nl: 'Nederlands',
};

/** The same page in another language: a link for each, with all else that the address brings. Nothing where there is one. */
export function languageSwitch({ path, query }: Request, current: Language, offered: readonly Language[]): Html {
  if (offered.length < 2) return raw('');
  const link = (language: Language): string => {
    const other = new URLSearchParams([...query].filter(([name]) => name !== 'language'));
    other.set('language', language);
    return `${path}?${other}`;
  };
  return html`<nav class="languages" aria-label="${pageWords(current).home.languages}"><ul>${offered.map((language) =>
    language === current
      ? html`<li aria-current="true">${languageNames[language]}</li>`
      : html`<li><a class="ds-link" href="${link(language)}" lang="${language}" hreflang="${language}">${languageNames[language]}</a></li>`,
  )}</ul></nav>`;
}
