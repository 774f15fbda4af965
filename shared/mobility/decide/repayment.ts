import { createHash } from 'node:crypto';
import type { IsoDate } from '../../calendar/clock.ts';
import { claimOpen, receivedOn, repaidOn, restOf } from '../../claims/amounts.ts';
import { demandOf } from '../../claims/demand.ts';
import { nextPart } from '../../claims/instalments.ts';
import { claimNumber, makeKid } from '../../claims/kid.ts';
import { dueAfter, reminders, whenPassed } from '../../deadlines/plan.ts';
import * as claimEntries from '../../ledger/claim-entries.ts';
import * as entries from '../../ledger/entries.ts';
import { convert, share } from '../../money/exchange.ts';
import { add, compare, type Money, subtract, sum, zero } from '../../money/money.ts';
import { amountDue, claimsOf, kept } from '../balance.ts';
import type { Claim, Mobility } from '../case.ts';
import type { Payer } from '../commands.ts';
import { nothing, type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { amountText, type Context, draft, today } from './context.ts';
import { isPaused } from './objection.ts';
import { receiveTooMuch } from './overpayment.ts';
import { exchangeOf } from './payout.ts';
import { cancelReversal, paidToUnit, reverse, unitToDebit } from './reversal.ts';
import { awardedBefore, closeOrWait } from './settlement.ts';

export { claimOpen } from '../../claims/amounts.ts';

/** A case would be demanded from twice on one calculation: a bug, for a person to look at. */
export class SecondDemand extends Error {
  override readonly name = 'SecondDemand';
}

export const claimKinds = [
  'claim-reminder',
  'claim-decision',
  'demand-reminder',
  'collection-review',
  'instalments-reminder',
] as const;

/**
 * Raises the demand: what was paid beyond the entitlement, in the currency and at the rate in which it was paid. What was
 * still to be paid is set off first (shared/claims/demand.ts). A second person approves before it goes out.
 */
export function raiseClaim(mobility: Mobility, context: Context): Outcome {
  if (mobility.state !== 'repayment-due') {
    if (!mobility.openPhases.includes('repayment')) return nothing;
    return draft(mobility, context, 'system').endPhase('repayment').done();
  }
  const { settlement, claim: last, earlierSettlements = [], earlierClaims = [] } = mobility;
  if (!settlement) throw new Error(`The case ${mobility.id} is to be repaid without a calculation.`);
  if (last && last.state !== 'settled') return nothing;
  const calculation = earlierSettlements.length + 1;
  // Nothing leads here: what was demanded once is repaid or given up, and nothing is paid beyond what is due afterwards.
  // But for a demand that was dropped because a payment of it came back.
  if (last?.calculation === calculation && !last.cancelled) {
    throw new SecondDemand(`The case ${mobility.id} has had a demand on this calculation; look at its payments.`);
  }
  const { institution, now } = context;
  const { rate, currency } = exchangeOf(mobility);
  const { amount, working } = demandOf(awardedBefore(mobility), settlement.entitlement, kept(mobility));
  const number = claimNumber(mobility.id, claimsOf(mobility).length + 1);
  const kid = makeKid(institution.bank.kidPrefix, number, institution.bank.kid);
  const claim: Claim = {
    kid,
    amount,
    local: convert(amount, rate, currency),
    state: 'awaiting-approval',
    raisedAt: now,
    calculation,
    working,
    credits: [],
  };
  const next = draft(mobility, context, 'system')
    .set({ claim, ...(last ? { earlierClaims: [...earlierClaims, last] } : {}) })
    .transfer(entries.raiseClaim(mobility, amount, now))
    .write({ record: 'kid', kid });
  return next.mail('demand-approval').done();
}

/**
 * A second person has looked at the demand: it goes to the participant. From a unit nothing is demanded: a voucher takes it
 * back (reversal.ts).
 */
export function approveDemand(mobility: Mobility, context: Context): Outcome {
  const { claim } = mobility;
  if (claim?.state !== 'awaiting-approval')
    return refused('already-decided', 'This demand has already been decided on.');
  if (mobility.illness && !mobility.illness.decision) {
    return refused(
      'illness-open',
      'The participant has asked to keep the grant because of illness. The international office decides on that first.',
    );
  }
  if (mobility.proposedCorrection) {
    return refused('correction-open', 'A correction of the dates waits for a second person. Decide on that first.');
  }
  if (paidToUnit(mobility)) return takeBack(mobility, claim, context);
  const due = dueAfter(context.institution, today(context), context.institution.procedure.repayment.dueDays);
  const next = draft(mobility, context, 'controller')
    .set({ claim: { ...claim, state: 'open', due } })
    .record('DemandApproved', { amount: amountText(claim.amount), due })
    .mail('repayment-demand', { due })
    .dropDeadlines('demand-reminder');
  return withClaimDeadlines(next, due, context).done();
}

function takeBack(mobility: Mobility, claim: Claim, context: Context): Outcome {
  const account = unitToDebit(mobility);
  if (!account) {
    return refused(
      'account-failed',
      'The finance system has refused this cost centre. Ask the unit for another one first; it is given on the page of the staff member.',
    );
  }
  const next = draft(mobility, context, 'controller')
    .set({ claim: { ...claim, state: 'open' } })
    .record('ReversalApproved', { amount: amountText(restOf(claim)) })
    .dropDeadlines('demand-reminder');
  reverse(next, claim, account, context);
  return next.done();
}

/**
 * Reminders around this day, and the day on which the office decides. What was planned before is dropped; while the demand
 * is being looked at again nothing is planned, and the decision on that gives the whole time anew.
 */
export function withClaimDeadlines(next: Draft, due: IsoDate, context: Context): Draft {
  const { institution, now } = context;
  const { reminders: plan, decideDays } = institution.procedure.repayment;
  next.dropDeadlines('claim-reminder', 'claim-decision', 'collection-review');
  if (isPaused(next.mobility)) return next;
  return next.addDeadlines(
    ...reminders(institution, 'claim-reminder', due, plan, now),
    whenPassed(institution, 'claim-decision', due, decideDays),
  );
}

/** The whole rest is due so many days from today, as when it was first demanded: nobody is surprised. */
export function startAnew(next: Draft, context: Context): IsoDate {
  const due = dueAfter(context.institution, today(context), context.institution.procedure.repayment.dueDays);
  const { claim } = next.mobility;
  if (claim) {
    const { plan: _over, collection: _back, ...rest } = claim;
    next.set({ claim: { ...rest, state: 'open', due } });
  }
  withClaimDeadlines(next, due, context);
  return due;
}

export interface Credit {
  readonly local: Money;
  readonly date: IsoDate;
  readonly reference: string;
  readonly payer?: Payer;
  readonly matchedBy?: string;
}

/**
 * Money that came in for the case, by the KID of any of its claims or matched by an officer. Counted once by the bank's
 * reference, against what is open of the last claim; the euro value of partial repayments is the share of the claim, so
 * that the last one brings it to exactly the amount demanded. What exceeds it is returned (overpayment.ts).
 */
export function repaymentReceived(mobility: Mobility, credit: Credit, context: Context): Outcome {
  if (knownCredit(mobility, credit.reference)) return nothing;
  if (!mobility.agreement?.signatures.participant) {
    return refused('nothing-paid', 'Nothing has been agreed or paid in this case, so nothing can be paid back to it.');
  }
  return receiveCredit(draft(mobility, context, 'system'), credit, context).done();
}

/** The same in a draft that has begun: of a credit that the case has not counted yet. */
export function receiveCredit(next: Draft, credit: Credit, context: Context): Draft {
  const { mobility } = next;
  const { claim } = mobility;
  const { currency } = exchangeOf(mobility);
  if (credit.local.currency !== currency) return inOtherCurrency(next, credit);
  const open = claim ? countable(mobility, claim) : zero(currency);
  const counted = compare(credit.local, open) > 0 ? open : credit.local;
  const excess = subtract(credit.local, counted);
  if (claim && counted.minor > 0) count(next, claim, { ...credit, local: counted }, context);
  if (excess.minor > 0) receiveTooMuch(next, { ...credit, local: excess }, context);
  return next.mobility.state === 'repayment-due' ? closeIfSettled(next) : next;
}

function knownCredit(mobility: Mobility, reference: string): boolean {
  return (
    claimsOf(mobility).some(({ credits }) => credits.some((known) => known.reference === reference)) ||
    (mobility.returns ?? []).some((known) => known.reference === reference)
  );
}

/** What of a credit counts against the claim: what is open; once the case is closed, what was written off. */
function countable({ state }: Mobility, claim: Claim): Money {
  const open = claim.state !== 'settled' ? state === 'repayment-due' : state === 'closed' && hasWrittenOff(claim);
  return open ? claimOpen(claim) : zero(claim.local.currency);
}

/** Only where all that is open was written off can the euro value of what comes in still be its share. */
function hasWrittenOff({ writtenOff, waived, cancelled }: Claim): boolean {
  return (writtenOff?.minor ?? 0) > 0 && !waived && !cancelled;
}

function count(next: Draft, claim: Claim, credit: Credit, context: Context): void {
  const { mobility } = next;
  const { reference, local, date, matchedBy } = credit;
  const amount = subtract(share(claim.amount, claim.local, add(receivedOn(claim), local)), repaidOn(claim));
  const credits = [...claim.credits, { reference, local, amount, date, ...(matchedBy ? { matchedBy } : {}) }];
  const { writtenOff } = claim;
  const revived = claim.state === 'settled' && writtenOff;
  next.set({ claim: { ...claim, credits, ...(revived ? { writtenOff: subtract(writtenOff, amount) } : {}) } });
  if (revived) {
    next
      .record('WrittenOffRecovered', { local: amountText(local), amount: amountText(amount), date })
      .transfer(claimEntries.reviveWrittenOff(mobility, reference, amount, context.now));
  } else next.record('RepaymentReceived', { local: amountText(local), amount: amountText(amount), date });
  next.transfer(entries.repaymentReceived(mobility, reference, amount, local, exchangeOf(mobility), context.now));
  // A unit's voucher thanks nobody.
  if (!paidToUnit(mobility)) next.mail('repayment-received', { reference });
  if (!revived) moveToNextPart(next, claim, context);
}

/** A part of a plan that has been paid is followed by the next one, with reminders of its own. */
function moveToNextPart(next: Draft, before: Claim, context: Context): void {
  const { claim } = next.mobility;
  const part = claim && nextPart(claim);
  if (!claim || !part || part.due === before.due) return;
  next.set({ claim: { ...claim, state: 'open', due: part.due } });
  withClaimDeadlines(next, part.due, context);
}

/** Nothing converts money of another currency into this claim. The reference may hold any character, so the id has its hash. */
function inOtherCurrency(next: Draft, credit: Credit): Draft {
  const { id: mobility, claim } = next.mobility;
  const kind = 'repaid-in-other-currency';
  const id = `${claim?.kid ?? mobility}-${createHash('sha256').update(credit.reference).digest('hex').slice(0, 16)}`;
  const kid = claim ? { kid: claim.kid } : {};
  const data = { mobility, ...kid, reference: credit.reference, credit: amountText(credit.local) };
  return next.write({ record: 'task', id, kind, data }).mail('finance-task', { task: kind, ...data });
}

/** Nothing is owed any more: the claim is settled, and the case is closed unless something else still waits. */
export function closeIfSettled(next: Draft): Draft {
  const { claim } = next.mobility;
  if (!claim || amountDue(next.mobility).minor < 0) return next;
  const { proposedRelief: _lost, askedForParts: _over, ...settled } = claim;
  next
    .set({ claim: { ...settled, state: 'settled' } })
    .endPhase('repayment')
    .dropDeadlines(...claimKinds, 'relief-reminder');
  return closeOrWait(next);
}

/** The demand has lost its ground: what is left of it is cancelled. What was repaid and given up stays. */
export function dropClaim(next: Draft, context: Context): Draft {
  const { claim } = next.mobility;
  if (claim && claim.state !== 'settled') {
    const rest = restOf(claim);
    const cancelled = sum([claim.cancelled ?? zero('EUR'), rest], 'EUR');
    const { proposedRelief: _lost, askedForParts: _over, objection, ...stays } = claim;
    // Whatever it said against the demand, the demand is gone.
    const answered = objection
      ? { objection: { ...objection, decision: objection.decision ?? 'upheld' } as const }
      : {};
    next
      .transfer(entries.cancelClaim(next.mobility, rest, context.now))
      .set({ claim: { ...stays, ...answered, state: 'settled', ...(rest.minor > 0 ? { cancelled } : {}) } });
  }
  cancelReversal(next);
  return next.endPhase('repayment').dropDeadlines(...claimKinds, 'relief-reminder', 'objection-reminder');
}
