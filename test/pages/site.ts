import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { ObjectStore } from '../../functions/pages/deps.ts';
import { createPages, type PagesHandler } from '../../functions/pages/router.ts';
import { makeDocument } from '../../shared/documents/make.ts';
import { openCase, perform } from '../../shared/mobility/perform.ts';
import type { OutboxItem } from '../../shared/mobility/records.ts';
import { sendFreshLinks } from '../../shared/people/fresh-links.ts';
import type { Institution, Language } from '../../shared/rulebook/types.ts';
import { change } from '../../shared/store/change.ts';
import { prefixes } from '../../shared/store/keys.ts';
import type { Store } from '../../shared/store/port.ts';
import { PeopleWorld } from '../mail/world.ts';

export type Fields = Readonly<Record<string, string>>;

/** What came back, with the parts that tests ask about. */
export class Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly bytes: Uint8Array;

  constructor(result: APIGatewayProxyStructuredResultV2) {
    this.status = result.statusCode ?? 200;
    this.headers = (result.headers ?? {}) as Record<string, string>;
    this.bytes = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
    this.body = Buffer.from(this.bytes).toString('utf8');
  }

  /** What a person reads, without markup. */
  get text(): string {
    return this.body
      .replace(/[\s\S]*<main/, '<main')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/g, ' ')
      .trim();
  }

  /** The value that a field of the form stands at. */
  value(name: string): string | undefined {
    const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(this.body)?.[0];
    return tag === undefined ? undefined : (/value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }

  /** The sentence next to a field. */
  error(name: string): string | undefined {
    return new RegExp(`id="${name}-error">([^<]*)<`).exec(this.body)?.[1]?.replaceAll('&#39;', "'");
  }
}

/** A store that lets nobody write: for the promise that a GET changes nothing. */
export class Written extends Error {}

/** The pages over a world in memory, visited as a browser would. */
export class Site {
  readonly world: PeopleWorld;
  readonly objects = new Map<string, Uint8Array>();
  readonly reported: unknown[] = [];
  readOnly = false;
  /** What the people of every institution read from now on, whatever it was when the case came to where it stands. */
  officeReads: Language | undefined;
  /** What the browser says that its reader reads. */
  language?: string;
  private readonly bucket: ObjectStore = {
    putOnce: async (key, body) => {
      if (this.readOnly) throw new Written('A page that only shows has written an object.');
      const there = this.objects.has(key);
      if (!there) this.objects.set(key, body);
      return there ? 'exists' : 'written';
    },
    get: async (key) => {
      const body = this.objects.get(key);
      if (!body) throw new Error(`There is no object ${key}.`);
      return body;
    },
  };
  private readonly store: Store = {
    get: (table, key) => this.world.store.get(table, key),
    query: (table, range) => this.world.store.query(table, range),
    work: (queue, until, limit) => this.world.store.work(queue, until, limit),
    commit: async (writes) => {
      if (this.readOnly) throw new Written('A page that only shows has written.');
      await this.world.store.commit(writes);
    },
  };
  private readonly handler: PagesHandler;

  /** On the rulebook of a folder; without one on that which ships. `language`: of everybody who reads. */
  constructor(rulebook?: string, language: Language = 'en') {
    this.world = new PeopleWorld(rulebook, language);
    this.handler = createPages({
      ...this.world.deps,
      rules: { ...this.world.deps.rules, institution: (id) => this.institution(id) },
      store: this.store,
      perform,
      openCase,
      objects: this.bucket,
      report: (error) => this.reported.push(error),
    });
  }

  private institution(id: string): Institution | undefined {
    const found = this.world.deps.rules.institution(id);
    const first = this.officeReads;
    return found && first ? { ...found, languages: [first, ...found.languages.filter((one) => one !== first)] } : found;
  }

  get(path: string, method = 'GET'): Promise<Answer> {
    return this.ask(method, path, undefined, '');
  }

  /** Sends a form and follows the redirect after it, if any. */
  async post(path: string, fields: Fields): Promise<Answer> {
    return this.follow(await this.rawPost(path, new URLSearchParams(fields).toString()));
  }

