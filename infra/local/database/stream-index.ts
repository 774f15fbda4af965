import { DatabaseSync } from 'node:sqlite';

/**
 * Adds an index to the database's own list of stream records. Without it every write to a table with a stream looks
 * through all records ever written (the database numbers them by their maximum and never removes any): a transaction of
 * five takes 1.5 ms at first, 24 ms after 60 000 records and 45 ms after 120 000; with it 1.5 ms throughout. The index
 * changes no answer; if a later version of the database has no such list, there is nothing to do.
 */
export function indexStream(dataFile: string): void {
  const database = new DatabaseSync(dataFile, { timeout: 5_000 });
  try {
    const table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_stream_records'";
    const columns = database.prepare("SELECT name FROM pragma_table_info('_stream_records')").all();
    const known = ['table_name', 'sequence_number'].every((name) => columns.some((column) => column.name === name));
    if (database.prepare(table).get() === undefined || !known) return;
    database.exec(
      'CREATE INDEX IF NOT EXISTS stream_order ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
  } finally {
    database.close();
  }
}
