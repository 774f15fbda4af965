import { beforeEach, expect, test, vi } from 'vitest';
import type { Deps } from '../../shared/mobility/perform.ts';
import { change } from '../../shared/store/change.ts';
import { caseKey, dueQueue, payQueue, workSort } from '../../shared/store/keys.ts';
import { House } from '../payments/house.ts';

/** A scheduled round does what it can, and then says whether something was left: the alarm counts failed rounds. */

const edge = vi.hoisted(() => ({ deps: undefined as unknown, files: undefined as unknown }));
vi.mock('../../functions/edge/deps.ts', () => ({
  get deps() {
    return edge.deps;
  },
}));
vi.mock('../../functions/edge/objects.ts', () => ({
  get objects() {
    return edge.files;
  },
}));

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

async function run(name: string): Promise<unknown> {
  const { handler } = (await import(`../../functions/${name}/handler.ts`)) as { handler: Handler };
  return handler({}, { functionName: name });
}

let house: House;
beforeEach(async () => {
  house = await House.with(2);
  edge.deps = house.deps satisfies Deps;
  edge.files = house;
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

test('the payment run', async () => {
  expect(await run('run-payments')).toEqual({ institutions: house.deps.rules.institutions().length });
  const damaged = {
    pk: 'nhh#batch#X',
    sk: 'batch',
    institution: 'nhh',
    batch: 'X',
    created: house.now,
    state: 'closed',
  };
  const member = { pk: 'nhh#batch#X', sk: 'pay#GONE', payment: 'GONE' };
  const queued = { ...damaged, workPk: payQueue('nhh'), workSk: workSort(house.now, 'X') };
  await house.memory.commit(
    change()
      .put('cases', queued as never)
      .put('cases', member as never).writes,
  );
  await expect(run('run-payments')).rejects.toMatchObject({ name: 'RoundIncomplete' });
});

test('the sweep of deadlines', async () => {
  house.now = '2025-08-01T06:00:00.000Z';
  expect(await run('sweep-deadlines')).toEqual({ swept: 2 });
  const [first] = (await house.cases()).map((mobility) => ({ ...mobility, id: '0000000000' }));
  // Its version is not what its case says: whatever is decided on it cannot be written.
  const key = { pk: 'nhh#case#0000000000', sk: 'case', version: 999 };
  const broken = { ...key, mobility: first, workPk: dueQueue('nhh'), workSk: workSort(house.now, '0') };
  await house.memory.commit(change().put('cases', broken as never).writes);
  house.now = '2025-12-19T07:00:00.000Z';
  await expect(run('sweep-deadlines')).rejects.toMatchObject({ name: 'RoundIncomplete' });
  for (const { deadlines } of await house.cases()) expect(deadlines.every(({ at }) => at > house.now)).toBe(true);
});

test('the nightly look at the books', async () => {
  expect(await run('check-books')).toEqual({ checked: 2, differing: 0 });
  const [id = ''] = house.ids;
  const item = await house.memory.get('cases', caseKey('nhh', id));
  const mobility = { ...(item as unknown as { mobility: object }).mobility, payments: [] };
  await house.memory.commit(change().put('cases', { ...item, mobility } as never).writes);
  expect(await run('check-books')).toEqual({ checked: 2, differing: 1 });
  expect(house.tasks).toMatchObject([{ kind: 'books-differ', data: { mobility: id } }]);
  const said = vi.mocked(console.error).mock.calls.flat().join();
  expect(JSON.parse(said)).toEqual({ level: 'error', function: 'check-books', mobility: id, error: 'BooksDiffer' });
});
