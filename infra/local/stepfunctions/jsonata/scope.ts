import type { Payload } from '../running/payload.ts';
import type { Chance } from './chance.ts';

/** The binding under which functions find the scope. No JSONata variable can have this name: it begins with a space. */
export const SCOPE = ' scope';

/** What `$states` holds. `result` exists after a task, branches or items; `errorOutput` only in a Catch. */
export interface States {
  readonly input: unknown;
  readonly context: Context;
  readonly result?: unknown;
  readonly errorOutput?: ErrorOutput;
}

export interface ErrorOutput {
  readonly Error: string;
  /** Empty where the error came without one, as for a time-out. */
  readonly Cause: string;
}

/** The context object, `$states.context`. */
export interface Context {
  readonly Execution: {
    readonly Id: string;
    readonly Input: unknown;
    readonly Name: string;
    readonly RoleArn: string;
    readonly StartTime: string;
    readonly RedriveCount: number;
  };
  readonly State: { readonly Name: string; readonly EnteredTime: string; readonly RetryCount?: number };
  readonly StateMachine: { readonly Id: string; readonly Name: string };
  readonly Task?: { readonly Token: string };
  readonly Map?: { readonly Item: { readonly Index: number; readonly Value: unknown } };
}

/** Everything one state's expressions may read. All expressions of a state read the values of the state's entry. */
export class Scope {
  readonly states: States;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Workflow time in milliseconds since 1970. */
  readonly now: number;
  readonly chance: Chance;
  /** Evaluation steps left for expressions that may loop; see expression.ts. */
  steps = 1_000_000;
  #bindings: Record<string, unknown> | undefined;

  constructor(states: States, variables: Readonly<Record<string, unknown>>, now: number, chance: Chance) {
    this.states = states;
    this.variables = variables;
    this.now = now;
    this.chance = chance;
  }

  /** The same scope with a task's or the branches' result. */
  withResult(result: Payload): Scope {
    const { states } = this;
    return this.#having({
      get input() {
        return states.input;
      },
      get result() {
        return result.value;
      },
      get context() {
        return states.context;
      },
    });
  }

  /** The same scope with what a catcher reads. */
  withError(errorOutput: ErrorOutput): Scope {
    return this.#having({ ...this.states, errorOutput });
  }

  /** The same scope with another context object: an item of a Map state. */
  inContext(context: Context): Scope {
    return this.#having({ ...this.states, context });
  }

  #having(states: States): Scope {
    return new Scope(states, this.variables, this.now, this.chance);
  }

  get bindings(): Record<string, unknown> {
    this.#bindings ??= { ...this.variables, states: this.states, [SCOPE]: this };
    return this.#bindings;
  }
}