  rawPost(path: string, body: string, type = 'application/x-www-form-urlencoded'): Promise<Answer> {
    return this.ask('POST', path, Buffer.from(body), type);
  }

  /** Sends a form with a file. */
  async upload(
    path: string,
    fields: Fields,
    name: string,
    file: Uint8Array,
    type = 'application/pdf',
  ): Promise<Answer> {
    const data = new FormData();
    for (const [field, value] of Object.entries(fields)) data.append(field, value);
    data.append(name, new Blob([new Uint8Array(file)], { type }), 'confirmation.pdf');
    const request = new Request('http://localhost/', { method: 'POST', body: data });
    const body = Buffer.from(await request.arrayBuffer());
    return this.follow(await this.ask('POST', path, body, request.headers.get('content-type') ?? ''));
  }

  /** Opens a decision, sends its form with what stands hidden in it, with a code where one is needed. */
  async decide(path: string, fields: Fields, options: { code?: boolean } = {}): Promise<Answer> {
    const page = await this.get(path);
    const hidden = { seen: page.value('seen') ?? '' };
    if (options.code !== true) return this.post(path, { ...hidden, ...fields });
    await this.post(path, { ...hidden, ...fields, do: 'send-code' });
    return this.post(path, { ...hidden, ...fields, code: await this.code() });
  }

  /** Answers everybody who has asked for fresh links, mails and all. */
  async answerAsks(): Promise<void> {
    for (const item of this.world.store.all('cases') as OutboxItem[]) {
      if (item.effect?.type !== 'fresh-links') continue;
      const done = change().delete({ pk: item.pk, sk: item.sk }).writes;
      await sendFreshLinks(this.world.deps, item, done);
    }
    await this.deliverAll();
    await this.world.deliverDrafts();
  }

  /** Delivers the mails of all cases, and reads the code in the last one. */
  async code(): Promise<string> {
    await this.deliverAll();
    return /^ {4}(\d{6})$/m.exec(this.world.last(/^Your code$/).text)?.[1] ?? '';
  }

  async deliverAll(): Promise<void> {
    const ids = this.world.store.all('cases').filter((item) => item.sk === 'case');
    for (const { pk } of ids) await this.world.deliver(pk.split('#')[2] ?? '');
  }

  /** Makes the files of all documents that wait for one. */
  async makeDocuments(): Promise<void> {
    const waiting = this.world.store.all('cases').filter(({ sk }) => sk.startsWith(prefixes.documentOutbox));
    for (const key of waiting) await makeDocument(this.world.deps, this.bucket, key);
  }

  private follow(answer: Answer): Promise<Answer> | Answer {
    const { location } = answer.headers;
    return answer.status === 303 && location !== undefined ? this.get(location.replace(/#.*$/, '')) : answer;
  }

  private async ask(method: string, target: string, body: Buffer | undefined, type: string): Promise<Answer> {
    const [path = '/', query = ''] = target.replace(/#.*$/, '').split('?');
    const event = {
      version: '2.0',
      rawPath: path,
      rawQueryString: query,
      headers: {
        ...(type === '' ? {} : { 'content-type': type }),
        ...(this.language === undefined ? {} : { 'accept-language': this.language }),
      },
      requestContext: { http: { method, path } },
      isBase64Encoded: body !== undefined,
      ...(body === undefined ? {} : { body: body.toString('base64') }),
    } as unknown as APIGatewayProxyEventV2;
    return new Answer(await this.handler(event, {} as Context));
  }
}

/** The application form, filled in as the NHH example. */
export const filledIn: Fields = {
  givenName: 'Ingrid',
  familyName: 'Østby Dahl',
  email: 'ingrid@student.nhh.example',
  account: '1234 56 78903',
  studyLevel: 'bachelor',
  ects: '120',
  nominated: 'yes',
  languageLevel: 'B2',
  doubleDegree: 'no',
  country: 'FR',
  city: 'Paris',
  code: 'F  PARIS014',
  contactName: 'Claire Martin',
  contactEmail: 'claire.martin@host.example',
  start: '2025-08-18',
  end: '2025-12-19',
  travel: 'none',
  distanceKm: '',
  fewerOpportunities: 'no',
};
