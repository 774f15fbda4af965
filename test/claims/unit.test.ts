import { describe, expect, test } from 'vitest';
import { outstanding, repaid } from '../../shared/mobility/balance.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import { OneCase } from '../mobility/one-case.ts';
import { sampleApplication } from '../sample.ts';

/** A lecturer of Twente teaches ten days in Lisbon; the grant was re-posted to the faculty, and five days are corrected away. */
const unit = { costCentre: '20110350', unit: 'Faculty of Science' };
const OCT = '2025-10-20T09:00:00.000Z';

const confirm = (end: string) =>
  ({
    type: 'confirm-stay',
    by: 'host',
    period: { start: '2025-10-06', end },
    name: 'Ana',
    role: 'Dean',
  }) as const;
const correct = (end: string): Command => ({
  type: 'propose-correction',
  by: 'Office',
  dates: { start: '2025-10-06', end },
  reason: 'The certificate of attendance says so.',
  evidence: 'Archive 25/17',
});
const agree = { type: 'decide-correction', by: 'Controller', approve: true } as const;

/** Paid on ten days and closed. */
function closed(): OneCase {
  const one = new OneCase('2025-08-04T09:00:00.000Z', {
    institution: 'utwente',
    participant: { ...sampleApplication.participant, account: unit },
    stay: {
      call: '2025',
      activity: 'HE-STA',
      host: {
        country: 'PT',
        city: 'Lisbon',
        code: 'P  LISBOA109',
        distanceKm: 1900,
        contact: { name: 'Ana', email: 'ana@host.example' },
      },
      planned: { start: '2025-10-06', end: '2025-10-15' },
      travel: 'standard',
      fewerOpportunities: false,
      facts: {
        employedByInstitution: true,
        residenceCountry: 'NL',
        otherEuFunding: false,
        hostHasCharter: true,
        agreementWithHost: true,
        teachingHours: 24,
        eventType: 'teaching',
        facultyApproved: true,
      },
    },
  });
  one.do({ type: 'assess' });
  one.do({ type: 'approve', by: 'Office' });
  one.do({ type: 'reserve' });
  one.do({ type: 'issue-agreement' });
  one.do({ type: 'sign' });
  one.do({ type: 'open-stay' });
  if (one.mobility.openPhases.includes('payout')) {
    one.do({ type: 'prepare-payment' });
    if (one.mobility.payments.length > 0) one.book('2025-08-06T09:00:00.000Z');
  }
  one.do(confirm('2025-10-15'), OCT);
  const codes = one.mobility.obligationsDue.filter((code) => !one.mobility.obligations[code]);
  one.do({ type: 'report-obligations', codes });
  one.do({ type: 'settle' });
  if (one.mobility.state === 'settled') {
    one.do({ type: 'prepare-payment' });
    one.book('2025-10-22T09:00:00.000Z');
  }
  expect(one.mobility.state).toBe('closed');
  return one;
}

/** Overpaid by five days: the demand waits for the second person. */
function overpaid(): OneCase {
  const one = closed();
  one.do(correct('2025-10-10'), '2025-11-03T09:00:00.000Z');
  one.do(agree);
  one.do({ type: 'settle' });
  one.do({ type: 'raise-claim' });
  return one;
}

const reversals = (one: OneCase) => one.mobility.reversals?.map(({ id, state }) => `${id.split('-').at(-1)} ${state}`);
const last = (one: OneCase) => {
  const found = one.mobility.reversals?.at(-1);
  if (!found) throw new Error('no reversal');
  return found;
};
const approve = { type: 'approve-demand', by: 'Controller' } as const;

function handOver(one: OneCase): void {
  one.do({ type: 'payment-instructed', payment: last(one).id, batch: 'UTWENTE-1' });
}

function post(one: OneCase, minor = last(one).local.minor): void {
  const { id, local } = last(one);
  const booking = { local: { ...local, minor }, date: '2025-11-05', reference: 'V-1' };
  one.do({ type: 'payment-booked', payment: id, ...booking });
}

