import { describe, expect, test } from 'vitest';
import { amountDue, kept, outstanding } from '../../shared/mobility/balance.ts';
import type { Application } from '../../shared/mobility/commands.ts';
import { eur } from '../../shared/money/money.ts';
import {
  closed,
  confirm,
  demanded,
  JAN,
  JUNE,
  kinds,
  lastPayment,
  NOV,
  other,
  paid,
  rejected,
  returned,
  startsOf,
  surveys,
} from './journeys.ts';
import { application, OneCase } from './one-case.ts';

/** Money, banks and accounts at a moment at which nobody expects them. Each of these once left a case where it could not go on. */

describe('money comes back', () => {
  test('after the case was closed: a new account is asked for, approved and paid to, and the case closes again', () => {
    const one = closed();
    one.do(returned(one), '2026-01-20T09:00:00.000Z');
    expect([one.mobility.state, startsOf(one)]).toEqual(['settled', ['payout']]);
    one.do({ type: 'propose-account', account: other });
    one.do({ type: 'decide-account', by: 'Controller', approve: true });
    expect(kinds(one)).toContain('balance-duty');
    one.do({ type: 'prepare-payment' });
    expect(lastPayment(one)).toMatchObject({ id: 'NHH-8F3K2M9QRT-BAL2', amount: eur(67_133), account: other });
    one.book('2026-01-22T09:00:00.000Z');
    expect([one.mobility.state, outstanding(one.mobility)]).toEqual(['closed', eur(0)]);
  });

  test('while it is demanded back: the demand is dropped and what is due is paid', () => {
    const one = demanded();
    one.do(returned(one), JAN);
    expect([one.mobility.state, amountDue(one.mobility)]).toEqual(['settled', eur(123_667)]);
    one.do({ type: 'propose-account', account: other });
    one.do({ type: 'decide-account', by: 'Controller', approve: true });
    one.do({ type: 'prepare-payment' });
    one.book('2026-01-22T09:00:00.000Z');
    expect(one.mobility.state).toBe('closed');
  });

  test('before anybody has told of the booking: it is paid and returned at once, and the late booking changes nothing', () => {
    const one = OneCase.signed();
    const { id, local } = lastPayment(one);
    one.do({ type: 'payment-instructed', payment: id, batch: 'NHH-1' }, JUNE);
    one.do(returned(one));
    expect([lastPayment(one).state, kept(one.mobility)]).toEqual(['returned', eur(0)]);
    const late = { type: 'payment-booked', payment: id, local, date: '2025-06-11', reference: 'r' } as const;
    expect(one.try(late).kind).toBe('nothing');
    expect(one.mails).toContain('account-needed');
  });

  test('in another currency than it went out: nothing is posted, finance looks at it', () => {
    const one = paid();
    const { id } = lastPayment(one);
    const decision = one.do({
      type: 'payment-returned',
      payment: id,
      local: eur(148_400),
      date: '2025-06-20',
      reference: 'back',
      reason: 'AC04',
    });
    expect([decision.transfers, lastPayment(one).state]).toEqual([[], 'booked']);
  });

  test('between the end of the stay and the calculation: the balance it makes due waits for the surveys again', () => {
    const one = paid();
    one.do(confirm('2025-10-27'), NOV);
    expect(one.mobility.openPhases).toEqual(['settlement']);
    one.do(returned(one));
    // The workflow asks for the calculation now: it is too early, and the phase has to be free to start again.
    one.do({ type: 'settle' });
    expect([one.mobility.state, one.mobility.openPhases]).toEqual(['stay-ended', []]);
    expect(kinds(one)).toContain('obligations-reminder');
    expect(one.mails).toContain('obligations-request');
    one.do(surveys);
    expect(startsOf(one)).toEqual(['settlement']);
    one.do({ type: 'settle' });
    expect(one.mobility.settlement).toMatchObject({ outcome: 'balance', amount: eur(123_667) });
  });

  test('the surveys are there before the workflow has asked: the calculation under way goes on', () => {
    const one = paid();
    one.do(confirm('2025-10-27'), NOV);
    one.do(returned(one));
    one.do(surveys);
    one.do({ type: 'settle' });
    expect(one.mobility.state).toBe('settled');
  });
});

