import { beforeEach, expect, test } from 'vitest';
import { type StatementEntry, writeNotification } from '../../infra/local/bank/statements.ts';
import type { Deps } from '../../shared/mobility/perform.ts';
import { openTasks } from '../../shared/mobility/tasks.ts';
import { readFeedback } from '../../shared/payments/feedback.ts';
import { closeCredit, lookAtMatch, matchCredit } from '../../shared/payments/match.ts';
import type { Store } from '../../shared/store/port.ts';
import { House } from '../payments/house.ts';

/** 6. Payment without a KID (shared/claims/README.md): 2 000 kroner from a stranger, and a case that it may belong to. */

let house: House;
let task: string;
const entry = {
  reference: 'C1',
  direction: 'credit',
  kind: 'paid-in',
  amount: { minor: 200_000, currency: 'NOK' },
  date: '2025-06-11',
  counterName: 'Per Nordmann',
} as const satisfies Partial<StatementEntry>;

beforeEach(async () => {
  house = await House.with(2);
  const text = writeNotification({
    id: 'N1',
    created: '2025-06-11T08:00:00.000Z',
    version: 'camt.054.001.08',
    account: '86011117947',
    currency: 'NOK',
    entries: [entry as StatementEntry],
  });
  await readFeedback(house.deps, 'nhh', 'in.xml', new TextEncoder().encode(text));
  task = (await openTasks(house.memory, 'nhh'))[0]?.id ?? '';
});

const first = () => house.ids[0] ?? '';

test('amount, payer and case are shown before anything counts', async () => {
  const looked = await lookAtMatch(house.deps, 'nhh', task, ` ${first().toLowerCase()} `);
  expect(looked).toMatchObject({
    ok: true,
    match: { credit: { local: entry.amount, payer: { name: 'Per Nordmann' } }, counted: { minor: 0 } },
  });
  expect((await house.studentCase(0)).returns).toBeUndefined();
});

test('what the case does not owe is returned, and the task is closed', async () => {
  expect(await matchCredit(house.deps, 'nhh', task, { mobility: first(), by: 'Finn' })).toMatchObject({ ok: true });
  expect((await house.studentCase(0)).returns).toMatchObject([{ local: entry.amount, state: 'held' }]);
  expect(await openTasks(house.memory, 'nhh')).toEqual([]);
});

test('a second officer cannot give it to another case', async () => {
  await matchCredit(house.deps, 'nhh', task, { mobility: first(), by: 'Finn' });
  expect(await matchCredit(house.deps, 'nhh', task, { mobility: house.ids[1] ?? '', by: 'Frida' })).toMatchObject({
    ok: false,
  });
  expect((await house.studentCase(1)).returns).toBeUndefined();
});

test.each(['', 'nobody', '0000000000'])('the reference “%s” is no case', async (typed) => {
  expect(await lookAtMatch(house.deps, 'nhh', task, typed)).toMatchObject({ ok: false });
});

test('sent back at the bank: the task is closed and nothing is booked', async () => {
  expect(await closeCredit(house.deps, 'nhh', task, 'sent back, says Finn')).toBe(true);
  expect(await openTasks(house.memory, 'nhh')).toEqual([]);
});

const returnsOf = async () => (await house.cases()).map(({ returns = [] }) => returns.length);

/** Both have opened the page; the other officer is faster by the moment before this officer's first write. */
function overtakenBy(other: () => Promise<unknown>): Deps {
  const { store } = house.deps;
  let writes = 0;
  const commit: Store['commit'] = async (all) => {
    writes += 1;
    if (writes === 1) await other();
    return store.commit(all);
  };
  return { ...house.deps, store: { ...store, commit } };
}

const give = (n: number, by: string, deps: Deps = house.deps) =>
  matchCredit(deps, 'nhh', task, { mobility: house.ids[n] ?? '', by });
const close = (deps: Deps = house.deps) => closeCredit(deps, 'nhh', task, 'sent back, says Frida');

test('two officers at once cannot give it to two cases: it counts once', async () => {
  const late = await give(
    0,
    'Finn',
    overtakenBy(() => give(1, 'Frida')),
  );
  expect([late.ok, await returnsOf()]).toEqual([false, [0, 1]]);
});

test('given to a case while a colleague sends it back at the bank: only one of the two is done', async () => {
  expect(await give(0, 'Finn', overtakenBy(close))).toMatchObject({ ok: false });
  expect([await returnsOf(), await openTasks(house.memory, 'nhh')]).toEqual([[0, 0], []]);
});

test('sent back at the bank while a colleague gives it to a case: only one of the two is done', async () => {
  expect(await close(overtakenBy(() => give(0, 'Finn')))).toBe(false);
  expect([await returnsOf(), await openTasks(house.memory, 'nhh')]).toEqual([[1, 0], []]);
});
