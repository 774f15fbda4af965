import { transliteration } from './transliteration.ts';

/** Longest texts that Norwegian and SEPA guides carry (domain.md §5), in characters. */
export const limits = { reference: 35, name: 70, message: 140 } as const;

const safe = /^[A-Za-z0-9/\-?:().,'+ ]$/;
const norwegian = /^[æøåÆØÅ]$/;

/**
 * Whether the bank takes every character as it stands: `A–Z a–z 0–9 / - ? : ( ) . , ' +` and space, and æøå where the
 * bank profile says so.
 */
export function isSafeText(text: string, norwegianLetters = false): boolean {
  return [...text].every((letter) => safe.test(letter) || (norwegianLetters && norwegian.test(letter)));
}

/**
 * A text for people (a name, a message) in the bank's characters: é → e, ß → ss, ø → o unless Norwegian letters are
 * kept, unknown signs → `?`; runs of space become one; cut to `limit` characters. The result may be empty.
 */
export function toSafeText(
  text: string,
  options: { readonly limit: number; readonly norwegianLetters?: boolean },
): string {
  const kept = (letter: string) => safe.test(letter) || (options.norwegianLetters === true && norwegian.test(letter));
  const letters = [...text.normalize('NFC')].map((letter) => {
    if (kept(letter)) return letter;
    if (/^[\s\p{Cc}\p{Zs}]$/u.test(letter)) return ' ';
    return inSafeLetters(letter);
  });
  return cut(letters.join(''), options.limit);
}

/** NFKD takes accents and ligatures off; what is still foreign then is looked up, capitals by their small letter. */
function inSafeLetters(letter: string): string {
  let written = '';
  for (const part of letter.normalize('NFKD')) {
    if (safe.test(part)) written += part;
    else if (/^[\p{M}\p{Cf}]$/u.test(part)) continue;
    else written += lookUp(part);
  }
  return written;
}

function lookUp(letter: string): string {
  const exact = transliteration.get(letter);
  if (exact !== undefined) return exact;
  const small = transliteration.get(letter.toLowerCase());
  if (small === undefined) return '?';
  return small.slice(0, 1).toUpperCase() + small.slice(1);
}

/** After cutting, a space may have come to the end. */
function cut(text: string, limit: number): string {
  return [...text.replace(/ +/g, ' ').trim()].slice(0, limit).join('').trim();
}

/**
 * Whether a text can be a reference (MsgId, EndToEndId, …): 1 to 35 safe characters without surrounding space, neither
 * starting nor ending with `/` nor holding `//`.
 */
export function isReference(text: string): boolean {
  return (
    text !== '' &&
    text.length <= limits.reference &&
    isSafeText(text) &&
    text === text.trim() &&
    !/^\/|\/$|\/\//.test(text)
  );
}

/** A text made fit for a reference, never with Norwegian letters. May be empty; not injective, so not for our own ids. */
export function toReference(text: string): string {
  const written = toSafeText(text, { limit: Number.MAX_SAFE_INTEGER })
    .replace(/\/{2,}/g, '/')
    .replace(/^[/ ]+/, '');
  return written.slice(0, limits.reference).replace(/[/ ]+$/, '');
}
