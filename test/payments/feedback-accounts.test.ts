import { beforeEach, describe, expect, test } from 'vitest';
import type { Rules } from '../../shared/mobility/perform.ts';
import { readFeedback } from '../../shared/payments/feedback.ts';
import { begin, booked, bookings, type Entry, house, kindsOf, OURS, read, states } from './feedback-bank.ts';
import { type Line, statementXml } from './statements.ts';

/** Files about more than one account. */

beforeEach(begin);

describe('a file about several accounts', () => {
  const SECOND = '15032080119';
  const THEIRS = '12345678903';
  /** The notifications of single accounts as one message. */
  const together = (...files: readonly string[]) => {
    const parts = files.map((file) => /<Ntfctn>.*<\/Ntfctn>/s.exec(file)?.[0] ?? '');
    return (files[0] ?? '').replace(/<Ntfctn>.*<\/Ntfctn>/s, parts.join(''));
  };
  const paidIn = (reference: string): Entry => ({ reference, direction: 'credit', kind: 'paid-in' });
  /** The institution with the second account in its bank profile. */
  const withSecond = (text: string) => {
    const { rules } = house.deps;
    const institution = (id: string) => {
      const known = rules.institution(id);
      return known && { ...known, bank: { ...known.bank, furtherAccounts: [SECOND] } };
    };
    const allowed: Rules = {
      institution,
      institutions: () => rules.institutions(),
      terms: (query) => rules.terms(query),
    };
    return readFeedback({ ...house.deps, rules: allowed }, 'nhh', 'file.xml', new TextEncoder().encode(text));
  };

  test('is read for ours; each other one is a task that shows no more of it than the bank must hear', async () => {
    await read(together(bookings([booked(1)], THEIRS), bookings([booked(0)]), bookings([paidIn('C1')], SECOND)));
    expect([await states(), house.tasks]).toEqual([
      ['booked', 'instructed', 'instructed'],
      [
        { kind: 'wrong-account', data: { file: 'file.xml', message: 'N1', account: '•••• 0119', entries: '1' } },
        { kind: 'wrong-account', data: { file: 'file.xml', message: 'N1', account: '•••• 8903', entries: '1' } },
      ],
    ]);
  });

  test('can be delivered again when the bank profile names the account: then the rest is booked, and nothing twice', async () => {
    const text = together(bookings([booked(0)]), bookings([booked(1)], SECOND));
    await read(text);
    await read(text);
    expect([await states(), kindsOf()]).toEqual([['booked', 'instructed', 'instructed'], ['wrong-account']]);
    expect(await withSecond(text)).toEqual({ kind: 'read', passedOn: 2, tasks: 0 });
    expect(await states()).toEqual(['booked', 'booked', 'instructed']);
    expect(await withSecond(text)).toEqual({ kind: 'seen-before' });
  });

  test('counts alike credits of two accounts as two, also under one reference', async () => {
    await withSecond(together(bookings([paidIn('C1')]), bookings([paidIn('C1')], SECOND)));
    expect(house.tasks.map(({ kind, data }) => [kind, data.reference, data.account])).toEqual([
      ['unmatched-credit', 'C1', undefined],
      ['unmatched-credit', `C1@${SECOND}`, SECOND],
    ]);
  });

  test('with a payment debited on both is a task: it was paid twice', async () => {
    await withSecond(together(bookings([booked(0)]), bookings([booked(0)], SECOND)));
    expect([kindsOf(), (await states())[0]]).toEqual([['booked-twice'], 'booked']);
  });

  test('follows the statements of each account apart', async () => {
    const day = (account: string, date: string, opening: string, closing: string, lines: readonly Line[]) =>
      statementXml({
        id: `${account}-${date}`,
        account,
        date,
        lines,
        balances: [
          ['OPBD', opening],
          ['CLBD', closing],
        ],
      });
    await withSecond(day(OURS, '2025-06-10', '0', '0', []));
    await withSecond(day(SECOND, '2025-06-10', '500', '500', []));
    await withSecond(day(OURS, '2025-06-11', '0', '0', []));
    expect(kindsOf()).toEqual([]);
    await withSecond(day(SECOND, '2025-06-11', '700', '700', []));
    expect(house.tasks).toMatchObject([{ kind: 'statement-gap', data: { account: SECOND } }]);
  });
});
