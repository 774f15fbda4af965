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
