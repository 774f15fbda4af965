import { describe, expect, test } from 'vitest';
import { amountDue, kept, outstanding } from '../../shared/mobility/balance.ts';
import type { Payment } from '../../shared/mobility/case.ts';
import type { Application, Command } from '../../shared/mobility/commands.ts';
import { eur } from '../../shared/money/money.ts';
import { application, OneCase } from './one-case.ts';

/** What comes at a moment at which nobody expects it. Each of these once left a case in a state it could not leave. */

const JUNE = '2025-06-11T09:00:00.000Z';
const OCT = '2025-10-01T09:00:00.000Z';
const NOV = '2025-11-20T09:00:00.000Z';
const JAN = '2026-01-08T09:00:00.000Z';
const other = { bban: '86011117947' } as const;

const surveys = { type: 'report-obligations', codes: ['learning-agreement', 'eu-survey', 'nhh-survey'] } as const;

function confirm(end: string): Command {
  return { type: 'confirm-stay', by: 'host', period: { start: '2025-08-18', end }, name: 'Marie', role: 'C' };
}

function lastPayment(one: OneCase): Payment {
  const payment = one.mobility.payments.at(-1);
  if (!payment) throw new Error('no payment');
  return payment;
}

function returned(one: OneCase, reference = 'back'): Command {
  const { id, local } = lastPayment(one);
  return { type: 'payment-returned', payment: id, local, date: '2026-01-20', reference, reason: 'AC04' };
}

function rejected(one: OneCase, reason = 'AC04'): Command {
  return { type: 'payment-status', payment: lastPayment(one).id, status: 'RJCT', reason };
}

function paid(): OneCase {
  const one = OneCase.signed().book(JUNE);
  one.do({ type: 'prepare-payment' });
  return one;
}

/** Home after 70 days: 247.33 of the 1 484.00 is demanded back. */
function demanded(): OneCase {
  const one = paid();
  one.do(confirm('2025-10-27'), NOV);
  one.do({ type: 'settle' });
  one.do({ type: 'raise-claim' });
  one.do({ type: 'approve-demand', by: 'Controller' });
  return one;
}

/** Home after the whole semester, settled, and the balance paid. */
function closed(): OneCase {
  const one = paid();
  one.do(confirm('2025-12-19'), JAN);
  one.do(surveys);
  one.do({ type: 'settle' });
  one.do({ type: 'prepare-payment' });
  one.book('2026-01-12T09:00:00.000Z');
  one.do({ type: 'prepare-payment' });
  return one;
}

function ill(one: OneCase, at: string, lastDay?: string): void {
  const file = { objectKey: 'k', contentType: 'application/pdf', bytes: 9, at };
  one.do({ type: 'file-document', document: { id: 'D1', kind: 'medical-certificate', ...file } }, at);
  one.do({ type: 'claim-illness', document: 'D1', ...(lastDay ? { lastDay } : {}) });
}

const kinds = (one: OneCase) => one.mobility.deadlines.map((deadline) => deadline.kind);
const startsOf = (one: OneCase) =>
  one.decisions.at(-1)?.effects.flatMap((effect) => (effect.type === 'start-phase' ? [effect.phase] : []));

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
    one.do({ type: 'fall-due', sent: [] }, '2025-06-20T09:00:00.000Z');
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

  test('a decision on an account leaves the reminder of a held payment, and the other way round', () => {
    const one = held();
    one.do({ type: 'propose-account', account: other });
    one.do({ type: 'decide-account', by: 'Controller', approve: true });
    const refs = () => one.mobility.deadlines.filter(({ kind }) => kind === 'four-eyes-reminder').map(({ ref }) => ref);
    expect(refs()).toEqual(['NHH-8F3K2M9QRT-PRE1']);
    one.do({ type: 'propose-account', account: { iban: 'DE89370400440532013000' } });
    one.do({ type: 'release-payment', by: 'Controller', payment: lastPayment(one).id });
    expect(refs()).toEqual(['account']);
  });

  test('both fall due in the same morning: both are reminded of, now and later', () => {
    const one = held();
    one.do({ type: 'propose-account', account: other });
    const { effects } = one.do({ type: 'fall-due', sent: [] }, '2025-06-20T09:00:00.000Z');
    const mails = effects.flatMap((effect) => (effect.type === 'mail' ? [effect.template] : []));
    expect(mails.sort()).toEqual(['account-approval', 'payment-approval']);
    expect(kinds(one).filter((kind) => kind === 'four-eyes-reminder')).toHaveLength(2);
  });
});

