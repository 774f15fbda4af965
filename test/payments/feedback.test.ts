import { beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../shared/store/change.ts';
import { Transient } from '../../shared/store/errors.ts';
import { kidKey } from '../../shared/store/keys.ts';
import { begin, booked, bookings, house, kindsOf, read, returned, states } from './feedback-bank.ts';

/** How a file of the bank is read: whole, once, and however often it breaks off. */

beforeEach(begin);

test('a file that cannot be read is a task, once', async () => {
  await read('no file of a bank');
  await read('no file of a bank');
  expect(house.tasks).toMatchObject([{ kind: 'unreadable-bank-file', data: { file: 'file.xml' } }]);
});

describe('a part that fails', () => {
  test('does not keep back the others; the file counts as unread, and is complete after the next reading', async () => {
    // The index points to a case that is not there: something that only a person can put right.
    await house.memory.commit(
      change().put('cases', { ...kidKey('nhh', '18'), mobility: '0000000000' } as never).writes,
    );
    const text = bookings([booked(0), { reference: 'C', direction: 'credit', kind: 'paid-in', kid: '18' }, booked(1)]);
    await expect(read(text)).rejects.toThrow('There is no mobility');
    expect((await states()).slice(0, 2)).toEqual(['booked', 'booked']);
    await house.memory.commit(change().delete(kidKey('nhh', '18')).writes);
    expect(await read(text)).toMatchObject({ kind: 'read', tasks: 1 });
  });

  test.each(['before', 'after'] as const)(
    'at any call, %s it was done: read again, everything is there once',
    async (how) => {
      const text = () => bookings([booked(0), { reference: 'X', endToEndId: 'RENT' }, booked(1), returned(1)]);
      const whole = await begin();
      whole.failAt(Number.POSITIVE_INFINITY, how);
      await read(text());
      const { calls } = whole;
      for (let at = 1; at <= calls; at += 1) {
        await begin();
        house.failAt(at, how);
        await read(text()).catch((error: unknown) => expect(error).toBeInstanceOf(Transient));
        await read(text());
        expect(await states()).toEqual(['booked', 'returned', 'instructed']);
        expect(kindsOf()).toEqual(['unmatched-debit']);
        const ledger = house.memory.all('ledger').length;
        expect(ledger).toBe(whole.memory.all('ledger').length);
      }
    },
  );
});
