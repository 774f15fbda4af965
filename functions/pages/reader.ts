import { type Say, sayIn } from '../../shared/language/say.ts';
import type { Institution, Language } from '../../shared/rulebook/types.ts';
import { type PageWords, pageWords } from './words/index.ts';

/** In what a page is written for whoever reads it: the participant's choice, English for a host, else what the institution reads first. */
export interface Reader {
  readonly language: Language;
  readonly words: PageWords;
  readonly say: Say;
}

/** Amounts and dates as the language writes them, moments in the institution's time zone. */
export function readerOf(language: Language, institution: Institution): Reader {
  return { language, words: pageWords(language), say: sayIn(language, institution.timeZone) };
}