describe('illness', () => {
  test('on dates that would bring money is refused: those are the host’s to confirm, not the participant’s', () => {
    const one = paid();
    const file = { objectKey: 'k', contentType: 'application/pdf', bytes: 9, at: JAN };
    one.do({ type: 'file-document', document: { id: 'D1', kind: 'medical-certificate', ...file } }, JAN);
    expect(one.try({ type: 'claim-illness', document: 'D1', lastDay: '2025-12-19' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'nothing-to-keep' },
    });
    one.do({ type: 'claim-illness', document: 'D1', lastDay: '2025-10-20' });
  });

  test('recognised before the demand was raised: the demand is raised and waived, nobody is asked to approve it', () => {
    const one = paid();
    one.do(confirm('2025-10-27'), NOV);
    one.do({ type: 'settle' });
    ill(one, NOV);
    one.do({ type: 'decide-illness', choice: 'keep', by: 'Ola' });
    one.do({ type: 'raise-claim' });
    expect([one.mobility.state, one.mobility.claim?.waived]).toEqual(['closed', eur(24_733)]);
    expect(one.mails).not.toContain('demand-approval');
  });

  test('before the office has decided on it, no demand goes out', () => {
    const one = paid();
    one.do(confirm('2025-10-27'), NOV);
    one.do({ type: 'settle' });
    one.do({ type: 'raise-claim' });
    ill(one, NOV);
    expect(one.try({ type: 'approve-demand', by: 'Controller' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'illness-open' },
    });
    one.do({ type: 'decide-illness', choice: 'refuse', by: 'Ola' });
    one.do({ type: 'approve-demand', by: 'Controller' });
    expect(one.mails).toContain('repayment-demand');
  });

  test('decided after everything was repaid: the officer is told that there is nothing to decide', () => {
    const one = demanded();
    ill(one, NOV);
    const local = one.mobility.claim?.local ?? eur(0);
    one.do({ type: 'repayment-received', local, date: '2025-12-01', reference: 'a' });
    expect(one.mobility.state).toBe('closed');
    expect(one.try({ type: 'decide-illness', choice: 'keep', by: 'Ola' })).toMatchObject({ kind: 'refused' });
  });

  test('decided after the money came back: there is nothing to keep, and nobody is reminded of it', () => {
    const one = demanded();
    ill(one, NOV);
    one.do(returned(one), JAN);
    expect(kinds(one)).not.toContain('illness-reminder');
    expect(one.try({ type: 'decide-illness', choice: 'keep', by: 'Ola' })).toMatchObject({ kind: 'refused' });
  });
});

describe('the end of the stay', () => {
  test('reported twice by the participant is told so, and the host is asked once', () => {
    const one = paid();
    one.do({ type: 'withdraw', lastDay: '2025-11-05', reason: '' }, NOV);
    expect(one.try({ type: 'withdraw', lastDay: '2025-11-05', reason: '' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'already-reported' },
    });
    expect(one.mails.filter((mail) => mail === 'confirmation-request')).toHaveLength(1);
  });

  test('reported late: the host has the whole time from today', () => {
    const one = paid();
    one.do({ type: 'withdraw', lastDay: '2025-10-20', reason: '' }, JAN);
    const decision = one.mobility.deadlines.find(({ kind }) => kind === 'confirmation-decision');
    expect(decision).toMatchObject({ ref: '2026-02-07', at: '2026-04-08T06:00:00.000Z' });
  });

  test('an early one that nobody confirms: the office may decide once that is overdue, long before the planned end', () => {
    const one = paid();
    one.do({ type: 'withdraw', lastDay: '2025-10-20', reason: '' }, '2025-10-21T09:00:00.000Z');
    const demand = { type: 'decide-silence', choice: 'demand', by: 'Ola' } as const;
    expect(one.try(demand, '2025-11-15T09:00:00.000Z')).toMatchObject({ refusal: { code: 'too-early' } });
    expect(one.try(demand, '2025-11-21T09:00:00.000Z').kind).toBe('decided');
  });

  test('more time was given: it is not overdue before that is over', () => {
    const one = paid();
    one.do({ type: 'decide-silence', choice: 'extend', by: 'Ola' }, '2026-02-01T09:00:00.000Z');
    expect(one.try({ type: 'decide-silence', choice: 'demand', by: 'Ola' })).toMatchObject({
      refusal: { code: 'too-early' },
    });
  });

  test('before the first instalment went out: the office is not told later that it missed it', () => {
    const one = OneCase.signed();
    one.do(confirm('2025-09-30'), OCT);
    expect(kinds(one)).not.toContain('prefinancing-duty');
  });
});

