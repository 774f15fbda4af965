import { repaid } from '../../../shared/mobility/balance.ts';
import { claimOpen } from '../../../shared/mobility/decide/repayment.ts';
import { type Money, subtract } from '../../../shared/money/money.ts';
import type { Visit } from '../context.ts';
import { type Html, html } from './layout.ts';

/** A claim with every credit against it, in euro and local currency, and what is left. */
export function claimTable({ mobility, say }: Visit): Html {
  const { claim } = mobility;
  if (!claim) return html``;
  const given = [claim.waived, claim.writtenOff].filter((amount) => amount !== undefined);
  const rest = [repaid(mobility), ...given].reduce((left, amount) => subtract(left, amount), claim.amount);
  const minus = (money: Money) => say.money({ ...money, minor: -money.minor });
  const row = (label: string, amount: string, local: string) =>
    html`<tr><td data-label="">${label}</td><td data-label="Euro" class="money">${amount}</td><td data-label="${claim.local.currency}" class="money">${local}</td></tr>`;
  return html`<table class="stack"><caption>The claim</caption><thead><tr><th scope="col">What</th><th scope="col" class="money">Euro</th><th scope="col" class="money">${claim.local.currency}</th></tr></thead><tbody>
${row('Demanded', say.money(claim.amount), say.money(claim.local))}
${claim.credits.map((credit) => row(`Received ${say.date(credit.date)}`, minus(credit.amount), minus(credit.local)))}
${claim.waived ? row('Waived', minus(claim.waived), '') : ''}${claim.writtenOff ? row('Written off', minus(claim.writtenOff), '') : ''}
</tbody><tfoot><tr><th scope="row" data-label="">Left</th><td data-label="Euro" class="money">${say.money(rest)}</td><td data-label="${claim.local.currency}" class="money">${rest.minor === 0 ? '' : say.money(claimOpen(claim))}</td></tr></tfoot></table>`;
}
