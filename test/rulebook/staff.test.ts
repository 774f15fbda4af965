import { describe, expect, it } from 'vitest';
import { assess } from '../../shared/grant/assess.ts';
import { factsAsked } from '../../shared/grant/facts-asked.ts';
import type { StayInput } from '../../shared/grant/types.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { NotInRulebook } from '../../shared/rulebook/in-force.ts';
import { loadRulebook, rulebookSource } from '../../shared/rulebook/loader.ts';
import type { Language, TermsQuery } from '../../shared/rulebook/types.ts';
import { rulebookWith } from './with-institution.ts';

const rulebook = loadRulebook();
const oslomet: TermsQuery = {
  institution: 'oslomet',
  call: '2020',
  activity: 'HE-STT',
  hostCountry: 'DK',
  on: '2021-09-06',
};
const utwente: TermsQuery = {
  institution: 'utwente',
  call: '2024',
  activity: 'HE-STA',
  hostCountry: 'FI',
  on: '2024-10-07',
};
const fiveDays: StayInput = {
  activity: 'HE-STA',
  host: { country: 'FI' },
  period: { start: '2024-10-07', end: '2024-10-11' },
  travel: 'none',
};

function daily(query: TermsQuery) {
  return rulebook
    .terms(query)
    .individualSupport.steps.map(({ amount }) => formatDecimal(amount))
    .join(' / ');
}

describe('OsloMet, amount per day and from day 15', () => {
  it.each([
    ['DK', '112.00 / 78.00'],
    ['FI', '112.00 / 78.00'],
    ['GB', '112.00 / 78.00'],
    ['IS', '112.00 / 78.00'],
    ['LI', '112.00 / 78.00'],
    ['DE', '99.00 / 69.00'],
    ['ES', '99.00 / 69.00'],
    ['IT', '99.00 / 69.00'],
    ['CZ', '87.00 / 60.00'],
    ['MK', '87.00 / 60.00'],
    ['RS', '87.00 / 60.00'],
    ['TR', '87.00 / 60.00'],
    ['CH', '0.00'],
  ])('%s: %s', (hostCountry, amounts) => {
    for (const call of ['2018', '2019', '2020']) expect(daily({ ...oslomet, call, hostCountry })).toBe(amounts);
  });
});

describe('Twente, amount per day and from day 15', () => {
  it.each([
    ['2014', 'GB', '160.00 / 112.00'],
    ['2015', 'IE', '160.00 / 112.00'],
    ['2016', 'NO', '140.00 / 98.00'],
    ['2017', 'LU', '140.00 / 98.00'],
    ['2017', 'MK', '120.00 / 84.00'],
    ['2017', 'ES', '120.00 / 84.00'],
    ['2017', 'SI', '100.00 / 70.00'],
    ['2017', 'RS', '0.00'],
    ['2024', 'FR', '120.00 / 84.00'],
    ['2024', 'GR', '110.00 / 77.00'],
    ['2024', 'HR', '100.00 / 70.00'],
    ['2025', 'NO', '120.00 / 84.00'],
    ['2025', 'GB', '0.00'],
  ])('call %s, %s: %s', (call, hostCountry, amounts) => {
    expect(daily({ ...utwente, call, hostCountry })).toBe(amounts);
  });

  it.each(['2018', '2019', '2020', '2021', '2022', '2023'])('there are no Dutch rates for call %s', (call) => {
    const quote = () => rulebook.terms({ ...utwente, call });
    expect(quote).toThrow(NotInRulebook);
    expect(quote).toThrow(`UT has no call ${call} in the rulebook; it has 2025, 2024, 2017, 2016, 2015, 2014.`);
  });
});

