import { type Host, startHost } from '../../infra/local/host.ts';
import { Browser, type Filling, type Page } from '../../infra/local/replay/browser.ts';
import { type Post, readPost } from '../../infra/local/replay/post.ts';
import { putObject, readObject } from '../../infra/local/storage.ts';
import type { Instant } from '../../shared/calendar/clock.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import { loadCase } from '../../shared/mobility/perform.ts';
import type { Item } from '../../shared/store/port.ts';
import { changesOn } from './sight.ts';
import { allRecords } from './tables.ts';

/** What a master student of NHH types who goes to Paris in autumn 2025. */
export const goodApplication: Filling = {
  givenName: 'Kristoffer',
  familyName: 'Nordmannsen',
  email: 'kristoffer@student.nhh.example',
  account: '12345678903',
  studyLevel: 'master',
  ects: '180',
  nominated: 'yes',
  languageLevel: 'B2',
  doubleDegree: 'no',
  country: 'FR',
  city: 'Paris',
  code: 'F  PARIS014',
  contactName: 'Marie Dupont',
  contactEmail: 'marie@host.example',
  start: '2025-08-18',
  end: '2025-12-19',
  travel: 'none',
  distanceKm: '',
  fewerOpportunities: 'no',
};

/** Something for a person of finance to look at. */
export interface Task {
  readonly kind: string;
  readonly data: Readonly<Record<string, string>>;
}

/** A host whose clock stands still, and the people who use its pages by hand. */
export class Town {
  readonly host: Host;
  /** Whose cases are looked at. */
  readonly institution: string;
  readonly browser: Browser;
  /** Lines that the host reported as failed. */
  readonly reports: string[];

  private constructor(host: Host, institution: string, reports: string[]) {
    this.host = host;
    this.institution = institution;
    this.reports = reports;
    this.browser = new Browser(host.url);
  }

  /** A town of NHH; or of another institution, whose rules may stand in a folder of their own. */
  static async start(
    dataDir: string,
    startAt: Instant,
    {
      institution = 'nhh',
      ...options
    }: { readonly institution?: string; readonly rulebook?: string; readonly smtpPort?: number } = {},
  ): Promise<Town> {
    const reports: string[] = [];
    const report = (line: string) => reports.push(line);
    const host = await startHost({ dataDir, clock: 'frozen', startAt, seed: 'town', report, ...options });
    return new Town(host, institution, reports);
  }

  /** Sends the application form, filled in well but for the changes. */
  async apply(changes: Filling = {}, query = ''): Promise<Page> {
    const form = await this.browser.open(`/apply/${this.institution}/one-page${query}`);
    const page = await form.send('givenName', { ...goodApplication, ...changes });
    await this.host.settle();
    return page;
  }

  /** The case of a participant, as the mails to them name it. */
  async caseOf(email: string): Promise<string> {
    const [newest] = this.host.mailbox.list({ recipient: email, limit: 1 });
    return (await readPost(this.host.mailbox.get(newest?.id ?? 0)?.raw ?? Buffer.alloc(0), '')).mobility;
  }

  /** All mails of a notice about a case, oldest first. */
  async mails(notice: string, mobility: string): Promise<readonly Post[]> {
    const stored = this.host.mailbox.list({ after: 0, limit: 10_000 });
    const all = await Promise.all(
      stored.map(({ id, at }) => readPost(this.host.mailbox.get(id)?.raw ?? Buffer.alloc(0), at)),
    );
    return all.filter((post) => post.notice === notice && post.mobility === mobility);
  }

  /** The newest mail of a notice about a case. */
  async mail(notice: string, mobility: string): Promise<Post> {
    const newest = (await this.mails(notice, mobility)).at(-1);
    if (!newest) throw new Error(`There is no mail ${notice} about ${mobility}.`);
    return newest;
  }

