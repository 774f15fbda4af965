import type { Instant } from '../calendar/clock.ts';
import type { Money } from '../money/money.ts';
import type { Account, FrozenRate, Transfer } from './transfer.ts';

/**
 * The transfers of each business movement (README.md has the chart of accounts and a worked example). Pure: the same
 * movement gives the same transfers with the same ids, so that writing one twice is noticed by the store.
 */

/** What the ledger needs to know of a case. */
export interface LedgerCase {
  readonly institution: string;
  readonly id: string;
  /** Tells movements apart that may happen to one case more than once, such as a second demand. */
  readonly version: number;
  readonly stay: { readonly call: string };
}

/** What the ledger needs to know of a payment: its identity for ever, and both amounts. */
export interface LedgerPayment {
  readonly id: string;
  readonly purpose: string;
  readonly amount: Money;
  readonly local: Money;
}

const AWARD = 'award';

/** The award sets money of the call aside until the agreement is signed or lapses: pending budget → committed. */
export function reserve(of: LedgerCase, amount: Money, at: Instant): Transfer[] {
  return transfers(of, at, [
    { id: AWARD, kind: 'pending', debit: budget(of), credit: 'committed', amount, reason: 'Grant reserved' },
  ]);
}

/** The agreement lapsed or was never made: what is reserved (its rest, after a partial commitment) goes back. */
export function releaseReservation(of: LedgerCase, amount: Money, at: Instant): Transfer[] {
  return transfers(of, at, [
    {
      id: `${AWARD}:void`,
      kind: 'void',
      of: AWARD,
      debit: budget(of),
      credit: 'committed',
      amount,
      reason: 'Reservation released',
    },
  ]);
}

/** Both have signed: the reserved amount, or the part of it that the agreement names, is awarded for good. */
export function commit(of: LedgerCase, amount: Money, at: Instant): Transfer[] {
  return transfers(of, at, [
    {
      id: `${AWARD}:post`,
      kind: 'post',
      of: AWARD,
      debit: budget(of),
      credit: 'committed',
      amount,
      reason: 'Agreement signed',
    },
  ]);
}

/** The agreement was amended while the stay went on: the difference is taken from the call, and committed. */
export function amendCommitment(of: LedgerCase, more: Money, at: Instant): Transfer[] {
  return transfers(of, at, [
    {
      id: `amendment@${of.version}`,
      kind: 'posted',
      debit: budget(of),
      credit: 'committed',
      amount: more,
      reason: 'Agreement amended: a longer stay',
    },
  ]);
}

/** The settlement found another entitlement than agreed: the difference is taken from the call, or given back to it. */
export function adjustCommitment(of: LedgerCase, agreed: Money, entitlement: Money, at: Instant): Transfer[] {
  const more = entitlement.minor > agreed.minor;
  const amount = { ...agreed, minor: Math.abs(entitlement.minor - agreed.minor) };
  const [debit, credit]: [Account, Account] = more ? [budget(of), 'committed'] : ['committed', budget(of)];
  const reason = more ? 'Settlement: more than agreed' : 'Settlement: less than agreed';
  return transfers(of, at, [{ id: `settlement@${of.version}`, kind: 'posted', debit, credit, amount, reason }]);
}

/**
 * A payment is made ready: the amount becomes payable, and stands pending in euro (payable → exchange) and in local
 * currency (exchange → bank) until the bank has booked it.
 */
export function instruct(of: LedgerCase, payment: LedgerPayment, exchange: FrozenRate, at: Instant): Transfer[] {
  const { amount, local, purpose } = payment;
  const id = payIds(payment);
  const reason = `Payment (${purpose})`;
  return transfers(of, at, [
    { id: id.owe, kind: 'posted', debit: 'committed', credit: 'payable', amount, reason: `Payable (${purpose})` },
    ...linked(exchange, [
      { id: id.euro, kind: 'pending', debit: 'payable', credit: 'exchange', amount, reason },
      { id: id.local, kind: 'pending', debit: 'exchange', credit: 'bank', amount: local, reason },
    ]),
  ]);
}

/** The bank has booked the payment: both legs are final, the money is paid. */
export function book(of: LedgerCase, payment: LedgerPayment, at: Instant): Transfer[] {
  return transfers(of, at, endOf(payment, 'post', 'Payment booked'));
}

/** The payment was refused by the bank, or taken back before it left: nothing moved, the amount is committed as before. */
export function reject(of: LedgerCase, payment: LedgerPayment, at: Instant): Transfer[] {
  return transfers(of, at, [...endOf(payment, 'void', 'Payment not made'), notPayable(payment)]);
}