describe('a Polish university', () => {
  const polish = rulebookWith('warsaw', 'utwente', [
    ['country: NL', 'country: PL'],
    ['agency: NL01', 'agency: PL01'],
  ]);
  const query: TermsQuery = { ...utwente, institution: 'warsaw', activity: 'HE-STT' };
  const stay: StayInput = { ...fiveDays, activity: 'HE-STT' };

  it('pays 5 days and 2 travel days at 190, and 395 for the journey: 1 725', () => {
    const terms = polish.terms({ ...query, hostCountry: 'IS' });
    const host = { country: 'IS', distanceKm: 2900 };
    const { lines, total } = assess(terms, { ...stay, host, travel: 'standard', travelDays: 2 });
    expect(lines.map(({ amount }) => formatDecimal(amount))).toEqual(['1330.00', '395.00']);
    expect(formatDecimal(total)).toBe('1725.00');
  });

  it.each([
    ['FR', '190.00', '133.00'],
    ['ES', '170.00', '119.00'],
    ['RO', '148.00', '103.00'],
  ])('in %s pays %s a day, and %s from day 15: a value of the table', (hostCountry, first, later) => {
    const { steps } = polish.terms({ ...query, hostCountry }).individualSupport;
    expect(steps.map(({ amount }) => formatDecimal(amount))).toEqual([first, later]);
  });
});

describe('who is paid', () => {
  it('is the unit of OsloMet, once', () => {
    const { payee, instalments } = rulebook.terms(oslomet);
    expect(payee).toBe('unit');
    expect(instalments.map(({ percent }) => percent)).toEqual([100]);
  });

  it.each(['HE-STA', 'HE-STT'] as const)('is the faculty of Twente, once (%s)', (activity) => {
    const { payee, instalments } = rulebook.terms({ ...utwente, activity });
    expect(payee).toBe('unit');
    expect(instalments.map(({ percent, when }) => [percent, when.en])).toEqual([
      [100, 'to your faculty, never to you, once the four documents are in'],
    ]);
  });
});

describe('Twente, the institution', () => {
  const file = rulebookSource().file('utwente');

  it('gives its money to those who come first', () => {
    expect(file?.award).toMatchObject({ value: 'first-come' });
  });

  it('asks for the four documents of its page', () => {
    expect(file?.obligations.map(({ label, by }) => [label.en.split(' ').slice(0, 3).join(' '), by])).toEqual([
      ['Mobility Agreement signed', 'participant'],
      ['Grant Agreement signed', 'participant'],
      ['Certificate of Attendance', 'host'],
      ['Participant Report after', 'participant'],
    ]);
  });

  it('pays in euro', () => {
    expect(file?.calls.map(({ exchange: { currency, rate } }) => `${currency} ${rate}`)).toEqual(
      Array.from({ length: 6 }, () => 'EUR 1'),
    );
  });

  it('pays its faculties by vouchers; how they look is assumed', () => {
    const { bank } = rulebook.institution('utwente') ?? {};
    expect(bank).toMatchObject({ format: 'voucher-csv', currency: 'EUR' });
    expect(file?.bank).toMatchObject({ assumed: true });
  });
});

describe('an institution that pays by vouchers', () => {
  it('can pay units only', () => {
    const toPersons = () => rulebookWith('persons', 'utwente', [['value: unit', 'value: participant']]);
    expect(toPersons).toThrow('who pays by vouchers can pay units only');
  });
});

describe('Twente, teaching where a register of agreements is kept', () => {
  const registered = rulebookWith('registered', 'utwente', [
    [
      'windows: []',
      'windows: []\nagreements: [{ host: SF HELSINK01, country: FI, activities: [HE-STA], source: register }]',
    ],
  ]);
  const facts = {
    employedByInstitution: true,
    residenceCountry: 'NL',
    otherEuFunding: false,
    hostHasCharter: true,
    teachingHours: 8,
  };
  const assessed = (hostCode: string, agreementWithHost?: boolean) => {
    const terms = registered.terms({ ...utwente, institution: 'registered', hostCode });
    const { eligible, refusals, needs } = assess(terms, {
      ...fiveDays,
      facts: { ...facts, ...(agreementWithHost === undefined ? {} : { agreementWithHost }) },
    });
    return [eligible, refusals.map(({ code }) => code), needs];
  };

  it('an agreement in the register is enough', () => {
    expect(assessed('SF  HELSINK01')).toEqual(['yes', [], []]);
  });

  it('without one, somebody has to say that there is one', () => {
    expect(assessed('SF TURKU01')).toEqual(['undecided', [], ['agreementWithHost']]);
    expect(assessed('SF TURKU01', false)).toEqual(['no', ['agreement-with-host'], []]);
    expect(assessed('SF TURKU01', true)).toEqual(['yes', [], []]);
  });
});

