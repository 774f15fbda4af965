import { createHash } from 'node:crypto';
import type { Mobility } from '../mobility/case.ts';
import { institutionOf, loadCase } from '../mobility/perform.ts';
import type { OutboxItem } from '../mobility/records.ts';
import { taskItem } from '../mobility/tasks.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { outboxKey, outboxQueue, replyAddressKey, replyKey, workSort } from '../store/keys.ts';
import type { Write } from '../store/port.ts';
import { addressFrom } from './addresses.ts';
import { type SiftedFile, sift } from './inbound.ts';
import { type InboundHead, readBody } from './inbound-parse.ts';
import type { Arrival, ReceiveDeps, Received } from './receive-types.ts';
import { findReply, type Reply, type ReplyFile, type ReplyItem, replyTask } from './replies.ts';
import type { ReplyAddress } from './reply-address.ts';
import { tooMany } from './stray-replies.ts';

/** Most answers that are filed for one of our mails: whoever has more to say writes to the office itself. */
const REPLIES_PER_MAIL = 30;

/** Files the mail as an answer on the case of the address, unless that was done before. Throws what the store throws. */
export async function fileReply(
  deps: ReceiveDeps,
  arrival: Arrival,
  { address, filed }: { readonly address: ReplyAddress; readonly filed: number },
  head: InboundHead,
  raw: Uint8Array | undefined,
): Promise<Received> {
  const { institution, mobility: id } = address;
  const mobility = await loadCase(deps.store, institution, id);
  const { contents, ...taken } = await take(deps, arrival, address, mobility, head, raw);
  const done = { mobility: id, reply: taken.id };
  if (await findReply(deps.store, institution, id, taken.id)) return { outcome: 'filed-before', ...done };
  if (filed >= REPLIES_PER_MAIL) return tooMany(deps, address);
  const reply: Reply = { ...taken, files: await putFiles(deps, institution, taken, contents) };
  try {
    await deps.store.commit(writesFor(deps, address, reply));
    return { outcome: 'filed', ...done };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    if (await findReply(deps.store, institution, id, reply.id)) return { outcome: 'filed-before', ...done };
    throw error;
  }
}

type Taken = Omit<Reply, 'files'>;

/** What is kept of the mail, with an id that follows from it: the same mail has the same one, however it was carried. */
async function take(
  deps: ReceiveDeps,
  { verdicts, key }: Arrival,
  { institution, mobility: id, recipient, notice }: ReplyAddress,
  mobility: Mobility,
  head: InboundHead,
  raw: Uint8Array | undefined,
): Promise<Taken & { readonly contents: readonly SiftedFile[] }> {
  const at = deps.clock.now();
  const about = {
    mobility: id,
    at,
    recipient,
    notice,
    verdicts,
    ...(head.from === undefined ? {} : { from: head.from }),
  };
  const body = raw && (await readBody(raw));
  const onFile = addressFrom(mobility, institutionOf(deps.rules, institution), recipient, head.from);
  const { files: contents, ...sifted } = sift(head, body ?? { text: '', html: '', files: [] }, verdicts, onFile);
  // Of a mail that was not read nobody can say that its sender is none.
  const unread = body ? {} : { unread: true as const, ...(raw ? {} : { sender: 'unproven' as const }) };
  const marks = ['message-id', 'date', 'from'].map((name) => head.values(name));
  const same = body ? [marks, sifted.text, contents.map(({ bytes }) => hash(bytes))] : [marks, key];
  return {
    ...about,
    ...sifted,
    ...unread,
    contents,
    id: hash(JSON.stringify([id, same]))
      .slice(0, 20)
      .toUpperCase(),
  };
}

/** Puts the files into the bucket, named by ids only, and gives where they lie. Again, they are the same objects. */
async function putFiles(
  deps: ReceiveDeps,
  institution: string,
  { mobility, id }: Taken,
  contents: readonly SiftedFile[],
): Promise<readonly ReplyFile[]> {
  return Promise.all(
    contents.map(async ({ bytes, type }, n) => {
      const file = `${id}-${n + 1}`;
      const objectKey = `uploads/${institution}/${mobility}/${file}`;
      await deps.files.putOnce(objectKey, bytes, type);
      return { id: file, objectKey, contentType: type, bytes: bytes.length };
    }),
  );
}

/** The answer, its task, and the mail to the office with a link to it: all or nothing. */
function writesFor({ clock }: ReceiveDeps, address: ReplyAddress, reply: Reply): readonly Write[] {
  const { institution, mobility } = address;
  const at = clock.now();
  const item: ReplyItem = { ...replyKey(institution, mobility, reply.id), state: 'open', reply };
  const id = `reply-${reply.id}`;
  const outbox: OutboxItem = {
    ...outboxKey(institution, mobility, id),
    id,
    institution,
    mobility,
    effect: {
      type: 'mail',
      template: 'reply-received',
      data: { reply: reply.id, from: reply.recipient, files: reply.files.length },
    },
    workPk: outboxQueue(institution),
    workSk: workSort(at, `${mobility}-${id}`),
  };
  const data = {
    mobility,
    from: reply.recipient,
    answers: reply.notice,
    files: String(reply.files.length),
    ...problems(reply),
  };
  return change()
    .put('cases', item)
    .expectAbsent()
    .update(replyAddressKey(institution, address.hash), { add: { filed: 1 } })
    .expectPresent()
    .put('cases', taskItem(institution, { id: replyTask(mobility, reply.id), kind: 'reply', data, at }))
    .expectAbsent()
    .put('cases', outbox)
    .expectAbsent().writes;
}

/** What the office should know before it opens the answer. */
function problems({ sender, leftOut, unread }: Reply): Record<string, string> {
  const problem = [
    ...(sender === 'failed' ? ['sender-failed'] : []),
    ...(unread ? ['unread'] : []),
    ...new Set(leftOut.map((why) => `file-${why}`)),
  ];
  return problem.length === 0 ? {} : { problem: problem.join(' ') };
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
