import { DatabaseSync } from 'node:sqlite';
import type { Behaviour } from './types.ts';

/**
 * The bank's own durable state. `event` is work that is due at a moment; `delivery` is a file that the institution must
 * get; both are written in the transaction of what caused them, so that a crash between any two steps loses nothing.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS customer (
    institution TEXT PRIMARY KEY, account TEXT NOT NULL, currency TEXT NOT NULL, format TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS account (
    number TEXT PRIMARY KEY, owner TEXT NOT NULL, behaviour TEXT NOT NULL DEFAULT 'pay') STRICT;
  CREATE TABLE IF NOT EXISTS choice (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS message (
    institution TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (institution, id)) STRICT;
  CREATE TABLE IF NOT EXISTS received (
    institution TEXT NOT NULL, hash TEXT NOT NULL, copy INTEGER NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (institution, hash, copy)) STRICT;
  CREATE TABLE IF NOT EXISTS instruction (
    institution TEXT NOT NULL, end_to_end_id TEXT NOT NULL, message TEXT NOT NULL, block TEXT NOT NULL,
    account TEXT NOT NULL, payee TEXT NOT NULL, minor INTEGER NOT NULL, currency TEXT NOT NULL, text TEXT NOT NULL,
    execution TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, PRIMARY KEY (institution, end_to_end_id)) STRICT;
  CREATE INDEX IF NOT EXISTS instruction_message ON instruction (institution, message);
  CREATE TABLE IF NOT EXISTS event (
    due TEXT NOT NULL, institution TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
    PRIMARY KEY (due, institution, kind, subject)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS movement (
    account TEXT NOT NULL, reference TEXT NOT NULL, at TEXT NOT NULL, date TEXT NOT NULL, direction TEXT NOT NULL,
    minor INTEGER NOT NULL, currency TEXT NOT NULL, counter_account TEXT NOT NULL, counter_name TEXT NOT NULL,
    end_to_end_id TEXT, kid TEXT, text TEXT, return_reason TEXT, PRIMARY KEY (account, reference)) STRICT;
  CREATE TABLE IF NOT EXISTS delivery (
    institution TEXT NOT NULL, name TEXT NOT NULL, due TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0,
    bytes BLOB NOT NULL, PRIMARY KEY (institution, name)) STRICT;
  CREATE INDEX IF NOT EXISTS delivery_due ON delivery (done, due);
`;

export type Row = Readonly<Record<string, string | number | bigint | Uint8Array | null>>;
type Value = string | number | Uint8Array | null;

/** Thin door to SQLite: named statements are prepared once, writes happen in transactions. */
export class State {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
    this.#database.exec(schema);
  }

  #prepared(sql: string): ReturnType<DatabaseSync['prepare']> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  /** All rows of a query. */
  all(sql: string, ...values: readonly Value[]): readonly Row[] {
    return this.#prepared(sql).all(...values) as Row[];
  }

  /** The first row of a query. */
  one(sql: string, ...values: readonly Value[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined;
  }

  /** Runs a write; the answer is the number of rows it changed. */
  run(sql: string, ...values: readonly Value[]): number {
    return Number(this.#prepared(sql).run(...values).changes);
  }

  /** Everything in `work` is written, or nothing. */
  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}

/** A text column of a row. */
export function text(row: Row, column: string): string {
  return String(row[column] ?? '');
}

/** What the bank does with payments to an account: it pays, unless told otherwise. */
export function behaviourOf(state: State, account: string): Behaviour {
  const row = state.one('SELECT behaviour FROM account WHERE number = ?', account);
  return row === undefined ? 'pay' : (text(row, 'behaviour') as Behaviour);
}
