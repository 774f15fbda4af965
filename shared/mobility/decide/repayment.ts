import { createHash } from 'node:crypto';
import type { IsoDate } from '../../calendar/clock.ts';
import { addDays } from '../../calendar/dates.ts';
import { claimNumber, makeKid } from '../../claims/kid.ts';
import { deadline, inDays, reminders } from '../../deadlines/plan.ts';
import * as entries from '../../ledger/entries.ts';
import { convert, share } from '../../money/exchange.ts';
import { add, compare, type Money, negate, subtract, sum, zero } from '../../money/money.ts';
import { amountDue } from '../balance.ts';
import type { Actor, Claim, Mobility } from '../case.ts';
import { nothing, type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { amountText, type Context, draft, today } from './context.ts';
import { exchangeOf } from './payout.ts';
import { close } from './settlement.ts';

/** A case would be demanded from a second time: a bug, for a person to look at. */
export class SecondDemand extends Error {
  override readonly name = 'SecondDemand';
}

/**
 * Raises the demand: what was paid beyond the entitlement, in the currency and at the rate in which it was paid. Money
 * still due has been set off already, because only the difference is demanded. A second person approves before it goes out.
 */
export function raiseClaim(mobility: Mobility, context: Context): Outcome {
  if (mobility.state !== 'repayment-due') {
    if (!mobility.openPhases.includes('repayment')) return nothing;
    return draft(mobility, context, 'system').endPhase('repayment').done();
  }
  if (mobility.claim && mobility.claim.state !== 'settled') return nothing;
  // Nothing leads here: what was demanded once is repaid or given up, and nothing is paid beyond what is due afterwards.
  if (mobility.claim) throw new SecondDemand(`The case ${mobility.id} has had a demand before; look at its payments.`);
  const amount = negate(amountDue(mobility));
  const { institution, now } = context;
  const { rate, currency } = exchangeOf(mobility);
  const kid = makeKid(institution.bank.kidPrefix, claimNumber(mobility.id), institution.bank.kid);
  const claim: Claim = {
    kid,
    amount,
    local: convert(amount, rate, currency),
    state: 'awaiting-approval',
    raisedAt: now,
    credits: [],
  };
  const next = draft(mobility, context, 'system')
    .set({ claim })
    .transfer(entries.raiseClaim(mobility, amount, now))
    .write({ record: 'kid', kid });
  // The office may have recognised the illness before the demand was there to be waived.
  if (mobility.illness?.decision === 'kept') return relieve(next, 'waive', context, 'office').done();
  return next.mail('demand-approval').done();
}

/** A second person has looked at the demand: it goes to the participant. */
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
  const due = addDays(today(context), context.institution.procedure.repayment.dueDays);
  const next = draft(mobility, context, 'controller')
    .set({ claim: { ...claim, state: 'open', due } })
    .record('DemandApproved', { amount: amountText(claim.amount), due })
    .mail('repayment-demand', { due })
    .dropDeadlines('demand-reminder');
  return withClaimDeadlines(next, due, context).done();
}

function withClaimDeadlines(next: Draft, due: IsoDate, context: Context): Draft {
  const { institution, now } = context;
  const { reminders: plan, decideDays } = institution.procedure.repayment;
  return next
    .dropDeadlines('claim-reminder', 'claim-decision')
    .addDeadlines(
      ...reminders(institution, 'claim-reminder', due, plan, now),
      deadline(institution, 'claim-decision', addDays(due, decideDays), due),
    );
}

/** Still to be repaid in local currency. */
export function claimOpen(claim: Claim): Money {
  const received = sum(
    claim.credits.map((credit) => credit.local),
    claim.local.currency,
  );
  return subtract(claim.local, received);
}

/**
 * A credit with the claim's KID. Counted once by the bank's reference; the euro value of partial repayments is the share
 * of the claim, so that the last one brings it to exactly the amount demanded. What exceeds it goes to finance to send back.
 */
export function repaymentReceived(
  mobility: Mobility,
  credit: { readonly local: Money; readonly date: IsoDate; readonly reference: string },
  context: Context,
): Outcome {
  const { claim } = mobility;
  if (!claim) throw new Error(`The case ${mobility.id} has no claim; the KID index points to the wrong case.`);
  if (claim.credits.some((known) => known.reference === credit.reference)) return nothing;
  const next = draft(mobility, context, 'system');
  if (credit.local.currency !== claim.local.currency) {
    return toFinance(next, claim, credit, 'repaid-in-other-currency', { credit: amountText(credit.local) }).done();
  }
  const open =
    mobility.state === 'repayment-due' && claim.state !== 'settled' ? claimOpen(claim) : zero(claim.local.currency);
  const counted = compare(credit.local, open) > 0 ? open : credit.local;
  const excess = subtract(credit.local, counted);
  if (excess.minor > 0) {
    toFinance(next, claim, credit, 'repaid-too-much', { excess: amountText(excess) });
  }
  if (counted.minor === 0) return next.done();
  const before = sum(
    claim.credits.map((known) => known.amount),
    'EUR',
  );
  const receivedLocal = subtract(add(claim.local, counted), open);
  const amount = subtract(share(claim.amount, claim.local, receivedLocal), before);
  const credits = [...claim.credits, { reference: credit.reference, local: counted, amount, date: credit.date }];
  next
    .set({ claim: { ...claim, credits } })
    .record('RepaymentReceived', { local: amountText(counted), amount: amountText(amount), date: credit.date })
    .transfer(entries.repaymentReceived(mobility, credit.reference, amount, counted, exchangeOf(mobility), context.now))
    .mail('repayment-received', { reference: credit.reference });
  return closeIfSettled(next).done();
}

