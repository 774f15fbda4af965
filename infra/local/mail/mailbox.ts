import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import PostalMime, { type Email } from 'postal-mime';
import type { Clock, Instant } from '../../../shared/calendar/clock.ts';
import type { Ids } from '../../../shared/mobility/ids.ts';
import { inTransaction } from '../hostfile.ts';

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

  constructor(file: DatabaseSync, clock: Clock, ids: Ids) {
    this.file = file;
    this.clock = clock;
    this.ids = ids;
  }

  /** Keeps a mail. @param destinations envelope recipients; when empty, those of the headers. @returns the message id */
  async accept(raw: Buffer, destinations: readonly string[], source?: string): Promise<string> {
    const parsed = await parse(raw);
    const recipients = destinations.length > 0 ? destinations : headerRecipients(parsed);
    return inTransaction(this.file, () => {
      const messageId = this.newMessageId(raw);
      const { lastInsertRowid } = this.file
        .prepare('INSERT INTO mails (message, at, sender, subject, raw) VALUES (?, ?, ?, ?, ?)')
        .run(messageId, this.clock.now(), source ?? parsed.from?.address ?? '', parsed.subject ?? '', raw);
      const address = this.file.prepare('INSERT OR IGNORE INTO recipients VALUES (?, ?)');
      for (const recipient of recipients) address.run(bare(recipient), lastInsertRowid);
      return messageId;
    });
  }

  list(query: MailQuery = {}): MailSummary[] {
    const order = query.after === undefined ? 'DESC' : 'ASC';
    const rows = this.file
      .prepare(
        `SELECT id, message, at, sender, subject FROM mails
         WHERE id > :after AND (:to IS NULL OR id IN (SELECT mail FROM recipients WHERE address = :to))
         ORDER BY id ${order} LIMIT :limit`,
      )
      .all({ after: query.after ?? 0, to: query.recipient ? bare(query.recipient) : null, limit: query.limit ?? 100 });
    return rows.map((row) => this.summary(row));
  }

  get(id: number): StoredMail | undefined {
    const row = this.file.prepare('SELECT * FROM mails WHERE id = ?').get(id);
    return row ? { ...this.summary(row), raw: Buffer.from(row.raw as Uint8Array) } : undefined;
  }

  /** Everyone who has ever got a mail, with how many, in alphabetical order. */
  recipients(): { readonly address: string; readonly mails: number }[] {
    const rows = this.file
      .prepare('SELECT address, count(*) AS mails FROM recipients GROUP BY address ORDER BY address')
      .all();
    return rows.map((row) => ({ address: String(row.address), mails: Number(row.mails) }));
  }

  count(): number {
    return Number(this.file.prepare('SELECT count(*) AS mails FROM mails').get()?.mails ?? 0);
  }

  private summary(row: Record<string, unknown>): MailSummary {
    const recipients = this.file
      .prepare('SELECT address FROM recipients WHERE mail = ? ORDER BY address')
      .all(Number(row.id));
    return {
      id: Number(row.id),
      messageId: String(row.message),
      at: String(row.at),
      sender: String(row.sender),
      recipients: recipients.map((r) => String(r.address)),
      subject: String(row.subject),
    };
  }

  /** The same bytes sent twice are two mails; a replay still gives both the ids of last time. */
  private newMessageId(raw: Buffer): string {
    const hash = createHash('sha256').update(raw).digest('hex');
    const taken = this.file.prepare('SELECT 1 FROM mails WHERE message = ?');
    for (let copy = 1; ; copy += 1) {
      const id = `${this.ids.id(`mail:${hash}:${copy}`)}@local`;
      if (!taken.get(id)) return id;
    }
  }
}

/** Reads a raw mail: headers, text, HTML, attachments. */
export function parse(raw: Buffer): Promise<Email> {
  return PostalMime.parse(raw);
}

function headerRecipients(mail: Email): string[] {
  return [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].flatMap((who) => who.address ?? []);
}

/** `Anna <Anna@x.no>` → `anna@x.no`. */
function bare(address: string): string {
  return (/<([^>]*)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}
