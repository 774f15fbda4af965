import { transliteration } from './transliteration.ts';

/** Longest texts that Norwegian and SEPA guides carry (domain.md §5), in characters. */
export const limits = { reference: 35, name: 70, message: 140 } as const;

const safe = /^[A-Za-z0-9/\-?:().,'+ ]$/;

/** Safe throughout, without a space at an end or two in a row. */
const plain = /^(?! )(?!.* $)(?!.* {2})[A-Za-z0-9/\-?:().,'+ ]*$/;

/** Letters beside the safe characters that a bank's agreement names. `latin`: all letters of ISO 8859-1. */
const further = {
  swift: /^(?!)/,
  norwegian: /^[æøåÆØÅ]$/,
  latin: /^[À-ÖØ-öø-ÿ]$/,
} as const;

/** The characters that a bank takes, by the bank profile; every set holds those of `swift`. */
export type CharacterSet = keyof typeof further;

export const characterSets = ['swift', 'norwegian', 'latin'] as const satisfies readonly CharacterSet[];

/**
 * Whether the bank takes every character as it stands: `A–Z a–z 0–9 / - ? : ( ) . , ' +` and space, and the letters of
 * its set.
 */
export function isSafeText(text: string, characters: CharacterSet = 'swift'): boolean {
  return [...text].every((letter) => safe.test(letter) || further[characters].test(letter));
}

/**
 * A text for people (a name, a message) in the bank's characters: é → e, ß → ss, ø → o unless its set has them,
 * unknown signs → `?`; runs of space become one; cut to `limit` characters. The result may be empty.
 */
export function toSafeText(
  text: string,
  options: { readonly limit: number; readonly characters?: CharacterSet },
): string {
  // Most texts are safe as they are.
  if (text.length <= options.limit && plain.test(text)) return text;
  const kept = (letter: string) => isSafeText(letter, options.characters);
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
