import { describe } from 'vitest';
import type { Store } from '../../shared/store/port.ts';
import { guards } from './contract/guards.ts';
import { queries } from './contract/queries.ts';
import { records } from './contract/records.ts';
import { subject } from './contract/subject.ts';
import { transactions } from './contract/transactions.ts';
import { updates } from './contract/updates.ts';
import { workQueues } from './contract/work-queues.ts';

/** What every adapter of the store promises. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps the promises of the store`, async () => {
    const tested = subject(await open());
    for (const part of [records, guards, updates, transactions, queries, workQueues]) part(tested);
  });
}
