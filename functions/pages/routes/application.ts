import {
  type Draft,
  DraftClosed,
  type FoundDraft,
  findDraft,
  keepAnswers,
  sentWrites,
} from '../../../shared/drafts/draft.ts';
import { countryName } from '../../../shared/grant/countries.ts';
import type { Institution, Language } from '../../../shared/rulebook/types.ts';
import { readApplication } from '../application.ts';
import { noRulesSentence, refusalOfCase, withinRules } from '../apply/amount.ts';
import { type Place, placeOfStay } from '../apply/place.ts';
import { ownValues, readingField, type Standing, type StepName, standingOf, stepNames } from '../apply/steps.ts';
import { unknownLink } from '../context.ts';
import type { PagesDeps } from '../deps.ts';
import { FieldReader, one, readForm, type Values } from '../form.ts';
import { notFound, type Reply, type Request, seeOther } from '../http.ts';
import { chosenLanguage, languageFor, withLanguage } from '../language.ts';
import { mark } from '../mark.ts';
import { readerOf } from '../reader.ts';
import type { FormState } from '../views/fields.ts';
import { languageSwitch } from '../views/languages.ts';
import { type Html, html, messagePage, pageReply } from '../views/layout.ts';
import { checkView, stepView } from '../views/steps.ts';

/** One visit to an application that is being filled in. */
interface Filling {
  readonly deps: PagesDeps;
  readonly token: string;
  readonly draft: Draft;
  readonly version: number;
  readonly institution: Institution;
  readonly place: Place;
  /** Chosen at the switch and not kept yet: all addresses of the page carry it on until an answer is. */
  readonly chosen: Language | undefined;
  readonly languages: Html;
}

/** The address of a step of an application. */
export const applicationPath = (token: string, step: StepName | 'check'): string =>
  `/application/${encodeURIComponent(token)}/${step}`;

/** GET `/application/<token>`, from the mail: leads to the first step that is not done. */
export async function resumeApplication(deps: PagesDeps, request: Request): Promise<Reply> {
  return visiting(deps, request, async (filling) => {
    const { next } = await standingOf(filling.place, filling.draft.answers);
    return seeOther(pathOf(filling)(next));
  });
}

/** GET `/application/<token>/<step>`: the step as far as it is filled in, or everything to be looked at. Changes nothing. */
export async function showStep(deps: PagesDeps, request: Request): Promise<Reply> {
  const name = stepIn(request);
  return visiting(deps, request, async (filling) => {
    const begun = request.query.get('begun') === 'yes' ? { notice: begunNotice(filling) } : {};
    return name === 'check' ? check(filling, begun) : step(filling, name, filling.draft.answers, begun);
  });
}

/** POST: keeps the answers of the step, right or wrong, and goes on when they are right; or sends the application. */
export async function actOnStep(deps: PagesDeps, request: Request): Promise<Reply> {
  const name = stepIn(request);
  return visiting(deps, request, async (filling) => {
    const sent = readForm(request);
    if (name === 'check') return send(filling, sent);
    const { place, draft, token, chosen } = filling;
    const fields = (await standingOf(place, draft.answers)).steps.find((each) => each.name === name)?.fields ?? [];
    // A box that is not ticked and a choice that is not made are not sent.
    const answers = Object.fromEntries(fields.map((field) => [field, sent[field] ?? []]));
    const reading = chosen === undefined ? {} : { [readingField]: [chosen] };
    const kept = await keepAnswers(deps, draft, { ...ownValues(answers), ...reading });
    const anew = placeOfStay(deps, filling.institution, kept.answers, place.reader.language);
    const now = { ...filling, draft: kept, place: anew ?? place, chosen: undefined };
    const standing = await standingOf(now.place, kept.answers);
    const errors = standing.errors.get(name);
    const wantsPreview = one(sent, 'do') === 'preview';
    const noRules = name === 'stay' && standing.found.kind === 'no-rules';
    if (!wantsPreview && (errors?.size ?? 0) === 0 && !noRules) return seeOther(applicationPath(token, standing.next));
    return step(now, name, kept.answers, { typed: true, wantsPreview });
  });
}

