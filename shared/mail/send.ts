import { isNotice } from '../deadlines/fair-notice.ts';
import { documentWith } from '../documents/with-mail.ts';
import { sayIn } from '../language/say.ts';
import type { Mobility } from '../mobility/case.ts';
import { mails, type Recipient } from '../mobility/effects.ts';
import { type Deps, loadCase } from '../mobility/perform.ts';
import type { Institution } from '../rulebook/types.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { mailKey } from '../store/keys.ts';
import type { Write } from '../store/port.ts';
import { addressOf, type Mailbox, mailboxFor } from './addresses.ts';
import { makeCode } from './codes.ts';
import { compose } from './compose.ts';
import { text } from './content.ts';
import { type Frame, mailHtml } from './html.ts';
import { type AnyTemplate, mailWords } from './language.ts';
import { createLink, findLink, type LinkItem, newLink } from './links.ts';
import type { MailData, MailItem } from './record.ts';
import { newReplyAddress, storeReplyAddress } from './reply-address.ts';
import { templates } from './templates/index.ts';
import { mailText } from './text.ts';

/** Which mail a message is, for the events that come back about it: ids only. */
export interface MailTags {
  readonly institution: string;
  readonly mobility: string;
  readonly mail: string;
  /** A deadline may hang on it, so that its delivery has to be known as well (shared/deadlines/fair-notice.ts). */
  readonly notice: 'yes' | 'no';
}

/**
 * Hands a finished mail over, and gives the id under which it was taken. A fault is thrown, and the mail is tried again.
 */
export interface Transport {
  send(raw: Uint8Array, from: string, to: string[], tags: MailTags): Promise<string | undefined>;
}

export interface MailDeps extends Deps {
  readonly transport: Transport;
  /** Where the pages are, without a slash at the end. */
  readonly baseUrl: string;
  /** Sender's address; the name beside it is the institution's. */
  readonly from: string;
  /** Where answers by mail come in; without it they go to the office. */
  readonly replyDomain?: string;
}

/** How one mail differs from others of its kind, and what is to be written with the note that it was sent. */
export interface DeliverOptions {
  readonly after?: readonly Write[];
  /** Only to this address of the reader. */
  readonly mailbox?: Mailbox;
}

/**
 * Writes one mail of a case and sends it, once: a mail that stands as sent is not sent again. When the machine stops
 * between sending and noting it, the repeat sends the same mail under the same Message-ID, which mail readers show once.
 * `after` is written together with the note that the mail has been sent, or when it had been sent before. Where its reader is
 * reached at no address that we know, it is withheld: the office has been asked for one, and nothing falls due on the reader.
 * Throws what the store or the transport throws; the outbox tries again.
 */
export async function deliverMail(
  deps: MailDeps,
  institutionId: string,
  mobilityId: string,
  mailId: string,
  template: AnyTemplate,
  data: MailData,
  { after = [], mailbox: only }: DeliverOptions = {},
): Promise<'sent' | 'sent-before' | 'withheld'> {
  const key = mailKey(institutionId, mobilityId, mailId);
  const { mobility, institution } = await load(deps, institutionId, mobilityId);
  const prepared = await prepare(deps, mobility, { mailId, template, data, ...(only ? { only } : {}) });
  if (prepared === 'sent-before' || prepared === 'withheld') {
    await deps.store.commit(after);
    return prepared;
  }
  const { mailbox, token, print, writtenAt, replyAddress } = prepared;
  const address = addressOf(mobility, institution, mailbox, data);
  const { language } = address;
  const { office } = institution.contacts;
  const words = mailWords(language);
  const say = sayIn(language, institution.timeZone);
  const view = { mobility, institution, data: print, language, words, say };
  const written = templates[template](view);
  const document = documentWith[template];
  const content = document ? { ...written, blocks: [...written.blocks, text(words.common.keep[document])] } : written;
  const frame: Frame = {
    language,
    words: words.common,
    say,
    institution: institution.name,
    contact: office,
    reference: mobility.id,
    ...(token === undefined ? {} : { link: `${deps.baseUrl}/l/${token}` }),
  };
  const raw = await compose({
    institution: institution.id,
    mailId,
    mobility: mobility.id,
    notice: template,
    from: { name: institution.name, address: deps.from },
    to: { name: address.name, address: address.email },
    replyTo: { name: office.name, address: replyAddress ?? office.email },
    subject: content.subject,
    text: mailText(content, frame),
    html: await mailHtml(content, frame),
    date: writtenAt,
  });
  const notice = isNotice(template) ? 'yes' : 'no';
  const tags: MailTags = { institution: institution.id, mobility: mobility.id, mail: mailId, notice };
  const messageId = await deps.transport.send(raw, deps.from, [address.email], tags);
  const sent = { state: 'sent', mailbox, sentAt: deps.clock.now(), ...(messageId === undefined ? {} : { messageId }) };
  await deps.store.commit(change().update(key, { set: sent }).expectPresent().with(after).writes);
  return 'sent';
}

interface Prepared extends Pick<Written, 'writtenAt' | 'replyAddress'> {
  readonly mailbox: Mailbox;
  readonly token?: string;
  /** The data as the template gets it; a code stands in it only here. */
  readonly print: MailData;
}

