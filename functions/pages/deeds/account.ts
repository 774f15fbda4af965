import { paidToUnit } from '../../../shared/mobility/decide/reversal.ts';
import { formatAccount, maskAccount } from '../../../shared/payments/accounts.ts';
import { radios } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import { stateWord } from '../views/money.ts';
import { caseFacts, type Deed, fullName, nameField, readName } from './deed.ts';

/** A second person approves a new account, or refuses it: design.md §5, four eyes. */
export const decideAccount: Deed = {
  title({ mobility, words }) {
    const { account: w } = words.decisions.payments;
    return paidToUnit(mobility) ? w.titleUnit : w.title;
  },

  settled: ({ mobility, words }) =>
    mobility.proposedAccount
      ? undefined
      : words.decisions.payments.account.settled(maskAccount(mobility.participant.account)),

  about(visit) {
    const { mobility, say, words } = visit;
    const { account: w } = words.decisions.payments;
    const unit = paidToUnit(mobility);
    const { proposedAccount, participant } = mobility;
    const failed = mobility.payments.findLast(
      (payment) => payment.state === 'rejected' || payment.state === 'returned',
    );
    return html`<div class="ds-card">${caseFacts(visit, [
      [unit ? w.soFarUnit : w.soFar, maskAccount(participant.account)],
      [unit ? w.newUnit : w.newOne, proposedAccount ? formatAccount(proposedAccount.account) : ''],
      [w.given, proposedAccount ? say.moment(proposedAccount.at) : ''],
      failed ? [words.decisions.common.why, w.failed(say.money(failed.local), stateWord(visit, failed))] : undefined,
    ])}</div>
<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">${w.makeSure}</h2><p>${(unit ? w.callUnit : w.call)(fullName(visit))}</p></div>`;
  },

  fields(visit, form) {
    const { account: w } = visit.words.decisions.payments;
    return html`${radios(form, {
      name: 'choice',
      label: visit.words.decisions.common.choice,
      options: [
        { value: 'approve', label: w.approve, hint: w.approveHint },
        { value: 'refuse', label: w.refuse, hint: w.refuseHint },
      ],
    })}${nameField(visit, form)}`;
  },

  button: ({ words }) => words.decisions.common.decide,
  basis: ({ mobility }) => [mobility.proposedAccount],

  read: (fields, visit) => ({
    type: 'decide-account',
    ...(visit.mobility.proposedAccount ? { account: visit.mobility.proposedAccount.account } : {}),
    approve:
      fields.choice('choice', ['approve', 'refuse'], visit.words.decisions.payments.account.choiceMissing) ===
      'approve',
    by: readName(fields, visit),
  }),

  outcome({ words }, command) {
    if (command.type !== 'decide-account') return '';
    const { account: w } = words.decisions.payments;
    return command.approve ? w.approved(command.by) : w.refused(command.by);
  },
};
