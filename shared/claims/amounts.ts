import type { Claim } from '../mobility/case.ts';
import { type Money, subtract, sum, zero } from '../money/money.ts';

/** What of a claim has been repaid, in euro. */
export function repaidOn(claim: Claim): Money {
  return sum(
    claim.credits.map((credit) => credit.amount),
    'EUR',
  );
}

/** What of a claim has come in, in local currency. */
export function receivedOn(claim: Claim): Money {
  return sum(
    claim.credits.map((credit) => credit.local),
    claim.local.currency,
  );
}

/** What is left of a claim in euro: demanded − repaid − waived − written off − cancelled. Never negative. */
export function restOf(claim: Claim): Money {
  const gone = [repaidOn(claim), claim.waived, claim.writtenOff, claim.cancelled];
  return gone.reduce<Money>((rest, amount) => subtract(rest, amount ?? zero('EUR')), claim.amount);
}

/** Still to come in local currency, as long as nothing has been given up. */
export function claimOpen(claim: Claim): Money {
  return subtract(claim.local, receivedOn(claim));
}
