import type { Terms } from '../rulebook/types.ts';
import type { StayInput } from './types.ts';

/** What `needs` says when the estimate lies too near the edge of a band: an officer enters the official figure. */
export const OFFICIAL_DISTANCE = 'needs-official-distance';

/** How near the edge of a band an estimate may not lie, in per cent of the edge. domain.md §3, "Distance". */
const EDGE_PERCENT = 1;

/** The one-way distance of a stay as far as it may decide anything. */
export type Distance =
  | { readonly kind: 'official' | 'estimated'; readonly km: number }
  | { readonly kind: 'near-edge' }
  | { readonly kind: 'unknown' };

/**
 * The official figure where it is given; otherwise the estimate, unless it lies within one per cent of the edge of a band:
 * nobody has documented how the programme's calculator measures, so such a case is never decided by it.
 */
export function distanceOf(terms: Terms, { distanceKm, estimatedKm }: StayInput['host']): Distance {
  if (distanceKm !== undefined) return { kind: 'official', km: distanceKm };
  if (estimatedKm === undefined) return { kind: 'unknown' };
  return terms.travel.some(({ bands }) => bands.some(({ fromKm }) => isNear(estimatedKm, fromKm)))
    ? { kind: 'near-edge' }
    : { kind: 'estimated', km: estimatedKm };
}

function isNear(km: number, edge: number): boolean {
  return Math.abs(km - edge) * 100 <= edge * EDGE_PERCENT;
}
