import { describe, expect, test } from 'vitest';
import { type CaseLife, caseOf, codesTo, happened, type Life, money, notices, paymentsOf } from '../life.ts';
import { daysAfter, done, mailed, mailOf, nothing, office, settledAndPaid } from './words.ts';

/** Grants that are paid and settled, and one that is kept. */
export function grantsArePaid(life: () => Life): void {
  const of = (familyName: string): CaseLife => caseOf(life(), familyName);

  describe('122 days at 530 € a month', () => {
    const kristoffer = () => of('Nordmannsen');

    test('the plan is flat: four months are 2 120.00, of which 70 % are the first instalment of 1 484.00', () => {
      const { agreement } = kristoffer().mobility;
      expect(agreement?.amount).toEqual({ minor: 212_000, currency: 'EUR' });
      expect(agreement?.instalments.map(({ amount }) => amount.minor)).toEqual([148_400, 63_600]);
    });

    test('2025-08-18 to 2025-12-19 are 122 days: 2 155.33, and 671.33 remain after the first instalment', () => {
      const { settlement } = kristoffer().mobility;
      expect([settlement?.assessment.days.funded, settlement?.outcome]).toEqual([122, 'balance']);
      expect([settlement?.entitlement.minor, settlement?.paid.minor, settlement?.amount.minor]).toEqual([
        215_533, 148_400, 67_133,
      ]);
      expect(money(kristoffer())).toEqual({
        state: 'closed',
        entitlement: '2155.33',
        paid: '2155.33',
        paidLocal: '25308.96',
        ...nothing,
      });
    });

    test('both parts are paid at the rate frozen on the agreement', () => {
      expect(kristoffer().mobility.agreement?.exchange.rate).toBe('11.7425');
      expect(paymentsOf(kristoffer())).toEqual([
        'PRE1 1484.00 EUR, 17425.87 NOK: booked',
        'BAL1 671.33 EUR, 7883.09 NOK: booked',
      ]);
    });

    test('the participant reads the working in the statement', () => {
      const statement = mailOf(kristoffer(), 'settlement-statement')?.text;
      for (const figure of ['122 days × 530.00 EUR / 30', '2 155.33', '1 484.00', '671.33']) {
        expect(statement).toContain(figure);
      }
    });

    test('every step is told once and stands in the timeline', () => {
      expect(notices(kristoffer())).toEqual([
        ...mailed.signed,
        ...mailed.paid,
        'confirmation-request',
        ...mailed.balance,
      ]);
      expect(happened(kristoffer())).toEqual([
        ...done.issued,
        ...done.signed,
        ...done.instructed,
        ...done.booked,
        'host StayConfirmed',
        ...settledAndPaid,
        'system CaseClosed',
      ]);
    });
  });

  describe('84 days are worth the first instalment to the cent', () => {
    const theodora = () => of('Bergersen');

    test('nothing is paid and nothing demanded; the case closes with the statement', () => {
      expect(theodora().mobility.settlement?.outcome).toBe('settled');
      expect(money(theodora())).toEqual({
        state: 'closed',
        entitlement: '1484.00',
        paid: '1484.00',
        paidLocal: '17425.87',
        ...nothing,
      });
      expect(paymentsOf(theodora())).toHaveLength(1);
    });

    test('nobody is asked for surveys before a balance that does not exist', () => {
      expect(notices(theodora())).toEqual([
        ...mailed.signed,
        ...mailed.paid,
        'confirmation-request',
        'settlement-statement',
        'settlement-copy',
        'case-closed',
      ]);
      expect(happened(theodora()).slice(-3)).toEqual([
        'host StayConfirmed',
        'system SettlementComputed',
        'system CaseClosed',
      ]);
    });
  });

  describe('ill, with a certificate: the office decides, and what was paid is kept', () => {
    const oskarine = () => of('Hansteensen');

    test('43 days are below the minimum; 1 484.00 are kept, as a line of their own', () => {
      expect(money(oskarine())).toEqual({
        state: 'closed',
        entitlement: '1484.00',
        paid: '1484.00',
        paidLocal: '17425.87',
        ...nothing,
      });
      const lines = oskarine().mobility.settlement?.assessment.lines ?? [];
      expect(lines.at(-1)).toMatchObject({ code: 'kept-for-illness', amount: { minor: 148_400 } });
      expect(lines.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(148_400);
    });

    test('nothing is calculated before an officer has decided', () => {
      expect(oskarine().mobility.illness).toMatchObject({ decision: 'kept', decidedBy: 'Ingrid Berg' });
      expect(codesTo(oskarine())).toEqual([oskarine().nomination.email, office]);
      expect(happened(oskarine()).slice(-6)).toEqual([
        'participant DocumentFiled',
        'participant IllnessClaimed',
        'participant StayConfirmed',
        'office IllnessDecided',
        'system SettlementComputed',
        'system CaseClosed',
      ]);
      expect(notices(oskarine())).toEqual([
        ...mailed.signed,
        ...mailed.paid,
        'illness-review',
        'illness-decided',
        'settlement-statement',
        'settlement-copy',
        'case-closed',
      ]);
    });

    test('the certificate lies under the case, named for ids only', () => {
      const [document] = oskarine().mobility.documents;
      expect(document?.kind).toBe('medical-certificate');
      expect(life().objectKeys).toContain(`uploads/nhh/${oskarine().mobility.id}/${document?.id}`);
    });
  });

  describe('a confirmation that comes late', () => {
    const olaugine = () => of('Myhrvoldsen');

    test('host and participant are reminded two weeks before, one and three weeks after the due date', () => {
      const due = daysAfter('2025-12-21', 30);
      for (const notice of ['confirmation-reminder', 'confirmation-reminder-host']) {
        const days = olaugine().mails.filter((mail) => mail.notice === notice);
        expect(days.map(({ at }) => at.slice(0, 10))).toEqual([
          daysAfter(due, -14),
          daysAfter(due, 7),
          daysAfter(due, 21),
        ]);
      }
    });

    test('nothing is lost by it: 116 days are 2 049.33', () => {
      expect(olaugine().mobility.settlement?.assessment.days.funded).toBe(116);
      expect(money(olaugine())).toEqual({
        state: 'closed',
        entitlement: '2049.33',
        paid: '2049.33',
        paidLocal: '24064.26',
        ...nothing,
      });
      expect(notices(olaugine())).toEqual([
        ...mailed.signed,
        ...mailed.paid,
        'confirmation-request',
        ...mailed.reminders,
        ...mailed.balance,
      ]);
    });
  });
}
