import { describe, expect, test } from 'vitest';
import { kept, outstanding } from '../../shared/mobility/balance.ts';
import { eur } from '../../shared/money/money.ts';
import { OneCase } from './one-case.ts';

const NOV = '2025-11-20T09:00:00.000Z';
const JAN = '2026-01-08T09:00:00.000Z';

/** Signed and paid, then home: confirmed by the host on these dates. */
function confirmed(start: string, end: string, at = JAN): OneCase {
  const one = OneCase.signed().book('2025-06-11T09:00:00.000Z');
  one.do({ type: 'prepare-payment' });
  one.do({ type: 'confirm-stay', by: 'host', period: { start, end }, name: 'Marie Dupont', role: 'Coordinator' }, at);
  return one;
}

const surveys = { type: 'report-obligations', codes: ['learning-agreement', 'eu-survey', 'nhh-survey'] } as const;

describe('application', () => {
  test('asks the office once, reserves the planned amount and starts the agreement', () => {
    const one = new OneCase();
    expect(one.do({ type: 'assess' }).effects).toContainEqual({ type: 'mail', template: 'approval-request', data: {} });
    expect(one.try({ type: 'assess' }).kind).toBe('nothing');
    one.do({ type: 'approve', by: 'Ola' });
    one.do({ type: 'reserve' });
    expect(one.mobility.state).toBe('awarded');
    expect(one.mobility.award?.amount).toEqual(eur(212_000));
    expect(one.mobility.openPhases).toEqual(['agreement']);
  });

  test('the answer to the approval resumes the waiting workflow', () => {
    const one = new OneCase();
    one.do({ type: 'assess' });
    expect(one.do({ type: 'approve', by: 'Ola' }).effects).toContainEqual({
      type: 'resume',
      wait: 'approval',
      attempt: 1,
    });
  });

  test('two officers at once: the second is told what was decided', () => {
    const one = new OneCase();
    one.do({ type: 'approve', by: 'Ola' });
    expect(one.try({ type: 'refuse', by: 'Per', reason: 'full' })).toMatchObject({
      kind: 'refused',
      refusal: { sentence: 'This application has already been approved.' },
    });
  });

  test('without budget the case waits on the list, and moves up when there is money', () => {
    const one = new OneCase();
    one.do({ type: 'approve', by: 'Ola' });
    one.do({ type: 'reserve', budgetExhausted: true });
    expect([one.mobility.state, one.mobility.deadlines.map((deadline) => deadline.kind)]).toEqual([
      'waiting-list',
      ['waiting-list-review'],
    ]);
    one.do({ type: 'reserve' });
    expect(one.mobility.state).toBe('awarded');
  });

  test('withdrawing after the award gives the money back to the budget', () => {
    const one = new OneCase();
    one.do({ type: 'approve', by: 'Ola' });
    one.do({ type: 'reserve' });
    expect(one.do({ type: 'withdraw', reason: '' }).records).toContainEqual({
      record: 'budget',
      call: '2025',
      tranche: '2025-1',
      reserve: -212_000,
    });
    expect(one.mobility.state).toBe('withdrawn');
  });
});

