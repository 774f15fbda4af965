import { describe, expect, test } from 'vitest';
import { type CaseLife, caseOf, happened, type Life, money, notices } from '../life.ts';
import { done, mailed, mailOf, nothing } from './words.ts';

/** Agreements that nobody signs. */
export function agreementsLapse(life: () => Life): void {
  const of = (familyName: string): CaseLife => caseOf(life(), familyName);

  describe('an agreement that is never signed', () => {
    const jakobine = () => of('Strandheimsen');

    test('lapses once the due day is over, after three reminders', () => {
      expect(notices(jakobine())).toEqual([
        ...mailed.toSign,
        'agreement-reminder',
        'agreement-reminder',
        'agreement-reminder',
        'agreement-lapsed',
      ]);
      expect(happened(jakobine())).toEqual([
        ...done.issued,
        'system ReminderSent',
        'system ReminderSent',
        'system ReminderSent',
        'system AgreementLapsed',
      ]);
      // 31 August is a Sunday: the day is kept open until Monday is over.
      expect(mailOf(jakobine(), 'agreement-lapsed')?.at).toBe('2025-09-02T06:00:00.000Z');
    });

    test('the notices were fair: at least two of them a week before', () => {
      const lapsed = Date.parse(mailOf(jakobine(), 'agreement-lapsed')?.at ?? '');
      const early = jakobine().mails.filter(
        ({ notice, at }) => /^agreement-(to-sign|reminder)$/.test(notice) && lapsed - Date.parse(at) >= 7 * 86_400_000,
      );
      expect(early.length).toBeGreaterThanOrEqual(2);
    });

    test('no money moves, and the reservation goes back to the call', () => {
      expect(money(jakobine())).toEqual({
        state: 'lapsed',
        entitlement: '0.00',
        paid: '0.00',
        paidLocal: '0.00',
        ...nothing,
      });
      expect(jakobine().transfers.map(({ kind, amount }) => `${kind} ${amount.minor}`)).toEqual([
        'pending 212000',
        'void 212000',
      ]);
    });
  });
}
