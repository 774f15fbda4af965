import type { Readable, Template } from '../jsonata/template.ts';
import type { Fields } from './fields.ts';

const VARIABLE = /^\p{ID_Start}\p{ID_Continue}*$/u;

/** True for a name that Assign may give a variable: a Unicode identifier of at most 80 characters, not `states`. */
export function isVariableName(name: string): boolean {
  return VARIABLE.test(name) && [...name].length <= 80 && name !== 'states';
}

/** Reads Output and Assign of a state, a Choice rule or a Catch. */
export function shaped(fields: Fields, readable: readonly Readable[]): { output?: Template; assign?: Template } {
  if (fields.has('Assign')) {
    for (const name of Object.keys(fields.object('Assign'))) {
      if (!isVariableName(name)) fields.refuse(`Assign/${name}`, 'is not a name that a variable may have');
    }
  }
  return {
    ...only('output', fields.template('Output', readable)),
    ...only('assign', fields.template('Assign', readable)),
  };
}

/** Reads Next and End: exactly one of them. */
export function next(fields: Fields): { next?: string } {
  const end = fields.raw('End');
  const given = fields.raw('Next');
  if (end !== undefined && typeof end !== 'boolean') fields.refuse('End', 'must be true or false');
  if (end === true) {
    if (given !== undefined) fields.refuse('Next', 'must not stand beside End');
    return {};
  }
  return { next: fields.string('Next') };
}

/** `{ [key]: value }`, or nothing where the value is undefined: for optional properties. */
export function only<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
