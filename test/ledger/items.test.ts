import { expect, test } from 'vitest';
import { repaymentReceived } from '../../shared/ledger/entries.ts';
import { appendTransfers, transferItem, transferOf, transfersOfCase } from '../../shared/ledger/items.ts';
import { eur, money } from '../../shared/money/money.ts';
import { Conflict } from '../../shared/store/errors.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { at, exchange, grant, untilDemand, untilPaid } from './journey.ts';

test('a transfer lies in the partition of its case under its id, and reads back the same', () => {
  for (const transfer of untilPaid) {
    const item = transferItem(transfer);
    expect({ pk: item.pk, sk: item.sk }).toEqual({ pk: 'nhh#case#8F3K2M9QRT', sk: transfer.id });
    expect(transferOf(item)).toStrictEqual(transfer);
  }
});

test('all transfers of a case come back, earlier ones first', async () => {
  const store = memoryStore();
  const later = untilDemand.slice(-1).map((transfer) => ({ ...transfer, at: '2026-01-01T00:00:00.000Z' }));
  await store.commit(appendTransfers([...later, ...untilPaid]));
  const read = await transfersOfCase(store, 'nhh', '8F3K2M9QRT');
  expect(read.at(-1)).toStrictEqual(later[0]);
  expect(new Set(read)).toEqual(new Set([...untilPaid, ...later]));
  expect(await transfersOfCase(store, 'nhh', 'ANOTHER')).toEqual([]);
});

test('the same movement twice is a conflict, and nothing of the second is written', async () => {
  const store = memoryStore();
  await store.commit(appendTransfers(untilPaid.slice(0, 2)));
  await expect(store.commit(appendTransfers(untilPaid.slice(1, 4)))).rejects.toThrow(Conflict);
  expect(store.all('ledger')).toHaveLength(2);
});

test('a reference of the bank may hold any character', () => {
  const transfers = ['A#1', 'A%231'].flatMap((reference) =>
    repaymentReceived(grant(), reference, eur(100), money(1174, 'NOK'), exchange, at),
  );
  const keys = transfers.map((transfer) => transferItem(transfer).sk);
  expect(new Set(keys).size).toBe(4);
});
