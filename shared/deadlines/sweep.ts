import type { Instant } from '../calendar/clock.ts';
import type { MailItem } from '../mail/record.ts';
import type { DeliveredNotice } from '../mobility/commands.ts';
import { type Deps, perform } from '../mobility/perform.ts';
import type { CaseItem } from '../mobility/records.ts';
import { dueQueue, prefixes } from '../store/keys.ts';
import type { Key } from '../store/port.ts';
import { isLosing } from './fair-notice.ts';

/** The sort key that comes after everything due up to and including this instant. */
export function upTo(now: Instant): string {
  return `${now}~`;
}

/** Cases of an institution with something due by now, oldest first. */
export function dueCases(deps: Deps, institution: string, limit: number): Promise<readonly Key[]> {
  return deps.store.work(dueQueue(institution), upTo(deps.clock.now()), limit);
}

/**
 * Lets what is due on one case fall due. The queue is only a hint: the decision looks at the case itself, and what was
 * really delivered is read from the mail records, because nothing may expire on somebody who was not told.
 */
export async function fallDue(deps: Deps, key: Key): Promise<void> {
  const item = await deps.store.get<CaseItem>('cases', { pk: key.pk, sk: key.sk });
  if (!item) return;
  const { institution, id, deadlines } = item.mobility;
  const now = deps.clock.now();
  const expires = deadlines.some(({ kind, at }) => at <= now && isLosing(kind));
  const delivered = expires ? await deliveredNotices(deps, key.pk) : [];
  await perform(deps, institution, id, { type: 'fall-due', delivered });
}

async function deliveredNotices(deps: Deps, partition: string): Promise<DeliveredNotice[]> {
  const mails = await deps.store.query<MailItem>('cases', { pk: partition, prefix: prefixes.mail });
  return mails.flatMap(({ template, delivery }) =>
    delivery?.state === 'delivered' ? [{ template, at: delivery.at }] : [],
  );
}