  /** The page that the link in the newest mail of a notice about a case opens. */
  async openFrom(notice: string, mobility: string): Promise<Page> {
    return this.browser.open((await this.mail(notice, mobility)).link ?? '');
  }

  /** Sends a form, and lets everything happen that follows. */
  async send(page: Page, field: string, filling: Filling): Promise<Page> {
    const answer = await page.send(field, filling);
    await this.host.settle();
    return answer;
  }

  /** Has a code sent for a form. Gives the page that asks for it, and the code of the mail. */
  async askForCode(page: Page, field: string, filling: Filling, mobility: string) {
    const asked = await page.send(field, filling, { name: 'do', value: 'send-code' });
    await this.host.settle();
    return { asked, code: (await this.mail('code', mobility)).code ?? '' };
  }

  /** Sends a form that asks for a code, with it. */
  async sendWithCode(page: Page, field: string, filling: Filling, mobility: string): Promise<Page> {
    const { asked, code } = await this.askForCode(page, field, filling, mobility);
    return this.send(asked, field, { ...filling, code });
  }

  /** Whoever was asked first agrees. */
  async consent(mobility: string): Promise<void> {
    await this.send(await this.openFrom('step-request', mobility), 'choice', { choice: 'agree', reason: '' });
  }

  /** The office approves an application. */
  async approve(mobility: string): Promise<void> {
    const decision = { choice: 'approve', by: 'Ingrid Berg', reason: '' };
    await this.send(await this.openFrom('approval-request', mobility), 'choice', decision);
  }

  /** The participant signs, and the bank pays the first instalment within a week. */
  async signAndPay(mobility: string): Promise<void> {
    await this.sendWithCode(await this.openFrom('agreement-to-sign', mobility), 'read', { read: 'yes' }, mobility);
    await this.host.advanceBy(7);
  }

  /** The host confirms the planned dates, the participant reports every duty, and the balance is paid. */
  async comeHome(mobility: string): Promise<void> {
    const dates = { start: '2025-08-18', end: '2025-12-19', by: 'Marie Dupont', role: 'Coordinator' };
    await this.send(await this.openFrom('confirmation-request', mobility), 'role', dates);
    const page = await this.openFrom('obligations-request', mobility);
    const duties = Object.fromEntries(page.fields('duties-').map((duty) => [duty, 'yes']));
    await this.send(page, Object.keys(duties)[0] ?? '', duties);
    await this.host.advanceBy(7);
  }

  /** Puts a file where the bank delivers its own, and lets it be read. */
  async deliver(name: string, content: string): Promise<void> {
    const place = { bucket: this.host.bucket, key: `bank/in/${this.institution}/${name}`, type: 'application/xml' };
    await putObject(this.host.objects, place, new TextEncoder().encode(content));
    await this.host.settle();
  }

  /** The oldest file of a kind that the bank has delivered. */
  async fromBank(kind: 'pain.002' | 'camt.054'): Promise<string> {
    const [file] = this.host.objects.list(this.host.bucket, `bank/in/${this.institution}/${kind}`, '', 1);
    if (!file) throw new Error(`The bank has delivered no ${kind}.`);
    return (await readObject(this.host.objects, file)).toString('utf8');
  }

  /** What finance has been given to look at: kind and data of each task. */
  async tasks(): Promise<readonly Task[]> {
    const keys = (await allRecords()).filter(({ pk }) => pk.startsWith(`${this.institution}#task#`));
    const found = await Promise.all(keys.map(({ pk, sk }) => this.host.store.get<Item & Task>('cases', { pk, sk })));
    return found.filter((task) => task !== undefined).map(({ kind, data }) => ({ kind, data }));
  }

  mobility(id: string): Promise<Mobility> {
    return loadCase(this.host.store, this.institution, id);
  }

  /** What something changed in the system, when all that follows from it is done; nothing at all is an empty list. */
  changes(work: () => Promise<unknown>): Promise<readonly string[]> {
    return changesOn(this.host, work);
  }
}
