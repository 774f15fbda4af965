import { kept, paid, repaid, waived, writtenOff } from '../../mobility/balance.ts';
import { type Money, subtract } from '../../money/money.ts';
import { type AmountLine, type Block, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { dueDate, firstName, present, rateSentence, stayFacts, workingOf } from '../templates/parts.ts';

/** The final calculation, and the end. */
export const settlement = {
  'settlement-statement': (view: MailView): MailContent => {
    const { settlement: settled, confirmed, stay } = view.mobility;
    if (!settled) throw new Error(`A settlement statement was asked for, but ${view.mobility.id} is not settled.`);
    const amount = view.say.money(settled.amount);
    const payBy = dueDate(view, 'payBy', 'balance-duty');
    const ending = {
      balance: {
        subject: `Final calculation: you get another ${amount}`,
        heading: `You get another ${amount}`,
        next: `The rest is paid to your account${payBy === undefined ? '' : ` by ${payBy} at the latest`}.`,
        todo: 'Nothing. Check the calculation; if something is wrong, reply to this mail.',
      },
      settled: {
        subject: 'Final calculation: nothing more to pay on either side',
        heading: 'Nothing more to pay on either side',
        next: 'You have got exactly what you are entitled to.',
        todo: 'Nothing. Check the calculation; if something is wrong, reply to this mail.',
      },
      recovery: {
        subject: `Final calculation: ${amount} has to be paid back`,
        heading: `${amount} has to be paid back`,
        next: 'You will get a separate demand with the account, the reference number and the date.',
        todo: 'Pay nothing yet. Check the calculation; if something is wrong, reply to this mail before the demand comes.',
      },
    }[settled.outcome];
    return {
      subject: ending.subject,
      heading: ending.heading,
      greet: firstName(view),
      blocks: present(
        text(
          view.mobility.earlierSettlements
            ? 'Your grant has been calculated anew. This calculation replaces the one before; what was paid and paid back stays.'
            : 'Your grant has been calculated on the confirmed dates.',
        ),
        difference(view),
        confirmed?.period ? stayFacts(view, confirmed.period) : text('No day of the stay has been confirmed.'),
        confirmed?.period &&
          (confirmed.period.start !== stay.planned.start || confirmed.period.end !== stay.planned.end) &&
          text(`Planned was ${view.say.period(stay.planned)}.`),
        workingOf(view, 'What you are entitled to', settled.assessment),
        { kind: 'facts', title: 'What follows', rows: [['Calculation', settled.working]] },
        text(ending.next),
        rateSentence(view) !== undefined &&
          settled.outcome === 'balance' &&
          text(`Exchange rate: ${rateSentence(view)}`),
      ),
      todo: ending.todo,
      action: 'See the calculation',
    };
  },

  'case-closed': (view: MailView): MailContent => ({
    subject: 'Your Erasmus+ grant is settled',
    heading: 'Your grant is settled',
    greet: firstName(view),
    blocks: present(text('Everything that was to be paid has been paid, on both sides.'), account(view)),
    todo: 'Nothing. Keep this mail for your papers.',
    action: 'See the whole history',
  }),
} as const;

/** How a calculation differs from the one that it replaces, and why. */
function difference({ mobility, say }: MailView): Block | undefined {
  const before = mobility.earlierSettlements?.at(-1);
  const now = mobility.settlement?.entitlement;
  if (!before || !now) return undefined;
  const change = subtract(now, before.settlement.entitlement);
  const { correction } = before;
  return {
    kind: 'facts',
    title: 'What has changed',
    rows: [
      ['Grant so far', say.money(before.settlement.entitlement)],
      ['Grant now', say.money(now)],
      ['Difference', say.money(change)],
      ...(correction ? [['Why', correction.reason] as const] : []),
    ],
  };
}

/** Paid − repaid − waived − written off = entitlement, printed as such (design.md §1.1). */
function account(view: MailView): Block {
  const { mobility } = view;
  const minus = (label: string, amount: Money): AmountLine[] =>
    amount.minor === 0 ? [] : [{ label, amount: { ...amount, minor: -amount.minor } }];
  return {
    kind: 'amounts',
    title: 'The whole grant',
    lines: [
      { label: 'Paid to you', amount: paid(mobility) },
      ...minus('Paid back by you', repaid(mobility)),
      ...minus('Waived', waived(mobility)),
      ...minus('Written off', writtenOff(mobility)),
    ],
    total: { label: 'Your grant', amount: kept(mobility) },
  };
}
