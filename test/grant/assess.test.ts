import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/calendar/dates.ts';
import { assess } from '../../shared/grant/assess.ts';
import { InvalidStay } from '../../shared/grant/days.ts';
import { split } from '../../shared/grant/instalments.ts';
import type { Facts, StayInput } from '../../shared/grant/types.ts';
import { add, compare, eur, formatDecimal, sum } from '../../shared/money/money.ts';
import { daily, nhh, semester } from './terms.ts';

// The order of shared/grant/README.md.

const total = (stay: StayInput) => formatDecimal(assess(nhh, stay).total);
const lines = (stay: StayInput, terms = nhh) =>
  assess(terms, stay).lines.map(({ code, amount, working }) => [code, formatDecimal(amount), working]);

describe('1. days', () => {
  it('are a chain from the dates to what is funded', () => {
    const { days } = assess(nhh, {
      ...semester,
      interruptionDays: 10,
      nonFundedDays: 5,
      travel: 'green',
      travelDays: 4,
    });
    expect(days).toEqual({
      calculated: 122,
      interruption: 10,
      mobility: 112,
      travel: 4,
      nonFunded: 5,
      funded: 111,
      months: '3 months 21 days',
      extraDays: 0,
    });
  });

  it.each([
    ['interruptionDays', { interruptionDays: 123 }, 'The interruption of 123 days is longer than the stay of 122.'],
    ['nonFundedDays', { nonFundedDays: 123 }, '123 days without grant are more than the 122 days there are.'],
    ['travelDays', { travelDays: 1.5 }, 'travelDays is 1.5; it has to be a whole number of days, zero or more.'],
    ['nonFundedDays', { nonFundedDays: -1 }, 'nonFundedDays is -1; it has to be a whole number of days, zero or more.'],
  ])('%s cannot contradict the dates', (field, change, sentence) => {
    const impossible = () => assess(nhh, { ...semester, ...change });
    expect(impossible).toThrow(InvalidStay);
    expect(impossible).toThrow(expect.objectContaining({ field, message: sentence }));
  });
});

