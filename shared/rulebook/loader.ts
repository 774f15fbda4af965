import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRulebook } from './rulebook.ts';
import type { Rulebook } from './types.ts';
import { type YamlFolder, yamlFolder } from './yaml-folder.ts';

const shipped = fileURLToPath(new URL('.', import.meta.url));
const sources = new Map<string, YamlFolder>();
const rulebooks = new Map<string, Rulebook>();

/**
 * The rulebook of a folder with `programme/*.yaml` and `institutions/*.yaml` (default: the one that ships with the code),
 * read once per process. Throws RulebookError with file, line and reason for the first file that cannot be used.
 */
export function loadRulebook(folder: string = shipped): Rulebook {
  const place = resolve(folder);
  const known = rulebooks.get(place);
  if (known !== undefined) return known;
  const source = rulebookSource(place);
  source.programme();
  for (const id of source.ids) source.file(id);
  const rulebook = makeRulebook(source);
  rulebooks.set(place, rulebook);
  return rulebook;
}

/** The same rules as the files have them, with sources and notes: for those who look at the rules themselves. */
export function rulebookSource(folder: string = shipped): YamlFolder {
  const place = resolve(folder);
  const known = sources.get(place);
  if (known !== undefined) return known;
  const source = yamlFolder(place);
  sources.set(place, source);
  return source;
}
