import { describe, expect, it } from 'vitest';
import { activityTypes } from '../../shared/grant/activities.ts';
import { assess } from '../../shared/grant/assess.ts';
import { settle } from '../../shared/grant/settle.ts';
import type { ActivityType, StayInput } from '../../shared/grant/types.ts';
import { eur, formatDecimal } from '../../shared/money/money.ts';
import { loadRulebook, rulebookSource } from '../../shared/rulebook/loader.ts';
import { termsOfSchool } from './terms-of-school.ts';

const rulebook = loadRulebook();
const programme = rulebookSource().programme();

describe('country groups by call', () => {
  const groupOf = (call: number, country: string, activity?: ActivityType) => {
    const entry = programme.countryGroups.find(
      ({ calls, activities }) =>
        (calls?.from ?? 0) <= call &&
        call <= (calls?.to ?? 9999) &&
        (activities === undefined || (activity !== undefined && activities.includes(activity))),
    );
    return Object.entries(entry?.groups ?? {}).find(([, countries]) => countries.includes(country))?.[0];
  };

  it.each([
    [2017, 'GB', 'HE-STA', '1'],
    [2017, 'NL', 'SCH-STAFF', '1'],
    [2017, 'DE', 'HE-STT', '3'],
    [2017, 'EE', 'ADU-STAFF', '4'],
    [2017, 'RS', 'HE-STA', undefined],
    [2018, 'GB', 'HE-STT', '1'],
    [2020, 'GB', 'SCH-STAFF', '1'],
    [2020, 'DE', 'HE-STT', '2'],
    [2021, 'GB', 'HE-STT', undefined],
    [2023, 'DE', 'HE-STT', '2'],
    [2024, 'DE', 'HE-STT', '1'],
    [2024, 'LV', 'HE-STT', '2'],
    [2024, 'CH', 'HE-STT', undefined],
  ] as const)('call %i, %s for %s: group %s', (call, country, activity, group) => {
    expect(groupOf(call, country, activity)).toBe(group);
  });
});

describe('short stays of doctoral candidates', () => {
  const days = (end: string): StayInput => ({
    activity: 'HE-SMD',
    host: { country: 'FR' },
    period: { start: '2024-10-01', end },
    travel: 'none',
  });
  const total = (call: string, end: string, change: Partial<StayInput> = {}) =>
    formatDecimal(assess(termsOfSchool('HE-SMD', call, 'FR', '2024-10-01'), { ...days(end), ...change }).total);

  it('call 2024: 14 × 79 + 6 × 56 = 1 442', () => {
    expect(total('2024', '2024-10-20')).toBe('1442.00');
  });

  it('call 2023: 14 × 70 + 6 × 50 = 1 280', () => {
    expect(total('2023', '2024-10-20')).toBe('1280.00');
  });

  it.each([
    ['2024-10-05', '495.00'],
    ['2024-10-14', '1206.00'],
    ['2024-10-15', '1312.00'],
    ['2024-10-30', '2152.00'],
  ])('with fewer opportunities until %s: %s', (end, amount) => {
    expect(total('2024', end, { fewerOpportunities: true })).toBe(amount);
  });

  it.each([
    ['2024-10-04', ['minimum-duration']],
    ['2024-10-05', []],
    ['2024-10-30', []],
    ['2024-10-31', ['maximum-duration']],
  ])('5 to 30 days: until %s %j', (end, codes) => {
    const { refusals } = assess(termsOfSchool('HE-SMD', '2024', 'FR', '2024-10-01'), days(end));
    expect(refusals.map(({ code }) => code)).toEqual(codes);
  });
});

