import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Deps, loadCase, openCase, perform } from '../../shared/mobility/perform.ts';
import type { BudgetItem } from '../../shared/mobility/records.ts';
import { newBudget } from '../../shared/mobility/writes.ts';
import { change } from '../../shared/store/change.ts';
import { Conflict } from '../../shared/store/errors.ts';
import { budgetKey } from '../../shared/store/keys.ts';
import { House } from '../payments/house.ts';
import { anySeed, Chance } from './chance.ts';
import { application } from './one-case.ts';
import { Turns } from './turns.ts';

/** Several applicants reach for the same money at the same moment; each wants 2 120.00. */

async function approved(house: House, students: number): Promise<void> {
  for (let n = 0; n < students; n += 1) {
    const participant = { ...application.participant, email: `s${n}@student.nhh.example` };
    const opened = await openCase(house.deps, { ...application, participant });
    if (opened.outcome !== 'changed') throw new Error('not opened');
    house.ids.push(opened.mobility.id);
    await house.give(opened.mobility.id, { type: 'approve', by: 'Ola' });
  }
}

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

test.each([
  ['the first of the call, whose budget has no record yet', undefined, 3],
  ['money for two of three', 2 * 212_000, 2],
  ['a cent less than for two', 2 * 212_000 - 1, 1],
  ['nothing left', 0, 0],
])('%s: in any interleaving nobody gets what is not there', async (_, cents, awarded) => {
  await fc.assert(
    fc.asyncProperty(anySeed, async (seed) => {
      const house = new House();
      await approved(house, 3);
      if (cents !== undefined) await house.memory.commit(change().put('cases', newBudget('nhh', '2025', cents)).writes);
      const turns = new Turns(new Chance(seed));
      const deps = { ...house.deps, store: turns.around(house.memory) };
      const all = Promise.all(house.ids.map((id) => reserve(deps, id)));
      await new Promise((resolve) => setImmediate(resolve));
      while (turns.pending > 0) await turns.grant();
      await all;
      const states = (await Promise.all(house.ids.map((id) => loadCase(house.memory, 'nhh', id)))).map(
        ({ state }) => state,
      );
      expect(states.sort()).toEqual([...Array(awarded).fill('awarded'), ...Array(3 - awarded).fill('waiting-list')]);
      const budget = await house.memory.get<BudgetItem>('cases', budgetKey('nhh', '2025'));
      expect(budget).toMatchObject({
        available: (cents ?? 250_000_000) - awarded * 212_000,
        reserved: awarded * 212_000,
      });
    }),
    { numRuns: 60 },
  );
});

test('what a withdrawal gives back goes to the next on the waiting list', async () => {
  const house = new House();
  await approved(house, 2);
  await house.memory.commit(change().put('cases', newBudget('nhh', '2025', 212_000)).writes);
  const [first = '', second = ''] = house.ids;
  await house.give(first, { type: 'reserve' });
  await house.give(second, { type: 'reserve' });
  await house.give(first, { type: 'withdraw', reason: '' });
  await house.give(second, { type: 'reserve' });
  expect((await loadCase(house.memory, 'nhh', second)).state).toBe('awarded');
});
