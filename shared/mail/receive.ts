import { fileReply } from './file-reply.ts';
import { dropReason } from './inbound.ts';
import { MAIL_BYTES, readHead, recipientsIn } from './inbound-parse.ts';
import type { Arrival, ReceiveDeps, Received } from './receive-types.ts';
import { findReplyAddress } from './reply-address.ts';
import { expiredAddress, unknownAddress } from './stray-replies.ts';

/** Most of our addresses in one mail that are looked at. */
const ADDRESSES_PER_MAIL = 5;

/** To whom the raw mail says that it goes. */
async function namedRecipients({ inbox }: ReceiveDeps, { key }: Arrival): Promise<readonly string[]> {
  const raw = await inbox.get(key, MAIL_BYTES);
  return raw instanceof Uint8Array ? recipientsIn(await readHead(raw)) : [];
}

/**
 * Files a mail that answers one of ours, or drops it. It becomes a task for the office and nothing else: no state and no
 * money moves, and nobody gets an answer. Given twice, it is filed once. The raw mail is deleted once it is filed; one
 * that was dropped stays for its thirty days (infra/aws/inbound.ts), in case somebody asks for it.
 */
export async function receiveMail(deps: ReceiveDeps, arrival: Arrival): Promise<readonly Received[]> {
  const given = arrival.recipients ?? (await namedRecipients(deps, arrival));
  const recipients = [...new Set(given.map((address) => address.trim().toLowerCase()))];
  const found = await Promise.all(
    recipients.map((address) => findReplyAddress(deps.store, deps.domain, address, deps.clock.now())),
  );
  const known = found.filter(({ kind }) => kind !== 'other').slice(0, ADDRESSES_PER_MAIL);
  if (known.length === 0) return [{ outcome: 'dropped', reason: 'no-address' }];
  const raw = await deps.inbox.get(arrival.key, MAIL_BYTES);
  // It was filed before, and deleted.
  if (raw === 'gone') return [{ outcome: 'dropped', reason: 'gone' }];
  const bytes = raw === 'too-large' ? undefined : raw;
  const head = await readHead(bytes ?? new Uint8Array());
  const reason = dropReason(head, arrival.source ?? head.from ?? '', deps.from);
  if (reason) return [{ outcome: 'dropped', reason }];
  const results: Received[] = [];
  for (const address of known) {
    if (address.kind === 'unknown') results.push(await unknownAddress(deps, address.institution, arrival));
    else if (address.kind === 'expired') results.push(await expiredAddress(deps, address.address));
    else if (address.kind === 'found') results.push(await fileReply(deps, arrival, address, head, bytes));
  }
  if (results.some(({ outcome }) => outcome !== 'dropped')) await deps.inbox.remove(arrival.key);
  return results;
}
