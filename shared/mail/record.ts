import type { Recipient } from '../mobility/effects.ts';
import { change } from '../store/change.ts';
import type { Item, Key, Write } from '../store/port.ts';
import type { Mailbox } from './addresses.ts';
import type { AnyTemplate } from './language.ts';
import type { Delivery } from './lifecycle.ts';

export type MailData = Readonly<Record<string, string | number>>;

/** One mail of a case. No body and no address: both follow from the case. */
export interface MailItem extends Item {
  /** What we have done with it; `withheld`: nobody is reached at any address that we know. */
  readonly state: 'written' | 'sent' | 'withheld';
  /** Grows by one with every word from the mail system that counts; sending leaves it alone. */
  readonly version: number;
  readonly template: AnyTemplate;
  readonly recipient: Recipient;
  readonly mailbox?: Mailbox;
  /** What it was written from besides the case, to write it again for another address. */
  readonly data: MailData;
  readonly writtenAt: string;
  readonly sentAt?: string;
  /** The mail system's own id, to look it up there. */
  readonly messageId?: string;
  /** What the mail system has said of it since. Of mails that nothing hangs on, good news is not asked for (events.ts). */
  readonly delivery?: Delivery;
}

/** Notes what was heard, unless something else has been noted since the record was read. */
export function deliveryWrites(key: Key, version: number, delivery: Delivery): readonly Write[] {
  return change()
    .update(key, { set: { delivery, version: version + 1 } })
    .expectVersion(version).writes;
}
