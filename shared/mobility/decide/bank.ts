import type { IsoDate } from '../../calendar/clock.ts';
import * as entries from '../../ledger/entries.ts';
import type { Money } from '../../money/money.ts';
import { failedOnOurSide } from '../../payments/reasons.ts';
import { isAccepted, isDuplicateReason, isSettled } from '../../payments/status.ts';
import { amountDue } from '../balance.ts';
import type { Mobility, Payment, PaymentState } from '../case.ts';
import { nothing, type Outcome } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { askForAccount } from './account.ts';
import { amountText, type Context, draft } from './context.ts';
import { changePayment, exchangeOf, findPayment } from './payout.ts';
import { takeBackRelief } from './relief.ts';
import { dropClaim } from './repayment.ts';
import { askForTheRest, balanceDuty, dropUndecided, expectsBalance, followUp, settleWhenReady } from './settlement.ts';

/** The bank may have it: a batch may have taken a ready one without the case knowing yet. */
const withTheBank: readonly PaymentState[] = ['ready', 'instructed', 'accepted'];

/**
 * The bank's status message (pain.002): a status and never a booking. A rejection frees the money and asks the participant
 * for another account; anything lower than what is known already changes nothing; a rejection of money that has left is an alarm.
 */
export function status(
  mobility: Mobility,
  said: {
    readonly payment: string;
    readonly status: string;
    readonly reason?: string;
    readonly wholeFile?: boolean;
  },
  context: Context,
): Outcome {
  const { payment: id, status: code, reason } = said;
  const payment = findPayment(mobility, id);
  if (code === 'RJCT' || code === 'CANC') {
    // The bank has had this file before and pays the first one: to pay anew on its word would pay twice.
    if (isDuplicateReason(reason)) return nothing;
    if (payment.state === 'booked') return alarm(mobility, payment, 'rejected-after-booking', reason, context);
    if (payment.settled && withTheBank.includes(payment.state)) {
      return alarm(mobility, payment, 'rejected-after-settlement', reason, context);
    }
    if (!withTheBank.includes(payment.state)) return nothing;
    const next = draft(mobility, context, 'system').transfer(entries.reject(mobility, payment, context.now));
    const why = { reason: reason ?? code, ...(said.wholeFile ? { fileRefused: true } : {}) };
    return giveUp(next, payment, 'rejected', why, context).done();
  }
  const settled = isSettled(code);
  // An acceptance that comes late says nothing new; that the money has left, of a payment that counts as refused, does.
  if (settled && payment.state === 'rejected')
    return alarm(mobility, payment, 'settled-although-rejected', code, context);
  const next = changePayment(draft(mobility, context, 'system'), id, {
    ...(payment.state === 'instructed' ? { state: 'accepted' } : {}),
    ...(settled ? { settled: true } : {}),
  });
  if (payment.state === 'instructed' && isAccepted(code)) {
    return next.record('PaymentAccepted', { payment: id, status: code }).done();
  }
  return payment.state === 'accepted' && settled && !payment.settled ? next.done() : nothing;
}

/** The bank has booked the payment (camt.054): only now is the money paid. */
export function booked(
  mobility: Mobility,
  booking: { readonly payment: string; readonly local: Money; readonly date: IsoDate; readonly reference: string },
  context: Context,
): Outcome {
  const payment = findPayment(mobility, booking.payment);
  if (['booked', 'returned'].includes(payment.state)) {
    const again = payment.bookedOn !== undefined && payment.bookedOn !== booking.date;
    return again ? alarm(mobility, payment, 'booked-again', `${booking.date} ${booking.reference}`, context) : nothing;
  }
  if (!withTheBank.includes(payment.state)) {
    return alarm(mobility, payment, `booked-although-${payment.state}`, booking.reference, context);
  }
  if (!same(booking.local, payment.local)) {
    return alarm(mobility, payment, 'amount-differs', `${amountText(booking.local)} ${booking.reference}`, context);
  }
  const next = changePayment(draft(mobility, context, 'system'), payment.id, {
    state: 'booked',
    bookedOn: booking.date,
  })
    .record('PaymentBooked', { payment: payment.id, date: booking.date })
    .transfer(entries.book(mobility, payment, context.now))
    .mail('payment-booked', { payment: payment.id })
    .dropDeadlinesOf('bank-silence', payment.id)
    .dropDeadlines('account-reminder');
  if (payment.purpose === 'pre-financing') next.dropDeadlines('prefinancing-duty');
  return afterMoneyMoved(next, context).done();
}

/**
 * Money that had been paid came back days later. It is not paid any more; a new payment follows to another account. What
 * comes back had been paid: where the word of its booking is still on its way, both are posted now.
 */
