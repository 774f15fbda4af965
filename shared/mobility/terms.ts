import { createHash } from 'node:crypto';
import type { Terms } from '../rulebook/types.ts';
import { termsKey } from '../store/keys.ts';
import type { Item, Store } from '../store/port.ts';

/**
 * The rules that cases stand on, in a record of their own that is found by its fingerprint. They are most of a case, and
 * the case is written with every decision; they are the same for many cases, and never change: other rules are another
 * record. Written with the first version of each case that stands on them.
 */
export interface TermsItem extends Item {
  readonly terms: Terms;
}

/** A case stands on rules that are not there, or are not what their fingerprint says. */
export class LostTerms extends Error {
  override readonly name = 'LostTerms';
}

const fingerprints = new WeakMap<Terms, string>();

/** SHA-256 of the rules, the first 32 hex digits. */
export function termsFingerprint(terms: Terms): string {
  const known = fingerprints.get(terms);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(JSON.stringify(terms)).digest('hex').slice(0, 32);
  fingerprints.set(terms, made);
  return made;
}

export function termsItem(institution: string, terms: Terms): TermsItem {
  return { ...termsKey(institution, termsFingerprint(terms)), terms };
}

/** Most rules that one process keeps at hand; an institution has as many as its stays have hosts and first days. */
const KEPT = 2000;
const kept = new Map<string, Terms>();

/** The rules of this fingerprint. Read once per process, since they cannot change. Throws `LostTerms`. */
export async function loadTerms(store: Store, institution: string, fingerprint: string): Promise<Terms> {
  const key = termsKey(institution, fingerprint);
  const known = kept.get(key.pk);
  if (known) return known;
  const item = await store.get<TermsItem>('cases', key);
  if (!item) throw new LostTerms(`The rules ${fingerprint} of ${institution} are not stored; restore them to go on.`);
  if (termsFingerprint(item.terms) !== fingerprint) {
    throw new LostTerms(`The rules stored as ${fingerprint} of ${institution} are others; restore them to go on.`);
  }
  if (kept.size >= KEPT) kept.clear();
  kept.set(key.pk, item.terms);
  return item.terms;
}
