import { dateAt } from '../../../shared/calendar/zones.ts';
import { beginDraft } from '../../../shared/drafts/draft.ts';
import type { ActivityType } from '../../../shared/grant/types.ts';
import { admit } from '../../../shared/mobility/open.ts';
import type { Institution, Language } from '../../../shared/rulebook/types.ts';
import { readApplication, readPerson } from '../application.ts';
import {
  amountFor,
  distanceProblem,
  noRulesSentence,
  refusalOfCase,
  refusalsAtFields,
  withinRules,
} from '../apply/amount.ts';
import { institutionIn, type Place, placeOf } from '../apply/place.ts';
import { ownValues, readingField, standingOf, stepsOf } from '../apply/steps.ts';
import type { PagesDeps } from '../deps.ts';
import { FieldReader, grouped, one, readForm, type Values } from '../form.ts';
import { type Reply, type Request, seeOther } from '../http.ts';
import { chosenLanguage, languageFor, withLanguage } from '../language.ts';
import { activityChoice, applyView, type Preview } from '../views/apply.ts';
import type { FormState } from '../views/fields.ts';
import { languageSwitch } from '../views/languages.ts';
import { type Html, messagePage, pageReply } from '../views/layout.ts';
import { firstStepView } from '../views/steps.ts';
import { pageWords } from '../words/index.ts';
import { applicationPath } from './application.ts';

/** One visit to the form of an institution, by whoever has the address. */
interface Coming {
  readonly deps: PagesDeps;
  readonly institution: Institution;
  readonly language: Language;
  /** The language if it was chosen at the switch: then all addresses of the page carry it on. */
  readonly chosen: Language | undefined;
  /** Links to the same page in other languages; none on an answer to a form, whose typing they would lose. */
  readonly languages: Html | undefined;
}

function comingTo(deps: PagesDeps, request: Request): Coming {
  const institution = institutionIn(deps, request);
  const { languages: offered } = institution;
  const language = languageFor(request, offered);
  const languages = request.method === 'POST' ? undefined : languageSwitch(request, language, offered);
  return { deps, institution, language, chosen: chosenLanguage(request, offered), languages };
}

const placeFor = ({ deps, institution, language }: Coming, values: Values): Place | undefined =>
  placeOf(deps, institution, values, language);

/** GET `/apply/<institution>`: the first step. Values in the query fill all of them in, so that a link can carry them. */
export async function showApply(deps: PagesDeps, request: Request): Promise<Reply> {
  const coming = comingTo(deps, request);
  const values = grouped(request.query);
  const place = placeFor(coming, values);
  if (place === undefined) return choice(coming, values, `/apply/${coming.institution.id}`);
  return firstStep(coming, place, { values: ownValues(values), errors: new Map() });
}

/** POST `/apply/<institution>/start`: begins an application. From here on every answer is kept. */
export async function startApply(deps: PagesDeps, request: Request): Promise<Reply> {
  const coming = comingTo(deps, request);
  const { institution, language, chosen } = coming;
  const values = ownValues(readForm(request));
  const place = placeFor(coming, values);
  if (place === undefined) return choice(coming, {}, `/apply/${institution.id}`, 422);
  const fields = new FieldReader(values, language);
  readPerson(fields, institution);
  if (fields.errors.size > 0) return firstStep(coming, place, { values, errors: fields.errors }, 422);
  const reading = chosen === undefined ? {} : { [readingField]: [chosen] };
  const answers = { ...values, activity: [place.questions.activity], ...reading };
  const { token } = await beginDraft(deps, institution.id, answers);
  const { next } = await standingOf(place, answers);
  return seeOther(`${applicationPath(token, next)}?begun=yes`);
}

function firstStep(coming: Coming, place: Place, form: FormState, status = 200): Promise<Reply> {
  const { chosen } = coming;
  const { institution, questions, reader, deps } = place;
  const { steps: w } = reader.words;
  const today = dateAt(deps.clock.now(), institution.timeZone);
  const steps = stepsOf(place, form.values).map(({ name }) => name);
  const action = withLanguage(`/apply/${institution.id}/start`, chosen);
  const activity = new URLSearchParams({ activity: questions.activity });
  const onePage = withLanguage(`/apply/${institution.id}/one-page?${activity}`, chosen);
  const body = firstStepView({ place, today, action, onePage, form, steps });
  const title = w.title(1, steps.length + 1, w.names.you);
  return pageReply({ ...frameOf(coming), title, body, hasErrors: form.errors.size > 0 }, status);
}

/** Whose page it is, in which language, and in which others it is to be had. */
const frameOf = ({ institution, language, languages }: Coming) => ({
  institution,
  language,
  ...(languages === undefined ? {} : { languages }),
});

