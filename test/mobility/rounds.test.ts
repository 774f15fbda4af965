import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import type { Store } from '../../shared/store/port.ts';
import { rulebookWithVidde } from '../rulebook/with-vidde.ts';
import { Candidates, insist } from './candidates.ts';
import { anySeed, Chance } from './chance.ts';
import { Turns } from './turns.ts';

/** Money of a call that is given away along a ranking: two months are 900.00 each, three 1 350.00, four 1 800.00. */

const enough = loadRulebook(rulebookWithVidde('100000.00'));
const forTwo = loadRulebook(rulebookWithVidde('1800.00'));
const overtaking = loadRulebook(
  rulebookWithVidde('1800.00', (yaml) => yaml.replace('rounds:', 'smallerMayOvertake: true\n  rounds:')),
);
const refusing = loadRulebook(rulebookWithVidde('1800.00', (yaml) => yaml.replace('late: behind', 'late: refused')));

describe('until the day of the ranking', () => {
  test('an approved application waits for it, even where there is money for everybody', async () => {
    const house = new Candidates(enough);
    const id = await house.putUp({ points: 12 });
    await house.reserve(id);
    const { state, deadlines, ranking } = await house.case(id);
    expect([state, ranking]).toEqual(['awaiting-ranking', { round: 'spring-2026' }]);
    expect(deadlines).toEqual([{ kind: 'ranking', at: '2025-10-20T06:00:00.000Z', ref: '2025-10-20' }]);
    expect([await house.budget(), house.mails('to-be-ranked')]).toEqual([undefined, [id]]);
  });

  test('the sweep ranks nobody', async () => {
    const house = new Candidates(enough);
    const id = await house.putUp({ points: 12 });
    await house.rankingDay('2025-10-20T05:59:59.999Z');
    expect(await house.states([id])).toEqual(['awaiting-ranking']);
  });

  test('a withdrawn application leaves the round', async () => {
    const house = new Candidates(forTwo);
    const id = await house.putUp({ points: 20 });
    await house.give(id, { type: 'withdraw', reason: '' });
    const other = await house.putUp({ points: 1 });
    await house.rankingDay();
    expect((await house.case(other)).ranking).toMatchObject({ place: 1, of: 1 });
  });

  test.each([
    ['no points', undefined],
    ['more points than there are', 21],
    ['less than none', -1],
    ['half a point', 1.5],
  ])('is not approved with %s', async (_, points) => {
    const house = new Candidates(enough);
    await expect(house.approve(await house.apply(), points)).rejects.toThrow('Give whole points from 0 to 20');
  });

  test('no points are given to what came late, and none where no round ranks', async () => {
    const house = new Candidates(enough);
    await expect(house.approve(await house.apply({ appliedAt: '2025-10-02T09:00:00.000Z' }), 20)).rejects.toThrow(
      'No points',
    );
  });

  test('where the rulebook has another day by then, those who wait are told it', async () => {
    const house = new Candidates(enough);
    const id = await house.putUp({ points: 1 });
    const later = loadRulebook(
      rulebookWithVidde('1.00', (yaml) => yaml.replace('rankOn: 2025-10-20', 'rankOn: 2025-10-27')),
    );
    Object.assign(house.deps, { rules: later });
    await house.rankingDay();
    await house.give(id, { type: 'fall-due', delivered: [] });
    expect((await house.case(id)).deadlines).toEqual([
      { kind: 'ranking', at: '2025-10-27T07:00:00.000Z', ref: '2025-10-27' },
    ]);
    expect([await house.states(), house.mails('to-be-ranked')]).toEqual([['awaiting-ranking'], [id, id]]);
  });
});

