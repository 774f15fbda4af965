/** A process of its own that reads one institution's compiled rules, and prints how many milliseconds that took. */
import { loadCompiled } from '../../shared/rulebook/compiled.ts';

const began = performance.now();
const query = { institution: 'nhh', call: '2025', activity: 'HE-SMS', hostCountry: 'FR', on: '2025-08-18' } as const;
const terms = loadCompiled(process.argv[2] ?? '').terms(query);
if (terms.requirements.length === 0) throw new Error('The rules are empty.');
process.stdout.write(String(performance.now() - began));
