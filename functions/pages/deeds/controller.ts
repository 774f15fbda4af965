import { demandInWords } from '../../../shared/claims/words.ts';
import { bankReason } from '../../../shared/language/bank-reasons.ts';
import { holdInWords } from '../../../shared/language/holds.ts';
import { glued } from '../../../shared/mail/format.ts';
import type { Payment } from '../../../shared/mobility/case.ts';
import { paidToUnit, unitToDebit } from '../../../shared/mobility/decide/reversal.ts';
import { holdsOf } from '../../../shared/mobility/holds.ts';
import { formatAccount, maskAccount } from '../../../shared/payments/accounts.ts';
import type { Visit } from '../context.ts';
import { claimTable } from '../views/claim.ts';
import { checkbox, radios } from '../views/fields.ts';
import { html, raw } from '../views/layout.ts';
import { type FactRow, stateWord, workingTable, workingText } from '../views/money.ts';
import { caseFacts, type Deed, fullName, nameField, readName } from './deed.ts';

/** What a second person decides: design.md §5, four eyes. */

const keptName = 'It is kept with the decision.';

export const decideAccount: Deed = {
  title: (visit) => `A new ${placeOf(visit)} waits for a second person`,

  settled: ({ mobility }) =>
    mobility.proposedAccount
      ? undefined
      : `No new account waits for a decision. Payments go to the account ${maskAccount(mobility.participant.account)}.`,

  about(visit) {
    const { mobility, say } = visit;
    const { proposedAccount, participant } = mobility;
    const failed = mobility.payments.findLast(
      (payment) => payment.state === 'rejected' || payment.state === 'returned',
    );
    return html`<div class="ds-card">${caseFacts(visit, [
      [paidToUnit(mobility) ? 'Unit so far' : 'Account so far', maskAccount(participant.account)],
      [
        paidToUnit(mobility) ? 'New unit' : 'New account',
        proposedAccount ? formatAccount(proposedAccount.account) : '',
      ],
      ['Given', proposedAccount ? say.moment(proposedAccount.at) : ''],
      failed ? ['Why', `A payment of ${say.money(failed.local)} ${stateWord(visit, failed)}.`] : undefined,
    ])}</div>
<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">Make sure that it was the participant</h2><p>${
      paidToUnit(mobility)
        ? `Call ${fullName(visit)} at a number you knew before, or compare with the list of cost centres of the unit.`
        : `Call ${fullName(visit)} at a number you knew before, or compare with a paper from the bank. Whoever holds somebody’s mailbox can give an account in their name.`
    }</p></div>`;
  },

  fields: (_visit, form) =>
    html`${radios(form, {
      name: 'choice',
      label: 'Your decision',
      options: [
        { value: 'approve', label: 'Approve the account', hint: 'What is due is paid there, by a new payment.' },
        { value: 'refuse', label: 'Refuse the account', hint: 'The participant is asked for another one.' },
      ],
    })}${nameField(form, keptName)}`,

  button: 'Decide',
  basis: ({ mobility }) => [mobility.proposedAccount],

  read: (fields, visit) => ({
    type: 'decide-account',
    ...(visit.mobility.proposedAccount ? { account: visit.mobility.proposedAccount.account } : {}),
    approve: fields.choice('choice', ['approve', 'refuse'], 'Choose whether you approve the account.') === 'approve',
    by: readName(fields),
  }),

  outcome: (_visit, command) =>
    command.type !== 'decide-account'
      ? ''
      : `${command.by} ${command.approve ? 'approved' : 'refused'} the new account.`,
};

