import { change } from '../store/change.ts';
import { casePartition, ledgerKey } from '../store/keys.ts';
import type { Item, Store, Write } from '../store/port.ts';
import type { Transfer } from './transfer.ts';

/** A transfer as it lies in the ledger table. */
export type TransferItem = Item & Transfer;

export function transferItem(transfer: Transfer): TransferItem {
  return { ...ledgerKey(transfer.institution, transfer.mobility, transfer.id), ...transfer };
}

export function transferOf(item: TransferItem): Transfer {
  const { pk: _pk, sk: _sk, ...transfer } = item;
  return transfer;
}

/** Writes that add the transfers to the ledger and fail with `Conflict` if one of them is there already. */
export function appendTransfers(transfers: readonly Transfer[]): readonly Write[] {
  return transfers.reduce((all, transfer) => all.append(transferItem(transfer)), change()).writes;
}

/** All transfers of a case, in the order of their time, those of one moment by id. */
export async function transfersOfCase(store: Store, institution: string, mobility: string): Promise<Transfer[]> {
  const items = await store.query<TransferItem>('ledger', { pk: casePartition(institution, mobility) });
  return items.map(transferOf).sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
