import type { IsoDate } from '../../calendar/clock.ts';
import { inDays } from '../../deadlines/plan.ts';
import type { Money } from '../../money/money.ts';
import { isDuplicateReason } from '../../payments/status.ts';
import type { Mobility, PaymentState, Reversal } from '../case.ts';
import { nothing, type Outcome } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { amountText, type Context, draft } from './context.ts';
import { receiveCredit } from './repayment.ts';
import { changeReversal, silenceOf } from './reversal.ts';
import { followUp } from './settlement.ts';

/** What the finance system says of the voucher that takes a grant back from a unit (reversal.ts). */

const out: readonly PaymentState[] = ['ready', 'instructed'];

/** The voucher stands in a file. */
export function reversalInstructed(mobility: Mobility, one: Reversal, batch: string, context: Context): Outcome {
  if (one.state !== 'ready') return nothing;
  return changeReversal(draft(mobility, context, 'system'), one.id, {
    state: 'instructed',
    batch,
    instructedAt: context.now,
  })
    .record('ReversalInstructed', { payment: one.id, batch })
    .dropDeadlinesOf('bank-silence', one.id)
    .addDeadlines(silenceOf(one.id, context))
    .done();
}

/** It is posted: that much of the claim is repaid. Its own id is what it is counted by, once. */
export function reversalPosted(
  mobility: Mobility,
  one: Reversal,
  booking: { readonly local: Money; readonly date: IsoDate; readonly reference: string },
  context: Context,
): Outcome {
  const { id, local } = one;
  if (one.state === 'booked') return nothing;
  const detail = `${amountText(booking.local)} ${booking.reference}`;
  if (!out.includes(one.state)) return alarm(mobility, one, `booked-although-${one.state}`, detail, context);
  if (booking.local.minor !== local.minor || booking.local.currency !== local.currency) {
    return alarm(mobility, one, 'amount-differs', detail, context);
  }
  const next = changeReversal(draft(mobility, context, 'system'), id, { state: 'booked', bookedOn: booking.date })
    .record('ReversalPosted', { payment: id, date: booking.date })
    .dropDeadlinesOf('bank-silence', id);
  return receiveCredit(next, { local, date: booking.date, reference: id }, context).done();
}

/** It is refused: finance sees to the reason, and the second person is asked again. */
export function reversalStatus(
  mobility: Mobility,
  one: Reversal,
  said: { readonly status: string; readonly reason?: string; readonly wholeFile?: boolean },
  context: Context,
): Outcome {
  const { status, reason = status } = said;
  if (status !== 'RJCT' && status !== 'CANC') return nothing;
  if (isDuplicateReason(said.reason)) return nothing;
  if (one.state === 'booked') return alarm(mobility, one, 'rejected-after-booking', reason, context);
  if (!out.includes(one.state)) return nothing;
  const next = changeReversal(draft(mobility, context, 'system'), one.id, {
    state: 'rejected',
    reason,
    ...(said.wholeFile ? { fileRefused: true } : {}),
  })
    .record('ReversalRefused', { payment: one.id, reason })
    .dropDeadlinesOf('bank-silence', one.id);
  task(next, one, 'reversal-refused', reason);
  const { claim } = mobility;
  if (mobility.state === 'settled') return followUp(next, context).done();
  if (mobility.state !== 'repayment-due' || !claim || claim.state === 'settled') return next.done();
  const { institution, now } = context;
  return next
    .set({ claim: { ...claim, state: 'awaiting-approval' } })
    .mail('demand-approval')
    .addDeadlines(inDays(institution, 'demand-reminder', now, institution.procedure.office.remindEveryDays))
    .done();
}

function alarm(mobility: Mobility, one: Reversal, kind: string, detail: string, context: Context): Outcome {
  return task(draft(mobility, context, 'system'), one, kind, detail).done();
}

function task(next: Draft, one: Reversal, kind: string, detail: string): Draft {
  const data = { mobility: next.mobility.id, payment: one.id, detail };
  return next
    .write({ record: 'task', id: `${one.id}-${kind}`, kind, data })
    .mail('finance-task', { task: kind, ...data });
}