describe('agreement', () => {
  const issued = (at = '2025-06-03T09:00:00.000Z') => {
    const one = new OneCase();
    one.do({ type: 'approve', by: 'Ola' }, at);
    one.do({ type: 'reserve' });
    one.do({ type: 'issue-agreement' });
    return one;
  };
  const expiry = (one: OneCase) => one.mobility.deadlines.find((deadline) => deadline.kind === 'agreement-expiry');

  test('keeps the terms of the application and freezes the rate', () => {
    const { agreement, terms } = issued().mobility;
    expect(terms).toEqual(new OneCase().mobility.terms);
    expect(agreement?.exchange).toMatchObject({ rate: '11.7425', currency: 'NOK' });
    expect(agreement?.instalments.map((instalment) => instalment.amount)).toEqual([eur(148_400), eur(63_600)]);
  });

  test('31 August is a Sunday: lapses when the Monday after it has passed and everybody was told in time, and gives the money back', () => {
    const one = issued();
    expect(expiry(one)?.at).toBe('2025-09-02T06:00:00.000Z');
    const sent = [
      { template: 'agreement-to-sign', at: '2025-06-03T09:00:00.000Z' },
      { template: 'agreement-reminder', at: '2025-08-17T06:00:00.000Z' },
    ];
    one.do({ type: 'fall-due', delivered: sent }, '2025-09-02T06:00:00.000Z');
    expect(one.mobility.state).toBe('lapsed');
    expect(one.mobility.deadlines).toEqual([]);
  });

  test('does not lapse on somebody whose reminders were not sent: the time is extended', () => {
    const one = issued();
    const sent = [{ template: 'agreement-to-sign', at: '2025-06-03T09:00:00.000Z' }];
    one.do({ type: 'fall-due', delivered: sent }, '2025-09-02T06:00:00.000Z');
    expect(one.mobility.state).toBe('agreement-issued');
    expect(one.events).toContain('AgreementExpiryPostponed');
    expect(expiry(one)?.at).toBe('2025-09-24T06:00:00.000Z');
  });

  test('three reminders that came due together during an outage go out as one', () => {
    const one = issued();
    const decision = one.do({ type: 'fall-due', delivered: [] }, '2025-08-30T06:00:00.000Z');
    expect(decision.effects).toEqual([{ type: 'mail', template: 'agreement-reminder', data: { due: '2025-08-31' } }]);
  });

  test('signing commits the money and starts payout and stay; a second click is told so', () => {
    const one = issued();
    const { effects } = one.do({ type: 'sign' });
    expect(effects.filter((effect) => effect.type === 'start-phase')).toEqual([
      { type: 'start-phase', phase: 'payout', attempt: 1 },
      { type: 'start-phase', phase: 'stay', attempt: 1 },
    ]);
    expect(one.try({ type: 'sign' })).toMatchObject({ kind: 'refused', refusal: { code: 'already-signed' } });
  });
});

