import { isLosing, missedByUs, noticesOf, wasFairlyNoticed } from '../../deadlines/fair-notice.ts';
import { deadline, inDays } from '../../deadlines/plan.ts';
import type { Claim, Deadline, DeadlineKind, Mobility } from '../case.ts';
import type { DeliveredNotice } from '../commands.ts';
import { nothing, type Outcome } from '../decision.ts';
import type { Draft } from '../draft.ts';
import type { MailTemplate } from '../effects.ts';
import { openExtension } from '../extension.ts';
import { openGreenClaim } from '../green-claim.ts';
import { openInterruption } from '../interruption.ts';
import { roundOf } from '../ranking.ts';
import { accountUsable, obligationsMissing } from '../waits.ts';
import { expire, remindToSign, unheardTask } from './agreement.ts';
import { remindApprover, tellOffice } from './approvals.ts';
import { type Context, draft } from './context.ts';
import { openObjection } from './objection.ts';
import { findReturn } from './overpayment.ts';
import { COLLECTION_DAYS } from './relief.ts';
import { startAnew } from './repayment.ts';
import { findReversal } from './reversal.ts';

/** Days between two reports on a bank that stays silent, and between two words to somebody on the waiting list. */
const SILENCE_DAYS = 7;
const WAITING_LIST_DAYS = 30;

/**
 * Everything of this case that has come due by now. After an outage several reminders may have come due together: one goes
 * out, and what would expire is judged by what was really delivered. Whatever is still needed falls due again.
 */
export function fallDue(mobility: Mobility, delivered: readonly DeliveredNotice[], context: Context): Outcome {
  const due = mobility.deadlines.filter((deadline) => deadline.at <= context.now);
  if (due.length === 0) return nothing;
  if (due.some((deadline) => deadline.kind === 'agreement-expiry')) return expire(mobility, delivered, context);
  const next = draft(mobility, context, 'system').set({
    deadlines: mobility.deadlines.filter((deadline) => deadline.at > context.now),
  });
  for (const deadline of latestOfEach(due)) {
    if (!mayFallDue(mobility, deadline, delivered, context)) remindOnceMore(next, deadline, delivered, context);
    else whenDue[deadline.kind](next, deadline, context);
  }
  return next.done();
}

/** One of a kind for each thing that it is about: several reminders of one are one, those of two payments are two. */
function latestOfEach(due: readonly Deadline[]): Iterable<Deadline> {
  return new Map(due.map((deadline) => [`${deadline.kind} ${deadline.ref ?? ''}`, deadline])).values();
}

/** Nobody loses anything on a deadline that was not announced in time, or that the system itself has missed. */
function mayFallDue(
  mobility: Mobility,
  deadline: Deadline,
  delivered: readonly DeliveredNotice[],
  { institution, now }: Context,
): boolean {
  if (!isLosing(deadline.kind)) return true;
  if (missedByUs(deadline, now)) return false;
  // One notice of what is due now: those of earlier parts, claims and dates do not count.
  const recent = delivered.filter(({ at }) => at >= announcedFrom(mobility, deadline));
  const fair = { notices: 1, days: institution.procedure.fairNotice.days };
  return wasFairlyNoticed(recent, deadline.kind, fair, now);
}

/** Since when what falls due could have been announced. */
function announcedFrom({ claim }: Mobility, { kind }: Deadline): string {
  if (kind !== 'claim-decision' || !claim) return '';
  if (!claim.plan) return claim.raisedAt;
  return claim.plan.parts.findLast(({ due }) => due < (claim.due ?? ''))?.due ?? claim.plan.at;
}

/** Once more, with the promised time; and somebody has to look at why the notices did not arrive. */
function remindOnceMore(
  next: Draft,
  deadline: Deadline,
  delivered: readonly DeliveredNotice[],
  context: Context,
): void {
  const { kind, ref = '' } = deadline;
  if (!isLosing(kind)) return;
  const { institution, now } = context;
  const notice = noticesOf[kind].at(-1);
  if (notice && !(kind === 'claim-decision' && illnessPending(next.mobility))) remind(next, notice, { due: ref });
  const again = inDays(institution, kind, now, institution.procedure.fairNotice.days + 1, ref);
  const told = wasFairlyNoticed(delivered, kind, institution.procedure.fairNotice, now);
  next.addDeadlines(again).write(unheardTask(next.mobility, kind, again.at.slice(0, 10), told));
}

type WhenDue = (next: Draft, deadline: Deadline, context: Context) => void;

