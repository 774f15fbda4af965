import { describe, expect, it } from 'vitest';
import { assess } from '../../shared/grant/assess.ts';
import { eur } from '../../shared/money/money.ts';
import { NotInRulebook } from '../../shared/rulebook/in-force.ts';
import { rulebookSource } from '../../shared/rulebook/loader.ts';
import { termsOfSchool } from './terms-of-school.ts';
import { rulebookWith } from './with-institution.ts';

const programme = rulebookSource().programme();

describe('staff of schools, 2014–2020', () => {
  const withoutOwnRules = rulebookWith('kommune', 'sula', [
    [/ {4}requirements:[\s\S]*? {4}instalments:/, '    instalments:'],
  ]);
  const codes = (eventType: string) => {
    const query = { institution: 'kommune', call: '2018', activity: 'SCH-STAFF', hostCountry: 'SE', on: '2019-03-04' };
    const { refusals } = assess(withoutOwnRules.terms({ ...query, activity: 'SCH-STAFF' }), {
      activity: 'SCH-STAFF',
      host: { country: 'SE' },
      period: { start: '2019-03-04', end: '2019-03-08' },
      travel: 'none',
      facts: { eventType },
    });
    return refusals.map(({ code }) => code);
  };

  it.each(['teaching', 'job-shadowing', 'training-course', 'language-course', 'seminar', 'workshop', 'conference'])(
    '%s is possible',
    (eventType) => {
      expect(codes(eventType)).toEqual([]);
    },
  );

  it('a partner week is for universities', () => {
    expect(codes('partner-week')).toEqual(['school-staff-activity']);
  });
});

describe('amounts that no document states', () => {
  const assumed = programme.individualSupport.filter(
    ({ activities }) => activities?.some((activity) => !activity.startsWith('HE-')) === true,
  );

  it('say so in the data and on every working', () => {
    expect(assumed.length).toBeGreaterThan(0);
    for (const table of assumed) {
      expect(table.assumed).toBe(true);
      expect(table.source).toMatch(/^Assumed, stated by no document/);
      expect(table.note).toBeDefined();
    }
  });

  it.each([
    ['SCH-STAFF', '2017', '2018-03-05'],
    ['SCH-STAFF', '2022', '2023-03-06'],
    ['SCH-PUPIL', '2022', '2023-03-06'],
    ['VET-LEARNER', '2016', '2017-03-06'],
    ['VET-LEARNER', '2024', '2025-03-03'],
    ['ADU-LEARNER', '2023', '2024-03-04'],
    ['ADU-STAFF', '2021', '2022-03-07'],
  ] as const)('%s, call %s: there are none, and a sentence says so', (activity, call, on) => {
    const quote = () => termsOfSchool(activity, call, 'DE', on);
    expect(quote).toThrow(NotInRulebook);
    expect(quote).toThrow(
      `The rulebook has no individual support for Charlottenlund, call ${call}, ${activity}, host country DE`,
    );
  });
});

describe('Sula kommune', () => {
  const sula = rulebookSource().file('sula');

  it('is a consortium of three kindergartens, four primary schools and one lower secondary school', () => {
    const kinds = Map.groupBy(sula?.consortium?.members ?? [], ({ kind }) => kind);
    expect([...kinds].map(([kind, members]) => [kind, members.length])).toEqual([
      ['kindergarten', 3],
      ['primary school', 4],
      ['lower secondary school', 1],
    ]);
  });

  it('has 26 mobilities', () => {
    expect(sula?.consortium?.mobilities).toBe(26);
  });

  it('has a project of two years, the longest there is', () => {
    expect(sula?.calls.map(({ starts, ends }) => [starts, ends])).toEqual([['2018-06-01', '2020-05-31']]);
  });
});

describe('the actions of the programme', () => {
  const actions = programme.actions;
  const named = (code: string) => actions.find((action) => action.code === code);

  it.each([
    ['individual-mobility', '2019-02-05', 'Diku'],
    ['capacity-building', '2019-02-07', 'EACEA'],
    ['joint-master-degrees', '2019-02-14', 'EACEA'],
    ['jean-monnet', '2019-02-22', 'EACEA'],
    ['european-universities', '2019-02-28', 'EACEA'],
    ['knowledge-alliances', '2019-02-28', 'EACEA'],
    ['sector-skills-alliances', '2019-02-28', 'EACEA'],
    ['strategic-partnerships', '2019-03-21', 'Diku'],
    ['school-exchange-partnerships', '2019-03-21', 'Diku'],
  ])('%s: until %s to %s', (code, date, applyTo) => {
    expect(named(code)?.deadlines).toEqual([{ call: '2019', date }]);
    expect(named(code)?.applyTo).toBe(applyTo);
  });

  it('mobility projects last one or two years', () => {
    expect(named('individual-mobility')?.projectMonths).toEqual({ from: 12, to: 24 });
  });

  it('strategic partnerships have up to 450 000 euro', () => {
    expect(named('strategic-partnerships')?.grantAtMost).toEqual(eur(45_000_000));
  });

  it('the pilot of excellence has up to a million in two years', () => {
    expect(named('vocational-excellence-platforms')?.grantAtMost).toEqual(eur(100_000_000));
    expect(named('vocational-excellence-platforms')?.projectMonths).toEqual({ from: 24, to: 24 });
  });

  it('2021–2027 bring pupils, adult learners and doctoral stays', () => {
    const activities = (year: number) =>
      new Set(
        actions
          .filter(({ calls }) => (calls.from ?? 0) <= year && year <= (calls.to ?? 9999))
          .flatMap((action) => action.activities),
      );
    const before = activities(2017);
    const added = [...activities(2022)].filter((activity) => !before.has(activity));
    expect(added.sort()).toEqual(['ADU-LEARNER', 'HE-BIP', 'HE-SMD', 'SCH-PUPIL']);
  });

  it('have codes of their own', () => {
    expect(new Set(actions.map(({ code }) => code)).size).toBe(actions.length);
  });
});
