import { seededIds } from '../../infra/local/ids.ts';
import type { Application, Command } from '../../shared/mobility/commands.ts';
import { type Deps, openCase, perform } from '../../shared/mobility/perform.ts';
import type { CreditTransfer } from '../../shared/payments/types.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { change } from '../../shared/store/change.ts';
import { type MemoryStore, memoryStore } from '../../shared/store/memory.ts';
import type { Item } from '../../shared/store/port.ts';
import { sampleApplication } from '../sample.ts';
import { cohort } from './cohort.ts';

/** Cases of NHH whose first instalments the bank has: the store with them, and the payments as the bank got them. */
export interface Instructed {
  readonly deps: Deps;
  readonly store: MemoryStore;
  readonly payments: readonly CreditTransfer[];
  readonly batch: string;
}

const BATCH = 'NHH-20250610-1000';
const now = '2025-06-10T10:05:00.000Z';

/** Ids of so many copies. */
const idsOf = (count: number) => Array.from({ length: count }, (_, n) => String(n).padStart(10, '0'));

/** The EndToEndIds of the payments that `instructed` makes, before they are there. */
export const instructedIds = (count: number): string[] => idsOf(count).map((id) => `NHH-${id}-PRE1`);

/** Walks one case through the code until its payment is instructed, and copies its records under other ids. */
export async function instructed(count: number): Promise<Instructed> {
  const store = memoryStore();
  const deps: Deps = { store, rules: loadRulebook(), clock: { now: () => now }, ids: seededIds('bench') };
  const [row] = cohort(1);
  if (!row) throw new Error('The cohort is empty.');
  const { participant } = sampleApplication;
  const application: Application = { ...sampleApplication, participant: { ...participant, email: row.email } };
  const opened = await openCase(deps, application);
  if (opened.outcome !== 'changed') throw new Error('The case of the benchmark was refused.');
  const { id } = opened.mobility;
  const payment = `NHH-${id}-PRE1`;
  const way: readonly Command[] = [
    { type: 'assess' },
    { type: 'approve', by: 'Ola' },
    { type: 'reserve' },
    { type: 'issue-agreement' },
    { type: 'sign' },
    { type: 'prepare-payment' },
    { type: 'payment-instructed', payment, batch: BATCH },
  ];
  for (const command of way) {
    const result = await perform(deps, 'nhh', id, command);
    if (result.outcome !== 'changed') throw new Error(`${command.type}: ${JSON.stringify(result)}`);
  }
  return { deps, store, batch: BATCH, payments: await copies(store, id, payment, count) };
}

/** Copies everything that names the case. Its payment then stands as if a batch had taken it. */
async function copies(store: MemoryStore, id: string, payment: string, count: number): Promise<CreditTransfer[]> {
  const own = (['cases', 'ledger'] as const).flatMap((table) =>
    store.all(table).flatMap((item) => {
      const text = JSON.stringify(item);
      return text.includes(id) && !item.pk.includes('#apply#') ? [{ table, text }] : [];
    }),
  );
  const transfers: CreditTransfer[] = [];
  for (const copy of idsOf(count)) {
    const writes = own.flatMap(({ table, text }) => {
      const item = JSON.parse(text.replaceAll(id, copy)) as Item & { transfer?: CreditTransfer };
      if (table === 'ledger') return change().append(item).writes;
      if (item.transfer === undefined) return change().put(table, item).writes;
      transfers.push(item.transfer);
      const { workPk: _queue, workSk: _due, ...taken } = item;
      return change().put(table, { ...taken, state: 'batched', batch: BATCH } as Item).writes;
    });
    await store.commit(writes);
  }
  if (transfers.length !== count) throw new Error(`The payment ${payment} has no record to copy.`);
  return transfers;
}
