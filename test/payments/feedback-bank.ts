import { writeStatusReport } from '../../infra/local/bank/answers.ts';
import { type StatementEntry, writeNotification } from '../../infra/local/bank/statements.ts';
import type { Payment } from '../../shared/mobility/case.ts';
import type { Money } from '../../shared/money/money.ts';
import { type Reading, readFeedback } from '../../shared/payments/feedback.ts';
import { runPayments } from '../../shared/payments/run.ts';
import type { StatusCode } from '../../shared/payments/types.ts';
import { House } from './house.ts';

/** What the tests of the bank's feedback begin with, and the words in which their bank speaks. */

export const OURS = '86011117947';
export const LOCAL: Money = { minor: 1_742_587, currency: 'NOK' };

export let house: House;

/** Three students whose first instalments are with the bank, in one file. */
export async function begin(): Promise<House> {
  house = await House.with(3);
  await runPayments(house.deps, house, 'nhh');
  house.now = '2025-06-11T09:00:00.000Z';
  return house;
}

export const batch = () => [...house.files.keys()][0]?.replace('bank/out/nhh/', '').replace('.xml', '') ?? '';

export function read(text: string, from: House = house): Promise<Reading> {
  return readFeedback(from.deps, 'nhh', 'file.xml', new TextEncoder().encode(text));
}

export type Said = { readonly status: StatusCode; readonly reason?: string };

export function statuses(
  group: Said | undefined,
  transactions: Readonly<Record<string, Said>> = {},
  of = batch(),
): string {
  return writeStatusReport({
    id: 'S1',
    created: '2025-06-11T08:00:00.000Z',
    version: 'pain.002.001.10',
    original: { messageId: of, format: 'pain.001.001.09' },
    ...(group ? { group } : {}),
    transactions: Object.entries(transactions).map(([endToEndId, said]) => ({ block: of, endToEndId, ...said })),
  });
}

export type Entry = Partial<StatementEntry> & Pick<StatementEntry, 'reference'>;

export function bookings(entries: readonly Entry[], account = OURS): string {
  const usual = { direction: 'debit', kind: 'paid', amount: LOCAL, date: '2025-06-11', counterName: 'X' } as const;
  return writeNotification({
    id: 'N1',
    created: '2025-06-11T08:00:00.000Z',
    version: 'camt.054.001.08',
    account,
    currency: 'NOK',
    entries: entries.map((entry) => ({ ...usual, ...entry })),
  });
}

export const booked = (n: number): Entry => ({ reference: `B${n}`, endToEndId: house.payments[n] ?? '' });
export const returned = (n: number): Entry => ({
  reference: `R${n}`,
  direction: 'credit',
  kind: 'returned',
  endToEndId: house.payments[n] ?? '',
  returnReason: 'AC04',
});

export async function states(): Promise<(Payment['state'] | undefined)[]> {
  return (await house.cases()).map(({ payments }) => payments[0]?.state);
}

export const kindsOf = () => house.tasks.map(({ kind }) => kind);