interface Showing {
  readonly notice?: Html;
  readonly general?: readonly (string | Html)[];
  readonly errors?: FormState['errors'];
  readonly status?: number;
  /** The answers were sent just now, so that what is wrong with them is said. */
  readonly typed?: boolean;
  readonly wantsPreview?: boolean;
}

async function step(filling: Filling, name: StepName, values: Values, showing: Showing): Promise<Reply> {
  const { place, institution, languages } = filling;
  const { words, language } = place.reader;
  const standing = await standingOf(place, values);
  const names = standing.steps.map((each) => each.name);
  if (!names.includes(name)) return seeOther(pathOf(filling)(standing.next));
  const amount = standing.found.kind === 'incomplete' ? standing.found.errors : undefined;
  const wrong = showing.typed ? (standing.errors.get(name) ?? new Map()) : new Map<string, string>();
  // Whoever asks what they would get need not have answered everything yet.
  const errors = showing.wantsPreview ? new Map([...wrong].filter(([field]) => amount?.has(field))) : wrong;
  const general = showing.typed && name === 'stay' ? standing.general : [];
  const { found } = standing;
  const preview =
    showing.wantsPreview && (found.kind === 'amount' || found.kind === 'refused') ? { preview: found } : {};
  const body = stepView({
    place,
    form: { values, errors, ...fixedIn(filling, standing, name) },
    standing,
    step: name,
    path: pathOf(filling),
    keptUntil: keptUntil(filling),
    general: showing.wantsPreview && found.kind === 'refused' ? [] : general,
    ...(showing.notice === undefined ? {} : { notice: showing.notice }),
    ...preview,
  });
  const hasErrors = errors.size + general.length > 0;
  const title = words.steps.title(names.indexOf(name) + 1, names.length + 1, words.steps.names[name]);
  return pageReply({ title, institution, language, languages, body, hasErrors }, hasErrors ? 422 : 200);
}

/** What the office has answered of a step, in words. */
function fixedIn({ draft, place }: Filling, standing: Standing, step: StepName): Partial<FormState> {
  const { language, words, say } = place.reader;
  const own = standing.steps.find(({ name }) => name === step)?.fields ?? [];
  const fixed = own.filter((name) => draft.fixed.includes(name));
  if (fixed.length === 0) return {};
  const shown = (name: string): string => {
    const value = one(draft.answers, name);
    if (name === 'country') return countryName(value, language);
    if (name === 'start' || name === 'end') return say.date(value);
    return name === 'nominated' && value === 'yes' ? words.steps.yes : value;
  };
  return { fixed: new Map(fixed.map((name) => [name, shown(name)])) };
}

async function check(filling: Filling, showing: Showing = {}): Promise<Reply> {
  const { place, institution, draft, languages } = filling;
  const standing = await standingOf(place, draft.answers);
  const { language } = place.reader;
  const { steps: w } = place.reader.words;
  const body = checkView({
    place,
    form: { values: draft.answers, errors: showing.errors ?? new Map() },
    standing,
    path: pathOf(filling),
    keptUntil: keptUntil(filling),
    seen: seenMark(draft, standing),
    ...(showing.notice === undefined ? {} : { notice: showing.notice }),
    ...(showing.general === undefined ? {} : { general: showing.general }),
  });
  const hasErrors = (showing.errors?.size ?? 0) + (showing.general?.length ?? 0) > 0 || standing.next !== 'check';
  const title = w.title(standing.steps.length + 1, standing.steps.length + 1, w.names.check);
  return pageReply({ title, institution, language, languages, body, hasErrors }, showing.status);
}

