import { describe, expect, test } from 'vitest';
import { holdInWords } from '../../shared/language/holds.ts';
import { holdsOf } from '../../shared/mobility/holds.ts';
import { runPayments } from '../../shared/payments/run.ts';
import { House } from '../payments/house.ts';
import { OneCase } from './one-case.ts';

/** Signed, and the first payment prepared: 1 484.00, below the amount that needs a second person. */
const prepared = () => OneCase.signed();

const codes = (one: OneCase) => holdsOf(one.mobility).map(({ code }) => code);
const sentences = (one: OneCase) => holdsOf(one.mobility).map((hold) => holdInWords(hold, 'en'));
const last = (one: OneCase) => one.mobility.payments.at(-1);
const first = 'NHH-8F3K2M9QRT-PRE1';
const hold = { type: 'hold-payment', by: 'Kari Office', reason: 'The nomination is being looked into.' } as const;

describe('the office keeps a payment back', () => {
  test('one that has not left yet is put before a second person, with the office’s reason', () => {
    const one = prepared();
    one.do(hold);
    expect(last(one)).toMatchObject({ id: first, state: 'held', holdReason: 'office' });
    const office = { by: 'Kari Office', reason: 'The nomination is being looked into.' };
    expect(holdsOf(one.mobility)).toEqual([{ code: 'office', payment: first, office, vouchers: false }]);
    expect(sentences(one)).toEqual(['Kari Office keeps it back: The nomination is being looked into.']);
    expect(one.mails.at(-1)).toBe('payment-approval');
  });

  test('before one is prepared, the next one is held', () => {
    const one = new OneCase();
    one.do({ type: 'assess' });
    one.do({ type: 'approve', by: 'Ola' });
    one.do({ type: 'reserve' });
    one.do({ type: 'issue-agreement' });
    one.do({ type: 'sign' });
    one.do(hold);
    expect(codes(one)).toEqual(['office']);
    one.do({ type: 'prepare-payment' });
    expect(last(one)).toMatchObject({ state: 'held', holdReason: 'office' });
  });

  test.each(['Kari Office', ' kari  OFFICE '])('%j cannot release it: the second person is another', (by) => {
    const one = prepared();
    one.do(hold);
    expect(one.try({ type: 'release-payment', by, payment: first })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'same-person' },
    });
    one.do({ type: 'release-payment', by: 'Controller', payment: first });
    expect([last(one)?.state, one.mobility.hold, codes(one)]).toEqual(['ready', undefined, []]);
  });

  test('before one is prepared, somebody else can take the hold off again; nobody else is asked', () => {
    const one = prepared().book('2025-06-12T09:00:00.000Z');
    one.do(hold);
    expect(one.try({ type: 'lift-hold', by: 'kari office' })).toMatchObject({ refusal: { code: 'same-person' } });
    one.do({ type: 'lift-hold', by: 'Ola' });
    expect([codes(one), one.events.at(-1)]).toEqual([[], 'HoldLifted']);
    expect(one.try({ type: 'lift-hold', by: 'Ola' })).toMatchObject({ refusal: { code: 'not-held' } });
  });

  test('a payment that waits on it is for the second person who was asked', () => {
    const one = prepared();
    one.do(hold);
    expect(one.try({ type: 'lift-hold', by: 'Ola' })).toMatchObject({ refusal: { code: 'payment-held' } });
  });

  test.each([
    ['without a reason', prepared(), { ...hold, reason: '  ' }, 'reason-missing'],
    ['a case in which nothing is paid', new OneCase(), hold, 'not-open'],
  ])('%s it cannot be', (_what, one, command, code) => {
    expect(one.try(command)).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  test('not what the bank has, and not twice', () => {
    const one = prepared();
    one.do({ type: 'payment-instructed', payment: first, batch: 'B' });
    expect(one.try(hold)).toMatchObject({ kind: 'refused', refusal: { code: 'with-the-bank' } });
    const other = prepared();
    other.do(hold);
    expect(other.try(hold)).toMatchObject({ kind: 'refused', refusal: { code: 'held-already' } });
  });

  test('no payment run takes it; released, the next one does', async () => {
    const house = await House.with(2);
    const [id = ''] = house.ids;
    await house.give(id, hold);
    await runPayments(house.deps, house, 'nhh');
    expect((await house.studentCase(0)).payments[0]?.state).toBe('held');
    expect((await house.studentCase(1)).payments[0]?.state).toBe('instructed');
    await house.give(id, { type: 'release-payment', by: 'Controller', payment: house.payments[0] ?? '' });
    house.now = '2025-06-11T10:05:00.000Z';
    await runPayments(house.deps, house, 'nhh');
    expect((await house.studentCase(0)).payments[0]?.state).toBe('instructed');
    expect(house.files.size).toBe(2);
  });
});

describe('after a payment that did not arrive', () => {
  /** The payment is rejected for this reason, and the participant's other account is approved. */
  function replaced(reason: string): OneCase {
    const one = prepared();
    one.do({ type: 'payment-instructed', payment: first, batch: 'B' });
    one.do({ type: 'payment-status', payment: first, status: 'RJCT', reason });
    expect(codes(one)).toEqual(['account-needed']);
    expect(one.mails.at(-1)).toBe('account-needed');
    one.do({ type: 'propose-account', account: { bban: '86011117947' } });
    expect(codes(one)).toEqual(['account-change']);
    one.do({ type: 'decide-account', by: 'Controller', approve: true });
    one.do({ type: 'prepare-payment' });
    return one;
  }

  test.each([
    ['AC04', 'the account is closed', 'ready', undefined],
    ['AC01', 'the account number is wrong', 'ready', undefined],
    ['BE01', 'the name does not belong to the account', 'held', 'name-mismatch'],
  ])('%s: %s; the next payment is %s', (reason, words, state, code) => {
    const one = prepared();
    one.do({ type: 'payment-instructed', payment: first, batch: 'B' });
    one.do({ type: 'payment-status', payment: first, status: 'RJCT', reason });
    expect(sentences(one)).toEqual([`The participant was asked for another account, because ${words} (${reason}).`]);
    const next = replaced(reason);
    expect([last(next)?.state, last(next)?.holdReason]).toEqual([state, code]);
    expect(codes(next)).toEqual(code === undefined ? [] : [code]);
  });

  test.each([
    ['AM04', 'bank-refused'],
    ['MS03', 'bank-refused'],
    ['MD07', 'bank-refused'],
    ['RR04', 'regulatory'],
    ['AM07', 'regulatory'],
  ])('%s: no other account is asked for; finance has a task, and a second person looks (%s)', (reason, code) => {
    const one = prepared();
    one.do({ type: 'payment-instructed', payment: first, batch: 'B' });
    one.do({ type: 'payment-status', payment: first, status: 'RJCT', reason });
    expect(one.mails.at(-1)).toBe('finance-task');
    expect(one.mails).not.toContain('account-needed');
    one.do({ type: 'prepare-payment' });
    expect([last(one)?.state, codes(one)]).toEqual(['held', [code]]);
  });
});
