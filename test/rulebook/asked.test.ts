import { describe, expect, test } from 'vitest';
import { factsAsked } from '../../shared/grant/facts-asked.ts';
import { askedOf } from '../../shared/rulebook/asked.ts';
import { loadRulebook, rulebookSource } from '../../shared/rulebook/loader.ts';
import type { InstitutionFile, Programme } from '../../shared/rulebook/schema.ts';

const rulebook = loadRulebook();
const source = rulebookSource();

function nhh(): InstitutionFile {
  const file = source.file('nhh');
  if (file === undefined) throw new Error('The rulebook has no NHH.');
  return file;
}

const programme = source.programme();
const requirement = (code: string, fact: 'ects' | 'bipEcts') =>
  ({ code, test: { value: `facts.${fact}`, atLeast: 3 }, sentence: { en: 'no' }, source: 'here' }) as const;
const withProgramme = (...requirements: readonly object[]) => ({ ...programme, requirements }) as unknown as Programme;
const facts = (everybodys: Programme, call?: string) =>
  factsAsked(
    askedOf({ institution: 'nhh', activity: 'HE-SMS', ...(call === undefined ? {} : { call }) }, nhh(), everybodys)
      ?.rules ?? [],
  );

describe('what a form asks before the host is known', () => {
  test('is what the terms of NHH ask, whatever the host', () => {
    const asked = rulebook.asked({ institution: 'nhh', activity: 'HE-SMS' });
    for (const hostCountry of ['FR', 'FI', 'ES', 'CH', 'JP']) {
      const terms = rulebook.terms({
        institution: 'nhh',
        call: '2025',
        activity: 'HE-SMS',
        hostCountry,
        on: '2025-08-18',
      });
      expect(factsAsked(asked?.rules ?? [])).toEqual(factsAsked(terms));
    }
  });

  test('who is paid is the participant, where the file says nothing', () => {
    expect(rulebook.asked({ institution: 'nhh', activity: 'HE-SMS' })?.payee).toBe('participant');
  });

  test('is unknown for an institution or an activity that there is not', () => {
    expect(rulebook.asked({ institution: 'uib', activity: 'HE-SMS' })).toBeUndefined();
    expect(rulebook.asked({ institution: 'nhh', activity: 'ADU-LEARNER' })).toBeUndefined();
  });
});

describe('a rule of the programme', () => {
  test('is asked about', () => {
    expect(facts(withProgramme(requirement('new', 'bipEcts')))).toContain('bipEcts');
  });

  test.each([
    ['of another activity', { activities: ['HE-BIP'] }],
    ['of another agency', { agency: 'PL01' }],
    ['of calls that the institution does not have', { calls: { to: 2014 } }],
  ])('%s is not', (_which, limits) => {
    expect(facts(withProgramme({ ...requirement('new', 'bipEcts'), ...limits }))).not.toContain('bipEcts');
  });

  test('of another call than the one that the form is for is not', () => {
    const old = withProgramme({ ...requirement('new', 'bipEcts'), calls: { to: 2022 } });
    expect(facts(old, '2022')).toContain('bipEcts');
    expect(facts(old, '2025')).not.toContain('bipEcts');
  });

  test('in whose place the institution has put its own is not', () => {
    expect(facts(withProgramme(requirement('sixty-ects', 'bipEcts')))).not.toContain('bipEcts');
  });
});

describe('values that the rulebook has for no stay of an activity', () => {
  const absent = (change: Partial<InstitutionFile>) =>
    askedOf({ institution: 'nhh', activity: 'HE-SMS' }, { ...nhh(), ...change }, programme)?.absent ?? [];
  const agreement = { host: 'F  PARIS014', country: 'FR', source: 'here' } as const;

  test.each<[string, Partial<InstitutionFile>, readonly string[]]>([
    ['without a register', { agreements: [] }, ['agreement.found', 'agreement.languageLevel', 'agreement.ects']],
    [
      'with a register for others',
      { agreements: [{ ...agreement, activities: ['HE-STA'], ects: 60 }] },
      ['agreement.languageLevel', 'agreement.ects'],
    ],
    [
      'with one that asks for ECTS',
      { agreements: [{ ...agreement, activities: ['HE-SMS'], ects: 60 }] },
      ['agreement.languageLevel'],
    ],
    ['without windows', { windows: [] }, ['window.opens', 'window.closes']],
  ])('%s', (_how, change, names) => {
    const known = ['agreement.', 'window.'].filter((start) => names.some((name) => name.startsWith(start)));
    expect(absent(change).filter((name) => known.some((start) => name.startsWith(start)))).toEqual(names);
  });

  test('a limit of one-cycle degrees, for staff; nor do their earlier stays count', () => {
    const staff = { ...nhh(), grants: nhh().grants.map((grant) => ({ ...grant, activity: 'HE-STT' as const })) };
    const asked = askedOf({ institution: 'nhh', activity: 'HE-STT' }, staff, programme);
    expect([asked?.absent, asked?.perStudyCycle]).toEqual([
      expect.arrayContaining(['limits.maximumDaysOneCycle']),
      false,
    ]);
    expect(absent({})).not.toContain('limits.maximumDaysOneCycle');
    expect(rulebook.asked({ institution: 'nhh', activity: 'HE-SMS' })?.perStudyCycle).toBe(true);
  });
});
