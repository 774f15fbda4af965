import { checkCode, requestCode } from '../../../shared/mail/codes.ts';
import { isMailAddress } from '../../../shared/mail/compose.ts';
import { again, enter, here, type Visit } from '../context.ts';
import type { PagesDeps } from '../deps.ts';
import { FieldReader, one, readForm, type Values } from '../form.ts';
import { HttpError, notFound, type Reply, type Request, seeOther } from '../http.ts';
import { languageFor } from '../language.ts';
import { ownData } from '../own-data.ts';
import { emptyForm, type FormState } from '../views/fields.ts';
import { errorSummary, html, pageReply, raw } from '../views/layout.ts';
import { contactForms, onFileCards } from '../views/own-data.ts';

interface Showing {
  /** The form that was sent, with what was typed. */
  readonly sent?: string;
  readonly form?: FormState;
  readonly general?: readonly string[];
  readonly status?: number;
}

/** GET `/l/<token>/data`: all that is on file about the participant, for them alone. Changes nothing. */
export async function showOwnData(deps: PagesDeps, request: Request): Promise<Reply> {
  return visiting(deps, request, (visit) => page(visit, request.query.get('done') ?? ''));
}

/** GET `/l/<token>/data.json`: the same, to be taken along. */
export async function sendOwnData(deps: PagesDeps, request: Request): Promise<Reply> {
  return visiting(deps, request, async (visit) => ({
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="data-${visit.mobility.id}.json"`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body: `${JSON.stringify(await ownData(visit), undefined, 2)}\n`,
  }));
}

/** POST `/l/<token>/data`: another address, its code, or another spelling of the name. */
export async function correctOwnData(deps: PagesDeps, request: Request): Promise<Reply> {
  return visiting(deps, request, async (visit) => {
    const values = readForm(request);
    const name = one(values, 'do');
    const act = acts[name as keyof typeof acts];
    if (!Object.hasOwn(acts, name)) {
      throw new HttpError(404, 'This cannot be done here', 'Open your page again, and choose from what it offers.');
    }
    const outcome = await act(visit, values);
    if (typeof outcome === 'string') return seeOther(`${here(visit)}/data?done=${outcome}`);
    return page(await again(visit), '', { sent: name, ...outcome });
  });
}

type Outcome = keyof Visit['words']['ownData']['dones'] | Showing;

const acts = { email: askForCode, confirm: confirmAddress, name: askForName };

/** Keeps the address with the case as one that is not theirs yet, and sends a code there. */
async function askForCode(visit: Visit, values: Values): Promise<Outcome> {
  const { deps, link, mobility, words, now, say } = visit;
  const { ownData: w } = words;
  const fields = new FieldReader(values, visit.language);
  const email = fields.text('email', w.mail.missing, 254);
  if (email !== '' && !isMailAddress(email)) fields.fail('email', w.mail.bad);
  const whose = fields.choice('whose', ['first', 'second'], w.mail.whoseMissing);
  if (fields.errors.size > 0) return wrong(values, fields.errors);
  const result = await deps.perform(deps, link.institution, mobility.id, { type: 'propose-email', whose, email });
  if (result.outcome === 'refused') return wrong(values, new Map([['email', w.mail.same]]));
  const asked = await requestCode(deps.store, link, now, 'participant-new');
  if (asked.kind === 'asked') return 'code';
  return { ...wrong(values, new Map()), general: [w.tooMany(say.moment(asked.again))], status: 429 };
}

/** The code is good for the address that it went to, and for nothing else. */
async function confirmAddress(visit: Visit, values: Values): Promise<Outcome> {
  const { deps, link, mobility, words, now } = visit;
  const { ownData: w } = words;
  const email = one(values, 'address');
  const typed = one(values, 'code').trim();
  if (mobility.proposedEmail?.email !== email) return { general: [w.changed], status: 409 };
  if (typed === '') return wrong({}, new Map([['code', w.code.missing]]));
  const checked = await checkCode(deps.store, link, typed, now, email);
  if (checked.kind !== 'ok') {
    return wrong({}, new Map([['code', checked.kind === 'locked' ? w.code.locked : w.code.wrong]]));
  }
  const result = await deps.perform(deps, link.institution, mobility.id, { type: 'confirm-email', email });
  return result.outcome === 'refused' ? { general: [w.changed], status: 409 } : 'email';
}

async function askForName(visit: Visit, values: Values): Promise<Outcome> {
  const { deps, link, mobility, words } = visit;
  const { name: w } = words.ownData;
  const fields = new FieldReader(values, visit.language);
  const givenName = fields.text('givenName', w.givenMissing, 70);
  const familyName = fields.text('familyName', w.familyMissing, 70);
  if (fields.errors.size > 0) return wrong(values, fields.errors);
  const command = { type: 'ask-for-name', givenName, familyName } as const;
  const result = await deps.perform(deps, link.institution, mobility.id, command);
  return result.outcome === 'refused' ? wrong(values, new Map([['familyName', w.same]])) : 'name';
}

const wrong = (values: Values, errors: FormState['errors']): Showing => ({ form: { values, errors }, status: 422 });

async function page(visit: Visit, done: string, showing: Showing = {}): Promise<Reply> {
  const { words, language, institution } = visit;
  const { ownData: w } = words;
  const { sent = '', form = emptyForm, general = [], status } = showing;
  const dones: Readonly<Record<string, string>> = w.dones;
  const said = Object.hasOwn(dones, done) ? dones[done] : undefined;
  const news =
    said === undefined ? raw('') : html`<div class="ds-alert" data-color="success" role="status"><p>${said}</p></div>`;
  const body = html`${errorSummary(form.errors, general, language)}<p><a class="ds-link" href="${here(visit)}">${w.back}</a></p><h1 class="ds-heading" data-size="md">${w.title}</h1>${news}<p class="ds-paragraph" data-size="lg">${w.lead}</p><p><a class="ds-link" href="${here(visit)}/data.json">${w.download}</a></p>${
    done === 'code' || showing.form ? raw('') : onFileCards(visit, await ownData(visit))
  }${contactForms(visit, sent, form)}${
    done === 'code' || showing.form ? onFileCards(visit, await ownData(visit)) : raw('')
  }`;
  const hasErrors = form.errors.size + general.length > 0;
  return pageReply({ title: w.title, language, institution, body, hasErrors }, status);
}

/** Only through the participant's own link. Throws HttpError 404 for any other. */
async function visiting(deps: PagesDeps, request: Request, visit: (visit: Visit) => Promise<Reply>): Promise<Reply> {
  const entrance = await enter(deps, request.params.token ?? '', languageFor(request));
  if ('closed' in entrance) return entrance.closed;
  if (entrance.visit.link.purpose !== 'status') throw notFound();
  return visit(entrance.visit);
}
