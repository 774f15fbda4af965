import { describe, expect, it } from 'vitest';
import { assess } from '../../shared/grant/assess.ts';
import { obligationsOf } from '../../shared/grant/obligations.ts';
import { settle } from '../../shared/grant/settle.ts';
import type { Facts, StayInput } from '../../shared/grant/types.ts';
import { inLanguage } from '../../shared/language/text.ts';
import { eur, formatDecimal } from '../../shared/money/money.ts';
import type { Condition } from '../../shared/rulebook/conditions.ts';
import type { Obligation, Terms } from '../../shared/rulebook/types.ts';
import { daily, nhh, semester } from './terms.ts';

/** What the data of a rule can say, beyond what NHH needs. */

const requirement = (test: Condition, when?: Condition): Partial<Terms> => ({
  requirements: [{ code: 'rule', ...(when ? { when } : {}), test, sentence: { en: 'Not met.' } }],
});
const judged = (terms: Terms, facts: Facts = {}, period = semester.period) => {
  const { eligible, needs } = assess(terms, { ...semester, period, facts });
  return [eligible, needs];
};

describe('so much a week', () => {
  const terms = daily([[1, 10_000]], requirement({ value: 'facts.teachingHours', atLeastPerWeek: 8 }));
  it.each([
    ['2025-09-01', '2025-09-02', 8, 'yes'],
    ['2025-09-01', '2025-09-02', 7, 'no'],
    ['2025-09-01', '2025-09-07', 8, 'yes'],
    ['2025-09-01', '2025-09-14', 16, 'yes'],
    ['2025-09-01', '2025-09-14', 15, 'no'],
    ['2025-09-01', '2025-09-10', 12, 'yes'], // 8 × 10 / 7 = 11.4
    ['2025-09-01', '2025-09-10', 11, 'no'],
  ])('%s to %s with %i hours: %s', (start, end, teachingHours, expected) => {
    expect(judged(terms, { teachingHours }, { start, end })).toEqual([expected, []]);
  });
});

describe('what only the rulebook can know', () => {
  const agreed: Condition = {
    any: [
      { value: 'agreement.found', is: true },
      { value: 'facts.agreementWithHost', is: true },
    ],
  };
  const level = requirement(
    { value: 'facts.languageLevel', levelAtLeast: { value: 'agreement.languageLevel' } },
    { value: 'agreement.languageLevel', given: true },
  );
  const plain = daily([[1, 10_000]]);

  it.each([
    ['no register, nothing said', {}, {}, ['undecided', ['agreementWithHost']]],
    ['no register, the person says no', {}, { agreementWithHost: false }, ['no', []]],
    ['no register, the person says yes', {}, { agreementWithHost: true }, ['yes', []]],
    ['in the register', { agreement: { found: true } }, {}, ['yes', []]],
    ['not in the register', { agreement: { found: false } }, {}, ['undecided', ['agreementWithHost']]],
  ])('an agreement: %s', (_case, more, facts, expected) => {
    const stay = { start: '2025-09-01', end: '2025-09-05' };
    expect(judged({ ...plain, ...requirement(agreed), ...more }, facts, stay)).toEqual(expected);
  });

  it.each([
    ['asks for B2, and B1 is there', { found: true, languageLevel: 'B2' }, { languageLevel: 'B1' }, 'no'],
    ['asks for B2, and C1 is there', { found: true, languageLevel: 'B2' }, { languageLevel: 'C1' }, 'yes'],
    ['asks for nothing', { found: true }, { languageLevel: 'A1' }, 'yes'],
  ])('the agreement %s', (_case, agreement, facts, expected) => {
    const stay = { start: '2025-09-01', end: '2025-09-05' };
    expect(judged({ ...plain, ...level, agreement }, facts, stay)[0]).toBe(expected);
  });

  it('a test on what the rulebook does not have is not met', () => {
    const terms = { ...plain, ...requirement({ value: 'period.end', atMost: { value: 'project.ends' } }) };
    expect(judged(terms, {}, { start: '2025-09-01', end: '2025-09-05' })[0]).toBe('no');
  });
});

describe('most days that are funded', () => {
  const terms = daily([[1, 7_900]], {
    limits: {
      counting: 'calendar',
      minimumDays: 5,
      maximumDays: 30,
      funded: { atMost: 10, source: 'test' },
      source: 'test',
    },
    travelDays: [{ atMost: 1, where: { en: 'for the way' }, source: 'test' }],
  });
  const stay = (end: string, more: Partial<StayInput> = {}): StayInput => ({
    ...semester,
    period: { start: '2025-09-01', end },
    ...more,
  });
  it.each([
    ['2025-09-05', 1, 6, '474.00'],
    ['2025-09-10', 1, 11, '869.00'],
    ['2025-09-14', 1, 11, '869.00'],
    ['2025-09-14', 0, 10, '790.00'],
  ])('until %s with %i travel days: %i funded', (end, travelDays, funded, total) => {
    const { days, total: amount } = assess(terms, stay(end, { travelDays }));
    expect([days.funded, formatDecimal(amount)]).toEqual([funded, total]);
    expect(days.mobility + days.travel - days.nonFunded).toBe(days.funded);
  });

  it('a longer stay without grant for the extra days is not cut twice', () => {
    const policy = { ...terms, settlement: { ...terms.settlement, extraDays: 'zero-grant' as const } };
    const { entitlement } = settle(policy, stay('2025-09-12'), { start: '2025-09-01', end: '2025-09-14' }, eur(0));
    expect(formatDecimal(entitlement)).toBe('790.00');
  });
});

