import type { Instant } from '../../../shared/calendar/clock.ts';
import { type AnsweredTransaction, type StatusVersion, writeStatusReport } from './answers.ts';
import { addEvent } from './events.ts';
import type { Original } from './incoming.ts';
import { enqueue } from './outgoing.ts';
import type { StatusSubject } from './receive.ts';
import { behaviourOf, type Row, type State, text } from './state.ts';
import { bookingTime, lateTime } from './times.ts';
import type { Behaviour, Habits } from './types.ts';

const reasonTexts: Readonly<Record<string, string>> = {
  AC01: 'The account number does not exist',
  AC03: 'The money would come from the same account',
};

/**
 * Answers one payment file: decides its instructions by the behaviour of their accounts now, plans the bookings, and
 * puts the status report into the outbox. Where every instruction meets silence there is no report; where some do, the
 * report says nothing of the whole.
 */
export function report(state: State, habits: Habits, institution: string, due: Instant, subject: StatusSubject): void {
  const { original, refusal, repeated } = subject;
  if (refusal !== undefined) {
    send(state, habits, institution, due, subject, { group: { status: 'RJCT', ...refusal }, transactions: [] });
    return;
  }
  const rows = state.all(
    'SELECT * FROM instruction WHERE institution = ? AND message = ? ORDER BY end_to_end_id',
    institution,
    original.messageId,
  );
  const answered: AnsweredTransaction[] = [...repeated];
  const last = { booking: due, twice: false, silent: false };
  for (const row of rows) {
    const behaviour = behaviourOf(state, text(row, 'account'));
    if (behaviour === 'silent') {
      last.silent = true;
      setState(state, row, 'silent', null);
      continue;
    }
    if (behaviour === 'twice') last.twice = true;
    const transaction = decide(state, row, behaviour);
    answered.push(transaction);
    if (transaction.status === 'RJCT') continue;
    const at = bookingTime(subject.received, text(row, 'execution'), habits);
    if (at > last.booking) last.booking = at;
    addEvent(state, { institution, due: at, kind: 'book', subject: transaction.endToEndId });
  }
  if (answered.length === 0) return;
  const group = last.silent ? undefined : groupOf(answered);
  // A late copy must come after the booking, to be out of order.
  const repeatLate = last.twice ? lateTime(last.booking, habits) : undefined;
  send(
    state,
    habits,
    institution,
    due,
    subject,
    { ...(group === undefined ? {} : { group }), transactions: answered },
    repeatLate,
  );
}

function decide(state: State, row: Row, behaviour: Behaviour): AnsweredTransaction {
  const transaction = { block: text(row, 'block'), endToEndId: text(row, 'end_to_end_id') };
  const reason = row.reason === null ? (behaviour === 'reject' ? 'AC01' : undefined) : text(row, 'reason');
  setState(state, row, reason === undefined ? 'accepted' : 'rejected', reason ?? null);
  if (reason === undefined) return { ...transaction, status: 'ACCP' };
  const said = reasonTexts[reason];
  return { ...transaction, status: 'RJCT', reason, ...(said === undefined ? {} : { text: said }) };
}

function setState(state: State, row: Row, to: string, reason: string | null): void {
  state.run(
    'UPDATE instruction SET state = ?, reason = ? WHERE institution = ? AND end_to_end_id = ?',
    to,
    reason,
    text(row, 'institution'),
    text(row, 'end_to_end_id'),
  );
}

function groupOf(answered: readonly AnsweredTransaction[]): { readonly status: string; readonly reason?: string } {
  const rejected = answered.filter((one) => one.status === 'RJCT');
  if (rejected.length === 0) return { status: 'ACTC' };
  if (rejected.length < answered.length) return { status: 'PART' };
  const [reason, ...others] = new Set(rejected.map((one) => one.reason));
  return { status: 'RJCT', ...(reason === undefined || others.length > 0 ? {} : { reason }) };
}

function send(
  state: State,
  habits: Habits,
  institution: string,
  due: Instant,
  subject: StatusSubject,
  said: {
    readonly group?: { readonly status: string; readonly reason?: string };
    readonly transactions: readonly AnsweredTransaction[];
  },
  repeatLate?: Instant,
): void {
  const content = writeStatusReport({
    id: `PB-ST-${subject.id}`,
    created: due,
    version: versionFor(subject.original, habits),
    original: subject.original,
    ...said,
  });
  const file = { institution, kind: 'pain.002', id: subject.id, due, content };
  enqueue(state, repeatLate === undefined ? file : { ...file, repeatLate });
}

function versionFor(original: Original, habits: Habits): StatusVersion {
  return original.format === 'pain.001.001.03' ? 'pain.002.001.03' : habits.status;
}
