import { receivedOn } from '../claims/amounts.ts';
import { sum } from '../money/money.ts';
import { type DocumentBlock, type DocumentContent, type FactRow, facts, present, text } from './content.ts';
import { frame, payInRows } from './parts.ts';
import type { DocumentView } from './view.ts';

/** The letter that grants repayment in parts: each part with its day and amount, how to pay, and what ends the plan. */
export function repaymentPlan(view: DocumentView): DocumentContent {
  const { mobility, institution, words, say } = view;
  const { plan: w } = words;
  const { claim } = mobility;
  if (!claim?.plan) throw new Error(`A repayment plan of ${mobility.id} was asked for, but none has been agreed.`);
  const { parts } = claim.plan;
  const { currency } = claim.local;
  const total = sum(
    parts.map(({ local }) => local),
    currency,
  );
  const received = receivedOn(claim);
  const table: DocumentBlock = {
    kind: 'amounts',
    title: w.parts,
    workingHead: w.dueDay,
    rows: parts.map(({ due, local }, at) => ({ label: w.part(at + 1), working: say.date(due), amount: local })),
    total: { label: w.together, amount: total },
  };
  const standing = present<FactRow>(
    [w.demanded, say.money(claim.local)],
    received.minor !== 0 && [w.received, say.money(received)],
    [w.left, say.money(total)],
  );
  const [first] = parts;
  return {
    ...frame(
      view,
      'repayment-plan',
      w.title,
      w.lead(say.money(total), parts.length, say.date(first?.due ?? claim.due ?? view.at)),
    ),
    sections: [
      { heading: w.parts, blocks: [facts(...standing), table, text(words.demand.noInterest)] },
      { heading: words.demand.howToPay, blocks: [facts(...payInRows(view, claim)), text(w.sameNumber)] },
      {
        heading: w.conditions,
        blocks: [text(w.missed), text(w.early), text(w.trouble(institution.contacts.office.email))],
      },
    ],
  };
}
