import { createHash } from 'node:crypto';
import { idAt } from './message.ts';
import type { XmlNode } from './tree.ts';
import type { Booking } from './types.ts';

type Unreferenced = Omit<Booking, 'reference'>;

const references = ['EndToEndId', 'TxId', 'InstrId', 'AcctSvcrTxId'] as const;

/**
 * The bank's references of the movements of one entry, as far as it gives any: the entry's own (AcctSvcrRef), or in a
 * batch each transaction's own. Where a batch has one reference only, the transaction's id (or its place) tells the parts
 * apart, so that the same entry read again gives the same references. Undefined where the bank gave none.
 */
export function bankReferences(
  entry: XmlNode,
  details: readonly (XmlNode | undefined)[],
): readonly (string | undefined)[] {
  const ofEntry = idAt(entry, 'AcctSvcrRef');
  const own = details.map((one) => idAt(one, 'Refs', 'AcctSvcrRef'));
  if (details.length === 1) return [ofEntry ?? own[0]];
  if (isDistinct(own)) return own;
  if (ofEntry === undefined) return details.map(() => undefined);
  const ids = references.map((name) => details.map((one) => idAt(one, 'Refs', name))).find(isDistinct);
  return details.map((_, at) => `${ofEntry}/${ids?.[at] ?? at + 1}`);
}

function isDistinct(texts: readonly (string | undefined)[]): boolean {
  return texts.every((text) => text !== undefined) && new Set(texts).size === texts.length;
}

/**
 * Makes the references of one account's bookings complete and distinct, the same for the same bookings in whatever file
 * they come again:
 * - a booking without one gets a hash of what it says, numbered where a file holds several alike;
 * - money that comes back may carry the reference of the payment it undoes, so it is marked;
 * - one reference for different bookings (some banks put the message id there) is told apart by the same hash.
 */
export function withReferences(
  account: string,
  bookings: readonly { readonly booking: Unreferenced; readonly given: string | undefined }[],
): readonly Booking[] {
  const alike = new Map<string, number>();
  const taken = new Map<string, string>();
  return bookings.map(({ booking, given }) => {
    const print = fingerprint(account, booking);
    let reference =
      given === undefined ? `derived-${print}` : booking.returned === undefined ? given : `${given}/returned`;
    if (given === undefined) {
      const before = alike.get(print) ?? 0;
      alike.set(print, before + 1);
      if (before > 0) reference += `-${before + 1}`;
    } else if ((taken.get(reference) ?? print) !== print) {
      reference += `/${print}`;
    } else {
      taken.set(reference, print);
    }
    return { ...booking, reference };
  });
}

function fingerprint(account: string, booking: Unreferenced): string {
  const { direction, amount, date, endToEndId, batchId, kid, text, returned } = booking;
  const said = [
    account,
    direction,
    amount.minor,
    amount.currency,
    date,
    endToEndId,
    batchId,
    kid,
    text,
    returned?.endToEndId,
    returned?.reason,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 20);
}
