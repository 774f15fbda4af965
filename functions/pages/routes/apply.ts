import { dateAt } from '../../../shared/calendar/zones.ts';
import { OFFICIAL_DISTANCE } from '../../../shared/grant/distance.ts';
import type { ActivityType, Assessment, Refusal } from '../../../shared/grant/types.ts';
import type { Participant } from '../../../shared/mobility/case.ts';
import type { Application } from '../../../shared/mobility/commands.ts';
import { admit } from '../../../shared/mobility/open.ts';
import { NotInRulebook } from '../../../shared/rulebook/in-force.ts';
import type { Institution } from '../../../shared/rulebook/types.ts';
import { givenFacts, readApplication, readStay } from '../application.ts';
import type { PagesDeps } from '../deps.ts';
import { type Errors, FieldReader, grouped, one, readForm, type Values } from '../form.ts';
import { notFound, type Reply, type Request, seeOther } from '../http.ts';
import { type Questions, questionsFor } from '../questions.ts';
import { activityChoice, applyView, type Preview } from '../views/apply.ts';
import type { FormState } from '../views/fields.ts';
import { messagePage, pageReply } from '../views/layout.ts';

/** GET `/apply/<institution>`: the form. Values in the query fill it in, so that a link can carry them. */
export async function showApply(deps: PagesDeps, request: Request): Promise<Reply> {
  const institution = institutionOf(deps, request);
  const values = grouped(request.query);
  const place = formOf(deps, institution, values);
  if (place === undefined) return choice(institution, values);
  return page(place, { values, errors: new Map() });
}

/** POST: shows what the applicant would get, or sends the application. Whatever is wrong, all values are kept. */
export async function sendApply(deps: PagesDeps, request: Request): Promise<Reply> {
  const institution = institutionOf(deps, request);
  const values = readForm(request);
  const place = formOf(deps, institution, values);
  if (place === undefined) return choice(institution, {}, 422);
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
  const institution = institutionOf(deps, request);
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

/** The form of one kind of stay at one institution. */
interface Place {
  readonly deps: PagesDeps;
  readonly institution: Institution;
  readonly questions: Questions;
}

/** The form that the values are of; undefined while it has to be chosen. */
function formOf(deps: PagesDeps, institution: Institution, values: Values): Place | undefined {
  const { activities, calls } = institution;
  const given = one(values, 'activity');
  const activity =
    given === '' && activities.length === 1 ? activities[0] : activities.find((known) => known === given);
  if (activity === undefined) return undefined;
  const call = calls.find((project) => project.call === one(values, 'call'))?.call;
  return { deps, institution, questions: questionsFor(deps.rules, institution, activity, call) };
}

/** What one goes abroad for: links that carry on what the query has brought. */
function choice(institution: Institution, values: Values, status = 200): Promise<Reply> {
  const link = (activity: ActivityType) => {
    const query = new URLSearchParams();
    for (const [name, given] of Object.entries(values)) for (const value of given) query.append(name, value);
    query.set('activity', activity);
    return `/apply/${institution.id}?${query}`;
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

/** The travel grant follows from the distance, which is estimated from the cities where that decides it. */
function distanceProblem({ needs }: Assessment): string | undefined {
  if (needs.includes(OFFICIAL_DISTANCE)) {
    return 'By our estimate the distance lies between two amounts. Give the figure of the distance calculator.';
  }
  return needs.includes('host.distanceKm')
    ? 'We do not know how far away this city is. Give the figure of the distance calculator.'
    : undefined;
}

/** Each refusal stands at the field that it speaks of, or at the top. */
function refused(place: Place, values: Values, refusals: readonly Refusal[]): Promise<Reply> {
  const errors = new Map<string, string>();
  const general: string[] = [];
  for (const { code, sentence } of refusals) {
    const field = place.questions.fieldOf(code);
    const before = field === undefined ? undefined : errors.get(field);
    if (field === undefined) general.push(sentence);
    else errors.set(field, before === undefined ? sentence : `${before} ${sentence}`);
  }
  return page(place, { values, errors }, { general, status: 422 });
}

const amountFields: readonly string[] = ['country', 'start', 'end', 'distanceKm', 'travel'];

/** Reads only what the amount depends on. Facts that are not given yet are named, not guessed. Nothing is stored. */
async function preview(place: Place, values: Values): Promise<Reply> {
  const { deps, institution, questions } = place;
  const fields = new FieldReader(values);
  const stay = readStay(fields, institution, questions);
  const errors: Errors = new Map([...fields.errors].filter(([name]) => amountFields.includes(name)));
  if (errors.size > 0) return page(place, { values, errors }, { status: 422 });
  const nobody: Participant = { givenName: '', familyName: '', email: '', language: 'en', account: { bban: '' } };
  const application: Application = {
    institution: institution.id,
    participant: nobody,
    stay: { ...stay, facts: givenFacts(values, questions) },
  };
  const admitted = await withinRules(() => admit(deps, application, { institution, now: deps.clock.now() }));
  if (admitted === undefined) return noRules(place, values);
  const exchange = institution.calls.find((call) => call.call === stay.call)?.exchange;
  const shown: Preview = admitted.ok
    ? { kind: 'amount', assessment: admitted.assessment, exchange }
    : { kind: 'refused', refusals: admitted.refusals };
  return page(place, { values, errors: new Map() }, { preview: shown });
}

/** Undefined where the institution's rules do not reach the host, the call or the days. */
async function withinRules<T>(answer: () => Promise<T>): Promise<T | undefined> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof NotInRulebook) return undefined;
    throw error;
  }
}

function noRules(place: Place, values: Values): Promise<Reply> {
  const { shortName, contacts } = place.institution;
  const sentence = `${shortName} has no rules for such a stay, with this host and on these days. Check both, or write to ${contacts.office.name}, ${contacts.office.email}.`;
  return page(place, { values, errors: new Map() }, { general: [sentence], status: 422 });
}

function institutionOf(deps: PagesDeps, request: Request): Institution {
  const institution = deps.rules.institution(request.params.institution ?? '');
  if (!institution) throw notFound();
  return institution;
}
