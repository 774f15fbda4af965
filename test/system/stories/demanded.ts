import { describe, expect, test } from 'vitest';
import { nextWorkingDay } from '../../../shared/calendar/working-days.ts';
import { type CaseLife, caseOf, codesTo, happened, type Life, money, notices } from '../life.ts';
import { allBack, controller, daysAfter, mailed, mailOf, office } from './words.ts';

/** Grants of which something, or all, has to be paid back. */
export function grantsAreDemandedBack(life: () => Life): void {
  const of = (familyName: string): CaseLife => caseOf(life(), familyName);

  describe('back after two months: the unused part is demanded', () => {
    const jonathan = () => of('Fossumstuen');

    test('70 days are 1 236.67, so 247.33 of 1 484.00 are demanded and repaid', () => {
      expect(jonathan().mobility.settlement?.assessment.days.funded).toBe(70);
      expect(money(jonathan())).toEqual({
        state: 'closed',
        entitlement: '1236.67',
        paid: '1484.00',
        repaid: '247.33',
        waived: '0.00',
        writtenOff: '0.00',
        outstanding: '0.00',
        paidLocal: '17425.87',
        repaidLocal: '2904.27',
      });
    });

    test('a second person looks at the demand; it names amount, KID, account and due date', () => {
      const { claim } = jonathan().mobility;
      const demand = mailOf(jonathan(), 'repayment-demand');
      expect(codesTo(jonathan())).toEqual([jonathan().nomination.email, controller]);
      for (const figure of ['247.33 EUR', '2 904.27 NOK', claim?.kid ?? '', '8601 11 17947']) {
        expect(demand?.text).toContain(figure);
      }
      expect(claim?.due).toBe(nextWorkingDay(daysAfter(demand?.at ?? '', 30), 'NO'));
    });

    test('the credit finds the case by its KID, and closes it', () => {
      const { claim } = jonathan().mobility;
      const credits = life().movements.filter(({ kid }) => kid === claim?.kid);
      expect(credits.map(({ amount }) => amount)).toEqual([{ minor: 290_427, currency: 'NOK' }]);
      expect(notices(jonathan())).toEqual([
        ...mailed.signed,
        ...mailed.paid,
        'confirmation-request',
        'settlement-statement',
        'settlement-copy',
        'demand-approval',
        'repayment-demand',
        'repayment-received',
        'case-closed',
      ]);
      expect(happened(jonathan()).slice(-6)).toEqual([
        'host StayConfirmed',
        'system SettlementComputed',
        'system RepaymentDue',
        'controller DemandApproved',
        'system RepaymentReceived',
        'system CaseClosed',
      ]);
    });
  });

  describe('withdrawn before two months: everything is demanded', () => {
    test('after 41 days', () => {
      expect(of('Moenbakken').mobility.confirmed?.period).toEqual({ start: '2025-08-18', end: '2025-09-28' });
      expect(of('Moenbakken').mobility.settlement?.amount.minor).toBe(148_400);
      expect(money(of('Moenbakken'))).toEqual(allBack);
    });

    test('and just so when the stay never began', () => {
      expect(of('Tveitnes').mobility.confirmed?.period).toBeUndefined();
      expect(money(of('Tveitnes'))).toEqual(allBack);
    });

    test.each(['Moenbakken', 'Tveitnes'])('%s is reminded a week before and a week after the due date', (name) => {
      const due = of(name).mobility.claim?.due ?? '';
      const reminded = of(name).mails.filter(({ notice }) => notice === 'repayment-reminder');
      expect(reminded.map(({ at }) => at.slice(0, 10))).toEqual([daysAfter(due, -7), daysAfter(due, 7)]);
    });

    test('40 % come after the first reminder and the rest after the second: together exactly the demand', () => {
      const credits = of('Moenbakken').mobility.claim?.credits ?? [];
      expect(credits.map(({ local, amount }) => [local.minor, amount.minor])).toEqual([
        [697_034, 59_360],
        [1_045_553, 89_040],
      ]);
      expect(mailOf(of('Moenbakken'), 'repayment-received')?.text).toContain('10 455.53 NOK');
    });

    test.each(['Moenbakken', 'Tveitnes'])(
      '%s: the word of the participant is enough, the host is not asked',
      (name) => {
        expect(notices(of(name))).toEqual([
          ...mailed.signed,
          ...mailed.paid,
          'settlement-statement',
          'settlement-copy',
          'demand-approval',
          'repayment-demand',
          'repayment-reminder',
          'repayment-received',
          'repayment-reminder',
          'repayment-received',
          'case-closed',
        ]);
        expect(happened(of(name)).slice(9)).toEqual([
          'system PaymentBooked',
          'participant WithdrawalReported',
          'participant StayConfirmed',
          'system SettlementComputed',
          'system RepaymentDue',
          'controller DemandApproved',
          'system ReminderSent',
          'system RepaymentReceived',
          'system ReminderSent',
          'system RepaymentReceived',
          'system CaseClosed',
        ]);
      },
    );
  });

  describe('a confirmation that never comes', () => {
    const emiliane = () => of('Dahlstrømmen');

    test('60 days after the due date the office decides, a second person looks, and everything is demanded', () => {
      const asked = mailOf(emiliane(), 'confirmation-overdue');
      expect(asked?.at.slice(0, 10)).toBe(nextWorkingDay(daysAfter('2025-12-21', 90), 'NO'));
      expect(codesTo(emiliane())).toEqual([emiliane().nomination.email, office, controller]);
      expect(money(emiliane())).toEqual(allBack);
    });

    test('silence alone decides nothing', () => {
      expect(notices(emiliane())).toEqual([
        ...mailed.signed,
        ...mailed.paid,
        'confirmation-request',
        ...mailed.reminders,
        'confirmation-overdue',
        'settlement-statement',
        'settlement-copy',
        'demand-approval',
        'repayment-demand',
        'repayment-reminder',
        'repayment-reminder',
        'repayment-received',
        'case-closed',
      ]);
      expect(happened(emiliane()).slice(14)).toEqual([
        'office ConfirmationNeverCame',
        'system SettlementComputed',
        'system RepaymentDue',
        'controller DemandApproved',
        'system ReminderSent',
        'system ReminderSent',
        'system RepaymentReceived',
        'system CaseClosed',
      ]);
    });
  });
}
