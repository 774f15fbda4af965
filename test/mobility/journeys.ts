import type { Payment } from '../../shared/mobility/case.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import { OneCase } from './one-case.ts';

/** Moments, commands and cases that have come some way, for the tests of what comes at an odd moment. */

export const JUNE = '2025-06-11T09:00:00.000Z';
export const OCT = '2025-10-01T09:00:00.000Z';
export const NOV = '2025-11-20T09:00:00.000Z';
export const JAN = '2026-01-08T09:00:00.000Z';
export const other = { bban: '86011117947' } as const;

export const surveys = {
  type: 'report-obligations',
  codes: ['learning-agreement', 'eu-survey', 'nhh-survey'],
} as const;

export function confirm(end: string): Command {
  return { type: 'confirm-stay', by: 'host', period: { start: '2025-08-18', end }, name: 'Marie', role: 'C' };
}

export function lastPayment(one: OneCase): Payment {
  const payment = one.mobility.payments.at(-1);
  if (!payment) throw new Error('no payment');
  return payment;
}

export function returned(one: OneCase, reference = 'back'): Command {
  const { id, local } = lastPayment(one);
  return { type: 'payment-returned', payment: id, local, date: '2026-01-20', reference, reason: 'AC04' };
}

export function rejected(one: OneCase, reason = 'AC04'): Command {
  return { type: 'payment-status', payment: lastPayment(one).id, status: 'RJCT', reason };
}

export function paid(): OneCase {
  const one = OneCase.signed().book(JUNE);
  one.do({ type: 'prepare-payment' });
  return one;
}

/** Home after 70 days: 247.33 of the 1 484.00 is demanded back. */
export function demanded(): OneCase {
  const one = paid();
  one.do(confirm('2025-10-27'), NOV);
  one.do({ type: 'settle' });
  one.do({ type: 'raise-claim' });
  one.do({ type: 'approve-demand', by: 'Controller' });
  return one;
}

/** Home after the whole semester, settled, and the balance paid. */
export function closed(): OneCase {
  const one = paid();
  one.do(confirm('2025-12-19'), JAN);
  one.do(surveys);
  one.do({ type: 'settle' });
  one.do({ type: 'prepare-payment' });
  one.book('2026-01-12T09:00:00.000Z');
  one.do({ type: 'prepare-payment' });
  return one;
}

export function ill(one: OneCase, at: string, lastDay?: string): void {
  const file = { objectKey: 'k', contentType: 'application/pdf', bytes: 9, at };
  one.do({ type: 'file-document', document: { id: 'D1', kind: 'medical-certificate', ...file } }, at);
  one.do({ type: 'claim-illness', document: 'D1', ...(lastDay ? { lastDay } : {}) });
}

export const kinds = (one: OneCase) => one.mobility.deadlines.map((deadline) => deadline.kind);
export const startsOf = (one: OneCase) =>
  one.decisions.at(-1)?.effects.flatMap((effect) => (effect.type === 'start-phase' ? [effect.phase] : []));
