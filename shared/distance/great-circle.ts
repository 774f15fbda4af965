/** A point on the globe, in degrees: north and east are positive. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Mean radius of the earth in kilometres that distances of the programme are reckoned with. domain.md §3, "Distance". */
export const EARTH_RADIUS_KM = 6371;

/** Shortest way between two points along the globe, in kilometres (haversine). */
export function greatCircleKm(a: Point, b: Point): number {
  const halfChord =
    haversine(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * haversine(b.lon - a.lon);
  // Rounding can lift it above one for points opposite each other.
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, halfChord)));
}

function haversine(degrees: number): number {
  return Math.sin(radians(degrees) / 2) ** 2;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
