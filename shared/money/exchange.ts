import { dividedBy, InvalidFraction, of, ofDecimal, roundHalfUp, times } from './fraction.ts';
import { type Currency, compare, type Money, money } from './money.ts';

/**
 * An amount in another currency at a recorded rate (units of `currency` for one of the amount's), exact with one
 * half-up rounding. Source: NHH, "Currency and Exchange Rate"; the rate is a decimal string such as `"11.7425"`.
 * Throws InvalidFraction when the rate is no positive decimal.
 */
export function convert(amount: Money, rate: string, currency: Currency): Money {
  const factor = ofDecimal(rate);
  if (factor.numerator <= 0n) throw new InvalidFraction(`An exchange rate must be above zero, and "${rate}" is not.`);
  return money(roundHalfUp(times(of(amount.minor), factor)), currency);
}

/**
 * What has come back of a claim, in the claim's currency, when `receivedLocal` of `claimLocal` has arrived so far.
 *
 * It is computed from the cumulative sum, never credit by credit, so that roundings do not add up: when the whole local
 * claim has been received the answer is exactly the claim. What arrives beyond the claim is no part of it.
 */
export function share(claim: Money, claimLocal: Money, receivedLocal: Money): Money {
  if (compare(receivedLocal, claimLocal) >= 0) return claim;
  const received = dividedBy(times(of(claim.minor), of(receivedLocal.minor)), of(claimLocal.minor));
  return money(roundHalfUp(received), claim.currency);
}
