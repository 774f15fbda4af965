import { restOf } from '../../../shared/claims/amounts.ts';
import { planOf } from '../../../shared/claims/instalments.ts';
import { claimOpen } from '../../../shared/mobility/decide/repayment.ts';
import type { Money } from '../../../shared/money/money.ts';
import type { Visit } from '../context.ts';
import { type Html, html } from './layout.ts';

/** A claim with every credit against it, in euro and local currency, and what is left. */
export function claimTable(visit: Visit): Html {
  const { mobility, say } = visit;
  const { claim } = mobility;
  if (!claim) return html``;
  const rest = restOf(claim);
  const minus = (money: Money) => say.money({ ...money, minor: -money.minor });
  const row = (label: string, amount: string, local: string) =>
    html`<tr><td data-label="">${label}</td><td data-label="Euro" class="money">${amount}</td><td data-label="${claim.local.currency}" class="money">${local}</td></tr>`;
  return html`<table class="ds-table stack"><caption>The claim</caption><thead><tr><th scope="col">What</th><th scope="col" class="money">Euro</th><th scope="col" class="money">${claim.local.currency}</th></tr></thead><tbody>
${row('Demanded', say.money(claim.amount), say.money(claim.local))}
${claim.credits.map((credit) => row(`Received ${say.date(credit.date)}`, minus(credit.amount), minus(credit.local)))}
${claim.waived ? row('Waived', minus(claim.waived), '') : ''}${claim.writtenOff ? row('Written off', minus(claim.writtenOff), '') : ''}${claim.cancelled ? row('Cancelled', minus(claim.cancelled), '') : ''}
</tbody><tfoot><tr><th scope="row" data-label="">Left</th><td data-label="Euro" class="money">${say.money(rest)}</td><td data-label="${claim.local.currency}" class="money">${rest.minor === 0 ? '' : say.money(claimOpen(claim))}</td></tr></tfoot></table>${plan(visit)}`;
}

/** The agreed parts: what of each is still to come. */
function plan({ mobility, say }: Visit): Html {
  const parts = mobility.claim ? planOf(mobility.claim) : [];
  if (parts.length === 0) return html``;
  return html`<table class="ds-table stack"><caption>The plan</caption><thead><tr><th scope="col">By</th><th scope="col" class="money">Part</th><th scope="col" class="money">Still to come</th></tr></thead><tbody>${parts.map(
    (part) =>
      html`<tr><td data-label="By">${say.date(part.due)}</td><td data-label="Part" class="money">${say.money(part.local)}</td><td data-label="Still to come" class="money">${part.open.minor === 0 ? 'paid' : say.money(part.open)}</td></tr>`,
  )}</tbody></table>`;
}
