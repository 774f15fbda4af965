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
  title: ({ mobility }) => (mobility.hold ? 'Payments are kept back' : 'Keep payments back'),

  settled({ mobility }) {
    const { hold } = mobility;
    const payment = openPayment(mobility);
    if (hold && payment?.state === 'held') {
      return `${hold.by} keeps payments back: ${hold.reason} Payment ${payment.id} waits for a second person, who was asked by mail to release it.`;
    }
    if (hold) return undefined;
    if (payment?.state === 'instructed' || payment?.state === 'accepted') {
      return `Payment ${payment.id} has left already. Call it back where it went; the next one can be kept back when this one is booked.`;
    }
    return mayBeHeld(mobility) ? undefined : 'Nothing is to be paid in this case that could be kept back.';
  },

  about(visit) {
    const { mobility, say } = visit;
    const { hold } = mobility;
    const payment = openPayment(mobility);
    return html`<div class="ds-card">${caseFacts(visit, [
      payment
        ? ['Payment', `${payment.id}: ${say.money(payment.local)}, ${stateWord(visit, payment)}`]
        : ['Payment', 'none is under way; the next one would be kept back'],
      hold ? ['Kept back by', `${hold.by}, ${say.moment(hold.at)}`] : undefined,
      hold ? ['Why', hold.reason] : undefined,
    ])}</div>`;
  },

  fields: ({ mobility }, form) =>
    mobility.hold
      ? nameField(form, 'Somebody else than who keeps the payments back.')
      : html`${textarea(form, {
          name: 'reason',
          label: 'Why',
          hint: 'Colleagues read it. The participant sees only that the payment is kept back until something has been looked into.',
        })}${nameField(form, 'A colleague has to let the payment go again.')}`,

  button: ({ mobility }) => (mobility.hold ? 'Let payments go again' : 'Keep payments back'),
  basis: ({ mobility }) => [mobility.hold?.at, openPayment(mobility)?.id, openPayment(mobility)?.state],

  read(fields, { mobility }) {
    if (mobility.hold) return { type: 'lift-hold', by: readName(fields) };
    const reason = fields.lines('reason', 'Say why the payment is kept back.', 500);
    return { type: 'hold-payment', reason, by: readName(fields) };
  },

  // The link is not used up; the page itself says how things stand.
  outcome: () => '',
};
