import { createHash } from 'node:crypto';
import type { Instant } from '../../../shared/calendar/clock.ts';
import { isBban } from '../../../shared/payments/accounts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** When people see to their mail (UTC): once a day, so that many do at one moment and the system works side by side. */
const MAIL_HOUR = 9;

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

  /** The hour of mail so many days after a moment, and never before it. */
  later(after: Instant, leastDays: number, mostDays: number, what: string): Instant {
    const day = Math.floor(Date.parse(after) / DAY) + this.between(leastDays, mostDays, `${what} day`);
    const at = day * DAY + MAIL_HOUR * HOUR;
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
