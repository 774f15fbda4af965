import { nextCutOff } from '../../calendar/business-days.ts';
import type { IsoDate } from '../../calendar/clock.ts';
import { inDays } from '../../deadlines/plan.ts';
import * as entries from '../../ledger/claim-entries.ts';
import type { Money } from '../../money/money.ts';
import { accountText } from '../../payments/accounts.ts';
import { endToEndId, instructionHash } from '../../payments/identity.ts';
import { accountFailed } from '../../payments/reasons.ts';
import { isAccepted, isDuplicateReason } from '../../payments/status.ts';
import type { PayeeAccount } from '../../payments/types.ts';
import type { Mobility, Participant, PaymentState, ReturnPayment } from '../case.ts';
import { nothing, type Outcome, refused } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { amountText, type Context, draft } from './context.ts';
import type { Credit } from './repayment.ts';
import { followUp } from './settlement.ts';

/** Business days without a word from the bank before finance is told. */
const SILENCE_DAYS = 7;

const open: readonly PaymentState[] = ['held', 'ready', 'instructed', 'accepted'];
const withTheBank: readonly PaymentState[] = ['ready', 'instructed', 'accepted'];

/** The return of this id; undefined for the id of a payment of the grant. */
export function findReturn(mobility: Mobility, id: string): ReturnPayment | undefined {
  return mobility.returns?.find((back) => back.id === id);
}

/** Returns that have not reached their payer yet. */
export function openReturns({ returns = [] }: Mobility): readonly ReturnPayment[] {
  return returns.filter(({ state }) => open.includes(state));
}

/**
 * Money beyond what the claim covers. It is not ours: a payment of its own takes it back to whoever paid it, once a second
 * person has let it go. Where the bank does not say who paid, it goes to the participant's account.
 */
export function receiveTooMuch(next: Draft, credit: Credit, context: Context): void {
  const { local, reference, payer, matchedBy } = credit;
  if (next.mobility.state === 'closed') next.record('CaseReopened', {}, 'system');
  const { participant } = next.mobility;
  const account = payer?.account;
  const name = `${participant.givenName} ${participant.familyName}`;
  next
    .record('OverpaymentReceived', { local: amountText(local) }, 'system')
    .transfer(entries.overpaid(next.mobility, reference, local, context.now));
  const id = prepareReturn(
    next,
    {
      local,
      reference,
      ...(matchedBy === undefined ? {} : { matchedBy }),
      ...(account ? { account, payeeName: payer.name ?? name } : {}),
    },
    context,
  );
  next.mail('overpayment-received', { payment: id });
}

interface Wanted extends Pick<ReturnPayment, 'local' | 'reference' | 'matchedBy'> {
  /** The payer's; without it the participant's account on file. */
  readonly account?: PayeeAccount;
  readonly payeeName?: string;
}

function prepareReturn(next: Draft, wanted: Wanted, context: Context): string {
  const { mobility } = next;
  const { institution, participant, returns = [] } = mobility;
  const sequence = returns.length + 1;
  const { local, reference, matchedBy } = wanted;
  const back: ReturnPayment = {
    id: endToEndId(institution, mobility.id, 'overpayment-return', sequence),
    sequence,
    state: 'held',
    local,
    account: wanted.account ?? participant.account,
    to: wanted.account ? 'payer' : 'participant',
    payeeName: wanted.payeeName ?? payeeNameOf(participant),
    reference,
    ...(matchedBy === undefined ? {} : { matchedBy }),
    createdAt: context.now,
  };
  const transfer = {
    endToEndId: back.id,
    amount: local,
    payeeName: back.payeeName,
    payeeCountry: 'iban' in back.account ? back.account.iban.slice(0, 2) : context.institution.country,
    account: back.account,
    message: `Erasmus+ paid too much ${mobility.id}`,
  };
  const hash = instructionHash({ amount: local, account: back.account });
  next
    .set({ returns: [...returns, back] })
    .transfer(entries.instructReturn(mobility, back, context.now))
    .write({ record: 'payment-new', payment: { institution, mobility: mobility.id, transfer, hash } })
    .mail('return-approval', { payment: back.id })
    .addDeadlines(remindOf(back.id, context));
  return back.id;
}

