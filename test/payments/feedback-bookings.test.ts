import { beforeEach, describe, expect, test } from 'vitest';
import { kept } from '../../shared/mobility/balance.ts';
import { eur } from '../../shared/money/money.ts';
import {
  batch,
  begin,
  booked,
  bookings,
  house,
  kindsOf,
  LOCAL,
  read,
  returned,
  states,
  statuses,
} from './feedback-bank.ts';

/** Movements of our account, as notifications tell them. */

beforeEach(begin);

describe('a notification of bookings', () => {
  test('books each payment at its case', async () => {
    expect(await read(bookings([booked(0), booked(1), booked(2)]))).toEqual({ kind: 'read', passedOn: 3, tasks: 0 });
    expect(await states()).toEqual(['booked', 'booked', 'booked']);
  });

  test('the same file again is not read again', async () => {
    await read(bookings([booked(0)]));
    expect(await read(bookings([booked(0)]))).toEqual({ kind: 'seen-before' });
  });

  test('the same booking in another file pays once', async () => {
    await read(bookings([booked(0)]));
    await read(bookings([booked(0), booked(1)]));
    expect([await states(), kept(await house.studentCase(0))]).toEqual([
      ['booked', 'booked', 'instructed'],
      eur(148_400),
    ]);
  });

  test('paid and returned in one file, in either order, is returned', async () => {
    await read(bookings([booked(0), returned(0), returned(1), booked(1)]));
    expect((await states()).slice(0, 2)).toEqual(['returned', 'returned']);
    expect(kindsOf()).toEqual([]);
  });

  test('of another account is a task, and books nothing', async () => {
    await read(bookings([booked(0)], '12345678903'));
    expect([kindsOf(), (await states())[0]]).toEqual([['wrong-account'], 'instructed']);
  });

  test('one booking for the whole file books all its payments', async () => {
    const whole = { reference: 'B', batchId: batch(), amount: { ...LOCAL, minor: 3 * LOCAL.minor } };
    await read(bookings([whole]));
    expect(await states()).toEqual(['booked', 'booked', 'booked']);
  });

  test('one booking for what is left of the file after a rejection books the others', async () => {
    const [first = ''] = house.payments;
    await read(statuses(undefined, { [first]: { status: 'RJCT', reason: 'AC04' } }));
    await read(bookings([{ reference: 'B', batchId: batch(), amount: { ...LOCAL, minor: 2 * LOCAL.minor } }]));
    expect(await states()).toEqual(['rejected', 'booked', 'booked']);
  });

  test('one booking that fits no set of its payments is a task', async () => {
    await read(bookings([{ reference: 'B', batchId: batch(), amount: { ...LOCAL, minor: 2 * LOCAL.minor } }]));
    expect([kindsOf(), await states()]).toEqual([['unmatched-sum'], ['instructed', 'instructed', 'instructed']]);
    expect(house.tasks[0]?.data).toMatchObject({ payments: '3', instructed: '52277.61 NOK', amount: '34851.74 NOK' });
  });

  test.each([
    ['a debit that is none of ours', { reference: 'D', endToEndId: 'RENT-2025-06' }, 'unmatched-debit'],
    ['a batch in another currency', { reference: 'D', batchId: 'of-this-file', amount: eur(1) }, 'unmatched-sum'],
    ['a credit without a KID', { reference: 'C', direction: 'credit', kind: 'paid-in' }, 'unmatched-credit'],
    [
      'a credit with an unknown KID',
      { reference: 'C', direction: 'credit', kind: 'paid-in', kid: '18' },
      'unmatched-credit',
    ],
    [
      'money returned for nobody',
      { reference: 'R', direction: 'credit', kind: 'returned', returnReason: 'AC04' },
      'unmatched-credit',
    ],
  ] as const)('%s is a task', async (_, entry, kind) => {
    const known = 'batchId' in entry ? { ...entry, batchId: batch() } : entry;
    await read(bookings([known, booked(2)]));
    expect([kindsOf(), (await states())[2]]).toEqual([[kind], 'booked']);
  });

  test('returned in another currency than it was paid in is a task of the case', async () => {
    await read(bookings([booked(0), { ...returned(0), amount: eur(148_400) }, booked(1)]));
    expect([kindsOf(), (await states()).slice(0, 2)]).toEqual([['returned-amount-differs'], ['booked', 'booked']]);
  });
});