describe('on the day of the ranking', () => {
  test('the money goes down the list as far as it goes; the others wait in the order of the ranking', async () => {
    const house = new Candidates(forTwo);
    const applicants = [{ points: 5 }, { points: 20, earlierDays: 60 }, { points: 20 }, { points: 6 }];
    const [d = '', b = '', a = '', c = ''] = await inTurn(applicants, (each) => house.putUp(each));
    await house.rankingDay();
    expect(await house.states([a, b, c, d])).toEqual(['awarded', 'awarded', 'waiting-list', 'waiting-list']);
    const rankings = await Promise.all([a, b, c, d].map(async (id) => (await house.case(id)).ranking));
    expect(rankings.map((ranking) => [ranking?.place, ranking?.of])).toEqual([1, 2, 3, 4].map((n) => [n, 4]));
    expect([house.mails('waiting-list').toSorted(), await house.budget()]).toMatchObject([
      [c, d].toSorted(),
      { available: 0, reserved: 180_000 },
    ]);
  });

  test('the line is read for all together, and not anew for each', async () => {
    const house = new Candidates(forTwo);
    for (let points = 0; points < 12; points += 1) await house.putUp({ points });
    house.now = '2025-10-20T06:00:00.000Z';
    const { memory } = house;
    const read: string[] = [];
    const counting: Store = {
      get: (table, key) => memory.get(table, key),
      work: (queue, until, limit) => memory.work(queue, until, limit),
      commit: (writes) => memory.commit(writes),
      query: (table, range) => {
        read.push(range.pk);
        return memory.query(table, range);
      },
    };
    await house.sweep(counting);
    expect(read.filter((pk) => pk === 'vidde#waiting#2025')).toHaveLength(2);
  });

  test('whoever withdraws while the money is given away leaves it to the next', async () => {
    const house = new Candidates(forTwo);
    const [first = '', second = '', third = ''] = await inTurn([20, 19, 18], (points) => house.putUp({ points }));
    house.now = '2025-10-20T06:00:00.000Z';
    const { memory } = house;
    let reads = 0;
    const withdrawing: Store = {
      get: async (table, key) => {
        // The first has been awarded by then, and the line stands in memory.
        if (key.pk.endsWith(second) && key.sk === 'case') {
          reads += 1;
          if (reads === 1) await house.withdraw(second, memory);
        }
        return memory.get(table, key);
      },
      work: (queue, until, limit) => memory.work(queue, until, limit),
      commit: (writes) => memory.commit(writes),
      query: (table, range) => memory.query(table, range),
    };
    await house.sweep(withdrawing);
    await house.deliverLooks();
    expect(await house.states([first, second, third])).toEqual(['awarded', 'withdrawn', 'awarded']);
  });

  test('what comes back later goes to the next in the ranking, and not to who applied first', async () => {
    const house = new Candidates(forTwo);
    const [, second = '', last = '', , third = ''] = await inTurn([20, 19, 1, 2, 3], (points) =>
      house.putUp({ points }),
    );
    await house.rankingDay();
    await house.give(second, { type: 'withdraw', reason: '' });
    await house.deliverLooks();
    expect(await house.states([second, third, last])).toEqual(['withdrawn', 'awarded', 'waiting-list']);
  });

  test('nobody overtakes a larger grant that does not fit any more, unless the institution says so', async () => {
    for (const rules of [forTwo, overtaking]) {
      const house = new Candidates(rules);
      const ids = await inTurn([{ points: 9 }, { points: 8, months: 3 }, { points: 7 }], (each) => house.putUp(each));
      await house.rankingDay();
      const third = rules === overtaking ? 'awarded' : 'waiting-list';
      expect(await house.states(ids)).toEqual(['awarded', 'waiting-list', third]);
    }
  });

  test('an application that came late is ranked behind all others', async () => {
    const house = new Candidates(forTwo);
    const early = await house.putUp({ points: 0 });
    const late = await house.putUp({ appliedAt: '2025-10-02T09:00:00.000Z' });
    await house.rankingDay();
    expect((await house.case(late)).ranking).toMatchObject({ place: 2, of: 2 });
    expect(await house.states([early, late])).toEqual(['awarded', 'awarded']);
  });

  test('or is not taken at all, where the institution says so', async () => {
    const house = new Candidates(refusing);
    await house.apply({ appliedAt: '2025-10-01T21:59:00.000Z' });
    await expect(house.apply({ appliedAt: '2025-10-01T22:00:00.000Z' })).rejects.toThrow('until 2025-10-01');
  });

  test('one that is approved after it goes behind those who wait, and gets at once what nobody waits for', async () => {
    const house = new Candidates(forTwo);
    const undecided = [await house.apply(), await house.apply()];
    const first = await house.putUp({ points: 1 });
    await house.rankingDay();
    for (const id of undecided) {
      await house.approve(id);
      await house.reserve(id);
    }
    await house.deliverLooks();
    expect(await house.states([first, ...undecided])).toEqual(['awarded', 'awarded', 'waiting-list']);
    expect((await house.case(undecided[0] ?? '')).ranking).toEqual({ round: 'spring-2026', rankedAt: house.now });
  });

  test('other stays of the call are served in the order of applying, and a later one of them behind the ranked', async () => {
    const house = new Candidates(forTwo);
    await inTurn([3, 2, 1], (points) => house.putUp({ points }));
    await house.rankingDay();
    const { ranking } = await house.case(house.ids[2] ?? '');
    expect(ranking).toMatchObject({ place: 3 });
    expect(await house.states()).toEqual(['awarded', 'awarded', 'waiting-list']);
  });

  test('a second sweep changes nothing', async () => {
    const house = new Candidates(forTwo);
    await inTurn([3, 2, 1], (points) => house.putUp({ points }));
    await house.rankingDay();
    const before = JSON.stringify(house.memory.all('cases'));
    await house.rankingDay();
    expect(JSON.stringify(house.memory.all('cases'))).toBe(before);
  });
});

