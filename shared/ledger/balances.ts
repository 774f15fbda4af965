import type { Currency } from '../money/money.ts';
import type { Account, Transfer } from './transfer.ts';

/** Sums of one account in one currency, in minor units. Posted and pending stand apart and are never added up. */
export interface Balance {
  readonly account: Account;
  readonly currency: Currency;
  readonly debits: number;
  readonly credits: number;
  readonly pendingDebits: number;
  readonly pendingCredits: number;
}

/**
 * Balances of every account that the transfers touch, in the order of first appearance. Pending counts what has been
 * neither posted nor voided. Hand in the transfers of one case for its accounts, of an institution for their totals.
 */
export function balances(transfers: readonly Transfer[]): Balance[] {
  const sums = new Map<string, Sums>();
  const rests = openRests(transfers);
  for (const transfer of transfers) {
    const { minor, currency } = transfer.amount;
    const [from, to] = [sumsOf(sums, transfer.debit, currency), sumsOf(sums, transfer.credit, currency)];
    if (transfer.kind === 'posted' || transfer.kind === 'post') {
      from.debits += minor;
      to.credits += minor;
    } else if (transfer.kind === 'pending') {
      const rest = rests.get(nameOf(transfer, transfer.id)) ?? 0;
      from.pendingDebits += rest;
      to.pendingCredits += rest;
    }
  }
  return [...sums.values()];
}

/** Posted credits minus debits: positive is what the account owes or holds for others. Zero where nothing moved. */
export function creditBalance(list: readonly Balance[], account: Account, currency: Currency): number {
  const found = list.find((balance) => balance.account === account && balance.currency === currency);
  return found ? found.credits - found.debits : 0;
}

/** What of each pending transfer is neither posted nor voided. Keys by `nameOf`. */
export function openRests(transfers: readonly Transfer[]): Map<string, number> {
  const rests = new Map<string, number>();
  for (const transfer of transfers) {
    if (transfer.kind === 'pending') rests.set(nameOf(transfer, transfer.id), transfer.amount.minor);
  }
  for (const transfer of transfers) {
    if (transfer.of === undefined) continue;
    const name = nameOf(transfer, transfer.of);
    rests.set(name, (rests.get(name) ?? 0) - transfer.amount.minor);
  }
  return rests;
}

/** A transfer's name among those of all cases. */
export function nameOf(of: Pick<Transfer, 'institution' | 'mobility'>, id: string): string {
  return `${of.institution}#${of.mobility}#${id}`;
}

type Sums = { -readonly [field in keyof Balance]: Balance[field] };

function sumsOf(sums: Map<string, Sums>, account: Account, currency: Currency): Sums {
  const key = `${account} ${currency}`;
  const known = sums.get(key);
  if (known) return known;
  const fresh = { account, currency, debits: 0, credits: 0, pendingDebits: 0, pendingCredits: 0 };
  sums.set(key, fresh);
  return fresh;
}
