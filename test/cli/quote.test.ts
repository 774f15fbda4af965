import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BadInput } from '../../infra/cli/command.ts';
import { quote } from '../../infra/cli/quote.ts';

const semester = {
  id: 'c-1',
  institution: 'nhh',
  call: '2025',
  activity: 'HE-SMS',
  host: { country: 'FR' },
  period: { start: '2025-08-18', end: '2025-12-19' },
  travel: 'none',
};

/** Runs the command on a text from standard input and gives what it printed. */
async function run(input: string, args: readonly string[] = ['-']): Promise<string> {
  let printed = '';
  const io = {
    stdin: (async function* () {
      // In two pieces, cut in the middle of a character.
      const bytes = Buffer.from(input);
      yield bytes.subarray(0, 5);
      yield bytes.subarray(5);
    })(),
    stdout: { write: (text: string) => (printed += text) },
    stderr: { write: () => undefined },
  };
  expect(await quote(args, io)).toBe(0);
  return printed;
}

const refusalOf = async (input: unknown): Promise<string> => {
  try {
    await run(typeof input === 'string' ? input : JSON.stringify(input));
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
  return 'nothing was refused';
};

describe('wayfare quote', () => {
  it('takes the days alone for a confirmed or agreed stay of which nothing else is known', async () => {
    const short = { ...semester, agreed: semester.period, confirmed: { start: '2025-08-18', end: '2025-11-11' } };
    const long = { ...semester, agreed: { period: short.agreed }, confirmed: { period: short.confirmed } };
    expect(await run(JSON.stringify(short))).toBe(await run(JSON.stringify(long)));
  });

  it('answers one case with one object, in this order of keys', async () => {
    const answer = JSON.parse(await run(JSON.stringify({ ...semester, confirmed: { period: semester.period } })));
    expect(Object.keys(answer)).toEqual([
      'id',
      'eligible',
      'needs',
      'refusals',
      'days',
      'lines',
      'total',
      'instalments',
      'settlement',
      'rulebook',
    ]);
    expect(Object.keys(answer.days)).toEqual([
      'calculated',
      'interruption',
      'mobility',
      'travel',
      'nonFunded',
      'funded',
      'months',
      'extraDays',
    ]);
    expect(Object.keys(answer.lines[0])).toEqual(['code', 'amount', 'currency', 'working', 'rule', 'source']);
    expect(Object.keys(answer.instalments[0])).toEqual(['share', 'amount', 'when']);
    expect(Object.keys(answer.settlement)).toEqual(['entitlement', 'paid', 'outcome', 'amount', 'working']);
  });

  it('has no settlement without a confirmation', async () => {
    expect(JSON.parse(await run(JSON.stringify(semester)))).not.toHaveProperty('settlement');
  });

  it('answers a list with a list, in its order', async () => {
    const cases = ['a', 'b', 'c'].map((id) => ({ ...semester, id }));
    expect(JSON.parse(await run(JSON.stringify(cases))).map(({ id }: { id: string }) => id)).toEqual(['a', 'b', 'c']);
    expect(JSON.parse(await run('[]'))).toEqual([]);
  });

  it('reads a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quote-'));
    try {
      writeFileSync(join(folder, 'case.json'), JSON.stringify({ ...semester, id: 'é' }));
      expect(JSON.parse(await run('', [join(folder, 'case.json')])).id).toBe('é');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('counts days beyond the agreed stay also before a confirmation', async () => {
    const agreed = { period: { start: '2025-08-18', end: '2025-12-15' } };
    expect(JSON.parse(await run(JSON.stringify({ ...semester, agreed }))).days.extraDays).toBe(4);
  });
});

describe('bad input is refused by name', () => {
  it.each([
    ['an unknown key', { perod: 1 }, 'perod: this key is not known; the keys here are id, institution, call,'],
    [
      'an unknown key inside',
      { host: { country: 'FR', km: 3 } },
      'host.km: this key is not known; the keys here are country, city, code, distanceKm.',
    ],
    [
      'an unknown fact',
      { facts: { credits: 60 } },
      'facts.credits: this key is not known; the keys here are studyLevel, ects,',
    ],
    [
      'an unknown key of the confirmation',
      { confirmed: { period: semester.period, plan: true } },
      'confirmed.plan: this key is not known',
    ],
    ['a missing key', { travel: undefined }, 'travel: this is missing; write "none", "standard" or "green".'],
    [
      'a date that does not exist',
      { period: { start: '2025-02-29', end: '2025-12-19' } },
      'period.start: write a date of the calendar, like "2025-08-18".',
    ],
    [
      'a stay that ends before it starts',
      { period: { start: '2025-12-19', end: '2025-08-18' } },
      'period.end: the stay cannot end before it starts.',
    ],
    [
      'a small country code',
      { host: { country: 'fr' } },
      'host.country: write a country as two capital letters of ISO 3166',
    ],
    [
      'a country that does not exist',
      { host: { country: 'UK' } },
      'host.country: write a country as two capital letters of ISO 3166',
    ],
    [
      'an amount without decimals',
      { paid: '1484' },
      'paid: write an amount as text with two decimals, like "1484.00".',
    ],
    ['an amount as a number', { paid: 1484.0 }, 'paid: write an amount as text with two decimals, like "1484.00".'],
    ['a negative amount', { paid: '-1.00' }, 'paid: write an amount as text with two decimals, like "1484.00".'],
    [
      'a cost without its amount',
      { inclusionCosts: [{ what: 'taxi' }] },
      'inclusionCosts[0].amount: this is missing; write an amount as text',
    ],
    ['half a day', { travelDays: 1.5 }, 'travelDays: write a whole number of days.'],
    ['fewer than no days', { nonFundedDays: -1 }, 'nonFundedDays: write zero days or more.'],
    ['a truth in words', { plan: 'yes' }, 'plan: write true or false.'],
    ['an unknown way of travel', { travel: 'train' }, 'travel: write "none", "standard" or "green".'],
    [
      'an unknown level',
      { facts: { languageLevel: 'B3' } },
      'facts.languageLevel: write one of A1, A2, B1, B2, C1, C2.',
    ],
    [
      'an interruption longer than the stay',
      { interruptionDays: 123 },
      'interruptionDays: The interruption of 123 days is longer than the stay of 122.',
    ],
    [
      'a confirmed interruption longer than the stay',
      { confirmed: { period: semester.period, interruptionDays: 123 } },
      'confirmed.interruptionDays: The interruption of 123 days',
    ],
    [
      'an agreed one',
      { agreed: { period: semester.period, nonFundedDays: 123 } },
      'agreed.nonFundedDays: 123 days without grant are more than the 122 days there are.',
    ],
    ['nothing in place of something', { confirmed: null }, 'confirmed: give the confirmed stay: {"period": …}.'],
    [
      'an unknown institution',
      { institution: 'xyz' },
      'institution: There is no institution "xyz" in the rulebook; there are ',
    ],
    ['an unknown call', { call: '1999' }, 'call: NHH has no call 1999 in the rulebook; it has 2025,'],
    [
      'an unknown activity',
      { activity: 'HE-XYZ' },
      'activity: NHH has no rules for HE-XYZ in the rulebook; it has HE-SMS.',
    ],
  ])('%s', async (_, change, sentence) => {
    expect(await refusalOf({ ...semester, ...change })).toContain(sentence);
  });

  it('a list is refused as a whole, with the place of every fault', async () => {
    const cases = [semester, { ...semester, id: 'c-2', paid: '1' }, 7, { ...semester, id: 'c-4', call: '1999' }];
    expect((await refusalOf(cases)).split('\n')).toEqual([
      'case 2 (id "c-2"), paid: write an amount as text with two decimals, like "1484.00".',
      'case 3, the case: a case is an object: {"id": …, "institution": …}.',
      'case 4 (id "c-4"), call: NHH has no call 1999 in the rulebook; it has 2025, 2024, 2023, 2022.',
    ]);
  });

  it('text that is not JSON', async () => {
    expect(await refusalOf('{"id": ')).toMatch(/^The input is not JSON: /);
  });

  it('a file that is not there, no file, two files', async () => {
    await expect(run('', ['/nowhere/case.json'])).rejects.toThrow(
      'The file /nowhere/case.json cannot be read (ENOENT).',
    );
    await expect(run('', [])).rejects.toThrow('Give exactly one file');
    await expect(run('', ['a', 'b'])).rejects.toThrow('Give exactly one file');
  });
});

describe('the program', () => {
  const program = fileURLToPath(new URL('../../infra/cli/wayfare.ts', import.meta.url));
  const wayfare = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8' });

  it('prints only JSON and ends with 0', () => {
    const { status, stdout, stderr } = wayfare(['quote', '-'], JSON.stringify({ ...semester, plan: true }));
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).total).toBe('2120.00');
  });

  it('prints nothing but the sentence for bad input and ends with 2', () => {
    const { status, stdout, stderr } = wayfare(['quote', '-'], JSON.stringify({ ...semester, travel: 'train' }));
    expect([status, stdout, stderr]).toEqual([2, '', 'travel: write "none", "standard" or "green".\n']);
  });

  it('knows its commands', () => {
    expect(wayfare(['help']).stdout).toContain('FILE|-');
    const { status, stderr } = wayfare(['qoute']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('There is no command "qoute"; there are ')]);
  });
});
