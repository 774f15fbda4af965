import type { IsoDate } from '../calendar/clock.ts';
import { isIsoDate } from '../calendar/dates.ts';
import { type Money, money } from '../money/money.ts';
import { amountAt, directionAt } from './entry-parts.ts';
import { UnusableMessage } from './message.ts';
import { find, findAll, textAt, type XmlNode } from './tree.ts';
import type { Balances } from './types.ts';

interface Balance {
  readonly type: string;
  readonly amount: Money;
  readonly date: IsoDate;
}

/**
 * The booked balances that a statement begins and ends with. It begins with the opening balance (OPBD), or where the bank
 * gives the closing one of the day before instead with that (PRCD); the inner pages of a long statement begin and end
 * with interim ones (ITBD). What is available, forward or expected (CLAV, FWAV, XPCD …) says nothing of what was booked.
 *
 * @throws UnusableMessage when one is missing, or they are of two currencies
 */
export function readBalances(statement: XmlNode): Balances {
  const all = findAll(statement, 'Bal').flatMap(readBalance);
  const of = (type: string) => all.filter((balance) => balance.type === type);
  const [begun] = [...of('OPBD'), ...of('PRCD'), ...of('ITBD')];
  const ended = [...of('ITBD'), ...of('CLBD')].at(-1);
  if (begun === undefined || ended === undefined || begun === ended) {
    throw new UnusableMessage(
      `The statement at line ${statement.line} lacks its opening or closing balance (OPBD, CLBD), so nobody can tell whether it is complete. Ask the bank for it again.`,
    );
  }
  if (begun.amount.currency !== ended.amount.currency) {
    throw new UnusableMessage(
      `The statement at line ${statement.line} opens in one currency and closes in another. Ask the bank.`,
    );
  }
  return { opening: begun.amount, closing: ended.amount, closedOn: ended.date };
}

/** A booked balance; none for the other kinds. Below zero where the account was overdrawn. */
function readBalance(node: XmlNode): readonly Balance[] {
  const type = textAt(node, 'Tp', 'CdOrPrtry', 'Cd') ?? '';
  if (!['OPBD', 'PRCD', 'ITBD', 'CLBD'].includes(type)) return [];
  const amount = amountAt(node, find(node, 'Amt'));
  const direction = directionAt(node);
  const date = (textAt(node, 'Dt', 'Dt') ?? textAt(node, 'Dt', 'DtTm') ?? '').slice(0, 10);
  if (amount === undefined || direction === undefined || !isIsoDate(date)) {
    throw new UnusableMessage(`The balance at line ${node.line} lacks its amount, side or date. Ask the bank.`);
  }
  const minor = direction === 'credit' ? amount.minor : -amount.minor;
  return [{ type, amount: money(minor, amount.currency), date }];
}
