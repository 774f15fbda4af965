import type { Obligation, Terms } from '../rulebook/types.ts';
import { evaluate } from './conditions.ts';
import { countStay } from './days.ts';
import type { StayInput } from './types.ts';

/**
 * What has to be done before the balance of this stay: the institution's obligations for the activity, and of those with a
 * condition the ones whose condition holds or cannot be told.
 */
export function obligationsOf(all: readonly Obligation[], terms: Terms, stay: StayInput): readonly Obligation[] {
  const { lookup } = countStay(terms, stay);
  return all.filter(
    ({ activities, when }) =>
      (activities === undefined || activities.includes(terms.activity)) &&
      (when === undefined || evaluate(when, lookup).holds !== false),
  );
}
