import type { IsoDate } from '../calendar/clock.ts';
import { isIsoDate } from '../calendar/dates.ts';
import { bbanOfIban } from './accounts.ts';
import { bankReferences, withReferences } from './booking-references.ts';
import { type EntryPart, splitEntry } from './entry-parts.ts';
import { idAt, shown, UnusableMessage } from './message.ts';
import { find, findAll, textAt, type XmlNode } from './tree.ts';
import type { Booking, Notification } from './types.ts';

/**
 * Reads a notification of movements: camt.054.001.02, .04 and .08 name the parts used here alike, but for the status of
 * an entry, which is a text in the older two and a code inside it in the newest. Entries that are not booked (pending,
 * for information) are left out: they move nothing yet.
 *
 * A credit that is a payment of ours coming back (RtrInf, a reversal, or the bank's code for returns) carries
 * `returned` with the original EndToEndId, and no `endToEndId` of its own.
 *
 * @throws UnusableMessage with a sentence
 */
export function readNotification(document: XmlNode): Notification {
  const message = find(document, 'BkToCstmrDbtCdtNtfctn');
  const messageId = idAt(message, 'GrpHdr', 'MsgId');
  if (message === undefined || messageId === undefined) {
    throw new UnusableMessage('The notification has no message id. Ask the bank for it again.');
  }
  const notifications = findAll(message, 'Ntfctn');
  const [account, ...others] = new Set(notifications.map(accountOf));
  if (account === undefined) throw new UnusableMessage('The notification names no account. Ask the bank for it again.');
  if (others.length > 0) {
    throw new UnusableMessage(
      'The notification speaks of several accounts. Ask the bank for one file for each account.',
    );
  }
  const entries = notifications.flatMap((one) => findAll(one, 'Ntry')).filter(isBooked);
  return { kind: 'bookings', messageId, account, bookings: withReferences(account, entries.flatMap(readEntry)) };
}

function accountOf(notification: XmlNode): string {
  const iban = idAt(notification, 'Acct', 'Id', 'IBAN');
  const account = iban ?? idAt(notification, 'Acct', 'Id', 'Othr', 'Id');
  if (account === undefined)
    throw new UnusableMessage(`The notification at line ${notification.line} names no account. Ask the bank.`);
  return iban === undefined ? account : (bbanOfIban(iban) ?? iban);
}

function isBooked(entry: XmlNode): boolean {
  const status = textAt(entry, 'Sts') ?? textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts', 'Prtry');
  if (status === undefined)
    throw new UnusableMessage(`The entry at line ${entry.line} has no status. Ask the bank for it again.`);
  return status === 'BOOK';
}

function readEntry(entry: XmlNode): readonly { booking: Omit<Booking, 'reference'>; given: string | undefined }[] {
  const parts = splitEntry(entry);
  const given = bankReferences(
    entry,
    parts.map((part) => part.details),
  );
  const date = dateOf(entry);
  return parts.map((part, at) => ({ booking: toBooking(entry, part, date), given: given[at] }));
}

/** The day in the bank's own time, as written: a time of day may follow, and its zone must not move the day. */
function dateOf(entry: XmlNode): IsoDate {
  const [written] = ['BookgDt', 'ValDt'].flatMap(
    (name) => textAt(entry, name, 'Dt') ?? textAt(entry, name, 'DtTm') ?? [],
  );
  const date = written?.slice(0, 10) ?? '';
  if (!isIsoDate(date) || !/^.{10}(T.*|Z|[+-]\d\d:\d\d)?$/.test(written ?? '')) {
    throw new UnusableMessage(`The entry at line ${entry.line} has no date of booking. Ask the bank for it again.`);
  }
  return date;
}

function toBooking(entry: XmlNode, part: EntryPart, date: IsoDate): Omit<Booking, 'reference'> {
  const { amount, direction, details } = part;
  const endToEndId = provided(idAt(details, 'Refs', 'EndToEndId'));
  const batch = find(entry, 'NtryDtls', 'Btch');
  const batchId =
    idAt(details, 'Refs', 'MsgId') ??
    idAt(batch, 'MsgId') ??
    idAt(details, 'Refs', 'PmtInfId') ??
    idAt(batch, 'PmtInfId');
  const kid = kidOf(details);
  const text = textOf(entry, part);
  const reason = direction === 'credit' ? returnReason(entry, details) : undefined;
  return {
    direction,
    amount,
    date,
    ...(endToEndId === undefined || reason !== undefined ? {} : { endToEndId }),
    ...(batchId === undefined ? {} : { batchId }),
    ...(kid === undefined ? {} : { kid }),
    ...(text === '' ? {} : { text }),
    ...(reason === undefined ? {} : { returned: { ...(endToEndId === undefined ? {} : { endToEndId }), reason } }),
  };
}

/** Why a credit comes back; undefined for one that does not. MS03 is ISO's "reason not specified". */
function returnReason(entry: XmlNode, details: XmlNode | undefined): string | undefined {
  const information = find(details, 'RtrInf');
  const reason = idAt(information, 'Rsn', 'Cd') ?? idAt(information, 'Rsn', 'Prtry');
  if (information !== undefined) return reason === undefined ? 'MS03' : shown(reason);
  const reversal = ['true', '1'].includes(textAt(entry, 'RvslInd') ?? '');
  const codes = [entry, details].map((node) => textAt(node, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd'));
  return reversal || codes.includes('RRTN') ? 'MS03' : undefined;
}

/** The KID of a payment in: the one reference of digits. Two different ones cannot be told apart, so neither is taken. */
function kidOf(details: XmlNode | undefined): string | undefined {
  if (details === undefined) return undefined;
  const written = findAll(details, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref').map((node) => node.text.replace(/\s/g, ''));
  const [kid, ...others] = new Set(written.filter((text) => /^\d{2,25}$/.test(text)));
  return others.length === 0 ? kid : undefined;
}

function textOf(entry: XmlNode, part: EntryPart): string {
  const free = part.details === undefined ? [] : findAll(part.details, 'RmtInf', 'Ustrd').map((node) => node.text);
  const said = free.join(' ') || textAt(part.details, 'AddtlTxInf') || textAt(entry, 'AddtlNtryInf') || '';
  return [part.note ?? '', said]
    .filter((text) => text !== '')
    .join('. ')
    .slice(0, 500);
}

/** ISO 20022 writes NOTPROVIDED where the payer gave no reference. */
function provided(reference: string | undefined): string | undefined {
  return reference === 'NOTPROVIDED' ? undefined : reference;
}
