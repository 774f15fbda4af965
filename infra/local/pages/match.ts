import { FieldReader, one, readForm, type Values } from '../../../functions/pages/form.ts';
import { type Reply, type Request, seeOther } from '../../../functions/pages/http.ts';
import { emptyForm, type FormState, hiddenField, input, radios } from '../../../functions/pages/views/fields.ts';
import { errorSummary } from '../../../functions/pages/views/layout.ts';
import { openTasks } from '../../../shared/mobility/tasks.ts';
import { formatForPeople, type Money } from '../../../shared/money/money.ts';
import { closeCredit, lookAtMatch, type Match, matchCredit } from '../../../shared/payments/match.ts';
import type { Host } from '../host.ts';
import { type Html, html, localReply, table } from './layout.ts';
import type { Route } from './route.ts';

/** `/local/tasks/{institution}/{task}`: money that came in without a KID is given to a case, or closed as sent back. */
async function show(host: Host, { params }: Request): Promise<Reply> {
  return page(host, params, emptyForm);
}

async function page(
  host: Host,
  params: Request['params'],
  form: FormState,
  look?: Match,
  general: readonly string[] = [],
): Promise<Reply> {
  const { institution = '', task: id = '' } = params;
  const task = (await openTasks(host.store, institution)).find((one) => one.id === id);
  if (task?.kind !== 'unmatched-credit') {
    return localReply(host, 'A credit without a case', html`<p>This credit has been dealt with.</p>`);
  }
  const rows = Object.entries(task.data).map(([name, value]) => [name, value]);
  const body = html`${errorSummary(form.errors, general)}${table('The credit', ['What', 'Value'], rows)}
<form class="ds-card" method="post">${look ? html`${looked(look)}${hiddenField('looked', look.mobility.id)}` : ''}${radios(
    form,
    {
      name: 'choice',
      label: 'What is done with it',
      options: [
        { value: 'match', label: 'It belongs to a case', hint: 'What is too much of it goes back to the payer.' },
        { value: 'close', label: 'It has been sent back at the bank', hint: 'Nothing is booked here.' },
      ],
    },
  )}${input(form, { name: 'mobility', label: 'Reference of the case', look: 'short', optional: 'optional' })}${input(
    form,
    {
      name: 'by',
      label: 'Your name',
      hint: 'It is kept with the credit.',
    },
  )}<div class="buttons"><button class="ds-button">${look ? 'Book it' : 'Look'}</button></div></form>`;
  return localReply(host, 'A credit without a case', body, form.errors.size + general.length > 0 ? 422 : 200);
}

const say = (amount: Money): string => formatForPeople(amount, 'en');

/** The amount and who paid, beside the case that it would count for. */
function looked({ credit, mobility, counted }: Match): Html {
  const { givenName, familyName } = mobility.participant;
  return html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">This is what follows</h2><p>${say(credit.local)} of ${credit.date}, paid by ${
    credit.payer?.name ?? 'somebody whom the bank does not name'
  }, is given to the case ${mobility.id} of ${givenName} ${familyName}. ${say(counted)} count against the claim${
    counted.minor < credit.local.minor ? '; the rest is returned once a second person has let it go' : ''
  }.</p></div>`;
}

async function act(host: Host, request: Request): Promise<Reply> {
  const { institution = '', task = '' } = request.params;
  const values: Values = readForm(request);
  const fields = new FieldReader(values, 'en');
  const choice = fields.choice('choice', ['match', 'close'], 'Say what is done with the money.');
  const by = fields.text('by', 'Give your name.', 70);
  const mobility =
    choice === 'match' ? fields.text('mobility', 'Type the reference of the case.', 20).toUpperCase() : '';
  const form = { values, errors: fields.errors };
  if (form.errors.size > 0) return page(host, request.params, form);
  if (choice === 'close') {
    const done = await closeCredit(host, institution, task, `sent back at the bank, says ${by}`);
    return done
      ? seeOther('/local/tasks')
      : page(host, request.params, form, undefined, ['It is being given to a case.']);
  }
  const confirmed = one(values, 'looked') === mobility;
  const result = confirmed
    ? await matchCredit(host, institution, task, { mobility, by })
    : await lookAtMatch(host, institution, task, mobility);
  if (!result.ok) return page(host, request.params, form, undefined, [result.sentence]);
  return confirmed ? seeOther('/local/tasks') : page(host, request.params, form, result.match);
}

export const matchRoutes: readonly Route[] = [{ path: '/local/tasks/{institution}/{task}', get: show, post: act }];
