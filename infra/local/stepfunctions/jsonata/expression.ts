import jsonata from 'jsonata';
import { queryFailure } from '../errors.ts';
import { registerFunctions } from './functions.ts';
import { type Findings, inspect } from './inspect.ts';
import { SCOPE, type Scope } from './scope.ts';

/** A compiled `{% … %}`. */
export interface Expression extends Findings {
  readonly source: string;
  /** `field` names the place for the message, e.g. `Output/amount`. Throws StateFailure; never returns undefined. */
  evaluate(scope: Scope, field: string): Promise<unknown>;
}

/** True for a string that Step Functions evaluates: `{%` first and `%}` last, without blanks around. */
export function isExpression(text: string): boolean {
  return text.length >= 4 && text.startsWith('{%') && text.endsWith('%}');
}

// Compiling costs about ten evaluations, so each source is compiled once for the life of the process.
const compiled = new Map<string, Expression>();

/** Compiles the text of a `{% … %}` string. Throws jsonata's own error (`code`, `message`) when it does not parse. */
export function compileExpression(text: string): Expression {
  const source = text.slice(2, -2).trim();
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const expression = build(source);
  compiled.set(source, expression);
  return expression;
}

function build(source: string): Expression {
  const program = jsonata(source);
  registerFunctions(program);
  const findings = inspect(program.ast());
  // Only a lambda can loop or recurse; only such expressions pay for the step counter.
  if (findings.lambda) program.assign(Symbol.for('jsonata.__evaluate_entry') as unknown as string, countStep);
  return {
    source,
    ...findings,
    async evaluate(scope, field) {
      const value = await run(program, source, scope, field);
      if (value === undefined) {
        throw queryFailure(
          `The JSONata expression '${source}' specified for the field '${field}' returned nothing (undefined).`,
          field,
        );
      }
      return value;
    },
  };
}

async function run(program: jsonata.Expression, source: string, scope: Scope, field: string): Promise<unknown> {
  try {
    return await program.evaluate(undefined, scope.bindings);
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    const said = [code, message].filter((part) => part !== undefined).join(': ');
    throw queryFailure(
      `The JSONata expression '${source}' specified for the field '${field}' threw an error during evaluation. ${said}`,
      field,
    );
  }
}

/** A value was of the wrong type for its field, e.g. a Condition that is not a boolean. */
export function wrongType(source: string, field: string, expected: string, was: string): Error {
  return queryFailure(
    `The JSONata expression '${source}' specified for the field '${field}' returned an unexpected result type. Expected '${expected}', but was '${was}'.`,
    field,
  );
}

function countStep(_node: unknown, _input: unknown, environment: jsonata.Environment): void {
  const scope = environment.lookup(SCOPE) as Scope;
  scope.steps -= 1;
  if (scope.steps < 0)
    throw Object.assign(new Error('Expression evaluation timeout: check for infinite loop'), { code: 'U1001' });
}
