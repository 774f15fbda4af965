import { isIsoDate } from '../../shared/calendar/dates.ts';
import { isMailAddress } from '../../shared/mail/compose.ts';
import { oneLine } from '../../shared/mail/format.ts';
import type { Language } from '../../shared/rulebook/types.ts';
import { PageError, type Request } from './http.ts';
import { type PageWords, pageWords } from './words/index.ts';

/** What was typed, by field; a field that came more than once has several values. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** Field → what is wrong with it, in the order of the form. */
export type Errors = ReadonlyMap<string, string>;

/** Bytes of a form without files. The longest honest application is a tenth of it. */
const FORM_BYTES = 64 * 1024;

/** Reads a form without files. Throws HttpError 413 or 415. */
export function readForm(request: Request): Values {
  const type = request.header('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    throw new PageError(415, 'unreadable');
  }
  if (request.body.length > FORM_BYTES) {
    throw new PageError(413, 'tooLong');
  }
  return grouped(new URLSearchParams(request.body.toString('utf8')));
}

/** The values of each field. Names come from outside, so they are grouped where no object's own names are in the way. */
export function grouped(fields: Iterable<readonly [name: string, value: string]>): Values {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const list = values.get(name);
    if (list) list.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries(values);
}

export const one = (values: Values, name: string): string => values[name]?.[0] ?? '';

/**
 * Reads fields one after the other and collects what is wrong, one sentence for each field. After reading, ask `errors`;
 * the values read are only good when there are none. The sentences are in the language of whoever reads the form.
 */
export class FieldReader {
  readonly values: Values;
  readonly language: Language;
  readonly words: PageWords['form'];
  private readonly found = new Map<string, string>();

  constructor(values: Values, language: Language) {
    this.values = values;
    this.language = language;
    this.words = pageWords(language).form;
  }

  get errors(): Errors {
    return this.found;
  }

  /** Notes what is wrong with a field; the first sentence stands. */
  fail(name: string, sentence: string): void {
    if (!this.found.has(name)) this.found.set(name, sentence);
  }

  /** One line of text, without control characters. */
  text(name: string, missing: string, longest: number): string {
    const value = oneLine(one(this.values, name));
    if (value === '') this.fail(name, missing);
    else if (value.length > longest) this.fail(name, this.words.tooLong(longest, value.length));
    return value;
  }

  /** Several lines of text. */
  lines(name: string, missing: string, longest: number): string {
    const value = one(this.values, name)
      .replaceAll('\r\n', '\n')
      .replaceAll(/[^\P{Cc}\n]+/gu, ' ')
      .trim();
    if (value === '') this.fail(name, missing);
    else if (value.length > longest) this.fail(name, this.words.tooLong(longest, value.length));
    return value;
  }

  email(name: string, missing: string): string {
    const value = this.text(name, missing, 254);
    if (value !== '' && !isMailAddress(value)) this.fail(name, this.words.notMail);
    return value;
  }

  /** A date as `YYYY-MM-DD`, or as people write it where the browser has no calendar: `18.8.2025`. */
  date(name: string, missing: string): string {
    const typed = oneLine(one(this.values, name));
    const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed) ?? [];
    const value = year === undefined ? typed : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    if (value === '') this.fail(name, missing);
    else if (!isIsoDate(value)) this.fail(name, this.words.notDate('2025-08-18'));
    return value;
  }

  /** A whole number within bounds, both included. */
  whole(name: string, missing: string, least: number, most: number): number {
    const typed = oneLine(one(this.values, name)).replaceAll(' ', '');
    if (typed === '') this.fail(name, missing);
    else if (!/^\d{1,9}$/.test(typed)) this.fail(name, this.words.notWhole);
    else if (Number(typed) < least || Number(typed) > most) this.fail(name, this.words.outside(least, most));
    return Number(typed);
  }

  /** One of several words. Without a good one the first option comes back; `errors` then says that it does not count. */
  choice<T extends string>(name: string, options: readonly T[], missing: string): T {
    const typed = one(this.values, name);
    const chosen = options.find((option) => option === typed);
    if (chosen !== undefined) return chosen;
    this.fail(name, missing);
    return options[0] as T;
  }

  /** A box that is ticked. */
  ticked(name: string): boolean {
    return one(this.values, name) === 'yes';
  }
}