describe('what a form asks', () => {
  const asked = (institution: string, activity: 'HE-STA' | 'HE-STT') =>
    factsAsked(rulebook.asked({ institution, activity })?.rules ?? []);

  it('of staff of OsloMet', () => {
    expect(asked('oslomet', 'HE-STT')).toEqual([
      'eventType',
      'academicDays',
      'employedByInstitution',
      'otherEuFunding',
      'headOfSectionCleared',
      'hostsVisited',
      'languageOfCountry',
    ]);
  });

  it('of teachers and of trainees of Twente', () => {
    const all = ['residenceCountry', 'employedByInstitution', 'otherEuFunding'];
    const teacher = ['agreementWithHost', 'hostHasCharter', 'eventType', 'teachingHours', ...all];
    expect(asked('utwente', 'HE-STA')).toEqual(teacher);
    expect(asked('utwente', 'HE-STT')).toEqual(['hostHasCharter', 'hostIsHigherEducation', 'eventType', ...all]);
  });
});

describe('refusals speak the language of the applicant', () => {
  it.each<[Language, string]>([
    ['en', 'At least two days of the stay need academic activities; yours has 1.'],
    ['nb', 'Minst to dager av oppholdet må ha faglige aktiviteter; ditt har 1.'],
    ['nn', 'Minst to dagar av opphaldet må ha faglege aktivitetar; ditt har 1.'],
    ['nl', 'Op minstens twee dagen van het verblijf zijn er inhoudelijke activiteiten nodig; dat van u heeft er 1.'],
  ])('OsloMet in %s', (language, sentence) => {
    const stay: StayInput = { ...fiveDays, activity: 'HE-STT', facts: { academicDays: 1 } };
    const { refusals } = assess(rulebook.terms(oslomet), stay, { language });
    expect(refusals.map((refusal) => refusal.sentence)).toContain(sentence);
  });

  it.each<[Language, string]>([
    ['nl', 'De gastorganisatie ligt in Nederland, het land van UT zelf; een mobiliteit gaat naar een ander land.'],
    ['nn', 'Verten ligg i Nederland, same land som UT; ein mobilitet går til eit anna land.'],
  ])('Twente in %s', (language, sentence) => {
    const stay: StayInput = { ...fiveDays, host: { country: 'NL' } };
    const { refusals } = assess(rulebook.terms({ ...utwente, hostCountry: 'NL' }), stay, { language });
    expect(refusals.map((refusal) => refusal.sentence)).toContain(sentence);
  });

  const sources = ['oslomet', 'utwente', 'sula', 'charlottenlund'].flatMap(
    (id) =>
      rulebookSource()
        .file(id)
        ?.grants.flatMap(({ requirements }) => requirements) ?? [],
  );
  const all = [...rulebookSource().programme().requirements, ...sources];

  it.each(all.map(({ code, sentence }) => [code, sentence] as const))('%s is written in all four', (_, sentence) => {
    expect(Object.keys(sentence).sort()).toEqual(['en', 'nb', 'nl', 'nn']);
  });

  it('each language names the same values', () => {
    const values = (text = '') => [...text.matchAll(/\{[^}]+\}/g)].map(String).sort();
    for (const { sentence } of all) {
      for (const text of [sentence.nb, sentence.nn, sentence.nl]) expect(values(text)).toEqual(values(sentence.en));
    }
  });
});
