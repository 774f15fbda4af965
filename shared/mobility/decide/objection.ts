import { inDays } from '../../deadlines/plan.ts';
import type { Claim, Correction, Mobility } from '../case.ts';
import type { ObjectionDecision } from '../commands.ts';
import { type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { type Context, draft } from './context.ts';
import { correctionProblem, proposeOn } from './correction.ts';
import { startAnew } from './repayment.ts';
import { paidToUnit } from './reversal.ts';
import { followUp } from './settlement.ts';

/** The participant says that the demand is wrong. Until the office has decided, nobody is reminded and nothing falls due. */
export function object(mobility: Mobility, reason: string, context: Context): Outcome {
  const { claim } = mobility;
  if (mobility.state !== 'repayment-due' || (claim?.state !== 'open' && claim?.state !== 'overdue')) {
    return refused('not-open', 'There is no demand that you could object to now.');
  }
  if (paidToUnit(mobility)) {
    return refused('paid-to-unit', 'Nothing is demanded from you. Write to the international office if it is wrong.');
  }
  if (claim.objection) {
    return refused(
      'already-objected',
      'You have objected to this demand before. Write to the international office if something new has come up.',
    );
  }
  if (mobility.proposedCorrection) {
    return refused('correction-open', 'Your grant is being looked at again already. You get a mail when that is done.');
  }
  const written = reason.trim();
  if (written === '') return refused('reason-missing', 'Say why you object to the demand.');
  const { institution, now } = context;
  return draft(mobility, context, 'participant')
    .set({ claim: { ...claim, objection: { at: now, reason: written } } })
    .record('ClaimObjected')
    .mail('objection-review')
    .dropDeadlines('claim-reminder', 'claim-decision', 'collection-review')
    .addDeadlines(inDays(institution, 'objection-reminder', now, institution.procedure.office.remindEveryDays))
    .done();
}

/**
 * The office's answer. Dismissed: the whole time to pay begins anew. Upheld: the office proposes a new calculation with what
 * the participant has shown (correction.ts), on which a second person decides; until then nobody is reminded.
 */
export function decideObjection(mobility: Mobility, decision: ObjectionDecision, context: Context): Outcome {
  const { claim } = mobility;
  const objection = openObjection(claim);
  if (!claim || !objection) return refused('already-decided', 'This objection has already been decided on.');
  const answer = decision.answer.trim();
  if (answer === '') return refused('answer-missing', 'Give the participant an answer.');
  const { by } = decision;
  const upheld = decision.choice === 'uphold';
  const problem = upheld ? correctionProblem(mobility, decision.correction, context) : undefined;
  if (problem) return problem;
  const decided = { ...objection, decision: upheld ? 'upheld' : 'dismissed', answer, decidedBy: by } as const;
  const next = draft(mobility, context, 'office')
    .set({ claim: { ...claim, objection: decided } })
    .record(upheld ? 'ObjectionUpheld' : 'ObjectionDismissed')
    .dropDeadlines('objection-reminder');
  if (upheld) {
    proposeOn(next, { ...decision.correction, by }, context);
    return next.mail('objection-decided', { decision: 'upheld' }).done();
  }
  // Paid meanwhile, or about to be calculated anew: there is nothing to press for.
  const goesOn = claim.state !== 'settled' && !mobility.proposedCorrection;
  const due = goesOn ? startAnew(next, context) : '';
  next.mail('objection-decided', { decision: 'dismissed', due });
  return mobility.state === 'settled' ? followUp(next, context).done() : next.done();
}

/** An objection that nobody has decided on. */
export function openObjection(claim: Claim | undefined): Claim['objection'] | undefined {
  return claim?.objection && !claim.objection.decision ? claim.objection : undefined;
}

/** What is owed is being looked at again: until that is decided nobody is reminded, and nothing falls due. */
export function isPaused({ claim, proposedCorrection }: Mobility): boolean {
  return openObjection(claim) !== undefined || proposedCorrection !== undefined;
}

/** An upheld objection whose correction a second person has refused is before the office again, which reads so. */
export function reopenObjection(next: Draft, context: Context, correction: Correction, by: string): boolean {
  const { claim } = next.mobility;
  const { earlierSettlements = [] } = next.mobility;
  if (claim?.objection?.decision !== 'upheld' || claim.calculation !== earlierSettlements.length + 1) return false;
  const { at, reason } = claim.objection;
  const { institution, now } = context;
  next
    .set({
      claim: { ...claim, objection: { at, reason, correctionRefused: { by, at: now, proposedBy: correction.by } } },
    })
    .mail('objection-review')
    .addDeadlines(inDays(institution, 'objection-reminder', now, institution.procedure.office.remindEveryDays));
  return true;
}
