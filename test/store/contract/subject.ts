import { change } from '../../../shared/store/change.ts';
import { budgetKey, caseKey } from '../../../shared/store/keys.ts';
import type { Item, Key, Store } from '../../../shared/store/port.ts';

/** A record of which a test may read any field. */
export interface Case extends Item {
  readonly [field: string]: unknown;
}

/** The store under test and short words for what the tests do most. */
export interface Subject {
  readonly store: Store;
  put(item: Item): Promise<void>;
  get(key: Key): Promise<Case | undefined>;
}

export function subject(store: Store): Subject {
  return {
    store,
    put: (item) => store.commit(change().put('cases', item).writes),
    get: (key) => store.get<Case>('cases', key),
  };
}

let made = 0;

/** A key that no other test uses: one store serves them all. */
export const nextCase = (): Key => caseKey('nhh', `CASE${made++}`);
export const nextBudget = (): Key => budgetKey('nhh', `CALL${made++}`, '1');
