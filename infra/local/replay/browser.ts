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

  constructor(base: string) {
    this.base = base;
  }

  open(url: string): Promise<Page> {
    return this.fetch(new URL(url, this.base), { redirect: 'manual' });
  }

  async send(form: HTMLElement, page: URL, filling: Filling, button?: { name: string; value: string }): Promise<Page> {
    const action = new URL(form.getAttribute('action') ?? page.href, page);
    const multipart = form.getAttribute('enctype') === 'multipart/form-data';
    const fields = formFields(form, filling, button);
    const body = multipart ? formData(fields) : urlEncoded(fields);
    return this.fetch(action, { method: 'POST', body, redirect: 'manual' });
  }

  private async fetch(url: URL, init: RequestInit): Promise<Page> {
    // Links in mails name the deployment's address; the browser goes to the host at hand.
    const here = new URL(url.pathname + url.search, this.base);
    const response = await fetch(here, init);
    const text = await response.text();
    const location = response.headers.get('location');
    if (response.status === 303 && location) return this.fetch(new URL(location, here), { redirect: 'manual' });
    return new Page(this, here, response.status, text);
  }
}

/** A page as a person has it before them. */
export class Page {
  readonly status: number;
  private readonly browser: Browser;
  private readonly url: URL;
  private readonly root: HTMLElement;

  constructor(browser: Browser, url: URL, status: number, text: string) {
    this.browser = browser;
    this.url = url;
    this.status = status;
    this.root = parse(text);
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
  fields(prefix: string): readonly string[] {
    return this.root.querySelectorAll(`[name^="${prefix}"]`).map((field) => field.getAttribute('name') ?? '');
  }

  /** Sends the form that has this field, filled in; a page that asks to look once more is sent once more. */
  async send(field: string, filling: Filling, button?: { name: string; value: string }): Promise<Page> {
    const form = this.form(field);
    if (!form) throw new UnexpectedPage(`There is no form with “${field}” on this page: ${this.text.slice(0, 300)}`);
    const next = await this.browser.send(form, this.url, filling, button);
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

function urlEncoded(fields: readonly Field[]): URLSearchParams {
  const encoded = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === 'string') encoded.append(name, value);
  return encoded;
}

function formData(fields: readonly Field[]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === 'string') data.append(name, value);
    else data.append(name, new Blob([new Uint8Array(value.bytes)], { type: value.type }), value.name);
  }
  return data;
}
