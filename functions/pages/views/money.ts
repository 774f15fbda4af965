import { documentWords } from '../../../shared/documents/language.ts';
import type { Assessment, Instalment } from '../../../shared/grant/types.ts';
import { lineName } from '../../../shared/language/lines.ts';
import type { Say } from '../../../shared/language/say.ts';
import { glued } from '../../../shared/mail/format.ts';
import { convert } from '../../../shared/money/exchange.ts';
import { type Money, sum } from '../../../shared/money/money.ts';
import { maskAccount } from '../../../shared/payments/accounts.ts';
import type { PayeeAccount } from '../../../shared/payments/types.ts';
import type { Tranche } from '../../../shared/rulebook/types.ts';
import type { Reader } from '../reader.ts';
import { type Html, html, type Look, tag } from './layout.ts';

/** `2 120.00 EUR`, kept on one line. */
export function amount(say: Say, money: Money): Html {
  return html`<span class="number">${say.money(money)}</span>`;
}

/** Where money goes, for somebody who need not see all of it: of an account the last four characters, of a unit its cost centre. */
export function accountShown({ language }: Reader, account: PayeeAccount): string {
  return 'costCentre' in account
    ? documentWords(language).costCentre(account.costCentre, account.unit)
    : maskAccount(account);
}

/** An assessment line by line: what, how it is worked out, where the rule stands, how much; and the sum. */
export function workingTable({ language, words, say }: Reader, caption: string, assessment: Assessment): Html {
  const { money: w } = words;
  return html`<table class="ds-table"><caption>${caption}</caption><thead class="ds-sr-only"><tr><th scope="col">${w.what}</th><th scope="col">${w.amount}</th></tr></thead><tbody>${assessment.lines.map(
    (line) =>
      html`<tr><td>${lineName(language, line.code)}<span class="working">${glued(line.working)}</span><span class="working">${w.source}: ${line.source}</span></td><td class="money">${say.money(line.amount)}</td></tr>`,
  )}</tbody><tfoot><tr><th scope="row">${w.total}</th><td class="money">${say.money(assessment.total)}</td></tr><tr><td colspan="2" class="quiet">${w.rules(assessment.rulebook)}</td></tr></tfoot></table>`;
}

/** What is paid when, in euro and — once a rate is known — in local currency. */
export function instalmentTable({ words, say }: Reader, instalments: readonly Instalment[], exchange?: Tranche): Html {
  const local = (money: Money): Html | string =>
    exchange === undefined || exchange.currency === money.currency
      ? ''
      : html`<span class="working">${say.money(convert(money, exchange.rate, exchange.currency))}</span>`;
  const [first] = instalments;
  if (!first) return html``;
  const total = sum(
    instalments.map((instalment) => instalment.amount),
    first.amount.currency,
  );
  const { money: w } = words;
  return html`<table class="ds-table"><caption>${w.howPaid}</caption><thead class="ds-sr-only"><tr><th scope="col">${w.part}</th><th scope="col">${w.amount}</th></tr></thead><tbody>${instalments.map(
    (instalment) =>
      html`<tr><td>${instalment.share}<span class="working">${instalment.when}</span></td><td class="money">${say.money(instalment.amount)}${local(instalment.amount)}</td></tr>`,
  )}</tbody><tfoot><tr><th scope="row">${w.total}</th><td class="money">${say.money(total)}${local(total)}</td></tr></tfoot></table>`;
}

/** The rate as a sentence; undefined where nothing is exchanged. */
export function rateSentence({ words, say }: Reader, exchange: Tranche | undefined): string | undefined {
  if (exchange === undefined || exchange.currency === 'EUR') return undefined;
  return words.money.rate(say.decimal(exchange.rate), exchange.currency, say.date(exchange.date), exchange.evidence);
}

/** A working in one paragraph. */
export const workingText = (working: string): Html => html`<p>${glued(working)}</p>`;

/** Where a payment is, in a word or two, and how it is marked. */
export function stateTag(reader: Reader, payment: StateOf): Html {
  return tag(stateWord(reader, payment), looks[payment.state] ?? '');
}

/** A payment to a unit is taken by a finance system and no bank. */
export function stateWord({ words }: Reader, { state, account }: StateOf): string {
  const { states, voucherStates } = words.money;
  const named: Readonly<Record<string, string>> = 'costCentre' in account ? { ...states, ...voucherStates } : states;
  return named[state] ?? state;
}

interface StateOf {
  readonly state: string;
  readonly account: object;
}

const looks: Readonly<Record<string, Look>> = {
  held: 'wait',
  ready: 'wait',
  booked: 'good',
  rejected: 'bad',
  returned: 'bad',
};

/** A label and its value; undefined is left out. */
export type FactRow = readonly [label: string, value: string | Html] | undefined;

/** Labels and values, one below the other on a narrow screen. */
export function factList(rows: readonly FactRow[]): Html {
  return html`<dl class="facts">${rows.map((row) =>
    row === undefined ? '' : html`<div><dt>${row[0]}</dt><dd>${row[1]}</dd></div>`,
  )}</dl>`;
}