/** A credit, or a part of it, that is not counted. The bank's reference may hold any character, so the id has its hash. */
function toFinance(
  next: Draft,
  claim: Claim,
  { reference }: { readonly reference: string },
  kind: string,
  said: Readonly<Record<string, string>>,
): Draft {
  const id = `${claim.kid}-${createHash('sha256').update(reference).digest('hex').slice(0, 16)}`;
  const data = { mobility: next.mobility.id, kid: claim.kid, reference, ...said };
  return next.write({ record: 'task', id, kind, data }).mail('finance-task', { task: kind, ...data });
}

/** Given up because the office proposed it and a second person agreed, or because illness was recognised after the demand. */
export function relieve(next: Draft, kind: 'waive' | 'write-off', context: Context, by: Actor = next.by): Draft {
  const { mobility } = next;
  const { claim } = mobility;
  if (!claim) throw new Error(`The case ${mobility.id} has no claim to give up.`);
  const { proposedRelief: _decided, ...rest } = claim;
  const amount = subtract(
    claim.amount,
    sum(
      claim.credits.map((credit) => credit.amount),
      'EUR',
    ),
  );
  const field = kind === 'waive' ? 'waived' : 'writtenOff';
  next
    .set({ claim: { ...rest, [field]: amount } })
    .record(kind === 'waive' ? 'ClaimWaived' : 'ClaimWrittenOff', { amount: amountText(amount) }, by)
    .transfer(
      kind === 'waive' ? entries.waive(mobility, amount, context.now) : entries.writeOff(mobility, amount, context.now),
    )
    .dropDeadlines('relief-reminder')
    .mail('claim-relieved', { kind });
  return closeIfSettled(next);
}

function closeIfSettled(next: Draft): Draft {
  const { claim } = next.mobility;
  if (!claim || amountDue(next.mobility).minor < 0) return next;
  return close(next.set({ claim: { ...claim, state: 'settled' } }).endPhase('repayment'));
}

/** Nobody paid although reminded: the office gives more time, or proposes to waive or write off. */
export function decideClaim(
  mobility: Mobility,
  choice: 'extend' | 'waive' | 'write-off',
  by: string,
  context: Context,
): Outcome {
  const { claim } = mobility;
  if (mobility.state !== 'repayment-due' || (claim?.state !== 'open' && claim?.state !== 'overdue')) {
    return refused('already-decided', 'This demand is no longer open.');
  }
  const { institution, now } = context;
  if (choice === 'extend') {
    const due = addDays(today(context), institution.procedure.repayment.dueDays);
    const next = draft(mobility, context, 'office')
      .set({ claim: { ...claim, state: 'open', due } })
      .record('ClaimExtended', { due })
      .mail('claim-extended', { due });
    return withClaimDeadlines(next, due, context).done();
  }
  return draft(mobility, context, 'office')
    .set({ claim: { ...claim, proposedRelief: { kind: choice, by, at: now } } })
    .record('ClaimReliefProposed', { kind: choice })
    .mail('relief-approval', { kind: choice })
    .dropDeadlines('relief-reminder')
    .addDeadlines(inDays(institution, 'relief-reminder', now, institution.procedure.office.remindEveryDays))
    .done();
}

/** Names are typed by hand: capitals, spaces and the way a letter is composed make nobody another person. */
function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return plain(one) === plain(other);
}

/** The second person's word; whoever proposed cannot approve. */
export function decideRelief(mobility: Mobility, by: string, approve: boolean, context: Context): Outcome {
  const proposal = mobility.claim?.proposedRelief;
  if (!mobility.claim || !proposal) return refused('already-decided', 'This proposal has already been decided on.');
  if (sameName(proposal.by, by)) {
    return refused('same-person', 'Whoever proposed this cannot approve it. Ask a colleague.');
  }
  const next = draft(mobility, context, 'controller');
  if (approve) return relieve(next, proposal.kind, context).done();
  const { proposedRelief: _refused, ...claim } = mobility.claim;
  const { institution, now } = context;
  return next
    .set({ claim })
    .record('ClaimReliefRefused', { kind: proposal.kind })
    .dropDeadlines('relief-reminder', 'claim-decision')
    .addDeadlines(inDays(institution, 'claim-decision', now, institution.procedure.repayment.decideDays, claim.due))
    .done();
}
