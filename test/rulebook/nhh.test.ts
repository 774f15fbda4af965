import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../shared/money/money.ts';
import { NotInRulebook } from '../../shared/rulebook/in-force.ts';
import { loadRulebook, rulebookSource } from '../../shared/rulebook/loader.ts';
import type { TermsQuery } from '../../shared/rulebook/types.ts';
import { texts } from './texts.ts';

const rulebook = loadRulebook();
const file = rulebookSource().file('nhh');
const autumn: TermsQuery = {
  institution: 'nhh',
  call: '2025',
  activity: 'HE-SMS',
  hostCountry: 'FR',
  on: '2025-08-18',
};
const monthly = (query: Partial<TermsQuery>) => {
  const { steps } = rulebook.terms({ ...autumn, ...query }).individualSupport;
  return steps.map(({ amount }) => formatDecimal(amount)).join();
};

describe('NHH, amount per month', () => {
  it.each(['AT', 'BE', 'DK', 'FI', 'FR', 'DE', 'IS', 'IE', 'IT', 'LI', 'LU', 'NL', 'SE', 'CH'])(
    'from autumn 2025 is 530 in %s',
    (hostCountry) => {
      expect(monthly({ hostCountry })).toBe('530.00');
    },
  );

  it.each(['ES', 'PT', 'PL', 'TR', 'CZ', 'HU'])('from autumn 2025 is 470 in %s', (hostCountry) => {
    expect(monthly({ hostCountry })).toBe('470.00');
  });

  it.each([
    ['DK', '530.00'],
    ['FI', '530.00'],
    ['IS', '530.00'],
    ['IE', '530.00'],
    ['SE', '530.00'],
    ['FR', '470.00'],
    ['DE', '470.00'],
    ['LU', '470.00'],
    ['LI', '470.00'],
  ])('before autumn 2025 in %s is %s', (hostCountry, amount) => {
    expect(monthly({ hostCountry, on: '2025-01-13', call: '2024' })).toBe(amount);
  });

  it('changes with the first day of the stay, not with the call', () => {
    expect(monthly({ on: '2025-06-30' })).toBe('470.00');
    expect(monthly({ on: '2025-07-01' })).toBe('530.00');
    expect(monthly({ on: '2025-08-18', call: '2024' })).toBe('530.00');
  });

  it('is 460 and 410 in the projects of 2022', () => {
    expect(monthly({ on: '2023-01-09', call: '2022', hostCountry: 'DK' })).toBe('460.00');
    expect(monthly({ on: '2023-01-09', call: '2022', hostCountry: 'FR' })).toBe('410.00');
  });
});

describe('NHH, countries', () => {
  it.each([
    ['FR', true],
    ['TR', true],
    ['IS', true],
    ['CH', false],
    ['GB', false],
    ['US', false],
  ])('%s in the programme: %s', (hostCountry, inProgramme) => {
    expect(rulebook.terms({ ...autumn, hostCountry }).hostInProgramme).toBe(inProgramme);
  });
});

describe('NHH, travel grant', () => {
  it('has a band from 100 km on for stays from autumn 2025', () => {
    const [rule] = rulebook.terms(autumn).travel;
    expect(
      rule?.bands.map(({ fromKm, standard, green }) => [fromKm, standard.minor / 100, (green?.minor ?? 0) / 100]),
    ).toEqual([
      [100, 211, 285],
      [500, 309, 417],
      [2000, 395, 535],
      [3000, 580, 785],
      [4000, 1188, 1188],
      [8000, 1735, 1735],
    ]);
  });

  it('does not exist before autumn 2025', () => {
    expect(rulebook.terms({ ...autumn, on: '2025-01-13', call: '2024' }).travel[0]?.bands).toEqual([]);
  });

  it('was 50 once for green travel in the calls until 2023', () => {
    const once = (call: string) => {
      const terms = rulebook.terms({ ...autumn, on: '2024-01-08', call });
      return terms.topUps.filter(({ code }) => code === 'green-travel').map((topUp) => topUp.once?.minor);
    };
    expect(once('2023')).toEqual([5000]);
    expect(once('2024')).toEqual([]);
  });
});