/** GET `/apply/<institution>/one-page`: all questions at once, for whoever likes it so or fills in for many. */
export async function showOnePage(deps: PagesDeps, request: Request): Promise<Reply> {
  const coming = comingTo(deps, request);
  const values = grouped(request.query);
  const place = placeFor(coming, values);
  if (place === undefined) return choice(coming, values, `/apply/${coming.institution.id}/one-page`);
  return page(coming, place, { values, errors: new Map() });
}

/** POST: shows what the applicant would get, or sends the application. Whatever is wrong, all values are kept. */
export async function sendApply(deps: PagesDeps, request: Request): Promise<Reply> {
  const coming = comingTo(deps, request);
  const { institution, language, chosen } = coming;
  const values = readForm(request);
  const place = placeFor(coming, values);
  if (place === undefined) return choice(coming, {}, `/apply/${institution.id}/one-page`, 422);
  if (one(values, 'do') === 'preview') return preview(coming, place, values);
  const fields = new FieldReader(values, language);
  const application = readApplication(fields, institution, place.questions);
  const form = { values, errors: fields.errors };
  if (form.errors.size > 0) return page(coming, place, form, { status: 422 });
  const context = { institution, now: deps.clock.now() };
  const admitted = await withinRules(() => admit(deps, application, context, language));
  if (admitted === undefined) return noRules(coming, place, values);
  if (!admitted.ok) {
    const { errors, general } = refusalsAtFields(place, admitted.refusals);
    return page(coming, place, { values, errors }, { general, status: 422 });
  }
  const distance = distanceProblem(place, admitted.assessment);
  if (distance !== undefined) {
    return page(coming, place, { values, errors: new Map([['distanceKm', distance]]) }, { status: 422 });
  }
  const result = await deps.openCase(deps, application);
  if (result.outcome === 'refused') {
    const general = [refusalOfCase(result.refusal, language)];
    return page(coming, place, { values, errors: new Map() }, { general, status: 422 });
  }
  return seeOther(withLanguage(`/apply/${institution.id}/received`, chosen));
}

/** GET `/apply/<institution>/received`: the link to the case comes by mail, to the address that was given. */
export function showReceived(deps: PagesDeps, request: Request): Promise<Reply> {
  const coming = comingTo(deps, request);
  const { institution, language } = coming;
  const { office } = institution.contacts;
  const { received: w } = pageWords(language).apply;
  const sentences = [w.arrived, w.noMail(office.name, office.email)];
  return pageReply({ ...messagePage(w.title, sentences), ...frameOf(coming) });
}

/** What one goes abroad for: links that carry on what the query has brought. */
function choice(coming: Coming, values: Values, path: string, status = 200): Promise<Reply> {
  const { institution, language, chosen } = coming;
  const words = pageWords(language);
  const link = (activity: ActivityType) => {
    const query = new URLSearchParams();
    for (const [name, given] of Object.entries(values)) for (const value of given) query.append(name, value);
    query.set('activity', activity);
    if (chosen !== undefined) query.set('language', chosen);
    return `${path}?${query}`;
  };
  const body = activityChoice(institution, words, link);
  return pageReply({ ...frameOf(coming), title: words.apply.title, body }, status);
}

interface Showing {
  readonly preview?: Preview;
  readonly general?: readonly (string | Html)[];
  readonly status?: number;
}

function page(
  coming: Coming,
  place: Place,
  form: FormState,
  { preview: shown, general = [], status = 200 }: Showing = {},
): Promise<Reply> {
  const { institution, deps, reader } = place;
  const hasErrors = form.errors.size > 0 || general.length > 0;
  const today = dateAt(deps.clock.now(), institution.timeZone);
  const action = withLanguage(`/apply/${institution.id}`, coming.chosen);
  const body = applyView({ place, today, action, form, general, ...(shown ? { preview: shown } : {}) });
  return pageReply({ ...frameOf(coming), title: reader.words.apply.title, body, hasErrors }, status);
}

async function preview(coming: Coming, place: Place, values: Values): Promise<Reply> {
  const found = await amountFor(place, values);
  if (found.kind === 'incomplete') return page(coming, place, { values, errors: found.errors }, { status: 422 });
  if (found.kind === 'no-rules') return noRules(coming, place, values);
  return page(coming, place, { values, errors: new Map() }, { preview: found });
}

function noRules(coming: Coming, place: Place, values: Values): Promise<Reply> {
  const general = [noRulesSentence(place)];
  return page(coming, place, { values, errors: new Map() }, { general, status: 422 });
}
