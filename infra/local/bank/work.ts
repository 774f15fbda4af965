import type { Instant } from '../../../shared/calendar/clock.ts';
import { type Booked, bookPayment, type CreditSubject, creditPayIn, returnPayment } from './bookings.ts';
import { planStatement, stateDay } from './day-end.ts';
import { enqueue } from './outgoing.ts';
import type { StatusSubject } from './receive.ts';
import { referenceOf } from './references.ts';
import { report } from './report.ts';
import { type State, text } from './state.ts';
import { writeNotification } from './statements.ts';
import { lateTime } from './times.ts';
import type { Habits } from './types.ts';
import { postVouchers } from './vouchers.ts';

/**
 * Does everything that is due for one institution at one moment, inside the caller's transaction: a status report for
 * each file to be answered, a receipt for each file of vouchers, and one notification of all movements. What it writes depends on the state and the due
 * moment only, not on when it runs.
 */
export function perform(state: State, habits: Habits, institution: string, due: Instant): void {
  const events = state.all(
    'SELECT kind, subject FROM event WHERE institution = ? AND due = ? ORDER BY kind, subject',
    institution,
    due,
  );
  const booked = events.flatMap((event): readonly Booked[] => {
    const subject = text(event, 'subject');
    switch (text(event, 'kind')) {
      case 'book':
        return bookPayment(state, habits, institution, due, subject);
      case 'return':
        return returnPayment(state, habits, institution, due, subject);
      case 'credit':
        return creditPayIn(state, habits, due, JSON.parse(subject) as CreditSubject);
      case 'post':
        postVouchers(state, habits, institution, due, JSON.parse(subject) as Parameters<typeof postVouchers>[4]);
        return [];
      case 'statement':
        stateDay(state, institution, due, subject);
        return [];
      default:
        report(state, habits, institution, due, JSON.parse(subject) as StatusSubject);
        return [];
    }
  });
  if (booked.length > 0) notify(state, habits, institution, due, booked);
  for (const day of new Set(booked.map(({ entry }) => entry.date))) planStatement(state, habits, institution, day);
  state.run('DELETE FROM event WHERE institution = ? AND due = ?', institution, due);
}

function notify(state: State, habits: Habits, institution: string, due: Instant, booked: readonly Booked[]): void {
  const customer = state.one('SELECT * FROM customer WHERE institution = ?', institution);
  if (customer === undefined)
    throw new Error(`${institution} has no account at the bank: the bank's state is damaged.`);
  const entries = booked.map(({ entry }) => entry).sort((a, b) => (a.reference < b.reference ? -1 : 1));
  const id = referenceOf('notification', institution, due, ...entries.map((entry) => entry.reference));
  const content = writeNotification({
    id: `PB-NT-${id}`,
    created: due,
    version: text(customer, 'format') === 'pain.001.001.03' ? 'camt.054.001.02' : 'camt.054.001.08',
    account: text(customer, 'account'),
    currency: text(customer, 'currency'),
    entries,
  });
  const file = { institution, kind: 'camt.054', id, due, content };
  enqueue(state, booked.some(({ twice }) => twice) ? { ...file, repeatLate: lateTime(due, habits) } : file);
}
