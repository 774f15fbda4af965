import { createHash } from 'node:crypto';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { alikeKey, alikePartition } from '../store/keys.ts';
import type { Item, Store } from '../store/port.ts';
import { allInParallel } from './hearing.ts';
import type { Booking, Notification } from './types.ts';

/** One movement that no payment id names, under the reference by which the case knows it, and each file kind's own. */
interface AlikeItem extends Item {
  readonly version: number;
  readonly reference: string;
  readonly seen: Readonly<Partial<Record<Notification['source'], string>>>;
}

const TRIES = 6;

/**
 * The bookings, those that no payment id names under the reference by which they were known first. A payment is booked
 * once by its EndToEndId, whatever reference a booking comes under; a credit has the bank's reference only, and some banks
 * give another one in the statement than in the notification before it. So credits alike (same day, amount and KID) are
 * counted: the first of a statement is the first of the notifications, and only what a file of one kind has more than all
 * of the other kind is new. Written before anything is told, so that two files read at once agree as well.
 */
export async function knownReferences(
  store: Store,
  institution: string,
  file: Pick<Notification, 'source' | 'bookings'>,
): Promise<readonly Booking[]> {
  const groups = new Map<string, number[]>();
  for (const [at, booking] of file.bookings.entries()) {
    if (!isNameless(booking)) continue;
    const like = likeness(booking);
    groups.set(like, [...(groups.get(like) ?? []), at]);
  }
  const bookings = [...file.bookings];
  await allInParallel([...groups], async ([like, places]) => {
    for (const at of places) {
      const booking = bookings[at];
      if (booking === undefined) continue;
      bookings[at] = { ...booking, reference: await known(store, institution, like, file.source, booking.reference) };
    }
  });
  return bookings;
}

function isNameless({ direction, endToEndId, returned }: Booking): boolean {
  return direction === 'credit' ? returned === undefined : endToEndId === undefined;
}

function likeness({ direction, amount, date, kid, batchId, reversal, account }: Booking): string {
  const said = [
    direction,
    amount.minor,
    amount.currency,
    kid,
    direction === 'debit' ? batchId : undefined,
    reversal,
    account,
  ];
  return `${date}-${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 20)}`;
}

async function known(
  store: Store,
  institution: string,
  like: string,
  source: Notification['source'],
  reference: string,
): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await place(store, institution, like, source, reference);
    } catch (error) {
      if (!(error instanceof Conflict) || tries >= TRIES) throw error;
    }
  }
}

async function place(
  store: Store,
  institution: string,
  like: string,
  source: Notification['source'],
  reference: string,
): Promise<string> {
  const alike = await store.query<AlikeItem>('cases', { pk: alikePartition(institution, like) });
  const same = alike.find((one) => Object.values(one.seen).includes(reference));
  const free = same ?? alike.find((one) => one.seen[source] === undefined);
  if (free?.seen[source] !== undefined) return free.reference;
  const item: AlikeItem = free
    ? { ...free, version: free.version + 1, seen: { ...free.seen, [source]: reference } }
    : { ...alikeKey(institution, like, alike.length + 1), version: 1, reference, seen: { [source]: reference } };
  const put = change().put('cases', item);
  await store.commit((free ? put.expectVersion(free.version) : put.expectAbsent()).writes);
  return item.reference;
}
