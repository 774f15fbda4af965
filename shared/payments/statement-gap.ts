import { formatDecimal, type Money } from '../money/money.ts';
import { change } from '../store/change.ts';
import { statementKey } from '../store/keys.ts';
import type { Item } from '../store/port.ts';
import type { Hearing } from './hearing.ts';
import type { Balances } from './types.ts';

/** How the newest statement of the account that was read ended. */
interface StatementItem extends Item {
  readonly closing: Money;
  readonly closedOn: string;
}

/**
 * Compares statements of an account with the newest one of it that was read before them: what does not begin where that ended leaves a gap,
 * which is a task. An older statement that comes late changes nothing.
 */
export async function followStatements(
  hearing: Hearing,
  account: string,
  balances: readonly Balances[],
): Promise<void> {
  const { deps, institution } = hearing;
  const key = statementKey(institution, account);
  const before = await deps.store.get<StatementItem>('cases', key);
  let last = before;
  for (const { opening, closing, closedOn } of balances) {
    if (last && closedOn < last.closedOn) continue;
    const follows = !last || (opening.minor === last.closing.minor && opening.currency === last.closing.currency);
    // A statement of the same day again, from its beginning, is no gap; nor does it end later.
    if (last && !follows && closedOn === last.closedOn) continue;
    if (last && !follows) {
      await hearing.task('statement-gap', `${account} ${last.closedOn} ${closedOn}`, {
        account,
        after: last.closedOn,
        ended: amountOf(last.closing),
        before: closedOn,
        begins: amountOf(opening),
      });
    }
    last = { ...key, closing, closedOn };
  }
  if (last && last !== before) await deps.store.commit(change().put('cases', last).writes);
}

function amountOf(amount: Money): string {
  return `${formatDecimal(amount)} ${amount.currency}`;
}
