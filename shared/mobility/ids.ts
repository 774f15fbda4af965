/**
 * The only source of identifiers and randomness. Handed in everywhere; the edge makes one.
 *
 * `context` says what the value is for (a mobility id, a mail id, …) and is unique per value wanted. The live maker
 * ignores it; a replay derives the value from its seed and the context, so that the order of work does not matter.
 */
export interface Ids {
  /** Ten characters of Crockford base 32 (upper case, no I L O U), unique. */
  id(context: string): string;
  /** A link secret of at least 128 bits, URL-safe. */
  secret(context: string): string;
  /** A one-time code of six decimal digits. */
  code(context: string): string;
}