describe('the bank rejects', () => {
  test.each(['FF01', 'AM04', 'DT01'])(
    'for its own reasons (%s): the account stays, a second person lets it go anew',
    (reason) => {
      const one = OneCase.signed();
      one.do(rejected(one, reason), JUNE);
      expect(one.mails).not.toContain('account-needed');
      expect(one.decisions.at(-1)?.records).toMatchObject([{ record: 'task', kind: 'payment-refused' }]);
      one.do({ type: 'prepare-payment' });
      expect(lastPayment(one)).toMatchObject({ id: 'NHH-8F3K2M9QRT-PRE2', state: 'held', holdReason: 'bank-refused' });
      one.do({ type: 'release-payment', by: 'Controller', payment: lastPayment(one).id });
      one.book('2025-06-13T09:00:00.000Z');
      expect(kept(one.mobility)).toEqual(eur(148_400));
    },
  );

  test('the account that has been replaced meanwhile: the new one is paid at once, nobody is asked again', () => {
    const one = OneCase.signed();
    one.do({ type: 'payment-instructed', payment: lastPayment(one).id, batch: 'NHH-1' }, JUNE);
    one.do({ type: 'propose-account', account: other });
    one.do({ type: 'decide-account', by: 'Controller', approve: true });
    one.do(rejected(one));
    expect(one.mails).not.toContain('account-needed');
    one.do({ type: 'prepare-payment' });
    expect(lastPayment(one)).toMatchObject({ state: 'ready', account: other });
  });

  test('the same account in another spelling is no other account', () => {
    const one = OneCase.signed();
    one.do({ type: 'propose-account', account: other });
    one.do({ type: 'decide-account', by: 'Controller', approve: true });
    expect(one.try({ type: 'propose-account', account: { iban: 'NO9386011117947' } })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'same-account' },
    });
  });

  test('the last payment of a stay that came to nothing: no account is asked for', () => {
    const one = OneCase.signed();
    one.do({ type: 'payment-instructed', payment: lastPayment(one).id, batch: 'NHH-1' }, JUNE);
    one.do({ type: 'withdraw', reason: '' });
    one.do(rejected(one));
    one.do({ type: 'settle' });
    expect([one.mobility.state, one.mails.includes('account-needed')]).toEqual(['closed', false]);
  });
});

describe('another account', () => {
  test('sent twice is one proposal, with one reminder', () => {
    const one = paid();
    one.do({ type: 'propose-account', account: other });
    expect(one.try({ type: 'propose-account', account: other }).kind).toBe('nothing');
    one.do({ type: 'propose-account', account: { iban: 'DE89370400440532013000' } });
    expect(kinds(one).filter((kind) => kind === 'four-eyes-reminder')).toHaveLength(1);
  });

  test('refused although nothing is wrong with the old one: nobody is asked for an account', () => {
    const one = paid();
    one.do({ type: 'propose-account', account: other });
    one.do({ type: 'decide-account', by: 'Controller', approve: false });
    expect(kinds(one)).not.toContain('account-reminder');
  });

  test('refused while the old one does not work: the participant is reminded', () => {
    const one = OneCase.signed();
    one.do(rejected(one), JUNE);
    one.do({ type: 'propose-account', account: other });
    one.do({ type: 'decide-account', by: 'Controller', approve: false });
    one.do({ type: 'fall-due', delivered: [] }, '2025-06-20T09:00:00.000Z');
    expect(one.mails.at(-1)).toBe('account-needed');
  });

  test('still undecided when the case closes: the second person is told so', () => {
    const one = paid();
    one.do({ type: 'propose-account', account: other });
    one.do(confirm('2025-11-11'), NOV);
    one.do({ type: 'settle' });
    expect(one.mobility.state).toBe('closed');
    expect(one.try({ type: 'decide-account', by: 'Controller', approve: true })).toMatchObject({ kind: 'refused' });
  });
});

