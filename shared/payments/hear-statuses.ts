import type { Hearing, Said } from './hearing.ts';
import type { StatusReport } from './types.ts';

type Status = StatusReport['transactions'][number] & { readonly wholeFile: boolean };

const endings: readonly string[] = ['RJCT', 'CANC'];

/** Gives every payment its status. One of the whole group speaks for every payment of the batch that has none of its own. */
export async function hearStatuses(hearing: Hearing, report: StatusReport): Promise<void> {
  const { batchId, group, transactions } = report;
  // A sum that the bank has booked for the file may be explained now.
  hearing.batches.add(batchId);
  const own = transactions.map((one): Status => {
    // A payment that is only listed in a file that is refused has no reason of its own.
    const wholeFile = group?.status === 'RJCT' && (one.reason === undefined || one.reason === group.reason);
    return { ...one, wholeFile };
  });
  const members = group === undefined ? [] : await hearing.membersOf(batchId);
  if (group && members.length === 0) {
    await hearing.task('unknown-batch', batchId, { batch: batchId, status: group.status });
  }
  if (group?.status === 'PART' && !transactions.some(({ status }) => endings.includes(status))) {
    await hearing.task('part-without-names', batchId, { batch: batchId, status: group.status });
  }
  const named = new Set(transactions.map(({ endToEndId }) => endToEndId));
  const others = group === undefined ? [] : members.filter((member) => !named.has(member));
  const inherited = others.map((endToEndId): Status => ({ ...group, endToEndId, wholeFile: true }) as Status);
  await hearing.match([...own, ...inherited], (status) => hear(hearing, batchId, status));
}

async function hear(hearing: Hearing, batch: string, said: Status): Promise<readonly Said[]> {
  const { endToEndId, status, reason, wholeFile } = said;
  const payment = await hearing.payment(endToEndId);
  if (!payment) {
    await hearing.task('unknown-payment', endToEndId, { reference: endToEndId, status });
    return [];
  }
  // The bank cannot know a payment that no batch has taken. Believed, it would count as ended here and leave all the same.
  if (payment.state === 'ready' || payment.state === 'held') {
    await hearing.task('unsent-payment', endToEndId, { reference: endToEndId, status });
    return [];
  }
  // A refusal of a copy in another file is no word about the one that we sent: to pay anew on it would pay twice.
  if (payment.batch !== undefined && payment.batch !== batch && endings.includes(status)) {
    const data = { reference: endToEndId, batch, status, ...(reason === undefined ? {} : { reason }) };
    await hearing.task('other-batch', `${endToEndId} ${batch}`, data);
    return [];
  }
  const command = {
    type: 'payment-status',
    payment: endToEndId,
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(wholeFile ? { wholeFile } : {}),
  } as const;
  return [{ mobility: payment.mobility, command }];
}
