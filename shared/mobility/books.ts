import { transfersOfCase } from '../ledger/items.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { caseKey } from '../store/keys.ts';
import type { Store } from '../store/port.ts';
import type { BookedCase } from './parity.ts';
import type { CaseItem } from './records.ts';

/** A case and its transfers, as they stood at one moment. */
export interface Books {
  readonly mobility: BookedCase;
  readonly version: number;
  readonly transfers: readonly Transfer[];
}

/** How often a case is read again that is written while it is read. */
const TRIES = 5;

/**
 * The books of one case, read so that both parts are of one moment: its version is the same before and after. Undefined when
 * there is no such case, or when it is written without pause: then somebody works on it, and it can be looked at later.
 */
export async function booksOf(store: Store, institution: string, id: string): Promise<Books | undefined> {
  const read = () => store.get<CaseItem>('cases', caseKey(institution, id));
  let before = await read();
  for (let tries = 0; before && tries < TRIES; tries += 1) {
    const transfers = await transfersOfCase(store, institution, id);
    const after = await read();
    if (after?.version === before.version) {
      return { mobility: before.mobility, version: before.mobility.version, transfers };
    }
    before = after;
  }
  return undefined;
}
