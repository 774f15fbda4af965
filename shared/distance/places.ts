import { readdirSync, readFileSync } from 'node:fs';
import type { Point } from './great-circle.ts';
import { spelling } from './spelling.ts';

/** A city of the list. */
export interface Place extends Point {
  readonly name: string;
}

type Places = ReadonlyMap<string, Place>;

const read = new Map<string, Places | undefined>();

/**
 * Where a city lies. Upper and lower case, accents and punctuation do not matter; common names in other languages are
 * known. Undefined for a city or country that the list does not have, and for a name that could mean several cities.
 * Reads the list of a country (ISO 3166, two letters) at the first question about it.
 */
export function placeOf(country: string, city: string): Place | undefined {
  if (!read.has(country)) read.set(country, placesOf(country));
  return read.get(country)?.get(spelling(city));
}

/** One line per city, its names, latitude and longitude with tabs between; no name stands there twice (infra/places). */
function placesOf(country: string): Places | undefined {
  if (!isListed(country)) return undefined;
  const places = new Map<string, Place>();
  for (const line of readFileSync(new URL(`${country}.tsv`, folder), 'utf8').split('\n')) {
    const [names = '', lat, lon] = line.split('\t');
    if (lat === undefined || lon === undefined) continue;
    const [name = '', ...others] = names.split('|');
    const place = { name, lat: Number(lat), lon: Number(lon) };
    for (const known of [name, ...others]) places.set(spelling(known), place);
  }
  return places;
}

/** Beside this file, in the project as well as in a bundle (infra/aws/constructs/handler.ts). */
const folder = new URL('places/', import.meta.url);

let files: ReadonlySet<string> | undefined;

/** Nothing that was typed gets near the file system. Throws when the lists were left behind. */
function isListed(country: string): boolean {
  files ??= new Set(readdirSync(folder));
  return files.has(`${country}.tsv`);
}
