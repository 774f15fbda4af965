import type { Clock, Instant } from '../../../shared/calendar/clock.ts';
import type { ScheduleDefinition } from '../template/types.ts';
import type { InvokeFunction } from './bus.ts';

/** The template asks for a kind of schedule that the local host does not implement; the message names it. */
export class ScheduleRefused extends Error {
  override readonly name = 'ScheduleRefused';
}

/** One entry of a function's work queue: which, and from when on it is due. */
export interface Work {
  readonly id: string;
  readonly due: Instant;
}

/**
 * The entries of a function's work queues in the order in which they are due, as lazily as they are asked for. Undefined for
 * a function that works off no queue but looks at everything.
 */
export type WorkOf = (functionArn: string) => AsyncIterable<Work> | undefined;

interface Undone {
  readonly tries: number;
  /** Milliseconds. */
  readonly again: number;
}

type Schedule = ScheduleDefinition & {
  /** Milliseconds, as is the first tick of all. */
  readonly period: number;
  readonly offset: number;
  readonly undone: Map<string, Undone>;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The recurring schedules of the template on a clock that can jump. A round without work is not run at all: a schedule
 * is due at its first tick at or after the moment at which its queue holds something, so that a year passes in seconds.
 * What a round leaves undone is tried at the next tick, then after an hour, then daily, so that one stubborn entry does
 * not make every tick of a year due. A function that looks at everything never makes the clock stop for it: its round is
 * run in passing, once when one of its ticks has come, where `inPassing` says so.
 */
export class Schedules {
  private readonly schedules: readonly Schedule[];
  private readonly clock: Clock;
  private readonly workOf: WorkOf;
  private readonly inPassing: boolean;
  /** When each schedule without a queue was last looked at, in milliseconds. */
  private readonly seen = new Map<Schedule, number>();

  /** @throws ScheduleRefused */
  constructor(definitions: readonly ScheduleDefinition[], clock: Clock, workOf: WorkOf, { inPassing = false } = {}) {
    this.schedules = definitions.map((d) => ({ ...d, ...timesOf(d), undone: new Map() }));
    this.clock = clock;
    this.workOf = workOf;
    this.inPassing = inPassing;
  }

  /** The next tick at which any schedule has something to do; may lie in the past. */
  async nextDue(): Promise<Instant | undefined> {
    const ticks = await Promise.all(this.schedules.map((schedule) => this.tickOf(schedule)));
    const earliest = Math.min(...ticks.filter((tick) => tick !== undefined));
    return Number.isFinite(earliest) ? new Date(earliest).toISOString() : undefined;
  }

  /** Runs every schedule whose tick has come. Gives how many ran. */
  async fire(invoke: InvokeFunction, failed: (name: string, error: unknown) => void): Promise<number> {
    let fired = 0;
    for (const schedule of this.schedules) {
      const tick = this.workOf(schedule.functionArn) ? await this.tickOf(schedule) : this.passed(schedule);
      if (tick === undefined || tick > Date.parse(this.clock.now())) continue;
      fired += 1;
      const before = await this.dueNow(schedule);
      await invoke(schedule.functionArn, structuredClone(schedule.input)).catch((error: unknown) =>
        failed(schedule.name, error),
      );
      await this.noteUndone(schedule, before);
    }
    return fired;
  }

  /** The last tick that has come since this schedule was last looked at. */
  private passed(schedule: Schedule): number | undefined {
    if (!this.inPassing) return undefined;
    const now = Date.parse(this.clock.now());
    const before = this.seen.get(schedule) ?? now;
    this.seen.set(schedule, now);
    const tick = tickFrom(before + 1, schedule);
    return tick <= now ? tick : undefined;
  }

  private async tickOf(schedule: Schedule): Promise<number | undefined> {
    let earliest: number | undefined;
    for await (const { id, due } of this.workOf(schedule.functionArn) ?? []) {
      const undone = schedule.undone.get(id);
      const from = undone?.again ?? Date.parse(due);
      earliest = Math.min(earliest ?? Number.POSITIVE_INFINITY, tickFrom(from, schedule));
      // Everything behind an entry that was never tried is due later than it.
      if (!undone) break;
    }
    return earliest;
  }

  private async dueNow(schedule: Schedule): Promise<Set<string>> {
    const now = this.clock.now();
    const found = new Set<string>();
    for await (const { id, due } of this.workOf(schedule.functionArn) ?? []) {
      if (due > now) break;
      found.add(id);
    }
    return found;
  }

  private async noteUndone(schedule: Schedule, before: ReadonlySet<string>): Promise<void> {
    const now = Date.parse(this.clock.now());
    const after = await this.dueNow(schedule);
    for (const id of schedule.undone.keys()) if (!after.has(id)) schedule.undone.delete(id);
    for (const id of after) {
      if (!before.has(id)) continue;
      const tries = (schedule.undone.get(id)?.tries ?? 0) + 1;
      const pause = tries === 1 ? 1 : tries === 2 ? HOUR : DAY;
      schedule.undone.set(id, { tries, again: now + pause });
    }
  }
}

/** The first tick at or after the moment. */
function tickFrom(millis: number, { period, offset }: Pick<Schedule, 'period' | 'offset'>): number {
  return Math.ceil((millis - offset) / period) * period + offset;
}

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: HOUR, day: DAY };

function timesOf({ name, expression }: ScheduleDefinition): Pick<Schedule, 'period' | 'offset'> {
  const daily = /^cron\((\d{1,2}) (\d{1,2}) \* \* \? \*\)$/.exec(expression);
  if (daily) return { period: DAY, offset: Number(daily[2]) * HOUR + Number(daily[1]) * 60_000 };
  const match = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  const unit = UNITS[match?.[2] ?? ''];
  const count = Number(match?.[1]);
  if (!unit || count < 1) {
    throw new ScheduleRefused(
      `Schedule ${name} runs at "${expression}"; the local host knows rate(n minutes|hours|days) and cron(m h * * ? *).`,
    );
  }
  return { period: count * unit, offset: 0 };
}
