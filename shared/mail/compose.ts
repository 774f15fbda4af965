import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '../calendar/clock.ts';
import { oneLine } from './format.ts';

/** One mail ready to be put into MIME. Names may hold anything; addresses are checked. */
export interface Envelope {
  readonly institution: string;
  readonly mailId: string;
  /** The case; or, before there is one, the draft that it is about. */
  readonly mobility: string;
  readonly draft?: true;
  /** Which of our mails it is; stands in a header, for support and for machines. */
  readonly notice: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Instant;
}

/** An address that cannot be mailed to. Addresses are checked where they are typed, so this is wrong data, not a person's slip. */
export class BadAddress extends Error {
  override readonly name = 'BadAddress';
}

/** Letters, digits and the usual signs around one @: nothing that could end a header or begin another recipient. */
const addressForm = /^[^\s\p{Cc}()<>[\]:;,\\"@]+@[^\s\p{Cc}()<>[\]:;,\\"@]+\.[^\s\p{Cc}()<>[\]:;,\\"@.]{2,}$/u;

/** Whether a text can stand as a mail address: at most 254 characters, one @, a domain with a dot. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && addressForm.test(text);
}

/**
 * The mail as bytes: the same for the same input, whenever and wherever it is made. Line ends in names and subjects
 * become spaces, so that nobody's name can add a header.
 */
export async function compose(envelope: Envelope): Promise<Uint8Array> {
  const id = createHash('sha256')
    .update(`${envelope.institution}\n${envelope.mobility}\n${envelope.mailId}`)
    .digest('hex');
  const domain = checked(envelope.from.address).split('@')[1] ?? '';
  const options = {
    from: person(envelope.from),
    to: person(envelope.to),
    replyTo: person(envelope.replyTo),
    subject: oneLine(envelope.subject),
    text: envelope.text,
    html: envelope.html,
    date: new Date(envelope.date),
    messageId: `<${id.slice(0, 32)}@${domain}>`,
    baseBoundary: id.slice(32, 48),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Id': `Erasmus+ grants <${envelope.institution}.grants.${domain}>`,
      'X-Wayfare-Notice': envelope.notice,
      [envelope.draft ? 'X-Wayfare-Draft' : 'X-Wayfare-Case']: envelope.mobility,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  // `baseBoundary` makes the MIME boundary a function of the mail; its type declaration lacks it.
  return new MailComposer(options as ConstructorParameters<typeof MailComposer>[0]).compile().build();
}

function person({ name, address }: { name: string; address: string }): { name: string; address: string } {
  return { name: oneLine(name), address: checked(address) };
}

function checked(address: string): string {
  if (!isMailAddress(address))
    throw new BadAddress('A mail cannot be sent, because the address on file is not one. Correct it.');
  return address;
}
