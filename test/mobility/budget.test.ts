import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Stay } from '../../shared/mobility/case.ts';
import { deliver } from '../../shared/mobility/outbox.ts';
import { type Deps, loadCase, openCase, perform } from '../../shared/mobility/perform.ts';
import type { BudgetItem, OutboxItem } from '../../shared/mobility/records.ts';
import { waitingLine } from '../../shared/mobility/waiting-list.ts';
import { newBudget } from '../../shared/mobility/writes.ts';
import type { Institution } from '../../shared/rulebook/types.ts';
import { change } from '../../shared/store/change.ts';
import { Conflict } from '../../shared/store/errors.ts';
import { budgetKey } from '../../shared/store/keys.ts';
import type { Store } from '../../shared/store/port.ts';
import { House } from '../payments/house.ts';
import { anySeed, Chance } from './chance.ts';
import { application } from './one-case.ts';
import { Turns } from './turns.ts';

/** The money of a call: nobody gets what is not there, and whoever waits gets what comes back, in the order of applying. */

const TOTAL = 250_000_000;
/** What one applicant wants. */
const GRANT = 212_000;
const TRANCHE = '2025-1';

/** So many applications, a minute apart, approved. */
async function approved(house: House, students: number, stay: Partial<Stay> = {}): Promise<void> {
  for (let n = 0; n < students; n += 1) {
    const participant = { ...application.participant, email: `s${house.ids.length}@student.nhh.example` };
    const opened = await openCase(house.deps, {
      participant,
      institution: 'nhh',
      stay: { ...application.stay, ...stay },
    });
    if (opened.outcome !== 'changed') throw new Error('not opened');
    house.ids.push(opened.mobility.id);
    await house.give(opened.mobility.id, { type: 'approve', by: 'Ola' });
    house.now = new Date(Date.parse(house.now) + 60_000).toISOString();
  }
}

/** The rest of the budget is given away already. */
async function leave(house: House, cents: number): Promise<void> {
  await house.memory.commit(change().put('cases', newBudget('nhh', '2025', TRANCHE, TOTAL, TOTAL - cents)).writes);
}

const budgetOf = async (house: House, tranche = TRANCHE) =>
  house.memory.get<BudgetItem>('cases', budgetKey('nhh', '2025', tranche));

const statesOf = async (house: House) =>
  (await Promise.all(house.ids.map((id) => loadCase(house.memory, 'nhh', id)))).map(({ state }) => state);

