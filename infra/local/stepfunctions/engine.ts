import type { Clock, Instant } from '../../../shared/calendar/clock.ts';
import { Busy, Locks } from './busy.ts';
import { compileMachine } from './definition/compile.ts';
import type { Machine } from './definition/machine.ts';
import { DefinitionRefused, EndpointClosed } from './errors.ts';
import { Chance, drawSeed } from './jsonata/chance.ts';
import { type Answer, answered, timePasses } from './running/happen.ts';
import { Payload } from './running/payload.ts';
import { type Execution, Run, type TaskWait } from './running/run.ts';
import { Store } from './store/store.ts';

export interface EngineOptions {
  /** The workflow's time. Nothing here reads any other clock or sets a timer of its own. */
  readonly clock: Clock;
  /** Calls a Lambda function by name or ARN. A rejection fails the task with the error's `name`. */
  invokeLambda(functionArnOrName: string, payload: unknown): Promise<unknown>;
  /** From 0 to 1; drawn from only when a new database is made. */
  random(): number;
  /** Path of the SQLite file. */
  readonly database: string;
  /** Told when work begins and when none is left. */
  onBusyChange?(busy: boolean): void;
  /** Told after each commit, before any of its effects. */
  onCommit?(): void;
  /** Told of a bug or of a database that cannot be written. Without it, such an error ends the process. */
  onFault?(error: unknown): void;
}

/** A state machine as the host knows it from the synthesised template. */
export interface MachineSource {
  readonly name: string;
  readonly arn: string;
  /** Amazon States Language, as text or as the object that the text would give. */
  readonly definition: string | object;
  readonly roleArn?: string;
}

/** Executions handled at the same time by `runDue`; bounds the memory that a jump of the clock takes. */
const DUE_AT_ONCE = 500;

/**
 * Runs Standard workflows durably. Every change of an execution is committed before anything of it can be seen: before
 * a Lambda function is called, a request is answered, or a later step is taken.
 */