/** What stands about a mail before it is sent. */
interface Written extends Pick<MailItem, 'state' | 'writtenAt'> {
  /** It stood there already. */
  readonly again: boolean;
  /** Where an answer comes in by way of the case; undefined where it goes to the office. */
  readonly replyAddress: string | undefined;
}

interface Mail {
  readonly mailId: string;
  readonly template: AnyTemplate;
  readonly data: MailData;
  readonly only?: Mailbox;
}

type NotSent = 'sent-before' | 'withheld';

/** Stores the mail's record together with its link or code, before anything leaves the house. */
async function prepare(deps: MailDeps, mobility: Mobility, mail: Mail): Promise<Prepared | NotSent> {
  const { mailId, template, data, only } = mail;
  if (template === 'code') return prepareCode(deps, mobility, mail);
  const { to: recipient, link: purpose } = mails[template];
  const mailbox = mailboxFor(mobility, recipient, only);
  if (mailbox === undefined) return withhold(deps, mobility, mail, recipient);
  const order = {
    institution: mobility.institution,
    mobility: mobility.id,
    recipient,
    caseVersion: mobility.version,
    context: `${mobility.id}/${mailId}`,
    subject: data,
  };
  const made = purpose === 'none' ? undefined : newLink(deps, { ...order, purpose });
  const written = await write(deps, mobility, mail, { recipient, mailbox }, made?.item);
  if (written.state === 'sent') return 'sent-before';
  const { writtenAt, replyAddress } = written;
  if (purpose === 'none' || !made) return { mailbox, print: data, writtenAt, replyAddress };
  // The repeat takes the link that the first try made; from the same context it is the same one.
  const token = written.again ? await createLink(deps, { ...order, purpose }) : made.token;
  return { mailbox, print: data, token, writtenAt, replyAddress };
}

async function prepareCode(deps: MailDeps, mobility: Mobility, mail: Mail): Promise<Prepared | NotSent> {
  const found = await findLink(deps.store, mobility.institution, String(mail.data.link), deps.clock.now());
  if (found.kind === 'unknown')
    throw new Error(`The mail ${mail.mailId} of ${mobility.id} carries a code for a link that does not exist.`);
  const { recipient } = found.link;
  const mailbox = mailboxFor(mobility, recipient, mail.only);
  if (mailbox === undefined) return withhold(deps, mobility, mail, recipient);
  const { state, writtenAt, replyAddress } = await write(deps, mobility, mail, { recipient, mailbox });
  if (state === 'sent') return 'sent-before';
  const of = mailbox === 'participant-new' ? mobility.proposedEmail?.email : undefined;
  const code = await makeCode(deps, found.link, deps.clock.now(), `${mobility.id}/${mail.mailId}`, of);
  return { mailbox, print: { code }, writtenAt, replyAddress };
}

/** Only noted: its reader is reached nowhere. */
async function withhold(deps: MailDeps, mobility: Mobility, mail: Mail, recipient: Recipient): Promise<NotSent> {
  const { state } = await write(deps, mobility, mail, { recipient, state: 'withheld' });
  return state === 'sent' ? 'sent-before' : 'withheld';
}

/**
 * Writes the mail's record, with the address for answers and a link where it has them. When it stands there already, gives
 * what stands there, and an address for the repeat: one that a mail may have left with goes on working.
 */
async function write(
  deps: MailDeps,
  mobility: Mobility,
  { mailId, template, data }: Mail,
  to: Pick<MailItem, 'recipient' | 'mailbox'> & Partial<Pick<MailItem, 'state'>>,
  link?: LinkItem,
): Promise<Written> {
  const { institution, id } = mobility;
  const { recipient, state = 'written' } = to;
  const answered = deps.replyDomain !== undefined && state === 'written';
  const reply = answered
    ? newReplyAddress(deps, deps.replyDomain, { institution, mobility: id, mailId, recipient, notice: template })
    : undefined;
  const replyAddress = reply?.address;
  const key = mailKey(mobility.institution, mobility.id, mailId);
  const item: MailItem = { ...key, state: 'written', version: 1, template, data, ...to, writtenAt: deps.clock.now() };
  let writes = change().put('cases', item).expectAbsent();
  if (link) writes = writes.put('cases', link).expectAbsent();
  if (reply) writes = writes.put('cases', reply.item).expectAbsent();
  try {
    await deps.store.commit(writes.writes);
    return { ...item, again: false, replyAddress };
  } catch (error) {
    const before = error instanceof Conflict ? await deps.store.get<MailItem>('cases', key) : undefined;
    if (!before) throw error;
    if (reply && before.state !== 'sent') await storeReplyAddress(deps.store, reply.item);
    return { ...before, again: true, replyAddress };
  }
}

async function load(
  deps: MailDeps,
  id: string,
  mobilityId: string,
): Promise<{ mobility: Mobility; institution: Institution }> {
  const institution = deps.rules.institution(id);
  if (!institution) throw new Error(`The rulebook has no institution ${id}, so no mail of its cases can be written.`);
  return { mobility: await loadCase(deps.store, id, mobilityId), institution };
}
