import { Conflict } from './errors.ts';
import { broken, keyName, keyOf } from './expectations.ts';
import { plainRecord } from './plain.ts';
import type { Item, Key, Range, Store, TableName, WorkRef, Write } from './port.ts';
import { fits, MAX_ITEM_BYTES } from './sizes.ts';
import { dueBefore } from './work.ts';
import { BadWrites, checkedWrites } from './writes.ts';

/** The store in memory, for tests and pure simulations: the same promises as the DynamoDB adapter, one contract suite. */
export interface MemoryStore extends Store {
  /** Makes the next call (of any kind, or of the named kind) throw this error before it has done anything. */
  failNext(error: Error, call?: keyof Store): void;
  /** Makes the next commit happen and then throw, as when the answer is lost on its way. */
  loseNextAnswer(error: Error): void;
  /** Every record of a table in key order, for assertions. */
  all(table: TableName): Item[];
}

export function memoryStore(): MemoryStore {
  return new Memory();
}

type Row = Item & Record<string, unknown>;

class Memory implements MemoryStore {
  /** By partition, and in it by sort key. */
  private readonly tables: Record<TableName, Map<string, Map<string, Row>>> = { cases: new Map(), ledger: new Map() };
  private readonly faults: { error: Error; call: keyof Store | undefined }[] = [];
  private lostAnswer: Error | undefined;

  failNext(error: Error, call?: keyof Store): void {
    this.faults.push({ error, call });
  }

  loseNextAnswer(error: Error): void {
    this.lostAnswer = error;
  }

  all(table: TableName): Item[] {
    return this.rows(table).sort(byKey).map(copyOf);
  }

  async get<T extends Item>(table: TableName, key: Key): Promise<T | undefined> {
    this.fault('get');
    const row = this.row(table, key);
    return row && (copyOf(row) as Item as T);
  }

  async query<T extends Item>(table: TableName, range: Range): Promise<T[]> {
    this.fault('query');
    const rows = [...(this.tables[table].get(range.pk)?.values() ?? [])]
      .filter((row) => row.sk.startsWith(range.prefix ?? ''))
      .sort(byKey);
    if (range.descending === true) rows.reverse();
    return rows.slice(0, range.limit).map((row) => copyOf(row) as Item as T);
  }

  async work(queue: string, until: string, limit: number): Promise<WorkRef[]> {
    this.fault('work');
    const before = dueBefore(until);
    return this.rows('cases')
      .flatMap(({ pk, sk, workPk, workSk }) =>
        workPk === queue && workSk !== undefined && byteOrder(workSk, before) < 0 ? [{ pk, sk, workPk, workSk }] : [],
      )
      .sort((a, b) => byteOrder(a.workSk, b.workSk) || byKey(a, b))
      .slice(0, limit);
  }

  async commit(writes: readonly Write[]): Promise<void> {
    const checked = checkedWrites(writes);
    if (checked.length === 0) return;
    this.fault('commit');
    const failed = checked.flatMap((write) => broken(write, this.row(write.table, keyOf(write))));
    if (failed.length > 0) throw new Conflict(failed);
    // Everything is worked out before anything is stored, so that a refused write leaves no half behind.
    const results = checked.map((write) => ({ write, row: this.after(write) }));
    for (const { write, row } of results) {
      if (row === undefined) this.tables[write.table].get(keyOf(write).pk)?.delete(keyOf(write).sk);
      else this.partition(write.table, row.pk).set(row.sk, row);
    }
    const lost = this.lostAnswer;
    this.lostAnswer = undefined;
    if (lost) throw lost;
  }

  private after(write: Write): Row | undefined {
    const before = this.row(write.table, keyOf(write));
    if (write.do === 'check') return before;
    if (write.do === 'delete') return undefined;
    const row = write.do === 'put' ? (write.item as Row) : updated(write, before);
    if (!fits(row)) {
      throw new BadWrites(`${keyName(row)} is larger than ${MAX_ITEM_BYTES} bytes: keep documents in the bucket.`);
    }
    return row;
  }

  private row(table: TableName, key: Key): Row | undefined {
    return this.tables[table].get(key.pk)?.get(key.sk);
  }

  private rows(table: TableName): Row[] {
    return [...this.tables[table].values()].flatMap((partition) => [...partition.values()]);
  }

  private partition(table: TableName, pk: string): Map<string, Row> {
    const known = this.tables[table].get(pk);
    if (known) return known;
    const made = new Map<string, Row>();
    this.tables[table].set(pk, made);
    return made;
  }

  private fault(call: keyof Store): void {
    const at = this.faults.findIndex((fault) => fault.call === undefined || fault.call === call);
    const [fault] = at === -1 ? [] : this.faults.splice(at, 1);
    if (fault) throw fault.error;
  }
}

function updated(write: Write & { do: 'update' }, before: Row | undefined): Row {
  const row: Row = { ...write.key, ...before, ...(write.set as Record<string, unknown>) };
  for (const [field, by] of Object.entries(write.add ?? {})) {
    const value = row[field] ?? 0;
    if (typeof value !== 'number') {
      throw new BadWrites(`${keyName(write.key)}.${field} is no number, so nothing can be added to it.`);
    }
    row[field] = value + by;
  }
  for (const field of write.remove ?? []) delete row[field];
  return row;
}

/** What is stored never changes, and never leaves the store: a row shares values with the one before it. */
function copyOf(row: Row): Row {
  return plainRecord(row, keyName(row)) as Row;
}

function byKey(a: Key, b: Key): number {
  return byteOrder(a.pk, b.pk) || byteOrder(a.sk, b.sk);
}

/** DynamoDB sorts text by its UTF-8 bytes, which differs from JavaScript's order beyond the basic plane. */
function byteOrder(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