describe('above the amount that one person may release', () => {
  const doubleDegree: Application = {
    ...application,
    stay: {
      ...application.stay,
      planned: { start: '2025-08-18', end: '2026-06-12' },
      facts: { ...application.stay.facts, doubleDegree: true },
    },
  };
  const held = () => {
    const one = new OneCase('2025-06-02T09:00:00.000Z', doubleDegree);
    one.do({ type: 'approve', by: 'Ola' });
    one.do({ type: 'reserve' });
    one.do({ type: 'issue-agreement' });
    one.do({ type: 'sign' });
    one.do({ type: 'prepare-payment' });
    return one;
  };

  test('a payment released and then taken back is ready in the store, not held', () => {
    const one = held();
    one.do({ type: 'release-payment', by: 'Controller', payment: lastPayment(one).id });
    const { records } = one.do({ type: 'withdraw', reason: '' });
    expect(records).toContainEqual({ record: 'payment-cancelled', id: 'NHH-8F3K2M9QRT-PRE1', from: 'ready' });
  });

  test('a payment taken back while it is held', () => {
    const one = held();
    const { records } = one.do({ type: 'withdraw', reason: '' });
    expect(records).toContainEqual({ record: 'payment-cancelled', id: 'NHH-8F3K2M9QRT-PRE1', from: 'held' });
  });

  test('a new account takes a held payment back, which would go to the old one; the next one goes to the new', () => {
    const one = held();
    one.do({ type: 'propose-account', account: other });
    one.do({ type: 'decide-account', by: 'Controller', approve: true });
    expect(one.mobility.payments.map(({ state }) => state)).toEqual(['cancelled']);
    one.do({ type: 'prepare-payment' });
    expect(lastPayment(one)).toMatchObject({ id: 'NHH-8F3K2M9QRT-PRE2', state: 'held', account: other });
  });

  test('a decision on an account leaves the reminder of a held payment, which waits for that decision', () => {
    const one = held();
    one.do({ type: 'propose-account', account: other });
    one.do({ type: 'decide-account', by: 'Controller', approve: false });
    const refs = () => one.mobility.deadlines.filter(({ kind }) => kind === 'four-eyes-reminder').map(({ ref }) => ref);
    expect(refs()).toEqual(['NHH-8F3K2M9QRT-PRE1']);
    one.do({ type: 'propose-account', account: { iban: 'DE89370400440532013000' } });
    const release = { type: 'release-payment', by: 'Controller', payment: lastPayment(one).id } as const;
    expect(one.try(release)).toMatchObject({ refusal: { code: 'account-open' } });
    expect(refs()).toEqual(['NHH-8F3K2M9QRT-PRE1', 'account']);
  });

  test('both fall due in the same morning: both are reminded of, now and later', () => {
    const one = held();
    one.do({ type: 'propose-account', account: other });
    const { effects } = one.do({ type: 'fall-due', delivered: [] }, '2025-06-20T09:00:00.000Z');
    const mails = effects.flatMap((effect) => (effect.type === 'mail' ? [effect.template] : []));
    expect(mails.sort()).toEqual(['account-approval', 'payment-approval']);
    expect(kinds(one).filter((kind) => kind === 'four-eyes-reminder')).toHaveLength(2);
  });
});

test('a phase is started afresh by the execution that ran out of time, and by no other', () => {
  const one = OneCase.signed();
  expect(one.do({ type: 'restart-phase', phase: 'payout', attempt: 1 }).effects).toEqual([
    { type: 'start-phase', phase: 'payout', attempt: 2 },
    { type: 'resume', wait: 'payment', attempt: 1 },
  ]);
  expect(one.try({ type: 'restart-phase', phase: 'payout', attempt: 1 }).kind).toBe('nothing');
});

describe('a hold', () => {
  test('outlives the end of a case that owed nothing more, and can be taken off there', () => {
    const one = closed();
    const correction = { reason: 'One day less.', evidence: 'Archive 26/17' };
    one.do({ type: 'propose-correction', by: 'Ola', dates: { start: '2025-08-18', end: '2025-12-19' }, ...correction });
    one.do({ type: 'hold-payment', by: 'Per', reason: 'To be looked into.' });
    one.do({ type: 'decide-correction', by: 'Controller', approve: true });
    one.do({ type: 'settle' });
    expect([one.mobility.state, one.mobility.hold?.by]).toEqual(['closed', 'Per']);
    one.do({ type: 'lift-hold', by: 'Controller' });
    expect(one.mobility.hold).toBeUndefined();
  });
});
