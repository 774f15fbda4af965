import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rules } from '../../infra/cli/rules.ts';
import { temporaryFolder } from '../local/fixtures.ts';

const shipped = join(import.meta.dirname, '../../shared/rulebook');

/** Runs the command; gives the exit code and what it printed. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const io = {
    stdin: (async function* () {})(),
    stdout: { write: (text: string) => (said += text) },
    stderr: { write: () => undefined },
  };
  return { code: await rules(args, io), said };
}

describe('rules show', () => {
  it('prints what applies on a day, and from where', async () => {
    const { code, said } = await run('show', 'nhh', 'HE-SMS', '--on', '2025-09-01');
    expect(code).toBe(0);
    expect(said).toContain('high: 530.00 EUR per month (AT BE DK FI FR DE IS IE IT LI LU NL SE CH)');
    expect(said).toContain('NHH Erasmus+ Students, "Scholarship Amounts", starting Fall 2025 or later');
    expect(said).toMatch(/Version [0-9a-f]{16} of the rules/);
  });

  it('says what is assumed', async () => {
    expect((await run('show', 'nhh', 'HE-SMS', '--on', '2025-09-01')).said).toContain('(assumed: to be confirmed)');
  });

  it.each([
    [['show', 'xyz'], 'There is no institution "xyz"'],
    [['show', 'nhh', 'HE-STA'], 'NHH has no rules for HE-STA'],
    [['show', 'nhh', '--on', '2025-02-30'], '"2025-02-30" is not a date'],
    [['show', 'nhh', '--call', '1999'], 'NHH has no call 1999'],
    [['show', 'nhh', '--at', '2025-01-01'], "Unknown option '--at'"],
    [['diff', 'nhh', '2025-06-01'], 'Usage: wayfare rules check'],
    [['check', 'nhh'], 'Usage: wayfare rules check'],
    [[], 'Usage: wayfare rules check'],
  ])('%j is refused with a sentence', async (args, sentence) => {
    await expect(run(...args)).rejects.toThrow(sentence);
  });
});

describe('rules diff', () => {
  it('prints what changed between two days, old and new', async () => {
    const { said } = await run('diff', 'nhh', '2025-06-01', '2025-09-01');
    expect(said).toContain('− high: 530.00 EUR per month (DK FI IS IE SE)');
    expect(said).toContain('+ high: 530.00 EUR per month (AT BE DK FI FR DE IS IE IT LI LU NL SE CH)');
    expect(said).toContain('+ I am the first of my parents and siblings in higher education');
    expect(said).not.toContain('Instalments');
  });

  it('says that nothing changes', async () => {
    expect((await run('diff', 'nhh', '2025-09-01', '2025-09-02')).said).toContain('Nothing changes.');
  });
});

describe('rules check', () => {
  const folder = temporaryFolder();
  let copy = 0;
  beforeEach(() => {
    copy += 1;
    const own = join(folder, String(copy));
    for (const part of ['programme', 'institutions']) {
      cpSync(join(shipped, part), join(own, part), { recursive: true });
    }
    process.env.RULEBOOK = own;
  });
  afterEach(() => {
    delete process.env.RULEBOOK;
  });
  const edit = (name: string, from: string, to: string) => {
    const path = join(folder, String(copy), name);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };

  it('finds the shipped rulebook sound, and says what is assumed', async () => {
    const { code, said } = await run('check');
    expect(code).toBe(0);
    expect(said).toMatch(/\d+ institutions are sound\. \d+ values are assumed/);
  });

  it('names every bad file with line and reason at once', async () => {
    edit('institutions/nhh.yaml', 'kidPrefix: "5045"', 'kidPrefx: "5045"');
    edit('programme/travel.yaml', 'fromKm: 100, standard: "180.00"', 'fromKm: 100, standard: 180');
    const { code, said } = await run('check');
    expect(code).toBe(2);
    expect(said).toMatch(/institutions\/nhh\.yaml, line \d+: .*kidPrefx: this key is not known here/);
    expect(said).toMatch(/programme\/travel\.yaml, line \d+: .*write an amount in quotes/);
  });

  it('says for which hosts of which call the tables have no entry', async () => {
    edit('institutions/nhh.yaml', '- call: "2022"', '- call: "2019"');
    expect((await run('check')).said).toMatch(/not covered: HE-SMS, call 2019, hosts in AT BE BG/);
  });
});
