import { greatCircleKm } from './great-circle.ts';
import { placeOf } from './places.ts';

/** A city as people write it, in a country of ISO 3166 (two letters). */
export interface City {
  readonly country: string;
  readonly city: string;
}

/**
 * Great circle between two cities in whole kilometres, the figure that is printed and decided on. Undefined when one of
 * them is not known. Never the official figure: within one per cent of the edge of a band it decides nothing.
 */
export function estimateKm(from: City, to: City): number | undefined {
  const start = placeOf(from.country, from.city);
  const end = placeOf(to.country, to.city);
  return start === undefined || end === undefined ? undefined : Math.round(greatCircleKm(start, end));
}

/** What is known of the way to a host. */
interface Host {
  readonly country: string;
  readonly city?: string | undefined;
  readonly distanceKm?: number | undefined;
}

/**
 * The estimate for a stay of which nobody has given the official figure: from the place that the institution's distances
 * are measured from to the city of the host. Undefined when the figure is there, or a city is not named or not known.
 */
export function estimatedDistance(home: City | undefined, host: Host): number | undefined {
  const { country, city, distanceKm } = host;
  if (home === undefined || city === undefined || distanceKm !== undefined) return undefined;
  return estimateKm(home, { country, city });
}
