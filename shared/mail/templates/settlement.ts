import { finalSettlement } from '../../documents/workings.ts';
import { kept, paid, repaid, waived, writtenOff } from '../../mobility/balance.ts';
import { type Money, negate, subtract } from '../../money/money.ts';
import { type AmountLine, type Block, facts, type MailContent, text } from '../content.ts';
import type { MailView } from '../language.ts';
import { dueDate, firstName, present, rateSentence, said, stayFacts, workingOf } from './parts.ts';

/** The final calculation, and the end. */
export const settlement = {
  'settlement-statement': (view: MailView): MailContent => {
    const { settlement: recorded, confirmed, stay, earlierSettlements } = view.mobility;
    if (!recorded) throw new Error(`A settlement statement was asked for, but ${view.mobility.id} is not settled.`);
    const settled = finalSettlement(view, recorded);
    const { common } = view.words;
    const w = said(view, 'settlement');
    const ending = w[settled.outcome];
    const amount = view.say.money(settled.amount);
    const rate = settled.outcome === 'balance' ? rateSentence(view) : undefined;
    const period = confirmed?.period;
    const otherDates = period && (period.start !== stay.planned.start || period.end !== stay.planned.end);
    return {
      subject: ending.subject(amount),
      heading: ending.heading(amount),
      greet: firstName(view),
      blocks: present(
        text(earlierSettlements ? w.calculatedAnew : w.calculated),
        difference(view),
        period ? stayFacts(view, period) : text(w.noDay),
        otherDates && text(w.planned(view.say.period(stay.planned))),
        workingOf(view, w.entitled, settled.assessment),
        facts(w.whatFollows, [common.labels.calculation, settled.working]),
        text(ending.next(dueDate(view, 'payBy', 'balance-duty'))),
        rate !== undefined && text(common.exchangeRate(rate)),
      ),
      todo: ending.todo,
      action: w.seeCalculation,
    };
  },

  'case-closed': (view: MailView): MailContent => {
    const { closed: w } = view.words.settlement;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: firstName(view),
      blocks: [text(w.paid), account(view)],
      todo: w.todo,
      action: w.action,
    };
  },
} as const;

/** How a calculation differs from the one that it replaces, and why. */
function difference({ mobility, say, words }: MailView): Block | undefined {
  const before = mobility.earlierSettlements?.at(-1);
  const now = mobility.settlement?.entitlement;
  if (!before || !now) return undefined;
  const { settlement: w, common } = words;
  const { correction } = before;
  return facts(
    w.changed,
    [w.grantSoFar, say.money(before.settlement.entitlement)],
    [w.grantNow, say.money(now)],
    [w.difference, say.money(subtract(now, before.settlement.entitlement))],
    correction && [common.labels.why, correction.reason],
  );
}

/** Paid − repaid − waived − written off = entitlement, printed as such (design.md §1.1). */
function account(view: MailView): Block {
  const { mobility } = view;
  const { account: w } = said(view, 'settlement');
  const minus = (label: string, amount: Money): AmountLine[] =>
    amount.minor === 0 ? [] : [{ label, amount: negate(amount) }];
  return {
    kind: 'amounts',
    title: w.title,
    lines: [
      { label: w.paid, amount: paid(mobility) },
      ...minus(w.repaid, repaid(mobility)),
      ...minus(w.waived, waived(mobility)),
      ...minus(w.writtenOff, writtenOff(mobility)),
    ],
    total: { label: w.grant, amount: kept(mobility) },
  };
}
