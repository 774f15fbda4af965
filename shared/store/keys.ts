import type { Instant } from '../calendar/clock.ts';
import type { Key } from './port.ts';

/**
 * Every key of both tables. The tenant leads every partition key and every queue name, so that credentials can be
 * scoped to one institution by the leading key (design.md §6).
 */

/** A part of a key is empty or holds the separator; it would reach into another record's or tenant's keys. */
export class BadKeyPart extends Error {
  override readonly name = 'BadKeyPart';
  readonly part: string;
  constructor(part: string) {
    super(`"${part}" cannot be part of a key: hand in a text that is not empty and holds no "#".`);
    this.part = part;
  }
}

/** Whether a text may be part of a key. Ask this of anything that came from outside before making a key of it. */
export function isKeyPart(part: string): boolean {
  return part !== '' && !part.includes('#');
}

function join(...parts: readonly string[]): string {
  for (const part of parts) if (!isKeyPart(part)) throw new BadKeyPart(part);
  return parts.join('#');
}

/** Partition of one mobility: its case, events, outbox, waits and mails; in the ledger table its transfers. */
export const casePartition = (institution: string, id: string): string => join(institution, 'case', id);

/** Begins of sort keys within a mobility's partition, for `query`. */
export const prefixes = {
  event: 'event#',
  outbox: 'outbox#',
  documentOutbox: 'outbox-document#',
  wait: 'wait#',
  mail: 'mail#',
  document: 'document#',
  reply: 'reply#',
  batchMember: 'pay#',
  batchSum: 'sum#',
} as const;

export const caseKey = (institution: string, id: string): Key => ({ pk: casePartition(institution, id), sk: 'case' });

/**
 * `version` is the case's version after the event, `n` its place (0–99) among the events of that version. Both are
 * padded so that events sort as they happened.
 */
export function eventKey(institution: string, id: string, version: number, n: number): Key {
  const [v, place] = [digits(version, 6), digits(n, 2)];
  return { pk: casePartition(institution, id), sk: join('event', v, place) };
}

export const outboxKey = (institution: string, id: string, effect: string): Key => ({
  pk: casePartition(institution, id),
  sk: join('outbox', effect),
});

/** A document whose file is still to be made; apart from the other effects, since another function delivers it. */
export const documentOutboxKey = (institution: string, id: string, document: string): Key => ({
  pk: casePartition(institution, id),
  sk: join('outbox-document', document),
});

export const waitKey = (institution: string, id: string, wait: string, attempt: number): Key => ({
  pk: casePartition(institution, id),
  sk: join('wait', wait, String(attempt)),
});

export const mailKey = (institution: string, id: string, mail: string): Key => ({
  pk: casePartition(institution, id),
  sk: join('mail', mail),
});

/** A document that the participant keeps; `document` is its id within the case. */
export const documentKey = (institution: string, id: string, document: string): Key => ({
  pk: casePartition(institution, id),
  sk: join('document', document),
});

/** `tokenHash`: SHA-256 of the link's secret; the secret itself is never stored. */
export const linkKey = (institution: string, tokenHash: string): Key => ({
  pk: join(institution, 'link', tokenHash),
  sk: 'link',
});

export const paymentKey = (institution: string, endToEndId: string): Key => ({
  pk: join(institution, 'payment', endToEndId),
  sk: 'payment',
});

export const kidKey = (institution: string, kid: string): Key => ({ pk: join(institution, 'kid', kid), sk: 'kid' });

/** Partition of a batch: its head and its members. */
export const batchPartition = (institution: string, batch: string): string => join(institution, 'batch', batch);

export const batchKey = (institution: string, batch: string): Key => ({
  pk: batchPartition(institution, batch),
  sk: 'batch',
});

export const batchMemberKey = (institution: string, batch: string, endToEndId: string): Key => ({
  pk: batchPartition(institution, batch),
  sk: join('pay', endToEndId),
});

/** A booking of the whole batch that its payments do not explain yet, by a hash of the bank's reference. */
export const batchSumKey = (institution: string, batch: string, referenceHash: string): Key => ({
  pk: batchPartition(institution, batch),
  sk: join('sum', referenceHash),
});

/** `contentHash`: SHA-256 of the file's bytes. */
export const bankFileKey = (institution: string, contentHash: string): Key => ({
  pk: join(institution, 'bankfile', contentHash),
  sk: 'file',
});

/** A message of the bank by a hash of its kind and id, whatever file it came in. */
export const bankMessageKey = (institution: string, idHash: string): Key => ({
  pk: join(institution, 'bankmessage', idHash),
  sk: 'message',
});

/** How the newest statement of one of the institution's accounts ended. */
export const statementKey = (institution: string, account: string): Key => ({
  pk: join(institution, 'statement', account),
  sk: 'newest',
});

/** Bookings that say the same (day, way, amount, KID) and that no payment id tells apart, numbered from 1. */
export const alikePartition = (institution: string, likeness: string): string => join(institution, 'alike', likeness);

export const alikeKey = (institution: string, likeness: string, nth: number): Key => ({
  pk: alikePartition(institution, likeness),
  sk: String(nth).padStart(6, '0'),
});

/** What is left of one tranche of a call. */
export const budgetKey = (institution: string, call: string, tranche: string): Key => ({
  pk: join(institution, 'budget', call),
  sk: join('tranche', tranche),
});