export function returned(
  mobility: Mobility,
  booking: {
    readonly payment: string;
    readonly local: Money;
    readonly date: IsoDate;
    readonly reference: string;
    readonly reason: string;
  },
  context: Context,
): Outcome {
  const payment = findPayment(mobility, booking.payment);
  if (payment.state === 'returned') {
    const again = payment.returnedOn !== undefined && payment.returnedOn !== booking.date;
    return again
      ? alarm(mobility, payment, 'returned-again', `${booking.date} ${booking.reference}`, context)
      : nothing;
  }
  const unheard = withTheBank.includes(payment.state);
  if (!unheard && payment.state !== 'booked') {
    return alarm(mobility, payment, `returned-although-${payment.state}`, booking.reference, context);
  }
  if (!same(booking.local, payment.local)) {
    const detail = `${amountText(booking.local)} ${booking.reference}`;
    return alarm(mobility, payment, 'returned-amount-differs', detail, context);
  }
  const next = draft(mobility, context, 'system');
  if (unheard) {
    next
      .record('PaymentBooked', { payment: payment.id, date: booking.date })
      .transfer(entries.book(mobility, payment, context.now));
  }
  next.transfer(entries.returned(mobility, payment, exchangeOf(mobility), context.now));
  return giveUp(next, payment, 'returned', { reason: booking.reason, returnedOn: booking.date }, context).done();
}

/** Common end of a payment that failed: the money is free again, and whoever can put it right is asked to. */
function giveUp(
  next: Draft,
  payment: Payment,
  state: 'rejected' | 'returned',
  why: { readonly reason: string; readonly fileRefused?: boolean; readonly returnedOn?: IsoDate },
  context: Context,
): Draft {
  const { reason } = why;
  changePayment(next, payment.id, { state, ...why })
    .record(state === 'rejected' ? 'PaymentRejected' : 'PaymentReturned', { payment: payment.id, reason })
    .dropDeadlinesOf('bank-silence', payment.id)
    .dropDeadlines('account-reminder');
  if (failedOnOurSide(next.mobility.payments.find(({ id }) => id === payment.id))) {
    task(next, payment, 'payment-refused', reason);
  }
  const { settlement } = next.mobility;
  if (settlement && next.mobility.state !== 'stay-ended') takeBackRelief(next, settlement.entitlement, context);
  const { state: stands } = next.mobility;
  if (
    stands === 'closed' ||
    (stands === 'repayment-due' && (state === 'returned' || amountDue(next.mobility).minor >= 0))
  ) {
    reopen(next, context);
  }
  return askForAccount(afterMoneyMoved(next, context), payment, reason, context);
}

/**
 * A closed case, or one under demand, owes the participant money again, or is owed less than was demanded: it goes back to
 * being settled. An open demand goes; where something is still owed a new one is raised on what has really been paid.
 */
function reopen(next: Draft, context: Context): void {
  if (next.mobility.state === 'repayment-due') dropClaim(next, context);
  if (amountDue(next.mobility).minor >= 0) dropUndecided(next);
  next.record('CaseReopened', {}, 'system').addDeadlines(balanceDuty(context));
}

/** After any movement of money: settle if that was the last thing missing, or close or go on paying if settled. */
function afterMoneyMoved(next: Draft, context: Context): Draft {
  const { mobility } = next;
  const { confirmed } = mobility;
  if (mobility.state === 'stay-ended' && confirmed) {
    const balanceExpected = expectsBalance(mobility, confirmed.period);
    next.set({ confirmed: { ...confirmed, balanceExpected } });
    const ready = settleWhenReady(next, context);
    // A calculation that is under way finds out itself that it is too early, and asks (settlement.ts).
    const asked = confirmed.balanceExpected || mobility.openPhases.includes('settlement');
    if (!ready && balanceExpected && !asked) askForTheRest(next, context);
  }
  if (mobility.state === 'settled') followUp(next, context);
  else if (mobility.state === 'signed' && amountDue(mobility).minor > 0) next.startPhase('payout');
  return next;
}

/** Nothing is posted; finance gets a task with what the bank said. */
function alarm(
  mobility: Mobility,
  payment: Payment,
  kind: string,
  detail: string | undefined,
  context: Context,
): Outcome {
  return task(draft(mobility, context, 'system'), payment, kind, detail ?? '').done();
}

/** Something about a payment for finance to look at. */
function task(next: Draft, payment: Payment, kind: string, detail: string): Draft {
  const data = { mobility: next.mobility.id, payment: payment.id, detail };
  return next
    .write({ record: 'task', id: `${payment.id}-${kind}`, kind, data })
    .mail('finance-task', { task: kind, ...data });
}

/** The same amount of the same currency; amounts of two currencies cannot be compared. */
function same(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minor === b.minor;
}