describe('payout', () => {
  test('the first instalment is 70 % in kroner at the frozen rate, ready at the next cut-off', () => {
    const one = OneCase.signed('2025-06-10T11:00:00.000Z');
    expect(one.mobility.payments).toMatchObject([
      { id: 'NHH-8F3K2M9QRT-PRE1', state: 'ready', amount: eur(148_400), local: { minor: 1_742_587, currency: 'NOK' } },
    ]);
    const record = one.decisions.at(-1)?.records[0];
    expect(record).toMatchObject({ record: 'payment-new', payment: { cutOff: '2025-06-11T10:00:00.000Z' } });
  });

  test('asking twice makes one payment', () => {
    const one = OneCase.signed();
    expect(one.try({ type: 'prepare-payment' }).kind).toBe('nothing');
  });

  test('a status that comes late and lower changes nothing', () => {
    const one = OneCase.signed().book('2025-06-11T09:00:00.000Z');
    expect(one.try({ type: 'payment-status', payment: 'NHH-8F3K2M9QRT-PRE1', status: 'ACCP' }).kind).toBe('nothing');
  });

  test.each(['AM05', 'DUPL'])(
    'a rejection that says only “seen before” (%s) is no rejection of the first',
    (reason) => {
      const one = OneCase.signed();
      const rejection = { type: 'payment-status', payment: 'NHH-8F3K2M9QRT-PRE1', status: 'RJCT', reason } as const;
      expect(one.try(rejection).kind).toBe('nothing');
    },
  );

  test('a booking that comes twice pays once', () => {
    const one = OneCase.signed().book('2025-06-11T09:00:00.000Z');
    const [payment] = one.mobility.payments;
    if (!payment) throw new Error('no payment');
    const again = {
      type: 'payment-booked',
      payment: payment.id,
      local: payment.local,
      date: '2025-06-11',
      reference: 'r',
    } as const;
    expect(one.try(again).kind).toBe('nothing');
  });

  test('a booking of another amount books nothing and becomes a task', () => {
    const one = OneCase.signed();
    const decision = one.do({
      type: 'payment-booked',
      payment: 'NHH-8F3K2M9QRT-PRE1',
      local: { minor: 1_742_586, currency: 'NOK' },
      date: '2025-06-11',
      reference: 'r',
    });
    expect(decision.transfers).toEqual([]);
    expect(decision.records).toMatchObject([{ record: 'task', kind: 'amount-differs' }]);
    expect(one.mobility.payments[0]?.state).toBe('ready');
  });

  test('rejected by the bank: a new account, a second person, a new payment — the old one never again', () => {
    const one = OneCase.signed();
    one.do({ type: 'payment-status', payment: 'NHH-8F3K2M9QRT-PRE1', status: 'RJCT', reason: 'AC04' });
    expect(one.mails.at(-1)).toBe('account-needed');
    expect(one.try({ type: 'prepare-payment' }).kind).toBe('nothing');
    one.do({ type: 'propose-account', account: { bban: '86011117947' } });
    expect(one.try({ type: 'prepare-payment' }).kind).toBe('nothing');
    const { effects } = one.do({ type: 'decide-account', by: 'Controller', approve: true });
    expect(effects).toContainEqual({ type: 'resume', wait: 'payment', attempt: 1 });
    one.do({ type: 'prepare-payment' });
    expect(one.mobility.payments.map(({ id, state, account }) => [id, state, account])).toEqual([
      ['NHH-8F3K2M9QRT-PRE1', 'rejected', { bban: '12345678903' }],
      ['NHH-8F3K2M9QRT-PRE2', 'ready', { bban: '86011117947' }],
    ]);
  });

  test('an account that came after the second person looked is not decided on', () => {
    const one = OneCase.signed();
    one.do({ type: 'propose-account', account: { bban: '66048764755' } });
    one.do({ type: 'propose-account', account: { iban: 'DE89370400440532013000' } });
    const decision = {
      type: 'decide-account',
      by: 'Controller',
      approve: true,
      account: { bban: '66048764755' },
    } as const;
    expect(one.try(decision)).toMatchObject({ kind: 'refused', refusal: { code: 'another-account' } });
  });

  test('returned days after "paid": not paid any more, and paid anew to another account', () => {
    const one = OneCase.signed().book('2025-06-11T09:00:00.000Z');
    one.do({ type: 'prepare-payment' });
    expect(one.mobility.openPhases).not.toContain('payout');
    const [payment] = one.mobility.payments;
    if (!payment) throw new Error('no payment');
    const { effects } = one.do({
      type: 'payment-returned',
      payment: payment.id,
      local: payment.local,
      date: '2025-06-16',
      reference: 'back',
      reason: 'AC04',
    });
    expect(kept(one.mobility)).toEqual(eur(0));
    expect(effects).toContainEqual({ type: 'start-phase', phase: 'payout', attempt: 2 });
    one.do({ type: 'propose-account', account: { bban: '86011117947' } });
    one.do({ type: 'decide-account', by: 'Controller', approve: true });
    one.do({ type: 'prepare-payment' });
    expect(one.mobility.payments.at(-1)).toMatchObject({ id: 'NHH-8F3K2M9QRT-PRE2', amount: eur(148_400) });
  });

  test('the bank is silent: finance hears of it every week', () => {
    const one = OneCase.signed();
    one.do({ type: 'payment-instructed', payment: 'NHH-8F3K2M9QRT-PRE1', batch: 'NHH-1' }, '2025-06-11T10:00:00.000Z');
    one.do({ type: 'fall-due', delivered: [] }, '2025-06-18T06:00:00.000Z');
    expect(one.mails.at(-1)).toBe('bank-silent');
    one.do({ type: 'fall-due', delivered: [] }, '2025-06-25T06:00:00.000Z');
    expect(one.mails.filter((mail) => mail === 'bank-silent')).toHaveLength(2);
  });
});

