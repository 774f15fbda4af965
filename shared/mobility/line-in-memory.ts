import { waitingPartition } from '../store/keys.ts';
import type { Item, Key, Store, Write } from '../store/port.ts';

/**
 * The store for one who gives the money of a call away to many, one after the other: the places on the list, and the
 * frozen rankings, are read once and then followed by what is written through it. The line decides nothing alone: the
 * write expects the money to be there and the case to be as it was, and whoever is put behind another looks at the line
 * again by an effect of its own (`move-up`). Where a write meets somebody else's, everything is read anew.
 */
export function withLineInMemory(store: Store, institution: string, call: string): Store {
  const line = waitingPartition(institution, call);
  let places: Map<string, Item> | undefined;
  const rankings = new Map<string, Item>();

  const follow = (write: Write): void => {
    if (write.do === 'check') return;
    const { pk, sk } = write.do === 'put' ? write.item : write.key;
    rankings.delete(nameOf({ pk, sk }));
    if (pk !== line) return;
    if (write.do === 'put') places?.set(sk, write.item);
    else places = undefined;
  };

  return {
    work: store.work.bind(store),
    async get<T extends Item>(table: 'cases' | 'ledger', key: Key) {
      const known = table === 'cases' ? rankings.get(nameOf(key)) : undefined;
      if (known) return known as T;
      const item = await store.get<T>(table, key);
      if (table === 'cases' && item && 'rankedAt' in item) rankings.set(nameOf(key), item);
      return item;
    },
    async query<T extends Item>(table: 'cases' | 'ledger', range: Parameters<Store['query']>[1]) {
      const { pk, ...part } = range;
      if (table !== 'cases' || pk !== line || Object.keys(part).length > 0) return store.query<T>(table, range);
      places ??= new Map((await store.query<Item>(table, range)).map((item) => [item.sk, item]));
      return [...places.values()].toSorted((a, b) => (a.sk < b.sk ? -1 : 1)) as T[];
    },
    async commit(writes) {
      try {
        await store.commit(writes);
      } catch (error) {
        places = undefined;
        rankings.clear();
        throw error;
      }
      for (const write of writes) follow(write);
    },
  };
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
