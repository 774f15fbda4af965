/** Largest record that DynamoDB takes: 400 KB, names of fields included. */
export const MAX_ITEM_BYTES = 400 * 1024;

/**
 * Size of a record by DynamoDB's rules (developer guide, "Item sizes and formats"): UTF-8 bytes of names and texts,
 * one byte per two digits of a number plus one, one for yes/no and null, three per list or object and one per entry.
 */
export function itemBytes(item: object): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);
}

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 1 + Math.ceil(String(Math.abs(value)).replace('.', '').length / 2);
  if (Array.isArray(value)) return value.reduce((sum: number, entry) => sum + 1 + valueBytes(entry), 3);
  if (typeof value === 'object' && value !== null) return 3 + Object.keys(value).length + itemBytes(value);
  return 1;
}
