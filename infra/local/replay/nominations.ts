import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { activityKinds } from '../../../functions/pages/views/activities.ts';
import { isIsoDate } from '../../../shared/calendar/dates.ts';
import { activityTypes } from '../../../shared/grant/activities.ts';
import { isMailAddress } from '../../../shared/mail/compose.ts';
import { payeeProblem } from './payee.ts';

/** What a person of the cohort does. */
export const stories = [
  'normal',
  'early-return',
  'withdraw',
  'illness',
  'bank-reject',
  'bank-return',
  'late-confirmation',
  'no-confirmation',
  'no-signature',
] as const;

export type Story = (typeof stories)[number];

const date = (name: string) => z.string().refine(isIsoDate, `${name} must be a date like 2025-08-18`);
const optionalDate = (name: string) =>
  z.string().refine((text) => text === '' || isIsoDate(text), `${name} must be a date like 2025-12-19, or empty`);
const text = (name: string) =>
  z.string().trim().min(1, `${name} is empty`).max(140, `${name} is longer than 140 characters`);

const line = z
  .strictObject({
    institution: z.string().regex(/^[a-z0-9-]{1,20}$/, 'institution must be an id like nhh'),
    call: text('call'),
    activity: z.enum(activityTypes, `activity must be one of ${activityTypes.join(', ')}`),
    givenName: text('givenName'),
    familyName: text('familyName'),
    email: z.string().refine(isMailAddress, 'email must be a mail address'),
    account: z.string().superRefine((account, context) => {
      const problem = payeeProblem(account);
      if (problem !== undefined) context.addIssue(`account: ${problem}`);
    }),
    hostCountry: z.string().regex(/^[A-Z]{2}$/, 'hostCountry must be two capital letters like FR'),
    hostCity: text('hostCity'),
    /** Erasmus code, or the name of a host that has none; may be left empty where the host need not be a university. */
    hostCode: z.string().trim().max(70, 'hostCode is longer than 70 characters'),
    start: date('start'),
    end: date('end'),
    confirmedStart: optionalDate('confirmedStart'),
    confirmedEnd: optionalDate('confirmedEnd'),
    story: z.enum(stories, `story must be one of ${stories.join(', ')}`),
  })
  .superRefine((row, context) => {
    if (row.end < row.start) context.addIssue('end lies before start');
    if (row.hostCode === '' && activityKinds[row.activity].host === 'higher-education') {
      context.addIssue('hostCode is empty');
    }
    if ((row.confirmedStart === '') !== (row.confirmedEnd === '')) {
      context.addIssue('confirmedStart and confirmedEnd must both be given or both be empty');
    }
    if (row.confirmedEnd !== '' && row.confirmedEnd < row.confirmedStart) {
      context.addIssue('confirmedEnd lies before confirmedStart');
    }
    if (needsDates.includes(row.story) && row.confirmedEnd === '') {
      context.addIssue(`confirmedStart and confirmedEnd are needed for the story ${row.story}`);
    }
  });

/** Stories in which somebody confirms or reports dates. */
const needsDates: readonly Story[] = [
  'normal',
  'early-return',
  'illness',
  'bank-reject',
  'bank-return',
  'late-confirmation',
];

export type Nomination = Readonly<z.infer<typeof line>> & {
  /** Number of the row below the header, from 1. */
  readonly row: number;
  /** Line of the file on which the row stands (or, where it has several, ends), for people who look for it there. */
  readonly line: number;
};

/** A row that is not taken: its line in the file (the header is line 1) and why. */
export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

/** The whole file cannot be used: it is no CSV, or its header is not the documented one. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
}

export const columns = Object.keys(line.shape) as readonly (keyof z.infer<typeof line>)[];

/** Reads a file of nominations. A bad row is reported with its line and reason; the others go on. Throws `UnusableFile`. */
export function readNominations(csv: string): {
  readonly rows: readonly Nomination[];
  readonly bad: readonly BadRow[];
} {
  const [first, ...records] = parsedRecords(csv);
  if (!first) throw new UnusableFile(`The file is empty. Its first line must be ${columns.join(',')}.`);
  const header = checkedHeader(first.record);
  const rows: Nomination[] = [];
  const bad: BadRow[] = [];
  records.forEach(({ record, info }, index) => {
    const place = { line: info.lines, row: index + 1 };
    const { length } = record;
    if (length !== header.length) {
      const reason = `it has ${length} ${length === 1 ? 'column' : 'columns'} instead of ${header.length}; put texts with a comma into quotation marks`;
      bad.push({ line: place.line, reason });
      return;
    }
    const checked = line.safeParse(Object.fromEntries(header.map((name, at) => [name, record[at] ?? ''])));
    if (checked.success) rows.push({ ...checked.data, ...place });
    else bad.push({ line: place.line, reason: checked.error.issues.map((issue) => issue.message).join('; ') });
  });
  return { rows, bad };
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parsedRecords(csv: string): readonly Parsed[] {
  try {
    const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count: true, trim: true } as const;
    return parse(csv, options) as unknown as readonly Parsed[];
  } catch (error) {
    throw new UnusableFile(
      `The file is not readable as CSV: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function checkedHeader(header: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => !(columns as readonly string[]).includes(name));
  if (missing.length > 0 || unknown.length > 0) {
    const parts = [
      missing.length > 0 ? `missing: ${missing.join(', ')}` : '',
      unknown.length > 0 ? `unknown: ${unknown.join(', ')}` : '',
    ];
    throw new UnusableFile(`The header must name exactly ${columns.join(',')} (${parts.filter(Boolean).join('; ')}).`);
  }
  return names;
}
