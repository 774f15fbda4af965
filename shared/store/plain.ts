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
  return copyFields(record, [where]);
}

/** A deep copy of one value under the same rules; `undefined` itself is refused. */
export function plainValue(value: unknown, where: string): unknown {
  return copyOf(value, [where]);
}

/** The way to a value. It is spelt out only where the value is refused: nearly all of them are not. */
type Path = (string | number)[];

function copyFields(value: object, path: Path): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const field: unknown = Reflect.get(value, name);
    if (field === undefined) continue;
    path.push(name);
    copy[name] = copyOf(field, path);
    path.pop();
  }
  return copy;
}

function copyOf(value: unknown, path: Path): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return storableNumber(value, path);
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return copyEntries(value, path);
      if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null) {
        return copyFields(value, path);
      }
  }
  const instead = 'store plain JSON (text, number, yes/no, list, object) instead';
  throw new NotStorable(`${spelt(path)} is ${kind(value)}; ${instead}.`);
}

function copyEntries(list: readonly unknown[], path: Path): unknown[] {
  const copy: unknown[] = [];
  for (let n = 0; n < list.length; n += 1) {
    path.push(n);
    copy.push(copyOf(list[n], path));
    path.pop();
  }
  return copy;
}

function storableNumber(value: number, path: Path): number {
  if (!Number.isFinite(value)) throw new NotStorable(`${spelt(path)} is ${value}; store a finite number.`);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new NotStorable(
      `${spelt(path)} is ${value}, beyond the whole numbers that are exact (2^53 − 1); store it as text.`,
    );
  }
  // Databases know no negative zero; comparing a record with its stored self must not depend on the sign.
  return value === 0 ? 0 : value;
}

function kind(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `a ${value.constructor?.name ?? 'special object'}`;
  return value === undefined ? 'undefined' : `a ${typeof value}`;
}

/** `nhh#case#8F3K2M9QRT/case.payments[0].amount` */
function spelt([where = '', ...steps]: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (way, step) => way + (typeof step === 'number' ? `[${step}]` : `.${step}`),
    String(where),
  );
}
