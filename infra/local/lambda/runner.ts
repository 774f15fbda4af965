import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import type { Ids } from '../../../shared/mobility/ids.ts';
import type { FunctionDefinition } from '../template/types.ts';
import { Gate } from './gate.ts';

/** A function was called that the template does not have, or its module exports no handler. */
export class NoSuchFunction extends Error {
  override readonly name = 'NoSuchFunction';
}

/** A handler did not answer in the time that the template gives it; Lambda's own name for it. */
export class TimedOut extends Error {
  override readonly name = 'Sandbox.Timedout';
}

export interface Usage {
  calls: number;
  errors: number;
  /** Sum of all durations. */
  milliseconds: number;
}

type Handler = (event: unknown, context: Context) => unknown;

export interface RunnerOptions {
  readonly root: string;
  readonly functions: readonly FunctionDefinition[];
  readonly ids: Ids;
  /** Handlers that run at one time; 25 when absent. */
  readonly concurrency?: number;
  /** Called after every call, whatever came of it. */
  readonly after?: () => void;
}

/** Runs the handlers of the template's functions in this process, as Lambda would call them. */
export class LambdaRunner {
  private readonly options: RunnerOptions;
  private readonly gate: Gate;
  private readonly handlers = new Map<string, Promise<Handler>>();
  private readonly used = new Map<string, Usage>();

  constructor(options: RunnerOptions) {
    this.options = options;
    this.gate = new Gate(options.concurrency ?? 25);
  }

  /** Loads every module, so that a broken one is found at the start. @throws NoSuchFunction */
  async load(): Promise<void> {
    for (const definition of this.options.functions) await this.handlerOf(definition);
  }

  /**
   * Calls a function by name or ARN with a copy of the event; rejects with what the handler threw. The result, too, is a
   * copy: only what JSON can carry goes in and out.
   */
  async invoke(nameOrArn: string, event: unknown): Promise<unknown> {
    const definition = this.find(nameOrArn);
    const handler = await this.handlerOf(definition);
    return this.gate.through(() => this.call(definition, handler, event));
  }

  /** Handlers running or waiting for their turn. */
  get inFlight(): number {
    return this.gate.inside;
  }

  /** Calls, errors and time by function name, since the start. */
  usage(): Readonly<Record<string, Readonly<Usage>>> {
    return Object.fromEntries(this.used);
  }

  private async call(definition: FunctionDefinition, handler: Handler, event: unknown): Promise<unknown> {
    const usage = this.used.get(definition.name) ?? { calls: 0, errors: 0, milliseconds: 0 };
    this.used.set(definition.name, usage);
    usage.calls += 1;
    const started = performance.now();
    const limit = definition.timeoutSeconds * 1000;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      const late = () =>
        reject(new TimedOut(`${definition.name} did not answer within ${definition.timeoutSeconds} seconds.`));
      timer = setTimeout(late, limit);
    });
    try {
      const context = this.context(definition, usage.calls, () => Math.max(0, limit - (performance.now() - started)));
      const work = Promise.resolve(handler(copy(event), context));
      return copy(await Promise.race([work, timeout]));
    } catch (error) {
      usage.errors += 1;
      throw error;
    } finally {
      clearTimeout(timer);
      usage.milliseconds += performance.now() - started;
      this.options.after?.();
    }
  }

  private context(definition: FunctionDefinition, call: number, remaining: () => number): Context {
    const refuse = (): never => {
      throw new TypeError('Callbacks of the context are not supported: return a promise.');
    };
    return {
      functionName: definition.name,
      functionVersion: '$LATEST',
      invokedFunctionArn: definition.arn,
      memoryLimitInMB: String(definition.memoryMb),
      awsRequestId: this.options.ids.id(`call:${definition.name}:${call}`),
      logGroupName: `/aws/lambda/${definition.name}`,
      logStreamName: 'local',
      callbackWaitsForEmptyEventLoop: false,
      getRemainingTimeInMillis: remaining,
      done: refuse,
      fail: refuse,
      succeed: refuse,
    };
  }

  private find(nameOrArn: string): FunctionDefinition {
    const found = this.options.functions.find((f) => f.arn === nameOrArn || f.name === nameOrArn);
    if (!found) throw new NoSuchFunction(`There is no function ${nameOrArn}.`);
    return found;
  }

  private handlerOf({ name, entry }: FunctionDefinition): Promise<Handler> {
    const known = this.handlers.get(name);
    if (known) return known;
    const loading = import(pathToFileURL(join(this.options.root, entry)).href).then((module: { handler?: unknown }) => {
      if (typeof module.handler !== 'function') throw new NoSuchFunction(`${entry} exports no function "handler".`);
      return module.handler as Handler;
    });
    this.handlers.set(name, loading);
    return loading;
  }
}

function copy(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
