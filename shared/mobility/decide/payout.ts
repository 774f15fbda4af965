import { nextBusinessDay, nextCutOff } from '../../calendar/business-days.ts';
import { addDays } from '../../calendar/dates.ts';
import { inDays } from '../../deadlines/plan.ts';
import * as entries from '../../ledger/entries.ts';
import { convert } from '../../money/exchange.ts';
import { compare, formatDecimal, type Money } from '../../money/money.ts';
import { endToEndId, instructionHash } from '../../payments/identity.ts';
import { doubtIn, failedOnOurSide } from '../../payments/reasons.ts';
import type { PayeeAccount } from '../../payments/types.ts';
import type { Tranche } from '../../rulebook/types.ts';
import { amountDue, openPayment } from '../balance.ts';
import type { Mobility, Payment } from '../case.ts';
import { nothing, type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import type { PaymentRecord } from '../records.ts';
import { mayPay } from '../waits.ts';
import { amountText, type Context, draft, today } from './context.ts';

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
  const { now } = context;
  const payment = newPayment(mobility, amount, context);
  const holdReason = reasonToHold(mobility, amount, context);
  const next = draft(mobility, context, 'system');
  next
    .set({ payments: [...mobility.payments, holdReason ? { ...payment, state: 'held', holdReason } : payment] })
    .record('PaymentPrepared', { payment: payment.id, amount: amountText(amount), local: amountText(payment.local) })
    .transfer(entries.instruct(mobility, payment, exchangeOf(mobility), now))
    .dropDeadlines('account-reminder');
  if (!holdReason)
    return next
      .write({ record: 'payment-new', payment: { ...recordOf(mobility, payment), cutOff: cutOffAfter(context) } })
      .done();
  return askForRelease(next, payment.id, context)
    .record('PaymentHeld', { payment: payment.id, reason: holdReason })
    .write({ record: 'payment-new', payment: recordOf(mobility, payment) })
    .done();
}

/** A second person is asked, and asked again. */
function askForRelease(next: Draft, payment: string, { institution, now }: Context): Draft {
  return next
    .mail('payment-approval', { payment })
    .addDeadlines(
      inDays(institution, 'four-eyes-reminder', now, institution.procedure.office.remindEveryDays, payment),
    );
}

/** Why a second person has to let the payment go; undefined when it may go by itself. */
function reasonToHold(mobility: Mobility, amount: Money, context: Context): Payment['holdReason'] {
  const last = mobility.payments.at(-1);
  const doubt = last && doubtIn(last);
  if (doubt === 'regulatory') return doubt;
  if (failedOnOurSide(last)) return 'bank-refused';
  if (mobility.hold) return 'office';
  if (doubt !== undefined) return doubt;
  return compare(amount, context.institution.procedure.fourEyesAbove) > 0 ? 'four-eyes' : undefined;
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
      // A unit is paid in its own name.
      payeeName:
        'unit' in payment.account ? payment.account.unit : `${participant.givenName} ${participant.familyName}`,
      payeeCountry: countryOf(payment.account, mobility),
      account: payment.account,
      message: `Erasmus+ ${payment.purpose === 'balance' ? 'balance' : 'first instalment'} ${mobility.id} EUR ${formatDecimal(payment.amount)}`,
    },
    hash: instructionHash({ amount: payment.local, account: payment.account }),
  };
}

/** Where the account is; a unit is part of the institution. */
function countryOf(account: PayeeAccount, { terms }: Mobility): string {
  if ('iban' in account) return account.iban.slice(0, 2);
  return 'bban' in account ? 'NO' : terms.home.country;
}

/**
 * The office keeps back what is paid next, for a reason of its own: a payment that has not left yet is put before a second
 * person, and otherwise the next one will be. What the bank has cannot be kept back.
 */
