import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '../../../shared/calendar/clock.ts';
import { parse, type StoredMail } from './mailbox.ts';

export interface Answer {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly at: Instant;
  readonly file?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer to a mail as a mail program writes it: above the mail that it quotes. */
export async function writeAnswer(
  mail: StoredMail,
  { from, to, text, at, file, headers = {} }: Answer,
): Promise<Buffer> {
  const answered = await parse(mail.raw);
  const quoted = (answered.text ?? '').split('\n').map((line) => `> ${line}`);
  const references =
    answered.messageId === undefined ? {} : { inReplyTo: answered.messageId, references: answered.messageId };
  return new MailComposer({
    from,
    to,
    subject: `Re: ${mail.subject}`,
    text: `${text}\n\nOn ${mail.at}, ${answered.from?.name ?? 'they'} wrote:\n${quoted.join('\n')}`,
    date: new Date(at),
    ...references,
    headers,
    ...(file ? { attachments: [{ filename: 'file', content: Buffer.from(file) }] } : {}),
  })
    .compile()
    .build();
}
