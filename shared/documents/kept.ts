import { kept, paid, repaid, waived, writtenOff } from '../mobility/balance.ts';
import type { Mobility } from '../mobility/case.ts';
import { type Money, negate } from '../money/money.ts';
import type { AmountRow } from './content.ts';
import type { DocumentView } from './view.ts';

/**
 * How what the participant has of the grant came about: paid, less what came back or was given up, row by row. Where the
 * case has moved on since it was calculated, so that the rows are not that amount, it stands in one row by its own name.
 *
 * @param had what a calculation of the case stands on, in euro
 */
export function keptRows({ words }: DocumentView, mobility: Mobility, had: Money): readonly AmountRow[] {
  const w = words.kept;
  const paidOut = paid(mobility);
  if (had.minor === paidOut.minor) return [{ label: w.paid, amount: paidOut }];
  if (had.minor !== kept(mobility).minor) return [{ label: w.kept, amount: had }];
  const gone: readonly (readonly [string, Money])[] = [
    [w.paidBack, repaid(mobility)],
    [w.waived, waived(mobility)],
    [w.writtenOff, writtenOff(mobility)],
  ];
  return [
    { label: w.paid, amount: paidOut },
    ...gone.filter(([, { minor }]) => minor !== 0).map(([label, amount]) => ({ label, amount: negate(amount) })),
  ];
}
