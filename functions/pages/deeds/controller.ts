import { demandInWords } from '../../../shared/claims/words.ts';
import { agreedAssessment, finalSettlement } from '../../../shared/documents/workings.ts';
import { bankReason } from '../../../shared/language/bank-reasons.ts';
import { holdInWords } from '../../../shared/language/holds.ts';
import { glued } from '../../../shared/mail/format.ts';
import type { Payment } from '../../../shared/mobility/case.ts';
import { paidToUnit, unitToDebit } from '../../../shared/mobility/decide/reversal.ts';
import { holdsOf } from '../../../shared/mobility/holds.ts';
import { formatAccount } from '../../../shared/payments/accounts.ts';
import type { Visit } from '../context.ts';
import { checkbox } from '../views/fields.ts';
import { html, raw } from '../views/layout.ts';
import { type FactRow, stateWord, workingTable, workingText } from '../views/money.ts';
import { caseFacts, type Deed, nameField, readName } from './deed.ts';

/** What a second person lets go, a payment or a demand: design.md §5, four eyes. */

export const releasePayment: Deed = {
  title: ({ words }) => words.decisions.payments.release.title,

  settled(visit) {
    const { common: w } = visit.words.decisions;
    const payment = heldPayment(visit);
    if (!payment) return w.noPayment;
    return payment.state === 'held' ? undefined : w.notHeld(stateWord(visit, payment));
  },

  about(visit) {
    const { mobility, say, words } = visit;
    const { common, payments } = words.decisions;
    const { release: w } = payments;
    const payment = heldPayment(visit);
    if (!payment) return html``;
    const settlement = mobility.settlement && finalSettlement(visit, mobility.settlement);
    const assessment =
      settlement?.assessment ?? agreedAssessment(visit, mobility.agreement?.assessment ?? mobility.assessment);
    return html`<div class="ds-card"><div class="figures"><div><span class="label">${w.toBePaid}</span><p class="big">${say.money(payment.local)}</p><p class="quiet">${say.money(payment.amount)}</p></div></div>
${caseFacts(visit, [
  [common.payment, payment.id],
  [w.purpose, payment.purpose === 'balance' ? w.rest : w.first],
  ['costCentre' in payment.account ? w.toUnit : w.toAccount, formatAccount(payment.account)],
  [w.whyHeld, whyHeld(visit, payment)],
])}</div>
<div class="ds-card"><h2 class="ds-heading" data-size="xs">${common.working}</h2>${workingTable(visit, settlement ? common.entitlement : w.agreed, assessment)}${
      settlement ? workingText(settlement.working) : raw('')
    }</div>`;
  },

  fields: (visit, form) =>
    html`${checkbox(form, {
      name: 'checked-working',
      label: visit.words.decisions.payments.release.compared,
    })}${nameField(visit, form)}`,

  button: ({ words }) => words.decisions.payments.release.button,
  basis: (visit) => [
    heldPayment(visit)?.id,
    heldPayment(visit)?.amount,
    heldPayment(visit)?.account,
    visit.mobility.hold?.reason,
  ],

  read(fields, visit) {
    if (!fields.ticked('checked-working')) fields.fail('checked-working', visit.words.decisions.common.notCompared);
    return { type: 'release-payment', payment: heldPayment(visit)?.id ?? '', by: readName(fields, visit) };
  },

  outcome: ({ words }, command) =>
    command.type !== 'release-payment' ? '' : words.decisions.payments.release.released(command.by),
};

function whyHeld({ mobility, say, institution, language }: Visit, payment: Payment): string {
  const above = say.money(institution.procedure.fourEyesAbove);
  const holds = holdsOf(mobility).filter((hold) => hold.payment === payment.id);
  return holds.map((hold) => holdInWords(hold, language, above)).join(' ');
}

/** The payment that the mail was about; never another one that happens to be on hold. */
function heldPayment({ mobility, link }: Visit): Payment | undefined {
  return mobility.payments.find((payment) => payment.id === link.subject.payment);
}

export const approveDemand: Deed = {
  title({ mobility, words }) {
    const { demand: w } = words.decisions.payments;
    return paidToUnit(mobility) ? w.titleUnit : w.title;
  },

  settled({ mobility, say, words }) {
    const { demand: w } = words.decisions.payments;
    const { claim } = mobility;
    if (!claim) return w.none;
    if (claim.state === 'awaiting-approval') return undefined;
    if (paidToUnit(mobility)) return w.voucherApproved;
    return claim.due === undefined ? w.sent : w.sentDue(say.date(claim.due));
  },

  about(visit) {
    const { mobility, say, institution, words, language } = visit;
    const { common, payments } = words.decisions;
    const { demand: w } = payments;
    const { claim, agreement } = mobility;
    if (!claim) return html``;
    const settlement = mobility.settlement && finalSettlement(visit, mobility.settlement);
    const local = say.money(claim.local);
    const demandFacts: readonly FactRow[] = [
      [w.kid, claim.kid],
      [w.due, w.dueDays(institution.procedure.repayment.dueDays)],
    ];
    return html`<div class="ds-card"><div class="figures"><div><span class="label">${paidToUnit(mobility) ? w.amountUnit : w.amount}</span><p class="big">${say.money(claim.amount)}</p><p class="quiet">${
      agreement ? w.atRate(local, say.decimal(agreement.exchange.rate)) : local
    }</p></div></div>${caseFacts(visit, [
      [w.confirmed, mobility.confirmed?.period ? say.period(mobility.confirmed.period) : common.none],
      [w.setOff, glued(`${demandInWords(claim, language)} ${w.noOther}`)],
      ...(paidToUnit(mobility) ? voucherFacts(visit) : demandFacts),
    ])}</div>${
      settlement
        ? html`<div class="ds-card"><h2 class="ds-heading" data-size="xs">${common.working}</h2>${workingTable(visit, common.entitlement, settlement.assessment)}${workingText(settlement.working)}</div>`
        : raw('')
    }`;
  },

  fields(visit, form) {
    const { demand: w } = visit.words.decisions.payments;
    const label = paidToUnit(visit.mobility) ? w.checkedUnit : w.checked;
    return html`${checkbox(form, { name: 'checked-working', label })}${nameField(visit, form)}`;
  },

  button: ({ words }) => words.decisions.payments.demand.button,
  basis: ({ mobility }) => [mobility.claim?.amount, mobility.claim?.kid, mobility.reversals?.at(-1)?.state],

  read(fields, visit) {
    if (!fields.ticked('checked-working'))
      fields.fail('checked-working', visit.words.decisions.payments.demand.notChecked);
    return { type: 'approve-demand', by: readName(fields, visit) };
  },

  outcome({ mobility, words }, command) {
    if (command.type !== 'approve-demand') return '';
    const { demand: w } = words.decisions.payments;
    return paidToUnit(mobility) ? w.approvedUnit(command.by) : w.approved(command.by);
  },
};

/** How it is taken back from a unit, and why an earlier voucher was refused. */
function voucherFacts({ mobility, words, language }: Visit): readonly FactRow[] {
  const { demand: w } = words.decisions.payments;
  const account = unitToDebit(mobility);
  const before = mobility.reversals?.at(-1);
  const refusal: FactRow = [
    w.refusedBefore,
    w.refusal(before ? formatAccount(before.account) : '', bankReason(before?.reason, language, true)),
  ];
  return [
    [w.how, w.byVoucher],
    [w.from, account ? formatAccount(account) : w.noCostCentre],
    ...(before?.state === 'rejected' ? [refusal] : []),
  ];
}