describe('a distance that was only estimated', () => {
  const france = (estimatedKm: number): StayInput => ({
    ...semester,
    host: { country: 'FR', city: 'Paris', estimatedKm },
    travel: 'standard',
  });
  it('decides inside a band, and the working says so', () => {
    const { lines, eligible } = assess(nhh, france(1340));
    expect(eligible).toBe('yes');
    expect(lines.find(({ code }) => code === 'travel-support')?.working).toContain(
      '1 340 km one way (estimated from the cities)',
    );
  });

  it.each([495, 500, 505, 1980, 2020])('decides nothing within one per cent of an edge: %i km', (km) => {
    const { lines, eligible, needs } = assess(nhh, france(km));
    expect([eligible, needs]).toEqual(['undecided', ['needs-official-distance']]);
    expect(lines.map(({ code }) => code)).not.toContain('travel-support');
  });

  it.each([494, 506, 1979, 2021])('decides beyond it: %i km', (km) => {
    expect(assess(nhh, france(km)).needs).toEqual([]);
  });

  it('gives way to the official figure, however near an edge', () => {
    const stay = { ...france(499), host: { country: 'FR', distanceKm: 500, estimatedKm: 499 } };
    expect(assess(nhh, stay).lines.at(-1)?.amount).toEqual(eur(30_900));
  });

  it('leaves the travel days open too', () => {
    expect(assess(nhh, { ...france(1990), travel: 'green', travelDays: 4 }).needs).toEqual(['needs-official-distance']);
  });
});

describe('an expensive journey', () => {
  const terms = { ...nhh, exceptional: { belowPercent: 70, paysPercent: 80, source: 'test' } };
  const journey = (cents: number): StayInput => ({ ...semester, travel: 'standard', exceptionalCost: eur(cents) });
  it.each([
    ['the unit of 309.00 covers 70 % of 441.42', 44_142, 'travel-support', '309.00'],
    ['the unit covers less than 70 % of 441.44', 44_144, 'exceptional-cost', '353.15'],
    ['80 % of 1 000.00', 100_000, 'exceptional-cost', '800.00'],
  ])('%s', (_case, cents, code, amount) => {
    const line = assess(terms, journey(cents)).lines.at(-1);
    expect([line?.code, formatDecimal(line?.amount ?? eur(0))]).toEqual([code, amount]);
  });

  it('needs a travel grant that it could take the place of', () => {
    const line = assess({ ...terms, travel: [{ bands: [], source: 'test' }] }, journey(100_000)).lines.at(-1);
    expect([line?.code, line?.amount]).toEqual(['travel-support', eur(0)]);
  });
});

describe('obligations', () => {
  const all: readonly Obligation[] = [
    { code: 'survey', label: { en: 'Survey' }, by: 'participant', source: 'test' },
    { code: 'hours', label: { en: 'Hours' }, by: 'participant', activities: ['HE-STA'], source: 'test' },
    {
      code: 'claim',
      label: { en: 'Claim' },
      by: 'participant',
      when: { value: 'stay.travel', is: 'green' },
      source: 'test',
    },
  ];
  it.each([
    ['none', ['survey']],
    ['green', ['survey', 'claim']],
  ] as const)('are those of the activity and of this stay: travel %s', (travel, expected) => {
    expect(obligationsOf(all, nhh, { ...semester, travel }).map(({ code }) => code)).toEqual(expected);
  });
});

describe('one-cycle degrees', () => {
  it('may be abroad for two cycles: days beyond one are paid', () => {
    const terms = { ...nhh, limits: { ...nhh.limits, maximumDaysOneCycle: 720 } };
    const long = { start: '2025-08-18', end: '2026-10-17' };
    const facts = (studyLevel: string) => ({ ...semester, period: long, facts: { ...semester.facts, studyLevel } });
    expect(settle(terms, facts('master'), long, eur(0)).assessment.days.funded).toBe(360);
    expect(settle(terms, facts('one-cycle'), long, eur(0)).assessment.days.funded).toBe(420);
  });
});

describe('what is claimed after the return', () => {
  const terms = {
    ...nhh,
    paidAtTheEnd: [{ line: 'travel-support', when: { value: 'stay.travel', is: 'green' }, source: 'test' } as const],
  };
  it('comes whole with the last instalment', () => {
    const { total, instalments } = assess(terms, { ...semester, travel: 'green' });
    expect(formatDecimal(total)).toBe('2572.33'); // 2 155.33 + 417.00
    expect(instalments.map(({ amount }) => formatDecimal(amount))).toEqual(['1508.73', '1063.60']);
    expect(instalments.at(-1)?.when).toContain('and 417.00 EUR that is claimed after the return');
  });

  it('is shared like the rest where its condition does not hold', () => {
    const { instalments } = assess(terms, { ...semester, travel: 'standard' });
    expect(instalments.map(({ amount }) => formatDecimal(amount))).toEqual(['1725.03', '739.30']);
  });
});

it('a maximum for one stay counts no earlier ones', () => {
  const { perStudyCycle: _cycle, ...limits } = nhh.limits;
  const facts = { ...semester.facts, previousFundedDays: 300 };
  expect(assess(nhh, { ...semester, facts }).eligible).toBe('no');
  expect(assess({ ...nhh, limits }, { ...semester, facts }).eligible).toBe('yes');
});

it.each([
  ['nn', { en: 'Too short.', nb: 'For kort.', nn: 'For stutt.' }, 'For stutt.'],
  ['nn', { en: 'Too short.', nb: 'For kort.' }, 'For kort.'],
  ['nl', { en: 'Too short.', nb: 'For kort.' }, 'Too short.'],
] as const)('a sentence in %s of %j: nynorsk readers get bokmål before English', (language, text, expected) => {
  expect(inLanguage(text, language)).toBe(expected);
});
