import { withReferences } from './booking-references.ts';
import { isBooked, readEntry } from './camt-entries.ts';
import { byAccount, messageIdOf } from './camt-head.ts';
import { findAll, type XmlNode } from './tree.ts';
import type { Notification, SeveralAccounts } from './types.ts';

/**
 * Reads a notification of movements: camt.054.001.02, .04 and .08 name the parts used here alike. Entries that are not
 * booked (pending, for information) are left out: they move nothing yet.
 *
 * @throws UnusableMessage with a sentence
 */
export function readNotification(document: XmlNode): Notification | SeveralAccounts {
  const { message, id, page } = messageIdOf(document, 'BkToCstmrDbtCdtNtfctn', 'notification');
  const head = {
    kind: 'bookings',
    source: 'notification',
    messageId: id,
    ...(page === undefined ? {} : { page }),
  } as const;
  return byAccount(findAll(message, 'Ntfctn'), 'notification', (account, notifications) => {
    const entries = notifications.flatMap((one) => findAll(one, 'Ntry')).filter(isBooked);
    return { ...head, account, bookings: withReferences(account, entries.flatMap(readEntry)) };
  });
}
