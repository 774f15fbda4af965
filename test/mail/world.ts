import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import type { Instant } from '../../shared/calendar/clock.ts';
import { deliverDraftMail } from '../../shared/mail/draft-mail.ts';
import { deliverMail } from '../../shared/mail/send.ts';
import type { AddressOnFile, Mobility } from '../../shared/mobility/case.ts';
import type { Application, Command } from '../../shared/mobility/commands.ts';
import { type Deps, loadCase, openCase, perform } from '../../shared/mobility/perform.ts';
import type { OutboxItem } from '../../shared/mobility/records.ts';
import { money } from '../../shared/money/money.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Language, Rulebook } from '../../shared/rulebook/types.ts';
import { change } from '../../shared/store/change.ts';
import { casePartition, prefixes } from '../../shared/store/keys.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { semesterInParis } from '../sample.ts';

export const baseUrl = 'https://grants.example.org';

/** One mail as it left the house. */
export interface SentMail {
  readonly raw: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: ReadonlyMap<string, string>;
  /** The path of its link, when it carries one. */
  readonly link?: string;
}

export const application: Application = {
  institution: 'nhh',
  participant: {
    givenName: 'Ingrid',
    familyName: 'Østby Dahl',
    email: 'ingrid@student.nhh.example',
    language: 'en',
    account: { bban: '12345678903' },
  },
  stay: {
    ...semesterInParis,
    host: { ...semesterInParis.host, contact: { name: 'Claire Martin', email: 'claire.martin@host.example' } },
    facts: { studyLevel: 'bachelor', ects: 120, nominated: true, languageLevel: 'B2', doubleDegree: false },
  },
};

/** System commands that the workflows would give; each does nothing when it is not its turn. */
const workflow: readonly Command[] = [
  { type: 'assess' },
  { type: 'reserve' },
  { type: 'issue-agreement' },
  { type: 'prepare-payment' },
  { type: 'settle' },
  { type: 'raise-claim' },
];

/** The case, its mails and pages in memory, with the real rulebook and real decisions; workflows are walked by hand. */
export class PeopleWorld {
  readonly store = memoryStore();
  readonly mails: SentMail[] = [];
  /** Where answers by mail come in; nowhere unless a test says so. */
  replyDomain?: string;
  now: Instant = '2025-05-05T10:00:00.000Z';
  /** Where the case that was opened last was applied for. */
  private institution = application.institution;
  /** Something that happens while a mail is being handed over. */
  onSend: (() => Promise<unknown>) | undefined;
  readonly deps: Deps & { readonly rules: Rulebook };

  /** What the participant and the offices read. */
  readonly language: Language;

  /** On the rulebook of a folder; without one on that which ships. */
  constructor(rulebook?: string, language: Language = 'en') {
    this.language = language;
    const rules = loadRulebook(rulebook);
    this.deps = {
      store: this.store,
      rules: {
        ...rules,
        institution: (id) => {
          const found = rules.institution(id);
          return found && { ...found, languages: [language, ...found.languages.filter((other) => other !== language)] };
        },
      },
      clock: { now: () => this.now },
      ids: {
        id: (context) => base32(`id ${context}`),
        secret: (context) => hash(`secret ${context}`).slice(0, 40),
        code: (context) =>
          String(Number.parseInt(hash(`code ${context}`).slice(0, 8), 16) % 1_000_000).padStart(6, '0'),
      },
    };
  }

  /** Opens the example case, mails and all; gives its id. */
  async open(change: (application: Application) => Application = (same) => same): Promise<string> {
    const { participant } = application;
    const changed = change({ ...application, participant: { ...participant, language: this.language } });
    this.institution = changed.institution;
    const result = await openCase(this.deps, changed);
    if (result.outcome === 'refused') throw new Error(result.refusal.sentence);
    await this.settleDown(result.mobility.id);
    return result.mobility.id;
  }

  load(id: string): Promise<Mobility> {
    return loadCase(this.store, this.institution, id);
  }

  /** Gives one command that must be accepted, then lets mails and workflows follow. */
  async command(id: string, command: Command): Promise<Mobility> {
    const result = await perform(this.deps, this.institution, id, command);
    if (result.outcome === 'refused') throw new Error(result.refusal.sentence);
    await this.settleDown(id);
    return this.load(id);
  }

  /** Lets everything happen that waits for nobody. */
  async settleDown(id: string): Promise<void> {
    for (let before = -1, rounds = 0; before !== (await this.load(id)).version; rounds += 1) {
      if (rounds > 10) throw new Error('The case does not come to rest.');
      before = (await this.load(id)).version;
      for (const command of workflow) await perform(this.deps, this.institution, id, command);
    }
    await this.deliver(id);
  }

  /** Sends every mail that lies in the outbox. */
  async deliver(id: string): Promise<void> {
    const pk = casePartition(this.institution, id);
    for (const item of await this.store.query<OutboxItem>('cases', { pk, prefix: prefixes.outbox })) {
      const { effect } = item;
      if (effect.type === 'mail') await this.mail(id, item.id, effect.template, effect.data, effect.mailbox);
      await this.store.commit([{ do: 'delete', table: 'cases', key: { pk, sk: item.sk }, expect: [] }]);
    }
  }

