import { inLanguage } from '../language/text.ts';
import type { Language, RequirementTerms, Terms } from '../rulebook/types.ts';
import type { Text } from '../rulebook/values.ts';
import { evaluate } from './conditions.ts';
import { countryName } from './countries.ts';
import type { Refusal } from './types.ts';
import type { Lookup } from './values.ts';

export interface Eligibility {
  /** All requirements that are not met. */
  readonly refusals: readonly Refusal[];
  /** Facts that a requirement asks for and nobody has given. */
  readonly needs: readonly string[];
}

/** Checks every requirement of the terms; the sentences are in the language, else in English. */
export function checkRequirements(terms: Terms, lookup: Lookup, language: Language): Eligibility {
  const refusals: Refusal[] = [];
  const needs: string[] = [];
  for (const requirement of terms.requirements) {
    const outcome = check(requirement, lookup);
    if (outcome === 'met') continue;
    if (outcome === 'refused') {
      refusals.push({ code: requirement.code, sentence: sentence(requirement.sentence, terms, lookup, language) });
    } else needs.push(...outcome);
  }
  return { refusals, needs };
}

/**
 * Met, refused, or the facts without which neither can be said. A test on something that only the rulebook could know and
 * does not is not met: nobody could ever give it. A rule that would only concern such a thing concerns nobody.
 */
function check({ when, test }: RequirementTerms, lookup: Lookup): 'met' | 'refused' | readonly string[] {
  const tested = evaluate(test, lookup);
  if (tested.holds === true) return 'met';
  const concerned = when === undefined ? undefined : evaluate(when, lookup);
  if (concerned?.holds === false) return 'met';
  const open = concerned?.holds === undefined ? (concerned?.missing ?? []) : [];
  if (concerned !== undefined && concerned.holds === undefined && open.length === 0) return 'met';
  const missing = [...open, ...(tested.holds === undefined ? tested.missing : [])];
  return missing.length === 0 ? 'refused' : missing;
}

function sentence(text: Text, terms: Terms, lookup: Lookup, language: Language): string {
  return inLanguage(text, language).replaceAll(/\{([^}]*)\}/g, (_, name: string) => {
    if (name === 'institution') return terms.home.name;
    const value = lookup(name as Parameters<Lookup>[0]);
    return name.endsWith('ountry') ? countryName(String(value), language) : String(value);
  });
}
