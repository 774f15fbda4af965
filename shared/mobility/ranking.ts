import type { Instant, IsoDate } from '../calendar/clock.ts';
import { dateAt } from '../calendar/zones.ts';
import { type Criterion, type Round, roundFor } from '../rulebook/award.ts';
import type { Institution } from '../rulebook/types.ts';
import type { Mobility } from './case.ts';

/** What an application is ranked by: facts and points that stand on the case when it is put up. */
export interface Candidate {
  readonly mobility: string;
  readonly appliedAt: Instant;
  /** As the office gave them; 0 where the round asks for none. */
  readonly points: number;
  /** Days of earlier stays, as the application states them. */
  readonly earlierDays: number;
}

/** A candidate in the ranking; its place is where it stands in the list. */
export interface Ranked extends Candidate {
  /** Applied after the round's last day: behind all others, in the order of applying. */
  readonly late: boolean;
}

/**
 * The candidates of a round, best first: those in time before the late ones, by the round's criteria one after the other,
 * then by when they applied, then by id. No two are equal, so that the order of the input never matters.
 */
export function rank(candidates: readonly Candidate[], round: Round, timeZone: string): readonly Ranked[] {
  return candidates
    .map((candidate): Ranked => ({ ...candidate, late: isLate(round, candidate.appliedAt, timeZone) }))
    .toSorted((a, b) => compare(a, b, round.criteria));
}

/** Whether an application came after the last day of its round. */
export function isLate({ applyBy }: { readonly applyBy: IsoDate }, appliedAt: Instant, timeZone: string): boolean {
  return dateAt(appliedAt, timeZone) > applyBy;
}

/** The round that ranks this case; undefined: it is served in the order of applying. */
export function roundOf({ award }: Institution, { stay }: Pick<Mobility, 'stay'>): Round | undefined {
  return award && roundFor(award, { call: stay.call, activity: stay.activity, start: stay.planned.start });
}

function compare(a: Ranked, b: Ranked, criteria: readonly Criterion[]): number {
  if (a.late !== b.late) return a.late ? 1 : -1;
  if (!a.late) {
    for (const { by } of criteria) {
      const difference = by === 'points' ? b.points - a.points : a.earlierDays - b.earlierDays;
      if (difference !== 0) return difference;
    }
  }
  return byText(a.appliedAt, b.appliedAt) || byText(a.mobility, b.mobility);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where somebody stands who waits for money of a call; the texts sort as people are served. */
export interface Standing {
  readonly mobility: string;
  readonly appliedAt: Instant;
  /** Absent: served in the order of applying. */
  readonly round?: { readonly rankedAt: Instant; readonly place?: number };
}

/**
 * One order for all who wait for money of a call. Whoever is ranked joins it at the moment of the ranking, in the order of
 * the places; whoever was not approved by then, behind them in the order of applying; everybody else when they applied.
 */
export function lineOrder({ mobility, appliedAt, round }: Standing): string {
  if (round === undefined) return [appliedAt, mobility].join('#');
  const { rankedAt, place } = round;
  if (place !== undefined) return [rankedAt, String(place).padStart(6, '0'), mobility].join('#');
  return [appliedAt > rankedAt ? appliedAt : rankedAt, '999999', appliedAt, mobility].join('#');
}
