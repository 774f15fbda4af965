import type { Instant } from '../../../shared/calendar/clock.ts';
import type { Host } from '../host.ts';
import { Browser, type Filling, type Page, UnexpectedPage } from './browser.ts';
import { Chance } from './chance.ts';
import type { Nomination } from './nominations.ts';
import { type Post, readPost } from './post.ts';

/** One participant of the cohort, as far as the people around the case remember. */
export interface Member {
  readonly nomination: Nomination;
  /** The mobility, once the application is in. */
  id?: string;
  /** The newest link to the participant's own page. */
  status?: string;
  readonly done: Set<string>;
}

/** Something that somebody will do at a moment. */
interface Errand {
  readonly at: Instant;
  readonly row: number;
  readonly what: string;
  readonly run: () => Promise<void>;
}

/** Pages that are open at one moment; more would only wait for one another. */
const AT_ONCE = 25;

/**
 * Everybody around a cohort: a diary of what they will do when, and their post. Time passes from one thing to the next,
 * and what happens at one moment does not depend on its order.
 */
export class Cohort {
  readonly chance: Chance;
  readonly browser: Browser;
  readonly host: Host;
  private readonly members = new Map<string, Member>();
  private readonly diary: Errand[] = [];
  private readonly codeWaits = new Map<string, (code: string) => Promise<void>>();
  /** Who has applied and waits for the mail with the reference, by mail address. */
  private readonly waiting = new Map<string, Member>();
  private lastMail = 0;
  private readonly react: (cohort: Cohort, member: Member, post: Post) => void;

  constructor(host: Host, seed: string, react: (cohort: Cohort, member: Member, post: Post) => void) {
    this.host = host;
    this.chance = new Chance(seed);
    this.browser = new Browser(host.url);
    this.react = react;
  }

  /** Puts something into the diary. What lies in the past is done now. */
  plan(at: Instant, member: Member, what: string, run: () => Promise<void>): void {
    const now = this.host.clock.now();
    const { row } = member.nomination;
    this.diary.push({ at: at < now ? now : at, row, what, run });
  }

  /** Plans something some days from now, at an hour of chance. */
  planLater(
    member: Member,
    days: readonly [number, number],
    what: string,
    run: () => Promise<void>,
    after?: Instant,
  ): void {
    const from = after ?? this.host.clock.now();
    this.plan(this.chance.later(from, days[0], days[1], `${member.nomination.row} ${what}`), member, what, run);
  }

  /** From now on the member has a case, and gets its post. */
  join(member: Member, id: string): void {
    member.id = id;
    this.members.set(id, member);
  }

  /** Lets time pass until nobody has anything left to do and nothing is due, or until the moment. */
  async live(until: Instant, onProgress: (now: Instant) => void): Promise<void> {
    for (;;) {
      await this.settle();
      const now = this.host.clock.now();
      onProgress(now);
      const ours = this.diary.reduce<Instant | undefined>(
        (first, { at }) => (first && first < at ? first : at),
        undefined,
      );
      const theirs = await this.host.nextDue();
      const next = [ours, theirs].filter((at) => at !== undefined).sort()[0];
      if (next === undefined || next > until) break;
      if (next > now) await this.host.advanceTo(next);
    }
    if (until > this.host.clock.now() && (await this.host.nextDue()) !== undefined) await this.host.advanceTo(until);
  }

  /** Sends a form that needs a code: asks for the code, and sends the form again when the mail with it has come. */
  async withCode(member: Member, reader: string, page: Page, field: string, filling: Filling): Promise<void> {
    const asked = await page.send(field, filling, { name: 'do', value: 'send-code' });
    this.expectGood(asked);
    this.codeWaits.set(`${member.id} ${reader}`, async (code) => {
      this.expectGood(await asked.send(field, { ...filling, code }));
    });
  }

  /** The page is one that a person would be content with. */
  expectGood(page: Page): void {
    if (page.status < 400) return;
    throw new UnexpectedPage(`Answer ${page.status}: ${page.errors.join(' ') || page.text.slice(0, 300)}`);
  }

  /** Everything that happens at this moment: what the system does, what people do, and what follows from it at once. */
  private async settle(): Promise<void> {
    for (;;) {
      await this.host.settle();
      await this.readMail();
      const now = this.host.clock.now();
      const due = this.diary.filter((errand) => errand.at <= now);
      if (due.length === 0) return;
      this.diary.splice(0, this.diary.length, ...this.diary.filter((errand) => errand.at > now));
      due.sort((a, b) => a.row - b.row || (a.what < b.what ? -1 : 1));
      const queue = due.values();
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, due.length) }, () => this.work(queue)));
    }
  }

  private async work(queue: Iterable<Errand>): Promise<void> {
    for (const errand of queue) {
      try {
        await errand.run();
      } catch (error) {
        throw new Error(`Row ${errand.row}, ${errand.what}, at ${this.host.clock.now()}`, { cause: error });
      }
    }
  }

  private async readMail(): Promise<void> {
    for (;;) {
      const mails = this.host.mailbox.list({ after: this.lastMail, limit: 200 });
      for (const { id, at } of mails) {
        this.lastMail = id;
        const stored = this.host.mailbox.get(id);
        if (stored) this.hand(await readPost(stored.raw, at));
      }
      if (mails.length === 0) return;
    }
  }

  private hand(post: Post): void {
    const member = this.members.get(post.mobility) ?? this.byAddress(post);
    if (!member) return;
    if (post.notice === 'code' && post.code !== undefined) {
      this.typeCode(member, post.to, post.code);
      return;
    }
    if (post.to === member.nomination.email.toLowerCase() && post.link && post.notice !== 'agreement-to-sign') {
      member.status = post.link;
    }
    this.react(this, member, post);
  }

  /** The first mail comes before the member knows the reference. */
  private byAddress(post: Post): Member | undefined {
    const member = this.waiting.get(post.to);
    if (member) {
      this.waiting.delete(post.to);
      this.join(member, post.mobility);
    }
    return member;
  }

  /** The member has applied; the mail that says so brings the reference. */
  expectReference(member: Member): void {
    this.waiting.set(member.nomination.email.toLowerCase(), member);
  }

  /** The application was refused after all. */
  forgetReference(member: Member): void {
    this.waiting.delete(member.nomination.email.toLowerCase());
  }

  private typeCode(member: Member, reader: string, code: string): void {
    const key = `${member.id} ${reader}`;
    const type = this.codeWaits.get(key);
    this.codeWaits.delete(key);
    if (type) this.plan(this.host.clock.now(), member, 'type the code', () => type(code));
  }
}
