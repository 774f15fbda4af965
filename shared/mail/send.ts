import type { Instant } from '../calendar/clock.ts';
import { documentWith } from '../documents/with-mail.ts';
import { sayIn } from '../language/say.ts';
import type { Mobility } from '../mobility/case.ts';
import { mails, type Recipient } from '../mobility/effects.ts';
import { type Deps, loadCase } from '../mobility/perform.ts';
import type { Institution, Language } from '../rulebook/types.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { mailKey } from '../store/keys.ts';
import type { Item, Write } from '../store/port.ts';
import { makeCode } from './codes.ts';
import { compose } from './compose.ts';
import { text } from './content.ts';
import { oneLine } from './format.ts';
import { type Frame, mailHtml } from './html.ts';
import { type AnyTemplate, mailWords } from './language.ts';
import { createLink, findLink, type LinkItem, newLink } from './links.ts';
import { makeReplyAddress } from './reply-address.ts';
import { templates } from './templates/index.ts';
import { mailText } from './text.ts';
import { forUnit } from './units.ts';

/** Hands a finished mail over. Returning means that it was taken; a fault is thrown, and the mail is tried again. */
export interface Transport {
  send(raw: Uint8Array, from: string, to: string[]): Promise<void>;
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

/** One mail of a case. No body and no address: both follow from the case. */
export interface MailItem extends Item {
  readonly state: 'written' | 'sent';
  readonly template: AnyTemplate;
  readonly recipient: Recipient;
  readonly writtenAt: string;
  readonly sentAt?: string;
}

export type MailData = Readonly<Record<string, string | number>>;

/**
 * Writes one mail of a case and sends it, once: a mail that stands as sent is not sent again. When the machine stops
 * between sending and noting it, the repeat sends the same mail under the same Message-ID, which mail readers show once.
 * `after` is written together with the note that the mail has been sent, or when it had been sent before.
 * Throws what the store or the transport throws; the outbox tries again.
 */
export async function deliverMail(
  deps: MailDeps,
  institutionId: string,
  mobilityId: string,
  mailId: string,
  template: AnyTemplate,
  data: MailData,
  after: readonly Write[] = [],
): Promise<'sent' | 'sent-before'> {
  const key = mailKey(institutionId, mobilityId, mailId);
  const { mobility, institution } = await load(deps, institutionId, mobilityId);
  const prepared = await prepare(deps, mobility, { mailId, template, data });
  if (prepared === 'sent-before') {
    await deps.store.commit(after);
    return prepared;
  }
  const { recipient, token, print, writtenAt } = prepared;
  const address = addressOf(mobility, institution, recipient);
  const { language } = address;
  const words = mailWords(language);
  const say = sayIn(language, institution.timeZone);
  const view = { mobility, institution, data: print, language, words, say };
  const written = forUnit(template, templates[template](view), view);
  const document = documentWith[template];
  const content = document ? { ...written, blocks: [...written.blocks, text(words.common.keep[document])] } : written;
  const frame: Frame = {
    language,
    words: words.common,
    say,
    institution: institution.name,
    contact: institution.contacts.office,
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
    replyTo: await replyTo(deps, mobility, institution, { mailId, recipient, notice: template }),
    subject: content.subject,
    text: mailText(content, frame),
    html: await mailHtml(content, frame),
    date: writtenAt,
  });
  await deps.transport.send(raw, deps.from, [address.email]);
  const sent = { state: 'sent', sentAt: deps.clock.now() };
  await deps.store.commit(change().update(key, { set: sent }).expectPresent().with(after).writes);
  return 'sent';
}

interface Prepared {
  readonly recipient: Recipient;
  readonly token?: string;
  /** The data as the template gets it; a code stands in it only here. */
  readonly print: MailData;
  readonly writtenAt: Instant;
}

interface Mail {
  readonly mailId: string;
  readonly template: AnyTemplate;
  readonly data: MailData;
}

