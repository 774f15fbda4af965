import type { ReturnPayment } from '../../../shared/mobility/case.ts';
import { failedBefore, findReturn } from '../../../shared/mobility/decide/overpayment.ts';
import { formatAccount } from '../../../shared/payments/accounts.ts';
import type { Visit } from '../context.ts';
import { claimTable } from '../views/claim.ts';
import { checkbox } from '../views/fields.ts';
import { html, raw } from '../views/layout.ts';
import { stateWord } from '../views/money.ts';
import { caseFacts, type Deed, nameField, readName } from './deed.ts';

/** A second person lets go what was paid in too much: design.md §5, four eyes. */
export const releaseReturn: Deed = {
  title: ({ words }) => words.decisions.corrections.giveBack.title,

  settled(visit) {
    const { common: w } = visit.words.decisions;
    const back = returnOf(visit);
    if (!back) return w.noPayment;
    return back.state === 'held' ? undefined : w.notHeld(stateWord(visit, back));
  },

  about(visit) {
    const back = returnOf(visit);
    if (!back) return html``;
    const { say, mobility, words } = visit;
    const { common, corrections } = words.decisions;
    const { giveBack: w } = corrections;
    return html`<div class="ds-card"><div class="figures"><div><span class="label">${w.amount}</span><p class="big">${say.money(back.local)}</p></div></div>
${caseFacts(visit, [
  [common.payment, back.id],
  [w.to, back.payeeName],
  [w.account, formatAccount(back.account)],
  [w.whose, back.to === 'payer' ? w.payers : w.participants],
])}${claimTable(visit)}</div>${
      failedBefore(mobility, back)
        ? html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">${w.refused}</h2><p>${w.askFirst}</p></div>`
        : raw('')
    }`;
  },

  fields: (visit, form) =>
    html`${checkbox(form, {
      name: 'checked',
      label: visit.words.decisions.corrections.giveBack.compared,
    })}${nameField(visit, form)}`,
  button: ({ words }) => words.decisions.corrections.giveBack.button,
  basis: (visit) => [returnOf(visit)?.id, returnOf(visit)?.account, visit.mobility.participant.account],

  read(fields, visit) {
    if (!fields.ticked('checked')) fields.fail('checked', visit.words.decisions.common.notCompared);
    return { type: 'release-return', payment: returnOf(visit)?.id ?? '', by: readName(fields, visit) };
  },
  outcome: ({ words }, command) =>
    command.type === 'release-return' ? words.decisions.corrections.giveBack.released(command.by) : '',
};

const returnOf = ({ mobility, link }: Visit): ReturnPayment | undefined =>
  findReturn(mobility, String(link.subject.payment ?? ''));