/** Sends the application: the case and the note that the draft is sent are written together, so that twice is once. */
async function send(filling: Filling, sent: Values): Promise<Reply> {
  const { deps, place, draft, version, institution, token } = filling;
  const { language } = place.reader;
  const { steps: w } = place.reader.words;
  const standing = await standingOf(place, draft.answers);
  if (standing.next !== 'check' || standing.general.length > 0) return check(filling, { status: 422 });
  if (one(sent, 'seen') !== seenMark(draft, standing)) {
    const notice = html`<div class="ds-alert" data-color="warning" role="alert"><p>${w.changed}</p></div>`;
    return check(filling, { notice, status: 409 });
  }
  if (one(sent, 'declare') !== 'yes') {
    return check(filling, { errors: new Map([['declare', w.declareMissing]]), status: 422 });
  }
  const application = readApplication(new FieldReader(draft.answers, language), institution, place.questions);
  const also = sentWrites(draft, version, deps.clock.now());
  const result = await withinRules(() => deps.openCase(deps, application, also));
  const received = withLanguage(
    `/apply/${institution.id}/received`,
    filling.chosen ?? keptLanguage(draft, institution),
  );
  if (result?.outcome === 'changed') return seeOther(received);
  const now = await findDraft(deps, token);
  if (now.kind === 'found' && now.draft.sentAt !== undefined) return seeOther(received);
  const sentence = result?.outcome === 'refused' ? refusalOfCase(result.refusal, language) : noRulesSentence(place);
  return check(filling, { general: [sentence], status: 422 });
}

/** What stands on the page: the answers and what they come to. */
const seenMark = (draft: Draft, { found }: Standing): string =>
  mark([draft.answers, found.kind === 'amount' ? found.assessment.total : found.kind]);

/** Finds the application of the address and visits it, or says why it cannot be. */
async function visiting(
  deps: PagesDeps,
  request: Request,
  visit: (filling: Filling) => Promise<Reply>,
): Promise<Reply> {
  const token = request.params.token ?? '';
  const found = await findDraft(deps, token);
  if (found.kind !== 'found' || found.draft.sentAt !== undefined) return closed(deps, request, found);
  const institution = deps.rules.institution(found.draft.institution);
  if (!institution) throw notFound();
  const { draft, version } = found;
  const { languages: offered } = institution;
  const language = languageFor(request, offered, one(draft.answers, readingField));
  const place = placeOfStay(deps, institution, draft.answers, language);
  if (!place) throw notFound();
  const chosen = chosenLanguage(request, offered);
  const languages = languageSwitch(request, language, offered);
  try {
    return await visit({ deps, token, draft, version, institution, place, chosen, languages });
  } catch (error) {
    if (error instanceof DraftClosed) return closed(deps, request, await findDraft(deps, token));
    throw error;
  }
}

/** What was chosen while it was filled in. */
const keptLanguage = ({ answers }: Draft, { languages }: Institution): Language | undefined =>
  languages.find((language) => language === one(answers, readingField));

async function closed(deps: PagesDeps, request: Request, found: FoundDraft): Promise<Reply> {
  if (found.kind === 'unknown') return unknownLink(languageFor(request));
  const institution = deps.rules.institution(found.kind === 'expired' ? found.institution : found.draft.institution);
  if (!institution) throw notFound();
  const language = languageFor(request, institution.languages);
  const { say, words } = readerOf(language, institution);
  const { steps: w } = words;
  if (found.kind === 'expired') {
    const anew = html`<a class="ds-link" href="/apply/${institution.id}">${w.expired.anew}</a>`;
    const sentences = [w.expired.until(say.date(found.until)), anew];
    return pageReply(messagePage(w.expired.title, sentences, institution, language), 410);
  }
  const { sentAt } = found.draft;
  const day = sentAt === undefined ? '' : say.date(sentAt);
  return pageReply(messagePage(w.sent.title, [w.sent.on(day), w.sent.link], institution, language), 410);
}

function begunNotice({ draft, place }: Filling): Html {
  const email = one(draft.answers, 'email');
  return html`<div class="ds-alert" data-color="info" role="status"><p>${place.reader.words.steps.begun(email)}</p></div>`;
}

const pathOf =
  ({ token, chosen }: Filling) =>
  (name: StepName | 'check'): string =>
    withLanguage(applicationPath(token, name), chosen);

/** The day on which it is erased. */
const keptUntil = ({ draft, place }: Filling): string => place.reader.say.date(draft.expiresAt);

/** The step of the address. Throws HttpError 404. */
function stepIn({ params }: Request): StepName | 'check' {
  const name = [...stepNames, 'check' as const].find((known) => known === params.step);
  if (name === undefined) throw notFound();
  return name;
}
