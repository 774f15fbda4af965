import { one, readForm, type Values } from '../../../functions/pages/form.ts';
import { HttpError, type Reply, type Request, seeOther } from '../../../functions/pages/http.ts';
import { emptyForm, input, select } from '../../../functions/pages/views/fields.ts';
import type { Money } from '../../../shared/money/money.ts';
import { formatForPeople, parseDecimal } from '../../../shared/money/money.ts';
import { BankRefusal } from '../bank/bank.ts';
import { type AccountView, type Behaviour, behaviours, type FileView } from '../bank/types.ts';
import { incomingKey, outgoingKey } from '../bank-gate.ts';
import type { Host } from '../host.ts';
import { readObject } from '../storage.ts';
import { statementsForm } from './bank-statements.ts';
import { type Html, html, localReply, moment, table } from './layout.ts';
import type { Route } from './route.ts';

const words: Readonly<Record<Behaviour, string>> = {
  pay: 'pays',
  reject: 'rejects: no such account',
  return: 'pays, and gives the money back three days later',
  silent: 'takes it and never answers',
  twice: 'pays once, and reports everything twice',
};

const say = (amount: Money): string => formatForPeople(amount, 'en');

/** `/local/bank`: the pretend bank from the inside, with what makes it misbehave and what a participant pays back. */
async function show(host: Host): Promise<Reply> {
  const accounts = host.bank.accounts();
  const body = html`<p>The bank takes payment files at once, answers after ten minutes, books on the next business morning and
credits what is paid in at the next full or half hour: <a class="ds-link" href="/local/clock">move the clock</a> to see it work.</p>
${table(
  'Payments',
  ['Payee', 'Account', 'Amount', 'State', 'Identity'],
  host.bank
    .instructions()
    .map((i) => [i.payee, i.account, say(i.amount), i.reason ? `${i.state}, ${i.reason}` : i.state, i.endToEndId]),
)}
${payInForm(host)}
<h2 class="ds-heading" data-size="xs">Accounts</h2>
<p>What shall happen to payments to an account? This counts from the next step on.</p>
${table('Accounts', ['Account', 'Owner', 'Balance', 'What the bank does'], accounts.map(accountRow))}
${behaviourForm()}
${statementsForm(host)}
<h2 class="ds-heading" data-size="xs">Files</h2>
${table(
  'Files',
  ['When', 'Way', 'File'],
  host.bank
    .files()
    .toReversed()
    .map((file) => fileRow(host, file)),
)}`;
  return localReply(host, 'Pretend bank', body);
}

function accountRow(account: AccountView): readonly (string | Html)[] {
  const balances = account.balances.map((balance) => say(balance)).join(', ') || '–';
  const number = html`<a class="ds-link" href="/local/bank/accounts/${account.account}">${account.account}</a>`;
  return [number, account.institution ?? account.owner, balances, words[account.behaviour]];
}

function fileRow(host: Host, { at, direction, institution, name, done }: FileView): readonly (string | Html)[] {
  const key = direction === 'sent' ? incomingKey(institution, name) : outgoingKey(institution, name);
  const link = done
    ? html`<a class="ds-link" href="/local/bank/file?key=${encodeURIComponent(key)}">${name}</a>`
    : html`${name} (due)`;
  return [moment(host, at), direction === 'sent' ? 'from the bank' : 'to the bank', link];
}

function payInForm(host: Host): Html {
  const institutions = host.rules.institutions();
  return html`<h2 class="ds-heading" data-size="xs">Pay in</h2><p>What a participant does in their own bank when they repay: the KID stands in the demand.</p>
<form class="ds-card" method="post" action="/local/bank/pay-in"><div class="pair">
${select(emptyForm, { name: 'institution', label: 'To', options: institutions.map(({ id, shortName }) => ({ value: id, label: shortName })) })}
${input(emptyForm, { name: 'kid', label: 'KID', inputmode: 'numeric', autocomplete: 'off' })}
${input(emptyForm, { name: 'amount', label: `Amount in ${institutions[0]?.bank.currency ?? 'NOK'}`, hint: 'For example 1000.00.' })}
${input(emptyForm, { name: 'payer', label: 'Payer', initial: 'Kari Nordmann' })}
</div><div class="buttons"><button class="ds-button">Pay in</button></div></form>`;
}

function behaviourForm(): Html {
  return html`<form class="ds-card" method="post" action="/local/bank/behaviour"><div class="pair">
${input(emptyForm, { name: 'account', label: 'Account', autocomplete: 'off' })}
${select(emptyForm, { name: 'behaviour', label: 'The bank', options: behaviours.map((b) => ({ value: b, label: words[b] })) })}
</div><div class="buttons"><button class="ds-button">Set</button></div></form>`;
}

/** `/local/bank/accounts/{account}`: its movements. */
async function account(host: Host, { params }: Request): Promise<Reply> {
  const number = params.account ?? '';
  const rows = host.bank
    .movements(number)
    .map((m) => [
      moment(host, m.at),
      `${m.direction === 'debit' ? '−' : '+'}${say(m.amount)}`,
      `${m.counterName} ${m.counterAccount}`,
      [m.kid && `KID ${m.kid}`, m.text, m.endToEndId, m.returnReason && `returned: ${m.returnReason}`]
        .filter(Boolean)
        .join(' · '),
    ]);
  return localReply(host, `Account ${number}`, table('Movements', ['When', 'Amount', 'With', 'What'], rows));
}

/** `/local/bank/file?key=…`: a file as it was written. */
async function file(host: Host, { query }: Request): Promise<Reply> {
  const object = host.objects.find(host.bucket, query.get('key') ?? '');
  if (!object?.key.startsWith('bank/'))
    throw new HttpError(404, 'There is no such file', 'Choose one from the bank’s list.');
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { status: 200, headers, body: await readObject(host.objects, object) };
}

async function payIn(host: Host, request: Request): Promise<Reply> {
  const form = readForm(request);
  const institution = one(form, 'institution');
  const currency = host.rules.institution(institution)?.bank.currency ?? 'NOK';
  const kid = one(form, 'kid').replaceAll(' ', '');
  return obey(host, () => {
    host.bank.payIn({
      institution,
      amount: amountOf(form, currency),
      payerName: one(form, 'payer'),
      ...(kid ? { kid } : {}),
    });
  });
}

async function setBehaviour(host: Host, request: Request): Promise<Reply> {
  const form = readForm(request);
  const wanted = behaviours.find((b) => b === one(form, 'behaviour')) ?? 'pay';
  return obey(host, () => host.bank.setBehaviour(one(form, 'account'), wanted));
}

function amountOf(form: Values, currency: string): Money {
  try {
    return parseDecimal(one(form, 'amount').replaceAll(' ', ''), currency);
  } catch (error) {
    throw new HttpError(422, 'This is no amount', error instanceof Error ? error.message : String(error));
  }
}

function obey(host: Host, order: () => void): Reply {
  try {
    order();
  } catch (error) {
    if (error instanceof BankRefusal) throw new HttpError(422, 'The bank says no', error.message);
    throw error;
  }
  host.nudge();
  return seeOther('/local/bank');
}

export const bankRoutes: readonly Route[] = [
  { path: '/local/bank', get: show },
  { path: '/local/bank/accounts/{account}', get: account },
  { path: '/local/bank/file', get: file },
  { path: '/local/bank/pay-in', get: show, post: payIn },
  { path: '/local/bank/behaviour', get: show, post: setBehaviour },
];
