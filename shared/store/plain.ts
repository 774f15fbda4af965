/** A value cannot be stored so that it reads back the same. */
export class NotStorable extends Error {
  override readonly name = 'NotStorable';
}

/**
 * A deep copy of a record as both adapters store it: plain JSON. Fields that are `undefined` are left out; what would
 * silently change on its way through a database (dates, maps, numbers beyond 2^53, NaN, holes in lists) is refused.
 * `where` names the record in the message.
 */
export function plainRecord(record: object, where: string): Record<string, unknown> {
  return copyFields(record, where);
}

function copyFields(value: object, where: string): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    if (field !== undefined) copy[name] = plainValue(field, `${where}.${name}`);
  }
  return copy;
}

/** A deep copy of one value under the same rules; `undefined` itself is refused. */
export function plainValue(value: unknown, where: string): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return storableNumber(value, where);
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return Array.from(value, (entry, n) => plainValue(entry, `${where}[${n}]`));
      if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null) {
        return copyFields(value, where);
      }
  }
  throw new NotStorable(`${where} is ${kind(value)}; store plain JSON (text, number, yes/no, list, object) instead.`);
}

function storableNumber(value: number, where: string): number {
  if (!Number.isFinite(value)) throw new NotStorable(`${where} is ${value}; store a finite number.`);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new NotStorable(
      `${where} is ${value}, beyond the whole numbers that are exact (2^53 − 1); store it as text.`,
    );
  }
  // Databases know no negative zero; comparing a record with its stored self must not depend on the sign.
  return value === 0 ? 0 : value;
}

function kind(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `a ${value.constructor?.name ?? 'special object'}`;
  return value === undefined ? 'undefined' : `a ${typeof value}`;
}
