import { openPayment } from '../../../shared/mobility/balance.ts';
import { mayBeHeld } from '../../../shared/mobility/decide/payout.ts';
import { textarea } from '../views/fields.ts';
import { html } from '../views/layout.ts';
import { stateWord } from '../views/money.ts';
import { caseFacts, type Deed, nameField, readName } from './deed.ts';

/**
 * The institution keeps back what is paid next in a case, for a reason of its own, or lets it go again. Reached from every
 * link of its people to the case, as often as they need it; both need the code.
 */
export const keepBack: Deed = {
  path: '/hold',
  needsCode: true,
  title: ({ mobility, words: { decisions } }) => (mobility.hold ? decisions.hold.titleHeld : decisions.hold.title),

  settled({ mobility, words }) {
    const { hold: w } = words.decisions;
    const { hold } = mobility;
    const payment = openPayment(mobility);
    if (hold && payment?.state === 'held') {
      return w.waits(hold.by, hold.reason, payment.id);
    }
    if (hold) return undefined;
    if (payment?.state === 'instructed' || payment?.state === 'accepted') {
      return w.left(payment.id);
    }
    return mayBeHeld(mobility) ? undefined : w.nothing;
  },

  about(visit) {
    const { mobility, say, words } = visit;
    const { hold: w, common } = words.decisions;
    const { hold } = mobility;
    const payment = openPayment(mobility);
    return html`<div class="ds-card">${caseFacts(visit, [
      payment
        ? [common.payment, `${payment.id}: ${say.money(payment.local)}, ${stateWord(visit, payment)}`]
        : [common.payment, w.noneUnderWay],
      hold ? [w.keptBy, `${hold.by}, ${say.moment(hold.at)}`] : undefined,
      hold ? [common.why, hold.reason] : undefined,
    ])}</div>`;
  },

  fields(visit, form) {
    const { hold: w, common } = visit.words.decisions;
    if (visit.mobility.hold) return nameField(visit, form, w.nameLift);
    const reason = textarea(form, { name: 'reason', label: common.why, hint: w.reasonHint });
    return html`${reason}${nameField(visit, form, w.nameKeep)}`;
  },

  button: ({ mobility, words: { decisions } }) => (mobility.hold ? decisions.hold.lift : decisions.hold.title),
  basis: ({ mobility }) => [mobility.hold?.at, openPayment(mobility)?.id, openPayment(mobility)?.state],

  read(fields, visit) {
    if (visit.mobility.hold) return { type: 'lift-hold', by: readName(fields, visit) };
    const reason = fields.lines('reason', visit.words.decisions.hold.reasonMissing, 500);
    return { type: 'hold-payment', reason, by: readName(fields, visit) };
  },

  // The link is not used up; the page itself says how things stand.
  outcome: () => '',
};
