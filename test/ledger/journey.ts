import * as entries from '../../shared/ledger/entries.ts';
import type { Transfer } from '../../shared/ledger/transfer.ts';
import { convert } from '../../shared/money/exchange.ts';
import { eur } from '../../shared/money/money.ts';

/** The case of the README's worked example. */
export const grant = (version = 1) => ({ institution: 'nhh', id: '8F3K2M9QRT', version, stay: { call: '2025' } });
export const exchange = { rate: '11.7425', tranche: '2025-1', date: '2025-05-15', evidence: 'Notice of receipt' };
export const at = '2025-08-18T06:00:00.000Z';

export function payment(id: string, cents: number, purpose = 'pre-financing'): entries.LedgerPayment {
  return { id, purpose, amount: eur(cents), local: convert(eur(cents), exchange.rate, 'NOK') };
}

export const first = payment('P1', 148400);

/** Awarded, signed, and the first instalment booked. */
export const untilPaid: readonly Transfer[] = [
  ...entries.reserve(grant(1), eur(212000), at),
  ...entries.commit(grant(3), eur(212000), at),
  ...entries.instruct(grant(4), first, exchange, at),
  ...entries.book(grant(4), first, at),
];

/** … and the stay ended after two months: 424.00 too much. */
export const untilDemand: readonly Transfer[] = [
  ...untilPaid,
  ...entries.adjustCommitment(grant(5), eur(212000), eur(106000), at),
  ...entries.raiseClaim(grant(6), eur(42400), at),
];
