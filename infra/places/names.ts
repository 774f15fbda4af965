import { greatCircleKm } from '../../shared/distance/great-circle.ts';
import { spelling } from '../../shared/distance/spelling.ts';
import type { OtherNames } from './other-names.ts';
import type { Town } from './towns.ts';

/** Two towns of one name this far apart are two answers; nearer, it hardly matters which one is meant. */
const APART_KM = 25;

/** Of two towns of one name the larger one is meant when this many times as many people live there. */
const CLEARLY_LARGER = 4;

/** other-names.ts speaks of a town that the data does not have by that name. */
export class UnknownTown extends Error {
  override readonly name = 'UnknownTown';
}

/**
 * The names by which each town is found; a name stands for one town at most. First those that are kept by hand, then what
 * the towns are called in the data, then what people leave off. A name of several towns is the largest one's where that
 * is clear, and otherwise nobody's: the official distance is asked for rather than one of them guessed.
 *
 * @param towns of one country, the largest first
 * @throws UnknownTown
 */
export function clearNames(towns: readonly Town[], kept: OtherNames): ReadonlyMap<Town, readonly string[]> {
  const byHand = new Map<string, Claim>();
  const full = claims(towns, (name) => name);
  for (const [name, ...others] of kept) {
    const town = full.get(spelling(name))?.[0]?.town;
    if (town === undefined) throw new UnknownTown(`No town is called ${name}; write its name as in the data.`);
    for (const known of [name, ...others]) byHand.set(spelling(known), { name: known, town });
  }
  const short = claims(towns, shortName);
  const found = [...byHand.values()];
  for (const [key, own] of full) if (!byHand.has(key)) found.push(...winner(own));
  for (const [key, own] of short) if (!byHand.has(key) && !full.has(key)) found.push(...winner(own));
  const names = new Map<Town, string[]>();
  for (const { name, town } of found) names.set(town, [...(names.get(town) ?? []), name]);
  return names;
}

interface Claim {
  readonly name: string;
  readonly town: Town;
}

function claims(towns: readonly Town[], as: (name: string) => string): Map<string, Claim[]> {
  const all = towns.flatMap((town) => town.names.map((name) => ({ name: as(name), town })));
  return Map.groupBy(all, ({ name }) => spelling(name));
}

/** `Offenbach am Main` is also called Offenbach. */
function shortName(name: string): string {
  return name.replace(/ (?:\(|am |an der |bei |im |in der |ob der |vor der |upon ).*/, '');
}

/** The largest town, where the others are near it or much smaller; otherwise none. */
function winner([largest, ...others]: readonly Claim[]): Claim[] {
  if (largest === undefined) return [];
  const isClear = others.every(
    ({ town }) =>
      greatCircleKm(largest.town, town) < APART_KM || town.population * CLEARLY_LARGER <= largest.town.population,
  );
  return isClear ? [largest] : [];
}
