import { beforeEach, describe, expect, test } from 'vitest';
import { batch, begin, booked, bookings, house, kindsOf, read, returned, states } from './feedback-bank.ts';
import { type Line, statementXml } from './statements.ts';

/** The statement of the account beside its notifications. */

beforeEach(begin);

describe('a statement after the notifications of the same day', () => {
  const amount = '17425.87';
  const line = (n: number, more: Partial<Line> = {}): Line => ({
    amount,
    direction: 'DBIT',
    reference: `S${n}`,
    endToEndId: house.payments[n] ?? '',
    ...more,
  });
  const money = (minor: number) => `${minor < 0 ? '-' : ''}${Math.abs(minor / 100).toFixed(2)}`;
  const statement = (lines: readonly Line[], opening = 0, id = 'ST1', date = '2025-06-11') => {
    const moved = lines.map((one) => Math.round(Number(one.amount) * 100) * (one.direction === 'DBIT' ? -1 : 1));
    const closing = moved.reduce((sum, minor) => sum + minor, opening);
    return statementXml({
      id,
      date,
      lines,
      balances: [
        ['OPBD', money(opening)],
        ['CLBD', money(closing)],
      ],
    });
  };
  const bankAccount = () => house.memory.all('ledger').length;

  test('books nothing a second time, under whatever references', async () => {
    await read(bookings([booked(0), booked(1), returned(1)]));
    const before = bankAccount();
    await read(statement([line(0), line(1), line(1, { direction: 'CRDT', reason: 'AC04', reference: 'S9' })]));
    expect([await states(), bankAccount(), kindsOf()]).toEqual([['booked', 'returned', 'instructed'], before, []]);
  });

  test('books what no notification told, and in either order', async () => {
    await read(statement([line(0), line(1), line(2)]));
    await read(bookings([booked(0), booked(1), booked(2)]));
    expect([await states(), kindsOf()]).toEqual([['booked', 'booked', 'booked'], []]);
  });

  test('with the whole file as one sum changes nothing of what was booked one by one', async () => {
    await read(bookings([booked(0), booked(1), booked(2)]));
    const sum: Line = { amount: '52277.61', direction: 'DBIT', reference: 'SUM', batchId: batch() };
    await read(statement([sum]));
    expect([await states(), kindsOf()]).toEqual([['booked', 'booked', 'booked'], []]);
  });

  test('that shows a payment twice is a task: the account was debited twice', async () => {
    await read(bookings([booked(0)]));
    await read(statement([line(0), line(0, { reference: 'S-AGAIN' })]));
    expect([kindsOf(), (await states())[0]]).toEqual([['booked-twice'], 'booked']);
  });

  test('of a later day that shows the payment again is a task of the case', async () => {
    await read(bookings([booked(0)]));
    await read(statement([line(0, { reference: 'S-LATER' })], 0, 'ST2', '2025-06-13'));
    expect([kindsOf(), (await states())[0]]).toEqual([['booked-again'], 'booked']);
  });

  test('counts credits that no reference tells apart: only what it has more is new', async () => {
    const credit = { direction: 'credit', kind: 'paid-in', amount: { minor: 50_000, currency: 'NOK' } } as const;
    await read(
      bookings([
        { ...credit, reference: 'C1' },
        { ...credit, reference: 'C2' },
      ]),
    );
    const seen = (reference: string): Line => ({ amount: '500', direction: 'CRDT', reference });
    await read(statement([seen('X1'), seen('X2')]));
    expect(kindsOf()).toEqual(['unmatched-credit', 'unmatched-credit']);
    await read(statement([seen('X1'), seen('X2'), seen('X3')], 0, 'ST2'));
    expect(kindsOf()).toHaveLength(3);
  });

  test('that does not add up books nothing, and finance reads why', async () => {
    await read(
      statementXml({
        lines: [line(0)],
        balances: [
          ['OPBD', '0'],
          ['CLBD', '0'],
        ],
      }),
    );
    expect([await states(), kindsOf()]).toEqual([['instructed', 'instructed', 'instructed'], ['unreadable-bank-file']]);
    expect(house.tasks[0]?.data).toMatchObject({ file: 'file.xml', problem: expect.stringMatching(/do not explain/) });
  });

  test('that does not begin where the one before ended is read, and the gap is a task', async () => {
    await read(statement([], 10_000, 'ST1', '2025-06-10'));
    await read(statement([], 10_000, 'ST2', '2025-06-11'));
    expect(kindsOf()).toEqual([]);
    await read(statement([line(0)], 20_000, 'ST4', '2025-06-13'));
    await read(statement([], 10_000, 'ST1 again', '2025-06-10'));
    expect([house.tasks.map(({ kind, data }) => [kind, data.ended, data.begins]), (await states())[0]]).toEqual([
      [['statement-gap', '100.00 NOK', '200.00 NOK']],
      'booked',
    ]);
  });
});
