import { Transient } from '../../shared/store/errors.ts';
import type { Store } from '../../shared/store/port.ts';
import type { Chance } from './chance.ts';

interface Waiting {
  readonly label: string;
  readonly go: (fault: Fault) => void;
}

/** `before`: the call fails and nothing was done. `after`: it was done, and the answer is lost. */
type Fault = 'none' | 'before' | 'after';

/**
 * Every call of the outside world waits here for its turn, so that a test decides in which order the calls of different
 * functions come, and which of them fail.
 */
export class Turns {
  /** One call in so many fails; nought: none does. */
  faults = 0;
  private readonly chance: Chance;
  private waiting: Waiting[] = [];

  constructor(chance: Chance) {
    this.chance = chance;
  }

  get pending(): number {
    return this.waiting.length;
  }

  /** Does a call when its turn has come. */
  async through<T>(label: string, call: () => Promise<T>): Promise<T> {
    const fault = await new Promise<Fault>((go) => this.waiting.push({ label, go }));
    if (fault === 'before') throw new Transient(`${label} could not be reached.`);
    const answer = await call();
    if (fault === 'after') throw new Transient(`The answer of ${label} was lost.`);
    return answer;
  }

  /** Lets one of the waiting calls go on. */
  async grant(): Promise<void> {
    const next = this.chance.below(this.waiting.length);
    const [turn] = this.waiting.splice(next, 1);
    const fails = this.faults > 0 && this.chance.oneIn(this.faults);
    turn?.go(fails ? this.chance.of(['before', 'after'] as const) : 'none');
    await settled();
  }

  /** The store as functions see it: every call in turn. */
  around(store: Store): Store {
    return {
      get: (table, key) => this.through('get', () => store.get(table, key)),
      query: (table, range) => this.through('query', () => store.query(table, range)),
      work: (queue, until, limit) => this.through('work', () => store.work(queue, until, limit)),
      commit: (writes) => this.through('commit', () => store.commit(writes)),
    };
  }
}

/** Everything that can go on without a turn has gone on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
