import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countries, placeList } from '../../infra/places/lists.ts';
import { placeOf } from '../../shared/distance/places.ts';
import { spelling } from '../../shared/distance/spelling.ts';
import { countryCodes } from '../../shared/grant/countries.ts';

const folder = new URL('../../shared/distance/places/', import.meta.url);
const files = readdirSync(folder);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');

describe('where a city lies', () => {
  it.each([
    ['NO', 'Bergen', 60.39, 5.32],
    ['NO', 'Ås', 59.66, 10.79],
    ['NL', 'Enschede', 52.22, 6.9],
    ['FR', 'Paris', 48.85, 2.35],
    ['PT', 'Lisboa', 38.73, -9.15],
    ['FO', 'Tórshavn', 62.01, -6.77],
    ['GL', 'Nuuk', 64.18, -51.72],
  ])('%s %s', (country, city, lat, lon) => {
    const place = placeOf(country, city);
    expect(place?.lat).toBeCloseTo(lat, 1);
    expect(place?.lon).toBeCloseTo(lon, 1);
  });

  it.each([
    ['SE', ['Göteborg', 'Gothenburg', 'GÖTEBORG', 'goteborg', 'Goeteborg', ' Göteborg ']],
    ['DK', ['København', 'Copenhagen', 'Kobenhavn', 'Kopenhagen']],
    ['DK', ['Aarhus', 'Århus', 'arhus']],
    ['DE', ['München', 'Munich', 'Muenchen', 'munchen']],
    ['DE', ['Köln', 'Cologne', 'Koeln']],
    ['DE', ['Frankfurt', 'Frankfurt am Main', 'Frankfurt/Main', 'Frankfurt a.M.']],
    ['DE', ['Halle', 'Halle (Saale)', 'Halle/Saale']],
    ['AT', ['Wien', 'Vienna']],
    ['CZ', ['Praha', 'Prague', 'Prag']],
    ['IT', ['Roma', 'Rome', 'rom']],
    ['BE', ['Gent', 'Ghent', 'Gand']],
    ['NL', ["'s-Gravenhage", 'Den Haag', 'The Hague', 's-gravenhage']],
    ['PL', ['Łódź', 'Lodz', 'LODZ']],
    ['PL', ['Wrocław', 'Wroclaw', 'Breslau']],
    ['CH', ['Sankt Gallen', 'St. Gallen', 'St Gallen']],
    ['FR', ['Saint-Étienne', 'St Etienne', 'saint etienne']],
    ['TR', ['İstanbul', 'Istanbul', 'ISTANBUL']],
    ['GR', ['Thessaloníki', 'Thessaloniki', 'Θεσσαλονίκη']],
    ['GB', ['Newcastle', 'Newcastle upon Tyne', 'newcastle-upon-tyne']],
    ['IS', ['Reykjavík', 'Reykjavik']],
  ])('%s: %j are one city', (country, spellings) => {
    const [first, ...others] = spellings.map((city) => placeOf(country, city));
    expect(first).toBeDefined();
    for (const other of others) expect(other).toBe(first);
  });

  it('is in the country that was named', () => {
    expect(placeOf('BE', 'Bergen')?.name).toBe('Mons');
    expect(placeOf('FR', 'Bergen')).toBeUndefined();
  });

  it('is that of the clearly largest town of the name', () => {
    expect(placeOf('DE', 'Münster')?.lat).toBeCloseTo(51.96, 1);
    expect(placeOf('GB', 'Newport')?.lon).toBeCloseTo(-3, 1);
  });

  it('is not known where two towns of the name are much alike', () => {
    // In Wales and in Northern Ireland: the smaller one has the university.
    expect(placeOf('GB', 'Bangor')).toBeUndefined();
    expect(placeOf('DE', 'Friedberg')).toBeUndefined();
  });

  it.each([
    ['FR', 'Atlantis'],
    ['FR', ''],
    ['FR', '…'],
    ['US', 'Boston'],
    ['fr', 'Paris'],
    ['', 'Paris'],
    ['../places/FR', 'Paris'],
    ['FR', '__proto__'],
  ])('is not known for %j, %j', (country, city) => {
    expect(placeOf(country, city)).toBeUndefined();
  });
});

describe('the lists', () => {
  it('are what npm run places writes', () => {
    expect(files.sort()).toEqual(countries.map((country) => `${country}.tsv`).sort());
    for (const country of countries) expect(textOf(`${country}.tsv`) === placeList(country), country).toBe(true);
  });

  it('have every name once in its country, so that the order of the lines decides nothing', () => {
    for (const file of files) {
      const names = textOf(file)
        .split('\n')
        .flatMap((line) => line.split('\t')[0]?.split('|') ?? [])
        .filter((name) => name !== '')
        .map(spelling);
      expect(new Set(names).size, file).toBe(names.length);
    }
  });

  it('are of countries that a case can name, and small enough to go with the code', () => {
    for (const country of countries) expect(countryCodes).toContain(country);
    expect(files.reduce((bytes, file) => bytes + Buffer.byteLength(textOf(file)), 0)).toBeLessThan(500_000);
  });
});
