import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRules } from '../../shared/rulebook/compiled.ts';
import { rulebookSource } from '../../shared/rulebook/loader.ts';

/** Writes the rulebook of this project as JSON into the folder that is named: a step of bundling a function. */
const [folder = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const [name, text] of compileRules(rulebookSource())) writeFileSync(join(folder, name), text);
