import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import PostalMime, { type Email } from 'postal-mime';
import type { Clock, Instant } from '../../../shared/calendar/clock.ts';
import type { Ids } from '../../../shared/mobility/ids.ts';
import { inTransaction } from '../hostfile.ts';
import type { MailEvents } from './events.ts';

/** A mail as it lies in the mailbox. */
export interface MailSummary {
  readonly id: number;
  /** The id that SES gave it. */
  readonly messageId: string;
  readonly at: Instant;
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly subject: string;
}

export interface StoredMail extends MailSummary {
  /** The bytes as they were sent. */
  readonly raw: Buffer;
}

export interface MailQuery {
  /** Only mails to this address (case does not matter). */
  readonly recipient?: string;
  /** Newest first; 100 when absent. */
  readonly limit?: number;
  /** Only mails with a greater id, oldest first: for who reads the whole box in pieces. */
  readonly after?: number;
}

/** Every mail that the system has sent on this machine, for ever, byte by byte. Nothing leaves the machine. */
export class Mailbox {
  private readonly file: DatabaseSync;
  private readonly clock: Clock;
  private readonly ids: Ids;
  private readonly sql: Statements;
  private readonly events: MailEvents | undefined;

  /** Without `events` nothing ever becomes of a mail. */
  constructor(file: DatabaseSync, clock: Clock, ids: Ids, events?: MailEvents) {
    this.events = events;
    this.file = file;
    this.clock = clock;
    this.ids = ids;
    this.sql = statements(file);
  }

  /**
   * Keeps a mail.
   * @param destinations envelope recipients; when empty, those of the headers
   * @param tags what events about it will carry
   * @returns the message id
   */
  async accept(
    raw: Buffer,
    destinations: readonly string[],
    source?: string,
    tags: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const parsed = await parseHead(raw);
    const recipients = destinations.length > 0 ? destinations : headerRecipients(parsed);
    return inTransaction(this.file, () => {
      const messageId = this.newMessageId(raw);
      const sender = source ?? parsed.from?.address ?? '';
      const { lastInsertRowid } = this.sql.keep.run(messageId, this.clock.now(), sender, parsed.subject ?? '', raw);
      for (const recipient of recipients) this.sql.address.run(bare(recipient), lastInsertRowid);
      this.events?.taken({ messageId, sender, recipients: recipients.map(bare), tags });
      return messageId;
    });
  }

  list(query: MailQuery = {}): MailSummary[] {
    const { after, recipient, limit } = query;
    const list = after === undefined ? this.sql.newest : this.sql.next;
    const rows = list.all({ after: after ?? 0, to: recipient ? bare(recipient) : null, limit: limit ?? 100 });
    return rows.map(summary);
  }

  get(id: number): StoredMail | undefined {
    const row = this.sql.one.get(id);
    return row ? { ...summary(row), raw: Buffer.from(row.raw as Uint8Array) } : undefined;
  }

  /** What has become of a mail by now, in a word. */
  stateOf({ messageId }: MailSummary): string {
    return this.events?.stateOf(messageId) ?? 'sent';
  }

  /** Everyone who has ever got a mail, with how many, in alphabetical order. */
  recipients(): { readonly address: string; readonly mails: number }[] {
    const rows = this.sql.recipients.all();
    return rows.map((row) => ({ address: String(row.address), mails: Number(row.mails) }));
  }

  count(): number {
    return Number(this.sql.count.get()?.mails ?? 0);
  }

  /** The same bytes sent twice are two mails; a replay still gives both the ids of last time. */
  private newMessageId(raw: Buffer): string {
    const hash = createHash('sha256').update(raw).digest('hex');
    for (let copy = 1; ; copy += 1) {
      const id = `${this.ids.id(`mail:${hash}:${copy}`)}@local`;
      if (!this.sql.taken.get(id)) return id;
    }
  }
}

type Statements = ReturnType<typeof statements>;

function statements(file: DatabaseSync) {
  const summarised = `SELECT id, message, at, sender, subject, (SELECT json_group_array(address ORDER BY address)
    FROM recipients WHERE mail = id) AS recipients`;
  const listed = `${summarised} FROM mails
    WHERE id > :after AND (:to IS NULL OR id IN (SELECT mail FROM recipients WHERE address = :to)) ORDER BY id`;
  return {
    keep: file.prepare('INSERT INTO mails (message, at, sender, subject, raw) VALUES (?, ?, ?, ?, ?)'),
    address: file.prepare('INSERT OR IGNORE INTO recipients VALUES (?, ?)'),
    taken: file.prepare('SELECT 1 FROM mails WHERE message = ?'),
    newest: file.prepare(`${listed} DESC LIMIT :limit`),
    next: file.prepare(`${listed} ASC LIMIT :limit`),
    one: file.prepare(`${summarised}, raw FROM mails WHERE id = ?`),
    recipients: file.prepare('SELECT address, count(*) AS mails FROM recipients GROUP BY address ORDER BY address'),
    count: file.prepare('SELECT count(*) AS mails FROM mails'),
  };
}

function summary(row: Record<string, unknown>): MailSummary {
  return {
    id: Number(row.id),
    messageId: String(row.message),
    at: String(row.at),
    sender: String(row.sender),
    recipients: JSON.parse(String(row.recipients)) as string[],
    subject: String(row.subject),
  };
}

/** Reads a raw mail: headers, text, HTML, attachments. */
export function parse(raw: Buffer): Promise<Email> {
  return PostalMime.parse(raw);
}

/** Reads the headers of a raw mail only, which is all that most readers want. */
export function parseHead(raw: Buffer): Promise<Email> {
  const end = /\r?\n\r?\n/.exec(raw.toString('latin1'))?.index ?? raw.length;
  return PostalMime.parse(raw.subarray(0, end));
}

function headerRecipients(mail: Email): string[] {
  return [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].flatMap((who) => who.address ?? []);
}

/** `Anna <Anna@x.no>` → `anna@x.no`. */
function bare(address: string): string {
  return (/<([^>]*)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}
