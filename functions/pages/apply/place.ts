import { isIsoDate } from '../../../shared/calendar/dates.ts';
import type { Institution, Language } from '../../../shared/rulebook/types.ts';
import { callFor } from '../application.ts';
import type { PagesDeps } from '../deps.ts';
import { one, type Values } from '../form.ts';
import { notFound, type Request } from '../http.ts';
import { type Questions, questionsFor } from '../questions.ts';
import { type Reader, readerOf } from '../reader.ts';

/** The form of one kind of stay at one institution. */
export interface Place {
  readonly deps: PagesDeps;
  readonly institution: Institution;
  readonly questions: Questions;
  /** Whoever fills it in. */
  readonly reader: Reader;
}

/** The form that the values are of; undefined while it has to be chosen what one goes abroad for. */
export function placeOf(
  deps: PagesDeps,
  institution: Institution,
  values: Values,
  language: Language,
): Place | undefined {
  const activity = activityOf(institution, values);
  if (activity === undefined) return undefined;
  const call = institution.calls.find((project) => project.call === one(values, 'call'))?.call;
  const questions = questionsFor(deps.rules, institution, activity, call);
  return { deps, institution, questions, reader: readerOf(language, institution) };
}

/** The same, asking only what the call of the stay asks where its first day is known. */
export function placeOfStay(
  deps: PagesDeps,
  institution: Institution,
  values: Values,
  language: Language,
): Place | undefined {
  const start = one(values, 'start');
  const known = one(values, 'call') === '' && isIsoDate(start) ? callFor(institution, start) : one(values, 'call');
  return placeOf(deps, institution, { ...values, call: [known] }, language);
}

function activityOf({ activities }: Institution, values: Values) {
  const given = one(values, 'activity');
  return given === '' && activities.length === 1 ? activities[0] : activities.find((known) => known === given);
}

/** The institution of the address. Throws HttpError 404. */
export function institutionIn(deps: PagesDeps, request: Request): Institution {
  const institution = deps.rules.institution(request.params.institution ?? '');
  if (!institution) throw notFound();
  return institution;
}
