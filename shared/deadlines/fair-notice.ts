import type { Instant } from '../calendar/clock.ts';
import type { SentNotice } from '../mobility/commands.ts';
import type { Procedure } from '../rulebook/types.ts';

const DAY = 86_400_000;

/**
 * Whether somebody was told often enough and early enough to let something expire on them: at least `notices` mails of
 * the given templates were sent at least `days` days ago. After an outage they were not, and the case waits.
 */
export function wasFairlyNoticed(
  sent: readonly SentNotice[],
  templates: readonly string[],
  fair: Procedure['fairNotice'],
  now: Instant,
): boolean {
  const latest = Date.parse(now) - fair.days * DAY;
  const early = sent.filter((notice) => templates.includes(notice.template) && Date.parse(notice.at) <= latest);
  return early.length >= fair.notices;
}
