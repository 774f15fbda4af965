import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';

/** A file of the rulebook that cannot be used. The message names file, line and reason. */
export class RulebookError extends Error {
  readonly file: string;
  readonly line: number;
  readonly reason: string;

  constructor(file: string, line: number, reason: string) {
    super(`${file}, line ${line}: ${reason}`);
    this.name = 'RulebookError';
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}

/**
 * Reads the text of one YAML file by a schema. `file` is its name in messages.
 * Throws RulebookError for the first fault: broken YAML, an unknown key, a wrong or missing value.
 */
export function readYaml<T extends z.ZodType>(file: string, text: string, schema: T): z.output<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) throw new RulebookError(file, lines.linePos(fault.pos[0]).line, `${fault.message}.`);
  const result = schema.safeParse(document.toJS(), { reportInput: true });
  if (result.success) return result.data;
  const { path, reason } = firstFault(result.error.issues);
  throw new RulebookError(file, lineOf(document, path, lines), `${path.join('.') || 'the file'}: ${reason}.`);
}

type Issue = z.core.$ZodIssue;

/** The fault an officer can act on: inside a choice of shapes, the one of the shape that came closest. */
function firstFault(issues: readonly Issue[]): { path: PropertyKey[]; reason: string } {
  // A misspelt key is also a missing one; what is written there helps more than what is not.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) return { path: [], reason: 'it does not fit the schema' };
  if (issue.code === 'unrecognized_keys') {
    return { path: [...issue.path, issue.keys[0] ?? ''], reason: 'this key is not known here' };
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = issue.errors.toSorted((left, right) => depth(right) - depth(left))[0] ?? [];
    if (depth(closest) > 0) {
      const inner = firstFault(closest);
      return { path: [...issue.path, ...inner.path], reason: inner.reason };
    }
  }
  const missing = issue.code !== 'custom' && 'input' in issue && issue.input === undefined;
  return { path: [...issue.path], reason: missing ? 'this is missing' : issue.message };
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)));
}

/** Line of the value at the path, or of the nearest thing around it that exists. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return 1;
}

/** A key's own place is nearer to the fault than its value, which may begin lines later. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const last = path.at(-1);
  const parent = path.length > 0 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(parent) && last !== undefined) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
    return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const node = path.length > 0 ? document.getIn(path, true) : document.contents;
  return isNode(node) ? node.range?.[0] : undefined;
}
