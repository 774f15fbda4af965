import { isIsoDate } from '../../../shared/calendar/dates.ts';
import type { CaseEvent } from '../../../shared/mobility/case.ts';
import { casePartition, prefixes } from '../../../shared/store/keys.ts';
import type { Item } from '../../../shared/store/port.ts';
import { type Action, doneSentence, type Sent } from '../actions/action.ts';
import { actions } from '../actions/index.ts';
import { consequences } from '../actions/reports.ts';
import { again, here, type Visit } from '../context.ts';
import { type Errors, readForm, type Values } from '../form.ts';
import { HttpError, type Reply, type Request, seeOther } from '../http.ts';
import { papersOf } from '../papers.ts';
import { isMultipart, readMultipart } from '../upload.ts';
import { changesCard } from '../views/changes.ts';
import { emptyForm, type FormState, hiddenField, input } from '../views/fields.ts';
import { errorSummary, type Html, html, messagePage, pageReply, raw } from '../views/layout.ts';
import { papersCard } from '../views/papers.ts';
import { amountCard, claimCard, figures, headline, pathCard, paymentsCard, stayCard } from '../views/status.ts';
import { timeline } from '../views/timeline.ts';

interface Showing {
  /** The action whose form was sent, with what was typed. */
  readonly action?: string;
  readonly form?: FormState;
  readonly general?: readonly (string | Html)[];
  readonly notice?: Html;
  /** A second look, inside the action's form. */
  readonly look?: { readonly html: Html; readonly mark: string };
  readonly status?: number;
}

/** “Where is my money”: the whole path, the amounts, what can be done. Changes nothing. */
export async function showStatus(visit: Visit, request: Request, showing: Showing = {}): Promise<Reply> {
  const form = showing.form ?? emptyForm;
  const said = request.query.get('done') ?? '';
  const done = doneSentence(visit, said);
  const news =
    done === undefined || showing.form
      ? raw('')
      : html`<div class="ds-alert" data-color="success" role="status"><p>${done}</p></div>`;
  const [events, papers] = await Promise.all([history(visit), papersOf(visit)]);
  const body = html`${errorSummary(form.errors, showing.general, visit.language)}<h1 class="ds-heading" data-size="md">${visit.words.status.title}</h1>${news}${showing.notice ?? raw('')}
${headline(visit)}${figures(visit)}${pathCard(visit)}${changesCard(visit)}${claimCard(visit)}${paymentsCard(visit)}${papersCard(visit, papers)}${amountCard(visit)}
${whatCanBeDone(visit, showing)}${ifYouLeft(visit, request)}${stayCard(visit)}
<div class="ds-card"><details class="ds-details act"><summary>${visit.words.status.history.title}</summary><div class="inside">${timeline(visit, events)}</div></details></div>
<p><a class="ds-link" href="${here(visit)}/data">${visit.words.ownData.link}</a></p>`;
  const hasErrors = form.errors.size > 0 || (showing.general?.length ?? 0) > 0;
  return pageReply(
    { title: visit.words.status.title, language: visit.language, institution: visit.institution, body, hasErrors },
    showing.status,
  );
}

async function history({ deps, link }: Visit): Promise<CaseEvent[]> {
  const pk = casePartition(link.institution, link.mobility);
  const items = await deps.store.query<Item & { readonly event: CaseEvent }>('cases', { pk, prefix: prefixes.event });
  return items.map((item) => item.event);
}

function whatCanBeDone(visit: Visit, showing: Showing): Html {
  const offered = actions.filter((action) => action.allowed(visit));
  if (offered.length === 0) return raw('');
  return html`<section aria-labelledby="actions"><h2 class="ds-heading" data-size="xs" id="actions">${visit.words.actions.title}</h2><div class="ds-card">${offered.map((action) => actionForm(visit, action, showing))}</div></section>`;
}

