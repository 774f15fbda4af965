import type { KidItem, PaymentItem } from '../mobility/records.ts';
import { formatDecimal } from '../money/money.ts';
import { isKeyPart, kidKey } from '../store/keys.ts';
import { accountText } from './accounts.ts';
import { knownReferences } from './alike.ts';
import { bookedBy, hearSum, paymentsOf } from './batch-sums.ts';
import type { Hearing, Said } from './hearing.ts';
import type { Booking, Notification } from './types.ts';

/** Movements, and by which kind of message they were told. */
type Told = Pick<Notification, 'source' | 'bookings'>;

/** Gives every payment and every claim its bookings; what belongs to none becomes a task, whoever it may concern. */
export async function hearBookings(hearing: Hearing, file: Told): Promise<void> {
  const { deps, institution } = hearing;
  const bookings = await knownReferences(deps.store, institution, file);
  const first = firstOf(bookings);
  await hearing.match(bookings, async (booking) => {
    const key = paymentOf(booking);
    const before = key === undefined ? undefined : first.get(key);
    if (before !== undefined && before !== booking.reference) return twice(hearing, booking, before);
    return hear(hearing, booking);
  });
}

/** Which movement of which payment a booking names: leaving, or coming back. */
function paymentOf({ direction, endToEndId, returned, reversal }: Booking): string | undefined {
  const id = endToEndId ?? returned?.endToEndId;
  const counts = direction === 'debit' ? reversal !== true : returned !== undefined;
  return id === undefined || !counts ? undefined : `${direction} ${id}`;
}

/** The reference of the first booking in the file for each payment and way. */
function firstOf(bookings: readonly Booking[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const booking of bookings) {
    const key = paymentOf(booking);
    if (key !== undefined && !first.has(key)) first.set(key, booking.reference);
  }
  return first;
}

/** Two bookings of one payment in one file are two movements: the account was debited, or credited, twice. */
async function twice(hearing: Hearing, booking: Booking, before: string): Promise<readonly Said[]> {
  const kind = booking.direction === 'debit' ? 'booked-twice' : 'returned-twice';
  if ((await hearing.payment(booking.endToEndId ?? booking.returned?.endToEndId)) === undefined) {
    return unmatched(hearing, booking);
  }
  await hearing.task(kind, booking.reference, { ...factsOf(booking), before });
  return [];
}

async function hear(hearing: Hearing, booking: Booking): Promise<readonly Said[]> {
  if (booking.direction === 'debit') return debit(hearing, booking);
  return booking.returned ? returned(hearing, booking, booking.returned) : credit(hearing, booking);
}

async function debit(hearing: Hearing, booking: Booking): Promise<readonly Said[]> {
  const { endToEndId, batchId, amount, reversal } = booking;
  if (reversal === true) return unmatched(hearing, booking);
  if (endToEndId !== undefined) {
    const payment = await sentPayment(hearing, endToEndId);
    return payment ? [bookedBy(payment, booking, amount)] : unmatched(hearing, booking);
  }
  const batch = batchId === undefined ? [] : await paymentsOf(hearing, batchId);
  if (batchId === undefined || batch.length === 0) return unmatched(hearing, booking);
  return hearSum(hearing, batchId, batch, booking);
}

async function returned(
  hearing: Hearing,
  booking: Booking,
  { endToEndId, reason }: NonNullable<Booking['returned']>,
): Promise<readonly Said[]> {
  const payment = await sentPayment(hearing, endToEndId ?? booking.endToEndId);
  if (payment === undefined) return unmatched(hearing, booking);
  const { amount: local, date, reference } = booking;
  const id = payment.transfer.endToEndId;
  const command = { type: 'payment-returned', payment: id, local, date, reference, reason } as const;
  return [{ mobility: payment.mobility, command }];
}

async function credit(hearing: Hearing, booking: Booking): Promise<readonly Said[]> {
  const { kid, amount: local, date, reference, payer } = booking;
  const owner =
    kid !== undefined && isKeyPart(kid)
      ? await hearing.deps.store.get<KidItem>('cases', kidKey(hearing.institution, kid))
      : undefined;
  if (!owner) return unmatched(hearing, booking);
  const from = payer === undefined ? {} : { payer };
  return [{ mobility: owner.mobility, command: { type: 'repayment-received', local, date, reference, ...from } }];
}

/** A payment that a batch has taken: the bank cannot have moved money for another one. */
async function sentPayment(hearing: Hearing, id: string | undefined): Promise<PaymentItem | undefined> {
  const payment = await hearing.payment(id);
  return payment?.state === 'ready' || payment?.state === 'held' ? undefined : payment;
}

async function unmatched(hearing: Hearing, booking: Booking): Promise<readonly Said[]> {
  // A payment's own id tells the same movement again under whatever reference it comes.
  const id = booking.endToEndId ?? booking.returned?.endToEndId;
  const { direction, amount, date, reference } = booking;
  const about = id === undefined ? reference : `${id} ${date} ${amount.minor} ${amount.currency} ${booking.reversal}`;
  await hearing.task(direction === 'debit' ? 'unmatched-debit' : 'unmatched-credit', about, factsOf(booking));
  return [];
}

function factsOf(booking: Booking): Readonly<Record<string, string>> {
  const { amount, date, reference, kid, returned: back, reversal, batchId, payer, account } = booking;
  // Money that comes back names the payment that it once was.
  const endToEndId = booking.endToEndId ?? back?.endToEndId;
  return {
    reference,
    date,
    amount: `${formatDecimal(amount)} ${amount.currency}`,
    ...(account === undefined ? {} : { account }),
    ...(kid === undefined ? {} : { kid }),
    // Who paid is what an officer finds the case by; it stays in the store, with the task.
    ...(payer?.name === undefined ? {} : { payer: payer.name }),
    ...(payer?.account === undefined ? {} : { payerAccount: accountText(payer.account) }),
    ...(endToEndId === undefined ? {} : { endToEndId }),
    ...(back === undefined ? {} : { returned: back.reason }),
    ...(reversal === true ? { reversal: 'takes back an earlier credit' } : {}),
    ...(endToEndId === undefined && batchId !== undefined ? { batch: batchId } : {}),
  };
}