/** As the workflow does it: what met somebody else is asked again. */
async function reserve(deps: Deps, id: string): Promise<void> {
  for (let tries = 0; tries < 9; tries += 1) {
    try {
      await perform(deps, 'nhh', id, { type: 'reserve' });
      return;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

/** As the outbox does it: every look at the waiting list that is still owed, until none is. */
async function deliverLooks(house: House, store: Store = house.memory): Promise<void> {
  const ports = { mail: undefined as never, startPhase: async () => {}, sendResult: async () => 'gone' as const };
  for (;;) {
    const owed = house.memory.all('cases').filter((item) => (item as OutboxItem).effect?.type === 'move-up');
    if (owed.length === 0) return;
    for (const { pk, sk } of owed) await deliver({ ...house.deps, store }, ports, { pk, sk }).catch(isConflict);
  }
}

function isConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}

describe('several reach for the same money at the same moment', () => {
  test.each([
    ['the first of the call, whose budget has no record yet', undefined, 3],
    ['money for two of three', 2 * GRANT, 2],
    ['a cent less than for two', 2 * GRANT - 1, 1],
    ['nothing left', 0, 0],
  ])('%s: in any interleaving nobody gets what is not there', async (_, cents, awarded) => {
    await fc.assert(
      fc.asyncProperty(anySeed, async (seed) => {
        const house = new House();
        await approved(house, 3);
        if (cents !== undefined) await leave(house, cents);
        const turns = new Turns(new Chance(seed));
        const deps = { ...house.deps, store: turns.around(house.memory) };
        const all = Promise.all(house.ids.map((id) => reserve(deps, id)));
        await new Promise((resolve) => setImmediate(resolve));
        while (turns.pending > 0) await turns.grant();
        await all;
        await deliverLooks(house);
        expect((await statesOf(house)).sort()).toEqual([
          ...Array(awarded).fill('awarded'),
          ...Array(3 - awarded).fill('waiting-list'),
        ]);
        const before = TOTAL - (cents ?? TOTAL);
        expect(await budgetOf(house)).toMatchObject({
          available: TOTAL - before - awarded * GRANT,
          reserved: before + awarded * GRANT,
          total: TOTAL,
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the waiting list', () => {
  test('what a withdrawal gives back goes to the next on it', async () => {
    const house = new House();
    await approved(house, 2);
    await leave(house, GRANT);
    const [first = '', second = ''] = house.ids;
    await house.give(first, { type: 'reserve' });
    await house.give(second, { type: 'reserve' });
    await house.give(first, { type: 'withdraw', reason: '' });
    await deliverLooks(house);
    expect((await loadCase(house.memory, 'nhh', second)).state).toBe('awarded');
  });

  test('goes by when one applied, not by when one was approved or put on it', async () => {
    const house = new House();
    await approved(house, 3);
    await leave(house, 0);
    const [first = '', second = '', third = ''] = house.ids;
    for (const id of [third, first, second]) await house.give(id, { type: 'reserve' });
    expect((await waitingLine(house.memory, 'nhh', '2025')).map(({ mobility }) => mobility)).toEqual(house.ids);
  });

  test('nobody overtakes: an applicant who comes later waits behind those who wait, although there is enough for one', async () => {
    const house = new House();
    await approved(house, 2);
    await leave(house, 0);
    const [first = '', second = ''] = house.ids;
    await house.give(first, { type: 'reserve' });
    await leave(house, GRANT);
    await house.give(second, { type: 'reserve' });
    expect(await statesOf(house)).toEqual(['waiting-list', 'waiting-list']);
    await deliverLooks(house);
    expect(await statesOf(house)).toEqual(['awarded', 'waiting-list']);
  });

  test('whoever leaves it lets the next move up', async () => {
    const house = new House();
    await approved(house, 2);
    await leave(house, 0);
    const [first = '', second = ''] = house.ids;
    for (const id of [first, second]) await house.give(id, { type: 'reserve' });
    await leave(house, GRANT);
    await house.give(first, { type: 'withdraw', reason: '' });
    await deliverLooks(house);
    expect(await statesOf(house)).toEqual(['withdrawn', 'awarded']);
  });

  test('one after the other moves up as long as there is money, and a repeat changes nothing', async () => {
    const house = new House();
    await approved(house, 4);
    await leave(house, 0);
    for (const id of house.ids) await house.give(id, { type: 'reserve' });
    await leave(house, 2 * GRANT + 5);
    await reserve(house.deps, house.ids[0] ?? '');
    await deliverLooks(house);
    const after = await budgetOf(house);
    expect(await statesOf(house)).toEqual(['awarded', 'awarded', 'waiting-list', 'waiting-list']);
    for (const id of house.ids) await reserve(house.deps, id);
    await deliverLooks(house);
    expect([await statesOf(house), await budgetOf(house)]).toEqual([
      ['awarded', 'awarded', 'waiting-list', 'waiting-list'],
      after,
    ]);
  });

  test('a smaller grant waits behind a larger one, unless the institution lets it go first', async () => {
    for (const smallerMayOvertake of [false, true]) {
      const house = housed({ award: { value: 'first-come', smallerMayOvertake } });
      await approved(house, 1, { facts: { ...application.stay.facts, doubleDegree: true } });
      await approved(house, 1);
      await leave(house, GRANT);
      for (const each of house.ids) await house.give(each, { type: 'reserve' });
      await deliverLooks(house);
      expect(await statesOf(house)).toEqual(['waiting-list', smallerMayOvertake ? 'awarded' : 'waiting-list']);
    }
  });

  test('money that comes back at the moment somebody takes a place is never left lying', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, async (seed) => {
        const house = new House();
        await approved(house, 3);
        await leave(house, GRANT);
        const [first = '', second = '', third = ''] = house.ids;
        await house.give(first, { type: 'reserve' });
        const turns = new Turns(new Chance(seed));
        const store = turns.around(house.memory);
        const deps = { ...house.deps, store };
        const all = Promise.all([
          perform(deps, 'nhh', first, { type: 'withdraw', reason: '' }),
          reserve(deps, second),
          reserve(deps, third),
        ]);
        await new Promise((resolve) => setImmediate(resolve));
        while (turns.pending > 0) await turns.grant();
        await all;
        await deliverLooks(house);
        expect((await statesOf(house)).toSorted()).toEqual(['awarded', 'waiting-list', 'withdrawn']);
        expect(await budgetOf(house)).toMatchObject({ available: 0, reserved: TOTAL });
      }),
      { numRuns: 100 },
    );
  });
});

/** A house whose institution is NHH but for some fields. */
function housed(fields: Partial<Institution>): House {
  const house = new House();
  const { rules } = house.deps;
  const institution = (id: string): Institution | undefined => {
    const found = rules.institution(id);
    return found && { ...found, ...fields };
  };
  Object.assign(house.deps, { rules: { ...rules, institution } });
  return house;
}

describe('the tranches of a call', () => {
  const evidence = 'Notice of receipt';
  const tranches = [
    { tranche: 'T1', currency: 'NOK', rate: '11.5', date: '2025-05-01', evidence, amount: euro(GRANT + 100) },
    { tranche: 'T2', currency: 'NOK', rate: '11.9', date: '2025-06-12', evidence, amount: euro(2 * GRANT) },
  ] as const;
  const call = { call: '2025', project: 'P', budget: euro(TOTAL), exchange: tranches[1], tranches };

  test('are used in the order in which they were received; the rate of the award is frozen on the agreement', async () => {
    const house = housed({ calls: [call] });
    house.now = '2025-06-13T09:00:00.000Z';
    await approved(house, 2);
    for (const id of house.ids) {
      await house.give(id, { type: 'reserve' });
      await house.give(id, { type: 'issue-agreement' });
    }
    const cases = await house.cases();
    expect(cases.map(({ award }) => award?.tranche)).toEqual(['T1', 'T2']);
    expect(cases.map(({ agreement }) => agreement?.exchange)).toEqual([
      { tranche: 'T1', currency: 'NOK', rate: '11.5', date: '2025-05-01', evidence },
      { tranche: 'T2', currency: 'NOK', rate: '11.9', date: '2025-06-12', evidence },
    ]);
    expect([await budgetOf(house, 'T1'), await budgetOf(house, 'T2')]).toMatchObject([
      { available: 100, reserved: GRANT },
      { available: GRANT, reserved: GRANT },
    ]);
  });

  test('that has not been received yet is nobody’s; when it has, the first in line moves up', async () => {
    const house = housed({ calls: [call] });
    await approved(house, 2);
    for (const id of house.ids) await house.give(id, { type: 'reserve' });
    expect(await statesOf(house)).toEqual(['awarded', 'waiting-list']);
    house.now = '2025-06-12T09:00:00.000Z';
    await reserve(house.deps, house.ids[1] ?? '');
    expect((await house.studentCase(1)).award?.tranche).toBe('T2');
  });

  test('that the rulebook makes larger has more to give, and what is reserved stays reserved', async () => {
    const small = { ...call, tranches: [{ ...tranches[0], amount: euro(GRANT) }] };
    const house = housed({ calls: [small] });
    await approved(house, 2);
    for (const id of house.ids) await house.give(id, { type: 'reserve' });
    expect(await statesOf(house)).toEqual(['awarded', 'waiting-list']);
    const larger = housed({ calls: [{ ...call, tranches: [{ ...tranches[0], amount: euro(2 * GRANT) }] }] });
    await reserve({ ...larger.deps, store: house.memory, clock: house.deps.clock }, house.ids[1] ?? '');
    expect(await statesOf(house)).toEqual(['awarded', 'awarded']);
    expect(await budgetOf(house, 'T1')).toMatchObject({ available: 0, reserved: 2 * GRANT, total: 2 * GRANT });
  });
});

function euro(minor: number) {
  return { minor, currency: 'EUR' as const };
}

describe('a settlement', () => {
  /** The student stays until this day, and all duties are done. */
  async function settled(house: House, end: string): Promise<void> {
    const [id = ''] = house.ids;
    const [payment] = (await house.studentCase(0)).payments;
    if (!payment) throw new Error('no payment');
    await house.give(id, { type: 'payment-instructed', payment: payment.id, batch: 'B' });
    const booking = { payment: payment.id, local: payment.local, date: '2025-06-11', reference: 'r' };
    await house.give(id, { type: 'payment-booked', ...booking });
    house.now = '2025-12-22T09:00:00.000Z';
    const period = { start: '2025-08-18', end };
    await house.give(id, { type: 'confirm-stay', by: 'host', period, name: 'Marie', role: 'C' });
    const codes = ['learning-agreement', 'eu-survey', 'nhh-survey'];
    await perform(house.deps, 'nhh', id, { type: 'report-obligations', codes });
    await house.give(id, { type: 'settle' });
  }

  test('below the agreed amount gives the difference to the first in line', async () => {
    const house = await House.with(1);
    house.now = '2025-06-10T11:00:00.000Z';
    await approved(house, 1);
    await leave(house, GRANT - 100);
    await house.give(house.ids[1] ?? '', { type: 'reserve' });
    await settled(house, '2025-10-17');
    await deliverLooks(house);
    expect((await house.studentCase(1)).state).toBe('awarded');
  });

  test('above it takes what is still there, and finance hears nothing', async () => {
    const house = await House.with(1);
    await leave(house, 3_533);
    await settled(house, '2025-12-19');
    expect([await budgetOf(house), house.tasks]).toMatchObject([{ available: 0, reserved: TOTAL }, []]);
  });

  test('above it is owed even where nothing is left: the budget goes below zero, and finance gets a task', async () => {
    const house = await House.with(1);
    await leave(house, 3_000);
    await settled(house, '2025-12-19');
    const [id = ''] = house.ids;
    expect(await budgetOf(house)).toMatchObject({ available: -533, reserved: TOTAL + 533 });
    const data = { mobility: id, call: '2025', tranche: TRANCHE, short: '5.33 EUR' };
    expect(house.tasks).toEqual([{ kind: 'budget-overdrawn', data }]);
  });
});
