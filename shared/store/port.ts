/** Two tables: everything that changes, and the append-only ledger (design.md §5). */
export type TableName = 'cases' | 'ledger';

/** Every partition key leads with the tenant: `nhh#case#8F3K2M9QRT`. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/**
 * One stored record. `version` and `state` are the fields that guards speak of; `workPk`/`workSk` put the record into a
 * work queue (a sparse index) as long as they are present. Everything else is the record's own, plain JSON.
 */
export interface Item extends Key {
  readonly version?: number;
  readonly state?: string;
  /** Queue, tenant first, e.g. `nhh#due`. */
  readonly workPk?: string;
  /** When the work is due and whose it is, sortable: `2025-08-18T06:00:00.000Z#8F3K2M9QRT`. */
  readonly workSk?: string;
}

/** What must be true of the stored record at the moment of the write. */
export type Expectation =
  | { readonly kind: 'absent' }
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'at-least'; readonly field: string; readonly value: number }
  | { readonly kind: 'present' };

export type Write =
  | { readonly do: 'put'; readonly table: TableName; readonly item: Item; readonly expect: readonly Expectation[] }
  | {
      /** Adds integers to numeric fields of an existing record and sets others. */
      readonly do: 'update';
      readonly table: 'cases';
      readonly key: Key;
      readonly add?: Readonly<Record<string, number>>;
      readonly set?: Readonly<Record<string, unknown>>;
      readonly remove?: readonly string[];
      readonly expect: readonly Expectation[];
    }
  | { readonly do: 'delete'; readonly table: 'cases'; readonly key: Key; readonly expect: readonly Expectation[] }
  | { readonly do: 'check'; readonly table: TableName; readonly key: Key; readonly expect: readonly Expectation[] };

export interface Range {
  readonly pk: string;
  /** Only sort keys that begin with this. */
  readonly prefix?: string;
  readonly descending?: boolean;
  readonly limit?: number;
}

/** A reference to a record found in a work queue: its key and when it is due. Read the record itself before acting. */
export interface WorkRef extends Key {
  readonly workPk: string;
  readonly workSk: string;
}

/** The store as the rest of the code sees it. Adapters: DynamoDB and in-memory, one contract suite. */
export interface Store {
  /** Strongly consistent. */
  get<T extends Item>(table: TableName, key: Key): Promise<T | undefined>;
  /** Strongly consistent, all pages, in sort-key order. */
  query<T extends Item>(table: TableName, range: Range): Promise<T[]>;
  /**
   * Records of a queue with `workSk` ≤ `until`, oldest first. `until` is an instant; a record due at exactly that
   * instant (`<until>#<id>`) is included. Eventually consistent: never a money decision from it.
   */
  work(queue: string, until: string, limit: number): Promise<WorkRef[]>;
  /**
   * All or nothing. Throws `Conflict` when an expectation does not hold (naming it), `Transient` when the store asks to
   * try again. At most 100 writes, one per record.
   */
  commit(writes: readonly Write[]): Promise<void>;
}
