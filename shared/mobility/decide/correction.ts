import { inDays } from '../../deadlines/plan.ts';
import { subtract } from '../../money/money.ts';
import type { Correction, Mobility } from '../case.ts';
import { type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { amountText, type Context, draft } from './context.ts';
import { openObjection, reopenObjection } from './objection.ts';
import { cancelUnsentPayment } from './payout.ts';
import { dropClaim, startAnew } from './repayment.ts';
import { paidToUnit } from './reversal.ts';
import { askForTheRest, expectsBalance, followUp, settlementFor, settleWhenReady } from './settlement.ts';
import { breakProblem, periodProblem } from './stay.ts';

type Asked = Omit<Correction, 'at' | 'by' | 'ofClosed'>;

/**
 * After the calculation, also after the case was closed, the office has evidence that the dates were others, or that force
 * majeure ended the stay. A second person decides; then the grant is calculated anew by the terms of the agreement.
 */
export function proposeCorrection(mobility: Mobility, by: string, asked: Asked, context: Context): Outcome {
  const problem = correctionProblem(mobility, asked, context);
  if (problem) return problem;
  if (openObjection(mobility.claim)) {
    return refused('objection-open', 'The participant has objected to the demand. Uphold the objection to correct it.');
  }
  const next = draft(mobility, context, 'office');
  const closed = mobility.state === 'closed';
  if (closed) next.record('CaseReopened', {}, 'system');
  proposeOn(next, { ...asked, by, ...(closed ? { ofClosed: true } : {}) }, context);
  return next.done();
}

/** Why this cannot be proposed; undefined when it can. */
export function correctionProblem(mobility: Mobility, asked: Asked, context: Context): Outcome | undefined {
  if (!mobility.settlement || !['settled', 'repayment-due', 'closed'].includes(mobility.state)) {
    return refused(
      'not-settled',
      'The grant is not calculated, or is being calculated now. Try again in a few minutes.',
    );
  }
  if (mobility.proposedCorrection) {
    return refused('correction-open', 'A correction of this case already waits for a second person.');
  }
  if (asked.reason.trim() === '') return refused('reason-missing', 'Say why the calculation has to be made anew.');
  if (asked.evidence.trim() === '') return refused('evidence-missing', 'Say where the evidence is kept.');
  if (asked.forceMajeure !== undefined && asked.forceMajeure.trim() === '') {
    return refused('explanation-missing', 'Force majeure needs an explanation.');
  }
  const { dates } = asked;
  if (typeof dates === 'object') {
    const problem = periodProblem(mobility, dates, context);
    if (problem) return problem;
  }
  const corrected = withCorrection(mobility, asked);
  const { period } = corrected.confirmed ?? {};
  const problem = period && breakProblem(mobility, period, asked.interruptionDays);
  if (problem) return problem;
  const { entitlement } = settlementFor(corrected, corrected.confirmed?.period);
  if (entitlement.minor === mobility.settlement.entitlement.minor && dates === 'unchanged') {
    return refused('nothing-changes', 'The calculation would be the same. Give other dates, or what else has changed.');
  }
  return undefined;
}

/** The case as it would be calculated: other dates, other days of interruption, force majeure. */
export function withCorrection(mobility: Mobility, { dates, interruptionDays, forceMajeure }: Asked): Mobility {
  const { confirmed } = mobility;
  if (!confirmed) throw new Error(`The case ${mobility.id} is settled without confirmed dates.`);
  const { period: _before, ...rest } = confirmed;
  const period = dates === 'unchanged' ? confirmed.period : dates === 'none' ? undefined : dates;
  return {
    ...mobility,
    confirmed: {
      ...rest,
      ...(period ? { period } : {}),
      ...(interruptionDays === undefined ? {} : { interruptionDays }),
    },
    ...(forceMajeure === undefined ? {} : { forceMajeure: forceMajeure.trim() }),
  };
}

/** Puts a correction before the second person. Until they have decided nobody is asked to pay, and nothing is paid. */
export function proposeOn(next: Draft, asked: Omit<Correction, 'at'>, context: Context): void {
  const { institution, now } = context;
  const reason = asked.reason.trim();
  next
    .set({ proposedCorrection: { ...asked, reason, evidence: asked.evidence.trim(), at: now } })
    .record('CorrectionProposed')
    .mail('correction-approval')
    .dropDeadlines('claim-reminder', 'claim-decision', 'collection-review')
    .addDeadlines(inDays(institution, 'correction-reminder', now, institution.procedure.office.remindEveryDays));
}

/** The second person's word on a correction. What was paid, demanded and calculated before stays as it is. */
export function decideCorrection(mobility: Mobility, by: string, approve: boolean, context: Context): Outcome {
  const proposal = mobility.proposedCorrection;
  if (!proposal) return refused('already-decided', 'This correction has already been decided on.');
  const next = draft(mobility, context, 'controller').unset('proposedCorrection').dropDeadlines('correction-reminder');
  if (!approve) return refuse(next, proposal, by, context).done();
  reopenSettlement(next, withCorrection(mobility, proposal), context, { ...proposal, approvedBy: by });
  return next.done();
}

function refuse(next: Draft, proposal: Correction, by: string, context: Context): Draft {
  next.record('CorrectionRefused');
  if (reopenObjection(next, context, proposal, by)) return next;
  const { state, claim } = next.mobility;
  // Whoever has been told once that the case is settled never heard of what was refused.
  if (state === 'settled') return followUp(next, context, { told: proposal.ofClosed === true });
  // A unit's voucher goes its way; nobody has a day to pay by.
  if (!paidToUnit(next.mobility) && (claim?.state === 'open' || claim?.state === 'overdue')) {
    const due = startAnew(next, context);
    next.mail('claim-extended', { due });
  }
  return next;
}

/**
 * The settlement is opened again: what has not left is taken back, an open demand goes, and the next calculation starts as
 * soon as nothing is missing. The difference follows by new transfers (settlement.ts).
 */
export function reopenSettlement(
  next: Draft,
  corrected: Mobility,
  context: Context,
  correction?: Correction & { readonly approvedBy: string },
): void {
  const { settlement, confirmed, earlierSettlements = [] } = next.mobility;
  if (!settlement || !confirmed || !corrected.confirmed) {
    throw new Error(`The case ${next.mobility.id} has no calculation that could be made anew.`);
  }
  cancelUnsentPayment(next, context);
  dropClaim(next, context);
  next.set({
    earlierSettlements: [...earlierSettlements, { settlement, confirmed, ...(correction ? { correction } : {}) }],
    ...(corrected.forceMajeure === undefined ? {} : { forceMajeure: corrected.forceMajeure }),
  });
  const { period } = corrected.confirmed;
  const balanceExpected = expectsBalance({ ...next.mobility, confirmed: corrected.confirmed }, period);
  const { obligations } = next.mobility;
  next
    .set({
      confirmed: { ...corrected.confirmed, balanceExpected },
      // Where nothing of the stay had been confirmed, these dates do it: nobody is asked for another confirmation.
      ...(period ? { obligations: { 'confirmation-of-stay': { at: context.now, by: next.by }, ...obligations } } : {}),
    })
    .record('SettlementReopened', period ? { start: period.start, end: period.end } : {});
  if (!settleWhenReady(next, context)) askForTheRest(next, context);
}

/** How far a calculation differs from the one that it replaced, for mails and pages; undefined for the first one. */
export function changeOfEntitlement(mobility: Mobility): string | undefined {
  const before = mobility.earlierSettlements?.at(-1)?.settlement.entitlement;
  const now = mobility.settlement?.entitlement;
  return before && now ? amountText(subtract(now, before)) : undefined;
}