function actionForm(visit: Visit, action: Action, showing: Showing): Html {
  const sent = showing.action === action.name;
  const form = sent ? (showing.form ?? emptyForm) : emptyForm;
  const look = sent ? showing.look : undefined;
  return html`<details class="ds-details act" id="do-${action.name}"${sent ? raw(' open') : ''}><summary>${action.title(visit)}</summary><div class="inside"><form method="post" action="${here(visit)}?do=${action.name}#do-${action.name}" novalidate${
    action.multipart ? raw(' enctype="multipart/form-data"') : ''
  }>${look === undefined ? '' : html`<div class="ds-alert" data-color="warning" role="alert"><h3 class="ds-heading" data-size="2xs">${visit.words.actions.follows}</h3>${look.html}<p>${visit.words.actions.onceMore}</p></div>${hiddenField('looked', look.mark)}`}${action.fields(visit, form)}${action.buttons(visit, form)}</form></div></details>`;
}

/** The calculation for any last day, before anybody decides anything: a GET with a query, and no change. */
function ifYouLeft(visit: Visit, request: Request): Html {
  const { mobility, words } = visit;
  const { ifYouLeft: w, lastDay } = words.actions;
  if (mobility.state !== 'signed' || mobility.confirmed) return raw('');
  const asked = request.query.get('left');
  const values: Values = asked === null ? {} : { left: [asked] };
  const problem = asked === null ? undefined : dayProblem(visit, asked);
  const errors: Errors = problem === undefined ? new Map() : new Map([['left', problem]]);
  const answer =
    asked === null || problem !== undefined ? raw('') : html`<div role="status">${consequences(visit, asked)}</div>`;
  return html`<section class="ds-card" aria-labelledby="leave"><h2 class="ds-heading" data-size="xs" id="leave">${w.title}</h2><form method="get" action="${here(visit)}#leave" novalidate>${input(
    { values, errors },
    {
      name: 'left',
      label: lastDay.day,
      hint: w.hint,
      type: 'date',
      look: 'short',
      initial: mobility.stay.planned.end,
    },
  )}<div class="buttons"><button class="ds-button" data-variant="secondary">${w.button}</button></div></form>${answer}</section>`;
}

function dayProblem({ mobility, words }: Visit, day: string): string | undefined {
  if (!isIsoDate(day)) return words.form.notDate('2025-10-15');
  return day < mobility.stay.planned.start ? words.actions.ifYouLeft.beforeStay : undefined;
}

/** Does one of the actions. */
export async function actOnStatus(visit: Visit, request: Request): Promise<Reply> {
  const name = request.query.get('do') ?? '';
  const action = actions.find((candidate) => candidate.name === name);
  const { actions: w } = visit.words;
  if (!action) return pageReply(messagePage(w.unknown.title, [w.unknown.todo], undefined, visit.language), 404);
  if (!action.allowed(visit)) return showStatus(visit, request, { general: [w.gone], status: 409 });
  const sent = await read(visit, action, request);
  if (sent instanceof HttpError) {
    const errors = new Map([[`${action.name}-file`, sent.message]]);
    return showStatus(visit, request, { action: name, form: { values: {}, errors }, status: sent.status });
  }
  const outcome = await action.act(visit, sent);
  const form = { values: { ...sent.values, code: [], [`${action.name}-code`]: [] }, errors: new Map() };
  switch (outcome.kind) {
    case 'done':
      if (outcome.done !== 'code') return seeOther(`${here(visit)}?done=${outcome.done}`);
      return showStatus(await again(visit), request, {
        action: name,
        form,
        notice: html`<div class="ds-alert" data-color="info" role="status"><p>${w.dones.code}</p></div>`,
      });
    case 'wrong':
      return showStatus(await again(visit), request, {
        action: name,
        form: { ...form, errors: outcome.errors },
        status: outcome.status ?? 422,
      });
    case 'refused':
      return showStatus(await again(visit), request, {
        action: name,
        form,
        general: [outcome.sentence],
        status: outcome.status ?? 422,
      });
    case 'look':
      return showStatus(visit, request, { action: name, form, look: outcome });
  }
}

async function read({ words }: Visit, action: Action, request: Request): Promise<Sent | HttpError> {
  if (!action.multipart || !isMultipart(request)) return { values: readForm(request) };
  try {
    return await readMultipart(request, words.form.file);
  } catch (error) {
    if (error instanceof HttpError) return error;
    throw error;
  }
}