describe('2. individual support per month', () => {
  it('is rate × days / 30, rounded once', () => {
    expect(lines(semester)).toEqual([['individual-support', '2155.33', '122 days × 530.00 EUR / 30 = 2 155.33 EUR']]);
  });

  it.each([
    ['2025-09-15', '2025-10-14', '530.00'],
    ['2025-09-01', '2025-09-01', '17.67'],
    ['2025-08-18', '2025-12-31', '2349.67'],
    ['2025-09-01', '2026-05-31', '4770.00'],
  ])('%s to %s at 530 is %s', (start, end, amount) => {
    expect(total({ ...semester, period: { start, end } })).toBe(amount);
  });

  it('is 2 250.00 for four months and fifteen days at 500', () => {
    const terms = {
      ...nhh,
      individualSupport: { ...nhh.individualSupport, steps: [{ fromDay: 1, amount: eur(50000) }] },
    };
    const stay = { ...semester, period: { start: '2025-09-01', end: '2026-01-15' } };
    expect(formatDecimal(assess(terms, stay).total)).toBe('2250.00');
  });

  it('says of what the days are made when they are more than the dates', () => {
    const [line] = lines({ ...semester, travel: 'green', travelDays: 4, nonFundedDays: 6 });
    expect(line?.[2]).toBe('120 days (122 + 4 travel − 6 without grant) × 530.00 EUR / 30 = 2 120.00 EUR');
  });

  it('never shrinks when the stay grows by a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 400 }), (first, length) => {
        const start = addDays('2025-01-01', first);
        const short = assess(nhh, { ...semester, period: { start, end: addDays(start, length) } });
        const long = assess(nhh, { ...semester, period: { start, end: addDays(start, length + 1) } });
        expect(compare(long.total, short.total)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('3. individual support per day', () => {
  const poland = daily([
    [1, 19000],
    [15, 13300],
  ]);
  const shortTerm = daily([
    [1, 7900],
    [15, 5600],
  ]);
  const week: StayInput = { ...semester, activity: 'HE-STT', period: { start: '2025-06-02', end: '2025-06-06' } };

  it('pays travel days like days of the stay: 5 + 2 at 190, and 395 for the way', () => {
    const stay: StayInput = { ...week, host: { country: 'FR', distanceKm: 2100 }, travel: 'standard', travelDays: 2 };
    expect(lines(stay, poland)).toEqual([
      ['individual-support', '1330.00', '7 days (5 + 2 travel): 7 days × 190.00 EUR = 1 330.00 EUR'],
      ['travel-support', '395.00', '2 100 km one way (2 000–2 999 km), standard: 395.00 EUR per return trip'],
    ]);
    expect(formatDecimal(assess(poland, stay).total)).toBe('1725.00');
  });

  it('changes the rate on day 15: 14 × 79 + 6 × 56', () => {
    const stay = { ...week, period: { start: '2025-06-02', end: '2025-06-21' } };
    expect(lines(stay, shortTerm)).toEqual([
      ['individual-support', '1442.00', '14 days × 79.00 EUR + 6 days × 56.00 EUR = 1 442.00 EUR'],
    ]);
  });

  it('counts travel days toward day 15', () => {
    const stay = { ...week, period: { start: '2025-06-02', end: '2025-06-14' }, travelDays: 2 };
    expect(lines(stay, shortTerm)[0]?.[2]).toBe(
      '15 days (13 + 2 travel): 14 days × 79.00 EUR + 1 day × 56.00 EUR = 1 162.00 EUR',
    );
  });

  it('has days, not months, in words', () => {
    expect(assess(poland, { ...week, period: { start: '2025-06-02', end: '2025-07-05' } }).days.months).toBe('34 days');
  });
});

describe('4. fewer opportunities', () => {
  it('is 250 per month on the funded days', () => {
    expect(lines({ ...semester, fewerOpportunities: true })[1]).toEqual([
      'fewer-opportunities',
      '1016.67',
      '122 days × 250.00 EUR / 30 = 1 016.67 EUR',
    ]);
  });

  const once = daily([[1, 7900]], {
    topUps: [
      {
        code: 'fewer-opportunities',
        when: { value: 'stay.fewerOpportunities', is: true },
        byDays: [
          { from: 5, to: 14, amount: eur(10000) },
          { from: 15, to: 30, amount: eur(15000) },
        ],
        source: 'test',
      },
    ],
  });
  it.each([
    ['2025-06-05', []],
    ['2025-06-06', [['fewer-opportunities', '100.00', '5 days (5–14 days): once 100.00 EUR']]],
    ['2025-06-15', [['fewer-opportunities', '100.00', '14 days (5–14 days): once 100.00 EUR']]],
    ['2025-06-16', [['fewer-opportunities', '150.00', '15 days (15–30 days): once 150.00 EUR']]],
  ])('is paid once for a short stay, by its length: until %s', (end, expected) => {
    const stay = { ...semester, period: { start: '2025-06-02', end }, fewerOpportunities: true };
    expect(lines(stay, once).slice(1)).toEqual(expected);
  });
});

describe('5. travel grant', () => {
  it.each([
    [99.9, 'standard', '0.00', '99.9 km one way: nothing below 100 km = 0.00 EUR'],
    [100, 'standard', '211.00', '100 km one way (100–499 km), standard: 211.00 EUR per return trip'],
    [499.9, 'green', '285.00', '499.9 km one way (100–499 km), green: 285.00 EUR per return trip'],
    [500, 'standard', '309.00', '500 km one way (500–1 999 km), standard: 309.00 EUR per return trip'],
    [1999, 'green', '417.00', '1 999 km one way (500–1 999 km), green: 417.00 EUR per return trip'],
    [2000, 'green', '535.00', '2 000 km one way (2 000–2 999 km), green: 535.00 EUR per return trip'],
    [3000, 'green', '785.00', '3 000 km one way (3 000–3 999 km), green: 785.00 EUR per return trip'],
    [7999, 'green', '1188.00', '7 999 km one way (4 000–7 999 km), green: 1 188.00 EUR per return trip'],
    [8000, 'standard', '1735.00', '8 000 km one way (8 000 km or more), standard: 1 735.00 EUR per return trip'],
  ] as const)('for %d km, %s, is %s', (distanceKm, travel, amount, working) => {
    const line = lines({ ...semester, host: { country: 'FR', distanceKm }, travel })[1];
    expect(line).toEqual(['travel-support', amount, working]);
  });

  it('is not asked for without travel', () => {
    expect(lines(semester)).toHaveLength(1);
  });

  it('needs the distance', () => {
    const assessment = assess(nhh, { ...semester, host: { country: 'FR' }, travel: 'standard' });
    expect(assessment.needs).toEqual(['host.distanceKm']);
    expect(assessment.eligible).toBe('undecided');
    expect(formatDecimal(assessment.total)).toBe('2155.33');
  });

  it('is standard where a band has no green rate', () => {
    const terms = { ...nhh, travel: [{ bands: [{ fromKm: 4000, standard: eur(82000) }], source: 'test' }] };
    const stay: StayInput = { ...semester, host: { country: 'FR', distanceKm: 5000 }, travel: 'green' };
    expect(lines(stay, terms)[1]?.[2]).toBe(
      '5 000 km one way (4 000 km or more), standard, there is no green rate here: 820.00 EUR per return trip',
    );
  });
});

describe('6. travel days', () => {
  it.each([
    ['DK', 700, 2],
    ['FR', 1999, 4],
    ['ES', 2000, 6],
    ['CY', 3400, 0],
  ])('green to %s, %i km, are at most %i', (country, distanceKm, days) => {
    const stay: StayInput = { ...semester, host: { country, distanceKm }, travel: 'green', travelDays: 10 };
    expect(assess(nhh, stay).days.travel).toBe(days);
  });

  it('are at most 2 when the way is not green', () => {
    expect(assess(nhh, { ...semester, travel: 'standard', travelDays: 4 }).days.travel).toBe(2);
  });

  it('are not more than were asked for', () => {
    expect(assess(nhh, { ...semester, travel: 'green', travelDays: 1 }).days.travel).toBe(1);
    expect(assess(nhh, { ...semester, travel: 'green' }).days.travel).toBe(0);
  });

  it('say in the working what was cut', () => {
    const [line] = lines({ ...semester, travel: 'green', travelDays: 6 });
    expect(line?.[2]).toBe(
      '126 days (122 + 4 travel; 4 of 6 travel days funded, at most 4 for green travel within Central Europe (up to 1 999 km)) × 530.00 EUR / 30 = 2 226.00 EUR',
    );
  });

  it('need the distance where the rule asks for it', () => {
    const stay: StayInput = { ...semester, host: { country: 'FR' }, travel: 'green', travelDays: 4 };
    expect(assess(nhh, stay).needs).toEqual(['host.distanceKm']);
  });
});

it('7. inclusion support is each documented cost as a line of its own', () => {
  const inclusionCosts = [
    { what: 'adapted room', amount: eur(123456) },
    { what: 'taxi', amount: eur(5) },
  ];
  expect(lines({ ...semester, inclusionCosts }).slice(1)).toEqual([
    ['inclusion-support', '1234.56', 'documented real cost: adapted room = 1 234.56 EUR'],
    ['inclusion-support', '0.05', 'documented real cost: taxi = 0.05 EUR'],
  ]);
  expect(total({ ...semester, inclusionCosts })).toBe('3389.94');
});

describe('8. planning', () => {
  const year = { start: '2025-08-18', end: '2026-05-29' };

  it('is a flat four months for one semester', () => {
    expect(lines({ ...semester, plan: true })).toEqual([
      ['individual-support', '2120.00', '120 days (4 months flat) × 530.00 EUR / 30 = 2 120.00 EUR'],
    ]);
  });

  it.each([
    ['a double degree', { ...semester.facts, doubleDegree: true }, year, '4770.00'],
    ['two semesters of which nobody said what they are', semester.facts ?? {}, year, '4770.00'],
    ['two semesters that are no double degree', { ...semester.facts, doubleDegree: false }, year, '2120.00'],
    ['a double degree of one semester so far', { ...semester.facts, doubleDegree: true }, semester.period, '4770.00'],
  ])('for %s', (_, facts: Facts, period, amount) => {
    expect(total({ ...semester, plan: true, facts, period })).toBe(amount);
  });

  it('is on the dates where the institution has no planning rule', () => {
    expect(formatDecimal(assess({ ...nhh, plan: [] }, { ...semester, plan: true }).total)).toBe('2155.33');
  });

  it('makes no short stay long enough', () => {
    const short = { ...semester, plan: true, period: { start: '2025-09-02', end: '2025-10-31' } };
    expect(assess(nhh, short).refusals.map(({ code }) => code)).toEqual(['minimum-duration']);
  });
});

describe('9. instalments', () => {
  it('are 70 % and 30 %', () => {
    const { instalments } = assess(nhh, { ...semester, plan: true });
    expect(instalments.map(({ share, amount }) => [share, formatDecimal(amount)])).toEqual([
      ['70 %', '1484.00'],
      ['30 %', '636.00'],
    ]);
    expect(instalments[0]?.when).toContain('at the beginning of the exchange period');
  });

  it.each([
    [1000, [80, 20], [800, 200]],
    [101, [35, 35, 30], [35, 36, 30]],
    [3, [50, 30, 20], [2, 0, 1]],
    [1, [50, 50], [1, 0]],
    [0, [70, 30], [0, 0]],
  ])('of %i cents by %j are %j', (cents, percentages, expected) => {
    expect(split(eur(cents), percentages).map(({ minor }) => minor)).toEqual(expected);
  });

  it('sum to the total for every list of percentages, and none is negative', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), cuts, (cents, points) => {
        const edges = [0, ...points.toSorted((left, right) => left - right), 100];
        const percentages = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
        const parts = split(eur(cents), percentages);
        expect(sum(parts, 'EUR')).toEqual(eur(cents));
        expect(parts.every(({ minor }) => minor >= 0)).toBe(true);
      }),
    );
  });
});