/** Stores the mail's record together with its link or code, before anything leaves the house. */
async function prepare(deps: MailDeps, mobility: Mobility, mail: Mail): Promise<Prepared | 'sent-before'> {
  const { mailId, template, data } = mail;
  if (template === 'code') return prepareCode(deps, mobility, mail);
  const { to: recipient, link: purpose } = mails[template];
  const order = {
    institution: mobility.institution,
    mobility: mobility.id,
    recipient,
    caseVersion: mobility.version,
    context: `${mobility.id}/${mailId}`,
    subject: data,
  };
  const made = purpose === 'none' ? undefined : newLink(deps, { ...order, purpose });
  const written = await write(deps, mobility, mail, recipient, made?.item);
  if (written.state === 'sent') return 'sent-before';
  if (purpose === 'none' || !made) return { recipient, print: data, writtenAt: written.writtenAt };
  // The repeat takes the link that the first try made; from the same context it is the same one.
  const token = written.again ? await createLink(deps, { ...order, purpose }) : made.token;
  return { recipient, print: data, token, writtenAt: written.writtenAt };
}

async function prepareCode(deps: MailDeps, mobility: Mobility, mail: Mail): Promise<Prepared | 'sent-before'> {
  const found = await findLink(deps.store, mobility.institution, String(mail.data.link), deps.clock.now());
  if (found.kind === 'unknown')
    throw new Error(`The mail ${mail.mailId} of ${mobility.id} carries a code for a link that does not exist.`);
  const { recipient } = found.link;
  const { state, writtenAt } = await write(deps, mobility, mail, recipient);
  if (state === 'sent') return 'sent-before';
  const code = await makeCode(deps, found.link, deps.clock.now(), `${mobility.id}/${mail.mailId}`);
  return { recipient, print: { code }, writtenAt };
}

/** Writes the mail's record, with a link where it has one. When it stands there already, gives what stands there. */
async function write(
  deps: MailDeps,
  mobility: Mobility,
  { mailId, template }: Mail,
  recipient: Recipient,
  link?: LinkItem,
): Promise<Pick<MailItem, 'state' | 'writtenAt'> & { readonly again: boolean }> {
  const key = mailKey(mobility.institution, mobility.id, mailId);
  const item: MailItem = { ...key, state: 'written', template, recipient, writtenAt: deps.clock.now() };
  let writes = change().put('cases', item).expectAbsent();
  if (link) writes = writes.put('cases', link).expectAbsent();
  try {
    await deps.store.commit(writes.writes);
    return { ...item, again: false };
  } catch (error) {
    const before = error instanceof Conflict ? await deps.store.get<MailItem>('cases', key) : undefined;
    if (!before) throw error;
    return { ...before, again: true };
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

/** The office, by way of the case where answers come in by mail, else at its own address. */
async function replyTo(
  deps: MailDeps,
  { institution: id, id: mobility }: Mobility,
  institution: Institution,
  about: { readonly mailId: string; readonly recipient: Recipient; readonly notice: AnyTemplate },
): Promise<{ readonly name: string; readonly address: string }> {
  const { name, email } = institution.contacts.office;
  const { replyDomain } = deps;
  const own = replyDomain && (await makeReplyAddress(deps, replyDomain, { institution: id, mobility, ...about }));
  return { name, address: own || email };
}

interface Address {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Where a mail goes now: the address is looked up at sending and stands in no effect. */
export function addressOf(mobility: Mobility, institution: Institution, recipient: Recipient): Address {
  const { participant, stay } = mobility;
  if (recipient === 'participant') {
    const name = oneLine(`${participant.givenName} ${participant.familyName}`);
    return { name, email: participant.email, language: participant.language };
  }
  if (recipient === 'host') return { ...stay.host.contact, language: 'en' };
  return { ...institution.contacts[recipient], language: institution.languages[0] ?? 'en' };
}
