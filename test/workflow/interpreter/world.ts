import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { perform } from '../../../infra/local/stepfunctions/api/actions.ts';
import { Request } from '../../../infra/local/stepfunctions/api/request.ts';
import { Engine, type EngineOptions } from '../../../infra/local/stepfunctions/engine.ts';
import type { Clock, Instant } from '../../../shared/calendar/clock.ts';

export const PREFIX = 'arn:aws:states:eu-north-1:000000000000:stateMachine:';

/** A clock that a test moves. */
export class MovableClock implements Clock {
  #now: number;
  constructor(now: Instant) {
    this.#now = Date.parse(now);
  }
  now(): Instant {
    return new Date(this.#now).toISOString();
  }
  moveTo(instant: Instant): void {
    this.#now = Date.parse(instant);
  }
  forward(seconds: number): void {
    this.#now += seconds * 1000;
  }
}

export type Handler = (event: unknown) => unknown;

export interface Event {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: details differ by type, and each test knows its own
  readonly [details: string]: any;
}

export interface Described {
  readonly status: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly startDate: number;
  readonly stopDate?: number;
}

/** An engine on a database file, with a clock and Lambda functions that the test controls. */
export class World {
  readonly clock = new MovableClock('2025-08-18T06:00:00.000Z');
  readonly functions: Record<string, Handler> = {};
  readonly calls: { name: string; payload: unknown }[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'wayfare-interpreter-'));
  readonly faults: unknown[] = [];
  engine: Engine;

  constructor(options: Partial<EngineOptions> = {}) {
    this.engine = this.open(options);
  }

  open(options: Partial<EngineOptions> = {}): Engine {
    this.engine = new Engine({
      clock: this.clock,
      database: join(this.folder, 'workflows.db'),
      random: () => 0.5,
      invokeLambda: async (name, payload) => {
        this.calls.push({ name, payload });
        const handler = this.functions[name];
        if (handler === undefined)
          throw Object.assign(new Error(`no ${name}`), { name: 'Lambda.ResourceNotFoundException' });
        return handler(payload);
      },
      onFault: (fault) => this.faults.push(fault),
      ...options,
    });
    return this.engine;
  }

  load(name: string, definition: object): void {
    this.engine.loadMachines([{ name, arn: PREFIX + name, definition: { QueryLanguage: 'JSONata', ...definition } }]);
  }

  async ask(action: string, body: object): Promise<unknown> {
    return perform(this.engine, action, Request.parse(JSON.stringify(body)));
  }

  async start(machine: string, input: unknown = {}, name = 'x'): Promise<string> {
    const body = { stateMachineArn: PREFIX + machine, name, input: JSON.stringify(input) };
    return ((await this.ask('StartExecution', body)) as { executionArn: string }).executionArn;
  }

  async describe(executionArn: string): Promise<Described> {
    return (await this.ask('DescribeExecution', { executionArn })) as Described;
  }

  async history(executionArn: string): Promise<Event[]> {
    return ((await this.ask('GetExecutionHistory', { executionArn, maxResults: 1000 })) as { events: Event[] }).events;
  }

  /** Moves the clock from timer to timer until nothing more happens by itself. Answers the moments. */
  async runOut(): Promise<Instant[]> {
    const moments: Instant[] = [];
    await this.engine.idle();
    for (let next = this.engine.nextTimer(); next !== undefined; next = this.engine.nextTimer()) {
      this.clock.moveTo(next);
      moments.push(next);
      await this.engine.runDue();
      await this.engine.idle();
    }
    return moments;
  }

  close(): void {
    this.engine.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A machine of one state after another, the last one ending. */
export function chain(...states: Record<string, unknown>[]): object {
  const names = states.map((state, i) => String(state.name ?? `S${i + 1}`));
  const entries = states.map(({ name: _, ...state }, i) => {
    const ends = ['Choice', 'Succeed', 'Fail'].includes(String(state.Type));
    const to = ends ? {} : i + 1 < states.length ? { Next: names[i + 1] } : { End: true };
    return [names[i], { ...to, ...state }] as const;
  });
  return { StartAt: names[0], States: Object.fromEntries(entries) };
}

/** A Task state that calls a function. */
export function task(functionName: string, payload: unknown = {}, more: object = {}): Record<string, unknown> {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: functionName, Payload: payload },
    ...more,
  };
}

/** A Task state that calls a function with its token and waits. */
export function tokenTask(functionName: string, more: object = {}): Record<string, unknown> {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: functionName, Payload: { token: '{% $states.context.Task.Token %}' } },
    ...more,
  };
}
