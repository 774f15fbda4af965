import type { Language } from '../rulebook/types.ts';
import { en } from './bank-reasons/en.ts';
import { nb } from './bank-reasons/nb.ts';
import { nl } from './bank-reasons/nl.ts';
import { nn } from './bank-reasons/nn.ts';

/** The words of all reasons in one language. English is the measure: the compiler finds what another language lacks. */
export type ReasonWords = typeof en;

/** A code that we have words for. */
export type ReasonCode = keyof ReasonWords['bank'];

const all: Readonly<Record<Language, ReasonWords>> = { en, nb, nn, nl };

/**
 * Why a payment did not arrive, as a clause that goes on after "because" of the same language: `AC04` → `the account is
 * closed (AC04)`. A code that we do not know stands in the clause.
 *
 * @param vouchers of a finance system that posts vouchers, so that neither a bank nor an account is named
 */
export function bankReason(code: string | undefined, language: Language, vouchers = false): string {
  const words = all[language];
  const whose = vouchers ? 'vouchers' : 'bank';
  if (code === undefined || code === '') return words.none[whose];
  const meanings: Readonly<Record<string, string>> = words[whose];
  return Object.hasOwn(meanings, code) ? `${meanings[code]} (${code})` : words.unknown[whose](code);
}
