import { inDays } from '../../deadlines/plan.ts';
import type { Deadline, DeadlineKind, Mobility } from '../case.ts';
import type { SentNotice } from '../commands.ts';
import { nothing, type Outcome } from '../decision.ts';
import type { Draft } from '../draft.ts';
import type { MailTemplate } from '../effects.ts';
import { accountUsable, obligationsMissing } from '../waits.ts';
import { expire, remindToSign } from './agreement.ts';
import { type Context, draft } from './context.ts';

/** Days between two reports on a bank that stays silent, and between two words to somebody on the waiting list. */
const SILENCE_DAYS = 7;
const WAITING_LIST_DAYS = 30;

/**
 * Everything of this case that has come due by now. After an outage several reminders may have come due together: one goes
 * out, and what would expire is judged by what was really sent. Whatever is still needed falls due again.
 */
export function fallDue(mobility: Mobility, sent: readonly SentNotice[], context: Context): Outcome {
  const due = mobility.deadlines.filter((deadline) => deadline.at <= context.now);
  if (due.length === 0) return nothing;
  if (due.some((deadline) => deadline.kind === 'agreement-expiry')) return expire(mobility, sent, context);
  const next = draft(mobility, context, 'system').set({
    deadlines: mobility.deadlines.filter((deadline) => deadline.at > context.now),
  });
  for (const deadline of latestOfEach(due)) whenDue[deadline.kind](next, deadline, context);
  return next.done();
}

/** One of a kind for each thing that it is about: several reminders of one are one, those of two payments are two. */
function latestOfEach(due: readonly Deadline[]): Iterable<Deadline> {
  return new Map(due.map((deadline) => [`${deadline.kind} ${deadline.ref ?? ''}`, deadline])).values();
}

type WhenDue = (next: Draft, deadline: Deadline, context: Context) => void;

/** What each kind of deadline does when it comes. A row for each, so that none can be forgotten. */
const whenDue: Readonly<Record<DeadlineKind, WhenDue>> = {
  'approval-reminder': (next, deadline, context) => {
    if (next.mobility.state === 'applied') remind(next, 'approval-reminder');
    again(next, deadline, context);
  },
  'waiting-list-review': (next, _deadline, context) => {
    if (next.mobility.state !== 'waiting-list') return;
    remind(next, 'waiting-list');
    next.addDeadlines(inDays(context.institution, 'waiting-list-review', context.now, WAITING_LIST_DAYS));
  },
  'agreement-reminder': (next, deadline) => {
    remindToSign(next, deadline.ref ?? '');
  },
  // Handled before the table is reached: an expiry decides the whole case.
  'agreement-expiry': () => {},
  'prefinancing-duty': (next, deadline) => {
    next
      .record('DutyMissed', { duty: 'pre-financing' })
      .mail('duty-missed', { duty: 'pre-financing', since: deadline.at });
  },
  'balance-duty': (next, deadline, context) => {
    next.record('DutyMissed', { duty: 'balance' }).mail('duty-missed', { duty: 'balance', since: deadline.at });
    again(next, deadline, context);
  },
  'account-reminder': (next, deadline, context) => {
    if (next.mobility.proposedAccount || accountUsable(next.mobility)) return;
    remind(next, 'account-needed', { payment: deadline.ref ?? '', reason: lastReason(next.mobility) });
    again(next, deadline, context);
  },
  'bank-silence': (next, deadline, context) => {
    next.record('BankSilent', { payment: deadline.ref ?? '' }).mail('bank-silent', { payment: deadline.ref ?? '' });
    next.addDeadlines(inDays(context.institution, 'bank-silence', context.now, SILENCE_DAYS, deadline.ref));
  },
  'four-eyes-reminder': (next, deadline, context) => {
    if (deadline.ref === 'account') remind(next, 'account-approval');
    else remind(next, 'payment-approval', { payment: deadline.ref ?? '' });
    again(next, deadline, context);
  },
  'confirmation-request': (next, deadline) => {
    next.mail('confirmation-request', { due: deadline.ref ?? '' });
  },
  'confirmation-reminder': (next, deadline) => {
    remind(next, 'confirmation-reminder', { due: deadline.ref ?? '' });
    next.mail('confirmation-reminder-host', { due: deadline.ref ?? '' });
  },
  'confirmation-decision': (next, deadline, context) => {
    remind(next, 'confirmation-overdue', { due: deadline.ref ?? '' });
    again(next, deadline, context);
  },
  'obligations-reminder': (next, deadline, context) => {
    const { mobility } = next;
    if (mobility.confirmed?.balanceExpected && obligationsMissing(mobility).length > 0) {
      remind(next, 'obligations-reminder', { due: deadline.ref ?? '' });
    }
    if (!mobility.deadlines.some((later) => later.kind === 'obligations-reminder')) {
      next.addDeadlines(
        inDays(context.institution, 'obligations-reminder', context.now, WAITING_LIST_DAYS, deadline.ref),
      );
    }
  },
  'illness-reminder': (next, deadline, context) => {
    remind(next, 'illness-review');
    again(next, deadline, context);
  },
  'demand-reminder': (next, deadline, context) => {
    const waits = next.mobility.claim?.state === 'awaiting-approval' && !illnessPending(next.mobility);
    if (waits) remind(next, 'demand-approval');
    again(next, deadline, context);
  },
  'claim-reminder': (next, deadline) => {
    if (!illnessPending(next.mobility)) remind(next, 'repayment-reminder', { due: deadline.ref ?? '' });
  },
  'claim-decision': (next, deadline, context) => {
    const { claim } = next.mobility;
    if (claim && !illnessPending(next.mobility)) {
      next.set({ claim: { ...claim, state: 'overdue' } });
      remind(next, 'claim-overdue', { due: deadline.ref ?? '' });
    }
    again(next, deadline, context);
  },
  'relief-reminder': (next, deadline, context) => {
    const kind = next.mobility.claim?.proposedRelief?.kind;
    if (!kind) return;
    remind(next, 'relief-approval', { kind });
    again(next, deadline, context);
  },
};

function remind(next: Draft, template: MailTemplate, data: Readonly<Record<string, string>> = {}): void {
  next.record('ReminderSent', { notice: template, ...data }).mail(template, data);
}

/** The same again after the office's interval: what waits for a person never falls silent. */
function again(next: Draft, deadline: Deadline, context: Context): void {
  const { institution, now } = context;
  next.addDeadlines(
    inDays(institution, deadline.kind, now, institution.procedure.office.remindEveryDays, deadline.ref),
  );
}

/** While an officer has illness before them, nobody is pressed to pay. */
function illnessPending(mobility: Mobility): boolean {
  return mobility.illness !== undefined && mobility.illness.decision === undefined;
}

function lastReason(mobility: Mobility): string {
  return mobility.payments.at(-1)?.reason ?? '';
}
