import { OFFICIAL_DISTANCE } from '../../../shared/grant/distance.ts';
import type { Assessment, Refusal } from '../../../shared/grant/types.ts';
import type { Participant } from '../../../shared/mobility/case.ts';
import type { Application } from '../../../shared/mobility/commands.ts';
import { admit } from '../../../shared/mobility/open.ts';
import { NotInRulebook } from '../../../shared/rulebook/in-force.ts';
import type { Institution, Tranche } from '../../../shared/rulebook/types.ts';
import { givenFacts, readStay } from '../application.ts';
import { type Errors, FieldReader, type Values } from '../form.ts';
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
export async function amountFor({ deps, institution, questions }: Place, values: Values): Promise<Found> {
  const fields = new FieldReader(values);
  const stay = readStay(fields, institution, questions);
  const errors: Errors = new Map([...fields.errors].filter(([name]) => amountFields.includes(name)));
  if (errors.size > 0) return { kind: 'incomplete', errors };
  const nobody: Participant = { givenName: '', familyName: '', email: '', language: 'en', account: { bban: '' } };
  const application: Application = {
    institution: institution.id,
    participant: nobody,
    stay: { ...stay, facts: givenFacts(values, questions) },
  };
  const admitted = await withinRules(() => admit(deps, application, { institution, now: deps.clock.now() }));
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

export function noRulesSentence({ shortName, contacts }: Institution): string {
  return `${shortName} has no rules for such a stay, with this host and on these days. Check both, or write to ${contacts.office.name}, ${contacts.office.email}.`;
}

/** The travel grant follows from the distance, which is estimated from the cities where that decides it. */
export function distanceProblem({ needs }: Assessment): string | undefined {
  if (needs.includes(OFFICIAL_DISTANCE)) {
    return 'By our estimate the distance lies between two amounts. Give the figure of the distance calculator.';
  }
  return needs.includes('host.distanceKm')
    ? 'We do not know how far away this city is. Give the figure of the distance calculator.'
    : undefined;
}

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
