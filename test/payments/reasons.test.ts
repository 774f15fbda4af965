import { describe, expect, test } from 'vitest';
import { accountFailed, doubtIn, failedOnOurSide } from '../../shared/payments/reasons.ts';

const rejected = (reason?: string) => ({ state: 'rejected', ...(reason === undefined ? {} : { reason }) });
const returned = (reason: string) => ({ state: 'returned', reason });

describe('who acts after a payment that did not arrive', () => {
  test.each([
    ...['AC01', 'AC03', 'AC04', 'AC06', 'AC07', 'AC09', 'AC11', 'AC14', 'AC15', 'AC17', 'AG01', 'AG03'],
    ...['BE01', 'BE06', 'CNOR', 'RC01', 'RC04'],
  ])('%s: the payee gives another account', (reason) => {
    expect([rejected(reason), returned(reason), { ...rejected(reason), fileRefused: true }].map(accountFailed)).toEqual(
      [true, true, true],
    );
  });

  test.each([
    ...['AC02', 'AC05', 'AC13', 'AM01', 'AM02', 'AM03', 'AM04', 'AM05', 'AM06', 'AM07', 'AM09', 'AM12', 'BE04', 'BE05'],
    ...['BE22', 'CANC', 'CURR', 'CUST', 'DNOR', 'DT01', 'DUPL', 'ED05', 'FF01', 'FOCR', 'MD07', 'RC03', 'RR01', 'RR02'],
    ...['RR03', 'RR04', 'TM01'],
  ])('%s: finance does; the account is not to blame', (reason) => {
    expect([rejected(reason), returned(reason)].map(failedOnOurSide)).toEqual([true, true]);
  });

  test.each(['MS02', 'MS03', 'NARR', 'ZZ99'])(
    '%s says nothing: refused by our bank it is a question to our bank, sent back it lies at the account',
    (reason) => {
      expect([accountFailed(rejected(reason)), accountFailed(returned(reason))]).toEqual([false, true]);
    },
  );

  test.each(['booked', 'held', 'cancelled'])('a payment that is %s has not failed', (state) => {
    expect([accountFailed({ state, reason: 'AC04' }), failedOnOurSide({ state, reason: 'AM04' })]).toEqual([
      false,
      false,
    ]);
  });

  test.each([
    ['BE01', 'name-mismatch'],
    ['BE06', 'name-mismatch'],
    ['RR04', 'regulatory'],
    ['AM07', 'regulatory'],
    ['AC04', undefined],
  ])('%s: a doubt about who is paid: %s', (reason, doubt) => {
    expect([doubtIn(rejected(reason)), doubtIn({ state: 'booked', reason })]).toEqual([doubt, undefined]);
  });
});
