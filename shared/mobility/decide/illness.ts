import type { IsoDate } from '../../calendar/clock.ts';
import { inDays } from '../../deadlines/plan.ts';
import { add, type Money } from '../../money/money.ts';
import { kept, openPayment } from '../balance.ts';
import type { Mobility } from '../case.ts';
import { type Outcome, refused } from '../decision.ts';
import { type Context, draft } from './context.ts';
import { reopenSettlement } from './correction.ts';
import { settlementFor, settleWhenReady } from './settlement.ts';
import { endStay, lastDayProblem } from './stay.ts';

/**
 * The participant had to stop for illness and asks to keep the grant (NHH, "Withdrawal and Repayment"). The certificate
 * has been filed; an officer decides, and nothing is settled or collected until then.
 */
export function claimIllness(
  mobility: Mobility,
  lastDay: IsoDate | undefined,
  document: string,
  context: Context,
): Outcome {
  if (mobility.illness)
    return refused('already-claimed', 'You have already asked to keep the grant because of illness.');
  if (!mobility.documents.some((filed) => filed.id === document && filed.kind === 'medical-certificate')) {
    return refused('certificate-missing', 'Upload the medical certificate together with your request.');
  }
  const { institution, now } = context;
  const illness = { at: now, document };
  const reminder = inDays(institution, 'illness-reminder', now, institution.procedure.office.remindEveryDays);
  if (mobility.state === 'stay-ended' || mobility.state === 'repayment-due') {
    if (mobility.state === 'stay-ended' && mobility.openPhases.includes('settlement')) {
      return refused('being-settled', 'Your grant is being calculated right now. Try again in a few minutes.');
    }
    return draft(mobility, context, 'participant')
      .set({ illness })
      .record('IllnessClaimed')
      .mail('illness-review')
      .addDeadlines(reminder)
      .done();
  }
  if (mobility.state !== 'signed') return refused('not-open', 'You cannot ask for this now.');
  const problem = lastDayProblem(mobility, lastDay, context);
  if (problem) return problem;
  const period = lastDay ? { start: mobility.stay.planned.start, end: lastDay } : undefined;
  // Their own word on the dates is taken where it costs them money, and never where it would bring them some.
  if (settlementFor(mobility, period, givenSoFar(mobility)).outcome !== 'recovery') {
    return refused(
      'nothing-to-keep',
      'On these dates nothing is demanded back, so there is nothing to keep. Report the end of your stay instead: the host then confirms your dates.',
    );
  }
  const next = draft(mobility, context, 'participant').set({ illness }).record('IllnessClaimed').mail('illness-review');
  next.addDeadlines(reminder);
  return endStay(
    next,
    { by: 'participant', name: 'participant', role: 'participant', ...(period ? { period } : {}) },
    context,
  ).done();
}

/** Paid, or with the bank. What has not left yet is taken back at the end of the stay. */
function givenSoFar(mobility: Mobility): Money {
  const payment = openPayment(mobility);
  const left = payment?.state === 'instructed' || payment?.state === 'accepted';
  return left ? add(kept(mobility), payment.amount) : kept(mobility);
}

/**
 * The officer's decision on illness. Kept: what was paid is the grant; where it had been demanded back already, the grant is
 * calculated anew, the demand goes, and what was repaid of it is paid again. Refused: things take their course.
 */
export function decideIllness(mobility: Mobility, choice: 'keep' | 'refuse', by: string, context: Context): Outcome {
  const { illness } = mobility;
  if (!illness || illness.decision) return refused('already-decided', 'This request has already been decided on.');
  if (choice === 'keep' && mobility.proposedCorrection) {
    return refused('correction-open', 'A correction of the dates waits for a second person. Wait for that first.');
  }
  const decision = choice === 'keep' ? 'kept' : 'refused';
  const next = draft(mobility, context, 'office')
    .set({ illness: { ...illness, decision, decidedBy: by } })
    .record('IllnessDecided', { decision })
    .mail('illness-decided', { decision })
    .dropDeadlines('illness-reminder');
  if (mobility.state === 'stay-ended') settleWhenReady(next, context);
  else if (choice === 'keep') reopenSettlement(next, next.mobility, context);
  return next.done();
}
