import type { Instant, IsoDate } from '../../calendar/clock.ts';
import { countDays } from '../../calendar/counts.ts';
import { addDays } from '../../calendar/dates.ts';
import { confirmationDue, dueAfter, inOfficeHours, onDay, reminders, whenPassed } from '../../deadlines/plan.ts';
import type { Period } from '../../grant/types.ts';
import type { Institution } from '../../rulebook/types.ts';
import type { Actor, Deadline, DeadlineKind, Document, Mobility } from '../case.ts';
import { nothing, type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { type Context, draft, today } from './context.ts';
import { cancelUnsentPayment } from './payout.ts';
import { askForTheRest, expectsBalance, settlementFor, settleWhenReady } from './settlement.ts';

export const confirmationKinds: readonly DeadlineKind[] = [
  'confirmation-request',
  'confirmation-reminder',
  'confirmation-decision',
];

/**
 * The host is asked on the last day; reminders around the due date, which is the institution's usual one unless another is
 * given; then the office decides. Silence is not an answer.
 */
export function confirmationDeadlines(
  institution: Institution,
  lastDay: IsoDate,
  now: Instant,
  due: IsoDate = confirmationDue(institution, lastDay),
): Deadline[] {
  const { decideDays, reminders: plan } = institution.procedure.confirmation;
  return [
    inOfficeHours(institution, 'confirmation-request', lastDay, due),
    ...reminders(institution, 'confirmation-reminder', due, plan, now),
    whenPassed(institution, 'confirmation-decision', due, decideDays),
  ];
}

/** The workflow has begun to follow the stay. */
export function openStay(mobility: Mobility, context: Context): Outcome {
  if (mobility.state !== 'signed' || mobility.stayOpenedAt) return nothing;
  return draft(mobility, context, 'system').set({ stayOpenedAt: context.now }).record('StayOpened').done();
}

/** The host coordinator (or the office, from the certificate) confirms the dates on which the grant is calculated. */
export function confirmStay(
  mobility: Mobility,
  by: 'host' | 'office',
  answer: {
    readonly period: Period;
    readonly interruptionDays?: number;
    readonly name: string;
    readonly role: string;
  },
  context: Context,
): Outcome {
  if (mobility.confirmed) {
    return refused('already-confirmed', 'The dates of this stay have already been confirmed.');
  }
  if (mobility.state !== 'signed') return refused('not-open', 'This stay cannot be confirmed now.');
  const { period, interruptionDays, name, role } = answer;
  const problem = periodProblem(mobility, period, context) ?? breakProblem(mobility, period, interruptionDays);
  if (problem) return problem;
  const away = interruptionDays === undefined ? {} : { interruptionDays };
  return endStay(draft(mobility, context, by), { period, name, role, by, ...away }, context).done();
}

/** Why it cannot have been interrupted for so many days. */
export function breakProblem({ terms }: Mobility, { start, end }: Period, days = 0): Outcome | undefined {
  const all = countDays(start, end, terms.limits.counting);
  if (Number.isSafeInteger(days) && days >= 0 && days < all) return undefined;
  return refused('interruption-too-long', `The stay has ${all} days; give fewer days of interruption, or none.`);
}

/** Why the stay cannot have been on these dates; undefined when it can. */
export function periodProblem(mobility: Mobility, period: Period, context: Context): Outcome | undefined {
  if (period.end < period.start) {
    return refused(
      'dates-reversed',
      'The last day lies before the first day. Give the first and the last day of presence.',
    );
  }
  if (period.end > today(context)) {
    return refused('not-over', 'The last day lies in the future. Confirm the stay when it has ended.');
  }
  if (
    period.start < addDays(mobility.stay.planned.start, -60) ||
    period.end > addDays(mobility.stay.planned.end, 370)
  ) {
    return refused(
      'other-stay',
      'These dates are far from the planned stay. Check the year, or write to the international office.',
    );
  }
  return undefined;
}

/** Fixes the dates, says what is still missing, and starts the settlement when nothing is. */
export function endStay(
  next: Draft,
  answer: {
    readonly by: Actor;
    readonly period?: Period;
    readonly interruptionDays?: number;
    readonly name: string;
    readonly role: string;
  },
  context: Context,
  event: 'StayConfirmed' | 'ConfirmationNeverCame' = 'StayConfirmed',
): Draft {
  const { period, by } = answer;
  cancelUnsentPayment(next, context);
  const { mobility } = next;
  const confirmed = { ...answer, at: context.now, balanceExpected: false };
  if (answer.interruptionDays !== undefined) next.dropDeadlines('interruption-reminder');
  next
    .set({
      confirmed: { ...confirmed, balanceExpected: expectsBalance({ ...mobility, confirmed }, period) },
      obligations: period
        ? { ...mobility.obligations, 'confirmation-of-stay': { at: context.now, by } }
        : mobility.obligations,
    })
    .record(event, period ? { start: period.start, end: period.end } : {}, by)
    // What is due from now on is the balance of the final calculation, not the first instalment.
    .dropDeadlines(...confirmationKinds, 'prefinancing-duty');
  return settleWhenReady(next, context) ? next : askForTheRest(next, context);
}

/** The participant says that the surveys are done. */
export function reportObligations(mobility: Mobility, codes: readonly string[], context: Context): Outcome {
  if (mobility.state !== 'signed' && mobility.state !== 'stay-ended') {
    return refused('not-open', 'Nothing needs to be reported now.');
  }
  const mine = context.institution.obligations
    .filter((obligation) => obligation.by === 'participant' && !obligation.greenClaim)
    .map((o) => o.code);
  const unknown = codes.find((code) => !mine.includes(code));
  if (unknown) return refused('unknown-obligation', `“${unknown}” is not something you can report yourself.`);
  const fresh = codes.filter((code) => !mobility.obligations[code]);
  if (fresh.length === 0) return nothing;
  const next = draft(mobility, context, 'participant');
  const done = Object.fromEntries(fresh.map((code) => [code, { at: context.now, by: 'participant' as const }]));
  next.set({ obligations: { ...mobility.obligations, ...done } });
  for (const code of fresh) next.record('ObligationReported', { code });
  settleWhenReady(next, context);
  return next.done();
}

/**
 * An uploaded document is filed, or one that came by mail by the office; a certificate of the stay is put before the
 * office, which enters its dates.
 */
export function fileDocument(
  mobility: Mobility,
  document: Document,
  context: Context,
  by: 'participant' | 'office' = 'participant',
): Outcome {
  if (mobility.documents.some((filed) => filed.id === document.id)) return nothing;
  const open = ['signed', 'stay-ended', 'settled', 'repayment-due'].includes(mobility.state);
  if (!open) return refused('not-open', 'No document can be filed on this case now.');
  const next = draft(mobility, context, by)
    .set({ documents: [...mobility.documents, document] })
    .record('DocumentFiled', { document: document.id, kind: document.kind });
  if (document.kind === 'confirmation-of-stay' && !mobility.confirmed) {
    next.mail('confirmation-review', { document: document.id });
  }
  return next.done();
}

/**
 * The participant gives the stay up. Where nothing is left to be entitled to, their own word settles it; otherwise the
 * host is asked for the dates now.
 */
export function reportWithdrawal(
  mobility: Mobility,
  lastDay: IsoDate | undefined,
  reason: string,
  context: Context,
): Outcome {
  if (mobility.state !== 'signed') return refused('not-open', 'This stay cannot be given up now.');
  if (mobility.withdrawal) {
    return refused(
      'already-reported',
      'You have already reported the end of your stay. The host is asked for the dates.',
    );
  }
  const problem = lastDayProblem(mobility, lastDay, context);
  if (problem) return problem;
  const { institution, now } = context;
  const withdrawal = { at: now, reason: reason.trim(), ...(lastDay ? { lastDay } : {}) };
  const next = draft(mobility, context, 'participant')
    .set({ withdrawal })
    .record('WithdrawalReported', lastDay ? { lastDay } : {});
  const period = lastDay ? { start: mobility.stay.planned.start, end: lastDay } : undefined;
  if (settlementFor(next.mobility, period).entitlement.minor === 0) {
    return endStay(
      next,
      { by: 'participant', name: 'participant', role: 'participant', ...(period ? { period } : {}) },
      context,
    ).done();
  }
  // Asked from today on, however long ago it ended: nothing may fall due on somebody who has not been asked.
  const [request, ...later] = confirmationDeadlines(institution, today(context), now);
  const due = request?.ref ?? today(context);
  return next
    .dropDeadlines(...confirmationKinds)
    .addDeadlines(...later)
    .mail('confirmation-request', { due })
    .done();
}

/** Why this cannot have been the last day; undefined when it can, or when the stay never began. */
export function lastDayProblem(
  mobility: Mobility,
  lastDay: IsoDate | undefined,
  context: Context,
): Outcome | undefined {
  if (lastDay === undefined) return undefined;
  if (lastDay < mobility.stay.planned.start) {
    return refused('before-start', 'The last day lies before the stay began. If you never left, leave the day empty.');
  }
  if (lastDay > today(context)) {
    return refused('not-over', 'The last day lies in the future. Report it when you have left.');
  }
  return undefined;
}

/** No confirmation came although everybody was reminded: an officer gives more time or demands the money back. */
export function decideSilence(mobility: Mobility, choice: 'extend' | 'demand', by: string, context: Context): Outcome {
  if (mobility.confirmed)
    return refused('already-confirmed', 'The dates of this stay have been confirmed in the meantime.');
  if (mobility.state !== 'signed') return refused('not-open', 'There is nothing to decide on this stay now.');
  if (!isOverdue(mobility, context)) {
    return refused('too-early', 'The confirmation is not overdue yet.');
  }
  const { institution, now } = context;
  const next = draft(mobility, context, 'office');
  if (choice === 'demand') {
    return endStay(
      next,
      { by: 'office', name: by, role: 'international office' },
      context,
      'ConfirmationNeverCame',
    ).done();
  }
  const due = dueAfter(institution, today(context), institution.procedure.confirmation.dueDays);
  const [, ...later] = confirmationDeadlines(institution, today(context), now, due);
  return next
    .dropDeadlines(...confirmationKinds)
    .addDeadlines(...later)
    .record('ConfirmationExtended', { due })
    .mail('confirmation-extended', { due })
    .done();
}

/** The day by which the confirmation was asked for has come; it moves when the stay ends early or more time is given. */
function isOverdue(mobility: Mobility, context: Context): boolean {
  const decision = mobility.deadlines.find(({ kind }) => kind === 'confirmation-decision');
  return decision?.ref !== undefined && onDay(context.institution, decision.ref) <= context.now;
}
