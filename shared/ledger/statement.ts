import { type Currency, type Money, money } from '../money/money.ts';
import { balances, creditBalance } from './balances.ts';
import type { Account, Transfer } from './transfer.ts';

/**
 * What the ledger says of one case, in the currency of the entitlement:
 * `awarded = paid − repaid − waived − writtenOff + outstanding` at every moment (design.md §1.1).
 */
export interface Statement {
  /** Committed by the signed agreement and adjusted by the settlement; a mere reservation does not count. */
  readonly awarded: Money;
  /** Booked by the bank, net of what it returned. Payments on their way do not count. */
  readonly paid: Money;
  readonly repaid: Money;
  readonly waived: Money;
  readonly writtenOff: Money;
  /** Positive: still to pay to the participant. Negative: still to be repaid. */
  readonly outstanding: Money;
  /** What passed the bank account, one entry per currency in which payments were made. */
  readonly local: readonly LocalStatement[];
}

export interface LocalStatement {
  readonly currency: Currency;
  readonly paid: Money;
  readonly repaid: Money;
}

/**
 * The statement of one case from its transfers alone, in any order. `outstanding` is not computed from the other figures
 * but from the balances of committed, payable and receivable, so that comparing both proves the books.
 */
export function statement(transfers: readonly Transfer[], currency: Currency = 'EUR'): Statement {
  const flow = flows(transfers, currency);
  const list = balances(transfers);
  const balance = (account: Account) => creditBalance(list, account, currency);
  return {
    awarded: money(flow('budget', 'committed') - flow('committed', 'budget'), currency),
    paid: money(flow('payable', 'exchange') - flow('exchange', 'payable'), currency),
    repaid: money(flow('exchange', 'receivable'), currency),
    waived: money(flow('waived', 'receivable') - flow('receivable', 'waived'), currency),
    writtenOff: money(flow('written-off', 'receivable') - flow('receivable', 'written-off'), currency),
    outstanding: money(balance('committed') + balance('payable') + balance('receivable'), currency),
    local: localStatements(transfers),
  };
}

/** Whether the figures of a statement fit together. */
export function adds(of: Statement): boolean {
  return (
    of.awarded.minor === of.paid.minor - of.repaid.minor - of.waived.minor - of.writtenOff.minor + of.outstanding.minor
  );
}

/** Final movements from one account (debit) to another (credit), in minor units; `budget` stands for that of any call. */
export function flows(transfers: readonly Transfer[], currency: Currency): (from: string, to: string) => number {
  const sums = new Map<string, number>();
  for (const { kind, debit, credit, amount } of transfers) {
    if (amount.currency !== currency || (kind !== 'posted' && kind !== 'post')) continue;
    const path = `${family(debit)} ${family(credit)}`;
    sums.set(path, (sums.get(path) ?? 0) + amount.minor);
  }
  return (from: string, to: string) => sums.get(`${from} ${to}`) ?? 0;
}

function family(account: Account): string {
  return account.startsWith('budget:') ? 'budget' : account;
}

/** A credit on the bank account is money returned when its euro leg went back to payable; otherwise a repayment. */
function localStatements(transfers: readonly Transfer[]): LocalStatement[] {
  const payable = new Set(transfers.filter((transfer) => transfer.credit === 'payable').map((transfer) => transfer.id));
  const sums = new Map<Currency, { paid: number; repaid: number }>();
  for (const { kind, debit, credit, amount, link } of transfers) {
    if (kind !== 'posted' && kind !== 'post') continue;
    if (debit !== 'bank' && credit !== 'bank') continue;
    // Paid in beyond a claim and returned: other people's money, no part of the grant.
    if (debit === 'overpaid' || credit === 'overpaid') continue;
    const sum = sums.get(amount.currency) ?? { paid: 0, repaid: 0 };
    if (credit === 'bank') sum.paid += amount.minor;
    else if (link && payable.has(link.transfer)) sum.paid -= amount.minor;
    else sum.repaid += amount.minor;
    sums.set(amount.currency, sum);
  }
  return [...sums].map(([currency, { paid, repaid }]) => ({
    currency,
    paid: money(paid, currency),
    repaid: money(repaid, currency),
  }));
}
