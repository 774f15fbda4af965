import { of, roundHalfUp } from '../money/fraction.ts';
import { eur, type Money, zero } from '../money/money.ts';
import type { Language, Terms, TravelTerms } from '../rulebook/types.ts';
import { evaluate } from './conditions.ts';
import type { Counted } from './days.ts';
import { distanceOf, OFFICIAL_DISTANCE } from './distance.ts';
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
    const found = byDistance(terms, rule, stay, language, needs);
    if (found === undefined) return [];
    const unit: Line = { code: 'travel-support', ...found, source: rule.source };
    return [(rule.bands.length > 0 && exceptionalCost(terms, stay, unit, language)) || unit];
  }
  return [];
}

type Found = Pick<Line, 'amount' | 'working' | 'rule'>;

function byDistance(
  terms: Terms,
  { bands }: TravelTerms,
  { host, travel }: StayInput,
  language: Language,
  needs: string[],
): Found | undefined {
  const words = wordsOf(language);
  const [lowest] = bands;
  if (lowest === undefined) return nothing(words.noTravelGrant, language);
  const measured = distanceOf(terms, host);
  if (!('km' in measured)) {
    needs.push(measured.kind === 'near-edge' ? OFFICIAL_DISTANCE : 'host.distanceKm');
    return undefined;
  }
  const { km, kind: origin } = measured;
  const distance = `${kilometres(km)} ${words.oneWay}${origin === 'estimated' ? ` (${words.estimated})` : ''}`;
  const index = bands.findLastIndex(({ fromKm }) => fromKm <= km);
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

/**
 * An expensive journey: where the unit covers less than a share of the documented real cost, a part of that cost is paid
 * instead of the unit. Undefined where the unit stands.
 */
function exceptionalCost(
  { exceptional }: Terms,
  { exceptionalCost: cost }: StayInput,
  unit: Line,
  language: Language,
): Line | undefined {
  if (cost === undefined || exceptional === undefined) return undefined;
  if (unit.amount.minor * 100 >= cost.minor * exceptional.belowPercent) return undefined;
  const amount = eur(roundHalfUp(of(BigInt(cost.minor) * BigInt(exceptional.paysPercent), 100)));
  const covers = wordsOf(language).covers(amountIn(unit.amount, language), exceptional.belowPercent);
  return {
    code: 'exceptional-cost',
    amount,
    working: `${covers}: ${amountIn(cost, language)} × ${exceptional.paysPercent} / 100 = ${amountIn(amount, language)}`,
    rule: 'travel.exceptional-cost',
    source: exceptional.source,
  };
}

function nothing(reason: string, language: Language): Found {
  return { amount: zero('EUR'), working: `${reason} = ${amountIn(zero('EUR'), language)}`, rule: 'travel.none' };
}
