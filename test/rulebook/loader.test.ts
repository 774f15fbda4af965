import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../shared/grant/assess.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { RulebookError } from '../../shared/rulebook/yaml-file.ts';
import { semester } from '../grant/terms.ts';

const shipped = fileURLToPath(new URL('../../shared/rulebook', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rulebook-'));
  for (const part of ['programme', 'institutions'])
    cpSync(join(shipped, part), join(folder, part), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Changes the first occurrence of a text in a file of the copy. */
function edit(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

function lineOf(file: string, text: string): number {
  return (
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

const nhh = 'institutions/nhh.yaml';

describe('a file that cannot be used is refused with file, line and reason', () => {
  it.each([
    ['an unknown key', 'kidPrefix: "5045"', 'kidPrefx: "5045"', 'kidPrefx', 'this key is not known here'],
    ['an amount without quotes', 'amount: "530.00"', 'amount: 530', 'amount: 530', 'write an amount in quotes'],
    ['an amount without decimals', 'amount: "470.00"', 'amount: "470"', 'amount: "470"', 'write an amount in quotes'],
    [
      'a date that does not exist',
      'closes: 2025-08-31',
      'closes: 2025-06-31',
      'closes: 2025-06-31',
      'a date of the calendar',
    ],
    ['a country that does not exist', 'FI, IS, IE, SE], amount', 'FI, IS, IE, XX], amount', 'IE, XX]', 'ISO 3166'],
    ['instalments that do not make 100', 'percent: 70', 'percent: 60', '- activity: HE-SMS', 'have to make 100'],
    [
      'a fact that nobody knows',
      'facts.nominated, is',
      'facts.nominatd, is',
      'facts.nominatd',
      'not a value that a rule can look at',
    ],
    [
      'a placeholder that nobody knows',
      'you have {facts.ects}',
      'you have {facts.credits}',
      '{facts.credits}',
      '{facts.credits} is not known',
    ],
    ['two comparisons in one', 'atLeast: 60', 'atLeast: 60, atMost: 90', 'atLeast: 60', 'give exactly one of'],
    ['a missing value', '    notices: 2\n', '', 'fairNotice:', 'this is missing'],
    ['broken YAML', 'id: nhh', 'id: [nhh', 'name: NHH', 'Flow sequence'],
  ])('%s', (_, from, to, marker, reason) => {
    edit(nhh, from, to);
    const load = () => loadRulebook(folder);
    expect(load).toThrow(RulebookError);
    expect(load).toThrow(reason);
    expect(load).toThrow(expect.objectContaining({ file: nhh, line: lineOf(nhh, marker) }));
  });

  it('names the line in the message', () => {
    edit(nhh, 'kidPrefix: "5045"', 'kidPrefx: "5045"');
    const line = lineOf(nhh, 'kidPrefx');
    expect(() => loadRulebook(folder)).toThrow(`${nhh}, line ${line}: bank.kidPrefx: this key is not known here.`);
  });

  it('also in the programme', () => {
    edit('programme/travel.yaml', 'fromKm: 100, standard: "180.00"', 'fromKm: 5, standard: "180.00"');
    expect(() => loadRulebook(folder)).toThrow('let the bands go upwards');
  });

  it('two files cannot claim one institution', () => {
    cpSync(join(folder, nhh), join(folder, 'institutions/other.yaml'));
    expect(() => loadRulebook(folder)).toThrow('the institution "nhh" belongs in the file nhh.yaml');
  });

  it('a folder without a rulebook', () => {
    expect(() => loadRulebook(join(folder, 'institutions'))).toThrow(RulebookError);
  });
});

describe('the version', () => {
  it('is the same for the same rules, wherever they stand', () => {
    expect(loadRulebook(folder).version).toBe(loadRulebook().version);
  });

  it('changes with any value', () => {
    edit('programme/students.yaml', '"620.00"', '"621.00"');
    expect(loadRulebook(folder).version).not.toBe(loadRulebook().version);
  });
});

it('is read once per folder', () => {
  expect(loadRulebook(folder)).toBe(loadRulebook(folder));
});

it('a new institution is one more file', () => {
  const path = join(folder, 'institutions/fjord.yaml');
  cpSync(join(folder, nhh), path);
  const text = readFileSync(path, 'utf8')
    .replace('id: nhh', 'id: fjord')
    .replace('shortName: NHH', 'shortName: Fjord')
    .replace('percent: 70', 'percent: 80')
    .replace('percent: 30', 'percent: 20')
    .replace('extraDays: paid', 'extraDays: zero-grant');
  writeFileSync(path, text);
  const rulebook = loadRulebook(folder);
  expect(rulebook.institutions().map(({ id }) => id)).toEqual(['fjord', 'nhh', 'nmbu', 'oslomet', 'utwente']);
  const terms = rulebook.terms({
    institution: 'fjord',
    call: '2025',
    activity: 'HE-SMS',
    hostCountry: 'ES',
    on: '2025-08-18',
  });
  const { instalments } = assess(terms, { ...semester, host: { country: 'ES' }, plan: true });
  expect(instalments.map(({ amount }) => formatDecimal(amount))).toEqual(['1504.00', '376.00']);
});

it('an institution without a table of its own has the programme’s', () => {
  const text = readFileSync(join(folder, nhh), 'utf8').replace(
    / {4}individualSupport:[\s\S]*? {4}topUps:/,
    '    topUps:',
  );
  writeFileSync(join(folder, nhh), text);
  const query = { institution: 'nhh', call: '2023', activity: 'HE-SMS', on: '2023-08-18' } as const;
  const amount = (hostCountry: string) => {
    const { steps, source } = loadRulebook(folder).terms({ ...query, hostCountry }).individualSupport;
    return [steps[0]?.amount.minor, source];
  };
  const source = 'Norwegian National Agency, rates for student mobility, projects 2023 on';
  expect(amount('LU')).toEqual([53000, source]);
  expect(amount('FR')).toEqual([47000, source]);
});
