import type { Instant, IsoDate } from '../calendar/clock.ts';
import { addDays, dateParts } from '../calendar/dates.ts';
import { dateAt, instantOf } from '../calendar/zones.ts';
import type { Deadline, DeadlineKind } from '../mobility/case.ts';
import type { Institution, ReminderPlan } from '../rulebook/types.ts';

/** The institution's hour for notices and deadlines on a date, as an instant. */
export function onDay(institution: Institution, date: IsoDate): Instant {
  return instantOf(date, institution.procedure.timeOfDay, institution.timeZone);
}

/** A deadline of this kind on a date; one that has passed already falls due at once. */
export function deadline(institution: Institution, kind: DeadlineKind, date: IsoDate, ref?: string): Deadline {
  return { kind, at: onDay(institution, date), ...(ref === undefined ? {} : { ref }) };
}

/** The same so many days from now. */
export function inDays(
  institution: Institution,
  kind: DeadlineKind,
  now: Instant,
  days: number,
  ref?: string,
): Deadline {
  return deadline(institution, kind, addDays(dateAt(now, institution.timeZone), days), ref);
}

/** When the confirmation of a stay is due: so many days after its last day, or on the institution's next fixed day. */
export function confirmationDue({ procedure }: Institution, lastDay: IsoDate): IsoDate {
  const { dueDays, dueOn } = procedure.confirmation;
  if (dueOn === undefined) return addDays(lastDay, dueDays);
  const { year } = dateParts(lastDay);
  const days = [year, year + 1].flatMap((each) => dueOn.map((day) => `${each}-${day}`)).sort();
  return days.find((day) => day > lastDay) ?? addDays(lastDay, dueDays);
}

/** Reminders around a due date, those that still lie ahead. `ref` carries the due date, which the notice prints. */
export function reminders(
  institution: Institution,
  kind: DeadlineKind,
  due: IsoDate,
  plan: ReminderPlan,
  now: Instant,
): Deadline[] {
  const offsets = [...plan.daysBefore.map((days) => -days), ...plan.daysAfter];
  return offsets
    .map((days) => deadline(institution, kind, addDays(due, days), due))
    .filter((reminder) => reminder.at > now)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
