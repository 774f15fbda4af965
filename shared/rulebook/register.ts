import { present } from './present.ts';
import type { InstitutionFile } from './schema.ts';
import type { Terms, TermsQuery } from './types.ts';

/** What the register says of the host; undefined where nobody can say, for want of a register or of the host's code. */
export function agreementWith(
  { hostCode, activity, on }: TermsQuery,
  { agreements }: InstitutionFile,
): Terms['agreement'] {
  if (hostCode === undefined || hostCode.trim() === '' || agreements.length === 0) return undefined;
  const found = agreements.find(
    ({ host, activities, from, to }) =>
      sameCode(host, hostCode) &&
      activities.includes(activity) &&
      (from === undefined || from <= on) &&
      (to === undefined || on <= to),
  );
  if (found === undefined) return { found: false };
  const { languageLevel, ects, source } = found;
  return { found: true, ...present({ languageLevel, ects }), source };
}

/** Blanks in an Erasmus code are one or two, and rarely typed right. */
function sameCode(one: string, other: string): boolean {
  const bare = (code: string) => code.replaceAll(/\s/g, '').toUpperCase();
  return bare(one) === bare(other);
}
