import type { DatabaseSync } from 'node:sqlite';
import type { Clock, Instant } from '../../../shared/calendar/clock.ts';
import type { EventBus } from '../events/bus.ts';
import { inTransaction } from '../hostfile.ts';
import type { MailConfiguration } from '../template/types.ts';
import { type MailEventType, type Outcome, outcomesOf } from './outcomes.ts';

/** A mail as SES has taken it. */
export interface TakenMail {
  readonly messageId: string;
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

const detailTypes: Readonly<Record<MailEventType, string>> = {
  delivery: 'Email Delivered',
  deliveryDelay: 'Email Delivery Delayed',
  bounce: 'Email Bounced',
  complaint: 'Email Complaint Received',
};

/**
 * What becomes of the mails of this machine: decided when a mail is taken, by its address (outcomes.ts), and published to the
 * bus when its moment has come, as the configuration set of the template says. What no rule asks for is only remembered,
 * for the mailbox page, and never makes the clock stop.
 */
export class MailEvents {
  private readonly clock: Clock;
  private readonly file: DatabaseSync;
  private readonly bus: EventBus;
  private readonly configuration: MailConfiguration | undefined;
  private readonly sql: ReturnType<typeof statements>;

  constructor(file: DatabaseSync, clock: Clock, bus: EventBus, configuration: MailConfiguration | undefined) {
    this.file = file;
    this.clock = clock;
    this.bus = bus;
    this.configuration = configuration;
    this.sql = statements(file);
  }

  /** Decides what becomes of a mail. Joins the caller's transaction. */
  taken(mail: TakenMail): void {
    const now = Date.parse(this.clock.now());
    for (const outcome of outcomesOf(mail.recipients[0] ?? '')) {
      const due = new Date(now + outcome.after * 1000).toISOString();
      const event = this.eventOf(mail, outcome, due);
      const wanted = this.configuration?.events.includes(outcome.type) && this.bus.wants(event);
      this.sql.keep.run(mail.messageId, due, wordOf(outcome), wanted ? JSON.stringify(event) : null);
    }
  }

  /** Publishes what has happened by now. Gives how many events that were. */
  publishDue(): number {
    const due = this.sql.due.all(this.clock.now());
    if (due.length === 0) return 0;
    inTransaction(this.file, () => {
      for (const { id, event } of due) {
        this.bus.publish(JSON.parse(String(event)));
        this.sql.published.run(Number(id));
      }
    });
    return due.length;
  }

  nextDue(): Instant | undefined {
    const next = this.sql.next.get()?.due;
    return typeof next === 'string' ? next : undefined;
  }

  /** What has become of a mail by now, in a word. */
  stateOf(messageId: string): string {
    const word = this.sql.state.get(messageId, this.clock.now())?.word;
    return typeof word === 'string' ? word : 'sent';
  }

  /** In the form that SES publishes in, as far as anybody reads it. */
  private eventOf(mail: TakenMail, outcome: Outcome, at: Instant): object {
    const configuration = this.configuration?.name ?? '';
    const tags = Object.entries({ ...mail.tags, 'ses:configuration-set': configuration });
    return {
      source: 'aws.ses',
      'detail-type': detailTypes[outcome.type],
      // The bus knows whole seconds only.
      time: at.replace(/\.\d+Z$/, 'Z'),
      detail: {
        mail: {
          messageId: mail.messageId,
          source: mail.sender,
          destination: mail.recipients,
          tags: Object.fromEntries(tags.map(([name, value]) => [name, [value]])),
        },
        [outcome.type]: outcome.bounce ? { bounceType: outcome.bounce, timestamp: at } : { timestamp: at },
      },
    };
  }
}

function statements(file: DatabaseSync) {
  return {
    keep: file.prepare('INSERT INTO mail_events (message, due, word, event) VALUES (?, ?, ?, ?)'),
    due: file.prepare('SELECT id, event FROM mail_events WHERE event IS NOT NULL AND due <= ? ORDER BY due, id'),
    published: file.prepare('UPDATE mail_events SET event = NULL WHERE id = ?'),
    next: file.prepare('SELECT min(due) AS due FROM mail_events WHERE event IS NOT NULL'),
    state: file.prepare(
      'SELECT word FROM mail_events WHERE message = ? AND due <= ? ORDER BY due DESC, id DESC LIMIT 1',
    ),
  };
}

function wordOf({ type, bounce }: Outcome): string {
  switch (type) {
    case 'delivery':
      return 'delivered';
    case 'deliveryDelay':
      return 'delayed';
    case 'complaint':
      return 'marked as unwanted';
    case 'bounce':
      return bounce === 'Permanent' ? 'came back' : 'came back for now';
  }
}
