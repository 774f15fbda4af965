import type { Clock, Instant } from '../../shared/calendar/clock.ts';
import type { MovableClock } from './clock.ts';

/** A part of the host that has work of its own: the stream, the events, the engine, the bank, the schedules. */
export interface Worker {
  readonly name: string;
  /** Does everything that can be done at the present moment. Gives how much that was; 0 means that it has nothing to do. */
  work(): Promise<number>;
  /** The next moment at which it will have something to do. */
  nextDue(): Promise<Instant | undefined>;
}

/** Something that will happen by itself: when, and whose work it is. */
export interface Step {
  readonly at: Instant;
  readonly worker: string;
}

/** Work that is due and is not getting done: moving on would never end. */
export class NoProgress extends Error {
  override readonly name = 'NoProgress';
}

/** Longest delay that setTimeout keeps (2³¹ − 1 ms, 24.8 days); beyond it the timer would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** Rounds at one moment after which something is taken to be going in circles. */
const ROUNDS = 100_000;

/**
 * Brings the workers to rest, and moves the clock from one due moment to the next. All of that happens one at a time, so
 * that the clock never moves while work is in progress.
 */
export class Driver {
  private readonly workers: readonly Worker[];
  private readonly clock: MovableClock;
  private turn: Promise<void> = Promise.resolve();
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private live = false;
  private nudged = false;
  private readonly report: (line: string) => void;

  /** @param workers in the order in which they get their turn */
  constructor(clock: MovableClock, workers: readonly Worker[], report: (line: string) => void) {
    this.clock = clock;
    this.report = report;
    this.workers = workers;
  }

  /** Works until nothing is left to do at the present moment. */
  settle(): Promise<void> {
    return this.inTurn(() => this.rest());
  }

  /** The next moment at which anything happens by itself, and what; `undefined` when nothing ever will. */
  nextStep(): Promise<Step | undefined> {
    return this.inTurn(() => this.earliest());
  }

  /**
   * Moves the clock to the moment, stopping at every due moment on the way and working until all is at rest there. Gives
   * the number of stops.
   * @throws NoProgress when something stays due however often it is worked on
   */
  advanceTo(moment: Instant, onStop?: (at: Instant) => void): Promise<number> {
    return this.inTurn(async () => {
      let stops = 0;
      await this.rest();
      for (;;) {
        const next = await this.earliest();
        if (!next || next.at > moment) break;
        if (next.at > this.clock.now()) this.clock.moveTo(next.at);
        await this.rest();
        stops += 1;
        onStop?.(this.clock.now());
        if (stops > ROUNDS)
          throw new NoProgress(`${next.worker} still has work due at ${next.at} after ${stops} rounds.`);
      }
      if (moment > this.clock.now()) this.clock.moveTo(moment);
      await this.rest();
      return stops;
    });
  }

  /** From now on works by itself: whenever nudged and whenever something becomes due in real time. */
  start(): void {
    this.live = true;
    this.nudge();
  }

  /** Something may have happened. Cheap; many nudges become one round. */
  nudge(): void {
    if (!this.live || this.nudged || this.stopped) return;
    this.nudged = true;
    setImmediate(() => {
      this.nudged = false;
      this.settle()
        .then(() => this.wait())
        .catch((error: unknown) => this.stumbled(error));
    });
  }

  /** Ends when the present round has ended; later ones do nothing. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.turn;
  }

  /** Something outside the handlers failed (a disk, the database): said aloud, and tried again in a second. */
  private stumbled(error: unknown): void {
    if (this.stopped) return;
    this.report(`The local host stumbled: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    this.timer = setTimeout(() => this.nudge(), 1000);
  }

  private async wait(): Promise<void> {
    if (this.stopped) return;
    const due = (await this.nextStep())?.at;
    clearTimeout(this.timer);
    if (due === undefined || this.stopped) return;
    const delay = Math.max(10, Date.parse(due) - Date.parse(this.clock.now()));
    this.timer = setTimeout(() => this.nudge(), Math.min(delay, LONGEST_TIMER));
    this.timer.unref();
  }

  private async rest(): Promise<void> {
    for (let rounds = 0; !this.stopped; rounds += 1) {
      if (!(await this.anyWork())) return;
      if (rounds > ROUNDS) throw new NoProgress(`Something is going in circles at ${this.clock.now()}.`);
    }
  }

  /** A worker gets its turn when all before it are at rest: the sweeps come last and find only what was left lying. */
  private async anyWork(): Promise<boolean> {
    for (const worker of this.workers) if ((await worker.work()) > 0) return true;
    return false;
  }

  private async earliest(): Promise<Step | undefined> {
    let found: Step | undefined;
    for (const worker of this.workers) {
      const at = await worker.nextDue();
      if (at !== undefined && (found === undefined || at < found.at)) found = { at, worker: worker.name };
    }
    return found;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }
}

/** The moment so many days later, at the same time of day in UTC. */
export function daysLater(clock: Clock, days: number): Instant {
  return new Date(Date.parse(clock.now()) + days * 86_400_000).toISOString();
}
