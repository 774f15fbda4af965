import type { Expectation, Item, Key, TableName, Write } from './port.ts';

/** What an update does to one record: adds whole numbers, sets fields, removes fields. */
export interface FieldChanges {
  readonly add?: Readonly<Record<string, number>>;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
}

/** Writes of one decision, all or nothing. Collect them, then hand `writes` to `store.commit`. */
export interface Change {
  /** Writes the whole record. Without a guard it replaces whatever stands there. */
  put(table: TableName, item: Item): GuardedChange;
  /** Changes fields of an existing record; refused by the store when there is none. */
  update(key: Key, changes: FieldChanges): GuardedChange;
  /** Removes a record; removing what is not there is no error unless a guard says so. */
  delete(key: Key): GuardedChange;
  /** Changes nothing, but the whole commit depends on its guards. At least one guard must follow. */
  check(table: TableName, key: Key): GuardedChange;
  /** Adds a record to the ledger, which must not be there yet. */
  append(item: Item): Change;
  /** Adds writes that were made elsewhere. */
  with(writes: readonly Write[]): Change;
  readonly writes: readonly Write[];
}

/** A change whose last write may be guarded; several guards all have to hold. They speak of the record before the write. */
export interface GuardedChange extends Change {
  /** No such record yet. */
  expectAbsent(): GuardedChange;
  /** The record is there. */
  expectPresent(): GuardedChange;
  expectVersion(version: number): GuardedChange;
  expectState(state: string): GuardedChange;
  /** The number in `field`, before this change, is not less than `value`: to take 100 away, expect at least 100. */
  expectAtLeast(field: string, value: number): GuardedChange;
}

/**
 * Starts a change. It reads as a sentence:
 * `change().put('cases', item).expectVersion(3).append(transfer).update(budget, { add: { available: -100 } }).expectAtLeast('available', 100)`.
 */
export function change(): Change {
  return new Sentence([]);
}

/** Unchangeable: every step returns a new sentence, so that a common beginning can be continued twice. */
class Sentence implements GuardedChange {
  readonly writes: readonly Write[];

  constructor(writes: readonly Write[]) {
    this.writes = writes;
  }

  put(table: TableName, item: Item): GuardedChange {
    return this.and({ do: 'put', table, item, expect: [] });
  }

  update(key: Key, changes: FieldChanges): GuardedChange {
    return this.and({ do: 'update', table: 'cases', key, ...changes, expect: [] });
  }

  delete(key: Key): GuardedChange {
    return this.and({ do: 'delete', table: 'cases', key, expect: [] });
  }

  check(table: TableName, key: Key): GuardedChange {
    return this.and({ do: 'check', table, key, expect: [] });
  }

  append(item: Item): Change {
    return this.put('ledger', item).expectAbsent();
  }

  with(writes: readonly Write[]): Change {
    return new Sentence([...this.writes, ...writes]);
  }

  expectAbsent(): GuardedChange {
    return this.guard({ kind: 'absent' });
  }

  expectPresent(): GuardedChange {
    return this.guard({ kind: 'present' });
  }

  expectVersion(version: number): GuardedChange {
    return this.guard({ kind: 'version', version });
  }

  expectState(state: string): GuardedChange {
    return this.guard({ kind: 'state', state });
  }

  expectAtLeast(field: string, value: number): GuardedChange {
    return this.guard({ kind: 'at-least', field, value });
  }

  private and(write: Write): GuardedChange {
    return new Sentence([...this.writes, write]);
  }

  private guard(expectation: Expectation): GuardedChange {
    const last = this.writes.at(-1);
    if (last === undefined) throw new TypeError('A guard speaks of the write before it: write first, then expect.');
    return new Sentence([...this.writes.slice(0, -1), { ...last, expect: [...last.expect, expectation] }]);
  }
}
