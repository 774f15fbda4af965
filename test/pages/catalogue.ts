import { pageWords } from '../../functions/pages/words/index.ts';
import type { Language } from '../../shared/rulebook/types.ts';

const HOLE = '\u0001';

/** Every text of a catalogue; of a template what stands between its holes. */
function texts(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return texts(filled(words as (...holes: string[]) => unknown));
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(texts);
}

/** A template with nothing in its holes; one that works with what it is given is left out. */
function filled(template: (...holes: string[]) => unknown): unknown {
  try {
    return template(...Array<string>(6).fill(HOLE));
  } catch {
    return undefined;
  }
}

const pieces = (language: Language): string[] =>
  texts(pageWords(language))
    .flatMap((text) => text.split(HOLE))
    .map((text) => text.replaceAll(/\s+/g, ' ').trim());

/** What is said in English only: pieces of at least three words that the other language has not got. */
export function englishOnly(language: Language): readonly string[] {
  const own = new Set(pieces(language));
  const long = pieces('en').filter((piece) => (piece.match(/\p{L}+/gu)?.length ?? 0) >= 3);
  return [...new Set(long)].filter((piece) => !own.has(piece));
}
