import { createHash } from 'node:crypto';
import { type Deps, institutionOf } from '../mobility/perform.ts';
import { change } from '../store/change.ts';
import { bankFileKey, bankMessageKey } from '../store/keys.ts';
import type { Item } from '../store/port.ts';
import { rematchSums } from './batch-sums.ts';
import { hearAccounts } from './hear-accounts.ts';
import { hearReceipt } from './hear-receipt.ts';
import { hearStatuses } from './hear-statuses.ts';
import { Hearing } from './hearing.ts';
import { readBankFile } from './read.ts';
import { readReceipt } from './receipt.ts';
import { tooLarge } from './tree.ts';
import type { BankFile } from './types.ts';

/** What became of one file: read before, or read now with so many things passed to cases and so many left for finance. */
export type Reading =
  | { readonly kind: 'seen-before' }
  | { readonly kind: 'read'; readonly passedOn: number; readonly tasks: number };

/** A message that was read, by the bank's own id of it: what it said, as a hash. */
interface MessageItem extends Item {
  readonly content: string;
}

/**
 * Reads a file of the bank and gives every case its part of it. A file may come twice, byte by byte or as the same message
 * written anew, and may be read again after a crash or a time limit: each part is harmless when repeated, so that reading
 * goes on where it stopped. Whatever cannot be matched becomes a task for finance; nothing is dropped. A part that fails
 * does not keep back the others: its error is thrown at the end, and the file counts as unread.
 */
export async function readFeedback(deps: Deps, institution: string, name: string, bytes: Uint8Array): Promise<Reading> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const seen = await deps.store.get('cases', bankFileKey(institution, hash));
  if (seen) return { kind: 'seen-before' };
  const hearing = new Hearing(deps, institution, { name, hash });
  const file: Item & { name: string; at: string } = { ...bankFileKey(institution, hash), name, at: deps.clock.now() };
  const { bank } = institutionOf(deps.rules, institution);
  const read = (bank.format === 'voucher-csv' ? readReceipt(bytes) : undefined) ?? readBankFile(bytes);
  if (!read.ok) {
    // Not noted as read: when a later version of ours can read it, delivering it again is enough.
    await hearing.task('unreadable-bank-file', hash, { file: name, problem: read.sentence });
    return { kind: 'read', passedOn: 0, tasks: hearing.tasks };
  }
  const message = messageOf(institution, read.file);
  const before = await deps.store.get<MessageItem>('cases', message);
  if (before?.content === message.content) {
    await deps.store.commit(change().put('cases', file).writes);
    return { kind: 'seen-before' };
  }
  if (before) await hearing.task('message-id-reused', hash, { file: name, message: read.file.messageId });
  await hear(hearing, read.file);
  await hearing.tell();
  const sums = await Promise.all([...hearing.batches].map((batch) => rematchSums(hearing, batch)));
  hearing.note(sums.flatMap(({ said }) => said));
  await hearing.tell();
  if (hearing.errors.length > 0) throw hearing.errors[0];
  for (const { done } of sums) await done();
  // A file with a part that is not ours is not noted as read: it may be delivered again when the account is entered.
  const done = change().put('cases', file);
  if (!hearing.leftOut) await deps.store.commit((before ? done : done.put('cases', message)).writes);
  return { kind: 'read', passedOn: hearing.passedOn, tasks: hearing.tasks };
}

/**
 * A file of the bank that is too large to be looked at: a task that names it. The file stays where it lies. `version` is
 * the store's own mark of its content, so that the same file delivered again is one task.
 */
export async function refuseLargeFile(
  deps: Deps,
  institution: string,
  name: string,
  version: string,
): Promise<Reading> {
  const hearing = new Hearing(deps, institution, { name, hash: version });
  await hearing.task('unreadable-bank-file', version, { file: name, problem: tooLarge });
  return { kind: 'read', passedOn: 0, tasks: hearing.tasks };
}

async function hear(hearing: Hearing, file: BankFile): Promise<void> {
  if (file.kind === 'status') return hearStatuses(hearing, file);
  if (file.kind === 'receipt') return hearReceipt(hearing, file);
  return hearAccounts(hearing, file);
}

function messageOf(institution: string, file: BankFile): MessageItem {
  const [kind, page] = 'source' in file ? [file.source, file.page ?? ''] : [file.kind, ''];
  const id = createHash('sha256')
    .update(JSON.stringify([kind, file.messageId, page]))
    .digest('hex')
    .slice(0, 32);
  const content = createHash('sha256').update(JSON.stringify(file)).digest('hex');
  return { ...bankMessageKey(institution, id), content };
}