/** Partition of the places on the waiting list of a call. */
export const waitingPartition = (institution: string, call: string): string => join(institution, 'waiting', call);

/** One place on it; they sort by the moment of the application. */
export const waitingKey = (institution: string, call: string, appliedAt: Instant, id: string): Key => ({
  pk: waitingPartition(institution, call),
  sk: join(appliedAt, id),
});

/** `hash`: SHA-256 of an address for answers; the address itself is never stored. */
export const replyAddressKey = (institution: string, hash: string): Key => ({
  pk: join(institution, 'reply-address', hash),
  sk: 'reply-address',
});

/** An answer by mail that was filed on a case. */
export const replyKey = (institution: string, id: string, reply: string): Key => ({
  pk: casePartition(institution, id),
  sk: join('reply', reply),
});

/** An application that is being filled in. */
export const draftKey = (institution: string, draft: string): Key => ({
  pk: join(institution, 'draft', draft),
  sk: 'draft',
});

/** Something to be sent about a draft; found by the stream and the sweep as every other effect is. */
export const draftOutboxKey = (institution: string, draft: string, effect: string): Key => ({
  pk: join(institution, 'draft', draft),
  sk: join('outbox', effect),
});

/** `tokenHash`: SHA-256 of the secret in the address of the draft's pages. */
export const draftLinkKey = (institution: string, tokenHash: string): Key => ({
  pk: join(institution, 'draft-link', tokenHash),
  sk: 'draft-link',
});

/** How often something may still be done within a span of time that begins at `from`; `what` holds no personal data. */
export const limitKey = (institution: string, what: string, from: Instant): Key => ({
  pk: join(institution, 'limit', what),
  sk: join('from', from),
});

/** What belongs to one mail address at an institution; `person` is its hash (shared/people/on-file.ts). */
export const personPartition = (institution: string, person: string): string => join(institution, 'person', person);

export const personKey = (institution: string, person: string, kind: 'case' | 'draft', id: string): Key => ({
  pk: personPartition(institution, person),
  sk: join(kind, id),
});

/** Somebody asks for fresh links; apart from what is on file, so that asking leaves nothing there. */
export const freshLinksKey = (institution: string, person: string, id: string): Key => ({
  pk: join(institution, 'asks', person),
  sk: join('outbox', id),
});

/** Something to be sent to an office about no case. */
export const officeOutboxKey = (institution: string, id: string): Key => ({
  pk: join(institution, 'office'),
  sk: join('outbox', id),
});

/** `tokenHash`: SHA-256 of the secret in the address of an office's page that belongs to no case. */
export const officeLinkKey = (institution: string, tokenHash: string): Key => ({
  pk: join(institution, 'office-link', tokenHash),
  sk: 'office-link',
});

/** A list of nominations between its check and its confirmation; `contentHash` is that of its bytes. */
export const nominationListKey = (institution: string, contentHash: string): Key => ({
  pk: join(institution, 'nomination-list', contentHash),
  sk: 'list',
});

/** The guard that one person is nominated for one period once; `nominee` is a hash of both. */
export const nominationKey = (institution: string, nominee: string): Key => ({
  pk: join(institution, 'nomination', nominee),
  sk: 'nomination',
});

/** The ranking of a round of applications for a call. */
export const rankingKey = (institution: string, call: string, round: string): Key => ({
  pk: join(institution, 'ranking', call),
  sk: join('round', round),
});

export const taskKey = (institution: string, task: string): Key => ({
  pk: join(institution, 'task', task),
  sk: 'task',
});

/** Key in the ledger table. Transfer ids are unique within the mobility. */
export const ledgerKey = (institution: string, id: string, transfer: string): Key => ({
  pk: casePartition(institution, id),
  sk: join(transfer),
});

/** Cases by their earliest deadline. */
export const dueQueue = (institution: string): string => join(institution, 'due');
/** Effects not yet delivered. */
export const outboxQueue = (institution: string): string => join(institution, 'outbox');
/** Documents whose files are not yet made. */
export const documentQueue = (institution: string): string => join(institution, 'outbox-document');
/** Tasks for finance that nobody has dealt with. */
export const tasksQueue = (institution: string): string => join(institution, 'tasks');

/** Payments ready for the run, by cut-off. */
export const payQueue = (institution: string): string => join(institution, 'pay');

/** Sort key in a work queue: when the work is due, then whose it is, so that equal moments keep one order. */
export const workSort = (at: Instant, id: string): string => join(at, id);

function digits(value: number, width: number): string {
  const text = String(value);
  if (!Number.isSafeInteger(value) || value < 0 || text.length > width) throw new BadKeyPart(text);
  return text.padStart(width, '0');
}

/** The guard that one phase of a case is started once per attempt: the execution's name is only a second guard. */
export const phaseKey = (institution: string, id: string, phase: string, attempt: number): Key => ({
  pk: casePartition(institution, id),
  sk: join('phase', phase, String(attempt)),
});

/** Rules that cases stand on. `fingerprint` is a hash of them. */
export const termsKey = (institution: string, fingerprint: string): Key => ({
  pk: join(institution, 'terms', fingerprint),
  sk: 'terms',
});

/** The guard that one stay is applied for once: `fingerprint` is a hash of person, host and first day. */
export const stayKey = (institution: string, fingerprint: string): Key => ({
  pk: join(institution, 'stay', fingerprint),
  sk: 'stay',
});
