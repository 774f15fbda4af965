import { repaidOn } from '../claims/amounts.ts';
import { add, type Money, subtract, sum, zero } from '../money/money.ts';
import type { Claim, Mobility, Payment, PaymentState } from './case.ts';

const betweenUsAndTheBank: readonly PaymentState[] = ['held', 'ready', 'instructed', 'accepted'];

/** The payment that is on its way, if any. There is at most one per mobility at a time. */
export function openPayment(mobility: Mobility): Payment | undefined {
  return mobility.payments.find((payment) => betweenUsAndTheBank.includes(payment.state));
}

/** Money booked by the bank as paid and not returned, in euro. */
export function paid(mobility: Mobility): Money {
  return sum(
    mobility.payments.filter((payment) => payment.state === 'booked').map((payment) => payment.amount),
    'EUR',
  );
}

/** Every claim that the case has had, the last one last. */
export function claimsOf(mobility: Mobility): readonly Claim[] {
  return [...(mobility.earlierClaims ?? []), ...(mobility.claim ? [mobility.claim] : [])];
}

/** Repaid against all claims of the case, in euro. */
export function repaid(mobility: Mobility): Money {
  return sum(claimsOf(mobility).map(repaidOn), 'EUR');
}

/** Given up in the participant's favour, in euro. */
export function waived(mobility: Mobility): Money {
  return sum(
    claimsOf(mobility).map((claim) => claim.waived ?? zero('EUR')),
    'EUR',
  );
}

/** Given up because it cannot be had, in euro. */
export function writtenOff(mobility: Mobility): Money {
  return sum(
    claimsOf(mobility).map((claim) => claim.writtenOff ?? zero('EUR')),
    'EUR',
  );
}

/** What the participant has kept so far: paid − repaid − waived − written off, in euro. */
export function kept(mobility: Mobility): Money {
  const given = add(waived(mobility), writtenOff(mobility));
  return subtract(subtract(paid(mobility), repaid(mobility)), given);
}

/** Whether something of what was paid has come back or was given up: then what is kept is less than what was paid. */
export const hasComeBack = (mobility: Mobility): boolean => kept(mobility).minor !== paid(mobility).minor;

/**
 * What the participant should have by now, in euro: the entitlement once it is settled, before that the first instalment
 * of a signed agreement, before that nothing.
 */
export function dueByNow(mobility: Mobility): Money {
  if (mobility.settlement) return mobility.settlement.entitlement;
  if (!mobility.agreement?.signatures.participant) return zero('EUR');
  return firstInstalment(mobility) ?? zero('EUR');
}

/** What is paid before the stay is over, in euro; undefined where everything is paid after it. */
export function firstInstalment({ agreement }: Pick<Mobility, 'agreement'>): Money | undefined {
  const [first] = agreement?.instalments ?? [];
  return first?.afterStay ? undefined : first?.amount;
}

/** Still to be instructed now, in euro; negative when the participant owes. Money on its way counts as given. */
export function amountDue(mobility: Mobility): Money {
  const onItsWay = openPayment(mobility)?.amount ?? zero('EUR');
  return subtract(subtract(dueByNow(mobility), kept(mobility)), onItsWay);
}

/**
 * The promise of design.md §1.1 for one case: `entitlement = paid − repaid − waived − written off + outstanding`, where the
 * entitlement is what is awarded now (agreed until settled). Positive: still to pay; negative: still to be repaid.
 */
export function outstanding(mobility: Mobility): Money {
  return subtract(awarded(mobility), kept(mobility));
}

/** What is awarded now, in euro: the settled entitlement, else the signed agreement's amount, else nothing. */
export function awarded(mobility: Mobility): Money {
  if (mobility.settlement) return mobility.settlement.entitlement;
  return mobility.agreement?.signatures.participant ? mobility.agreement.amount : zero('EUR');
}
