import { expectationsOf, keyName, keyOf } from './expectations.ts';
import { plainRecord, plainValue } from './plain.ts';
import type { Item, Write } from './port.ts';

/** Most actions that one DynamoDB transaction takes. */
export const MAX_WRITES = 100;

/** A list of writes that no store could carry out as meant; a mistake in the calling code. */
export class BadWrites extends Error {
  override readonly name = 'BadWrites';
}

/**
 * Checks what every adapter refuses and returns the writes with their contents copied as plain JSON, so that a caller's
 * later change of an object cannot reach the store. Throws `BadWrites` or `NotStorable`.
 */
export function checkedWrites(writes: readonly Write[]): Write[] {
  if (writes.length > MAX_WRITES) {
    throw new BadWrites(
      `${writes.length} writes are too many for one transaction: split them into parts of ${MAX_WRITES}.`,
    );
  }
  const seen = new Set<string>();
  return writes.map((write) => {
    const name = keyName(keyOf(write));
    const record = JSON.stringify([write.table, keyOf(write).pk, keyOf(write).sk]);
    if (seen.has(record)) throw new BadWrites(`${name} is written twice in one transaction: make it one write.`);
    seen.add(record);
    return checkedWrite(write, name);
  });
}

function checkedWrite(write: Write, name: string): Write {
  const { pk, sk } = keyOf(write);
  if (pk === '' || sk === '') throw new BadWrites(`${name} has an empty key: give both parts.`);
  if (write.table === 'ledger') onlyAppends(write, name);
  switch (write.do) {
    case 'put': {
      const item = plainRecord(write.item, name) as Item & Record<string, unknown>;
      queueKeys(item, name);
      return { ...write, item };
    }
    case 'update':
      return checkedUpdate(write, name);
    case 'check':
      if (write.expect.length === 0) throw new BadWrites(`The check of ${name} expects nothing: add an expectation.`);
      return write;
    case 'delete':
      return write;
  }
}

function onlyAppends(write: Write, name: string): void {
  const appends = write.do === 'put' && write.expect.some((expectation) => expectation.kind === 'absent');
  if (appends || write.do === 'check') return;
  throw new BadWrites(`${name} would overwrite the ledger, which only grows: append a new transfer instead.`);
}

function checkedUpdate(write: Write & { do: 'update' }, name: string): Write {
  const add = write.add ?? {};
  const set: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(write.set ?? {})) {
    if (value === undefined) throw new BadWrites(`${name}.${field} is set to undefined: remove it instead.`);
    set[field] = plainValue(value, `${name}.${field}`);
  }
  for (const [field, value] of Object.entries(add)) {
    if (!Number.isSafeInteger(value)) throw new BadWrites(`${name}.${field} can only grow by a whole number.`);
  }
  const fields = [...Object.keys(add), ...Object.keys(set), ...(write.remove ?? [])];
  if (fields.length === 0) throw new BadWrites(`The update of ${name} changes nothing: use a check.`);
  for (const field of ['pk', 'sk']) {
    if (fields.includes(field)) throw new BadWrites(`${name}: a key never changes; put a new record.`);
  }
  const twice = fields.find((field, n) => fields.indexOf(field) !== n);
  if (twice !== undefined) throw new BadWrites(`${name}.${twice} is changed twice in one update.`);
  if (expectationsOf(write).some((expectation) => expectation.kind === 'absent')) {
    throw new BadWrites(`The update of ${name} expects no record, but only an existing one can be updated: use put.`);
  }
  queueKeys(set, name);
  return { ...write, set };
}

/** An index key is a text that is not empty; anything else keeps the record out of the queue without a word. */
function queueKeys(fields: Record<string, unknown>, name: string): void {
  for (const field of ['workPk', 'workSk']) {
    const value = fields[field];
    if (value !== undefined && (typeof value !== 'string' || value === '')) {
      throw new BadWrites(`${name}.${field} must be a text that is not empty, or be left out.`);
    }
  }
}
