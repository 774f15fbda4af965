import { compileExpression, type Expression, isExpression } from './expression.ts';
import type { Scope } from './scope.ts';

/** A compiled payload template: any JSON in which `{% … %}` strings stand for values. */
export type Template =
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly field: string }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Template])[] }
  | { readonly kind: 'array'; readonly items: readonly Template[] };

/** What a template's expressions may read of `$states` besides `input` and `context`. */
export type Readable = 'result' | 'errorOutput';

/** Receives problems found while compiling: where (`/States/A/Output`) and what. */
export type Report = (place: string, problem: string) => void;

/**
 * Compiles a template. `field` is the path within the state (`Output/lines[0]`), used in messages; problems go to
 * `report` with the field.
 */
export function compileTemplate(
  value: unknown,
  field: string,
  readable: readonly Readable[],
  report: Report,
): Template {
  if (typeof value === 'string') return compileString(value, field, readable, report);
  if (Array.isArray(value)) {
    const items = value.map((item, i) => compileTemplate(item, `${field}[${i}]`, readable, report));
    return items.every((item) => item.kind === 'constant') ? { kind: 'constant', value } : { kind: 'array', items };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, part]) => [key, compileTemplate(part, `${field}/${key}`, readable, report)] as const,
    );
    return entries.every(([, part]) => part.kind === 'constant')
      ? { kind: 'constant', value }
      : { kind: 'object', entries };
  }
  return { kind: 'constant', value };
}

function compileString(text: string, field: string, readable: readonly Readable[], report: Report): Template {
  if (!isExpression(text)) {
    if (text.startsWith('{%')) report(field, "begins with '{%' and does not end with '%}'");
    return { kind: 'constant', value: text };
  }
  try {
    const expression = compileExpression(text);
    for (const problem of expression.problems) report(field, problem);
    for (const read of expression.reads) {
      if (read === 'input' || read === 'context' || readable.includes(read as Readable)) continue;
      report(field, `'$states.${read}' cannot be read here`);
    }
    return { kind: 'expression', expression, field };
  } catch (error) {
    const { message } = error as { message?: string };
    report(field, `is not JSONata that parses: ${message ?? String(error)}`);
    return { kind: 'constant', value: null };
  }
}

/** Evaluates a template. Throws StateFailure (States.QueryEvaluationError) naming the field at fault. */
export async function evaluate(template: Template, scope: Scope): Promise<unknown> {
  switch (template.kind) {
    case 'constant':
      return template.value;
    case 'expression':
      return template.expression.evaluate(scope, template.field);
    case 'array': {
      const items: unknown[] = [];
      for (const item of template.items) items.push(await evaluate(item, scope));
      return items;
    }
    case 'object': {
      const value: Record<string, unknown> = {};
      for (const [key, part] of template.entries) {
        // A plain assignment of `__proto__` would set the prototype instead of a field.
        Object.defineProperty(value, key, {
          value: await evaluate(part, scope),
          enumerable: true,
          writable: true,
          configurable: true,
        });
      }
      return value;
    }
  }
}

/** All expressions of a template, for checks over a whole definition. */
export function expressionsOf(template: Template): Expression[] {
  switch (template.kind) {
    case 'constant':
      return [];
    case 'expression':
      return [template.expression];
    case 'array':
      return template.items.flatMap(expressionsOf);
    case 'object':
      return template.entries.flatMap(([, part]) => expressionsOf(part));
  }
}
