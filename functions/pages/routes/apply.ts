import { dateAt } from '../../../shared/calendar/zones.ts';
import { beginDraft } from '../../../shared/drafts/draft.ts';
import type { ActivityType } from '../../../shared/grant/types.ts';
import { admit } from '../../../shared/mobility/open.ts';
import type { Institution } from '../../../shared/rulebook/types.ts';
import { readApplication, readPerson } from '../application.ts';
import {
  amountFor,
  distanceProblem,
  type Found,
  noRulesSentence,
  refusalsAtFields,
  withinRules,
} from '../apply/amount.ts';
import { institutionIn, type Place, placeOf } from '../apply/place.ts';
import { ownValues, standingOf, stepsOf } from '../apply/steps.ts';
import type { PagesDeps } from '../deps.ts';
import { FieldReader, grouped, one, readForm, type Values } from '../form.ts';
import { type Reply, type Request, seeOther } from '../http.ts';
import { activityChoice, applyView, type Preview } from '../views/apply.ts';
import type { FormState } from '../views/fields.ts';
import { messagePage, pageReply } from '../views/layout.ts';
import { firstStepView } from '../views/steps.ts';
import { pageWords } from '../words/index.ts';
import { applicationPath } from './application.ts';

/** GET `/apply/<institution>`: the first step. Values in the query fill all of them in, so that a link can carry them. */
export async function showApply(deps: PagesDeps, request: Request): Promise<Reply> {
  const institution = institutionIn(deps, request);
  const values = grouped(request.query);
  const place = placeOf(deps, institution, values);
  if (place === undefined) return choice(institution, values, `/apply/${institution.id}`);
  return firstStep(place, { values: ownValues(values), errors: new Map() });
}

/** POST `/apply/<institution>/start`: begins an application. From here on every answer is kept. */
export async function startApply(deps: PagesDeps, request: Request): Promise<Reply> {
  const institution = institutionIn(deps, request);
  const values = ownValues(readForm(request));
  const place = placeOf(deps, institution, values);
  if (place === undefined) return choice(institution, {}, `/apply/${institution.id}`, 422);
  const fields = new FieldReader(values);
  readPerson(fields, institution);
  if (fields.errors.size > 0) return firstStep(place, { values, errors: fields.errors }, 422);
  const answers = { ...values, activity: [place.questions.activity] };
  const { token } = await beginDraft(deps, institution.id, answers);
  const { next } = await standingOf(place, answers);
  return seeOther(`${applicationPath(token, next)}?begun=yes`);
}

function firstStep(place: Place, form: FormState, status = 200): Promise<Reply> {
  const { institution, deps } = place;
  const words = pageWords('en');
  const today = dateAt(deps.clock.now(), institution.timeZone);
  const steps = stepsOf(place, form.values).map(({ name }) => name);
  const body = firstStepView({ place, words, today, form, steps });
  const title = words.steps.title(1, steps.length + 1, words.steps.names.you);
  return pageReply({ title, institution, body, hasErrors: form.errors.size > 0 }, status);
}

/** GET `/apply/<institution>/one-page`: all questions at once, for whoever likes it so or fills in for many. */
export async function showOnePage(deps: PagesDeps, request: Request): Promise<Reply> {
  const institution = institutionIn(deps, request);
  const values = grouped(request.query);
  const place = placeOf(deps, institution, values);
  if (place === undefined) return choice(institution, values, `/apply/${institution.id}/one-page`);
  return page(place, { values, errors: new Map() });
}

/** POST: shows what the applicant would get, or sends the application. Whatever is wrong, all values are kept. */
export async function sendApply(deps: PagesDeps, request: Request): Promise<Reply> {
  const institution = institutionIn(deps, request);
  const values = readForm(request);
  const place = placeOf(deps, institution, values);
  if (place === undefined) return choice(institution, {}, `/apply/${institution.id}/one-page`, 422);
  if (one(values, 'do') === 'preview') return preview(place, values);
  const fields = new FieldReader(values);
  const application = readApplication(fields, institution, place.questions);
  const form = { values, errors: fields.errors };
  if (form.errors.size > 0) return page(place, form, { status: 422 });
  const admitted = await withinRules(() => admit(deps, application, { institution, now: deps.clock.now() }));
  if (admitted === undefined) return noRules(place, values);
  if (!admitted.ok) return refused(place, values, admitted.refusals);
  const distance = distanceProblem(admitted.assessment);
  if (distance !== undefined) {
    return page(place, { values, errors: new Map([['distanceKm', distance]]) }, { status: 422 });
  }
  const result = await deps.openCase(deps, application);
  if (result.outcome === 'refused') return refused(place, values, [result.refusal]);
  return seeOther(`/apply/${institution.id}/received`);
}

/** GET `/apply/<institution>/received`: the link to the case comes by mail, to the address that was given. */
export function showReceived(deps: PagesDeps, request: Request): Promise<Reply> {
  const institution = institutionIn(deps, request);
  const { office } = institution.contacts;
  return pageReply(
    messagePage(
      'Look at your mail',
      [
        'Your application has arrived. We have sent a mail to the address you gave: the link in it opens your page, where you always see where your money is.',
        `If no mail comes within a few minutes, look among the unwanted mail, or write to ${office.name}, ${office.email}: perhaps the address was mistyped.`,
      ],
      institution,
    ),
  );
}

/** What one goes abroad for: links that carry on what the query has brought. */
function choice(institution: Institution, values: Values, path: string, status = 200): Promise<Reply> {
  const link = (activity: ActivityType) => {
    const query = new URLSearchParams();
    for (const [name, given] of Object.entries(values)) for (const value of given) query.append(name, value);
    query.set('activity', activity);
    return `${path}?${query}`;
  };
  const body = activityChoice(institution, link);
  return pageReply({ title: 'Apply for an Erasmus+ grant', institution, body }, status);
}

interface Showing {
  readonly preview?: Preview;
  readonly general?: readonly string[];
  readonly status?: number;
}

function page(place: Place, form: FormState, { preview: shown, general = [], status = 200 }: Showing = {}) {
  const { institution, questions, deps } = place;
  const hasErrors = form.errors.size > 0 || general.length > 0;
  const today = dateAt(deps.clock.now(), institution.timeZone);
  const body = applyView({ institution, questions, today, form, general, ...(shown ? { preview: shown } : {}) });
  return pageReply({ title: 'Apply for an Erasmus+ grant', institution, body, hasErrors }, status);
}

function refused(
  place: Place,
  values: Values,
  refusals: Extract<Found, { kind: 'refused' }>['refusals'],
): Promise<Reply> {
  const { errors, general } = refusalsAtFields(place, refusals);
  return page(place, { values, errors }, { general, status: 422 });
}

async function preview(place: Place, values: Values): Promise<Reply> {
  const found = await amountFor(place, values);
  if (found.kind === 'incomplete') return page(place, { values, errors: found.errors }, { status: 422 });
  if (found.kind === 'no-rules') return noRules(place, values);
  return page(place, { values, errors: new Map() }, { preview: found });
}

function noRules(place: Place, values: Values): Promise<Reply> {
  return page(place, { values, errors: new Map() }, { general: [noRulesSentence(place.institution)], status: 422 });
}
