import { createHash } from 'node:crypto';
import type { Instant } from '../../../shared/calendar/clock.ts';
import { isBban } from '../../../shared/payments/accounts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** When people see to their mail: few times a day, so that several do at one moment and the system works side by side. */
const HOURS = [8, 13];

/** Chance that follows from a seed and what it is for, so that it does not depend on the order of anything. */
export class Chance {
  private readonly seed: string;

  constructor(seed: string) {
    this.seed = seed;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number, what: string): number {
    const hash = createHash('sha256').update(`${this.seed}\0${what}`).digest();
    return least + (hash.readUInt32BE(0) % (most - least + 1));
  }

  /** Morning or afternoon of an ordinary day (UTC), so many days after a moment, and never before it. */
  later(after: Instant, leastDays: number, mostDays: number, what: string): Instant {
    const day = Math.floor(Date.parse(after) / DAY) + this.between(leastDays, mostDays, `${what} day`);
    const hour = HOURS[this.between(0, HOURS.length - 1, `${what} hour`)] ?? 8;
    const at = day * DAY + hour * HOUR;
    return new Date(Math.max(at, Date.parse(after))).toISOString();
  }

  /** A valid Norwegian account number. */
  account(what: string): string {
    for (let n = 0; ; n += 1) {
      const digits = `9${String(this.between(0, 999_999_999, `${what} ${n}`)).padStart(9, '0')}`;
      for (let check = 0; check < 10; check += 1) if (isBban(`${digits}${check}`)) return `${digits}${check}`;
    }
  }
}
