import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS clock (one INTEGER PRIMARY KEY CHECK (one = 1), mode TEXT NOT NULL, value INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS objects (
    bucket TEXT NOT NULL, key TEXT NOT NULL, etag TEXT NOT NULL, size INTEGER NOT NULL, content TEXT NOT NULL,
    type TEXT NOT NULL, metadata TEXT NOT NULL, modified TEXT NOT NULL, PRIMARY KEY (bucket, key)) STRICT;
  CREATE TABLE IF NOT EXISTS events (
    id INTEGER PRIMARY KEY, rule TEXT NOT NULL, function TEXT NOT NULL, event TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL DEFAULT 'waiting', error TEXT) STRICT;
  CREATE INDEX IF NOT EXISTS events_by_state ON events (state, id);
  CREATE TABLE IF NOT EXISTS mails (
    id INTEGER PRIMARY KEY, message TEXT NOT NULL UNIQUE, at TEXT NOT NULL, sender TEXT NOT NULL,
    subject TEXT NOT NULL, raw BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS recipients (
    address TEXT NOT NULL, mail INTEGER NOT NULL REFERENCES mails(id), PRIMARY KEY (address, mail)) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS recipients_by_mail ON recipients (mail);
  CREATE TABLE IF NOT EXISTS mail_events (
    id INTEGER PRIMARY KEY, message TEXT NOT NULL, due TEXT NOT NULL, word TEXT NOT NULL, event TEXT) STRICT;
  CREATE INDEX IF NOT EXISTS mail_events_by_message ON mail_events (message, due);
  CREATE INDEX IF NOT EXISTS mail_events_to_come ON mail_events (due) WHERE event IS NOT NULL;
`;

/**
 * Opens the one SQLite file of the host: clock, object index, undelivered events, mailbox. What belongs together (a new
 * object and the event that announces it) is written in one transaction. WAL without fsync per commit survives the
 * death of the process at any moment, which is what the host promises; it does not promise to survive a power cut.
 */
export function openHostFile(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true });
  const file = new DatabaseSync(join(dataDir, 'host.sqlite'));
  file.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;',
  );
  file.exec(SCHEMA);
  return file;
}

/** Runs the work in one transaction. */
export function inTransaction<T>(file: DatabaseSync, work: () => T): T {
  file.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    file.exec('COMMIT');
    return result;
  } catch (error) {
    file.exec('ROLLBACK');
    throw error;
  }
}
