import type { Instant } from '../calendar/clock.ts';
import { type Deps, perform } from '../mobility/perform.ts';
import { Conflict } from '../store/errors.ts';
import { mailKey } from '../store/keys.ts';
import { type DeliveryState, hasFailed, heardNow, isNews } from './lifecycle.ts';
import { deliveryWrites, type MailItem } from './record.ts';

/** What the mail system says of one mail: ids, what, and when. */
export interface MailEvent {
  readonly institution: string;
  readonly mobility: string;
  readonly mail: string;
  readonly state: DeliveryState;
  readonly at: Instant;
}

/** `noted`: it counts. `known`: as much or more was known. `unknown`: no mail of ours. */
export type Hearing = 'noted' | 'known' | 'unknown';

/** How often it is tried again because something else was noted of the mail meanwhile. */
const TRIES = 5;

/**
 * Notes what the mail system says of a mail: in its record, and in the case where the mail has failed and another way has to
 * be found, all in one transaction. The same event twice, or late, changes nothing. Throws what the store throws.
 */
export async function hearOfMail(deps: Deps, event: MailEvent): Promise<Hearing> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await hear(deps, event);
    } catch (error) {
      if (!(error instanceof Conflict) || tries >= TRIES) throw error;
    }
  }
}

async function hear(deps: Deps, { institution, mobility, mail, state, at }: MailEvent): Promise<Hearing> {
  const key = mailKey(institution, mobility, mail);
  const item = await deps.store.get<MailItem>('cases', key);
  if (!item) return 'unknown';
  const { version, template, data, recipient, mailbox = recipient } = item;
  const delivery = heardNow(item.delivery, state, at);
  if (!isNews(item.delivery, delivery)) return 'known';
  if (!hasFailed(state)) {
    await deps.store.commit(deliveryWrites(key, version, delivery));
    return 'noted';
  }
  const failed = { id: mail, record: version, template, data, recipient, mailbox, delivery };
  await perform(deps, institution, mobility, {
    type: 'mail-failed',
    mail: { ...failed, again: item.delivery?.failed === true },
  });
  return 'noted';
}
