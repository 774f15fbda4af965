import { compileTemplate, type Readable, type Report, type Template } from '../jsonata/template.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Step Functions' longest time in seconds, about three years. */
export const LONGEST_SECONDS = 99_999_999;

const JSONPATH_FIELDS = new Set(
  'InputPath OutputPath ResultPath ResultSelector Parameters Result ItemsPath MaxConcurrencyPath SecondsPath TimestampPath TimeoutSecondsPath HeartbeatSecondsPath ErrorPath CausePath ToleratedFailureCountPath ToleratedFailurePercentagePath Variable'.split(
    ' ',
  ),
);

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the fields of one object of a definition. Each field is asked for by name; what nobody asked for is refused by
 * `finish`, so a field that the interpreter does not implement can never be overlooked.
 */
export class Fields {
  readonly #object: Json;
  readonly #state: string;
  readonly #within: string;
  readonly #report: Report;
  readonly #known = new Set<string>(['Comment']);

  /** `state` is the place of the state or machine (`/States/Pay`), `within` the path inside it (`Catch[0]`, or ''). */
  constructor(object: Json, state: string, within: string, report: Report) {
    this.#object = object;
    this.#state = state;
    this.#within = within;
    this.#report = report;
  }

  /** The path of a field inside its state, as run-time messages name it: `Catch[0]/Output`. */
  path(field: string): string {
    return this.#within === '' ? field : `${this.#within}/${field}`;
  }

  has(field: string): boolean {
    return this.#object[field] !== undefined;
  }

  raw(field: string): unknown {
    this.#known.add(field);
    return this.#object[field];
  }

  refuse(field: string, problem: string): void {
    this.#report(`${this.#state}/${this.path(field)}`, problem);
  }

  /** A field that must be a string; '' after a refusal. */
  string(field: string): string {
    const value = this.raw(field);
    if (typeof value === 'string' && value !== '') return value;
    this.refuse(field, value === undefined ? 'is missing' : 'must be a string that is not empty');
    return '';
  }

  optionalString(field: string): string | undefined {
    return this.raw(field) === undefined ? undefined : this.string(field);
  }

  /** A whole number within bounds, or undefined where the field is absent or was refused. */
  integer(field: string, least: number, most: number): number | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    this.refuse(field, `must be a whole number from ${least} to ${most}`);
    return undefined;
  }

  object(field: string): Json {
    const value = this.raw(field);
    if (isObject(value)) return value;
    this.refuse(field, value === undefined ? 'is missing' : 'must be an object');
    return {};
  }

  /** The fields of an object inside this one. */
  nested(field: string): Fields {
    return new Fields(this.object(field), this.#state, this.path(field), this.#report);
  }

  /** The objects of a list, with the place of each. Refuses a list that is missing or empty. */
  list(field: string): Fields[] {
    const value = this.raw(field);
    if (!Array.isArray(value) || value.length === 0) {
      this.refuse(field, value === undefined ? 'is missing' : 'must be a list that is not empty');
      return [];
    }
    return value.flatMap((item, i) => {
      if (isObject(item)) return [new Fields(item, this.#state, this.path(`${field}[${i}]`), this.#report)];
      this.refuse(`${field}[${i}]`, 'must be an object');
      return [];
    });
  }

  optionalList(field: string): Fields[] {
    return this.raw(field) === undefined ? [] : this.list(field);
  }

  /** A payload template; `readable` is what it may read of `$states` besides input and context. */
  template(field: string, readable: readonly Readable[] = []): Template | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    return compileTemplate(value, this.path(field), readable, (at, problem) =>
      this.#report(`${this.#state}/${at}`, problem),
    );
  }

  /** Refuses every field that was not asked for. */
  finish(): void {
    for (const field of Object.keys(this.#object)) {
      if (this.#known.has(field)) continue;
      if (JSONPATH_FIELDS.has(field)) this.refuse(field, 'belongs to JSONPath; this machine is JSONata');
      else this.refuse(field, 'is not supported');
    }
  }
}
