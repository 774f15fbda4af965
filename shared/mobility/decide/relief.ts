import { restOf } from '../../claims/amounts.ts';
import { inDays } from '../../deadlines/plan.ts';
import * as claimEntries from '../../ledger/claim-entries.ts';
import * as entries from '../../ledger/entries.ts';
import { add, type Money, subtract, zero } from '../../money/money.ts';
import { claimsOf, paid, repaid, waived, writtenOff } from '../balance.ts';
import type { Actor, Claim, Mobility } from '../case.ts';
import type { ClaimDecision } from '../commands.ts';
import { type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { amountText, type Context, draft } from './context.ts';
import { isPaused, openObjection } from './objection.ts';
import { agreeInstalments, answered, refuseInstalments } from './plan.ts';
import { closeIfSettled, startAnew } from './repayment.ts';
import { openReversal } from './reversal.ts';

/** Days between two looks at a claim that others collect. */
export const COLLECTION_DAYS = 180;

/** What the office does about an open claim: time, parts, collection by others, or a proposal to give the rest up. */
export function decideClaim(mobility: Mobility, command: ClaimDecision, context: Context): Outcome {
  const { claim } = mobility;
  if (mobility.state !== 'repayment-due' || (claim?.state !== 'open' && claim?.state !== 'overdue')) {
    return refused('already-decided', 'This demand is no longer open.');
  }
  if (openObjection(claim)) {
    return refused('objection-open', 'The participant has objected to this demand. Decide on that first.');
  }
  if (mobility.proposedCorrection) {
    return refused('correction-open', 'A corrected calculation waits for a second person. Decide on that first.');
  }
  if (openReversal(mobility)) {
    return refused(
      'voucher-out',
      'A voucher that takes the money back from the unit is on its way. Wait for its receipt.',
    );
  }
  const next = draft(mobility, context, 'office');
  switch (command.choice) {
    case 'extend': {
      const due = startAnew(answered(next), context);
      return next.record('ClaimExtended', { due }).mail('claim-extended', { due }).done();
    }
    case 'instalments':
      return agreeInstalments(next, claim, command.due, command.by, context);
    case 'refuse-instalments':
      return refuseInstalments(next, claim, command.by, command.answer);
    case 'collect':
      return handOver(next, claim, command.agency, command.by, context);
    default:
      return propose(next, claim, command, context);
  }
}

function propose(
  next: Draft,
  claim: Claim,
  command: ClaimDecision & { readonly choice: 'waive' | 'write-off' },
  context: Context,
): Outcome {
  const { choice: kind, by } = command;
  const reason = command.reason.trim();
  const evidence = command.evidence.trim();
  if (reason === '') return refused('reason-missing', 'Say why the rest should be given up.');
  if (evidence === '') {
    return refused('evidence-missing', 'Say where the evidence is kept: a document of the case, or an archive number.');
  }
  const { institution, now } = context;
  return next
    .set({ claim: { ...claim, proposedRelief: { kind, by, at: now, reason, evidence } } })
    .record('ClaimReliefProposed', { kind })
    .mail('relief-approval', { kind })
    .dropDeadlines('relief-reminder')
    .addDeadlines(inDays(institution, 'relief-reminder', now, institution.procedure.office.remindEveryDays))
    .done();
}

/** Others collect from now on: nobody is reminded by us, what comes in with the KID still counts, the office looks again. */
function handOver(next: Draft, claim: Claim, agency: string, by: string, context: Context): Outcome {
  const { institution, now } = context;
  const name = agency.trim();
  if (name === '') return refused('agency-missing', 'Say who collects the claim.');
  if (claim.collection) return refused('already-handed-over', 'This claim has been handed over already.');
  const { plan: _over, ...rest } = claim;
  return answered(next.set({ claim: { ...rest, collection: { at: now, by, agency: name } } }))
    .record('ClaimHandedOver')
    .mail('claim-handed-over')
    .dropDeadlines('claim-reminder', 'claim-decision')
    .addDeadlines(inDays(institution, 'collection-review', now, COLLECTION_DAYS, claim.due))
    .done();
}

/** Given up because the office proposed it and a second person agreed. */
function relieve(next: Draft, relief: NonNullable<Claim['relief']>, context: Context, by: Actor = next.by): Draft {
  const { mobility } = next;
  const { claim } = mobility;
  if (!claim) throw new Error(`The case ${mobility.id} has no claim to give up.`);
  const { proposedRelief: _decided, ...rest } = claim;
  const amount = restOf(claim);
  const { kind } = relief;
  const waives = kind === 'waive';
  next
    .set({ claim: { ...rest, relief, [waives ? 'waived' : 'writtenOff']: amount } })
    .record(waives ? 'ClaimWaived' : 'ClaimWrittenOff', { amount: amountText(amount) }, by)
    .transfer((waives ? entries.waive : entries.writeOff)(mobility, amount, context.now))
    .dropDeadlines('relief-reminder')
    .mail('claim-relieved', { kind });
  return closeIfSettled(next);
}

/** The second person's word. */
export function decideRelief(mobility: Mobility, by: string, approve: boolean, context: Context): Outcome {
  const proposal = mobility.claim?.proposedRelief;
  if (!mobility.claim || !proposal) return refused('already-decided', 'This proposal has already been decided on.');
  const next = draft(mobility, context, 'controller');
  if (approve) return relieve(next, { ...proposal, approvedBy: by }, context).done();
  const { proposedRelief: _refused, ...claim } = mobility.claim;
  const { institution, now } = context;
  next.set({ claim }).record('ClaimReliefRefused', { kind: proposal.kind }).dropDeadlines('relief-reminder');
  if (claim.collection || isPaused(mobility)) return next.done();
  return next
    .dropDeadlines('claim-decision')
    .addDeadlines(inDays(institution, 'claim-decision', now, institution.procedure.repayment.decideDays, claim.due))
    .done();
}

/**
 * A waiver or write-off is given up only as far as it is still needed: where less has been paid, or more is due, than when
 * it was decided, the rest of it is taken back, so that nobody gets the entitlement and what was given up besides.
 */
export function takeBackRelief(next: Draft, entitlement: Money, context: Context): void {
  const { mobility } = next;
  const given = add(waived(mobility), writtenOff(mobility)).minor;
  const needed = subtract(subtract(paid(mobility), repaid(mobility)), entitlement).minor;
  let over = given - Math.max(0, needed);
  if (given === 0 || over <= 0) return;
  next.record('ReliefTakenBack', { amount: amountText({ minor: over, currency: 'EUR' }) }, 'system');
  for (const [kind, field] of [
    ['written-off', 'writtenOff'],
    ['waived', 'waived'],
  ] as const) {
    const all = field === 'waived' ? waived(mobility) : writtenOff(mobility);
    const part = { ...all, minor: Math.min(over, all.minor) };
    next.transfer(claimEntries.takeBackRelief(mobility, kind, part, context.now));
    reduce(next, field, part.minor);
    over -= part.minor;
  }
}

/** Takes an amount out of what was given up, the newest claim first; the claim is smaller by as much. */
function reduce(next: Draft, field: 'waived' | 'writtenOff', minor: number): void {
  let left = minor;
  const changed = claimsOf(next.mobility)
    .toReversed()
    .map((claim) => {
      const here = Math.min(left, claim[field]?.minor ?? 0);
      if (here === 0) return claim;
      left -= here;
      const amount = { minor: here, currency: 'EUR' } as const;
      const { [field]: given = zero('EUR'), ...rest } = claim;
      const stays = subtract(given, amount);
      const cancelled = add(claim.cancelled ?? zero('EUR'), amount);
      return { ...rest, ...(stays.minor > 0 ? { [field]: stays } : {}), cancelled };
    })
    .toReversed();
  const claim = changed.pop();
  if (claim) next.set({ claim, ...(changed.length > 0 ? { earlierClaims: changed } : {}) });
}
