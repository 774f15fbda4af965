import type { Settlement } from '../grant/types.ts';
import { type Money, negate } from '../money/money.ts';
import {
  type AmountRow,
  type DocumentBlock,
  type DocumentContent,
  type FactRow,
  facts,
  present,
  text,
} from './content.ts';
import { keptRows } from './kept.ts';
import { agreementOf, frame, inLocal, stayRows, workingTable } from './parts.ts';
import type { DocumentView } from './view.ts';
import { finalSettlement } from './workings.ts';

/** The final calculation: days, entitlement line by line, what was paid, and what follows. */
export function settlementStatement(view: DocumentView): DocumentContent {
  const { mobility, institution, words } = view;
  const { statement: w, labels } = words;
  if (!mobility.settlement) throw new Error(`A statement of ${mobility.id} was asked for, but it is not settled.`);
  const settled = finalSettlement(view, mobility.settlement);
  const { outcome } = settled;
  const within = outcome === 'balance' ? ` ${w.within(institution.procedure.balanceDays)}` : '';
  return {
    ...frame(view, 'settlement-statement', w.title, w.leads[outcome]),
    sections: [
      { heading: w.stay, blocks: [facts(...dayRows(view, settled))] },
      { heading: w.entitlement, blocks: [workingTable(view, words.howWorkedOut, settled.assessment)] },
      {
        heading: w.result,
        blocks: [
          resultTable(view, settled),
          facts([labels.calculation, settled.working]),
          text(`${w.next[outcome]}${within}`),
          text(w.wrong),
        ],
      },
    ],
  };
}

function dayRows(view: DocumentView, { assessment }: Settlement): readonly FactRow[] {
  const { mobility, words } = view;
  const { daysOf } = words.statement;
  const { calculated, interruption, travel, nonFunded, funded, months } = assessment.days;
  const period = mobility.confirmed?.period;
  const some = (label: string, days: number): FactRow | undefined => (days === 0 ? undefined : [label, String(days)]);
  return present(
    ...stayRows(view, period),
    period === undefined && ([words.labels.confirmed, words.statement.nothingConfirmed] as const),
    [daysOf.calculated, String(calculated)] as const,
    some(daysOf.interruption, interruption),
    some(daysOf.travel, travel),
    some(daysOf.nonFunded, nonFunded),
    [daysOf.funded, `${funded} (${months})`] as const,
  );
}

/** Entitlement − paid = what is still to pay, or to be paid back. */
function resultTable(view: DocumentView, { entitlement, paid, outcome, amount }: Settlement): DocumentBlock {
  const { words, say, mobility } = view;
  const { statement: w } = words;
  const { exchange } = agreementOf(view);
  const owed = outcome === 'recovery';
  const row = (label: string, money: Money): AmountRow => ({ label, amount: money });
  const equation = owed
    ? `${say.money(paid)} − ${say.money(entitlement)} = ${say.money(amount)}`
    : `${say.money(entitlement)} − ${say.money(paid)} = ${say.money(amount)}`;
  const had = keptRows(view, mobility, paid);
  const rows = owed
    ? [...had, { ...row(w.entitled, negate(entitlement)), working: equation }]
    : [row(w.entitled, entitlement), ...withLast(had.map(negated), equation)];
  return {
    kind: 'amounts',
    title: w.result,
    rows,
    total: { label: w.outcomes[outcome], amount, ...(amount.minor === 0 ? {} : inLocal(amount, exchange)) },
  };
}

const negated = ({ amount, ...row }: AmountRow): AmountRow => ({ ...row, amount: negate(amount) });

/** The equation stands beside the last row, where it has everything above it. */
const withLast = (rows: readonly AmountRow[], working: string): readonly AmountRow[] =>
  rows.map((row, at) => (at === rows.length - 1 ? { ...row, working } : row));
