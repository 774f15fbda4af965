import { describe, expect, test } from 'vitest';
import { outstanding } from '../../shared/mobility/balance.ts';
import { eur } from '../../shared/money/money.ts';
import { closed, confirm, demanded, ill, JAN, kinds, NOV, OCT, paid, returned } from './journeys.ts';
import { OneCase } from './one-case.ts';

/** Reports and decisions that come early, late, twice, or after what they are about is gone. */

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

  test('recognised before the demand was raised: the grant is calculated anew, and nothing is demanded', () => {
    const one = paid();
    one.do(confirm('2025-10-27'), NOV);
    one.do({ type: 'settle' });
    ill(one, NOV);
    one.do({ type: 'decide-illness', choice: 'keep', by: 'Ola' });
    expect(one.try({ type: 'raise-claim' }).kind).toBe('nothing');
    one.do({ type: 'settle' });
    expect([one.mobility.state, one.mobility.claim, one.mobility.settlement?.entitlement]).toEqual([
      'closed',
      undefined,
      eur(148_400),
    ]);
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
    expect(decision).toMatchObject({ ref: '2026-02-09', at: '2026-04-10T06:00:00.000Z' });
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
    one.do({ type: 'decide-claim', choice: 'write-off', by: 'Ola', reason: 'Hardship', evidence: 'Archive 26/17' });
    const local = one.mobility.claim?.local ?? eur(0);
    one.do({ type: 'repayment-received', local, date: '2025-12-01', reference: 'a' });
    expect(one.try(relief)).toMatchObject({ kind: 'refused', refusal: { code: 'already-decided' } });
    expect(one.try({ ...relief, approve: false })).toMatchObject({ kind: 'refused' });
  });

  test('is proposed, and then the payment comes back: there is no claim any more', () => {
    const one = demanded();
    one.do({ type: 'decide-claim', choice: 'waive', by: 'Ola', reason: 'Hardship', evidence: 'Archive 26/17' });
    one.do(returned(one), JAN);
    expect(one.try(relief)).toMatchObject({ kind: 'refused', refusal: { code: 'already-decided' } });
  });

  test('is refused twice: the office is reminded once, not twice', () => {
    const one = demanded();
    for (const choice of ['waive', 'write-off'] as const) {
      one.do({ type: 'decide-claim', choice, by: 'Ola', reason: 'Hardship', evidence: 'Archive 26/17' });
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

  test('above the demand, with a reference of any characters, is returned under an id of its own', () => {
    const one = demanded();
    const { records, transfers } = credit(one, 300_000, 'DNB#7/æ');
    expect(records).toMatchObject([{ record: 'payment-new', payment: { transfer: { amount: { minor: 9_573 } } } }]);
    expect(transfers.map(({ id }) => id).filter((id) => id.includes('#'))).toEqual([]);
  });

  test('after the case was closed goes back to whoever paid it', () => {
    const one = closed();
    expect(one.try({ type: 'fall-due', delivered: [] }, JAN).kind).toBe('nothing');
    const after = demanded();
    const local = after.mobility.claim?.local.minor ?? 0;
    credit(after, local, 'a');
    expect(credit(after, local, 'b').records).toMatchObject([{ record: 'payment-new' }]);
    expect([after.mobility.state, outstanding(after.mobility)]).toEqual(['settled', eur(0)]);
  });
});
