import type { Instant, IsoDate } from '../calendar/clock.ts';
import { addDays, dateParts } from '../calendar/dates.ts';
import { lastWorkingDay, nextWorkingDay } from '../calendar/working-days.ts';
import { dateAt, instantOf } from '../calendar/zones.ts';
import type { Deadline, DeadlineKind } from '../mobility/case.ts';
import type { Institution, ReminderPlan } from '../rulebook/types.ts';

/** The institution's hour for notices and deadlines on a date, as an instant. */
export function onDay(institution: Institution, date: IsoDate): Instant {
  return instantOf(date, institution.procedure.timeOfDay, institution.timeZone);
}

/** Until when a day that was named for a person is kept open: itself, or the next working day; never an earlier one. */
export function openUntil({ country, procedure }: Institution, date: IsoDate): IsoDate {
  return procedure.dueOnFreeDays === 'next-working-day' ? nextWorkingDay(date, country) : date;
}

/** The day by which a person has to have done something, so many days after a date. A day that a page names is not moved. */
export function dueAfter(institution: Institution, from: IsoDate, days: number): IsoDate {
  return openUntil(institution, addDays(from, days));
}

/** A deadline of this kind on exactly that date; one that has passed already falls due at once. */
export function deadline(institution: Institution, kind: DeadlineKind, date: IsoDate, ref?: string): Deadline {
  return { kind, at: onDay(institution, date), ...(ref === undefined ? {} : { ref }) };
}

/** On that date or the first working day after it: nobody decides, answers or is asked on a free day. */
export function inOfficeHours(institution: Institution, kind: DeadlineKind, date: IsoDate, ref?: string): Deadline {
  return deadline(institution, kind, nextWorkingDay(date, institution.country), ref);
}

/**
 * What follows when a person has let a day pass: so many days after it, on a working day; where the day itself was none,
 * counted from the next one. `ref` is the day as it was named.
 */
export function whenPassed(institution: Institution, kind: DeadlineKind, due: IsoDate, days = 1): Deadline {
  return inOfficeHours(institution, kind, addDays(openUntil(institution, due), days), due);
}

/**
 * What the institution itself has promised by a day, which no weekend moves. It is missed when the day has passed and it is
 * not done: somebody hears of it on the next working day. `ref` is the day itself.
 */
export const duty = (institution: Institution, kind: 'prefinancing-duty' | 'balance-duty', due: IsoDate): Deadline =>
  inOfficeHours(institution, kind, addDays(due, 1), due);

/** So many days from now, on a working day. */
export function inDays(
  institution: Institution,
  kind: DeadlineKind,
  now: Instant,
  days: number,
  ref?: string,
): Deadline {
  return inOfficeHours(institution, kind, addDays(dateAt(now, institution.timeZone), days), ref);
}

/** When the confirmation of a stay is due: so many days after its last day, or on the institution's next fixed day. */
export function confirmationDue(institution: Institution, lastDay: IsoDate): IsoDate {
  const { dueDays, dueOn } = institution.procedure.confirmation;
  if (dueOn === undefined) return dueAfter(institution, lastDay, dueDays);
  const { year } = dateParts(lastDay);
  const days = [year, year + 1].flatMap((each) => dueOn.map((day) => `${each}-${day}`)).sort();
  return days.find((day) => day > lastDay) ?? dueAfter(institution, lastDay, dueDays);
}

/**
 * Reminders around a due date, those that still lie ahead, at the institution's hour on working days: one before the date
 * never later than planned, one after it never earlier. `ref` carries the due date, which the notice prints.
 */
export function reminders(
  institution: Institution,
  kind: DeadlineKind,
  due: IsoDate,
  plan: ReminderPlan,
  now: Instant,
): Deadline[] {
  const { country } = institution;
  const before = plan.daysBefore.map((days) => lastWorkingDay(addDays(due, -days), country));
  const after = plan.daysAfter.map((days) => nextWorkingDay(addDays(due, days), country));
  return [...new Set([...before, ...after])]
    .map((date) => deadline(institution, kind, date, due))
    .filter((reminder) => reminder.at > now)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