/** What stays the same when a return is tried anew. */
const again = ({ local, reference, matchedBy }: ReturnPayment): Wanted => ({
  local,
  reference,
  ...(matchedBy === undefined ? {} : { matchedBy }),
});

/** A unit is paid in its own name. */
const payeeNameOf = ({ account, givenName, familyName }: Participant): string =>
  'unit' in account ? account.unit : `${givenName} ${familyName}`;

const remindOf = (id: string, { institution, now }: Context) =>
  inDays(institution, 'four-eyes-reminder', now, institution.procedure.office.remindEveryDays, id);

/**
 * A second person lets a return go. One to the participant whose account has changed meanwhile is replaced by one to the
 * new account, which is looked at again; one to an account that the bank has refused does not go at all.
 */
export function releaseReturn(mobility: Mobility, id: string, context: Context): Outcome {
  const back = findReturn(mobility, id);
  if (back?.state !== 'held') return refused('not-held', 'This payment is not on hold (any more).');
  const next = draft(mobility, context, 'controller');
  const { account } = mobility.participant;
  if (back.to === 'participant' && mobility.proposedAccount) {
    return refused('account-open', 'A new account of the payee waits for a second person. Decide on that first.');
  }
  if (back.to === 'participant' && accountText(back.account) !== accountText(account)) {
    changeReturn(next, id, { state: 'cancelled' })
      .transfer(entries.rejectReturn(mobility, back, context.now))
      .write({ record: 'payment-cancelled', id, from: 'held' })
      .dropDeadlinesOf('four-eyes-reminder', id);
    prepareReturn(next, again(back), context);
    return next.done();
  }
  if (failedBefore(mobility, back)) {
    return refused('account-failed', 'The bank has refused this account. Ask the participant for another one first.');
  }
  const { timeZone, country, bank } = context.institution;
  return changeReturn(next, id, { state: 'ready' })
    .record('ReturnReleased', { payment: id })
    .write({ record: 'payment-ready', id, cutOff: nextCutOff(context.now, bank.cutOff, timeZone, country) })
    .dropDeadlinesOf('four-eyes-reminder', id)
    .addDeadlines(silenceOf(id, context))
    .done();
}

/** From the release on: also a payment that no batch takes is missed. */
const silenceOf = (id: string, { institution, now }: Context) =>
  inDays(institution, 'bank-silence', now, SILENCE_DAYS, id);

/** An earlier try failed because of this account: nothing goes there again. */
export function failedBefore({ returns = [] }: Mobility, back: ReturnPayment): boolean {
  return returns.some(
    (earlier) =>
      earlier.reference === back.reference &&
      accountFailed(earlier) &&
      accountText(earlier.account) === accountText(back.account),
  );
}

/** The return stands in a file for the bank. */
export function returnInstructed(mobility: Mobility, back: ReturnPayment, batch: string, context: Context): Outcome {
  if (back.state !== 'ready') return nothing;
  return changeReturn(draft(mobility, context, 'system'), back.id, {
    state: 'instructed',
    batch,
    instructedAt: context.now,
  })
    .record('ReturnInstructed', { payment: back.id, batch })
    .dropDeadlinesOf('bank-silence', back.id)
    .addDeadlines(silenceOf(back.id, context))
    .done();
}

/** The bank's status message: a rejection makes a new return. */
export function returnStatus(
  mobility: Mobility,
  back: ReturnPayment,
  said: { readonly status: string; readonly reason?: string; readonly wholeFile?: boolean },
  context: Context,
): Outcome {
  const { status, reason } = said;
  if (status === 'RJCT' || status === 'CANC') {
    if (isDuplicateReason(reason) || !withTheBank.includes(back.state)) return nothing;
    const next = draft(mobility, context, 'system').transfer(entries.rejectReturn(mobility, back, context.now));
    const why = { reason: reason ?? status, ...(said.wholeFile ? { fileRefused: true } : {}) };
    return tryAgain(next, back, { state: 'rejected', ...why }, context).done();
  }
  if (!isAccepted(status) || back.state !== 'instructed') return nothing;
  return changeReturn(draft(mobility, context, 'system'), back.id, { state: 'accepted' }).done();
}

