import { nextBusinessDay, nextCutOff } from '../../calendar/business-days.ts';
import type { IsoDate } from '../../calendar/clock.ts';
import { addDays } from '../../calendar/dates.ts';
import { inDays } from '../../deadlines/plan.ts';
import * as entries from '../../ledger/entries.ts';
import { convert } from '../../money/exchange.ts';
import { compare, formatDecimal, type Money, subtract } from '../../money/money.ts';
import { endToEndId, instructionHash } from '../../payments/identity.ts';
import { isDuplicateReason } from '../../payments/status.ts';
import type { PayeeAccount } from '../../payments/types.ts';
import type { Tranche } from '../../rulebook/types.ts';
import { amountDue, openPayment, repaid } from '../balance.ts';
import type { Mobility, Payment } from '../case.ts';
import { nothing, type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import type { PaymentRecord } from '../records.ts';
import { mayPay } from '../waits.ts';
import { amountText, type Context, draft, today } from './context.ts';
import { expectsBalance, followUp, settleWhenReady } from './settlement.ts';

/** Business days without a word from the bank before finance is told. */
const SILENCE_DAYS = 7;

/**
 * The payout workflow asks for the next payment. Creates one when money is due and may go out; ends the phase when nothing
 * is due. A payment that the bank refused is never sent again: this makes a new one, with the next sequence number.
 */
export function preparePayment(mobility: Mobility, context: Context): Outcome {
  if (!mobility.openPhases.includes('payout') || openPayment(mobility)) return nothing;
  const amount = amountDue(mobility);
  if (amount.minor <= 0) return draft(mobility, context, 'system').endPhase('payout').done();
  if (!mayPay(mobility)) return nothing;
  const { institution, now } = context;
  const payment = newPayment(mobility, amount, context);
  const held = compare(amount, institution.procedure.fourEyesAbove) > 0;
  const next = draft(mobility, context, 'system');
  next
    .set({ payments: [...mobility.payments, held ? { ...payment, state: 'held', holdReason: 'four-eyes' } : payment] })
    .record('PaymentPrepared', { payment: payment.id, amount: amountText(amount), local: amountText(payment.local) })
    .transfer(entries.instruct(mobility, payment, exchangeOf(mobility), now))
    .dropDeadlines('account-reminder');
  if (!held)
    return next
      .write({ record: 'payment-new', payment: { ...recordOf(mobility, payment), cutOff: cutOffAfter(context) } })
      .done();
  return next
    .record('PaymentHeld', { payment: payment.id, reason: 'four-eyes' })
    .write({ record: 'payment-new', payment: recordOf(mobility, payment) })
    .mail('payment-approval', { payment: payment.id })
    .addDeadlines(
      inDays(institution, 'four-eyes-reminder', now, institution.procedure.office.remindEveryDays, payment.id),
    )
    .done();
}

function newPayment(mobility: Mobility, amount: Money, context: Context): Payment {
  const purpose = mobility.settlement ? 'balance' : 'pre-financing';
  const sequence = mobility.payments.filter((earlier) => earlier.purpose === purpose).length + 1;
  const { rate, currency } = exchangeOf(mobility);
  return {
    id: endToEndId(mobility.institution, mobility.id, purpose, sequence),
    purpose,
    sequence,
    state: 'ready',
    amount,
    local: convert(amount, rate, currency),
    account: mobility.participant.account,
    createdAt: context.now,
  };
}

/** The rate frozen on the agreement. No amount in local currency exists without one. */
export function exchangeOf(mobility: Mobility): Tranche {
  if (!mobility.agreement) throw new Error(`The case ${mobility.id} has no agreement, so no exchange rate to pay at.`);
  return mobility.agreement.exchange;
}

function cutOffAfter(context: Context): string {
  const { bank, timeZone, country } = context.institution;
  return nextCutOff(context.now, bank.cutOff, timeZone, country);
}

function recordOf(mobility: Mobility, payment: Payment): PaymentRecord {
  const { participant } = mobility;
  return {
    institution: mobility.institution,
    mobility: mobility.id,
    transfer: {
      endToEndId: payment.id,
      amount: payment.local,
      payeeName: `${participant.givenName} ${participant.familyName}`,
      payeeCountry: 'iban' in payment.account ? payment.account.iban.slice(0, 2) : 'NO',
      account: payment.account,
      message: `Erasmus+ ${payment.purpose === 'balance' ? 'balance' : 'first instalment'} ${mobility.id} EUR ${formatDecimal(payment.amount)}`,
    },
    hash: instructionHash({ amount: payment.local, account: payment.account }),
  };
}

/** A second person lets a held payment go. */
export function releasePayment(mobility: Mobility, id: string, context: Context): Outcome {
  const payment = mobility.payments.find((candidate) => candidate.id === id);
  if (payment?.state !== 'held') return refused('not-held', 'This payment is not on hold (any more).');
  return change(draft(mobility, context, 'controller'), id, { state: 'ready' })
    .record('PaymentReleased', { payment: id })
    .write({ record: 'payment-ready', id, cutOff: cutOffAfter(context) })
    .dropDeadlines('four-eyes-reminder')
    .done();
}

/** A payment that has not left yet is taken back, because the amount will be calculated anew. */
export function cancelUnsentPayment(next: Draft, context: Context): void {
  const payment = openPayment(next.mobility);
  if (payment?.state !== 'held' && payment?.state !== 'ready') return;
  change(next, payment.id, { state: 'cancelled' })
    .record('PaymentCancelled', { payment: payment.id }, 'system')
    .transfer(entries.reject(next.mobility, payment, context.now))
    .write({ record: 'payment-cancelled', id: payment.id })
    .dropDeadlines('four-eyes-reminder');
}

/** The payment stands in a file for the bank. From now on the bank has to answer. */
export function instructed(mobility: Mobility, id: string, batch: string, context: Context): Outcome {
  const payment = find(mobility, id);
  if (payment.state !== 'ready') return nothing;
  const { institution, now } = context;
  const expected = nextBusinessDay(addDays(today(context), 1), institution.country);
  return change(draft(mobility, context, 'system'), id, { state: 'instructed', batch, instructedAt: now })
    .record('PaymentInstructed', { payment: id, batch })
    .mail('payment-instructed', { payment: id, expected })
    .addDeadlines(inDays(institution, 'bank-silence', now, SILENCE_DAYS, id))
    .done();
}

/**
 * The bank's status message (pain.002): a status and never a booking. A rejection frees the money and asks the participant
 * for another account; anything lower than what is known already changes nothing; a rejection of booked money is an alarm.
 */
export function status(
  mobility: Mobility,
  id: string,
  code: string,
  reason: string | undefined,
  context: Context,
): Outcome {
  const payment = find(mobility, id);
  if (code === 'RJCT' || code === 'CANC') {
    // The bank has had this file before and pays the first one: to pay anew on its word would pay twice.
    if (isDuplicateReason(reason)) return nothing;
    if (payment.state === 'booked') return alarm(mobility, payment, 'rejected-after-booking', reason, context);
    if (!['ready', 'instructed', 'accepted'].includes(payment.state)) return nothing;
    return giveUp(mobility, payment, 'rejected', reason ?? 'RJCT', context).done();
  }
  const accepted = ['ACCP', 'ACSP', 'ACWC', 'ACSC', 'ACCC', 'ACTC'].includes(code);
  if (!accepted || payment.state !== 'instructed') return nothing;
  return change(draft(mobility, context, 'system'), id, { state: 'accepted' })
    .record('PaymentAccepted', { payment: id, status: code })
    .done();
}

/** The bank has booked the payment (camt.054): only now is the money paid. */
export function booked(
  mobility: Mobility,
  booking: { readonly payment: string; readonly local: Money; readonly date: IsoDate; readonly reference: string },
  context: Context,
): Outcome {
  const payment = find(mobility, booking.payment);
  if (['booked', 'returned'].includes(payment.state)) return nothing;
  if (!['ready', 'instructed', 'accepted'].includes(payment.state)) {
    return alarm(mobility, payment, `booked-although-${payment.state}`, booking.reference, context);
  }
  if (booking.local.currency !== payment.local.currency || compare(booking.local, payment.local) !== 0) {
    return alarm(mobility, payment, 'amount-differs', `${amountText(booking.local)} ${booking.reference}`, context);
  }
  const next = change(draft(mobility, context, 'system'), payment.id, { state: 'booked', bookedOn: booking.date })
    .record('PaymentBooked', { payment: payment.id, date: booking.date })
    .transfer(entries.book(mobility, payment, context.now))
    .mail('payment-booked', { payment: payment.id })
    .dropDeadlines('bank-silence', 'account-reminder');
  if (payment.purpose === 'pre-financing') next.dropDeadlines('prefinancing-duty');
  return afterMoneyMoved(next, context).done();
}

/** Money that had been paid came back days later. It is not paid any more; a new payment follows to another account. */
export function returned(
  mobility: Mobility,
  booking: { readonly payment: string; readonly local: Money; readonly reference: string; readonly reason: string },
  context: Context,
): Outcome {
  const payment = find(mobility, booking.payment);
  if (payment.state === 'returned') return nothing;
  if (payment.state !== 'booked' || compare(booking.local, payment.local) !== 0) {
    return alarm(mobility, payment, `returned-although-${payment.state}`, booking.reference, context);
  }
  const next = giveUp(mobility, payment, 'returned', booking.reason, context);
  return next.done();
}

/** Common end of a payment that failed: the money is free again and the participant is asked for an account. */
function giveUp(
  mobility: Mobility,
  payment: Payment,
  state: 'rejected' | 'returned',
  reason: string,
  context: Context,
): Draft {
  const { institution, now } = context;
  const next = draft(mobility, context, 'system');
  change(next, payment.id, { state, reason })
    .record(state === 'rejected' ? 'PaymentRejected' : 'PaymentReturned', { payment: payment.id, reason })
    .transfer(
      state === 'rejected'
        ? entries.reject(mobility, payment, now)
        : entries.returned(mobility, payment, exchangeOf(mobility), now),
    )
    .mail('account-needed', { payment: payment.id, reason })
    .dropDeadlines('bank-silence', 'account-reminder');
  if (mobility.state === 'closed' || (mobility.state === 'repayment-due' && amountDue(next.mobility).minor >= 0)) {
    reopen(next, context);
  }
  next.addDeadlines(
    inDays(institution, 'account-reminder', now, institution.procedure.office.remindEveryDays, payment.id),
  );
  return afterMoneyMoved(next, context);
}

/** A closed case, or one under demand, owes the participant money again: it goes back to being settled. */
function reopen(next: Draft, context: Context): void {
  const { claim } = next.mobility;
  if (next.mobility.state === 'repayment-due') {
    if (claim && claim.state !== 'settled') {
      next
        .transfer(entries.cancelClaim(next.mobility, subtract(claim.amount, repaid(next.mobility)), context.now))
        .set({ claim: { ...claim, state: 'settled' } });
    }
    next.endPhase('repayment').dropDeadlines('claim-reminder', 'claim-decision', 'demand-reminder', 'relief-reminder');
  }
  next.record('CaseReopened', {}, 'system');
}

/** After any movement of money: settle if that was the last thing missing, or close or go on paying if settled. */
function afterMoneyMoved(next: Draft, context: Context): Draft {
  const { mobility } = next;
  const { confirmed } = mobility;
  if (mobility.state === 'stay-ended' && confirmed) {
    next.set({ confirmed: { ...confirmed, balanceExpected: expectsBalance(mobility, confirmed.period) } });
    settleWhenReady(next, context);
  }
  if (mobility.state === 'settled') followUp(next, context);
  else if (mobility.state === 'signed' && amountDue(mobility).minor > 0) next.startPhase('payout');
  return next;
}

/** The participant names another account; it counts only when a second person has approved it. */
export function proposeAccount(mobility: Mobility, account: PayeeAccount, context: Context): Outcome {
  if (!['signed', 'stay-ended', 'settled', 'repayment-due'].includes(mobility.state)) {
    return refused('not-open', 'Your account cannot be changed now.');
  }
  if (JSON.stringify(account) === JSON.stringify(mobility.participant.account)) {
    return refused('same-account', 'This is the account that we have already. Give another one.');
  }
  const { institution, now } = context;
  return draft(mobility, context, 'participant')
    .set({ proposedAccount: { account, at: now } })
    .record('AccountProposed')
    .mail('account-approval')
    .dropDeadlines('account-reminder')
    .addDeadlines(
      inDays(institution, 'four-eyes-reminder', now, institution.procedure.office.remindEveryDays, 'account'),
    )
    .done();
}

/** A second person approves or refuses the new account. */
export function decideAccount(mobility: Mobility, approve: boolean, context: Context): Outcome {
  const { proposedAccount } = mobility;
  if (!proposedAccount) return refused('already-decided', 'This account has already been decided on.');
  const next = draft(mobility, context, 'controller').unset('proposedAccount').dropDeadlines('four-eyes-reminder');
  if (!approve) {
    const { institution, now } = context;
    return next
      .record('AccountRefused')
      .mail('account-refused')
      .addDeadlines(inDays(institution, 'account-reminder', now, institution.procedure.office.remindEveryDays))
      .done();
  }
  return next
    .set({ participant: { ...mobility.participant, account: proposedAccount.account } })
    .record('AccountApproved')
    .mail('account-approved')
    .done();
}

/** Changes one payment of the draft. */
function change(next: Draft, id: string, fields: Partial<Payment>): Draft {
  return next.set({
    payments: next.mobility.payments.map((payment) => (payment.id === id ? { ...payment, ...fields } : payment)),
  });
}

function find(mobility: Mobility, id: string): Payment {
  const payment = mobility.payments.find((candidate) => candidate.id === id);
  if (!payment)
    throw new Error(`The case ${mobility.id} has no payment ${id}; the payment index points to the wrong case.`);
  return payment;
}

/** Nothing is posted; finance gets a task with what the bank said. */
function alarm(
  mobility: Mobility,
  payment: Payment,
  kind: string,
  detail: string | undefined,
  context: Context,
): Outcome {
  return draft(mobility, context, 'system')
    .write({
      record: 'task',
      id: `${payment.id}-${kind}`,
      kind,
      data: { mobility: mobility.id, payment: payment.id, detail: detail ?? '' },
    })
    .done();
}