describe('10. eligibility', () => {
  const facts: Facts = { ...semester.facts };
  const asked = (changed: Facts, stay: Partial<StayInput> = {}) => {
    const { eligible, needs, refusals } = assess(nhh, { ...semester, ...stay, facts: changed });
    return { eligible, needs, codes: refusals.map(({ code }) => code) };
  };

  it('is yes when every requirement is met', () => {
    expect(asked(facts)).toEqual({ eligible: 'yes', needs: [], codes: [] });
  });

  it('is undecided without facts, and names them', () => {
    expect(asked({})).toEqual({
      eligible: 'undecided',
      needs: ['nominated', 'studyLevel', 'ects', 'languageLevel'],
      codes: [],
    });
  });

  it('is no with every requirement that is not met, whatever else is missing', () => {
    const stay = { period: { start: '2025-09-02', end: '2025-10-31' }, host: { country: 'CH' } };
    expect(asked({ studyLevel: 'bachelor', ects: 59, nominated: false }, stay)).toEqual({
      eligible: 'no',
      needs: ['languageLevel'],
      codes: ['nominated', 'host-excluded', 'sixty-ects', 'minimum-duration'],
    });
  });

  it.each([
    ['a master student needs no credits', { studyLevel: 'master', ects: undefined }, []],
    ['who has the credits need not say the level', { studyLevel: undefined, ects: 60 }, []],
    ['who lacks them must', { studyLevel: undefined, ects: 59 }, ['studyLevel']],
    ['a bachelor student must tell the credits', { ects: undefined }, ['ects']],
  ])('asks for nothing that would change nothing: %s', (_, change: Facts, needs) => {
    expect(asked({ ...facts, ...change }).needs).toEqual(needs);
  });

  it.each([
    ['A2', ['language-level']],
    ['B1', []],
    ['C2', []],
  ])('asks for language level B1: %s', (languageLevel, codes) => {
    expect(asked({ ...facts, languageLevel }).codes).toEqual(codes);
  });

  it.each([
    ['2025-02-28', ['window-not-open']],
    ['2025-03-01', []],
    ['2025-08-31', []],
    ['2025-09-01', ['window-closed']],
  ])('looks at the window when the day of submission is known: %s', (submittedOn, codes) => {
    expect(asked({ ...facts, submittedOn }).codes).toEqual(codes);
  });

  it('counts earlier stays of the study cycle toward the maximum', () => {
    expect(asked({ ...facts, previousFundedDays: 238 }).codes).toEqual([]);
    expect(asked({ ...facts, previousFundedDays: 239 }).codes).toEqual(['maximum-duration']);
  });

  it('speaks the language of the applicant', () => {
    const stay = { ...semester, host: { country: 'CH' } };
    expect(assess(nhh, stay).refusals[0]?.sentence).toBe(
      'Switzerland is outside the Erasmus+ grant of NHH: exchange there gets no Erasmus+ money.',
    );
    expect(assess(nhh, stay, { language: 'nn' }).refusals[0]?.sentence).toMatch(/^Sveits er ikkje med/);
    expect(assess(nhh, stay, { language: 'nb' }).lines[0]?.working).toBe('122 dager × 530,00 EUR / 30 = 2 155,33 EUR');
  });
});

it('the total is the sum of the printed lines, whatever is asked for', () => {
  const stays = fc.record({
    length: fc.integer({ min: 0, max: 400 }),
    fewerOpportunities: fc.boolean(),
    plan: fc.boolean(),
    travel: fc.constantFrom('none', 'standard', 'green'),
    travelDays: fc.integer({ min: 0, max: 8 }),
    distanceKm: fc.double({ min: 0, max: 20_000, noNaN: true }),
    costs: fc.array(fc.integer({ min: 0, max: 500_000 }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(stays, ({ length, distanceKm, costs, ...rest }) => {
      const stay: StayInput = {
        ...semester,
        ...rest,
        host: { country: 'FR', distanceKm },
        period: { start: '2025-08-18', end: addDays('2025-08-18', length) },
        inclusionCosts: costs.map((cents) => ({ what: 'cost', amount: eur(cents) })),
      };
      const { total, lines, instalments, days } = assess(nhh, stay);
      expect(lines.reduce((so, line) => add(so, line.amount), eur(0))).toEqual(total);
      expect(
        sum(
          instalments.map(({ amount }) => amount),
          'EUR',
        ),
      ).toEqual(total);
      expect(days.mobility + days.travel - days.nonFunded).toBe(days.funded);
    }),
  );
});