describe('settlement', () => {
  test('NHH autumn 2025: 122 days give 2 155.33, of which 671.33 is still paid', () => {
    const one = confirmed('2025-08-18', '2025-12-19');
    expect(one.mobility.state).toBe('stay-ended');
    one.do(surveys);
    expect(one.mobility.openPhases).toEqual(['settlement']);
    one.do({ type: 'settle' });
    expect(one.mobility.settlement).toMatchObject({
      entitlement: eur(215_533),
      outcome: 'balance',
      amount: eur(67_133),
    });
    one.do({ type: 'prepare-payment' });
    expect(one.mobility.payments.at(-1)).toMatchObject({ id: 'NHH-8F3K2M9QRT-BAL1', amount: eur(67_133) });
    one.book('2026-01-12T09:00:00.000Z');
    expect([one.mobility.state, outstanding(one.mobility)]).toEqual(['closed', eur(0)]);
  });

  test('the balance waits for every survey', () => {
    const one = confirmed('2025-08-18', '2025-12-19');
    one.do({ type: 'report-obligations', codes: ['eu-survey'] });
    expect([one.mobility.state, one.mobility.openPhases]).toEqual(['stay-ended', ['stay']]);
  });

  test('84 days are exactly what was paid: closed without moving money', () => {
    const one = confirmed('2025-08-18', '2025-11-11', NOV);
    one.do({ type: 'settle' });
    expect(one.mobility.settlement).toMatchObject({ entitlement: eur(148_400), outcome: 'settled' });
    expect(one.mobility.state).toBe('closed');
  });

  test('a payment that has not left is taken back, and the settlement pays the whole', () => {
    const one = OneCase.signed();
    one.do(
      { type: 'confirm-stay', by: 'host', period: { start: '2025-08-18', end: '2025-12-19' }, name: 'M', role: 'C' },
      JAN,
    );
    expect(one.mobility.payments[0]?.state).toBe('cancelled');
    one.do(surveys);
    one.do({ type: 'settle' });
    one.do({ type: 'prepare-payment' });
    expect(one.mobility.payments.at(-1)).toMatchObject({ purpose: 'balance', amount: eur(215_533) });
  });

  test('while a payment is with the bank nothing is settled', () => {
    const one = OneCase.signed();
    one.do({ type: 'payment-instructed', payment: 'NHH-8F3K2M9QRT-PRE1', batch: 'B' });
    one.do(
      { type: 'confirm-stay', by: 'host', period: { start: '2025-08-18', end: '2025-10-20' }, name: 'M', role: 'C' },
      NOV,
    );
    expect(one.try({ type: 'settle' }).kind).toBe('nothing');
    const [payment] = one.mobility.payments;
    if (!payment) throw new Error('no payment');
    one.do({ type: 'payment-booked', payment: payment.id, local: payment.local, date: '2025-11-20', reference: 'r' });
    one.do({ type: 'settle' });
    expect(one.mobility.settlement?.outcome).toBe('recovery');
  });
});

describe('withdrawal, illness, silence', () => {
  test('given up before two months: everything is demanded, without waiting for the host', () => {
    const one = OneCase.signed().book('2025-06-11T09:00:00.000Z');
    one.do({ type: 'withdraw', lastDay: '2025-09-30', reason: 'family' }, '2025-10-01T09:00:00.000Z');
    one.do({ type: 'settle' });
    expect(one.mobility.settlement).toMatchObject({ entitlement: eur(0), outcome: 'recovery', amount: eur(148_400) });
    expect(one.mobility.state).toBe('repayment-due');
  });

  test('given up after two months: the host is asked for the dates now', () => {
    const one = OneCase.signed().book('2025-06-11T09:00:00.000Z');
    const { effects } = one.do({ type: 'withdraw', lastDay: '2025-11-05', reason: '' }, NOV);
    expect(effects).toMatchObject([{ type: 'mail', template: 'confirmation-request' }]);
    expect(one.mobility.state).toBe('signed');
  });

  test('illness with a certificate: the office decides, and what was paid is kept as a line of its own', () => {
    const one = OneCase.signed().book('2025-06-11T09:00:00.000Z');
    const document = {
      id: 'D1',
      kind: 'medical-certificate',
      objectKey: 'k',
      contentType: 'application/pdf',
      bytes: 9,
    } as const;
    one.do({ type: 'file-document', document: { ...document, at: NOV } }, '2025-10-01T09:00:00.000Z');
    one.do({ type: 'claim-illness', lastDay: '2025-09-30', document: 'D1' });
    expect(one.try({ type: 'settle' }).kind).toBe('nothing');
    one.do({ type: 'decide-illness', choice: 'keep', by: 'Ola' });
    one.do({ type: 'settle' });
    expect(one.mobility.settlement).toMatchObject({ entitlement: eur(148_400), outcome: 'settled' });
    const lines = one.mobility.settlement?.assessment.lines ?? [];
    expect(lines.reduce((sum, line) => sum + line.amount.minor, 0)).toBe(148_400);
    expect(one.mobility.state).toBe('closed');
  });

  test('illness without a certificate is refused with a sentence', () => {
    expect(OneCase.signed().try({ type: 'claim-illness', document: 'none' })).toMatchObject({
      kind: 'refused',
      refusal: { sentence: 'Upload the medical certificate together with your request.' },
    });
  });

  test('no confirmation ever: reminders, then the office decides — silence alone demands nothing', () => {
    const one = OneCase.signed().book('2025-06-11T09:00:00.000Z');
    for (let guard = 0; guard < 12 && !one.mails.includes('confirmation-overdue'); guard += 1) {
      one.do({ type: 'fall-due', delivered: [] }, one.mobility.deadlines[0]?.at);
    }
    expect(one.mobility.state).toBe('signed');
    one.do({ type: 'decide-silence', choice: 'demand', by: 'Ola' });
    one.do({ type: 'settle' });
    expect(one.mobility.settlement?.amount).toEqual(eur(148_400));
  });

  test('the office cannot demand before the confirmation is overdue', () => {
    expect(OneCase.signed().try({ type: 'decide-silence', choice: 'demand', by: 'Ola' })).toMatchObject({
      kind: 'refused',
    });
  });

  test('dates that lie in the future are not confirmed', () => {
    const answer = {
      type: 'confirm-stay',
      by: 'host',
      period: { start: '2025-08-18', end: '2025-12-19' },
      name: 'M',
      role: 'C',
    } as const;
    expect(OneCase.signed().try(answer, NOV)).toMatchObject({ kind: 'refused', refusal: { code: 'not-over' } });
  });
});

