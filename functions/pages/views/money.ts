import type { Assessment, Instalment } from '../../../shared/grant/types.ts';
import { lineName } from '../../../shared/language/lines.ts';
import type { Say } from '../../../shared/language/say.ts';
import { glued } from '../../../shared/mail/format.ts';
import { convert } from '../../../shared/money/exchange.ts';
import { type Money, sum } from '../../../shared/money/money.ts';
import type { Tranche } from '../../../shared/rulebook/types.ts';
import { type Html, html } from './layout.ts';

/** `2 120.00 EUR`, kept on one line. */
export function amount(say: Say, money: Money): Html {
  return html`<span class="number">${say.money(money)}</span>`;
}

/** An assessment line by line: what, how it is worked out, where the rule stands, how much; and the sum. */
export function workingTable(say: Say, caption: string, assessment: Assessment): Html {
  return html`<table class="ds-table"><caption>${caption}</caption><thead class="ds-sr-only"><tr><th scope="col">What</th><th scope="col">Amount</th></tr></thead><tbody>${assessment.lines.map(
    (line) =>
      html`<tr><td>${lineName('en', line.code)}<span class="working">${glued(line.working)}</span><span class="working">Source: ${line.source}</span></td><td class="money">${say.money(line.amount)}</td></tr>`,
  )}</tbody><tfoot><tr><th scope="row">Total</th><td class="money">${say.money(assessment.total)}</td></tr><tr><td colspan="2" class="quiet">Worked out by version ${assessment.rulebook} of the rules.</td></tr></tfoot></table>`;
}

/** What is paid when, in euro and — once a rate is known — in local currency. */
export function instalmentTable(say: Say, instalments: readonly Instalment[], exchange?: Tranche): Html {
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
  return html`<table class="ds-table"><caption>How it is paid</caption><thead class="ds-sr-only"><tr><th scope="col">Part</th><th scope="col">Amount</th></tr></thead><tbody>${instalments.map(
    (instalment) =>
      html`<tr><td>${instalment.share}<span class="working">${instalment.when}</span></td><td class="money">${say.money(instalment.amount)}${local(instalment.amount)}</td></tr>`,
  )}</tbody><tfoot><tr><th scope="row">Total</th><td class="money">${say.money(total)}${local(total)}</td></tr></tfoot></table>`;
}

/** The rate as a sentence; nothing where the euro itself is paid out. */
export function rateSentence(say: Say, exchange: Tranche): string {
  if (exchange.currency === 'EUR') return '';
  return `1 EUR = ${exchange.rate} ${exchange.currency}, the rate of ${say.date(exchange.date)} (${exchange.evidence}).`;
}

/** A calculation in words, as a paragraph. */
export const workingText = (working: string): Html => html`<p>${glued(working)}</p>`;

/** A label and its value; undefined is left out. */
export type FactRow = readonly [label: string, value: string | Html] | undefined;

/** Labels and values, one below the other on a narrow screen. */
export function factList(rows: readonly FactRow[]): Html {
  return html`<dl class="facts">${rows.map((row) =>
    row === undefined ? '' : html`<div><dt>${row[0]}</dt><dd>${row[1]}</dd></div>`,
  )}</dl>`;
}