/** The bank has booked it: the payer has their money back. */
export function returnBooked(
  mobility: Mobility,
  back: ReturnPayment,
  booking: { readonly local: Money; readonly date: IsoDate; readonly reference: string },
  context: Context,
): Outcome {
  if (!withTheBank.includes(back.state)) return nothing;
  if (differs(booking.local, back.local)) return alarm(mobility, back, 'amount-differs', booking, context);
  const next = changeReturn(draft(mobility, context, 'system'), back.id, { state: 'booked', bookedOn: booking.date })
    .record('ReturnBooked', { payment: back.id, date: booking.date })
    .transfer(entries.bookReturn(mobility, back, context.now))
    .dropDeadlinesOf('bank-silence', back.id);
  return afterReturn(next, context).done();
}

/** It came back: a new one is made. */
export function returnReturned(
  mobility: Mobility,
  back: ReturnPayment,
  booking: { readonly local: Money; readonly date: IsoDate; readonly reference: string; readonly reason: string },
  context: Context,
): Outcome {
  const unheard = withTheBank.includes(back.state);
  if (!unheard && back.state !== 'booked') return nothing;
  if (differs(booking.local, back.local)) return alarm(mobility, back, 'returned-amount-differs', booking, context);
  const next = draft(mobility, context, 'system');
  if (mobility.state === 'closed') next.record('CaseReopened', {}, 'system');
  if (unheard) next.transfer(entries.bookReturn(mobility, back, context.now));
  next.transfer(entries.returnCameBack(mobility, back, context.now));
  return tryAgain(next, back, { state: 'returned', reason: booking.reason }, context).done();
}

type Why = { readonly state: 'rejected' | 'returned'; readonly reason: string; readonly fileRefused?: boolean };

/**
 * Where the account is to blame, the next try goes to the participant's; otherwise to the same one, when finance has put
 * right what was wrong. A second person lets it go either way.
 */
function tryAgain(next: Draft, back: ReturnPayment, why: Why, context: Context): Draft {
  const { reason } = why;
  changeReturn(next, back.id, why)
    .record('ReturnFailed', { payment: back.id, reason }, 'system')
    .dropDeadlinesOf('bank-silence', back.id);
  const { account, payeeName } = back;
  const toBlame = accountFailed(why);
  const same = !toBlame && back.to === 'payer' ? { account, payeeName } : {};
  const id = prepareReturn(next, { ...again(back), ...same }, context);
  if (!toBlame) {
    const data = { mobility: next.mobility.id, payment: back.id, detail: reason };
    return next
      .write({ record: 'task', id: `${back.id}-payment-refused`, kind: 'payment-refused', data })
      .mail('finance-task', { task: 'payment-refused', ...data });
  }
  const made = findReturn(next.mobility, id);
  // Only the participant can say where the money is to go now.
  if (made && failedBefore(next.mobility, made)) next.mail('overpayment-received', { payment: id, failed: reason });
  return next;
}

/** The last thing that kept a settled case open may have been this. */
function afterReturn(next: Draft, context: Context): Draft {
  return next.mobility.state === 'settled' ? followUp(next, context) : next;
}

function alarm(
  mobility: Mobility,
  back: ReturnPayment,
  kind: string,
  booking: { readonly local: Money; readonly reference: string },
  context: Context,
): Outcome {
  const data = { mobility: mobility.id, payment: back.id, detail: `${amountText(booking.local)} ${booking.reference}` };
  return draft(mobility, context, 'system')
    .write({ record: 'task', id: `${back.id}-${kind}`, kind, data })
    .mail('finance-task', { task: kind, ...data })
    .done();
}

const differs = (a: Money, b: Money): boolean => a.minor !== b.minor || a.currency !== b.currency;

function changeReturn(next: Draft, id: string, fields: Partial<ReturnPayment>): Draft {
  return next.set({
    returns: (next.mobility.returns ?? []).map((back) => (back.id === id ? { ...back, ...fields } : back)),
  });
}
