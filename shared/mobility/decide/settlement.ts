import type { IsoDate } from '../../calendar/clock.ts';
import { addDays } from '../../calendar/dates.ts';
import { dueAfter, duty, inDays, reminders, whenPassed } from '../../deadlines/plan.ts';
import { type SettleOptions, settle as settleGrant } from '../../grant/settle.ts';
import type { Line, Period, Settlement, StayInput } from '../../grant/types.ts';
import * as entries from '../../ledger/entries.ts';
import { add, type Money, negate, subtract, zero } from '../../money/money.ts';
import type { Language } from '../../rulebook/types.ts';
import { amountDue, paid as booked, hasComeBack, kept, openPayment, repaid } from '../balance.ts';
import type { Deadline, Mobility } from '../case.ts';
import { nothing, type Outcome } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { stayInput } from '../host.ts';
import { interruptionDays } from '../interruption.ts';
import { obligationsMissing, readyToSettle } from '../waits.ts';
import { giveBack, takeMore } from './budget.ts';
import { amountText, type Context, draft, today } from './context.ts';
import { openObjection } from './objection.ts';
import { openReturns } from './overpayment.ts';
import { takeBackRelief } from './relief.ts';
import { openReversal } from './reversal.ts';

/** The agreed stay as the engine knows it; no personal data. */
export function agreedStay({ stay }: Mobility): StayInput {
  return stayInput(stay);
}

/** What the end of the stay has shown to be otherwise than agreed. */
export function foundAtTheEnd(mobility: Mobility, period: Period | undefined): SettleOptions {
  const away = period === undefined ? 0 : interruptionDays(mobility, period);
  return {
    ...(mobility.forceMajeure === undefined ? {} : { forceMajeure: true }),
    ...(away === 0 ? {} : { interruptionDays: away }),
    // A journey that was not green counts as any other (rulebook, the duty to claim it).
    ...(mobility.greenClaim?.decision?.accepted === false ? { travel: 'standard' as const } : {}),
  };
}

/** The final calculation on these dates (none: nothing of the stay counts), on the pinned rules, against what was paid. */
export function settlementFor(
  mobility: Mobility,
  period: Period | undefined,
  paid: Money = kept(mobility),
  language: Language = 'en',
): Settlement {
  const found = foundAtTheEnd(mobility, period);
  const options = { ...found, language, ...(hasComeBack(mobility) ? { net: true } : {}) };
  const settlement = settleGrant(mobility.terms, agreedStay(mobility), period, paid, options);
  if (mobility.illness?.decision !== 'kept') return settlement;
  // What was repaid before the decision counts as paid: it was theirs to keep.
  return keepForIllness(settlement, add(booked(mobility), openPayment(mobility)?.amount ?? zero('EUR')));
}

/**
 * Illness with a certificate: the participant keeps what was paid (NHH, "Withdrawal and Repayment"). The difference stands
 * as a line of its own, so that the entitlement still is the sum of its lines.
 *
 * @param gross all that was paid, also what has been repaid since: that part is paid again
 */
function keepForIllness(settlement: Settlement, gross: Money): Settlement {
  const more = subtract(gross, settlement.entitlement);
  if (more.minor <= 0) return settlement;
  const again = subtract(gross, settlement.paid);
  const line: Line = {
    code: 'kept-for-illness',
    amount: more,
    working: `${amountText(gross)} paid − ${amountText(settlement.entitlement)} for the confirmed days = ${amountText(more)} kept`,
    rule: 'illness.keep',
    source: 'NHH Erasmus+ Students, "Withdrawal and Repayment", third point; decision of the international office',
  };
  const { assessment } = settlement;
  const paidAgain = again.minor > 0 ? ` ${amountText(again)} of it had been repaid and is paid again.` : '';
  return {
    ...settlement,
    entitlement: gross,
    outcome: again.minor > 0 ? 'balance' : 'settled',
    amount: again,
    working: `${settlement.working} Kept because of illness: ${line.working}.${paidAgain}`,
    assessment: { ...assessment, lines: [...assessment.lines, line], total: gross },
  };
}

/** Whether money will be due to the participant on these dates, where a payment on its way counts as paid. */
export function expectsBalance(mobility: Mobility, period: Period | undefined): boolean {
  const onItsWay = openPayment(mobility)?.amount ?? zero('EUR');
  // What was given up is taken back first, as far as it is not needed (relief.ts).
  const had = subtract(booked(mobility), repaid(mobility));
  return settlementFor(mobility, period, add(had, onItsWay)).outcome === 'balance';
}

/** Participant grant agreement: the balance within 45 calendar days, from today. */
export function balanceDuty(context: Context): Deadline {
  const { institution } = context;
  return duty(institution, 'balance-duty', addDays(today(context), institution.procedure.balanceDays));
}

/** True when the settlement has been started by this change. */
export function settleWhenReady(next: Draft, context: Context): boolean {
  if (!readyToSettle(next.mobility)) return false;
  next
    .dropDeadlines('obligations-reminder', 'illness-reminder', 'balance-duty')
    .endPhase('stay')
    .startPhase('settlement')
    .addDeadlines(balanceDuty(context));
  return true;
}

