import type { DemandWorking } from '../mobility/claim.ts';
import { type Money, subtract, zero } from '../money/money.ts';

/** What is demanded, and how it follows. All in euro. */
export interface Demand {
  readonly amount: Money;
  readonly working: DemandWorking;
}

/**
 * What has to come back when the grant is less than it was (README.md, "Set-off"). Before anything is demanded, what was
 * still to be paid to the same case is set off. Money of another case of the same person is left alone.
 *
 * @param before the entitlement so far: agreed, or of the calculation before
 * @param kept paid − repaid − waived − written off; more than `entitlement`
 */
export function demandOf(before: Money, entitlement: Money, kept: Money): Demand {
  const unpaid = subtract(before, kept);
  const setOff = unpaid.minor > 0 ? unpaid : zero('EUR');
  const takenOver = unpaid.minor < 0 ? subtract(zero('EUR'), unpaid) : zero('EUR');
  return { amount: subtract(kept, entitlement), working: { before, entitlement, setOff, takenOver } };
}
