import type { Instant } from '../calendar/clock.ts';
import type { Money } from '../money/money.ts';
import type { LedgerCase } from './entries.ts';
import type { Transfer } from './transfer.ts';

/**
 * Movements around a claim that are no part of the grant or take something back: money paid in beyond it and its return,
 * and relief that is not needed any more. Pure, with the same rules for ids as entries.ts.
 */

type Entry = Omit<Transfer, 'institution' | 'mobility' | 'at'>;

/** Money came in that no claim covers. It belongs to whoever paid it: bank → overpaid, in the currency of the account. */
export function overpaid(of: LedgerCase, reference: string, local: Money, at: Instant): Transfer[] {
  const id = `overpaid:${reference.replaceAll('%', '%25').replaceAll('#', '%23')}`;
  return transfers(of, at, [
    { id, kind: 'posted', debit: 'bank', credit: 'overpaid', amount: local, reason: 'Paid in beyond the claim' },
  ]);
}

/** What a return moves: its identity for ever and the amount. */
interface LedgerReturn {
  readonly id: string;
  readonly local: Money;
}

const payId = ({ id }: LedgerReturn): string => `${id}:pay:local`;

/** The return is made ready: overpaid → bank, pending until the bank has booked it. */
export function instructReturn(of: LedgerCase, back: LedgerReturn, at: Instant): Transfer[] {
  const reason = 'Return of what was paid in beyond the claim';
  return transfers(of, at, [
    { id: payId(back), kind: 'pending', debit: 'overpaid', credit: 'bank', amount: back.local, reason },
  ]);
}

/** The bank has booked the return. */
export function bookReturn(of: LedgerCase, back: LedgerReturn, at: Instant): Transfer[] {
  return transfers(of, at, [endOf(back, 'post', 'Return booked')]);
}

/** The return was refused by the bank, or replaced before it left. */
export function rejectReturn(of: LedgerCase, back: LedgerReturn, at: Instant): Transfer[] {
  return transfers(of, at, [endOf(back, 'void', 'Return not made')]);
}

/** The return had been booked and came back. */
export function returnCameBack(of: LedgerCase, back: LedgerReturn, at: Instant): Transfer[] {
  const reason = 'Return sent back by the bank';
  return transfers(of, at, [
    { id: `${payId(back)}:return`, kind: 'posted', debit: 'bank', credit: 'overpaid', amount: back.local, reason },
  ]);
}

/** What was given up is needed no longer, as less was paid or more is due: the relief and that part of the claim go. */
export function takeBackRelief(of: LedgerCase, kind: 'waived' | 'written-off', amount: Money, at: Instant): Transfer[] {
  const reason = 'Relief not needed any more';
  return transfers(of, at, [
    { id: `${kind}-undone@${of.version}`, kind: 'posted', debit: 'receivable', credit: kind, amount, reason },
    {
      id: `${kind}-undone@${of.version}:claim`,
      kind: 'posted',
      debit: 'committed',
      credit: 'receivable',
      amount,
      reason,
    },
  ]);
}

/** Money came in on a claim that had been written off: that part of it is a claim again, and is repaid at once. */
export function reviveWrittenOff(of: LedgerCase, reference: string, amount: Money, at: Instant): Transfer[] {
  const id = `recovered:${reference.replaceAll('%', '%25').replaceAll('#', '%23')}`;
  return transfers(of, at, [
    {
      id,
      kind: 'posted',
      debit: 'receivable',
      credit: 'written-off',
      amount,
      reason: 'Written off, and paid after all',
    },
  ]);
}

function endOf(back: LedgerReturn, kind: 'post' | 'void', reason: string): Entry {
  const of = payId(back);
  return { id: `${of}:${kind}`, kind, of, debit: 'overpaid', credit: 'bank', amount: back.local, reason };
}

function transfers(of: LedgerCase, at: Instant, entries: readonly Entry[]): Transfer[] {
  return entries
    .filter((entry) => entry.amount.minor !== 0)
    .map((entry) => ({ ...entry, institution: of.institution, mobility: of.id, at }));
}
