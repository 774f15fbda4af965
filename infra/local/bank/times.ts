import { nextBusinessDay } from '../../../shared/calendar/business-days.ts';
import type { Instant, IsoDate } from '../../../shared/calendar/clock.ts';
import { addDays } from '../../../shared/calendar/dates.ts';
import { addDuration, dateAt, instantOf } from '../../../shared/calendar/zones.ts';
import type { Habits } from './types.ts';

export const usualHabits: Habits = {
  statusMinutes: 10,
  bookingTime: '07:30',
  returnDays: 3,
  zone: 'Europe/Oslo',
  country: 'NO',
  status: 'pain.002.001.10',
  statements: false,
};

/** When the status report of a file that came at `received` goes out. */
export function statusTime(received: Instant, habits: Habits): Instant {
  return addDuration(received, { minutes: habits.statusMinutes });
}

/** Morning of the business day after the file came, or of the wished date of execution where that is later. */
export function bookingTime(received: Instant, execution: IsoDate, habits: Habits): Instant {
  const tomorrow = addDays(dateAt(received, habits.zone), 1);
  return morning(tomorrow > execution ? tomorrow : execution, habits);
}

/** Morning some business days after a booking. */
export function returnTime(booked: Instant, habits: Habits): Instant {
  let date = dateAt(booked, habits.zone);
  for (let left = habits.returnDays; left > 0; left -= 1) date = nextBusinessDay(addDays(date, 1), habits.country);
  return instantOf(date, habits.bookingTime, habits.zone);
}

/** An hour after the next booking morning: late enough that newer files have overtaken. */
export function lateTime(due: Instant, habits: Habits): Instant {
  return addDuration(morning(addDays(dateAt(due, habits.zone), 1), habits), { hours: 1 });
}

/** The first full or half hour after an instant. */
export function nextHalfHour(now: Instant): Instant {
  const minute = Number(now.slice(14, 16));
  return addDuration(`${now.slice(0, 16)}:00.000Z`, { minutes: 30 - (minute % 30) });
}

/** The day a movement is dated. Payments in are instant, so it may be a Saturday. */
export function bookingDate(at: Instant, habits: Habits): IsoDate {
  return dateAt(at, habits.zone);
}

function morning(from: IsoDate, habits: Habits): Instant {
  return instantOf(nextBusinessDay(from, habits.country), habits.bookingTime, habits.zone);
}