describe('repayment', () => {
  const demanded = () => {
    const one = confirmed('2025-08-18', '2025-10-27', NOV);
    one.do({ type: 'settle' });
    one.do({ type: 'raise-claim' });
    return one;
  };
  const repay = (one: OneCase, minor: number, reference: string) =>
    one.do({ type: 'repayment-received', local: { minor, currency: 'NOK' }, date: '2025-12-01', reference });

  test('the unused part is demanded in kroner, after a second person has looked at it', () => {
    const one = demanded();
    expect(one.mobility.claim).toMatchObject({ amount: eur(24_733), local: { minor: 290_427, currency: 'NOK' } });
    expect(one.mails).not.toContain('repayment-demand');
    one.do({ type: 'approve-demand', by: 'Controller' });
    expect(one.mails).toContain('repayment-demand');
  });

  test('partial repayments sum to exactly the demand, and the same credit counts once', () => {
    const one = demanded();
    one.do({ type: 'approve-demand', by: 'Controller' });
    repay(one, 100_000, 'a');
    expect(
      one.try({
        type: 'repayment-received',
        local: { minor: 100_000, currency: 'NOK' },
        date: '2025-12-01',
        reference: 'a',
      }).kind,
    ).toBe('nothing');
    repay(one, 100_000, 'b');
    repay(one, 90_427, 'c');
    expect(one.mobility.claim?.credits.reduce((sum, credit) => sum + credit.amount.minor, 0)).toBe(24_733);
    expect([one.mobility.state, outstanding(one.mobility)]).toEqual(['closed', eur(0)]);
  });

  test('what is repaid too much is returned before the case closes', () => {
    const one = demanded();
    one.do({ type: 'approve-demand', by: 'Controller' });
    expect(repay(one, 300_000, 'a').records).toMatchObject([
      { record: 'payment-new', payment: { transfer: { endToEndId: 'NHH-8F3K2M9QRT-RET1', amount: { minor: 9_573 } } } },
    ]);
    expect(one.mobility.state).toBe('settled');
  });

  test('nobody pays: reminders, the office decides; a write-off needs a second person, another one', () => {
    const one = demanded();
    one.do({ type: 'approve-demand', by: 'Controller' });
    for (let guard = 0; guard < 12 && !one.mails.includes('claim-overdue'); guard += 1) {
      one.do({ type: 'fall-due', delivered: [] }, one.mobility.deadlines[0]?.at);
    }
    one.do({ type: 'decide-claim', choice: 'write-off', by: 'Ola', reason: 'Hardship', evidence: 'Archive 26/17' });
    expect(one.try({ type: 'decide-relief', by: 'Ola', approve: true })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'same-person' },
    });
    one.do({ type: 'decide-relief', by: 'Controller', approve: true });
    expect([one.mobility.state, one.mobility.claim?.writtenOff]).toEqual(['closed', eur(24_733)]);
  });

  test('illness recognised after the demand: the grant is calculated anew, and the demand goes', () => {
    const one = demanded();
    one.do({ type: 'approve-demand', by: 'Controller' });
    const document = {
      id: 'D1',
      kind: 'medical-certificate',
      objectKey: 'k',
      contentType: 'application/pdf',
      bytes: 9,
      at: NOV,
    } as const;
    one.do({ type: 'file-document', document });
    one.do({ type: 'claim-illness', document: 'D1' });
    one.do({ type: 'decide-illness', choice: 'keep', by: 'Ola' });
    one.do({ type: 'settle' });
    expect([one.mobility.state, one.mobility.claim?.cancelled]).toEqual(['closed', eur(24_733)]);
    expect(one.mobility.settlement?.entitlement).toEqual(eur(148_400));
  });
});