describe('NHH, language level', () => {
  const agreed = (query: Partial<TermsQuery>) => rulebook.terms({ ...autumn, ...query }).agreement;

  it('is that of the agreement with the host, where the register has one', () => {
    expect(agreed({ hostCode: 'F  PARIS901' })).toMatchObject({ found: true, languageLevel: 'B2' });
    expect(agreed({ hostCode: 'E MADRID902' })).toMatchObject({ found: true, languageLevel: 'B1' });
  });

  it('is not in the register for another host, and unknown without its code', () => {
    expect(agreed({ hostCode: 'F  PARIS014' })).toEqual({ found: false });
    expect(agreed({})).toBeUndefined();
  });

  it('ends with the agreement', () => {
    expect(agreed({ hostCode: 'DK KOBENHA903', on: '2025-12-31' })).toMatchObject({ languageLevel: 'C1' });
    expect(agreed({ hostCode: 'DK KOBENHA903', on: '2026-01-01' })).toEqual({ found: false });
  });
});

describe('NHH, the institution', () => {
  const nhh = rulebook.institution('nhh');

  it('closes the autumn 2025 window on 31 August and has no other', () => {
    expect(nhh?.windows.map(({ semester, opens, closes }) => [semester, opens, closes])).toEqual([
      ['autumn 2025', '2025-03-01', '2025-08-31'],
    ]);
    expect(rulebook.terms(autumn).window?.closes).toBe('2025-08-31');
    expect(rulebook.terms({ ...autumn, on: '2026-01-12' }).window).toBeUndefined();
  });

  it('lists every obligation before the balance; receipts only for green travel', () => {
    expect(nhh?.obligations.map(({ code, by, when }) => [code, by, when])).toEqual([
      ['grant-agreement', 'participant', undefined],
      ['learning-agreement', 'participant', undefined],
      ['confirmation-of-stay', 'host', undefined],
      ['eu-survey', 'participant', undefined],
      ['nhh-survey', 'participant', undefined],
      ['green-travel-receipts', 'participant', { value: 'stay.travel', is: 'green' }],
    ]);
  });

  it('knows two more grounds from autumn 2025 on', () => {
    expect(nhh?.grounds.map(({ code, startsFrom }) => [code, startsFrom])).toEqual([
      ['children', undefined],
      ['disability', undefined],
      ['refugee', undefined],
      ['first-generation', '2025-07-01'],
      ['minority', '2025-07-01'],
    ]);
  });

  it('may audit any declaration of fewer opportunities', () => {
    expect(file?.declaration?.audit).toBe('random-sample');
  });

  it('sees only the plain values, without their citations', () => {
    expect(nhh?.procedure.prefinancingDays).toBe(30);
    expect(nhh?.procedure.balanceDays).toBe(45);
    expect(nhh?.procedure.fourEyesAbove).toEqual({ minor: 300000, currency: 'EUR' });
  });

  it('has an exchange rate for every call', () => {
    expect(nhh?.calls.map(({ call, exchange }) => [call, exchange.currency])).toEqual([
      ['2025', 'NOK'],
      ['2024', 'NOK'],
      ['2023', 'NOK'],
      ['2022', 'NOK'],
    ]);
  });
});

describe('what the rulebook does not have', () => {
  it.each([
    [{ institution: 'nowhere' }, /^There is no institution "nowhere" in the rulebook; there are .*nhh/],
    [{ call: '2019' }, 'NHH has no call 2019 in the rulebook; it has 2025, 2024, 2023, 2022.'],
    [{ activity: 'HE-STA' as const }, 'NHH has no rules for HE-STA in the rulebook; it has HE-SMS.'],
  ])('%j is refused with what exists', (change, sentence) => {
    const missing = () => rulebook.terms({ ...autumn, ...change });
    expect(missing).toThrow(NotInRulebook);
    expect(missing).toThrow(sentence);
  });
});

describe('NHH, every sentence', () => {
  it.each(texts(file))('is written in four languages: %s', (_, text) => {
    expect(Object.keys(text).toSorted()).toEqual(['en', 'nb', 'nl', 'nn']);
  });
});

it('terms are plain JSON, so that an agreement can pin them', () => {
  const terms = rulebook.terms(autumn);
  expect(JSON.parse(JSON.stringify(terms))).toStrictEqual(terms);
});