  /** Sends every mail about an application that is being filled in. */
  async deliverDrafts(): Promise<void> {
    const transport = { send: async (raw: Uint8Array, _from: string, to: string[]) => this.keep(raw, to) };
    const deps = { ...this.deps, transport, baseUrl, from: 'grants@grants.example.org' };
    for (const item of this.store.all('cases') as OutboxItem[]) {
      const { effect, institution, mobility, id } = item;
      if (effect?.type !== 'draft-mail') continue;
      const done = change().delete({ pk: item.pk, sk: item.sk }).writes;
      await deliverDraftMail(deps, institution, mobility, id, effect.template, done);
    }
  }

  mail(
    id: string,
    mailId: string,
    template: Parameters<typeof deliverMail>[4],
    data: Parameters<typeof deliverMail>[5],
    mailbox?: AddressOnFile,
  ) {
    const transport = { send: async (raw: Uint8Array, _from: string, to: string[]) => this.keep(raw, to) };
    const replies = this.replyDomain === undefined ? {} : { replyDomain: this.replyDomain };
    const deps = { ...this.deps, transport, baseUrl, from: 'grants@grants.example.org', ...replies };
    return deliverMail(deps, this.institution, id, mailId, template, data, mailbox ? { mailbox } : {});
  }

  private async keep(raw: Uint8Array, to: string[]): Promise<undefined> {
    await this.onSend?.();
    const parsed = await PostalMime.parse(raw);
    const text = parsed.text ?? '';
    const link = /https:\/\/grants\.example\.org(\/(?:l|application)\/\S+)/.exec(text)?.[1];
    this.mails.push({
      raw: Buffer.from(raw).toString('utf8'),
      to: to.join(),
      subject: parsed.subject ?? '',
      text,
      html: parsed.html ?? '',
      headers: new Map(parsed.headers.map(({ key, value }) => [key, value])),
      ...(link === undefined ? {} : { link }),
    });
  }

  /** The last mail whose subject fits. */
  last(subject: RegExp): SentMail {
    const found = this.mails.findLast((mail) => subject.test(mail.subject));
    if (!found)
      throw new Error(`No mail fits ${subject}; there are: ${this.mails.map((mail) => mail.subject).join(' | ')}`);
    return found;
  }

  /** The path of the link in the last mail whose subject fits. */
  link(subject: RegExp): string {
    const { link } = this.last(subject);
    if (link === undefined) throw new Error(`The mail ${subject} has no link.`);
    return link;
  }

  // Milestones of the NHH example; each brings the case there from a fresh application.

  async approved(change?: (application: Application) => Application): Promise<string> {
    const id = await this.open(change);
    await this.command(id, { type: 'approve', by: 'Kari Nordmann' });
    return id;
  }

  async signed(change?: (application: Application) => Application): Promise<string> {
    const id = await this.approved(change);
    await this.command(id, { type: 'sign' });
    return id;
  }

  /** The bank pays what has been prepared. */
  async bankPays(id: string, date: string): Promise<void> {
    const payment = (await this.load(id)).payments.at(-1);
    if (!payment) throw new Error('There is no payment.');
    await this.command(id, { type: 'payment-instructed', payment: payment.id, batch: 'NHH-20250506-1' });
    const { local } = payment;
    await this.command(id, { type: 'payment-booked', payment: payment.id, local, date, reference: `B-${payment.id}` });
  }

  async firstPaid(change?: (application: Application) => Application): Promise<string> {
    const id = await this.signed(change);
    await this.bankPays(id, '2025-05-06');
    return id;
  }

  /** Confirmed by the host on these dates, after the stay. */
  async confirmed(start = '2025-08-18', end = '2025-12-19'): Promise<string> {
    const id = await this.firstPaid();
    this.now = '2025-12-22T09:00:00.000Z';
    await this.command(id, {
      type: 'confirm-stay',
      by: 'host',
      period: { start, end },
      name: 'Claire Martin',
      role: 'Erasmus coordinator',
    });
    return id;
  }

  async settledWithBalance(): Promise<string> {
    const id = await this.confirmed();
    const codes = ['learning-agreement', 'eu-survey', 'nhh-survey'];
    await this.command(id, { type: 'report-obligations', codes });
    return id;
  }

  /** Home after two months and a bit: part of the first instalment has to come back. */
  async demanded(): Promise<string> {
    const id = await this.confirmed('2025-08-18', '2025-10-20');
    await this.command(id, { type: 'approve-demand', by: 'Per Hansen' });
    return id;
  }

  async repaid(id: string, minor: number, reference: string): Promise<void> {
    await this.command(id, { type: 'repayment-received', local: money(minor, 'NOK'), date: '2026-01-15', reference });
  }
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

function base32(text: string): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return [...createHash('sha256').update(text).digest().subarray(0, 10)].map((byte) => letters[byte % 32]).join('');
}
