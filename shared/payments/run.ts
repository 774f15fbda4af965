import { createHash } from 'node:crypto';
import { nextBusinessDay } from '../calendar/business-days.ts';
import type { Instant } from '../calendar/clock.ts';
import { dateAt } from '../calendar/zones.ts';
import { upTo } from '../deadlines/sweep.ts';
import { inParallel } from '../mobility/in-parallel.ts';
import { type Deps, institutionOf, perform } from '../mobility/perform.ts';
import type { PaymentItem } from '../mobility/records.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { batchKey, batchMemberKey, batchPartition, paymentKey, payQueue, prefixes, workSort } from '../store/keys.ts';
import type { Item, Key } from '../store/port.ts';
import { instructionHash } from './identity.ts';
import { writeBatch } from './writer.ts';

/** Where bank files are written. A file is written once: writing it again gives the same bytes or nothing. */
export interface BankFiles {
  putOnce(key: string, body: Uint8Array, contentType: string): Promise<'written' | 'exists'>;
}

/** `open`: payments may still be added. `closed`: complete, the file is (being) written. `sent`: every case knows. */
interface BatchItem extends Item {
  readonly batch: string;
  readonly institution: string;
  readonly created: Instant;
  readonly hash?: string;
}

interface MemberItem extends Item {
  readonly payment: string;
}

/** A payment in the store is not what was instructed: somebody changed it. Nothing of the batch leaves. */
export class TamperedPayment extends Error {
  override readonly name = 'TamperedPayment';
}

/** Payments that one transaction takes into a batch: two writes each, below the store's limit. */
const CHUNK = 45;

/**
 * One payment run of an institution: finishes batches that an earlier run left, then puts every payment whose cut-off has
 * come into one new batch and writes its file. May stop anywhere and be run again: a payment belongs to one batch for ever.
 * Throws the first error, after everything that could be done was done.
 */
export async function runPayments(deps: Deps, files: BankFiles, institution: string): Promise<{ batches: string[] }> {
  const refs = await deps.store.work(payQueue(institution), upTo(deps.clock.now()), 1000);
  const heads = refs.filter((ref) => ref.sk === 'batch');
  const payments = refs.filter((ref) => ref.sk === 'payment');
  const batches: string[] = [];
  // A batch that cannot be finished must not keep back the others, nor what has become ready since.
  const errors: unknown[] = [];
  const attempt = async (begin: () => Promise<BatchItem | undefined>) => {
    try {
      const batch = await begin();
      if (batch) batches.push(await finish(deps, files, batch));
    } catch (error) {
      errors.push(error);
    }
  };
  for (const { pk, sk } of heads) await attempt(() => deps.store.get<BatchItem>('cases', { pk, sk }));
  await attempt(() => collect(deps, institution, payments));
  if (errors.length > 0) throw errors[0];
  return { batches };
}

/** Takes the payments into a new batch, some at a time; the batch stands in the queue until it is sent. */
async function collect(deps: Deps, institution: string, refs: readonly Key[]): Promise<BatchItem | undefined> {
  let batch: BatchItem | undefined;
  for (let from = 0; from < refs.length; from += CHUNK) {
    const ready = await readyOnes(deps, refs.slice(from, from + CHUNK));
    if (ready.length === 0) continue;
    batch ??= await openBatch(deps, institution);
    await takeIn(deps, batch, ready);
  }
  return batch;
}

async function readyOnes(deps: Deps, refs: readonly Key[]): Promise<PaymentItem[]> {
  const items = await Promise.all(refs.map(({ pk, sk }) => deps.store.get<PaymentItem>('cases', { pk, sk })));
  return items.filter((item) => item !== undefined).filter((item) => item.state === 'ready');
}

/** The batch is named for the minute of the run, with a letter where that minute has had one. */
async function openBatch(deps: Deps, institution: string): Promise<BatchItem> {
  const created = deps.clock.now();
  const stem = `${institution.toUpperCase()}-${created.slice(0, 16).replace(/[-:]/g, '').replace('T', '-')}`;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    const batch: BatchItem = {
      ...batchKey(institution, id),
      state: 'open',
      batch: id,
      institution,
      created,
      workPk: payQueue(institution),
      workSk: workSort(created, id),
    };
    try {
      await deps.store.commit(change().put('cases', batch).expectAbsent().writes);
      return batch;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

async function takeIn(deps: Deps, batch: BatchItem, payments: readonly PaymentItem[]): Promise<void> {
  const { institution } = batch;
  let all = change().check('cases', batchKey(institution, batch.batch)).expectState('open').with([]);
  for (const { transfer } of payments) {
    const member = { ...batchMemberKey(institution, batch.batch, transfer.endToEndId), payment: transfer.endToEndId };
    all = all
      .update(paymentKey(institution, transfer.endToEndId), {
        set: { state: 'batched', batch: batch.batch },
        remove: ['workPk', 'workSk'],
      })
      .expectState('ready')
      .put('cases', member as MemberItem)
      .expectAbsent();
  }
  try {
    await deps.store.commit(all.writes);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // One of them was cancelled or taken in the meantime: the others go on without it.
    const left = await readyOnes(deps, payments);
    if (left.length === payments.length) throw error;
    if (left.length > 0) await takeIn(deps, batch, left);
  }
}

/** Closes the batch, writes its file, tells every case, and takes the batch out of the queue. Each step may be repeated. */
async function finish(deps: Deps, files: BankFiles, batch: BatchItem): Promise<string> {
  const { institution: institutionId, batch: id } = batch;
  const institution = institutionOf(deps.rules, institutionId);
  if (batch.state === 'open') {
    await deps.store.commit(
      change()
        .update(batchKey(institutionId, id), { set: { state: 'closed' } })
        .expectState('open').writes,
    );
  }
  const members = await deps.store.query<MemberItem>('cases', {
    pk: batchPartition(institutionId, id),
    prefix: prefixes.batchMember,
  });
  const payments = await Promise.all(members.map((member) => paymentOf(deps, institutionId, member.payment)));
  let hash = '';
  if (payments.length > 0) {
    const file = writeBatch(
      {
        id,
        created: batch.created,
        executionDate: nextBusinessDay(dateAt(batch.created, institution.timeZone), institution.country),
        transfers: payments.map((payment) => payment.transfer),
      },
      institution.bank,
    );
    hash = createHash('sha256').update(file.bytes).digest('hex');
    await files.putOnce(`bank/out/${institutionId}/${file.name}`, file.bytes, file.contentType);
  }
  const failed = await inParallel(payments, (payment) =>
    perform(deps, institutionId, payment.mobility, {
      type: 'payment-instructed',
      payment: payment.transfer.endToEndId,
      batch: id,
    }),
  );
  const [first] = failed;
  if (first) throw first.error;
  await deps.store.commit(
    change().update(batchKey(institutionId, id), { set: { state: 'sent', hash }, remove: ['workPk', 'workSk'] }).writes,
  );
  return id;
}

async function paymentOf(deps: Deps, institution: string, id: string): Promise<PaymentItem> {
  const payment = await deps.store.get<PaymentItem>('cases', paymentKey(institution, id));
  if (!payment)
    throw new TamperedPayment(`The payment ${id} is in a batch, but its record is gone. Look at the store's history.`);
  if (instructionHash(payment.transfer) !== payment.hash) {
    throw new TamperedPayment(
      `The payment ${id} is not what was instructed. Nothing was sent; find out who changed it.`,
    );
  }
  return payment;
}
