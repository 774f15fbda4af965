import { beforeEach, describe, expect, test } from 'vitest';
import type { Payment } from '../../shared/mobility/case.ts';
import { refuseLargeFile } from '../../shared/payments/feedback.ts';
import { tooLarge } from '../../shared/payments/tree.ts';
import { begin, booked, bookings, house, kindsOf, read, type Said, states, statuses } from './feedback-bank.ts';
import { House } from './house.ts';

/** What the bank says of our payment files, before anything is booked. */

beforeEach(begin);

describe('a status report', () => {
  test('of the whole file speaks for every payment that has no word of its own', async () => {
    const [, second = ''] = house.payments;
    await read(statuses({ status: 'ACCP' }, { [second]: { status: 'RJCT', reason: 'AC04' } }));
    expect(await states()).toEqual(['accepted', 'rejected', 'accepted']);
  });

  test('that rejects the whole file frees all its money, and asks no participant for another account', async () => {
    await read(statuses({ status: 'RJCT', reason: 'FF01' }));
    expect(await states()).toEqual(['rejected', 'rejected', 'rejected']);
    const asked = house.memory.all('cases').filter((item) => JSON.stringify(item).includes('account-needed'));
    expect([asked.length, kindsOf()]).toEqual([0, ['payment-refused', 'payment-refused', 'payment-refused']]);
  });

  test('that calls the file a duplicate says nothing about the first one', async () => {
    await read(statuses({ status: 'RJCT', reason: 'AM05' }));
    expect(await states()).toEqual(['instructed', 'instructed', 'instructed']);
  });

  test('on a file that we never sent is a task', async () => {
    await read(statuses({ status: 'ACCP' }, {}, 'NHH-19990101-0000'));
    expect(house.tasks).toMatchObject([{ kind: 'unknown-batch', data: { batch: 'NHH-19990101-0000' } }]);
  });

  test('on a payment that we never made is a task, and the others are heard', async () => {
    const [first = ''] = house.payments;
    await read(statuses(undefined, { 'X-UNKNOWN': { status: 'RJCT' }, [first]: { status: 'ACCP' } }));
    expect([kindsOf(), (await states())[0]]).toEqual([['unknown-payment'], 'accepted']);
  });

  test('on a payment that has not left yet is a task: it would be sent although it counts as rejected', async () => {
    const early = await House.with(1);
    const [first = ''] = early.payments;
    await read(statuses(undefined, { [first]: { status: 'RJCT', reason: 'AC04' } }), early);
    expect([early.tasks.map(({ kind }) => kind), (await early.studentCase(0)).payments[0]?.state]).toEqual([
      ['unsent-payment'],
      'ready',
    ]);
  });
});

describe('what the bank says of its own words', () => {
  test('the same message written anew is not read again', async () => {
    await read(bookings([booked(0)]));
    expect(await read(bookings([booked(0)]).replace('?>', '?><!-- anew -->'))).toEqual({ kind: 'seen-before' });
  });

  test('another message under the id of an older one is read, and is a task', async () => {
    await read(bookings([booked(0)]));
    await read(bookings([booked(1)]));
    expect([kindsOf(), (await states()).slice(0, 2)]).toEqual([['message-id-reused'], ['booked', 'booked']]);
  });

  test.each<[string, readonly Said[], Payment['state'], readonly string[]]>([
    ['late', [{ status: 'ACSC' }, { status: 'ACCP' }], 'accepted', []],
    ['an acceptance after the rejection', [{ status: 'RJCT', reason: 'AC04' }, { status: 'ACCP' }], 'rejected', []],
    [
      'settled after the rejection',
      [{ status: 'RJCT', reason: 'AC04' }, { status: 'ACSC' }],
      'rejected',
      ['settled-although-rejected'],
    ],
    [
      'rejected after it was settled',
      [{ status: 'ACSC' }, { status: 'RJCT', reason: 'AC04' }],
      'accepted',
      ['rejected-after-settlement'],
    ],
    ['pending after it was accepted', [{ status: 'ACCP' }, { status: 'PDNG' }], 'accepted', []],
    [
      'accepted step by step',
      [{ status: 'RCVD' }, { status: 'PDNG' }, { status: 'ACTC' }, { status: 'ACSP' }],
      'accepted',
      [],
    ],
  ])('%s', async (_, said, state, tasks) => {
    const [first = ''] = house.payments;
    for (const [n, one] of said.entries()) await read(statuses(undefined, { [first]: one }).replace('S1', `S${n}`));
    expect([(await states())[0], kindsOf()]).toEqual([state, tasks]);
  });

  test('a part of the file is refused and nobody says which: a task, and all stand', async () => {
    await read(statuses({ status: 'PART' }));
    expect([kindsOf(), await states()]).toEqual([['part-without-names'], ['instructed', 'instructed', 'instructed']]);
  });

  test('a payment refused in another file than ours stands, and is a task', async () => {
    const [first = ''] = house.payments;
    await read(statuses(undefined, { [first]: { status: 'RJCT', reason: 'AM04' } }, 'NHH-19990101-0000'));
    expect([kindsOf(), (await states())[0]]).toEqual([['other-batch'], 'instructed']);
  });

  test('a debit that takes a credit back books no payment, whatever it names', async () => {
    const text = bookings([booked(0)]).replace('</CdtDbtInd>', '</CdtDbtInd><RvslInd>true</RvslInd>');
    await read(text);
    expect([kindsOf(), (await states())[0]]).toEqual([['unmatched-debit'], 'instructed']);
  });

  test('a file too large to be looked at is one task that names it', async () => {
    await refuseLargeFile(house.deps, 'nhh', 'huge.xml', 'etag');
    await refuseLargeFile(house.deps, 'nhh', 'huge.xml', 'etag');
    expect(house.tasks).toMatchObject([
      { kind: 'unreadable-bank-file', data: { file: 'huge.xml', problem: tooLarge } },
    ]);
  });
});
