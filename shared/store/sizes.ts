/** Largest record that DynamoDB takes: 400 KB, names of fields included. */
export const MAX_ITEM_BYTES = 400 * 1024;

/**
 * Size of a record by DynamoDB's rules (developer guide, "Item sizes and formats"): UTF-8 bytes of names and texts,
 * one byte per two digits of a number plus one, one for yes/no and null; a list or object is an object with one entry, its
 * JSON text (attributes.ts): three bytes, one for the entry, its name and the text.
 */
export function itemBytes(item: object): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);
}

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 1 + Math.ceil(String(Math.abs(value)).replace('.', '').length / 2);
  if (typeof value === 'object' && value !== null)
    return 3 + 1 + 'json'.length + Buffer.byteLength(JSON.stringify(value));
  return 1;
}

/** Whether DynamoDB takes the record. Nearly all are far too small to be counted exactly, which means writing their JSON. */
export function fits(item: object): boolean {
  return boundOf(item) <= MAX_ITEM_BYTES || itemBytes(item) <= MAX_ITEM_BYTES;
}

/** No value has more bytes: a character has at most six in JSON, a number 25 with what surrounds it. */
function boundOf(value: unknown): number {
  if (typeof value === 'string') return 6 * value.length + 3;
  if (typeof value !== 'object' || value === null) return 25;
  let bound = 16;
  if (Array.isArray(value)) for (const entry of value) bound += boundOf(entry) + 1;
  else for (const name of Object.keys(value)) bound += 6 * name.length + 4 + boundOf(Reflect.get(value, name));
  return bound;
}
