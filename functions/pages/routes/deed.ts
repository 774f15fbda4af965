import { markUsed } from '../../../shared/mail/links.ts';
import { needsCode } from '../../../shared/mobility/effects.ts';
import { codeButtons, codeProblem, sendCode, wantsCode } from '../codes.ts';
import { again, here, type Visit } from '../context.ts';
import type { Deed } from '../deeds/deed.ts';
import { FieldReader, one, readForm, type Values } from '../form.ts';
import { type Reply, type Request, seeOther } from '../http.ts';
import { mark } from '../mark.ts';
import { refusalText } from '../refusals.ts';
import { emptyForm, type FormState, hiddenField } from '../views/fields.ts';
import { errorSummary, type Html, html, pageReply, raw } from '../views/layout.ts';
import { wayToDeadlines } from './deadlines.ts';
import { wayToHold } from './hold.ts';

interface Showing {
  readonly form?: FormState;
  /** Above the form: news, or a question. */
  readonly notice?: Html;
  readonly general?: readonly (string | Html)[];
  readonly status?: number;
  /** What has been shown for a second look; sent back, it says that this very thing was looked at. */
  readonly looked?: string;
}

/** The page of a deed: what is decided and the form, or what was decided. Changes nothing. */
export function showDeed(visit: Visit, deed: Deed, showing: Showing = {}): Promise<Reply> {
  const done = decided(visit, deed);
  const form = showing.form ?? emptyForm;
  const notice = showing.notice ?? raw('');
  const main =
    done === undefined
      ? html`${errorSummary(form.errors, showing.general, visit.language)}<h1 class="ds-heading" data-size="md">${deed.title(visit)}</h1>${notice}${deed.about(visit)}${theForm(visit, deed, form, showing.looked)}`
      : html`${notice}<h1 class="ds-heading" data-size="md">${deed.title(visit)}</h1>${done}${deed.about(visit)}`;
  const hasErrors = form.errors.size > 0 || (showing.general?.length ?? 0) > 0;
  const body = deed.path === undefined ? html`${main}${wayToHold(visit)}${wayToDeadlines(visit)}` : main;
  const { institution, language } = visit;
  return pageReply({ title: deed.title(visit), language, institution, body, hasErrors }, showing.status);
}

/** What was decided through this link, or in the meantime through another one. */
function decided(visit: Visit, deed: Deed): Html | undefined {
  const { used } = visit.link;
  const { common: w } = visit.words.decisions;
  if (used && deed.path === undefined) {
    return html`<div class="ds-alert" data-color="success"><h2 class="ds-heading" data-size="xs">${w.decided}</h2><p>${used.outcome}</p><p class="quiet">${w.used(visit.say.moment(used.at))}</p></div>`;
  }
  const sentence = deed.settled(visit);
  return sentence === undefined
    ? undefined
    : html`<div class="ds-alert" data-color="info"><h2 class="ds-heading" data-size="xs">${w.nothing}</h2><p>${sentence}</p></div>`;
}

function theForm(visit: Visit, deed: Deed, form: FormState, looked: string | undefined): Html {
  const button = typeof deed.button === 'string' ? deed.button : deed.button(visit);
  const buttons = asksForCode(visit, deed)
    ? codeButtons(visit, form, button)
    : html`<div class="buttons"><button class="ds-button">${button}</button></div>`;
  return html`<form class="ds-card" method="post" action="${here(visit)}${deed.path ?? ''}" novalidate>${hiddenField('seen', mark(deed.basis(visit)))}${
    looked === undefined ? '' : hiddenField('looked', looked)
  }${deed.fields(visit, form)}${buttons}</form>`;
}

/** Does the deed: reads the form, checks the code, commands the case, and records the outcome with the link. */
export async function doDeed(visit: Visit, deed: Deed, request: Request): Promise<Reply> {
  const values = readForm(request);
  if (decided(visit, deed) !== undefined) return showDeed(visit, deed, { status: 409 });
  if (one(values, 'seen') !== mark(deed.basis(visit)))
    return showDeed(visit, deed, { notice: changedMeanwhile(visit), status: 409 });
  if (wantsCode(values)) return codeSent(visit, deed, values);
  const fields = new FieldReader(values, visit.language);
  const command = deed.read(fields, visit);
  const form = { values, errors: fields.errors };
  if (form.errors.size > 0) return showDeed(visit, deed, { form, status: 422 });
  const looked = mark(command);
  const look = one(values, 'looked') === looked ? undefined : deed.secondLook?.(visit, command);
  if (look !== undefined) return showDeed(visit, deed, { form, notice: look, looked });
  if (asksForCode(visit, deed)) {
    const problem = await codeProblem(visit, values);
    if (problem !== undefined) {
      return showDeed(await again(visit), deed, {
        form: { values: without(values, 'code'), errors: new Map([['code', problem]]) },
        status: 422,
      });
    }
  }
  const { deps, link, mobility, now } = visit;
  const result = await deps.perform(deps, link.institution, mobility.id, command);
  if (result.outcome === 'refused') {
    return showDeed(await again(visit), deed, {
      form: { values: without(values, 'code'), errors: new Map() },
      general: [refusalText(visit, command.type, result.refusal)],
      status: 422,
    });
  }
  if (deed.path !== undefined) return seeOther(`${here(visit)}${deed.path}`);
  await markUsed(deps.store, link, now, deed.outcome(visit, command));
  return seeOther(here(visit));
}

async function codeSent(visit: Visit, deed: Deed, values: Values): Promise<Reply> {
  const sent = await sendCode(visit);
  const form = { values: without(values, 'code'), errors: new Map() };
  const fresh = await again(visit);
  if (!sent.ok) return showDeed(fresh, deed, { form, general: [sent.sentence], status: 429 });
  return showDeed(fresh, deed, {
    form,
    notice: html`<div class="ds-alert" data-color="info" role="status"><p>${sent.sentence}</p></div>`,
  });
}

const asksForCode = ({ link }: Visit, deed: Deed): boolean => deed.needsCode ?? needsCode.includes(link.purpose);

const without = (values: Values, name: string): Values => ({ ...values, [name]: [] });

/** Said where somebody else was faster. */
export function changedMeanwhile({ words }: Visit): Html {
  const { common: w } = words.decisions;
  return html`<div class="ds-alert" data-color="warning" role="alert"><h2 class="ds-heading" data-size="xs">${w.faster}</h2><p>${w.changed}</p></div>`;
}
