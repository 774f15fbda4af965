import { type Money, zero } from '../money/money.ts';
import type { Language, Terms, TravelTerms } from '../rulebook/types.ts';
import { evaluate } from './conditions.ts';
import type { Counted } from './days.ts';
import type { Line, StayInput } from './types.ts';
import { amountIn, kilometres, wordsOf } from './words.ts';

/**
 * The travel grant for the return trip, by the band of the one-way distance; it is never doubled. No line when no travel
 * grant is asked for. Without a distance there is no line either, and `needs` says so.
 */
export function travelGrant(
  terms: Terms,
  stay: StayInput,
  counted: Counted,
  language: Language,
  needs: string[],
): Line[] {
  if (stay.travel === 'none') return [];
  for (const rule of terms.travel) {
    const verdict = rule.when === undefined ? undefined : evaluate(rule.when, counted.lookup);
    if (verdict?.holds === false) continue;
    if (verdict?.holds === undefined && verdict !== undefined) {
      needs.push(...verdict.missing);
      return [];
    }
    const found = byDistance(rule, stay, language);
    if (found === undefined) needs.push('host.distanceKm');
    return found === undefined ? [] : [{ code: 'travel-support', ...found, source: rule.source }];
  }
  return [];
}

type Found = Pick<Line, 'amount' | 'working' | 'rule'>;

function byDistance({ bands }: TravelTerms, { host, travel }: StayInput, language: Language): Found | undefined {
  const words = wordsOf(language);
  const [lowest] = bands;
  if (lowest === undefined) return nothing(words.noTravelGrant, language);
  const { distanceKm } = host;
  if (distanceKm === undefined) return undefined;
  const distance = `${kilometres(distanceKm)} ${words.oneWay}`;
  const index = bands.findLastIndex(({ fromKm }) => fromKm <= distanceKm);
  const band = bands[index];
  if (band === undefined) return nothing(`${distance}: ${words.below(kilometres(lowest.fromKm))}`, language);
  const next = bands[index + 1];
  const range =
    next === undefined
      ? words.from(kilometres(band.fromKm))
      : words.between(kilometres(band.fromKm), kilometres(next.fromKm - 1));
  const green = travel === 'green' ? band.green : undefined;
  const amount: Money = green ?? band.standard;
  const kind = travel === 'standard' ? words.standard : green === undefined ? words.greenWithoutRate : words.green;
  return {
    amount,
    working: `${distance} (${range}), ${kind}: ${amountIn(amount, language)} ${words.returnTrip}`,
    rule: `travel.${green === undefined ? 'standard' : 'green'}.from-${band.fromKm}-km`,
  };
}

function nothing(reason: string, language: Language): Found {
  return { amount: zero('EUR'), working: `${reason} = ${amountIn(zero('EUR'), language)}`, rule: 'travel.none' };
}
