import { createHash } from 'node:crypto';
import jsonata from 'jsonata';
import { seededNumber } from './chance.ts';
import { SCOPE, type Scope } from './scope.ts';

/**
 * The functions that Step Functions adds to JSONata (`$parse $partition $range $hash $random $uuid`) and those of
 * JSONata that would read the machine's clock or dice (`$now $millis $toMillis $shuffle`), which read the workflow's clock and
 * the scope's chance here. `$eval` is refused when the definition is loaded.
 */
export function registerFunctions(expression: jsonata.Expression): void {
  expression.registerFunction('parse', parse, '<s-:x>');
  expression.registerFunction('partition', partition, '<a?n?:a>');
  expression.registerFunction('range', range, '<n?n?n?:a>');
  expression.registerFunction('hash', hash, '<s-s?:s>');
  expression.registerFunction('random', random, '<n?:n>');
  expression.registerFunction('uuid', uuid, '<:s>');
  expression.registerFunction('millis', millis, '<:n>');
  expression.registerFunction('now', now, '<s?s?:s>');
  expression.registerFunction('toMillis', toMillis, '<s-s?:n>');
  expression.registerFunction('shuffle', shuffle, '<a:a>');
}

/** Every function of JSONata 2.0.6 that Step Functions offers, and its own. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  `abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl decodeUrlComponent distinct each
  encodeUrl encodeUrlComponent error exists filter floor formatBase formatInteger formatNumber fromMillis join keys length lookup
  lowercase map match max merge millis min not now number pad parseInteger power random reduce replace reverse round shuffle sift
  single sort split spread sqrt string substring substringAfter substringBefore sum toMillis trim type uppercase zip
  parse partition range hash uuid`.split(/\s+/),
);

/** AWS accepts `$range(1, 360145, 1)` and refuses one element more. */
const LONGEST_RANGE = 360_145;

const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

function scopeOf(focus: jsonata.Focus): Scope {
  return focus.environment.lookup(SCOPE) as Scope;
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw problem('$parse(): the argument is not valid JSON');
  }
}

// Numbers that are not whole are cut towards zero, and arguments that make no sense give nothing: both as AWS does.
function partition(array: unknown[] | undefined, size: number | undefined): unknown[][] | undefined {
  const step = Math.trunc(size ?? 0);
  if (array === undefined || array.length === 0 || step <= 0) return undefined;
  const parts: unknown[][] = [];
  for (let at = 0; at < array.length; at += step) parts.push([...array.slice(at, at + step)]);
  return parts;
}

function range(first?: number, last?: number, by?: number): number[] | number | undefined {
  if (first === undefined || last === undefined || by === undefined) return undefined;
  const from = Math.trunc(first);
  const to = Math.trunc(last);
  const step = Math.trunc(by);
  if (step === 0 || Math.sign(to - from) === -Math.sign(step)) return undefined;
  const length = Math.floor((to - from) / step) + 1;
  if (length > LONGEST_RANGE) throw problem('$range(): Expression evaluation memory limit exceeded');
  const values = Array.from({ length }, (_, i) => from + i * step);
  return values.length === 1 ? values[0] : values;
}

function hash(text: string | undefined, algorithm: string | undefined): string | undefined {
  if (text === undefined || algorithm === undefined) return undefined;
  const name = ALGORITHMS[algorithm];
  if (name === undefined) throw problem(`$hash(): the algorithm must be one of ${Object.keys(ALGORITHMS).join(', ')}`);
  return createHash(name).update(text, 'utf8').digest('hex');
}

function random(this: jsonata.Focus, seed?: number): number {
  return seed === undefined ? scopeOf(this).chance.number() : seededNumber(Math.trunc(seed));
}

function uuid(this: jsonata.Focus): string {
  return scopeOf(this).chance.uuid();
}

function millis(this: jsonata.Focus): number {
  return scopeOf(this).now;
}

function now(this: jsonata.Focus, picture?: string, timezone?: string): string {
  const fromMillis = this.environment.lookup('fromMillis') as { implementation: (...args: unknown[]) => string };
  return fromMillis.implementation.call(this, scopeOf(this).now, picture, timezone);
}

// The original takes the parts of a date that its picture lacks from today; it gets the workflow's today.
const original = (await jsonata('$toMillis').evaluate(undefined)) as {
  implementation: (...args: unknown[]) => number | undefined;
};

function toMillis(this: jsonata.Focus, timestamp?: string, picture?: string): number | undefined {
  const environment = { timestamp: new Date(scopeOf(this).now) };
  return original.implementation.call({ environment, input: this.input }, timestamp, picture);
}

function shuffle(this: jsonata.Focus, array: readonly unknown[] | undefined): unknown[] | undefined {
  if (array === undefined) return undefined;
  const { chance } = scopeOf(this);
  return array
    .map((value) => ({ value, place: chance.number() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

function problem(message: string): Error & { code: string } {
  return Object.assign(new Error(message), { code: 'D3137' });
}
