import type { Machine, State } from '../definition/machine.ts';
import type { Failure } from '../errors.ts';
import { Chance } from '../jsonata/chance.ts';
import { Payload } from './payload.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** An execution as it is stored. Times are milliseconds since 1970 of the workflow's clock. */
export interface Execution {
  readonly id: number;
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly machineName: string;
  readonly roleArn: string;
  /** Hash of the definition it began with. */
  readonly definition: string;
  /** As it was given, blanks included. */
  readonly input: string;
  readonly startedAt: number;
  /** When the whole execution times out. */
  readonly deadline: number;
  status: Status;
  output?: string;
  error?: string;
  cause?: string;
  stoppedAt?: number;
  /** Billed state transitions: states entered and retries. */
  transitions: number;
  lastEvent: number;
  lastStrand: number;
}

/** What a strand waits for. */
export type Wait =
  | { readonly kind: 'time'; readonly until: number }
  | { readonly kind: 'retry'; readonly until: number }
  | TaskWait
  | ChildrenWait
  | { readonly kind: 'done'; readonly output: string };

export interface TaskWait {
  readonly kind: 'task';
  /** The id of the TaskScheduled event: tells this attempt from earlier and later ones. */
  readonly event: number;
  readonly token: boolean;
  readonly timeoutAt?: number;
  readonly heartbeatAt?: number;
  readonly heartbeatSeconds?: number;
  /** The call that is owed an answer; after a crash it is made again. Absent once a token task was submitted. */
  readonly call?: { readonly functionName: string; readonly payload: unknown };
}

export interface ChildrenWait {
  readonly kind: 'children';
  readonly count: number;
  /** Items of a Map state that wait for their turn. */
  readonly queue: readonly Item[];
}

/** One item of a Map state: the item itself, and what its iteration gets as input. */
export interface Item {
  readonly value: unknown;
  readonly input: unknown;
}

/** A line of execution: one for the machine itself, one more for each branch or item under way. */
export interface Strand {
  readonly id: number;
  /** 0 for the machine itself. */
  readonly parent: number;
  /** Number of the branch or item. */
  readonly index: number;
  readonly container: string;
  /** The item of the Map state around it, for `$states.context.Map.Item`. */
  readonly map?: { readonly Index: number; readonly Value: unknown };
  state: string;
  input: Payload;
  /** An object: every variable in sight, with those of outer scopes. */
  variables: Payload;
  enteredAt: number;
  enteredEvent: number;
  lastEvent: number;
  /** Attempts used of each retrier of the state. */
  attempts: number[];
  wait: Wait | undefined;
}

/** A history event as it is stored: AWS's shape but for the timestamp, which is in milliseconds. */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly [details: string]: unknown;
}

/** What a strand is to do next: enter its state, try it again, collect its children's results, or take their failure. */
export type Turn =
  | { readonly strand: Strand; readonly how: 'enter' | 'again' | 'join' }
  | { readonly strand: Strand; readonly how: 'failed'; readonly failure: Failure };

/** An execution may have this many history events; then it fails. */
export const LONGEST_HISTORY = 25_000;

/** Thrown where the last event but one has been written. */
export class HistoryFull extends Error {
  override readonly name = 'HistoryFull';
}

/**
 * One execution while something happens to it: loaded, changed in memory, and written in one transaction. Nothing of
 * it is visible, and no call is made, before that transaction is committed.
 */
export class Run {
  readonly machine: Machine;
  readonly execution: Execution;
  readonly now: number;
  readonly seed: string;
  /** Something has to be written. */
  changed = false;
  readonly strands: Map<number, Strand>;
  readonly ready: Turn[] = [];
  readonly events: HistoryEvent[] = [];
  /** Calls to make after the commit. */
  readonly calls: { readonly strand: number; readonly wait: TaskWait }[] = [];
  #input: Payload | undefined;

  constructor(machine: Machine, execution: Execution, strands: Iterable<Strand>, now: number, seed: string) {
    this.machine = machine;
    this.execution = execution;
    this.strands = new Map([...strands].map((strand) => [strand.id, strand]));
    this.now = now;
    this.seed = seed;
  }

  /** The execution's input, parsed when an expression first asks for it. */
  get input(): unknown {
    this.#input ??= Payload.ofText(this.execution.input);
    return this.#input.value;
  }

  /** The state a strand is in. */
  stateOf(strand: Strand): State {
    const state = this.machine.containers.get(strand.container)?.states.get(strand.state);
    if (state === undefined)
      throw new Error(`${this.execution.arn} is in state ${strand.state}, which its definition lacks.`);
    return state;
  }

  /** Adds a strand that begins at a container's start. */
  spawn(from: Pick<Strand, 'parent' | 'index' | 'container' | 'input' | 'variables' | 'lastEvent' | 'map'>): Strand {
    const container = this.machine.containers.get(from.container);
    if (container === undefined) throw new Error(`${this.execution.arn} has no container ${from.container}.`);
    this.execution.lastStrand += 1;
    const strand: Strand = {
      ...from,
      id: this.execution.lastStrand,
      state: container.startAt,
      enteredAt: this.now,
      enteredEvent: 0,
      attempts: [],
      wait: undefined,
    };
    this.strands.set(strand.id, strand);
    this.ready.push({ strand, how: 'enter' });
    return strand;
  }

  /** Records an event and answers its id. */
  emit(type: string, previousEventId: number, details: Readonly<Record<string, unknown>> = {}): number {
    // The last place is kept for how the execution ends.
    if (this.execution.lastEvent >= LONGEST_HISTORY - 1 && !type.startsWith('Execution')) throw new HistoryFull();
    this.changed = true;
    this.execution.lastEvent += 1;
    this.events.push({ id: this.execution.lastEvent, previousEventId, timestamp: this.now, type, ...details });
    return this.execution.lastEvent;
  }

  /** Records an event that follows the strand's last. */
  follow(strand: Strand, type: string, details?: Readonly<Record<string, unknown>>): number {
    strand.lastEvent = this.emit(type, strand.lastEvent, details);
    return strand.lastEvent;
  }

  /** Randomness for what happens next, the same whenever this point is reached again. */
  chance(): Chance {
    return new Chance(this.seed, `${this.execution.arn} ${this.execution.lastEvent}`);
  }

  /** Ends the execution; what was under way is forgotten. */
  finish(status: Status, result: { output?: string; error?: string; cause?: string } = {}): void {
    Object.assign(this.execution, { status, stoppedAt: this.now }, result);
    this.strands.clear();
    this.ready.length = 0;
    this.calls.length = 0;
  }
}
