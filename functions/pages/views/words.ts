import { countryCodes, countryName } from '../../../shared/grant/countries.ts';
import type { FactName } from '../../../shared/grant/facts.ts';
import { sentenceCase } from '../../../shared/language/lines.ts';
import type { Language } from '../../../shared/rulebook/types.ts';
import { type PageWords, pageWords } from '../words/index.ts';

/** How a fact is asked for in a form, and named where a decision shows it. `{home}` is the sending institution. */
export interface FactWords {
  /** In lists and sentences. */
  readonly name: string;
  readonly question: string;
  readonly hint?: string;
  /** Said when the answer is missing; starts with what to do. */
  readonly missing: string;
  /** Names of the answers, for a fact that is one of several. */
  readonly options?: Readonly<Record<string, string>>;
}

/** The words of a fact. */
export const wordsOfFact = ({ facts }: PageWords, name: FactName): FactWords => facts[name];

const isFact = ({ facts }: PageWords, name: string): name is FactName => Object.hasOwn(facts, name);

/** The name of a fact, or of whatever else can be missing. */
export function factName(code: string, language: Language): string {
  const words = pageWords(language);
  if (isFact(words, code)) return words.facts[code].name;
  if (code === 'host.distanceKm') return words.apply.distance;
  if (code === 'needs-official-distance') return words.apply.officialDistance;
  return sentenceCase(code.replaceAll(/([A-Z])/g, ' $1').toLowerCase());
}

/** An answer as people read it; with the fact's name also words and countries are written out. */
export function factText(value: string | number | boolean | undefined, name: string, language: Language): string {
  const words = pageWords(language);
  const { answers } = words.apply;
  if (value === undefined) return answers.notStated;
  if (value === true) return answers.yes;
  if (value === false) return answers.no;
  const text = String(value);
  if (name.endsWith('Country') && countryCodes.has(text)) return countryName(text, language);
  return (isFact(words, name) ? wordsOfFact(words, name).options?.[text] : undefined) ?? text;
}