describe('whatever breaks off, comes at the same moment or is repeated', () => {
  test('the ranking stays as it was first written, and the money goes along it', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, fc.constantFrom(0, 15, 40), async (seed, faults) => {
        const chance = new Chance(seed);
        const house = new Candidates(forTwo);
        const ids = await inTurn([0, 1, 2, 3], () =>
          house.putUp({ points: chance.below(3), months: 2 + chance.below(3) }),
        );
        // Approved in time, and not put up yet when the sweep begins.
        const last = await house.apply();
        await house.approve(last, 20);
        house.now = '2025-10-20T06:00:00.000Z';
        const turns = new Turns(chance);
        turns.faults = faults;
        const store = turns.around(house.memory);
        const withdrawn = chance.of(ids);
        const work = [
          insist(() => house.sweep(store)),
          insist(() => house.sweep(store)),
          house.reserve(last, store),
          house.reserve(chance.of(ids), store),
          house.deliverLooks(store),
          insist(() => house.withdraw(withdrawn, store)),
        ];
        let frozen = '""';
        const all = Promise.all(work);
        await new Promise((resolve) => setImmediate(resolve));
        while (turns.pending > 0) {
          await turns.grant();
          const now = JSON.stringify((await house.ranking())?.places ?? '');
          if (frozen === '""') frozen = now;
          expect(now).toBe(frozen);
        }
        await all;
        await house.deliverLooks();
        await strictlyAlong(house, [...ids, last]);
      }),
      { numRuns: Number(process.env.RUNS ?? 80) },
    );
  });
});

/** Nobody has money whom somebody before them lacks, nobody lacks what is there for them, and the budget holds it all. */
async function strictlyAlong(house: Candidates, ids: readonly string[]): Promise<void> {
  const places = (await house.ranking())?.places ?? [];
  const ranked = places.map(({ mobility }) => mobility);
  const order = [...ranked, ...ids.filter((id) => !ranked.includes(id))];
  const cases = (await Promise.all(order.map((id) => house.case(id)))).filter(({ state }) => state !== 'withdrawn');
  const { available = 0, reserved = 0, total = 0 } = (await house.budget()) ?? {};
  const awarded = cases.filter(({ state }) => state === 'awarded');
  const waiting = cases.filter(({ state }) => state === 'waiting-list');
  expect(awarded.length + waiting.length).toBe(cases.length);
  expect(cases.slice(0, awarded.length)).toEqual(awarded);
  expect(reserved).toBe(awarded.reduce((sum, { award }) => sum + (award?.amount.minor ?? 0), 0));
  expect(available + reserved).toBe(total);
  expect(available).toBeGreaterThanOrEqual(0);
  expect(waiting[0]?.assessment.total.minor ?? Number.POSITIVE_INFINITY).toBeGreaterThan(available);
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