export const releasePayment: Deed = {
  title: () => 'A payment waits for a second person',

  settled(visit) {
    const payment = heldPayment(visit);
    if (!payment) return 'There is no such payment.';
    if (payment.state === 'held') return undefined;
    return `This payment is not on hold any more: ${stateWord(visit, payment)}.`;
  },

  about(visit) {
    const { mobility, say } = visit;
    const payment = heldPayment(visit);
    if (!payment) return html``;
    const assessment = mobility.settlement?.assessment ?? mobility.agreement?.assessment ?? mobility.assessment;
    return html`<div class="ds-card"><div class="figures"><div><span class="label">To be paid</span><p class="big">${say.money(payment.local)}</p><p class="quiet">${say.money(payment.amount)}</p></div></div>
${caseFacts(visit, [
  ['Payment', payment.id],
  ['What for', payment.purpose === 'balance' ? 'The rest of the grant' : 'The first instalment'],
  ['costCentre' in payment.account ? 'To the unit' : 'To the account', formatAccount(payment.account)],
  ['Why a second person', whyHeld(visit, payment)],
])}</div>
<div class="ds-card"><h2 class="ds-heading" data-size="xs">The working</h2>${workingTable(visit, mobility.settlement ? 'Entitlement' : 'The agreed grant', assessment)}${
      mobility.settlement ? workingText(mobility.settlement.working) : raw('')
    }</div>`;
  },

  fields: (_visit, form) =>
    html`${checkbox(form, {
      name: 'checked-working',
      label: 'I have compared the payment with its working and the account.',
    })}${nameField(form, keptName)}`,

  button: 'Release the payment',
  basis: (visit) => [
    heldPayment(visit)?.id,
    heldPayment(visit)?.amount,
    heldPayment(visit)?.account,
    visit.mobility.hold?.reason,
  ],

  read(fields, visit) {
    if (!fields.ticked('checked-working'))
      fields.fail('checked-working', 'Tick the box to say that you have compared them.');
    return { type: 'release-payment', payment: heldPayment(visit)?.id ?? '', by: readName(fields) };
  },

  outcome: (_visit, command) => (command.type !== 'release-payment' ? '' : `${command.by} released the payment.`),
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
  title: ({ mobility }) =>
    paidToUnit(mobility)
      ? 'Taking back from a unit waits for a second person'
      : 'A repayment demand waits for a second person',

  settled({ mobility, say }) {
    const { claim } = mobility;
    if (!claim) return 'There is no demand.';
    if (claim.state === 'awaiting-approval') return undefined;
    if (paidToUnit(mobility)) return 'The voucher that takes it back was approved.';
    return `The demand was sent${claim.due === undefined ? '' : `; it is due on ${say.date(claim.due)}`}.`;
  },

  about(visit) {
    const { mobility, say, institution } = visit;
    const { claim, settlement, agreement } = mobility;
    if (!claim) return html``;
    const demandFacts: readonly FactRow[] = [
      ['Reference number (KID)', claim.kid],
      ['Due', `${institution.procedure.repayment.dueDays} days after it is sent`],
    ];
    return html`<div class="ds-card"><div class="figures"><div><span class="label">${paidToUnit(mobility) ? 'To be taken back' : 'To be demanded back'}</span><p class="big">${say.money(claim.amount)}</p><p class="quiet">${say.money(claim.local)}${
      agreement ? `, at ${agreement.exchange.rate}` : ''
    }</p></div></div>${caseFacts(visit, [
      ['Confirmed dates', mobility.confirmed?.period ? say.period(mobility.confirmed.period) : 'none'],
      ['Set-off', glued(`${demandInWords(claim, 'en')} Money of another grant of the participant is not set off.`)],
      ...(paidToUnit(mobility) ? voucherFacts(visit) : demandFacts),
    ])}</div>${
      settlement
        ? html`<div class="ds-card"><h2 class="ds-heading" data-size="xs">The working</h2>${workingTable(visit, 'Entitlement', settlement.assessment)}${workingText(settlement.working)}</div>`
        : raw('')
    }`;
  },

  fields: (visit, form) =>
    html`${checkbox(form, {
      name: 'checked-working',
      label: paidToUnit(visit.mobility)
        ? 'I have checked the calculation, and the voucher may be made.'
        : 'I have checked the calculation, and the demand may be sent.',
    })}${nameField(form, keptName)}`,

  button: 'Let it go out',
  basis: ({ mobility }) => [mobility.claim?.amount, mobility.claim?.kid, mobility.reversals?.at(-1)?.state],

  read(fields) {
    if (!fields.ticked('checked-working'))
      fields.fail('checked-working', 'Tick the box to say that you have checked it.');
    return { type: 'approve-demand', by: readName(fields) };
  },

  outcome: (visit, command) =>
    command.type !== 'approve-demand'
      ? ''
      : `${command.by} let ${paidToUnit(visit.mobility) ? 'the voucher' : 'the demand'} go out.`,
};

/** How it is taken back from a unit, and why an earlier voucher was refused. */
function voucherFacts({ mobility }: Visit): readonly FactRow[] {
  const account = unitToDebit(mobility);
  const before = mobility.reversals?.at(-1);
  const refusal: FactRow = [
    'Refused before',
    `The finance system refused a voucher on ${before ? formatAccount(before.account) : ''}, because ${bankReason(before?.reason, 'en', true)}. Put that right first.`,
  ];
  return [
    ['How', 'By a voucher in the accounts; the staff member gets no demand.'],
    ['From', account ? formatAccount(account) : 'The unit has to give another cost centre first.'],
    ...(before?.state === 'rejected' ? [refusal] : []),
  ];
}

const placeOf = ({ mobility }: Visit): string => (paidToUnit(mobility) ? 'cost centre' : 'account');

export const decideRelief: Deed = {
  title: () => 'Giving up a claim waits for a second person',

  settled: ({ mobility }) => (mobility.claim?.proposedRelief ? undefined : 'No proposal waits for a decision.'),

  about(visit) {
    const proposal = visit.mobility.claim?.proposedRelief;
    if (!proposal) return html``;
    return html`<p class="ds-paragraph" data-size="lg">${proposal.by} proposes to ${proposal.kind === 'waive' ? 'waive' : 'write off'} what is left of this claim.</p>
<div class="ds-card">${caseFacts(visit, [
      ['Why', proposal.reason],
      ['Evidence', proposal.evidence],
    ])}${claimTable(visit)}</div>`;
  },

  fields: (_visit, form) =>
    html`${radios(form, {
      name: 'choice',
      label: 'Your decision',
      options: [
        { value: 'approve', label: 'Give the rest up', hint: 'The participant is told, and the case is closed.' },
        { value: 'refuse', label: 'Keep the claim', hint: 'It stays open; the office decides again later.' },
      ],
    })}${nameField(form, 'It is kept with the decision. Whoever proposed it cannot decide.')}`,

  button: 'Decide',
  basis: ({ mobility }) => [mobility.claim?.proposedRelief, mobility.claim?.credits],

  read: (fields) => ({
    type: 'decide-relief',
    approve: fields.choice('choice', ['approve', 'refuse'], 'Choose whether the rest is given up.') === 'approve',
    by: readName(fields),
  }),

  outcome: (_visit, command) =>
    command.type !== 'decide-relief' ? '' : `${command.by} ${command.approve ? 'gave the rest up' : 'kept the claim'}.`,
};
