import type { Instant } from '../calendar/clock.ts';
import type { TravelMode } from '../grant/travel-modes.ts';
import type { GreenRule, Institution, Obligation } from '../rulebook/types.ts';
import type { Mobility } from './case.ts';

/** One part of the journey. */
export interface Leg {
  readonly way: 'out' | 'back';
  readonly from: string;
  readonly to: string;
  readonly mode: TravelMode;
  /** Whole kilometres. */
  readonly km: number;
  /** Great circle between the two places: nobody typed it. */
  readonly estimated?: true;
}

/** How much of the round trip was green, and whether that is enough. */
export interface GreenTest {
  readonly greenKm: number;
  readonly totalKm: number;
  readonly leastPercent: number;
  readonly holds: boolean;
}

/** The claim to green travel after the return, or the word of the participant that there is none. */
export interface GreenClaim {
  readonly at: Instant;
  readonly legs: readonly Leg[];
  /** Documents of the case. */
  readonly receipts: readonly string[];
  readonly test?: GreenTest;
  readonly decision?: {
    readonly by: string;
    readonly at: Instant;
    readonly accepted: boolean;
    readonly answer?: string;
  };
}

/** The test of a journey, in whole kilometres and exactly: green × 100 ≥ least per cent × all. */
export function greenTest(legs: readonly Leg[], { modes, leastPercent }: GreenRule): GreenTest {
  const km = (some: readonly Leg[]) => some.reduce((sum, leg) => sum + leg.km, 0);
  const totalKm = km(legs);
  const greenKm = km(legs.filter(({ mode }) => modes.includes(mode)));
  return { greenKm, totalKm, leastPercent, holds: totalKm > 0 && greenKm * 100 >= leastPercent * totalKm };
}

/** The duty that the claim fulfils, where this case has it: green travel was agreed, and the rules ask for a claim. */
export function greenDuty(
  { obligationsDue, stay }: Mobility,
  { obligations }: Institution,
): (Obligation & { readonly greenClaim: GreenRule }) | undefined {
  if (stay.travel !== 'green') return undefined;
  for (const duty of obligations) {
    const { greenClaim } = duty;
    if (greenClaim && obligationsDue.includes(duty.code)) return { ...duty, greenClaim };
  }
  return undefined;
}

/** The claim that the office has to decide on. */
export function openGreenClaim({ state, greenClaim }: Mobility): GreenClaim | undefined {
  return (state === 'signed' || state === 'stay-ended') && greenClaim && !greenClaim.decision ? greenClaim : undefined;
}
