import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../local/fixtures.ts';
import { content, type Ended, wayfare } from './command.ts';

/** `wayfare replay` as people call it: a process of its own, a file in, a folder out. */
const folder = temporaryFolder();
const cohort = readFileSync(new URL('cohort.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const [header = '', first = '', second = ''] = cohort;

/** A file of nominations, by its lines. */
function file(name: string, lines: readonly string[], end = '\n'): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join(end) + end);
  return path;
}

const json = (out: string, name: string) => JSON.parse(readFileSync(join(out, name), 'utf8'));
const to = (name: string) => join(folder, name);

/** The first row, with some of its columns changed. */
function row(changes: Readonly<Record<string, string>>): string {
  const names = header.split(',');
  return first
    .split(',')
    .map((value, at) => changes[names[at] ?? ''] ?? value)
    .join(',');
}

describe('a whole cohort, with rows that cannot be taken among it', () => {
  let one: Ended;
  let other: Ended;

  beforeAll(async () => {
    // The same stay once more; whoever applies first is taken, and with this seed that is the row above.
    const again = cohort[3] ?? '';
    // As spreadsheets write it: a byte order mark, ends of lines with two characters, an empty line.
    const lines = [
      `\ufeff${header}`,
      ...cohort.slice(1, 4),
      row({ account: '66048764756' }),
      '',
      row({ end: '2025-08-01' }),
      row({ story: 'sabbatical' }),
      row({ hostCountry: 'GB', email: 'london@student.nhh.example' }),
      'nhh,2025,HE-SMS',
      row({ institution: 'uib' }),
      row({ confirmedEnd: '' }),
      row({ hostCity: 'Paris, France' }),
      again,
      ...cohort.slice(4),
    ];
    const csv = file('autumn.csv', lines, '\r\n');
    [one, other] = await Promise.all([
      wayfare('replay', csv, '--out', to('one'), '--seed', '7'),
      wayfare('replay', csv, '--out', to('other'), '--seed', '7'),
    ]);
  }, 120_000);

  test('the same seed gives the same bytes in every file', () => {
    const [a, b] = [content(to('one')), content(to('other'))];
    expect(Object.keys(a)).toEqual(Object.keys(b));
    expect(Object.keys(a).filter((name) => a[name] !== b[name])).toEqual([]);
    expect([one.code, one.stdout, one.stderr]).toEqual([other.code, other.stdout, other.stderr]);
  });

  test('a bad row is reported with its line and reason, and the others go on', () => {
    expect(one.code).toBe(0);
    const refused = [
      [
        5,
        "account: This account number is mistyped: its check digits do not fit the rest. Copy it from your bank's page.",
      ],
      [7, 'end lies before start'],
      [8, 'story must be one of normal, early-return, withdraw, illness, bank-reject'],
      [9, 'United Kingdom is outside the Erasmus+ grant of NHH: exchange there gets no Erasmus+ money.'],
      [10, 'it has 3 columns instead of 15'],
      [11, 'There is no institution "uib" in the rulebook; there are '],
      [12, 'confirmedStart and confirmedEnd must both be given or both be empty'],
      [13, 'it has 16 columns instead of 15; put texts with a comma into quotation marks'],
      [14, 'There is already an application for this stay.'],
    ] as const;
    const report = json(to('one'), 'report.json');
    expect(report.rows).toEqual({
      accepted: cohort.length - 1,
      refused: refused.map(([line, reason]) => ({ line, reason: expect.stringContaining(reason) })),
    });
    for (const [line, reason] of refused)
      expect(one.stderr).toMatch(new RegExp(`^Line ${line} .*${escaped(reason)}`, 'm'));
  });

  test('standard output is the report', () => {
    expect(JSON.parse(one.stdout)).toEqual(json(to('one'), 'report.json'));
  });

  test('nothing but lines and reasons is said: no name, address or account of anybody', () => {
    const columns = header.split(',');
    const people = cohort.slice(1).flatMap((line) => {
      const values = line.split(',');
      return ['givenName', 'familyName', 'email', 'account'].map((name) => values[columns.indexOf(name)] ?? '');
    });
    const said = one.stdout + one.stderr;
    expect(people.filter((word) => said.includes(word))).toEqual([]);
  });

  test('cases.json has an object for each row that was taken, with exactly the documented keys', () => {
    const cases: readonly Record<string, unknown>[] = json(to('one'), 'cases.json');
    expect(cases).toHaveLength(cohort.length - 1);
    for (const found of cases) {
      expect(Object.keys(found)).toEqual([
        'row',
        'id',
        'institution',
        'story',
        'state',
        'entitlement',
        'paid',
        'repaid',
        'waived',
        'writtenOff',
        'outstanding',
        'localCurrency',
        'paidLocal',
        'repaidLocal',
      ]);
    }
    expect(cases[0]).toMatchObject({ row: 1, institution: 'nhh', story: 'normal', state: 'closed', paid: '2155.33' });
    expect(cases.filter(unbalanced)).toEqual([]);
  });

  test('ledger.csv has the documented columns, and every transfer once', () => {
    const [names, ...lines] = readFileSync(join(to('one'), 'ledger.csv'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(names).toBe('id,time,case,debit,credit,amount,currency,kind');
    const form =
      /^[\w:@/-]+,\d{4}-\d\d-\d\dT[\d:.]+Z,[0-9A-Z]{10},[a-z0-9:-]+,[a-z0-9:-]+,\d+\.\d\d,(EUR|NOK),(posted|pending|post|void)$/;
    expect(lines.filter((line) => !form.test(line))).toEqual([]);
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(lines.length);
    expect(lines.map((line) => line.split(',')[1])).toEqual(lines.map((line) => line.split(',')[1]).sort());
  });

  test('the ledger says of every case what cases.json says', () => {
    const [, ...lines] = readFileSync(join(to('one'), 'ledger.csv'), 'utf8')
      .trimEnd()
      .split('\n');
    const cases: readonly Record<string, string>[] = json(to('one'), 'cases.json');
    for (const { id = '', paid, repaid } of cases) {
      const own = lines.map((line) => line.split(',')).filter(([, , of]) => of === id);
      const moved = (debit: string, credit: string) =>
        own
          .filter(([, , , from, into, , currency]) => from === debit && into === credit && currency === 'EUR')
          .filter(([, , , , , , , kind]) => kind === 'posted' || kind === 'post')
          .reduce((sum, [, , , , , amount = '0']) => sum + cents(amount), 0);
      expect([id, cents(paid), cents(repaid)]).toEqual([
        id,
        moved('payable', 'exchange') - moved('exchange', 'payable'),
        moved('exchange', 'receivable'),
      ]);
    }
  });

  test('every file is there: payments, answers of the bank, mails', () => {
    const names = Object.keys(content(to('one')));
    const count = (form: RegExp) => names.filter((name) => form.test(name)).length;
    expect(count(/^payments\/NHH-\d{8}-\d{4}(-\d+)?\.xml$/)).toBeGreaterThan(5);
    expect(count(/^statements\/(pain\.002|camt\.054)[\w.-]*\.xml$/)).toBeGreaterThan(10);
    expect(count(/^mail\/[0-9A-Z]{10}-\d{8}T\d{4}-[a-z-]+(-\d+)?\.eml$/)).toBeGreaterThan(100);
    expect(count(/^(cases\.json|ledger\.csv|report\.json)$/)).toBe(3);
    expect(count(/./)).toBe(3 + count(/^(payments|statements|mail)\/[^/]+$/));
  });
});

describe('another seed, and a day in the middle', () => {
  const out = to('again');
  const runs: { seed: readonly Record<string, string>[]; until: readonly Record<string, string>[] } = {
    seed: [],
    until: [],
  };
  let until: Ended;

  beforeAll(async () => {
    const csv = file('two.csv', [header, first, second]);
    await wayfare('replay', csv, '--out', out, '--seed', '8');
    runs.seed = json(out, 'cases.json');
    until = await wayfare('replay', file('all.csv', cohort), '--out', out, '--seed', '7', '--until', '2025-10-20');
    runs.until = json(out, 'cases.json');
  }, 120_000);

  test('another seed gives other ids and the same amounts', () => {
    const before: readonly Record<string, string>[] = json(to('one'), 'cases.json');
    runs.seed.forEach(({ id, ...amounts }, at) => {
      const { id: other, ...same } = before[at] ?? {};
      expect([id === other, amounts]).toEqual([false, same]);
    });
  });

  test('on that day most cases are open, and every amount is accounted for', () => {
    expect(until.code).toBe(0);
    expect(runs.until).toHaveLength(cohort.length - 1);
    expect(runs.until.filter(({ state }) => state !== 'closed' && state !== 'lapsed').length).toBeGreaterThan(5);
    expect(runs.until.filter(({ outstanding = '' }) => outstanding.startsWith('-')).length).toBeGreaterThan(0);
    expect(runs.until.filter(unbalanced)).toEqual([]);
    expect(json(out, 'report.json').until).toBe('2025-10-20T23:59:59.000Z');
  });

  test('nothing is left of what the folder held before', () => {
    const ids = runs.until.map(({ id }) => id);
    const strangers = readdirSync(join(out, 'mail')).filter((name) => !ids.includes(name.slice(0, 10)));
    expect(strangers).toEqual([]);
    const last = readdirSync(join(out, 'payments')).sort().at(-1) ?? '';
    expect(last < 'NHH-20251021').toBe(true);
  });
});

describe('a call that cannot be understood ends with code 2 and a sentence, and writes nothing', () => {
  const good = () => file('good.csv', [header, first]);
  test.concurrent.each<readonly [string, () => readonly string[], string]>([
    ['no file', () => [], 'Give one file of nominations'],
    ['two files', () => [good(), good()], 'Give one file of nominations'],
    ['no folder', () => [good()], 'Say where the results go with --out'],
    [
      'a file that is not there',
      () => [to('nowhere.csv'), '--out', to('x1')],
      `There is no file ${to('nowhere.csv')}.`,
    ],
    [
      'a folder instead of a file',
      () => {
        mkdirSync(to('a-folder'), { recursive: true });
        return [to('a-folder'), '--out', to('x2')];
      },
      `${to('a-folder')} is no file.`,
    ],
    [
      'a header without a column',
      () => [file('h.csv', [header.replace(',story', ''), first]), '--out', to('x3')],
      'missing: story',
    ],
    [
      'a header with one too many',
      () => [file('i.csv', [`${header},rate`, `${first},1`]), '--out', to('x4')],
      'unknown: rate',
    ],
    [
      'an empty file',
      () => [file('e.csv', []), '--out', to('x5')],
      'The file is empty. Its first line must be institution,',
    ],
    [
      'a header and nothing below',
      () => [file('b.csv', [header]), '--out', to('x8')],
      'Put the nominations below its header.',
    ],
    [
      'a text in another encoding',
      () => {
        writeFileSync(to('latin.csv'), Buffer.from(`${header}\n${row({ familyName: 'Ødegård' })}\n`, 'latin1'));
        return [to('latin.csv'), '--out', to('x11')];
      },
      'The file is not UTF-8 text. Save it as “CSV UTF-8”.',
    ],
    [
      'quotation marks that do not end',
      () => [file('q.csv', [header, `"${first}`]), '--out', to('x12')],
      'The file is not readable as CSV',
    ],
    ['a place that is a file', () => [good(), '--out', good()], `The results cannot be written to ${to('good.csv')}.`],
    [
      'no row that can be used',
      () => [file('n.csv', [header, row({ account: '1' })]), '--out', to('x6')],
      'has no row that can be used',
    ],
    [
      'a date that is none',
      () => [good(), '--out', to('x7'), '--until', '2025-02-30'],
      '--until must be a date like 2026-12-31, not "2025-02-30".',
    ],
    ['a seed that is none', () => [good(), '--out', to('x9'), '--seed', '../7'], '--seed must be a number or a word.'],
    ['an option that does not exist', () => [good(), '--out', to('x10'), '--fast'], '--fast'],
  ])('%s', async (_what, args, sentence) => {
    const ended = await wayfare('replay', ...args());
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain(sentence);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    for (const arg of args().filter((text) => /\/x\d+$/.test(text))) expect(existsSync(arg)).toBe(false);
  });
});

/** entitlement = paid − repaid − waived − writtenOff + outstanding, in cents. */
function unbalanced(found: Readonly<Record<string, unknown>>): boolean {
  const of = (name: string) => cents(String(found[name]));
  return of('entitlement') !== of('paid') - of('repaid') - of('waived') - of('writtenOff') + of('outstanding');
}

function cents(amount: string | undefined): number {
  if (!/^-?\d+\.\d\d$/.test(amount ?? '')) throw new Error(`${amount} is not an amount with two places.`);
  return Number((amount ?? '').replace('.', ''));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
