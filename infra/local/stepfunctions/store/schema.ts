import { DatabaseSync } from 'node:sqlite';

/**
 * The tables. History is kept in chunks, one row per transaction of an execution, because most events of a ten-state
 * run are written together and are only ever read in order.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS definitions (hash TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS machines (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL, roleArn TEXT NOT NULL, definition TEXT NOT NULL REFERENCES definitions, createdAt INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS executions (
    id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, machineArn TEXT NOT NULL, machineName TEXT NOT NULL,
    roleArn TEXT NOT NULL, definition TEXT NOT NULL REFERENCES definitions, input TEXT NOT NULL, startedAt INTEGER NOT NULL,
    deadline INTEGER NOT NULL, status TEXT NOT NULL, output TEXT, error TEXT, cause TEXT, stoppedAt INTEGER,
    transitions INTEGER NOT NULL, lastEvent INTEGER NOT NULL, lastStrand INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS executionsOfMachine ON executions (machineArn, id);
  CREATE INDEX IF NOT EXISTS executionsDue ON executions (deadline) WHERE status = 'RUNNING';
  CREATE TABLE IF NOT EXISTS strands (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, due INTEGER, calling INTEGER, input TEXT NOT NULL, variables TEXT NOT NULL,
    body TEXT NOT NULL, PRIMARY KEY (execution, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS strandsDue ON strands (due) WHERE due IS NOT NULL;
  CREATE INDEX IF NOT EXISTS strandsCalling ON strands (execution, id) WHERE calling = 1;
  CREATE TABLE IF NOT EXISTS history (
    execution INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, events TEXT NOT NULL, PRIMARY KEY (execution, first)
  ) WITHOUT ROWID;
`;

/** The layout that this code reads and writes. A file of another layout is refused, not guessed at. */
const LAYOUT = '1';

/**
 * Opens or makes the database file (`:memory:` for none). WAL with synchronous NORMAL: a commit is handed to the
 * operating system before anybody sees its effect, so killing this process at any moment loses nothing; only a power
 * cut could take the last commits back, and then whole, newest first. FULL would wait for the disk at every step of
 * every case, which a machine to develop and to try on does not need.
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 4000;',
  );
  database.exec(SCHEMA);
  database.prepare("INSERT OR IGNORE INTO meta VALUES ('layout', ?)").run(LAYOUT);
  const layout = database.prepare("SELECT value FROM meta WHERE key = 'layout'").get()?.value;
  if (layout !== LAYOUT) {
    database.close();
    throw new Error(
      `${path} has layout ${String(layout)} of another version of Wayfare. Move the file away and start again.`,
    );
  }
  return database;
}