/** Money that had been booked as paid came back: new transfers in the opposite direction, at the rate it went out with. */
export function returned(of: LedgerCase, payment: LedgerPayment, exchange: FrozenRate, at: Instant): Transfer[] {
  const id = payIds(payment);
  const reason = 'Payment returned by the bank';
  return transfers(of, at, [
    ...linked(exchange, [
      {
        id: `${id.euro}:return`,
        kind: 'posted',
        debit: 'exchange',
        credit: 'payable',
        amount: payment.amount,
        reason,
      },
      { id: `${id.local}:return`, kind: 'posted', debit: 'bank', credit: 'exchange', amount: payment.local, reason },
    ]),
    notPayable(payment),
  ]);
}

/** The demand: what was paid beyond the entitlement is owed by the participant (receivable ← committed). */
export function raiseClaim(of: LedgerCase, amount: Money, at: Instant): Transfer[] {
  return transfers(of, at, [
    {
      id: `claim@${of.version}`,
      kind: 'posted',
      debit: 'receivable',
      credit: 'committed',
      amount,
      reason: 'Repayment demanded',
    },
  ]);
}

/** The demand has lost its ground (a payment came back). `amount`: what of it is still open, not what was demanded. */
export function cancelClaim(of: LedgerCase, amount: Money, at: Instant): Transfer[] {
  return transfers(of, at, [
    {
      id: `claim-cancelled@${of.version}`,
      kind: 'posted',
      debit: 'committed',
      credit: 'receivable',
      amount,
      reason: 'Demand cancelled',
    },
  ]);
}

/**
 * A credit against the claim's KID. `reference` is the bank's own, which makes the ids; `amount` is its euro value, which
 * is nothing for a credit of less than a cent: then only the local leg is written.
 */
export function repaymentReceived(
  of: LedgerCase,
  reference: string,
  amount: Money,
  local: Money,
  exchange: FrozenRate,
  at: Instant,
): Transfer[] {
  const id = `repaid:${escaped(reference)}`;
  const reason = 'Repayment received';
  return transfers(
    of,
    at,
    linked(exchange, [
      { id, kind: 'posted', debit: 'exchange', credit: 'receivable', amount, reason },
      { id: `${id}:local`, kind: 'posted', debit: 'bank', credit: 'exchange', amount: local, reason },
    ]),
  );
}

/** The institution gives up the rest of a claim for a reason in the participant's favour. */
export function waive(of: LedgerCase, amount: Money, at: Instant): Transfer[] {
  return givenUp(of, 'waived', `waived@${of.version}`, amount, 'Repayment waived', at);
}

/** The institution gives up the rest of a claim because it cannot be had. */
export function writeOff(of: LedgerCase, amount: Money, at: Instant): Transfer[] {
  return givenUp(of, 'written-off', `written-off@${of.version}`, amount, 'Repayment written off', at);
}

type Entry = Omit<Transfer, 'institution' | 'mobility' | 'at'>;

/** Entries of nothing are left out: a settlement that changes nothing moves nothing. */
function transfers(of: LedgerCase, at: Instant, entries: readonly Entry[]): Transfer[] {
  return entries
    .filter((entry) => entry.amount.minor !== 0)
    .map((entry) => ({ ...entry, institution: of.institution, mobility: of.id, at }));
}

function givenUp(of: LedgerCase, to: Account, id: string, amount: Money, reason: string, at: Instant): Transfer[] {
  return transfers(of, at, [{ id, kind: 'posted', debit: to, credit: 'receivable', amount, reason }]);
}

function budget(of: LedgerCase): Account {
  return `budget:${of.stay.call}`;
}

function payIds(payment: LedgerPayment) {
  return { owe: `${payment.id}:owe`, euro: `${payment.id}:pay`, local: `${payment.id}:pay:local` };
}

function endOf(payment: LedgerPayment, kind: 'post' | 'void', reason: string): Entry[] {
  const { euro, local } = payIds(payment);
  return [
    { id: `${euro}:${kind}`, kind, of: euro, debit: 'payable', credit: 'exchange', amount: payment.amount, reason },
    { id: `${local}:${kind}`, kind, of: local, debit: 'exchange', credit: 'bank', amount: payment.local, reason },
  ];
}

function notPayable(payment: LedgerPayment): Entry {
  const id = `${payIds(payment).owe}:undone`;
  const { amount } = payment;
  return { id, kind: 'posted', debit: 'payable', credit: 'committed', amount, reason: 'Not payable any more' };
}

/** Each leg names the other and the rate between them. */
function linked(exchange: FrozenRate, [euro, local]: readonly [Entry, Entry]): Entry[] {
  const { rate, tranche, date, evidence } = exchange;
  return [
    { ...euro, link: { transfer: local.id, rate, tranche, date, evidence } },
    { ...local, link: { transfer: euro.id, rate, tranche, date, evidence } },
  ];
}

/** A bank's reference may hold any character; the key separator must not get into a transfer's id. */
function escaped(reference: string): string {
  return reference.replaceAll('%', '%25').replaceAll('#', '%23');
}
