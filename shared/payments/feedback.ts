import { createHash } from 'node:crypto';
import type { Command } from '../mobility/commands.ts';
import { inParallel } from '../mobility/in-parallel.ts';
import { type Deps, institutionOf, loadCase, perform } from '../mobility/perform.ts';
import type { KidItem, PaymentItem } from '../mobility/records.ts';
import { taskItem } from '../mobility/tasks.ts';
import { formatDecimal, type Money, sum } from '../money/money.ts';
import { change } from '../store/change.ts';
import { bankFileKey, batchPartition, isKeyPart, kidKey, paymentKey, prefixes } from '../store/keys.ts';
import type { Item, Key } from '../store/port.ts';
import { accountText, profileAccount } from './accounts.ts';
import { readBankFile } from './read.ts';
import { type Receipt, readReceipt } from './receipt.ts';
import type { Booking, Notification, StatusReport } from './types.ts';

/** What became of one file: read before, or read now with so many things passed to cases and so many left for finance. */
export type Reading =
  | { readonly kind: 'seen-before' }
  | { readonly kind: 'read'; readonly passedOn: number; readonly tasks: number };

/**
 * Reads a file of the bank and gives every case its part of it. A file may come twice and may be read again after a crash:
 * each part is harmless when repeated. Whatever cannot be matched becomes a task for finance; nothing is dropped. A part
 * that fails does not keep back the others: its error is thrown at the end, and the file counts as unread.
 */
export async function readFeedback(deps: Deps, institution: string, name: string, bytes: Uint8Array): Promise<Reading> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const seen = await deps.store.get('cases', bankFileKey(institution, hash));
  if (seen) return { kind: 'seen-before' };
  const reader = new FeedbackReader(deps, institution, hash);
  const { bank } = institutionOf(deps.rules, institution);
  const receipt = bank.format === 'voucher-csv' ? readReceipt(bytes) : undefined;
  const read = receipt ?? readBankFile(bytes);
  if (!read.ok) await reader.task('unreadable-bank-file', hash.slice(0, 16), { file: name, problem: read.sentence });
  else if ('receipt' in read) await reader.receipt(read.receipt);
  else if (read.file.kind === 'status') await reader.statuses(read.file);
  else await reader.bookings(read.file);
  await reader.tell();
  if (reader.errors.length > 0) throw reader.errors[0];
  const item = { ...bankFileKey(institution, hash), name, at: deps.clock.now() } as Key;
  await deps.store.commit(change().put('cases', item).writes);
  return { kind: 'read', passedOn: reader.passedOn, tasks: reader.tasks };
}

/** One file in the reading. */
class FeedbackReader {
  passedOn = 0;
  tasks = 0;
  readonly errors: unknown[] = [];
  /** What each case is to be told, in the order of the file. */
  private readonly told = new Map<string, Command[]>();
  private readonly deps: Deps;
  private readonly institution: string;
  private readonly fileHash: string;

  constructor(deps: Deps, institution: string, fileHash: string) {
    this.deps = deps;
    this.institution = institution;
    this.fileHash = fileHash;
  }

  /** A status of the whole group speaks for every payment of the batch that has none of its own. */
  async statuses(report: StatusReport): Promise<void> {
    const { group, transactions } = report;
    await this.each(transactions, ({ endToEndId, status, reason }) => {
      // A payment that is only listed in a file that is refused has no reason of its own.
      const wholeFile = group?.status === 'RJCT' && (reason === undefined || reason === group.reason);
      return this.status(endToEndId, status, reason, wholeFile);
    });
    if (!group) return;
    const members = await this.membersOf(report.batchId);
    if (members.length === 0) {
      await this.task('unknown-batch', report.batchId, { batch: report.batchId, status: group.status });
    }
    const own = new Set(transactions.map((transaction) => transaction.endToEndId));
    const others = members.filter((member) => !own.has(member));
    await this.each(others, (payment) => this.status(payment, group.status, group.reason, true));
  }

  private status(payment: string, status: string, reason: string | undefined, wholeFile: boolean): Promise<void> {
    return this.onPayment(payment, {
      type: 'payment-status',
      payment,
      status,
      ...(reason === undefined ? {} : { reason }),
      ...(wholeFile ? { wholeFile } : {}),
    });
  }

  /** Does the work for each part in order, whatever becomes of the others. */
  private async each<T>(parts: readonly T[], work: (part: T) => Promise<void>): Promise<void> {
    for (const part of parts) {
      try {
        await work(part);
      } catch (error) {
        this.errors.push(error);
      }
    }
  }

  async bookings(notification: Notification): Promise<void> {
    const { bank } = institutionOf(this.deps.rules, this.institution);
    if (accountText(profileAccount(notification.account)) !== accountText(profileAccount(bank.account))) {
      await this.task('wrong-account', this.fileHash.slice(0, 16), { message: notification.messageId });
      return;
    }
    await this.each(notification.bookings, (booking) => this.booking(booking));
  }

  /** What the finance system has posted is paid; what it refused is not. */
  async receipt({ posted, refused }: Receipt): Promise<void> {
    await this.each(posted, (booking) => this.booking(booking));
    await this.statuses(refused);
  }

  private async booking(booking: Booking): Promise<void> {
    if (booking.direction === 'debit') return this.debit(booking);
    if (booking.returned) return this.returnedPayment(booking, booking.returned);
    return this.credit(booking);
  }

