import type { Readable, Template } from '../jsonata/template.ts';
import { type Fields, LONGEST_SECONDS } from './fields.ts';
import { readCatch, readRetry } from './guards.ts';
import type {
  ChoiceState,
  FailState,
  MapState,
  ParallelState,
  PassState,
  State,
  SucceedState,
  WaitState,
} from './machine.ts';
import { next, only, shaped } from './shape.ts';
import { compileTask } from './tasks.ts';
import { isCount, isDelay, isText, isTimestamp } from './values.ts';

/** Compiles the container of a branch or processor found at `path`, and answers its key. */
export type Nested = (fields: Fields, path: string, key: string) => string;

const RESULT: readonly Readable[] = ['result'];

/** Compiles one state, reporting what is wrong or not supported. Undefined where the type is unknown. */
export function compileState(name: string, fields: Fields, nested: Nested, container: string): State | undefined {
  const type = fields.raw('Type');
  const language = fields.raw('QueryLanguage');
  if (language !== undefined && language !== 'JSONata') fields.refuse('QueryLanguage', "must be 'JSONata'");
  const state = byType(type, name, fields, nested, container);
  if (state === undefined) fields.refuse('Type', `'${String(type)}' is not a state type that runs here`);
  else fields.finish();
  return state;
}

/** Every state that a state names, with the field that names it. */
export function targetsOf(state: State): [string, string][] {
  const targets: [string, string][] = [];
  if (state.next !== undefined) targets.push(['Next', state.next]);
  if (state.type === 'Choice') {
    state.rules.forEach((rule, i) => {
      targets.push([`Choices[${i}]/Next`, rule.next]);
    });
    if (state.fallback !== undefined) targets.push(['Default', state.fallback]);
  }
  if ('catch' in state) {
    state.catch.forEach((catcher, i) => {
      targets.push([`Catch[${i}]/Next`, catcher.next]);
    });
  }
  return targets;
}

function byType(type: unknown, name: string, fields: Fields, nested: Nested, container: string): State | undefined {
  switch (type) {
    case 'Pass':
      return { type, name, ...next(fields), ...shaped(fields, []) } satisfies PassState;
    case 'Choice':
      return compileChoice(name, fields);
    case 'Task':
      return { ...compileTask(name, fields), ...next(fields), ...shaped(fields, RESULT) };
    case 'Wait':
      return { type, name, ...next(fields), ...shaped(fields, []), until: readUntil(fields) } satisfies WaitState;
    case 'Succeed':
      return { type, name, ...only('output', fields.template('Output')) } satisfies SucceedState;
    case 'Fail':
      return {
        type,
        name,
        ...only('error', checked(fields, 'Error', 'a string', isText)),
        ...only('cause', checked(fields, 'Cause', 'a string', isText)),
      } satisfies FailState;
    case 'Parallel':
      return compileParallel(name, fields, nested, container);
    case 'Map':
      return compileMap(name, fields, nested, container);
    default:
      return undefined;
  }
}

function compileChoice(name: string, fields: Fields): ChoiceState {
  const rules = fields.list('Choices').map((rule) => {
    const condition = rule.template('Condition');
    if (condition === undefined) rule.refuse('Condition', 'is missing');
    else if (
      condition.kind !== 'expression' &&
      !(condition.kind === 'constant' && typeof condition.value === 'boolean')
    ) {
      rule.refuse('Condition', "must be a '{% … %}' string or a boolean");
    }
    const compiled = {
      condition: condition ?? { kind: 'constant' as const, value: false },
      next: rule.string('Next'),
      ...shaped(rule, []),
    };
    rule.finish();
    return compiled;
  });
  return { type: 'Choice', name, rules, ...only('fallback', fields.optionalString('Default')), ...shaped(fields, []) };
}

function readUntil(fields: Fields): WaitState['until'] {
  const seconds = checked(fields, 'Seconds', `a whole number from 0 to ${LONGEST_SECONDS}`, isDelay);
  const timestamp = checked(fields, 'Timestamp', 'a timestamp such as 2025-08-18T06:00:00Z', isTimestamp);
  if ((seconds === undefined) === (timestamp === undefined)) fields.refuse('Seconds', 'or Timestamp must stand alone');
  if (seconds !== undefined) return { kind: 'seconds', value: seconds };
  return { kind: 'timestamp', value: timestamp ?? { kind: 'constant', value: '' } };
}

function compileParallel(name: string, fields: Fields, nested: Nested, container: string): ParallelState {
  const branches = fields.list('Branches').map((branch, i) => {
    const key = nested(branch, `Branches[${i}]`, `${container}${name}/${i}/`);
    branch.finish();
    return key;
  });
  return {
    type: 'Parallel',
    name,
    branches,
    ...only('arguments', fields.template('Arguments')),
    ...next(fields),
    ...shaped(fields, RESULT),
    retry: readRetry(fields),
    catch: readCatch(fields),
  };
}

function compileMap(name: string, fields: Fields, nested: Nested, container: string): MapState {
  const processor = fields.nested('ItemProcessor');
  const config = processor.raw('ProcessorConfig') as { Mode?: unknown } | undefined;
  if (config !== undefined && (Object.keys(config).join() !== 'Mode' || config.Mode !== 'INLINE')) {
    processor.refuse('ProcessorConfig', "must be { Mode: 'INLINE' }; distributed maps do not run here");
  }
  const key = nested(processor, 'ItemProcessor', `${container}${name}/`);
  processor.finish();
  return {
    type: 'Map',
    name,
    processor: key,
    ...only('items', checked(fields, 'Items', 'a list', Array.isArray)),
    ...only('itemSelector', fields.template('ItemSelector')),
    ...only('maxConcurrency', checked(fields, 'MaxConcurrency', 'a whole number of at least 0', isCount)),
    ...next(fields),
    ...shaped(fields, RESULT),
    retry: readRetry(fields),
    catch: readCatch(fields),
  };
}

// A value that is written out can be judged when the definition is loaded; an expression's only when it is evaluated.
function checked(
  fields: Fields,
  field: string,
  what: string,
  holds: (value: unknown) => boolean,
): Template | undefined {
  const template = fields.template(field);
  if (template === undefined || template.kind === 'expression') return template;
  if (template.kind === 'constant' ? !holds(template.value) : !(field === 'Items' && template.kind === 'array')) {
    fields.refuse(field, `must be ${what} or a '{% … %}' string`);
  }
  return template;
}
