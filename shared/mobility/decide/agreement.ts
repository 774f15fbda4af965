import type { IsoDate } from '../../calendar/clock.ts';
import { addDays } from '../../calendar/dates.ts';
import { dateAt } from '../../calendar/zones.ts';
import { type LosingDeadline, missedByUs, wasFairlyNoticed } from '../../deadlines/fair-notice.ts';
import { dueAfter, duty, reminders, whenPassed } from '../../deadlines/plan.ts';
import { obligationsOf } from '../../grant/obligations.ts';
import * as entries from '../../ledger/entries.ts';
import type { Institution } from '../../rulebook/types.ts';
import { firstInstalment } from '../balance.ts';
import type { Mobility } from '../case.ts';
import type { DeliveredNotice } from '../commands.ts';
import { nothing, type Outcome, type RecordChange, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { giveBackReservation } from './application.ts';
import { trancheOf } from './budget.ts';
import { amountText, type Context, draft, today } from './context.ts';
import { agreedStay } from './settlement.ts';
import { confirmationDeadlines } from './stay.ts';

/**
 * Issues the grant agreement on the rules that the case began with, at the rate at which the project's tranche was
 * received, which is frozen. The institution signs at issue in the name of the officer who approved.
 */
export function issue(mobility: Mobility, context: Context): Outcome {
  if (mobility.state !== 'awarded' || !mobility.award || !mobility.approval) return nothing;
  const { institution, now } = context;
  const { amount: _ofTheCall, ...exchange } = trancheOf(mobility, institution);
  const { assessment, award, approval } = mobility;
  const due = signatureDue(mobility, context);
  const next = draft(mobility, context, 'system')
    .set({
      agreement: {
        number: `${mobility.stay.call}-${mobility.id}`,
        issuedAt: now,
        assessment,
        amount: award.amount,
        instalments: assessment.instalments,
        exchange,
        signatures: { institution: { by: approval.by, at: now } },
      },
    })
    .record('AgreementIssued', { amount: amountText(award.amount), due })
    .mail('agreement-to-sign', { due })
    .dropDeadlines('approval-reminder');
  return withSignatureDeadlines(next, due, institution).done();
}

/** The close of the window, but never less than the minimum time to sign. */
function signatureDue(mobility: Mobility, context: Context): string {
  const { institution } = context;
  const window = institution.windows.find(
    (candidate) =>
      candidate.startsFrom <= mobility.stay.planned.start && mobility.stay.planned.start <= candidate.startsTo,
  );
  const earliest = dueAfter(institution, today(context), institution.procedure.signature.minimumDays);
  return window && window.closes > earliest ? window.closes : earliest;
}

/** Reminders around the day by which it is to be signed, and what happens when that has passed. */
export function withSignatureDeadlines(next: Draft, due: string, institution: Institution): Draft {
  return next.addDeadlines(
    ...reminders(institution, 'agreement-reminder', due, institution.procedure.signature.reminders, next.now),
    whenPassed(institution, 'agreement-expiry', due),
  );
}

/**
 * Both have signed: the money is committed, the first instalment is paid, unless all is paid after the stay, and the stay
 * begins to be followed.
 */
export function sign(mobility: Mobility, context: Context): Outcome {
  if (mobility.state !== 'agreement-issued' || !mobility.agreement || !mobility.award) {
    if (mobility.agreement?.signatures.participant)
      return refused('already-signed', 'This agreement has already been signed.');
    return refused(
      'not-open',
      'This agreement can no longer be signed. Write to the international office if you think it should be.',
    );
  }
  const { institution, now } = context;
  const { agreement } = mobility;
  const next = draft(mobility, context, 'participant')
    .set({
      agreement: { ...agreement, signatures: { ...agreement.signatures, participant: { at: now } } },
      obligationsDue: obligationsOf(institution.obligations, mobility.terms, agreedStay(mobility)).map(
        ({ code }) => code,
      ),
      obligations: { 'grant-agreement': { at: now, by: 'participant' } },
    })
    .record('AgreementSigned')
    .transfer(entries.commit(mobility, mobility.award.amount, now))
    .dropDeadlines('agreement-reminder', 'agreement-expiry')
    .addDeadlines(...confirmationDeadlines(institution, mobility.stay.planned.end, now))
    .endPhase('agreement');
  const due = prefinancingDue(mobility, context);
  if (firstInstalment(mobility)) {
    next
      .addDeadlines(duty(institution, 'prefinancing-duty', due))
      .mail('agreement-signed', { payBy: due })
      .startPhase('payout');
  } else next.mail('agreement-signed');
  return next.startPhase('stay').done();
}

/** Participant grant agreement: 30 calendar days after both signatures or the start date, whichever comes first. */
export function prefinancingDue(mobility: Pick<Mobility, 'agreement' | 'stay'>, context: Context): string {
  const signed = dateAt(mobility.agreement?.signatures.participant?.at ?? context.now, context.institution.timeZone);
  const latest = addDays(signed, context.institution.procedure.prefinancingDays);
  const { start } = mobility.stay.planned;
  return start > signed && start < latest ? start : latest;
}

/**
 * The time to sign is over. Nobody lapses who was not told often and early enough, nor because the system itself was away:
 * then the time is extended instead, and somebody has to look at it.
 */
export function expire(mobility: Mobility, delivered: readonly DeliveredNotice[], context: Context): Outcome {
  if (mobility.state !== 'agreement-issued') return nothing;
  const { institution, now } = context;
  const told = wasFairlyNoticed(delivered, 'agreement-expiry', institution.procedure.fairNotice, now);
  const away = mobility.deadlines.some((each) => each.kind === 'agreement-expiry' && missedByUs(each, now));
  if (!told || away) {
    const due = dueAfter(institution, today(context), institution.procedure.signature.minimumDays);
    const from = mobility.deadlines.find(({ kind }) => kind === 'agreement-expiry')?.ref ?? today(context);
    const moved = [...(mobility.moved ?? []), { deadline: 'agreement-expiry', from, to: due, at: now } as const];
    const next = draft(mobility, context, 'system')
      // When it was the system that was away, it says nothing about whether the participant can be reached.
      .set(told ? {} : { moved })
      .dropDeadlines('agreement-expiry', 'agreement-reminder')
      .record('AgreementExpiryPostponed', { due })
      .write(unheardTask(mobility, 'agreement-expiry', due, told))
      .mail('agreement-reminder', { due });
    return withSignatureDeadlines(next, due, institution).done();
  }
  const next = draft(mobility, context, 'system').record('AgreementLapsed').mail('agreement-lapsed');
  giveBackReservation(next, mobility, context);
  return next.endPhase('agreement').done();
}

/** Somebody has to find out why the notices did not arrive, before the same happens again. */
export function unheardTask({ id }: Mobility, deadline: LosingDeadline, moved: IsoDate, told: boolean): RecordChange {
  const why = told ? 'the system was away' : 'notices not delivered';
  return {
    record: 'task',
    id: `deadline-moved-${id}-${deadline}`,
    kind: 'deadline-moved',
    data: { mobility: id, deadline, moved, why },
  };
}

/** One more reminder to sign; several that came due together (after an outage) go out as one. */
export function remindToSign(next: Draft, due: string): Draft {
  return next.record('ReminderSent', { notice: 'agreement-reminder', due }).mail('agreement-reminder', { due });
}
