import type { Template } from '../jsonata/template.ts';

/** A compiled state machine. */
export interface Machine {
  readonly root: Container;
  /** Every container by key: '' for the machine itself, `Pay/0` for the first branch of the Parallel state Pay. */
  readonly containers: ReadonlyMap<string, Container>;
  /** Longest run of the whole execution, in seconds; one year where the definition says nothing. */
  readonly timeoutSeconds: number;
}

/** A set of states with a start: the machine, a branch of a Parallel state, or the processor of a Map state. */
export interface Container {
  readonly key: string;
  readonly startAt: string;
  readonly states: ReadonlyMap<string, State>;
}

export type State =
  | PassState
  | ChoiceState
  | TaskState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

/** What most states share. `next` is absent on a state that ends. */
interface Common {
  readonly name: string;
  readonly next?: string;
  readonly output?: Template;
  readonly assign?: Template;
}

export interface PassState extends Common {
  readonly type: 'Pass';
}

export interface ChoiceState extends Common {
  readonly type: 'Choice';
  readonly rules: readonly ChoiceRule[];
  readonly fallback?: string;
}

export interface ChoiceRule {
  readonly condition: Template;
  readonly next: string;
  readonly output?: Template;
  readonly assign?: Template;
}

export interface WaitState extends Common {
  readonly type: 'Wait';
  readonly until: { readonly kind: 'seconds' | 'timestamp'; readonly value: Template };
}

export interface SucceedState extends Common {
  readonly type: 'Succeed';
}

export interface FailState extends Common {
  readonly type: 'Fail';
  readonly error?: Template;
  readonly cause?: Template;
}

/** States that can be tried again and whose failure can be caught. */
export interface Guarded extends Common {
  readonly retry: readonly Retrier[];
  readonly catch: readonly Catcher[];
}

export interface TaskState extends Guarded {
  readonly type: 'Task';
  /** After the Lambda function has been called, the task waits for SendTaskSuccess or SendTaskFailure. */
  readonly waitForToken: boolean;
  readonly arguments: Template;
  readonly timeoutSeconds?: Template;
  readonly heartbeatSeconds?: Template;
}

export interface ParallelState extends Guarded {
  readonly type: 'Parallel';
  readonly arguments?: Template;
  /** Keys of the branches' containers. */
  readonly branches: readonly string[];
}

export interface MapState extends Guarded {
  readonly type: 'Map';
  readonly items?: Template;
  readonly itemSelector?: Template;
  readonly maxConcurrency?: Template;
  /** Key of the processor's container. */
  readonly processor: string;
}

export interface Retrier {
  readonly errors: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds?: number;
  readonly jitter: boolean;
}

export interface Catcher {
  readonly errors: readonly string[];
  readonly next: string;
  readonly output?: Template;
  readonly assign?: Template;
}
