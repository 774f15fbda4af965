import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type HTMLElement, parse } from 'node-html-parser';

/** A page did not do what a person would expect of it: the replay stops, because the system is broken. */
export class UnexpectedPage extends Error {
  override readonly name = 'UnexpectedPage';
}

export type Filling = Readonly<Record<string, string | Upload>>;

/** A file that a person chooses in a form. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A browser without pictures and scripts: opens pages of the host and sends their forms, as a person would. */
export class Browser {
  private readonly base: string;
  private readonly agent = new Agent({ keepAlive: true });

  constructor(base: string) {
    this.base = base;
  }

  open(url: string): Promise<Page> {
    return this.load(new URL(url, this.base));
  }

  async send(form: HTMLElement, page: URL, filling: Filling, button?: { name: string; value: string }): Promise<Page> {
    const action = new URL(form.getAttribute('action') ?? page.href, page);
    const multipart = form.getAttribute('enctype') === 'multipart/form-data';
    const fields = formFields(form, filling, button);
    return this.load(action, multipart ? await multipartBody(fields) : urlEncoded(fields));
  }

  private async load(url: URL, sent?: Encoded): Promise<Page> {
    // Links in mails name the deployment's address; the browser goes to the host at hand.
    const here = new URL(url.pathname + url.search, this.base);
    const answer = await this.exchange(here, sent);
    const body = await text(answer);
    const { location } = answer.headers;
    if (answer.statusCode === 303 && location !== undefined) return this.load(new URL(location, here));
    return new Page(this, here, answer.statusCode ?? 0, body);
  }

  private exchange(url: URL, sent?: Encoded): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const headers = sent ? { 'content-type': sent.type, 'content-length': sent.bytes.length } : {};
      const asked = request(url, { method: sent ? 'POST' : 'GET', agent: this.agent, headers }, resolve);
      asked.once('error', reject);
      asked.end(sent?.bytes);
    });
  }
}

/** A form as it goes over the wire. */
interface Encoded {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A page as a person has it before them. */
export class Page {
  readonly status: number;
  private readonly browser: Browser;
  private readonly url: URL;
  private readonly source: string;
  private parsed: HTMLElement | undefined;

  constructor(browser: Browser, url: URL, status: number, source: string) {
    this.browser = browser;
    this.url = url;
    this.status = status;
    this.source = source;
  }

  /** Parsed when somebody looks at it: most pages are only glanced at. */
  private get root(): HTMLElement {
    this.parsed ??= parse(this.source);
    return this.parsed;
  }

  /** What stands on the page, without markup. */
  get text(): string {
    return (this.root.querySelector('main') ?? this.root).textContent.replace(/\s+/g, ' ').trim();
  }

  /** The sentences that say what was wrong with what was sent. */
  get errors(): readonly string[] {
    const shown = this.root.querySelectorAll('[role=alert] li, .error-summary li');
    return [...new Set(shown.map((item) => item.textContent.replace(/\s+/g, ' ').trim()))];
  }

  has(field: string): boolean {
    return this.form(field) !== undefined;
  }

  /** What stands in a field that is typed into. */
  value(field: string): string {
    return this.root.querySelector(`input[name="${field}"]`)?.getAttribute('value') ?? '';
  }

  /** Names of all fields that begin so. */
  fields(prefix = ''): readonly string[] {
    // By CSS nothing begins with an empty text.
    const selector = prefix === '' ? '[name]' : `[name^="${prefix}"]`;
    return this.root.querySelectorAll(selector).map((field) => field.getAttribute('name') ?? '');
  }

  /** Sends the form that has this field, filled in; a page that asks to look once more is sent once more. */
  async send(field: string, filling: Filling, button?: { name: string; value: string }): Promise<Page> {
    const form = this.form(field);
    if (!form) throw new UnexpectedPage(`There is no form with “${field}” on this page: ${this.text.slice(0, 300)}`);
    const next = await this.browser.send(form, this.url, filling, button);
    if (!next.source.includes('name="looked"')) return next;
    const again = next.form(field)?.querySelector('[name=looked]');
    const asked = again?.getAttribute('value');
    if (asked && asked !== form.querySelector('[name=looked]')?.getAttribute('value'))
      return next.send(field, filling, button);
    return next;
  }

  private form(field: string): HTMLElement | undefined {
    return this.root.querySelectorAll('form').find((form) => form.querySelector(`[name="${field}"]`) !== null);
  }
}

type Field = readonly [string, string | Upload];

/** Hidden fields as they are, the person's own words, and the button that was pressed. */
function formFields(form: HTMLElement, filling: Filling, button?: { name: string; value: string }): readonly Field[] {
  const hidden = form.querySelectorAll('input[type=hidden]').map((input) => {
    return [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''] as const;
  });
  return [...hidden, ...Object.entries(filling), ...(button ? [[button.name, button.value] as const] : [])];
}

function urlEncoded(fields: readonly Field[]): Encoded {
  const encoded = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === 'string') encoded.append(name, value);
  return { type: 'application/x-www-form-urlencoded;charset=UTF-8', bytes: Buffer.from(encoded.toString()) };
}

async function multipartBody(fields: readonly Field[]): Promise<Encoded> {
  const data = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === 'string') data.append(name, value);
    else data.append(name, new Blob([new Uint8Array(value.bytes)], { type: value.type }), value.name);
  }
  const body = new Response(data);
  return { type: body.headers.get('content-type') ?? '', bytes: await body.bytes() };
}
