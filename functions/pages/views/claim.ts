import { restOf } from '../../../shared/claims/amounts.ts';
import { planOf } from '../../../shared/claims/instalments.ts';
import { claimOpen } from '../../../shared/mobility/decide/repayment.ts';
import type { Money } from '../../../shared/money/money.ts';
import type { Visit } from '../context.ts';
import { type Html, html } from './layout.ts';

/** A claim with every credit against it, in euro and local currency, and what is left. */
export function claimTable(visit: Visit): Html {
  const { mobility, say, words } = visit;
  const { claim } = mobility;
  const { claim: w, what } = words.money;
  if (!claim) return html``;
  const rest = restOf(claim);
  const minus = (money: Money) => say.money({ ...money, minor: -money.minor });
  const row = (label: string, amount: string, local: string) =>
    html`<tr><td data-label="">${label}</td><td data-label="Euro" class="money">${amount}</td><td data-label="${claim.local.currency}" class="money">${local}</td></tr>`;
  return html`<table class="ds-table stack"><caption>${w.title}</caption><thead><tr><th scope="col">${what}</th><th scope="col" class="money">Euro</th><th scope="col" class="money">${claim.local.currency}</th></tr></thead><tbody>
${row(w.demanded, say.money(claim.amount), say.money(claim.local))}
${claim.credits.map((credit) => row(w.received(say.date(credit.date)), minus(credit.amount), minus(credit.local)))}
${claim.waived ? row(w.waived, minus(claim.waived), '') : ''}${claim.writtenOff ? row(w.writtenOff, minus(claim.writtenOff), '') : ''}${claim.cancelled ? row(w.cancelled, minus(claim.cancelled), '') : ''}
</tbody><tfoot><tr><th scope="row" data-label="">${w.left}</th><td data-label="Euro" class="money">${say.money(rest)}</td><td data-label="${claim.local.currency}" class="money">${rest.minor === 0 ? '' : say.money(claimOpen(claim))}</td></tr></tfoot></table>${plan(visit)}`;
}

/** The agreed parts: what of each is still to come. */
function plan({ mobility, say, words }: Visit): Html {
  const { claim: w, part: partWord } = words.money;
  const parts = mobility.claim ? planOf(mobility.claim) : [];
  if (parts.length === 0) return html``;
  return html`<table class="ds-table stack"><caption>${w.plan}</caption><thead><tr><th scope="col">${w.by}</th><th scope="col" class="money">${partWord}</th><th scope="col" class="money">${w.toCome}</th></tr></thead><tbody>${parts.map(
    (part) =>
      html`<tr><td data-label="${w.by}">${say.date(part.due)}</td><td data-label="${partWord}" class="money">${say.money(part.local)}</td><td data-label="${w.toCome}" class="money">${part.open.minor === 0 ? w.paid : say.money(part.open)}</td></tr>`,
  )}</tbody></table>`;
}
