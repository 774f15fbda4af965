import type { Language } from '../../shared/rulebook/types.ts';
import type { Request } from './http.ts';

/** Every language that pages are written in, for those that are no institution's. */
export const allLanguages: readonly Language[] = ['en', 'nb', 'nn', 'nl'];

/** How browsers name them; `no` is what was said before there were two Norwegians. */
const named: Readonly<Record<string, Language>> = { en: 'en', nb: 'nb', no: 'nb', nn: 'nn', nl: 'nl' };

/** Who reads one Norwegian reads the other rather than a foreign language. */
const near: Readonly<Partial<Record<Language, Language>>> = { nb: 'nn', nn: 'nb' };

/** What was chosen at the switch: it stands in the address. Undefined where nothing was, or nothing that is offered. */
export function chosenLanguage({ query }: Request, offered: readonly Language[]): Language | undefined {
  const given = query.get('language');
  return offered.find((language) => language === given);
}

/**
 * The language of a page that everybody may open: what was chosen here or, earlier, in what is kept; else the first of the
 * browser's languages that is offered; else the first that is.
 */
export function languageFor(request: Request, offered: readonly Language[] = allLanguages, kept = ''): Language {
  const first = offered[0] ?? 'en';
  return (
    chosenLanguage(request, offered) ??
    offered.find((language) => language === kept) ??
    wishedLanguages(request)
      .map((wish) => [wish, near[wish]].find((language) => language !== undefined && offered.includes(language)))
      .find((language) => language !== undefined) ??
    first
  );
}

/** Those of our languages that the browser names, the most wished for first (RFC 9110, §12.5.4). */
function wishedLanguages(request: Request): readonly Language[] {
  const wishes = (request.header('accept-language') ?? '').toLowerCase().split(',').map(wishIn);
  return wishes
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ code }) => (Object.hasOwn(named, code) ? (named[code] ?? []) : []));
}

function wishIn(text: string): { readonly code: string; readonly weight: number } {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return { code: range.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
}

/** The same address with the language that was chosen; as it is where nothing was. */
export const withLanguage = (path: string, chosen: Language | undefined): string =>
  chosen === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}language=${chosen}`;