export class Engine {
  readonly store: Store;
  readonly seed: string;
  readonly #options: EngineOptions;
  readonly #busy: Busy;
  readonly #locks = new Locks();
  readonly #machines = new Map<string, Machine>();
  #closed = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#busy = new Busy((busy) => options.onBusyChange?.(busy));
    this.store = new Store(options.database, () => options.onCommit?.());
    this.seed = this.store.meta('seed', () => drawSeed(options.random));
  }

  /**
   * Makes state machines known, all or none. Throws DefinitionRefused naming every problem. A machine that is loaded
   * again keeps its running executions on the definition that they began with.
   */
  loadMachines(sources: readonly MachineSource[]): void {
    const texts = sources.map(({ definition }) =>
      typeof definition === 'string' ? definition : JSON.stringify(definition),
    );
    const compiled: (Machine | undefined)[] = [];
    const refused: DefinitionRefused[] = [];
    for (const [i, { name }] of sources.entries()) {
      try {
        compiled[i] = compileMachine(name, texts[i] ?? '');
      } catch (error) {
        if (!(error instanceof DefinitionRefused)) throw error;
        refused.push(error);
      }
    }
    const [first, ...others] = refused;
    if (first !== undefined)
      throw others.length === 0 ? first : new AggregateError(refused, refused.map((e) => e.message).join('\n'));
    for (const [i, { name, arn, roleArn }] of sources.entries()) {
      const role = roleArn ?? `arn:aws:iam::${arn.split(':')[4] ?? ''}:role/${name}`;
      const hash = this.store.putMachine({ arn, name, roleArn: role, body: texts[i] ?? '', now: this.now() });
      const machine = compiled[i];
      if (machine !== undefined) this.#machines.set(hash, machine);
    }
  }

  /** Makes the calls again that were under way when the process ended. Load the machines first. */
  start(): void {
    for (const arn of this.store.calling()) {
      this.#background(() =>
        this.operate(arn, async (run) => {
          for (const strand of run?.strands.values() ?? []) {
            if (strand.wait?.kind === 'task' && strand.wait.call !== undefined)
              run?.calls.push({ strand: strand.id, wait: strand.wait });
          }
        }),
      );
    }
  }

  /** True when no execution moves, no call is under way and nothing waits to be committed. Waiting executions are idle. */
  isIdle(): boolean {
    return this.#busy.idle;
  }

  /** Resolves as soon as `isIdle()`. */
  idle(): Promise<void> {
    return this.#busy.whenIdle();
  }

  /** When the next thing happens by itself; undefined while nothing will. */
  nextTimer(): Instant | undefined {
    const due = this.store.nextDue();
    return due === undefined ? undefined : new Date(due).toISOString();
  }

  /** Lets everything happen whose time has come by the clock. Resolves after the commits; calls may then be under way. */
  async runDue(): Promise<void> {
    for (;;) {
      const due = this.store.due(this.now());
      if (due.length === 0) return;
      for (let at = 0; at < due.length; at += DUE_AT_ONCE) {
        const some = due.slice(at, at + DUE_AT_ONCE);
        await Promise.all(
          some.map((arn) => this.operate(arn, async (run) => (run === undefined ? undefined : timePasses(run)))),
        );
      }
    }
  }

  /** Billed state transitions (states entered, and retries) of one execution, or of all there ever were. */
  transitions(executionArn?: string): number {
    if (executionArn !== undefined) return this.store.execution(executionArn)?.transitions ?? 0;
    return Number(this.store.get('SELECT coalesce(sum(transitions), 0) AS sum FROM executions')?.sum);
  }

  /** Closes the database at once. What was under way goes on after the next `start`, exactly as after kill -9. */
  close(): void {
    this.#closed = true;
    this.store.close();
  }

  /** The clock's time in milliseconds. */
  now(): number {
    return Date.parse(this.#options.clock.now());
  }

  /** How long an execution of a definition may take, in seconds. */
  timeoutSeconds(name: string, hash: string): number {
    return this.#machine(name, hash).timeoutSeconds;
  }

  /** Randomness for a place that is named uniquely. */
  chance(place: string): Chance {
    return new Chance(this.seed, place);
  }

  /**
   * Does one thing to an execution, alone: loads it, lets `work` change it, commits, and only then makes the calls and
   * answers. `work` gets undefined for an execution that does not exist, and may answer a new run through `create`.
   */
  operate<T>(
    arn: string,
    work: (run: Run | undefined, create: (execution: Execution) => Run) => Promise<T>,
  ): Promise<T> {
    return this.#busy.during(() =>
      this.#locks.hold(arn, async () => {
        if (this.#closed) throw new EndpointClosed();
        const execution = this.store.execution(arn);
        const before = execution === undefined ? [] : this.store.strands(execution.id);
        let run = execution === undefined ? undefined : this.#runOf(execution, before);
        const answer = await work(run, (made) => {
          run = this.#runOf(made, []);
          return run;
        });
        if (run !== undefined) await this.#commit(run, before, execution === undefined);
        return answer;
      }),
    );
  }

  async #commit(run: Run, before: Parameters<Store['save']>[1], created: boolean): Promise<void> {
    const calls = [...run.calls];
    if (run.changed) await this.store.save(run, before, created);
    for (const { strand, wait } of calls) this.#background(() => this.#call(run.execution.arn, strand, wait));
  }

  #runOf(execution: Execution, strands: Parameters<Store['save']>[1]): Run {
    const machine = this.#machine(execution.machineName, execution.definition);
    return new Run(machine, execution, strands, this.now(), this.seed);
  }

  #machine(name: string, hash: string): Machine {
    const known = this.#machines.get(hash);
    if (known !== undefined) return known;
    const machine = compileMachine(name, this.store.definition(hash));
    this.#machines.set(hash, machine);
    return machine;
  }

  async #call(arn: string, strand: number, wait: TaskWait): Promise<void> {
    if (wait.call === undefined) return;
    const answer = await this.#invoke(wait.call.functionName, wait.call.payload);
    await this.operate(arn, async (run) => (run === undefined ? undefined : answered(run, strand, wait.event, answer)));
  }

  async #invoke(functionName: string, payload: unknown): Promise<Answer> {
    try {
      // A copy: what a handler does to its event must not reach the workflow.
      const value = await this.#options.invokeLambda(functionName, JSON.parse(JSON.stringify(payload)));
      return { kind: 'success', result: Payload.answered(value) };
    } catch (error) {
      const errorType = error instanceof Error ? error.name : typeof error;
      const errorMessage = error instanceof Error ? error.message : String(error);
      return { kind: 'failure', failure: { error: errorType, cause: JSON.stringify({ errorType, errorMessage }) } };
    }
  }

  #background(work: () => Promise<unknown>): void {
    this.#busy.during(work).catch((error: unknown) => {
      if (error instanceof EndpointClosed) return;
      if (this.#options.onFault !== undefined) this.#options.onFault(error);
      else
        setImmediate(() => {
          throw error;
        });
    });
  }
}