describe('giving up a claim', () => {
  const relief = { type: 'decide-relief', by: 'Controller', approve: true } as const;

  test('is proposed, and then everything is repaid: the second person is told so', () => {
    const one = demanded();
    one.do({ type: 'decide-claim', choice: 'write-off', by: 'Ola' });
    const local = one.mobility.claim?.local ?? eur(0);
    one.do({ type: 'repayment-received', local, date: '2025-12-01', reference: 'a' });
    expect(one.try(relief)).toMatchObject({ kind: 'refused', refusal: { code: 'already-decided' } });
    expect(one.try({ ...relief, approve: false })).toMatchObject({ kind: 'refused' });
  });

  test('is proposed, and then the payment comes back: there is no claim any more', () => {
    const one = demanded();
    one.do({ type: 'decide-claim', choice: 'waive', by: 'Ola' });
    one.do(returned(one), JAN);
    expect(one.try(relief)).toMatchObject({ kind: 'refused', refusal: { code: 'already-decided' } });
  });

  test('is refused twice: the office is reminded once, not twice', () => {
    const one = demanded();
    for (const choice of ['waive', 'write-off'] as const) {
      one.do({ type: 'decide-claim', choice, by: 'Ola' });
      one.do({ ...relief, approve: false });
    }
    expect(kinds(one).filter((kind) => kind === 'claim-decision')).toHaveLength(1);
  });
});

describe('a credit', () => {
  const credit = (one: OneCase, minor: number, reference: string, currency = 'NOK') =>
    one.do({ type: 'repayment-received', local: { minor, currency }, date: '2025-12-01', reference });

  test('in another currency than demanded is not counted; finance looks at it', () => {
    const one = demanded();
    const decision = credit(one, 24_733, 'a', 'EUR');
    expect(decision.transfers).toEqual([]);
    expect(decision.records).toMatchObject([{ record: 'task', kind: 'repaid-in-other-currency' }]);
  });

  test('above the demand, with a reference of any characters, makes a task that can be stored', () => {
    const one = demanded();
    const [task] = credit(one, 300_000, 'DNB#7/æ').records;
    expect(task).toMatchObject({ record: 'task', data: { reference: 'DNB#7/æ' } });
    expect(task && 'id' in task ? task.id : '#').not.toContain('#');
  });

  test('after the case was closed goes to finance and changes nothing else', () => {
    const one = closed();
    expect(one.try({ type: 'fall-due', sent: [] }, JAN).kind).toBe('nothing');
    const after = demanded();
    const local = after.mobility.claim?.local.minor ?? 0;
    credit(after, local, 'a');
    expect(credit(after, local, 'b').records).toMatchObject([{ kind: 'repaid-too-much' }]);
    expect([after.mobility.state, outstanding(after.mobility)]).toEqual(['closed', eur(0)]);
  });
});

test('a phase is started afresh by the execution that ran out of time, and by no other', () => {
  const one = OneCase.signed();
  expect(one.do({ type: 'restart-phase', phase: 'payout', attempt: 1 }).effects).toEqual([
    { type: 'start-phase', phase: 'payout', attempt: 2 },
  ]);
  expect(one.try({ type: 'restart-phase', phase: 'payout', attempt: 1 }).kind).toBe('nothing');
});