  private async debit(booking: Booking): Promise<void> {
    if (booking.endToEndId !== undefined) return this.bookPayment(booking.endToEndId, booking, booking.amount);
    const batch = booking.batchId === undefined ? [] : await this.paymentsOf(booking.batchId);
    const paid = totals(batch, booking.amount) ? batch : await this.notRejected(batch);
    if (paid.length === 0 || !totals(paid, booking.amount)) return this.unmatched(booking);
    await this.each(paid, ({ transfer }) => this.bookPayment(transfer.endToEndId, booking, transfer.amount));
  }

  /** A bank that books a file in one sum leaves out what it has rejected. */
  private async notRejected(batch: readonly PaymentItem[]): Promise<PaymentItem[]> {
    const states = await Promise.all(
      batch.map(async ({ mobility, transfer }) => {
        const { payments } = await loadCase(this.deps.store, this.institution, mobility);
        return payments.find(({ id }) => id === transfer.endToEndId)?.state;
      }),
    );
    return batch.filter((_, at) => states[at] !== 'rejected');
  }

  private async bookPayment(payment: string, booking: Booking, local: Money): Promise<void> {
    const { date, reference } = booking;
    await this.onPayment(payment, { type: 'payment-booked', payment, local, date, reference }, booking);
  }

  private async returnedPayment(booking: Booking, returned: NonNullable<Booking['returned']>): Promise<void> {
    const payment = returned.endToEndId ?? booking.endToEndId;
    if (payment === undefined) return this.unmatched(booking);
    const { amount: local, date, reference } = booking;
    const { reason } = returned;
    await this.onPayment(payment, { type: 'payment-returned', payment, local, date, reference, reason }, booking);
  }

  private async credit(booking: Booking): Promise<void> {
    const { kid, amount: local, date, reference } = booking;
    const owner =
      kid !== undefined && isKeyPart(kid)
        ? await this.deps.store.get<KidItem>('cases', kidKey(this.institution, kid))
        : undefined;
    if (!owner) return this.unmatched(booking);
    this.give(owner.mobility, { type: 'repayment-received', local, date, reference });
  }

  private async onPayment(id: string, command: Command, booking?: Booking): Promise<void> {
    const payment = isKeyPart(id)
      ? await this.deps.store.get<PaymentItem>('cases', paymentKey(this.institution, id))
      : undefined;
    // The bank cannot know a payment that no batch has taken. Believed, it would count as ended here and leave all the same.
    const unsent = payment?.state === 'ready' || payment?.state === 'held';
    if (payment && !unsent) return this.give(payment.mobility, command);
    if (unsent && !booking) return this.task('unsent-payment', id, { reference: id, said: command.type });
    if (booking) return this.unmatched(booking);
    await this.task('unknown-payment', createHash('sha256').update(id).digest('hex').slice(0, 16), { reference: id });
  }

  private give(mobility: string, command: Command): void {
    this.told.set(mobility, [...(this.told.get(mobility) ?? []), command]);
  }

  /** Tells every case its part, several cases at a time. In order for each: a case may have two parts in one file. */
  async tell(): Promise<void> {
    await inParallel([...this.told], ([mobility, commands]) =>
      this.each(commands, async (command) => {
        await perform(this.deps, this.institution, mobility, command);
        this.passedOn += 1;
      }),
    );
  }

  private async unmatched(booking: Booking): Promise<void> {
    const { direction, amount, date, reference, kid, returned } = booking;
    // Money that comes back names the payment that it once was.
    const endToEndId = booking.endToEndId ?? returned?.endToEndId;
    await this.task(`unmatched-${direction}`, createHash('sha256').update(reference).digest('hex').slice(0, 16), {
      reference,
      date,
      amount: `${formatDecimal(amount)} ${amount.currency}`,
      ...(kid === undefined ? {} : { kid }),
      ...(endToEndId === undefined ? {} : { endToEndId }),
      ...(returned === undefined ? {} : { returned: returned.reason }),
    });
  }

  /** Something for a person of finance to look at; the same thing twice is one task. */
  async task(kind: string, id: string, data: Readonly<Record<string, string>>): Promise<void> {
    const at = this.deps.clock.now();
    const task = { id: `${kind}-${id}`, kind, data, at, file: this.fileHash };
    await this.deps.store.commit(change().put('cases', taskItem(this.institution, task)).writes);
    this.tasks += 1;
  }

  private async membersOf(batch: string): Promise<string[]> {
    if (!isKeyPart(batch)) return [];
    const pk = batchPartition(this.institution, batch);
    const members = await this.deps.store.query<Item & { payment: string }>('cases', {
      pk,
      prefix: prefixes.batchMember,
    });
    return members.map((member) => member.payment);
  }

  private async paymentsOf(batch: string): Promise<PaymentItem[]> {
    const ids = await this.membersOf(batch);
    const items = await Promise.all(
      ids.map((id) => this.deps.store.get<PaymentItem>('cases', paymentKey(this.institution, id))),
    );
    return items.filter((item) => item !== undefined);
  }
}

/** Whether these payments are exactly the amount of one booking. */
function totals(payments: readonly PaymentItem[], amount: Money): boolean {
  const amounts = payments.map(({ transfer }) => transfer.amount);
  if (amounts.some(({ currency }) => currency !== amount.currency)) return false;
  return sum(amounts, amount.currency).minor === amount.minor;
}
