import { openPayment } from './balance.ts';
import type { HoldReason, Mobility } from './case.ts';
import { paidToUnit } from './decide/reversal.ts';
import { accountUsable } from './waits.ts';

/** Something that money of a case waits for before it leaves; shared/language/holds.ts puts it into words. */
export interface Hold {
  readonly code: HoldReason | 'account-change' | 'account-needed';
  /** The payment that waits; absent where none has been prepared yet. */
  readonly payment?: string;
  /** The bank's code for why the payment before it failed, where it gave one. */
  readonly failure?: string;
  /** By whom of the institution it is kept back, and why. */
  readonly office?: { readonly by: string; readonly reason: string };
  /** The money goes to a unit by a voucher, so that no bank has a part in it. */
  readonly vouchers: boolean;
}

/** Why nothing leaves now, one entry for each reason; empty where nothing is held. */
export function holdsOf(mobility: Mobility): readonly Hold[] {
  const { hold, proposedAccount, payments } = mobility;
  const holds: Hold[] = [];
  const vouchers = paidToUnit(mobility);
  const payment = openPayment(mobility);
  const reason = payments.findLast(({ state }) => state === 'rejected' || state === 'returned')?.reason;
  const failure = reason === undefined ? {} : { failure: reason };
  if (payment?.state === 'held' && payment.holdReason !== undefined && payment.holdReason !== 'office') {
    holds.push({ code: payment.holdReason, payment: payment.id, ...failure, vouchers });
  }
  if (hold) {
    const { by, reason: why } = hold;
    const held = payment?.state === 'held' ? { payment: payment.id } : {};
    holds.push({ code: 'office', office: { by, reason: why }, ...held, vouchers });
  }
  if (proposedAccount) holds.push({ code: 'account-change', vouchers });
  else if (!accountUsable(mobility)) holds.push({ code: 'account-needed', ...failure, vouchers });
  return holds;
}
