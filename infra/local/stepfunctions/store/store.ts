import { createHash } from 'node:crypto';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { EndpointClosed } from '../errors.ts';
import type { Execution, Run, Strand } from '../running/run.ts';
import { decodeStrand, encodeStrand, executionOf, type Row } from './rows.ts';
import { openDatabase } from './schema.ts';

export interface MachineRecord {
  readonly arn: string;
  readonly name: string;
  readonly roleArn: string;
  readonly definition: string;
  readonly createdAt: number;
}

/** Something to be written with the next commit. */
interface Pending {
  readonly write: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The database. Reading is direct; writing is collected and committed once per turn of the event loop, in one
 * transaction for all executions that moved, and `save` resolves only after the commit.
 */
export class Store {
  readonly database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #onCommit: () => void;
  #pending: Pending[] = [];
  #nextId: number;
  #closed = false;

  constructor(path: string, onCommit: () => void) {
    this.database = openDatabase(path);
    this.#onCommit = onCommit;
    this.#nextId = Number(this.get('SELECT coalesce(max(id), 0) AS id FROM executions')?.id) + 1;
  }

  /** A number for a new execution. */
  nextId(): number {
    this.#nextId += 1;
    return this.#nextId - 1;
  }

  /** A value kept with the database, made on first use. */
  meta(key: string, make: () => string): string {
    const known = this.get('SELECT value FROM meta WHERE key = ?', key);
    if (known !== undefined) return String(known.value);
    const value = make();
    this.run('INSERT INTO meta VALUES (?, ?)', key, value);
    return value;
  }

  /** Keeps a definition for ever, and makes it the machine's current one. Answers its hash. */
  putMachine(machine: { arn: string; name: string; roleArn: string; body: string; now: number }): string {
    const hash = createHash('sha256').update(machine.body).digest('hex');
    this.run('INSERT OR IGNORE INTO definitions VALUES (?, ?)', hash, machine.body);
    this.run(
      `INSERT INTO machines VALUES (?, ?, ?, ?, ?) ON CONFLICT (arn) DO UPDATE
       SET name = excluded.name, roleArn = excluded.roleArn, definition = excluded.definition`,
      machine.arn,
      machine.name,
      machine.roleArn,
      hash,
      machine.now,
    );
    return hash;
  }

  machine(arn: string): MachineRecord | undefined {
    return this.get('SELECT * FROM machines WHERE arn = ?', arn) as MachineRecord | undefined;
  }

  definition(hash: string): string {
    const row = this.get('SELECT body FROM definitions WHERE hash = ?', hash);
    if (row === undefined) throw new Error(`The definition ${hash} is missing from the database.`);
    return String(row.body);
  }

  execution(arn: string): Execution | undefined {
    const row = this.get('SELECT * FROM executions WHERE arn = ?', arn);
    return row === undefined ? undefined : executionOf(row);
  }

  strands(execution: number): Strand[] {
    return this.all('SELECT * FROM strands WHERE execution = ? ORDER BY id', execution).map(decodeStrand);
  }

  /** The earliest moment at which something times out or wakes, in milliseconds. */
  nextDue(): number | undefined {
    const row = this.get(
      `SELECT min(due) AS due FROM (SELECT min(due) AS due FROM strands WHERE due IS NOT NULL
       UNION ALL SELECT min(deadline) FROM executions WHERE status = 'RUNNING')`,
    );
    return row === undefined || row.due === null ? undefined : Number(row.due);
  }

  /** Executions with something due, those that have waited longest first. */
  due(now: number): string[] {
    const rows = this.all(
      `SELECT e.arn AS arn, min(d.due) AS due FROM (SELECT execution, due FROM strands WHERE due <= ?
       UNION ALL SELECT id, deadline FROM executions WHERE status = 'RUNNING' AND deadline <= ?) d
       JOIN executions e ON e.id = d.execution GROUP BY e.id ORDER BY 2, e.id`,
      now,
      now,
    );
    return rows.map((row) => String(row.arn));
  }

  /** Executions that are owed the answer of a Lambda function: after a start, their calls are made again. */
  calling(): string[] {
    const rows = this.all(
      'SELECT DISTINCT e.arn AS arn FROM strands s JOIN executions e ON e.id = s.execution WHERE s.calling = 1 ORDER BY e.id',
    );
    return rows.map((row) => String(row.arn));
  }

  /** Writes what happened to an execution. Resolves after the commit; rejects when it could not be written. */
  save(run: Run, before: readonly Strand[], created: boolean): Promise<void> {
    return this.#enqueue(() => {
      const { execution } = run;
      this.#saveExecution(execution, created);
      for (const strand of before) {
        if (!run.strands.has(strand.id))
          this.run('DELETE FROM strands WHERE execution = ? AND id = ?', execution.id, strand.id);
      }
      for (const strand of run.strands.values()) {
        this.run('INSERT OR REPLACE INTO strands VALUES (?, ?, ?, ?, ?, ?, ?)', ...encodeStrand(execution.id, strand));
      }
      const [first, last] = [run.events[0], run.events.at(-1)];
      if (first !== undefined && last !== undefined) {
        this.run(
          'INSERT INTO history VALUES (?, ?, ?, ?)',
          execution.id,
          first.id,
          last.id,
          JSON.stringify(run.events),
        );
      }
    });
  }

  /** A row, or undefined. Statements are prepared once. */
  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined;
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#prepare(sql).run(...values);
  }

  /** Closes the file. What was not committed is not written, as if the process had been killed. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const { reject } of this.#pending.splice(0)) reject(new EndpointClosed());
    this.#statements.clear();
    this.database.close();
  }

  #saveExecution(execution: Execution, created: boolean): void {
    const { status, transitions, lastEvent, lastStrand } = execution;
    const ending = [
      execution.output ?? null,
      execution.error ?? null,
      execution.cause ?? null,
      execution.stoppedAt ?? null,
    ];
    if (created) {
      const { id, arn, name, machineArn, machineName, roleArn, definition, input, startedAt, deadline } = execution;
      this.run(
        'INSERT INTO executions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        ...[id, arn, name, machineArn, machineName, roleArn, definition, input, startedAt, deadline, status],
        ...[...ending, transitions, lastEvent, lastStrand],
      );
      return;
    }
    this.run(
      `UPDATE executions SET status = ?, output = ?, error = ?, cause = ?, stoppedAt = ?, transitions = ?, lastEvent = ?, lastStrand = ?
       WHERE id = ?`,
      ...[status, ...ending, transitions, lastEvent, lastStrand, execution.id],
    );
  }

  #prepare(sql: string): StatementSync {
    if (this.#closed) throw new EndpointClosed();
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #enqueue(write: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new EndpointClosed());
      if (this.#pending.length === 0) setImmediate(() => this.#flush());
      this.#pending.push({ write, resolve, reject });
    });
  }

  #flush(): void {
    const batch = this.#pending;
    if (this.#closed || batch.length === 0) return;
    this.#pending = [];
    try {
      this.database.exec('BEGIN IMMEDIATE');
      for (const { write } of batch) write();
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      for (const { reject } of batch) reject(error);
      return;
    }
    this.#onCommit();
    for (const { resolve, reject } of batch) {
      if (this.#closed) reject(new EndpointClosed());
      else resolve();
    }
  }
}
