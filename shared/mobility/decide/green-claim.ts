import { inDays } from '../../deadlines/plan.ts';
import type { Mobility } from '../case.ts';
import type { Command } from '../commands.ts';
import { type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { type GreenClaim, greenDuty, greenTest, type Leg, openGreenClaim } from '../green-claim.ts';
import { type Context, draft } from './context.ts';
import { expectsBalance, settleWhenReady } from './settlement.ts';

/** Why no claim to green travel can be made now; undefined when one can. */
export function greenClaimProblem(mobility: Mobility, { institution }: Context): Outcome | undefined {
  if (!greenDuty(mobility, institution)) {
    return refused('no-green-travel', 'Your agreement has no green travel that has to be claimed.');
  }
  if (mobility.greenClaim) return refused('already-claimed', 'You have already made your claim to green travel.');
  const open = mobility.state === 'signed' || mobility.state === 'stay-ended';
  if (!open || mobility.openPhases.includes('settlement')) {
    return refused(
      'not-open',
      'Your grant is calculated already, or is being calculated now. Write to the international office.',
    );
  }
  return undefined;
}

/** The participant tells the journey there and back, with receipts, and the test holds. The office decides. */
export function claimGreenTravel(
  mobility: Mobility,
  { legs, receipts }: { readonly legs: readonly Leg[]; readonly receipts: readonly string[] },
  context: Context,
): Outcome {
  const problem = greenClaimProblem(mobility, context);
  if (problem) return problem;
  const { institution, now } = context;
  const duty = greenDuty(mobility, institution);
  if (!duty) throw new Error(`The case ${mobility.id} has no duty to claim green travel.`);
  if (!legs.some(({ way }) => way === 'out') || !legs.some(({ way }) => way === 'back')) {
    return refused('legs-missing', 'Tell the whole journey: at least one leg there and one back.');
  }
  if (legs.some(({ km }) => !Number.isSafeInteger(km) || km < 1)) {
    return refused('km-missing', 'Each leg needs its distance in whole kilometres.');
  }
  const filed = mobility.documents.filter(({ kind }) => kind === 'travel-receipt').map(({ id }) => id);
  if (receipts.length === 0 || receipts.some((id) => !filed.includes(id))) {
    return refused('receipts-missing', 'Upload the receipts of your journey first.');
  }
  const test = greenTest(legs, duty.greenClaim);
  if (!test.holds) {
    return refused(
      'not-green',
      `${test.greenKm} of ${test.totalKm} km were green; at least ${test.leastPercent} % have to be.`,
    );
  }
  return draft(mobility, context, 'participant')
    .set({ greenClaim: { at: now, legs, receipts, test } })
    .record('GreenTravelClaimed', { green: test.greenKm, total: test.totalKm })
    .mail('green-claim-review')
    .addDeadlines(inDays(institution, 'green-claim-reminder', now, institution.procedure.office.remindEveryDays))
    .done();
}

/** The journey was not green: the participant says so, and nobody has to decide. */
export function waiveGreenTravel(mobility: Mobility, context: Context): Outcome {
  const problem = greenClaimProblem(mobility, context);
  if (problem) return problem;
  const { now } = context;
  const next = draft(mobility, context, 'participant').record('GreenTravelWaived');
  const decision = { by: 'participant', at: now, accepted: false };
  return decided(next, { at: now, legs: [], receipts: [], decision }, context).done();
}

/** Accepted: settled with green travel. Refused: with standard travel, as far as the rules give any. */
export function decideGreenClaim(
  mobility: Mobility,
  command: Extract<Command, { type: 'decide-green-claim' }>,
  context: Context,
): Outcome {
  const claim = openGreenClaim(mobility);
  if (!claim) return refused('already-decided', 'No claim to green travel waits for a decision on this case.');
  const { by } = command;
  const accepted = command.choice === 'accept';
  const answer = command.choice === 'refuse' ? command.answer.trim() : undefined;
  if (answer === '') return refused('answer-missing', 'Give the participant a reason for the refusal.');
  const decision = { by, at: context.now, accepted, ...(answer === undefined ? {} : { answer }) };
  const next = draft(mobility, context, 'office')
    .record('GreenTravelDecided', { accepted })
    .mail('green-claim-decided')
    .dropDeadlines('green-claim-reminder');
  return decided(next, { ...claim, decision }, context).done();
}

/** Decided either way the duty is done; where nothing else is missing, the grant is calculated. */
function decided(next: Draft, claim: GreenClaim, context: Context): Draft {
  const duty = greenDuty(next.mobility, context.institution);
  const { obligations, confirmed } = next.mobility;
  const done = duty ? { [duty.code]: { at: context.now, by: next.by } } : {};
  next.set({ greenClaim: claim, obligations: { ...obligations, ...done } });
  if (!confirmed) return next;
  next.set({ confirmed: { ...confirmed, balanceExpected: expectsBalance(next.mobility, confirmed.period) } });
  settleWhenReady(next, context);
  return next;
}