export function holdPayment(mobility: Mobility, by: string, reason: string, context: Context): Outcome {
  if (!mayBeHeld(mobility)) return refused('not-open', 'Nothing is to be paid that could be kept back.');
  if (reason.trim() === '') return refused('reason-missing', 'Say why the payment is kept back.');
  if (mobility.hold) return refused('held-already', 'Payments of this case are kept back already.');
  const payment = openPayment(mobility);
  if (payment?.state === 'instructed' || payment?.state === 'accepted') {
    return refused('with-the-bank', 'The bank has this payment already. Ask the bank to call it back.');
  }
  const next = draft(mobility, context, 'office')
    .set({ hold: { by, reason: reason.trim(), at: context.now } })
    .record('PaymentHeld', { reason: 'office', ...(payment ? { payment: payment.id } : {}) });
  if (payment?.state !== 'ready') return next.done();
  return askForRelease(changePayment(next, payment.id, { state: 'held', holdReason: 'office' }), payment.id, context)
    .write({ record: 'payment-held', id: payment.id })
    .done();
}

/** States in which something is paid, or may come to be. */
const payable: readonly Mobility['state'][] = ['signed', 'stay-ended', 'settled', 'repayment-due'];

/** Something is paid in this case, or may come to be. */
export const mayBeHeld = ({ state }: Mobility): boolean => payable.includes(state);

/** Before any payment has come to be held, somebody else than who put it there may take the hold off again. */
export function liftHold(mobility: Mobility, context: Context): Outcome {
  if (!mobility.hold) return refused('not-held', 'Payments of this case are not kept back (any more).');
  const payment = openPayment(mobility);
  if (payment?.state === 'held') {
    return refused(
      'payment-held',
      `Payment ${payment.id} waits for a second person, who releases it by the link in the mail.`,
    );
  }
  return draft(mobility, context, 'office').unset('hold').record('HoldLifted').done();
}

/** A second person lets a held payment go; never to an account that the payee is just replacing. */
export function releasePayment(mobility: Mobility, id: string, context: Context): Outcome {
  const payment = mobility.payments.find((candidate) => candidate.id === id);
  if (payment?.state !== 'held') return refused('not-held', 'This payment is not on hold (any more).');
  if (mobility.proposedAccount) {
    return refused('account-open', 'A new account of the payee waits for a second person. Decide on that first.');
  }
  return changePayment(draft(mobility, context, 'controller').unset('hold'), id, { state: 'ready' })
    .record('PaymentReleased', { payment: id })
    .write({ record: 'payment-ready', id, cutOff: cutOffAfter(context) })
    .dropDeadlinesOf('four-eyes-reminder', id)
    .done();
}

/** A payment that has not left yet is taken back, because the amount will be calculated anew. */
export function cancelUnsentPayment(next: Draft, context: Context): void {
  const payment = openPayment(next.mobility);
  if (payment?.state !== 'held' && payment?.state !== 'ready') return;
  changePayment(next, payment.id, { state: 'cancelled' })
    .record('PaymentCancelled', { payment: payment.id }, 'system')
    .transfer(entries.reject(next.mobility, payment, context.now))
    .write({ record: 'payment-cancelled', id: payment.id, from: payment.state })
    .dropDeadlinesOf('four-eyes-reminder', payment.id);
}

/** The payment stands in a file for the bank. From now on the bank has to answer. */
export function instructed(mobility: Mobility, id: string, batch: string, context: Context): Outcome {
  const payment = findPayment(mobility, id);
  if (payment.state !== 'ready') return nothing;
  const { institution, now } = context;
  const expected = nextBusinessDay(addDays(today(context), 1), institution.country);
  return changePayment(draft(mobility, context, 'system'), id, { state: 'instructed', batch, instructedAt: now })
    .record('PaymentInstructed', { payment: id, batch })
    .mail('payment-instructed', { payment: id, expected })
    .addDeadlines(inDays(institution, 'bank-silence', now, SILENCE_DAYS, id))
    .done();
}

/** Changes one payment of the draft. */
export function changePayment(next: Draft, id: string, fields: Partial<Payment>): Draft {
  return next.set({
    payments: next.mobility.payments.map((payment) => (payment.id === id ? { ...payment, ...fields } : payment)),
  });
}

/** The payment of this id; the index of payments knows no other case for it. */
export function findPayment(mobility: Mobility, id: string): Payment {
  const payment = mobility.payments.find((candidate) => candidate.id === id);
  if (!payment)
    throw new Error(`The case ${mobility.id} has no payment ${id}; the payment index points to the wrong case.`);
  return payment;
}
