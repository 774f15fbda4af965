import type { Template } from '../jsonata/template.ts';
import { type Fields, isObject, LONGEST_SECONDS } from './fields.ts';
import { readCatch, readRetry } from './guards.ts';
import type { TaskState } from './machine.ts';
import { only } from './shape.ts';

const INTEGRATION = /^arn:aws[a-z-]*:states:::lambda:invoke(\.waitForTaskToken)?$/;

/** The integrations that run here, for messages. */
export const INTEGRATIONS = ['arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken'];

/** Compiles the fields of a Task state that are its own. */
export function compileTask(name: string, fields: Fields): TaskState {
  const resource = fields.string('Resource');
  const match = INTEGRATION.exec(resource);
  if (resource !== '' && match === null) {
    fields.refuse(
      'Resource',
      `'${resource}' is an integration that does not run here (there are ${INTEGRATIONS.join(' and ')})`,
    );
  }
  checkArguments(fields);
  return {
    type: 'Task',
    name,
    waitForToken: match?.[1] !== undefined,
    arguments: fields.template('Arguments') ?? { kind: 'constant', value: {} },
    ...only('timeoutSeconds', readSeconds(fields, 'TimeoutSeconds')),
    ...only('heartbeatSeconds', readHeartbeat(fields)),
    retry: readRetry(fields),
    catch: readCatch(fields),
  };
}

// Arguments that are one expression can only be checked when they have been evaluated; see `invocationOf`.
function checkArguments(fields: Fields): void {
  const value = fields.raw('Arguments');
  if (typeof value === 'string') return;
  if (!isObject(value)) {
    fields.refuse('Arguments', value === undefined ? 'is missing' : 'must be an object');
    return;
  }
  if (value.FunctionName === undefined) fields.refuse('Arguments/FunctionName', 'is missing');
  for (const field of Object.keys(value)) {
    if (field !== 'FunctionName' && field !== 'Payload')
      fields.refuse(`Arguments/${field}`, 'is not supported by lambda:invoke here');
  }
}

function readSeconds(fields: Fields, field: string): Template | undefined {
  const value = fields.raw(field);
  if (typeof value === 'string') {
    const template = fields.template(field);
    if (template?.kind === 'expression') return template;
    fields.refuse(field, "must be a whole number or a '{% … %}' string");
    return undefined;
  }
  return value === undefined || fields.integer(field, 1, LONGEST_SECONDS) === undefined
    ? undefined
    : { kind: 'constant', value };
}

function readHeartbeat(fields: Fields): Template | undefined {
  const heartbeat = fields.raw('HeartbeatSeconds');
  const timeout = fields.raw('TimeoutSeconds');
  if (typeof heartbeat === 'number' && typeof timeout === 'number' && heartbeat >= timeout) {
    fields.refuse('HeartbeatSeconds', 'must be smaller than TimeoutSeconds');
  }
  return readSeconds(fields, 'HeartbeatSeconds');
}

/** What a lambda:invoke task calls. */
export interface Invocation {
  readonly functionName: string;
  readonly payload: unknown;
}

/** Reads evaluated Arguments. A string says what is wrong with them. */
export function invocationOf(value: unknown): Invocation | string {
  if (!isObject(value)) return 'Arguments of lambda:invoke must be an object.';
  const unknown = Object.keys(value).find((field) => field !== 'FunctionName' && field !== 'Payload');
  if (unknown !== undefined) return `Arguments/${unknown} is not supported by lambda:invoke here.`;
  if (typeof value.FunctionName !== 'string' || value.FunctionName === '')
    return 'Arguments/FunctionName must be a string.';
  return { functionName: value.FunctionName, payload: value.Payload === undefined ? {} : value.Payload };
}
