import { inDays } from '../../deadlines/plan.ts';
import type { Assessment } from '../../grant/types.ts';
import * as entries from '../../ledger/entries.ts';
import type { Terms } from '../../rulebook/types.ts';
import { openStep } from '../approvals.ts';
import type { ApprovalStep, Mobility } from '../case.ts';
import type { Application, Command } from '../commands.ts';
import { nothing, type Outcome, refused } from '../decision.ts';
import { Draft } from '../draft.ts';
import { beforeSignature } from '../transitions.ts';
import { putBefore, stepDeadlines } from './approvals.ts';
import { giveBack, projectOf } from './budget.ts';
import { amountText, type Context, draft } from './context.ts';
import { pointsProblem, putUp, takePlace } from './ranking.ts';

/** Approved, and nothing is reserved yet. */
export const waitsForMoney: readonly Mobility['state'][] = ['approved', 'awaiting-ranking', 'waiting-list'];

/** In line for money of the call, or about to be. */
const holdsPlace: readonly Mobility['state'][] = ['awaiting-ranking', 'waiting-list'];

/**
 * Opens the case. The caller has checked the window and the requirements that need no decision (open.ts); the same stay
 * of the same person cannot be applied for twice, which the `stay-taken` record guards.
 */
export function open(
  application: Application,
  id: string,
  stayFingerprint: string,
  terms: Terms,
  assessment: Assessment,
  context: Context,
  approvals: readonly ApprovalStep[] = [],
): Outcome {
  const [first] = approvals;
  const mobility: Mobility = {
    institution: application.institution,
    id,
    version: 0,
    state: 'applied',
    participant: application.participant,
    stay: application.stay,
    appliedAt: context.now,
    terms,
    assessment,
    ...(first ? { approvals } : {}),
    payments: [],
    documents: [],
    obligations: {},
    obligationsDue: [],
    deadlines: [],
    attempts: {},
    openPhases: [],
  };
  const { institution, now } = context;
  return new Draft(mobility, now, 'participant', { opening: true })
    .record('ApplicationSubmitted')
    .write({ record: 'stay-taken', stay: stayFingerprint })
    .mail('application-received')
    .startPhase('application')
    .addDeadlines(
      ...(first
        ? stepDeadlines(first, context)
        : [inDays(institution, 'approval-reminder', now, institution.procedure.office.remindEveryDays)]),
    )
    .done();
}

/** The workflow has taken the application up: whoever has to agree first is asked, or the office to approve it. */
export function assess(mobility: Mobility, context: Context): Outcome {
  if (mobility.state !== 'applied' || mobility.reviewAskedAt || openStep(mobility)?.askedAt) return nothing;
  const next = draft(mobility, context, 'system').record('ApplicationAssessed', {
    eligible: mobility.assessment.eligible,
    total: amountText(mobility.assessment.total),
  });
  return putBefore(next, context).done();
}

export function approve(
  mobility: Mobility,
  { by, points }: { readonly by: string; readonly points?: number },
  context: Context,
): Outcome {
  if (mobility.state !== 'applied') return alreadyDecided(mobility);
  const step = openStep(mobility);
  if (step) {
    return refused(
      'consent-open',
      `${step.approver.name} (${step.label.en}) has not agreed yet; the office decides after that.`,
    );
  }
  const problem = pointsProblem(mobility, points, context);
  if (problem) return problem;
  return draft(mobility, context, 'office')
    .set({ approval: { by, at: context.now, ...(points === undefined ? {} : { points }) } })
    .record('ApplicationApproved')
    .done();
}

export function refuse(mobility: Mobility, reason: string, context: Context): Outcome {
  if (mobility.state !== 'applied') return alreadyDecided(mobility);
  if (reason.trim() === '') return refused('reason-missing', 'Give the applicant a reason for the refusal.');
  return draft(mobility, context, 'office')
    .set({ refusalReason: reason.trim() })
    .record('ApplicationRefused')
    .mail('application-refused')
    .endPhase('application')
    .done();
}

/**
 * Reserves the planned amount from a tranche of the call; when the money is gone, or somebody is first in line for it, the
 * case waits on the list. The list is looked at once the place is taken: money may have come back at the same moment. A case
 * whose round has not been ranked waits for that first (ranking.ts).
 */
export function reserve(
  mobility: Mobility,
  { budgetExhausted = false, tranche, ranking }: Omit<Extract<Command, { type: 'reserve' }>, 'type'>,
  context: Context,
): Outcome {
  if (!waitsForMoney.includes(mobility.state)) return nothing;
  if (ranking && ranking.rankedAt === undefined) return putUp(mobility, ranking, context);
  const amount = mobility.assessment.total;
  const { call } = mobility.stay;
  if (budgetExhausted) {
    if (mobility.state === 'waiting-list') return nothing;
    return takePlace(draft(mobility, context, 'system'), ranking)
      .record('PlacedOnWaitingList')
      .write({ record: 'waiting', state: 'waiting' })
      .moveUp(call)
      .mail('waiting-list')
      .dropDeadlines('approval-reminder')
      .addDeadlines(inDays(context.institution, 'waiting-list-review', context.now, 30))
      .done();
  }
  const [first] = projectOf(context.institution, call).tranches;
  const from = tranche ?? first?.tranche ?? call;
  const next = takePlace(draft(mobility, context, 'system'), ranking)
    .set({ award: { amount, at: context.now, tranche: from } })
    .record('GrantAwarded', { amount: amountText(amount) })
    .transfer(entries.reserve(mobility, amount, context.now))
    .write({ record: 'budget', call, tranche: from, reserve: amount.minor, mustFit: true });
  if (holdsPlace.includes(mobility.state)) next.write({ record: 'waiting', state: 'left' }).moveUp(call);
  return next
    .dropDeadlines('waiting-list-review', 'approval-reminder')
    .addDeadlines(
      inDays(
        context.institution,
        'approval-reminder',
        context.now,
        context.institution.procedure.office.remindEveryDays,
      ),
    )
    .endPhase('application')
    .startPhase('agreement')
    .done();
}

/** The participant takes the application back, at any time before signing. */
export function withdrawApplication(mobility: Mobility, context: Context): Outcome {
  if (!beforeSignature.includes(mobility.state)) return nothing;
  const next = draft(mobility, context, 'participant').record('ApplicationWithdrawn').mail('application-withdrawn');
  if (mobility.award) giveBackReservation(next, mobility, context);
  if (holdsPlace.includes(mobility.state)) next.write({ record: 'waiting', state: 'left' }).moveUp(mobility.stay.call);
  return next.endPhase('application').endPhase('agreement').done();
}

/** The reserved money returns to the call's budget. */
export function giveBackReservation(next: Draft, mobility: Mobility, context: Context): void {
  if (!mobility.award) return;
  next.transfer(entries.releaseReservation(mobility, mobility.award.amount, context.now));
  giveBack(next, mobility.award.amount);
}

function alreadyDecided(mobility: Mobility): Outcome {
  const how = mobility.state === 'refused' ? 'refused' : mobility.state === 'withdrawn' ? 'withdrawn' : 'approved';
  return refused('already-decided', `This application has already been ${how}.`);
}
