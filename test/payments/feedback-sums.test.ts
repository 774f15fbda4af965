import { beforeEach, describe, expect, test } from 'vitest';
import { runPayments } from '../../shared/payments/run.ts';
import { batch, begin, bookings, house, LOCAL, read, states, statuses } from './feedback-bank.ts';
import { type Line, statementXml } from './statements.ts';

/** A whole file booked as one sum. */

beforeEach(begin);

describe('one booking for a file of which the bank has yet to say what it refuses', () => {
  const two = { ...LOCAL, minor: 2 * LOCAL.minor };
  const sumOf = (amount = two) => bookings([{ reference: 'SUM', batchId: batch(), amount }]);
  const refusal = (n = 0) => statuses(undefined, { [house.payments[n] ?? '']: { status: 'RJCT', reason: 'AC04' } });
  const open = () =>
    house.memory
      .all('cases')
      .filter((item) => item.workPk === 'nhh#tasks')
      .map((item) => Reflect.get(item, 'kind'));
  const waiting = () => house.memory.all('cases').filter(({ sk }) => sk.startsWith('sum#')).length;

  test('waits, and books the others when it has said so; its task goes by itself', async () => {
    await read(sumOf());
    expect([await states(), open(), waiting()]).toEqual([
      ['instructed', 'instructed', 'instructed'],
      ['unmatched-sum'],
      1,
    ]);
    expect(await read(refusal())).toEqual({ kind: 'read', passedOn: 3, tasks: 0 });
    expect([await states(), open(), waiting()]).toEqual([['rejected', 'booked', 'booked'], [], 0]);
  });

  test('waits on while what the bank says does not explain it', async () => {
    await read(sumOf({ ...LOCAL, minor: LOCAL.minor }));
    await read(refusal(0));
    expect([open(), waiting()]).toEqual([['unmatched-sum'], 1]);
    await read(refusal(1).replace('S1', 'S2'));
    expect([await states(), open(), waiting()]).toEqual([['rejected', 'rejected', 'booked'], [], 0]);
  });

  test('is not booked by an acceptance of all: the sum still disagrees, and finance keeps the task', async () => {
    await read(sumOf());
    await read(statuses({ status: 'ACSC' }));
    expect([await states(), open(), waiting()]).toEqual([['accepted', 'accepted', 'accepted'], ['unmatched-sum'], 1]);
  });

  test('told again by the statement of the day is one task, and booked once', async () => {
    const again: Line = { amount: '34851.74', direction: 'DBIT', reference: 'S-SUM', batchId: batch() };
    const balances = [
      ['OPBD', '34851.74'],
      ['CLBD', '0'],
    ] as const;
    const statement = statementXml({ lines: [again], balances });
    await read(sumOf());
    await read(statement);
    expect(open()).toEqual(['unmatched-sum']);
    await read(refusal());
    await read(statement.replaceAll('ST1', 'ST1-AGAIN'));
    expect([await states(), open(), waiting()]).toEqual([['rejected', 'booked', 'booked'], [], 0]);
  });

  test('leaves out the returns of over-payments that it refuses, too', async () => {
    for (const id of house.ids.slice(0, 2)) {
      const credit = { local: { minor: 5_000, currency: 'NOK' }, date: '2025-06-11', reference: `C-${id}` };
      await house.give(id, { type: 'repayment-received', ...credit });
      await house.give(id, { type: 'release-return', by: 'Controller', payment: `NHH-${id}-RET1` });
    }
    house.now = '2025-06-12T10:05:00.000Z';
    const { batches } = await runPayments(house.deps, house, 'nhh');
    const [file = ''] = batches;
    const [first = '', second = ''] = house.ids.map((id) => `NHH-${id}-RET1`);
    await read(bookings([{ reference: 'SUM', batchId: file, amount: { minor: 5_000, currency: 'NOK' } }]));
    await read(statuses(undefined, { [first]: { status: 'RJCT', reason: 'AM04' } }, file));
    const returns = (await house.cases()).flatMap((one) => one.returns ?? []);
    expect(returns.find(({ id }) => id === first)?.state).toBe('rejected');
    expect(returns.find(({ id }) => id === second)?.state).toBe('booked');
    expect([open(), waiting()]).toEqual([['payment-refused'], 0]);
  });

  test('of a file that is not ours is a debit like any other', async () => {
    await read(bookings([{ reference: 'SUM', batchId: 'PAYROLL#1', amount: two }]));
    await read(statuses({ status: 'ACSC' }, {}, 'PAYROLL#1'));
    expect(open()).toEqual(['unknown-batch', 'unmatched-debit']);
  });

  test.each(['before', 'after'] as const)(
    'whatever call fails, %s it was done, everything is there once',
    async (how) => {
      const story = async () => {
        for (const text of [sumOf(), refusal()]) {
          // One call fails in the whole story: of two readings at most one.
          const readings = [await read(text).catch(String), await read(text).catch(String)];
          expect(readings.filter((one) => typeof one === 'string').length).toBeLessThan(2);
        }
      };
      house.failAt(Number.POSITIVE_INFINITY, how);
      await story();
      const { calls } = house;
      const ledger = house.memory.all('ledger').length;
      for (let at = 1; at <= calls; at += 1) {
        await begin();
        house.failAt(at, how);
        await story();
        expect([await states(), open(), waiting()]).toEqual([['rejected', 'booked', 'booked'], [], 0]);
        expect(house.memory.all('ledger').length).toBe(ledger);
      }
    },
  );
});
