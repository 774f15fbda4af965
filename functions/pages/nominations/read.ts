import { CsvError, parse } from 'csv-parse/sync';
import { isIsoDate } from '../../../shared/calendar/dates.ts';
import { countryCodes } from '../../../shared/grant/countries.ts';
import type { ActivityType } from '../../../shared/grant/types.ts';
import { isMailAddress } from '../../../shared/mail/compose.ts';
import { oneLine } from '../../../shared/mail/format.ts';
import { erasmusCode } from '../../../shared/mobility/erasmus-code.ts';
import type { Institution, Language } from '../../../shared/rulebook/types.ts';
import { activityKinds } from '../views/activities.ts';

/** Reads a list of nominations. Every line is read by itself: what is wrong in one keeps no other from being taken. */

/** Lines of one list, without its head. */
export const MOST_LINES = 500;
/** Bytes of one list: more than five hundred lines that are filled to the brim need, and less than a record may have. */
export const MOST_BYTES = 256 * 1024;

/** The columns by their names in the head, as they are to be written. */
export const columns = [
  'given name',
  'family name',
  'email',
  'language',
  'activity',
  'host code',
  'host name',
  'host city',
  'host country',
  'start',
  'end',
] as const;

export type Column = (typeof columns)[number];

/** Where a column may stay away; the line is then read as if the field were empty. */
const optional: readonly Column[] = ['language', 'activity', 'host code', 'host name'];

export interface Nominee {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly language: Language;
  readonly activity: ActivityType;
  readonly country: string;
  readonly city: string;
  /** Erasmus code, or the name of a host that need not have one. */
  readonly code: string;
  readonly start: string;
  readonly end: string;
}

/** What is wrong in one field; the words are the page's. */
export interface Problem {
  readonly column: Column;
  readonly code:
    | 'missing'
    | 'too-long'
    | 'email'
    | 'language'
    | 'activity'
    | 'country'
    | 'host-code'
    | 'date'
    | 'reversed'
    | 'past';
}

export interface Line {
  /** In the file, the head being line 1. */
  readonly line: number;
  readonly nominee?: Nominee;
  readonly problems: readonly Problem[];
}

export type ReadList =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'columns'; readonly missing: readonly string[]; readonly unknown: readonly string[] }
  | { readonly kind: 'broken'; readonly line: number }
  | { readonly kind: 'not-utf8' | 'empty' | 'too-many' | 'too-large' };

/** Reads the bytes of a list. `today` in the institution's time zone: a stay that is over is nominated no more. */
export function readList(bytes: Uint8Array, institution: Institution, today: string): ReadList {
  if (bytes.length > MOST_BYTES) return { kind: 'too-large' };
  const text = utf8(bytes);
  if (text === undefined) return { kind: 'not-utf8' };
  const read = rowsOf(text);
  if (read.kind === 'broken') return read;
  const [head, ...others] = read.rows;
  if (!head || others.length === 0) return { kind: 'empty' };
  if (others.length > MOST_LINES) return { kind: 'too-many' };
  const names = head.record.map(columnName);
  const unknown = head.record.filter((name, at) => name !== '' && names[at] === undefined);
  const missing = columns.filter((column) => !optional.includes(column) && !names.includes(column));
  const twice = head.record.filter((_name, at) => names[at] !== undefined && names.indexOf(names[at]) !== at);
  if (missing.length + unknown.length + twice.length > 0) {
    return { kind: 'columns', missing, unknown: [...unknown, ...twice] };
  }
  const lines = others.map(({ line, record }) => {
    const field = (column: Column): string => oneLine(record[names.indexOf(column)] ?? '');
    return readLine(line, field, institution, today);
  });
  return { kind: 'lines', lines };
}

/** Undefined for anything but UTF-8, such as what Excel saves as plain "CSV" on Windows. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

type Broken = Extract<ReadList, { kind: 'broken' }>;

interface Row {
  readonly line: number;
  readonly record: readonly string[];
}

function rowsOf(text: string): { readonly kind: 'rows'; readonly rows: readonly Row[] } | Broken {
  const [first = ''] = text.split(/\r?\n|\r/, 1);
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  const options = { bom: true, delimiter, info: true, relaxColumnCount: true, trim: true } as const;
  try {
    const read = parse(text, options) as unknown as readonly { info: { lines: number }; record: string[] }[];
    const rows = read.map(({ info, record }) => ({ line: info.lines, record }));
    return { kind: 'rows', rows: rows.filter(({ record }) => record.some((field) => field.trim() !== '')) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { kind: 'broken', line: Number(error.lines ?? 1) };
  }
}

function columnName(written: string): Column | undefined {
  const plain = written.toLowerCase().replaceAll(/[^a-z]/g, '');
  const name = plain === 'mail' ? 'email' : plain;
  return columns.find((column) => column.replaceAll(' ', '') === name);
}

function readLine(
  line: number,
  field: (column: Column) => string,
  { activities, languages }: Institution,
  today: string,
): Line {
  const problems: Problem[] = [];
  const fail = (column: Column, code: Problem['code']): undefined => void problems.push({ column, code });
  const text = (column: Column, longest: number): string => {
    const value = field(column);
    if (value === '') fail(column, 'missing');
    else if (value.length > longest) fail(column, 'too-long');
    return value;
  };
  const givenName = text('given name', 70);
  const familyName = text('family name', 70);
  // The bank carries no more than 70 characters of both, with the space between.
  if (problems.length === 0 && givenName.length + familyName.length > 69) fail('family name', 'too-long');
  const email = text('email', 254);
  if (email !== '' && !isMailAddress(email)) fail('email', 'email');
  const wished = field('language').toLowerCase();
  const language = wished === '' ? languages[0] : languages.find((known) => known === wished);
  if (!language) fail('language', 'language');
  const asked = field('activity').toUpperCase();
  const activity =
    asked === '' && activities.length === 1 ? activities[0] : activities.find((known) => known.toUpperCase() === asked);
  if (!activity) fail('activity', asked === '' ? 'missing' : 'activity');
  const country = text('host country', 60).toUpperCase();
  if (country !== '' && !countryCodes.has(country)) fail('host country', 'country');
  const city = text('host city', 60);
  const written = field('host code');
  const known = written === '' ? undefined : erasmusCode(written);
  const mustHaveCode = activity !== undefined && activityKinds[activity].host === 'higher-education';
  if (written !== '' && known === undefined) fail('host code', 'host-code');
  if (written === '' && mustHaveCode) fail('host code', 'missing');
  const code = known ?? (mustHaveCode || written !== '' ? '' : text('host name', 70));
  const start = day('start');
  const end = day('end');
  if (isIsoDate(start) && isIsoDate(end)) {
    if (end < start) fail('end', 'reversed');
    else if (end < today) fail('end', 'past');
  }
  if (problems.length > 0 || !language || !activity) return { line, problems };
  const nominee: Nominee = { givenName, familyName, email, language, activity, country, city, code, start, end };
  return { line, nominee, problems };

  /** `2025-08-18`, or as people write it: `18.8.2025`. */
  function day(column: 'start' | 'end'): string {
    const value = text(column, 20);
    const [, d = '', m = '', year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(value) ?? [];
    const date = year === undefined ? value : `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
    if (value !== '' && !isIsoDate(date)) fail(column, 'date');
    return date;
  }
}
