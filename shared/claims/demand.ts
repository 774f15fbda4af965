import { amountIn } from '../grant/words.ts';
import { type Money, subtract, zero } from '../money/money.ts';

/** What is demanded, and how it follows. All in euro. */
export interface Demand {
  readonly amount: Money;
  /** Still to be paid by the calculation before; it comes off first. */
  readonly setOff: Money;
  /** Rest of an earlier demand, which this one takes over. */
  readonly takenOver: Money;
  readonly working: string;
}

/**
 * What has to come back when the grant is less than it was (README.md, "Set-off"). Before anything is demanded, what was
 * still to be paid to the same case is set off. Money of another case of the same person is left alone.
 *
 * @param before the entitlement so far: agreed, or of the calculation before
 * @param kept paid − repaid − waived − written off; more than `entitlement`
 */
export function demandOf(before: Money, entitlement: Money, kept: Money): Demand {
  const amount = subtract(kept, entitlement);
  const unpaid = subtract(before, kept);
  const setOff = unpaid.minor > 0 ? unpaid : zero('EUR');
  const takenOver = unpaid.minor < 0 ? subtract(zero('EUR'), unpaid) : zero('EUR');
  const less = subtract(before, entitlement);
  const say = (money: Money) => amountIn(money, 'en');
  const sentences = [
    less.minor >= 0
      ? `The grant was ${say(before)} and is now ${say(entitlement)}: ${say(less)} less`
      : `The grant was ${say(before)} and is now ${say(entitlement)}: ${say({ ...less, minor: -less.minor })} more`,
  ];
  if (setOff.minor > 0) {
    sentences.push(
      `${say(setOff)} of it had not been paid yet and is set off: ${say(less)} − ${say(setOff)} = ${say(amount)}`,
    );
  } else if (takenOver.minor > 0) {
    const sign = less.minor >= 0 ? '+' : '−';
    const size = say({ ...less, minor: Math.abs(less.minor) });
    sentences.push(
      `${say(takenOver)} of the earlier demand was still open and is taken over: ${say(takenOver)} ${sign} ${size} = ${say(amount)}`,
    );
  } else sentences.push('Nothing was still to be paid, so nothing is set off');
  sentences.push(`${say(amount)} to be repaid`);
  return { amount, setOff, takenOver, working: sentences.map((sentence) => `${sentence}.`).join(' ') };
}
