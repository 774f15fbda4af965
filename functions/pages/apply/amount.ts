import { OFFICIAL_DISTANCE } from '../../../shared/grant/distance.ts';
import type { Assessment, Refusal } from '../../../shared/grant/types.ts';
import type { Participant } from '../../../shared/mobility/case.ts';
import type { Application } from '../../../shared/mobility/commands.ts';
import { admit } from '../../../shared/mobility/open.ts';
import { NotInRulebook } from '../../../shared/rulebook/in-force.ts';
import type { Language, Tranche } from '../../../shared/rulebook/types.ts';
import { givenFacts, readStay } from '../application.ts';
import { type Errors, FieldReader, type Values } from '../form.ts';
import { type Html, html } from '../views/layout.ts';
import type { Place } from './place.ts';

/** What the answers so far come to. */
export type Found =
  | { readonly kind: 'amount'; readonly assessment: Assessment; readonly exchange: Tranche | undefined }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** What the amount depends on is not there yet, or is wrong. */
  | { readonly kind: 'incomplete'; readonly errors: Errors }
  /** The institution's rules do not reach the host, the call or the days. */
  | { readonly kind: 'no-rules' };

const amountFields: readonly string[] = ['country', 'start', 'end', 'distanceKm', 'travel'];

/** Reads only what the amount depends on. Facts that are not given yet are named, not guessed. Nothing is stored. */
export async function amountFor(place: Place, values: Values): Promise<Found> {
  const { deps, institution, questions, reader } = place;
  const fields = new FieldReader(values, reader.language);
  const stay = readStay(fields, institution, questions);
  const errors: Errors = new Map([...fields.errors].filter(([name]) => amountFields.includes(name)));
  if (errors.size > 0) return { kind: 'incomplete', errors };
  const nobody: Participant = { givenName: '', familyName: '', email: '', language: 'en', account: { bban: '' } };
  const application: Application = {
    institution: institution.id,
    participant: nobody,
    stay: { ...stay, facts: givenFacts(values, questions) },
  };
  const context = { institution, now: deps.clock.now() };
  const admitted = await withinRules(() => admit(deps, application, context, reader.language));
  if (admitted === undefined) return { kind: 'no-rules' };
  if (!admitted.ok) return { kind: 'refused', refusals: admitted.refusals };
  const exchange = institution.calls.find((call) => call.call === stay.call)?.exchange;
  return { kind: 'amount', assessment: admitted.assessment, exchange };
}

/** Undefined where the institution's rules do not reach the host, the call or the days. */
export async function withinRules<T>(answer: () => Promise<T>): Promise<T | undefined> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof NotInRulebook) return undefined;
    throw error;
  }
}

export function noRulesSentence({ institution: { shortName, contacts }, reader }: Place): string {
  return reader.words.apply.found.noRules(shortName, contacts.office.name, contacts.office.email);
}

/** The travel grant follows from the distance, which is estimated from the cities where that decides it. */
export function distanceProblem({ reader }: Place, { needs }: Assessment): string | undefined {
  const { found: w } = reader.words.apply;
  if (needs.includes(OFFICIAL_DISTANCE)) return w.betweenAmounts;
  return needs.includes('host.distanceKm') ? w.unknownDistance : undefined;
}

/** What the case itself refuses, when nothing in the form is wrong. It is English, and marked as that. */
export const refusalOfCase = ({ sentence }: Refusal, language: Language): string | Html =>
  language === 'en' ? sentence : html`<span lang="en">${sentence}</span>`;

/** Each refusal stands at the field that it speaks of, or at the top. */
export function refusalsAtFields(
  { questions }: Place,
  refusals: readonly Refusal[],
): { readonly errors: Errors; readonly general: readonly string[] } {
  const errors = new Map<string, string>();
  const general: string[] = [];
  for (const { code, sentence } of refusals) {
    const field = questions.fieldOf(code);
    const before = field === undefined ? undefined : errors.get(field);
    if (field === undefined) general.push(sentence);
    else errors.set(field, before === undefined ? sentence : `${before} ${sentence}`);
  }
  return { errors, general };
}