/** Reminders around the day by which everything should be there, and one a month after it; more follow (fall-due.ts). */
export function obligationsDeadlines(due: IsoDate, { institution, now }: Context): Deadline[] {
  const { reminders: plan } = institution.procedure.obligations;
  return [
    ...reminders(institution, 'obligations-reminder', due, plan, now),
    whenPassed(institution, 'obligations-reminder', due, 30),
  ];
}

/** Asks for what still stands between the participant and the balance, with reminders that do not end before it is there. */
export function askForTheRest(next: Draft, context: Context): Draft {
  const { institution } = context;
  const due = dueAfter(institution, today(context), institution.procedure.obligations.dueDays);
  next.dropDeadlines('obligations-reminder').addDeadlines(...obligationsDeadlines(due, context));
  const { mobility } = next;
  const missing = mobility.confirmed?.balanceExpected && obligationsMissing(mobility).length > 0;
  return missing ? next.mail('obligations-request', { due }) : next;
}

/** Recalculates on the confirmed dates and says what follows: a balance, nothing, or a demand. */
export function settle(mobility: Mobility, context: Context): Outcome {
  if (mobility.state !== 'stay-ended') return nothing;
  if (!readyToSettle(mobility)) return tooEarly(mobility, context);
  const { institution, now } = context;
  const period = mobility.confirmed?.period;
  const before = awardedBefore(mobility);
  const next = draft(mobility, context, 'system');
  takeBackRelief(next, settlementFor(mobility, period).entitlement, context);
  const settlement = settlementFor(next.mobility, period);
  const { entitlement, outcome, amount } = settlement;
  next
    .set({ settlement: { ...settlement, at: now } })
    .record('SettlementComputed', { entitlement: amountText(entitlement), outcome, amount: amountText(amount) })
    .transfer(entries.adjustCommitment(mobility, before, entitlement, now))
    .mail('settlement-statement', { outcome, payBy: addDays(today(context), institution.procedure.balanceDays) })
    .mail('settlement-copy', { outcome })
    .endPhase('settlement');
  const change = subtract(entitlement, before);
  if (change.minor < 0) giveBack(next, negate(change));
  else takeMore(next, change);
  return followUp(next, context).done();
}

/** A payment came back after the calculation was asked for: the phase ends, and starts again when nothing is missing. */
function tooEarly(mobility: Mobility, context: Context): Outcome {
  if (!mobility.openPhases.includes('settlement')) return nothing;
  return askForTheRest(draft(mobility, context, 'system').endPhase('settlement'), context).done();
}

/** What a settled case does next: pay, close, or demand. Also after money came back. `told`: that it is closed. */
export function followUp(next: Draft, context: Context, { told = false } = {}): Draft {
  const { mobility } = next;
  if (openPayment(mobility)) return next;
  const due = amountDue(mobility);
  const { institution, now } = context;
  if (due.minor > 0) {
    // A case that only waited for somebody's decision owes nothing by a date, until money is due again.
    if (!mobility.deadlines.some(({ kind }) => kind === 'balance-duty')) {
      next.addDeadlines(balanceDuty(context));
    }
    return next.startPhase('payout');
  }
  if (due.minor === 0) return closeOrWait(next, told);
  return next
    .record('RepaymentDue', { amount: amountText(subtract(zero('EUR'), due)) }, 'system')
    .dropDeadlines('balance-duty')
    .addDeadlines(inDays(institution, 'demand-reminder', now, institution.procedure.office.remindEveryDays))
    .startPhase('repayment');
}

/**
 * What the case was awarded when the present calculation began: by the calculation before, else by the agreement. While the
 * case is calculated anew, the last calculation still stands on it.
 */
export function awardedBefore(mobility: Mobility): Money {
  const { state, settlement, earlierSettlements, agreement } = mobility;
  const last = state === 'stay-ended' ? settlement : earlierSettlements?.at(-1)?.settlement;
  return last?.entitlement ?? agreement?.amount ?? zero('EUR');
}

/**
 * Closes the case, unless a correction, an objection, the return of an over-payment or a voucher of a unit still waits; then
 * it stays settled.
 */
export function closeOrWait(next: Draft, told = false): Draft {
  const { mobility } = next;
  const waits =
    mobility.proposedCorrection ||
    openObjection(mobility.claim) ||
    openReturns(mobility).length > 0 ||
    openReversal(mobility);
  if (!waits) return close(next, told);
  if (mobility.state === 'repayment-due') next.record('ClaimSettled', {}, 'system');
  return next.dropDeadlines('balance-duty');
}

/** Nothing is owed either way: whatever still waited for somebody's decision has lost its object. */
export function close(next: Draft, told = false): Draft {
  dropUndecided(next).unset('proposedAccount').record('CaseClosed', {}, 'system');
  return told ? next : next.mail('case-closed');
}

/** A demand that is over takes with it what was asked or proposed about it and not decided. */
export function dropUndecided(next: Draft): Draft {
  const { illness, claim } = next.mobility;
  if (illness && !illness.decision) next.unset('illness');
  if (claim?.proposedRelief) {
    const { proposedRelief: _undecided, ...rest } = claim;
    next.set({ claim: rest });
  }
  return next.dropDeadlines('illness-reminder', 'relief-reminder');
}
