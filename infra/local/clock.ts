import type { DatabaseSync } from 'node:sqlite';
import type { Clock, Instant } from '../../shared/calendar/clock.ts';

/** `live`: real time, moved by an offset. `frozen`: stands still until it is moved. */
export type ClockMode = 'live' | 'frozen';

/** Somebody wants the clock to go back, or the folder was made with the other kind of clock. */
export class ClockRefused extends Error {
  override readonly name = 'ClockRefused';
}

/** The one clock of the host. It can be moved forward and remembers where it stood when the process dies. */
export class MovableClock implements Clock {
  readonly mode: ClockMode;
  private readonly file: DatabaseSync;
  /** Milliseconds: the offset from real time when live, the time itself when frozen. */
  private value: number;
  private readonly realNow: () => number;
  private latest = 0;

  /**
   * @param start where a new folder's clock begins; real time when absent
   * @throws ClockRefused when the folder's clock is of the other mode
   */
  constructor(file: DatabaseSync, mode: ClockMode, start?: Instant, realNow: () => number = Date.now) {
    this.file = file;
    this.mode = mode;
    this.realNow = realNow;
    const kept = file.prepare('SELECT mode, value FROM clock').get();
    if (kept && kept.mode !== mode) {
      throw new ClockRefused(`This folder's clock is ${String(kept.mode)}, not ${mode}. Use another folder.`);
    }
    const begin = start === undefined ? realNow() : Date.parse(start);
    this.value = kept ? Number(kept.value) : mode === 'live' ? begin - realNow() : begin;
    this.keep();
  }

  now(): Instant {
    return new Date(this.millis()).toISOString();
  }

  /** Milliseconds since 1970; never less than it has said before. */
  millis(): number {
    const millis = this.mode === 'live' ? this.realNow() + this.value : this.value;
    this.latest = Math.max(this.latest, millis);
    return this.latest;
  }

  /** Moves forward to the moment. @throws ClockRefused when that lies in the past */
  moveTo(moment: Instant): void {
    const millis = Date.parse(moment);
    if (Number.isNaN(millis)) throw new ClockRefused(`"${moment}" is not a moment.`);
    const step = millis - this.millis();
    if (step < 0) throw new ClockRefused(`The clock stands at ${this.now()} and does not go back to ${moment}.`);
    this.value += step;
    this.keep();
  }

  private keep(): void {
    this.file
      .prepare('INSERT INTO clock VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE SET value = excluded.value')
      .run(this.mode, this.value);
  }
}
