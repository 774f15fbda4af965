import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countries, placeList } from './lists.ts';

/** `npm run places`: writes the lists of shared/distance/places anew from the data sets of package.json. */
const folder = fileURLToPath(new URL('../../shared/distance/places/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const country of countries) writeFileSync(`${folder}${country}.tsv`, placeList(country));
