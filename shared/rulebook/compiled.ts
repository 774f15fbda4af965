import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRulebook, type RulebookSource } from './rulebook.ts';
import type { InstitutionFile, Programme } from './schema.ts';
import type { Rulebook } from './types.ts';

interface Manifest {
  readonly version: string;
  readonly ids: readonly string[];
}

const MANIFEST = 'rulebook.json';
const institutionName = (id: string): string => `institution-${id}.json`;

/**
 * The rules as JSON files, by name: what a deployed function ships instead of the YAML. They were checked when they were
 * compiled, so a cold function neither parses YAML nor checks a schema, and reads only the institutions it is asked for.
 */
export function compileRules({ version, ids, programme, file }: RulebookSource): ReadonlyMap<string, string> {
  const manifest: Manifest = { version, ids };
  return new Map([
    [MANIFEST, JSON.stringify(manifest)],
    ['programme.json', JSON.stringify(programme())],
    ...ids.map((id) => [institutionName(id), JSON.stringify(file(id))] as const),
  ]);
}

/** Whether a folder holds compiled rules. */
export function isCompiled(folder: string): boolean {
  return existsSync(join(folder, MANIFEST));
}

/** The rulebook of a folder of compiled rules. */
export function loadCompiled(folder: string): Rulebook {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { version, ids } = read(MANIFEST) as Manifest;
  const files = new Map<string, InstitutionFile>();
  let programme: Programme | undefined;
  return makeRulebook({
    version,
    ids,
    programme: () => {
      programme ??= read('programme.json') as Programme;
      return programme;
    },
    file: (id) => {
      if (!ids.includes(id)) return undefined;
      const known = files.get(id) ?? (read(institutionName(id)) as InstitutionFile);
      files.set(id, known);
      return known;
    },
  });
}
