import type { Instant } from '../calendar/clock.ts';
import type { Deadline, DeadlineKind } from '../mobility/case.ts';
import type { DeliveredNotice } from '../mobility/commands.ts';
import type { MailTemplate } from '../mobility/effects.ts';
import type { Procedure } from '../rulebook/types.ts';

const DAY = 86_400_000;

/** A deadline that is looked at so much later was missed by the system itself, whose pages may have been away as well. */
const OUTAGE_DAYS = 2;

/** Deadlines on which somebody loses something, and the mails that announce them to whoever loses it. */
export const noticesOf = {
  'agreement-expiry': ['agreement-to-sign', 'signature-moved', 'agreement-reminder'],
  'confirmation-decision': ['confirmation-reminder'],
  'claim-decision': ['repayment-demand', 'repayment-reminder'],
} as const satisfies Partial<Record<DeadlineKind, readonly MailTemplate[]>>;

export type LosingDeadline = keyof typeof noticesOf;

/** Whether something is lost on such a deadline, so that it has to be known what was delivered before. */
export function isLosing(kind: DeadlineKind): kind is LosingDeadline {
  return kind in noticesOf;
}

/** Whether a deadline hangs on this mail, so that it has to be known whether it was delivered. */
export function isNotice(template: string): boolean {
  return Object.values(noticesOf).some((templates) => (templates as readonly string[]).includes(template));
}

/**
 * Whether somebody was told often and early enough to let something expire on them: at least `notices` mails that announce
 * it were delivered at least `days` days ago. Sent is not enough: a mail of which nothing more was heard was not delivered.
 */
export function wasFairlyNoticed(
  delivered: readonly DeliveredNotice[],
  kind: LosingDeadline,
  fair: Procedure['fairNotice'],
  now: Instant,
): boolean {
  const latest = Date.parse(now) - fair.days * DAY;
  const templates: readonly string[] = noticesOf[kind];
  const early = delivered.filter(({ template, at }) => templates.includes(template) && Date.parse(at) <= latest);
  return early.length >= fair.notices;
}

/** The system itself was away when this deadline came: nobody is held to it. */
export function missedByUs({ at }: Deadline, now: Instant): boolean {
  return Date.parse(now) - Date.parse(at) >= OUTAGE_DAYS * DAY;
}
