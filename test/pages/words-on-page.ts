import { pageWords } from '../../functions/pages/words/index.ts';
import { wordsOf } from '../../shared/grant/words.ts';
import { accountFaults } from '../../shared/language/account-faults.ts';
import type { Language } from '../../shared/rulebook/types.ts';

/** Stands where a sentence has a name, a date or an amount. */
const GAP = '\u0001';

/** What the words say wherever nothing is filled in. */
function sentences(words: unknown): readonly string[] {
  if (typeof words === 'string') return words.split(GAP);
  if (typeof words === 'function') return sentences(filledIn(words as (...values: string[]) => unknown));
  if (typeof words === 'object' && words !== null) return Object.values(words).flatMap(sentences);
  return [];
}

/** A sentence that wants more than texts is not asked. */
function filledIn(sentence: (...values: string[]) => unknown): unknown {
  try {
    return sentence(...Array.from({ length: sentence.length }, () => GAP));
  } catch {
    return undefined;
  }
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const ofLanguage = (language: Language): readonly string[] =>
  sentences([pageWords(language), accountFaults(language), wordsOf(language)]).map(plain);

/** Sentences and parts of sentences of three words and more that are English and nothing else. */
export function englishOnly(language: Language): readonly string[] {
  const own = new Set(ofLanguage(language));
  return [...new Set(ofLanguage('en'))].filter((text) => text.split(' ').length >= 3 && !own.has(text));
}