describe('a unit that was paid too much', () => {
  test('is debited by a voucher once a second person agrees; nobody gets a letter', () => {
    const one = overpaid();
    const before = one.mails.length;
    const decision = one.do(approve);
    expect(one.mails.slice(before)).toEqual([]);
    const transfer = expect.objectContaining({ account: unit, payeeName: unit.unit, reversal: true });
    expect(decision.records).toMatchObject([
      { record: 'payment-new', payment: { transfer, cutOff: '2025-11-03T11:00:00.000Z' } },
    ]);
    expect([reversals(one), one.mobility.claim?.due]).toEqual([['REV1 ready'], undefined]);
    expect(one.mobility.deadlines.map(({ kind }) => kind)).toEqual(['bank-silence']);
  });

  test('has repaid when the finance system has posted it; the case is closed', () => {
    const one = overpaid();
    one.do(approve);
    handOver(one);
    expect(repaid(one.mobility).minor).toBe(0);
    post(one);
    expect([one.mobility.state, reversals(one), outstanding(one.mobility).minor]).toEqual([
      'closed',
      ['REV1 booked'],
      0,
    ]);
    expect(repaid(one.mobility)).toEqual(one.mobility.claim?.amount);
    expect(one.mails).not.toContain('repayment-received');
    expect(
      one.try({
        type: 'payment-booked',
        payment: last(one).id,
        local: last(one).local,
        date: '2025-11-06',
        reference: 'V-2',
      }).kind,
    ).toBe('nothing');
  });

  test('posted with another amount: nothing counts, finance looks at it', () => {
    const one = overpaid();
    one.do(approve);
    handOver(one);
    post(one, 1);
    expect([one.mobility.state, repaid(one.mobility).minor, one.mails.at(-1)]).toEqual([
      'repayment-due',
      0,
      'finance-task',
    ]);
  });

  test.each([
    ['DT01', 'is put right by finance, and goes to the same cost centre once approved again', unit],
    ['AC04', 'needs another cost centre of the unit first', { costCentre: '20110999', unit: 'Faculty of Science' }],
  ])('refused for %s it %s', (reason, _what, account) => {
    const one = overpaid();
    one.do(approve);
    handOver(one);
    one.do({ type: 'payment-status', payment: last(one).id, status: 'RJCT', reason });
    expect([one.mobility.claim?.state, one.mails.slice(-2)]).toEqual([
      'awaiting-approval',
      ['finance-task', 'demand-approval'],
    ]);
    if (account !== unit) {
      expect(one.try(approve)).toMatchObject({ refusal: { code: 'account-failed' } });
      one.do({ type: 'propose-account', account });
      one.do({ type: 'decide-account', by: 'Controller', approve: true });
    }
    one.do(approve);
    expect([reversals(one), last(one).account]).toEqual([['REV1 rejected', 'REV2 ready'], account]);
    handOver(one);
    post(one);
    expect(one.mobility.state).toBe('closed');
  });

  test('has nothing to object to, and nothing is agreed while the voucher is out', () => {
    const one = overpaid();
    one.do(approve);
    expect(one.try({ type: 'object-to-claim', reason: 'No.' })).toMatchObject({ refusal: { code: 'paid-to-unit' } });
    expect(one.try({ type: 'decide-claim', by: 'Office', choice: 'extend' })).toMatchObject({
      refusal: { code: 'voucher-out' },
    });
  });

  test('and is owed it after all: a voucher that has not left is taken back', () => {
    const one = overpaid();
    one.do(approve);
    one.do(correct('2025-10-15'));
    const decision = one.do(agree);
    expect(reversals(one)).toEqual(['REV1 cancelled']);
    expect(decision.records).toContainEqual({ record: 'payment-cancelled', id: last(one).id, from: 'ready' });
    one.do({ type: 'settle' });
    expect([one.mobility.state, outstanding(one.mobility).minor]).toEqual(['closed', 0]);
  });

  test('and is owed it when the voucher has left: what it brings goes back to the unit', () => {
    const one = overpaid();
    one.do(approve);
    handOver(one);
    one.do(correct('2025-10-15'));
    one.do(agree);
    one.do({ type: 'settle' });
    // It may still be refused, or posted: the case waits for the receipt.
    expect(one.mobility.state).toBe('settled');
    post(one);
    const back = one.mobility.returns?.at(-1);
    expect([one.mobility.state, back?.account, back?.payeeName]).toEqual(['settled', unit, unit.unit]);
    one.do({ type: 'release-return', by: 'Controller', payment: back?.id ?? '' });
    one.do({ type: 'payment-instructed', payment: back?.id ?? '', batch: 'UTWENTE-2' });
    const booking = { local: last(one).local, date: '2025-11-07', reference: 'V-2' };
    one.do({ type: 'payment-booked', payment: back?.id ?? '', ...booking });
    expect([one.mobility.state, outstanding(one.mobility).minor]).toEqual(['closed', 0]);
  });

  test('and is owed it when the voucher that left is refused: nothing was taken', () => {
    const one = overpaid();
    one.do(approve);
    handOver(one);
    one.do(correct('2025-10-15'));
    one.do(agree);
    one.do({ type: 'settle' });
    one.do({ type: 'payment-status', payment: last(one).id, status: 'RJCT', reason: 'DT01' });
    expect([one.mobility.state, outstanding(one.mobility).minor]).toEqual(['closed', 0]);
  });

  test('no receipt: finance is told every week', () => {
    const one = overpaid();
    one.do(approve);
    one.do({ type: 'fall-due', delivered: [] }, '2025-11-20T09:00:00.000Z');
    expect(one.decisions.at(-1)?.effects).toMatchObject([
      { type: 'mail', template: 'finance-task', data: { task: 'reversal-silent' } },
    ]);
    expect(one.mobility.deadlines.map(({ kind }) => kind)).toEqual(['bank-silence']);
  });
});
