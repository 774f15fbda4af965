import { createHash } from 'node:crypto';
import { loadCase } from '../mobility/perform.ts';
import type { PaymentItem } from '../mobility/records.ts';
import { closeTask } from '../mobility/tasks.ts';
import { formatDecimal, type Money, sum } from '../money/money.ts';
import { change } from '../store/change.ts';
import { batchPartition, batchSumKey, isKeyPart, prefixes } from '../store/keys.ts';
import type { Item } from '../store/port.ts';
import { allInParallel, type Hearing, type Said, taskId } from './hearing.ts';
import type { Booking } from './types.ts';

/**
 * A bank may book a payment file as one sum, and leave out of it what it has rejected. It may book before it says which
 * payments it rejects, or never say it. Such a sum stays open beside its file, with a task, and is compared again whenever
 * the bank says anything of that file; as soon as it is exactly what the payments not rejected come to, it books them.
 */
type Sum = Pick<Booking, 'reference' | 'amount' | 'date'>;

/** A sum that no set of payments explains yet. */
interface SumItem extends Item {
  readonly sum: Sum;
}

/** A debit for a whole payment file: books its payments where they are what was debited, and otherwise waits. */
export async function hearSum(
  hearing: Hearing,
  batch: string,
  members: readonly PaymentItem[],
  { reference, amount, date }: Sum,
): Promise<readonly Said[]> {
  const booking = { reference, amount, date };
  // Also where it fits at once: an earlier file may have left it open.
  hearing.batches.add(batch);
  const standing = await paidBy(hearing, members, amount);
  if (totals(standing, amount)) return standing.map((payment) => bookedBy(payment, booking));
  const item: SumItem = { ...keyOf(hearing, batch, reference), sum: booking };
  await hearing.deps.store.commit(change().put('cases', item).writes);
  const ours = members.map(({ transfer }) => transfer.amount);
  await hearing.task('unmatched-sum', reference, {
    reference,
    date,
    amount: amountOf(amount),
    batch,
    payments: String(members.length),
    instructed: totalOf(ours),
    refused: String(members.length - standing.length),
  });
  return [];
}

/**
 * Compares the open sums of a batch again, after the bank's word has reached its cases. Gives what they say to which case;
 * `done` closes them, to be called when every case has heard it.
 */
export async function rematchSums(
  hearing: Hearing,
  batch: string,
): Promise<{ readonly said: readonly Said[]; readonly done: () => Promise<void> }> {
  const { store } = hearing.deps;
  const range = () => ({ pk: batchPartition(hearing.institution, batch), prefix: prefixes.batchSum });
  const open = isKeyPart(batch) ? await store.query<SumItem>('cases', range()) : [];
  const members = open.length === 0 ? [] : await paymentsOf(hearing, batch);
  const said: Said[] = [];
  const matched: Sum[] = [];
  for (const { sum: booking } of open) {
    const standing = await paidBy(hearing, members, booking.amount);
    if (!totals(standing, booking.amount)) continue;
    said.push(...standing.map((payment) => bookedBy(payment, booking)));
    matched.push(booking);
  }
  const done = async () => {
    for (const { reference } of matched) {
      const outcome = `It is what the payments of ${batch} that stand come to: booked.`;
      await closeTask(hearing.deps, hearing.institution, taskId('unmatched-sum', reference), outcome);
      await store.commit(change().delete(keyOf(hearing, batch, reference)).writes);
    }
  };
  return { said, done };
}

/** The payments of a batch, as the payment run knows them; none for a batch that is not ours. */
export async function paymentsOf(hearing: Hearing, batch: string): Promise<PaymentItem[]> {
  const items = await allInParallel(await hearing.membersOf(batch), (id) => hearing.payment(id));
  return items.filter((item) => item !== undefined);
}

/** What the bank has been told to do: a booking of one payment. */
export function bookedBy(payment: PaymentItem, { reference, date }: Sum, local = payment.transfer.amount): Said {
  const id = payment.transfer.endToEndId;
  return { mobility: payment.mobility, command: { type: 'payment-booked', payment: id, local, date, reference } };
}

/** All payments of the batch where they are the sum; else those that the bank has not rejected. */
async function paidBy(hearing: Hearing, batch: readonly PaymentItem[], amount: Money): Promise<readonly PaymentItem[]> {
  if (totals(batch, amount)) return batch;
  const states = await allInParallel(batch, async ({ mobility, transfer }) => {
    const {
      payments,
      returns = [],
      reversals = [],
    } = await loadCase(hearing.deps.store, hearing.institution, mobility);
    return [...payments, ...returns, ...reversals].find(({ id }) => id === transfer.endToEndId)?.state;
  });
  return batch.filter((_, at) => states[at] !== 'rejected');
}

/** Whether these payments are exactly the amount of one booking. */
function totals(payments: readonly PaymentItem[], amount: Money): boolean {
  const amounts = payments.map(({ transfer }) => transfer.amount);
  if (amounts.length === 0 || amounts.some(({ currency }) => currency !== amount.currency)) return false;
  return sum(amounts, amount.currency).minor === amount.minor;
}

function totalOf(amounts: readonly Money[]): string {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))];
  return currencies
    .map((code) =>
      amountOf(
        sum(
          amounts.filter(({ currency }) => currency === code),
          code,
        ),
      ),
    )
    .join(' + ');
}

const amountOf = (amount: Money): string => `${formatDecimal(amount)} ${amount.currency}`;

function keyOf({ institution }: Hearing, batch: string, reference: string) {
  const name = createHash('sha256').update(reference).digest('hex').slice(0, 32);
  return batchSumKey(institution, batch, name);
}