describe('twelve months in a study cycle, twenty-four in a one-cycle degree', () => {
  const stay = (facts: StayInput['facts']): StayInput => ({
    activity: 'HE-SMS',
    host: { country: 'FR' },
    period: { start: '2024-09-01', end: '2024-12-30' },
    travel: 'none',
    ...(facts === undefined ? {} : { facts }),
  });
  const terms = termsOfSchool('HE-SMS', '2024', 'FR', '2024-09-01');

  it.each([
    ['master', 240, 'yes', [], []],
    ['master', 241, 'no', ['maximum-duration'], []],
    ['one-cycle', 241, 'yes', [], []],
    ['one-cycle', 600, 'yes', [], []],
    ['one-cycle', 601, 'no', ['maximum-duration'], []],
    [undefined, 240, 'yes', [], []],
    [undefined, 241, 'undecided', [], ['studyLevel']],
  ])('%s with %i days before: %s', (studyLevel, previousFundedDays, eligible, codes, needs) => {
    const facts = studyLevel === undefined ? { previousFundedDays } : { studyLevel, previousFundedDays };
    const assessment = assess(terms, stay(facts));
    expect(assessment.days.mobility).toBe(120);
    expect([assessment.eligible, assessment.refusals.map(({ code }) => code), assessment.needs]).toEqual([
      eligible,
      codes,
      needs,
    ]);
  });

  it('the sentence names the limit of the degree', () => {
    const [refusal] = assess(terms, stay({ studyLevel: 'one-cycle', previousFundedDays: 700 })).refusals;
    expect(refusal?.sentence).toBe(
      'With earlier stays the mobility counts 820 days; in a one-cycle degree at most 720 can be funded.',
    );
  });

  it('the final calculation pays up to the same limit', () => {
    const agreed = stay({ studyLevel: 'one-cycle', previousFundedDays: 600 });
    const period = { start: '2024-09-01', end: '2024-12-30' };
    expect(settle(terms, agreed, period, eur(0)).assessment.days.nonFunded).toBe(0);
    const master = stay({ studyLevel: 'master', previousFundedDays: 300 });
    expect(settle(terms, master, period, eur(0)).assessment.days.nonFunded).toBe(60);
  });
});

describe('every activity', () => {
  it.each(activityTypes)('%s has a longest stay', (activity) => {
    const bounds = programme.requirements.filter(
      ({ code, activities }) => code === 'maximum-duration' && activities?.includes(activity),
    );
    expect(bounds.length).toBe(activity === 'HE-SMS' || activity === 'HE-SMT' ? 2 : 1);
  });

  it.each([
    ['HE-SMS', 2021, 60, 360, '30/360'],
    ['HE-SMT', 2024, 60, 360, '30/360'],
    ['HE-BIP', 2024, 5, 30, 'calendar'],
    ['HE-SMD', 2024, 5, 30, 'calendar'],
    ['HE-STA', 2017, 2, 60, 'calendar'],
    ['HE-STT', 2024, 2, 60, 'calendar'],
    ['SCH-STAFF', 2014, 2, 60, 'calendar'],
    ['VET-STAFF', 2020, 2, 60, 'calendar'],
    ['ADU-STAFF', 2020, 2, 60, 'calendar'],
    ['ADU-LEARNER', 2021, 2, 30, 'calendar'],
  ] as const)('%s in call %i: %i to %i days, counted by %s', (activity, call, minimum, maximum, counting) => {
    const entry = programme.limits.find(
      ({ activities, calls, starts }) =>
        starts === undefined &&
        activities?.includes(activity) &&
        (calls?.from ?? 0) <= call &&
        call <= (calls?.to ?? 9999),
    );
    expect([entry?.minimumDays, entry?.maximumDays, entry?.counting]).toEqual([minimum, maximum, counting]);
  });
});

it('a project without days of its own does not bound a stay', () => {
  const terms = rulebook.terms({
    institution: 'utwente',
    call: '2017',
    activity: 'HE-STT',
    hostCountry: 'DE',
    on: '2030-01-07',
  });
  const stay: StayInput = {
    activity: 'HE-STT',
    host: { country: 'DE' },
    period: { start: '2030-01-07', end: '2030-01-11' },
    travel: 'none',
  };
  expect(assess(terms, stay).refusals).toEqual([]);
});
