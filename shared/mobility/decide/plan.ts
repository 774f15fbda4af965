import type { IsoDate } from '../../calendar/clock.ts';
import { claimOpen, receivedOn } from '../../claims/amounts.ts';
import { partsOf, planProblem, planProblems } from '../../claims/instalments.ts';
import { inDays } from '../../deadlines/plan.ts';
import type { Claim, Mobility } from '../case.ts';
import { type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { type Context, draft, today } from './context.ts';
import { isPaused } from './objection.ts';
import { withClaimDeadlines } from './repayment.ts';
import { paidToUnit } from './reversal.ts';

/**
 * The participant cannot pay at once and asks for parts, from the day on which the demand has come. The office grants or
 * refuses; until then the date of the demand stays, so that asking is no way of not paying.
 */
export function askForInstalments(mobility: Mobility, wish: string, context: Context): Outcome {
  const { claim } = mobility;
  const problem = askProblem(mobility);
  if (problem) return problem;
  const written = wish.trim();
  if (!claim || written === '') return refused('wish-missing', 'Say what you can pay, and when.');
  const { institution, now } = context;
  return draft(mobility, context, 'participant')
    .set({ claim: { ...claim, askedForParts: { at: now, wish: written } } })
    .record('InstalmentsAsked')
    .mail('instalments-asked')
    .addDeadlines(inDays(institution, 'instalments-reminder', now, institution.procedure.office.remindEveryDays))
    .done();
}

/** Why parts cannot be asked for now; undefined when they can. */
export function askProblem(mobility: Mobility): Outcome | undefined {
  const { state, claim } = mobility;
  if (paidToUnit(mobility)) {
    return refused('paid-to-unit', 'Your unit gives the money back by a voucher. You do not have to pay anything.');
  }
  if (state !== 'repayment-due' || (claim?.state !== 'open' && claim?.state !== 'overdue')) {
    return refused('not-open', 'There is no demand that could be paid in parts now.');
  }
  if (claim.askedForParts) {
    return refused('already-asked', 'You have asked for this already. The international office answers you by mail.');
  }
  if (claim.collection) {
    return refused('handed-over', 'Your repayment is collected by others. Agree on parts with them.');
  }
  if (isPaused(mobility)) {
    return refused('decision-open', 'What you owe is being looked at again. Ask when that is done.');
  }
  return undefined;
}

/** What is left, in equal parts on these days. */
export function agreeInstalments(
  next: Draft,
  claim: Claim,
  due: readonly IsoDate[],
  by: string,
  context: Context,
): Outcome {
  const problem = planProblem(due, claimOpen(claim), today(context));
  if (problem) return refused('no-plan', planProblems[problem]);
  const { collection: _back, ...rest } = claim;
  const [first = ''] = due;
  const plan = { by, at: context.now, parts: partsOf(claimOpen(claim), due), received: receivedOn(claim) };
  next.set({ claim: { ...rest, state: 'open', plan, due: first } });
  answered(next)
    .record('InstalmentsAgreed', { parts: due.length, due: first })
    .mail('instalments-agreed', { due: first });
  return withClaimDeadlines(next, first, context).done();
}

/** The demand stays as it is; the participant reads why. */
export function refuseInstalments(next: Draft, claim: Claim, by: string, answer: string): Outcome {
  if (!claim.askedForParts) return refused('not-asked', 'The participant does not ask for parts (any more).');
  const written = answer.trim();
  if (written === '') return refused('answer-missing', 'Give the participant an answer.');
  next.set({ claim: { ...claim, refusedParts: { at: next.now, by, answer: written } } });
  return answered(next).record('InstalmentsRefused').mail('instalments-refused').done();
}

/** Whatever the office has decided about the claim answers the question for parts. */
export function answered(next: Draft): Draft {
  const { claim } = next.mobility;
  if (claim?.askedForParts) {
    const { askedForParts: _answered, ...rest } = claim;
    next.set({ claim: rest });
  }
  return next.dropDeadlines('instalments-reminder');
}
