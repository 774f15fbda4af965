/** A pattern of the template uses a comparison that the local host does not implement; the message names it. */
export class PatternRefused extends Error {
  override readonly name = 'PatternRefused';
}

/** Tells whether an event fits the pattern. */
export type Matcher = (event: unknown) => boolean;

/**
 * Compiles an EventBridge pattern (also used to filter table streams). Understood: nested fields, exact texts, numbers,
 * truth values and null, and `{ prefix }`. Everything else is refused here, at the start, and not when an event comes.
 * @throws PatternRefused
 */
export function compilePattern(pattern: unknown, path = 'the pattern'): Matcher {
  if (Array.isArray(pattern)) return anyOf(pattern, path);
  if (typeof pattern !== 'object' || pattern === null) {
    throw new PatternRefused(`${path} must be a list of values or an object of fields.`);
  }
  const fields = Object.entries(pattern).map(([name, inner]) => {
    if (name.startsWith('$')) throw new PatternRefused(`${path} uses "${name}", which is not implemented here.`);
    return [name, compilePattern(inner, `${path}.${name}`)] as const;
  });
  return (event) => {
    if (typeof event !== 'object' || event === null) return false;
    return fields.every(([name, matches]) => matches((event as Record<string, unknown>)[name]));
  };
}

function anyOf(values: readonly unknown[], path: string): Matcher {
  const matchers = values.map((value) => oneOf(value, path));
  return (event) => {
    const candidates = Array.isArray(event) ? event : [event];
    return candidates.some((candidate) => matchers.some((matches) => matches(candidate)));
  };
}

function oneOf(value: unknown, path: string): Matcher {
  if (typeof value !== 'object' || value === null) return (event) => event === value;
  const [name, ...others] = Object.keys(value);
  const argument = (value as Record<string, unknown>)[name ?? ''];
  if (name === 'prefix' && others.length === 0 && typeof argument === 'string') {
    return (event) => typeof event === 'string' && event.startsWith(argument);
  }
  throw new PatternRefused(`${path} compares by ${JSON.stringify(value)}, which is not implemented here.`);
}
