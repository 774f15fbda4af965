import { withReferences } from './booking-references.ts';
import { isBooked, readEntry } from './camt-entries.ts';
import { messageIdOf, oneAccountOf } from './camt-head.ts';
import { findAll, type XmlNode } from './tree.ts';
import type { Notification } from './types.ts';

/**
 * Reads a notification of movements: camt.054.001.02, .04 and .08 name the parts used here alike. Entries that are not
 * booked (pending, for information) are left out: they move nothing yet.
 *
 * @throws UnusableMessage with a sentence
 */
export function readNotification(document: XmlNode): Notification {
  const { message, id, page } = messageIdOf(document, 'BkToCstmrDbtCdtNtfctn', 'notification');
  const notifications = findAll(message, 'Ntfctn');
  const account = oneAccountOf(notifications, 'notification');
  const entries = notifications.flatMap((one) => findAll(one, 'Ntry')).filter(isBooked);
  return {
    kind: 'bookings',
    source: 'notification',
    messageId: id,
    ...(page === undefined ? {} : { page }),
    account,
    bookings: withReferences(account, entries.flatMap(readEntry)),
  };
}
