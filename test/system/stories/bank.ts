import { describe, expect, test } from 'vitest';
import { type CaseLife, caseOf, codesTo, happened, type Life, money, notices, paymentsOf } from '../life.ts';
import { controller, done, mailed, nothing } from './words.ts';

/** Payments that the bank does not make, or takes back. */
export function theBankObjects(life: () => Life): void {
  const of = (familyName: string): CaseLife => caseOf(life(), familyName);

  describe('the bank rejects the account', () => {
    const selmarie = () => of('Haugerudlien');

    test('a new payment goes to the new account, the old one never again', () => {
      expect(paymentsOf(selmarie())).toEqual([
        'PRE1 1484.00 EUR, 17425.87 NOK: rejected AC01',
        'PRE2 1484.00 EUR, 17425.87 NOK: booked',
        'BAL1 282.67 EUR, 3319.25 NOK: booked',
      ]);
      const [first, second, balance] = selmarie().mobility.payments;
      expect(first?.account).toEqual({ bban: '69232321245' });
      expect(second?.account).not.toEqual(first?.account);
      expect(balance?.account).toEqual(second?.account);
      expect(statesAtTheBank(life(), selmarie())).toEqual(['rejected', 'booked', 'booked']);
    });

    test('the participant is asked, and a second person approves', () => {
      expect(notices(selmarie())).toEqual([
        ...mailed.signed,
        'payment-instructed',
        'account-needed',
        'account-approval',
        'account-approved',
        ...mailed.paid,
        'confirmation-request',
        ...mailed.balance,
      ]);
      // For the signature and the new account; then for the word of the second person.
      expect(codesTo(selmarie())).toEqual([selmarie().nomination.email, selmarie().nomination.email, controller]);
      expect(happened(selmarie()).slice(6, 16)).toEqual([
        ...done.instructed,
        'system PaymentRejected',
        'participant AccountProposed',
        'controller AccountApproved',
        ...done.instructed,
        ...done.booked,
        'host StayConfirmed',
      ]);
    });

    test('100 days are 1 766.67, all of it paid once', () => {
      expect(money(selmarie())).toEqual({
        state: 'closed',
        entitlement: '1766.67',
        paid: '1766.67',
        paidLocal: '20745.12',
        ...nothing,
      });
    });
  });

  describe('the bank returns the money three business days after it was paid', () => {
    const asmund = () => of('Liestølåsen');

    test('it is not paid any more; a new payment goes to the new account', () => {
      expect(paymentsOf(asmund())).toEqual([
        'PRE1 1484.00 EUR, 17425.87 NOK: returned AC04',
        'PRE2 1484.00 EUR, 17425.87 NOK: booked',
        'BAL1 300.33 EUR, 3526.63 NOK: booked',
      ]);
      const own = life().movements.filter(({ endToEndId }) => endToEndId?.includes(asmund().mobility.id));
      expect(own.map(({ direction, amount }) => `${direction} ${amount.minor}`)).toEqual([
        'debit 1742587',
        'credit 1742587',
        'debit 1742587',
        'debit 352663',
      ]);
      expect(statesAtTheBank(life(), asmund())).toEqual(['returned', 'booked', 'booked']);
    });

    test('the participant hears first that it was paid, then that it came back', () => {
      expect(notices(asmund())).toEqual([
        ...mailed.signed,
        ...mailed.paid,
        'account-needed',
        'account-approval',
        'account-approved',
        ...mailed.paid,
        'confirmation-request',
        ...mailed.balance,
      ]);
      expect(happened(asmund()).slice(6, 17)).toEqual([
        ...done.instructed,
        ...done.booked,
        'system PaymentReturned',
        'participant AccountProposed',
        'controller AccountApproved',
        ...done.instructed,
        ...done.booked,
      ]);
    });

    test('101 days are 1 784.33, all of it paid once', () => {
      expect(money(asmund())).toEqual({
        state: 'closed',
        entitlement: '1784.33',
        paid: '1784.33',
        paidLocal: '20952.50',
        ...nothing,
      });
    });
  });
}

function statesAtTheBank({ instructions }: Life, { mobility }: CaseLife): readonly string[] {
  return mobility.payments.map(({ id }) => {
    const found = instructions.filter(({ endToEndId }) => endToEndId === id);
    return found.map(({ state }) => state).join();
  });
}