/** What each kind of deadline does when it comes. A row for each, so that none can be forgotten. */
const whenDue: Readonly<Record<DeadlineKind, WhenDue>> = {
  'approval-reminder': (next, deadline, context) => {
    if (next.mobility.state === 'applied') remind(next, 'approval-reminder');
    again(next, deadline, context);
  },
  'step-reminder': (next, _deadline, context) => remindApprover(next, context),
  'step-escalation': (next, _deadline, context) => tellOffice(next, context),
  // Ranked by the sweep itself (rounds.ts). Whoever still waits is told the new day, where the rulebook has another one now.
  ranking: (next, due, context) => {
    if (next.mobility.state !== 'awaiting-ranking') return;
    const rankOn = roundOf(context.institution, next.mobility)?.rankOn;
    const later = rankOn === undefined ? undefined : deadline(context.institution, 'ranking', rankOn, rankOn);
    if (later === undefined || later.at <= context.now) return again(next, due, context);
    remind(next, 'to-be-ranked', { due: rankOn ?? '' });
    next.addDeadlines(later);
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
      .mail('duty-missed', { duty: 'pre-financing', since: deadline.ref ?? deadline.at });
  },
  'balance-duty': (next, deadline, context) => {
    next
      .record('DutyMissed', { duty: 'balance' })
      .mail('duty-missed', { duty: 'balance', since: deadline.ref ?? deadline.at });
    again(next, deadline, context);
  },
  'account-reminder': (next, deadline, context) => {
    if (next.mobility.proposedAccount || accountUsable(next.mobility)) return;
    remind(next, 'account-needed', { payment: deadline.ref ?? '', reason: lastReason(next.mobility) });
    again(next, deadline, context);
  },
  'bank-silence': (next, deadline, context) => {
    const payment = deadline.ref ?? '';
    if (findReturn(next.mobility, payment)) {
      next.mail('finance-task', { task: 'return-silent', mobility: next.mobility.id, payment });
    } else if (findReversal(next.mobility, payment)) {
      next.mail('finance-task', { task: 'reversal-silent', mobility: next.mobility.id, payment });
    } else next.record('BankSilent', { payment }).mail('bank-silent', { payment });
    next.addDeadlines(inDays(context.institution, 'bank-silence', context.now, SILENCE_DAYS, deadline.ref));
  },
  'four-eyes-reminder': (next, deadline, context) => {
    if (deadline.ref === 'account') remind(next, 'account-approval');
    else if (findReturn(next.mobility, deadline.ref ?? ''))
      remind(next, 'return-approval', { payment: deadline.ref ?? '' });
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
  // A request whose stay has ended meanwhile has lost its object.
  'extension-reminder': (next, deadline, context) => {
    if (!openExtension(next.mobility)) return;
    remind(next, 'extension-review');
    again(next, deadline, context);
  },
  'interruption-reminder': (next, deadline, context) => {
    if (!openInterruption(next.mobility)) return;
    remind(next, 'interruption-review');
    again(next, deadline, context);
  },
  'green-claim-reminder': (next, deadline, context) => {
    if (!openGreenClaim(next.mobility)) return;
    remind(next, 'green-claim-review');
    again(next, deadline, context);
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
    if (claim?.plan && !illnessPending(next.mobility)) return missPart(next, claim, context);
    if (claim && !illnessPending(next.mobility)) {
      next.set({ claim: { ...claim, state: 'overdue' } });
      remind(next, 'claim-overdue', { due: deadline.ref ?? '' });
    }
    again(next, deadline, context);
  },
  'objection-reminder': (next, deadline, context) => {
    if (!openObjection(next.mobility.claim)) return;
    remind(next, 'objection-review');
    again(next, deadline, context);
  },
  'instalments-reminder': (next, deadline, context) => {
    const { claim, proposedCorrection } = next.mobility;
    if (!claim?.askedForParts) return;
    // While something else has to be decided first, the question waits.
    if (!openObjection(claim) && !proposedCorrection && !claim.proposedRelief) remind(next, 'instalments-asked');
    again(next, deadline, context);
  },
  'correction-reminder': (next, deadline, context) => {
    if (!next.mobility.proposedCorrection) return;
    remind(next, 'correction-approval');
    again(next, deadline, context);
  },
  'collection-review': (next, deadline, context) => {
    if (!next.mobility.claim?.collection) return;
    remind(next, 'claim-overdue', { due: deadline.ref ?? '' });
    next.addDeadlines(inDays(context.institution, 'collection-review', context.now, COLLECTION_DAYS, deadline.ref));
  },
  'relief-reminder': (next, deadline, context) => {
    const kind = next.mobility.claim?.proposedRelief?.kind;
    if (!kind) return;
    remind(next, 'relief-approval', { kind });
    again(next, deadline, context);
  },
};

/** A part of the plan was not paid although reminded: the plan is over, and the whole rest is due, with the usual time. */
function missPart(next: Draft, { due: missed }: Claim, context: Context): void {
  const due = startAnew(next, context);
  next.record('InstalmentMissed', { part: missed ?? '', due }).mail('instalment-missed', { due, part: missed ?? '' });
}

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
