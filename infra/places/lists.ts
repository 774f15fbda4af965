import { spelling } from '../../shared/distance/spelling.ts';
import { clearNames } from './names.ts';
import { otherNames } from './other-names.ts';
import { type Town, townsOf } from './towns.ts';

/** Countries of the programme in any call, Switzerland and the United Kingdom, and neighbours that host often. */
export const countries = [
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
  'IS LI MK NO RS TR',
  'AX CH FO GB GL SJ',
  'AD AL BA MC MD ME SM UA',
].flatMap((line) => line.split(' '));

/** Every town of this many people is listed, and in a small country this many towns. */
const PEOPLE = 5000;
const TOWNS = 300;

/** The list of one country as shared/distance reads it: names, latitude, longitude; the largest town first. */
export function placeList(country: string): string {
  const kept = otherNames[country] ?? [];
  const always = new Set(kept.map(([name]) => spelling(name)));
  const towns = townsOf(country).filter(
    ({ names, population }, index) =>
      population >= PEOPLE || index < TOWNS || names.some((name) => always.has(spelling(name))),
  );
  const names = clearNames(towns, kept);
  return towns.map((town) => line(town, names.get(town) ?? [])).join('');
}

/** A thousandth of a degree is a hundred metres. */
function line({ lat, lon }: Town, names: readonly string[]): string {
  return names.length === 0 ? '' : `${names.join('|')}\t${lat.toFixed(3)}\t${lon.toFixed(3)}\n`;
}
