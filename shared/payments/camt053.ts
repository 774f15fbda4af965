import type { Money } from '../money/money.ts';
import { formatAmount } from './amounts.ts';
import { readBalances } from './balances.ts';
import { withReferences } from './booking-references.ts';
import { isBooked, type ReadEntry, readEntry } from './camt-entries.ts';
import { byAccount, messageIdOf } from './camt-head.ts';
import { amountAt, directionAt } from './entry-parts.ts';
import { UnusableMessage } from './message.ts';
import { find, findAll, type XmlNode } from './tree.ts';
import type { Balances, Notification, SeveralAccounts } from './types.ts';

/**
 * Reads the statement of an account, camt.053.001.02, .04 or .08: the same entries as in a notification (camt.054), and
 * balances. A statement is taken only when it adds up: opening balance + booked entries = closing balance, so that none
 * of its entries is missing and none comes twice. It tells the movements that notifications told before once more.
 *
 * @throws UnusableMessage with a sentence
 */
export function readStatement(document: XmlNode): Notification | SeveralAccounts {
  const { message, id, page } = messageIdOf(document, 'BkToCstmrStmt', 'statement');
  const head = {
    kind: 'bookings',
    source: 'statement',
    messageId: id,
    ...(page === undefined ? {} : { page }),
  } as const;
  return byAccount(findAll(message, 'Stmt'), 'statement', (account, statements) => {
    const entries: ReadEntry[] = [];
    const balances: Balances[] = [];
    for (const statement of statements) {
      const booked = findAll(statement, 'Ntry').filter(isBooked);
      balances.push(addsUp(statement, booked));
      entries.push(...booked.flatMap(readEntry));
    }
    return { ...head, account, bookings: withReferences(account, entries), balances };
  });
}

function addsUp(statement: XmlNode, booked: readonly XmlNode[]): Balances {
  const balances = readBalances(statement);
  const { opening, closing } = balances;
  const { currency } = closing;
  let moved = 0n;
  for (const entry of booked) {
    const amount = amountAt(entry, find(entry, 'Amt'));
    if (amount === undefined || amount.currency !== currency) {
      throw new UnusableMessage(
        `The entry at line ${entry.line} is not in ${currency}, the currency of the statement's balances. Ask the bank.`,
      );
    }
    moved += BigInt(directionAt(entry) === 'credit' ? amount.minor : -amount.minor);
  }
  const reached = BigInt(opening.minor) + moved;
  if (reached !== BigInt(closing.minor)) {
    const [from, to] = [opening, closing].map(signed);
    throw new UnusableMessage(
      `The statement at line ${statement.line} opens with ${from} and closes with ${to}, which its ${booked.length} booked entries do not explain: some are missing or come twice. Nothing of it was booked. Ask the bank for it again.`,
    );
  }
  return balances;
}

function signed(balance: Money): string {
  const minus = balance.minor < 0 ? '-' : '';
  return `${minus}${formatAmount({ ...balance, minor: Math.abs(balance.minor) })} ${balance.currency}`;
}
