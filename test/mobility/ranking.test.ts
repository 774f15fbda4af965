import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, lineOrder, rank, type Standing } from '../../shared/mobility/ranking.ts';
import { award, type Criterion, type Round, roundFor } from '../../shared/rulebook/award.ts';

/** How applications of one round are ordered. Vidde: points of the office, then fewer days of earlier stays. */

const source = 'test';
const points: Criterion = { by: 'points', most: 20, about: { en: 'motivation' }, source };
const earlier: Criterion = { by: 'earlier-days', source };
const round: Round = {
  name: 'spring',
  call: '2025',
  activities: ['HE-SMS'],
  starts: { from: '2026-01-01', before: '2026-08-01' },
  applyBy: '2025-10-01',
  rankOn: '2025-10-20',
  late: 'behind',
  criteria: [points, earlier],
  source,
};
const ZONE = 'Europe/Oslo';

const candidate = (mobility: string, changes: Partial<Candidate> = {}): Candidate => ({
  mobility,
  appliedAt: '2025-09-15T10:00:00.000Z',
  points: 10,
  earlierDays: 0,
  ...changes,
});

const order = (candidates: readonly Candidate[], criteria = round.criteria) =>
  rank(candidates, { ...round, criteria }, ZONE).map(({ mobility }) => mobility);

describe('who goes first', () => {
  test.each<[string, Partial<Candidate>, Partial<Candidate>]>([
    ['more points', { points: 11, earlierDays: 300 }, { points: 10 }],
    ['with equal points, fewer days of earlier stays', { earlierDays: 30 }, { earlierDays: 31 }],
    [
      'with equal days too, whoever applied earlier',
      { appliedAt: '2025-09-15T10:00:00.000Z' },
      { appliedAt: '2025-09-15T10:00:00.001Z' },
    ],
    [
      'whoever applied on the last day, before any who came after it',
      { points: 0, appliedAt: '2025-10-01T21:59:59.999Z' },
      { points: 20, appliedAt: '2025-10-01T22:00:00.000Z' },
    ],
    [
      'of two who came late, the earlier, whatever the points',
      { points: 0, appliedAt: '2025-10-02T08:00:00.000Z' },
      { points: 20, appliedAt: '2025-10-03T08:00:00.000Z' },
    ],
  ])('%s', (_, first, second) => {
    // The ids would say the opposite.
    expect(order([candidate('A', second), candidate('B', first)])).toEqual(['B', 'A']);
  });

  test('equal in everything: the id decides, so that the order is always the same', () => {
    expect(order([candidate('B'), candidate('A')])).toEqual(['A', 'B']);
  });

  test('the order of the criteria is the round’s', () => {
    const both = [candidate('A', { points: 20, earlierDays: 90 }), candidate('B', { points: 1, earlierDays: 0 })];
    expect([order(both), order(both, [earlier, points])]).toEqual([
      ['A', 'B'],
      ['B', 'A'],
    ]);
  });
});

const anyCandidate = fc.record({
  mobility: fc.string({ minLength: 1, maxLength: 3 }),
  appliedAt: fc
    .integer({ min: -3, max: 3 })
    .map((hours) => new Date(Date.parse('2025-10-01T22:00:00Z') + hours * 3_600_000).toISOString()),
  points: fc.integer({ min: 0, max: 3 }),
  earlierDays: fc.constantFrom(0, 30),
});
const anyCandidates = fc.uniqueArray(anyCandidate, { selector: ({ mobility }) => mobility, maxLength: 12 });

describe('for any applications', () => {
  test('the order in which they are handed in never matters', () => {
    fc.assert(
      fc.property(anyCandidates, anyCandidates, (list, keys) => {
        const shuffled = list.toSorted((a, b) => (keys[a.points]?.points ?? 0) - (keys[b.earlierDays]?.points ?? 1));
        expect(order(shuffled)).toEqual(order(list));
        expect(order(list.toReversed())).toEqual(order(list));
      }),
    );
  });

  test('everybody is ranked once, and who is before another one stays so whoever else applies', () => {
    fc.assert(
      fc.property(anyCandidates, (list) => {
        const all = order(list);
        expect(all.toSorted()).toEqual(list.map(({ mobility }) => mobility).toSorted());
        const without = list.slice(1);
        expect(order(without)).toEqual(all.filter((id) => id !== list[0]?.mobility));
      }),
    );
  });
});

describe('the line for money of a call', () => {
  const rankedAt = '2025-10-20T06:00:00.000Z';
  const standing = (mobility: string, appliedAt: string, more: Partial<Standing> = {}): Standing => ({
    mobility,
    appliedAt,
    ...more,
  });

  test('the ranked join it when they are ranked, those not approved by then behind them, others when they applied', () => {
    const line = [
      standing('first come, before the ranking', '2025-10-19T10:00:00.000Z'),
      standing('second place', '2025-09-01T10:00:00.000Z', { round: { rankedAt, place: 2 } }),
      standing('tenth place', '2025-08-01T10:00:00.000Z', { round: { rankedAt, place: 10 } }),
      standing('approved too late', '2025-09-02T10:00:00.000Z', { round: { rankedAt } }),
      standing('approved too late, applied later', '2025-09-03T10:00:00.000Z', { round: { rankedAt } }),
      standing('applied after the ranking', '2025-10-21T10:00:00.000Z', { round: { rankedAt } }),
      standing('first come, later still', '2025-10-22T10:00:00.000Z'),
    ];
    expect(line.toReversed().map(lineOrder).toSorted()).toEqual(line.map(lineOrder));
  });
});

describe('the rules of a round', () => {
  const yaml = { value: 'ranked-at-deadline', rounds: [round], source };

  test.each([
    ['for its call, activity and days of start', { call: '2025', activity: 'HE-SMS', start: '2026-01-01' }, 'spring'],
    ['another call', { call: '2024', activity: 'HE-SMS', start: '2026-01-01' }, undefined],
    ['another activity', { call: '2025', activity: 'HE-SMT', start: '2026-01-01' }, undefined],
    ['a start before it', { call: '2025', activity: 'HE-SMS', start: '2025-12-31' }, undefined],
    ['a start on the day that is not included', { call: '2025', activity: 'HE-SMS', start: '2026-08-01' }, undefined],
  ] as const)('%s', (_, stay, name) => {
    expect(roundFor(award.parse(yaml), stay)?.name).toBe(name);
  });

  test.each([
    ['rounds of an institution that ranks nothing', { ...yaml, value: 'first-come' }, 'only there'],
    ['a ranking without rounds', { value: 'ranked-at-deadline', source }, 'ranked-at-deadline'],
    ['a ranking on the last day to apply', { ...yaml, rounds: [{ ...round, rankOn: '2025-10-01' }] }, 'a day after'],
    ['two rounds of one name', { ...yaml, rounds: [round, round] }, 'two rounds have one name'],
    ['a criterion twice', { ...yaml, rounds: [{ ...round, criteria: [earlier, earlier] }] }, 'are the same'],
    ['no criterion', { ...yaml, rounds: [{ ...round, criteria: [] }] }, 'small'],
  ])('%s is refused', (_, broken, sentence) => {
    const { success, error } = award.safeParse(broken);
    expect([success, error?.message]).toEqual([false, expect.stringContaining(sentence)]);
  });
});
