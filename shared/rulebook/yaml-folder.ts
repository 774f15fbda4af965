import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RulebookSource } from './rulebook.ts';
import { type InstitutionFile, institutionFile, type Programme, programmeFile } from './schema.ts';
import { RulebookError, readYaml } from './yaml-file.ts';

/** Not in a comment. */
const ASSUMED = /^[^#\n]*\bassumed: true\b/gm;

interface File {
  /** Relative to the rulebook's folder, with slashes. */
  readonly name: string;
  readonly text: string;
}

/** A folder of YAML, which also knows how much of it nobody has confirmed yet. */
export interface YamlFolder extends RulebookSource {
  /** How many values are marked `assumed: true`. */
  readonly assumed: number;
}

/**
 * The rules of a folder with `programme/*.yaml` and `institutions/*.yaml`. Every file is read at once, for the version; it
 * is understood when it is asked for, and throws RulebookError then, with file, line and reason.
 */
export function yamlFolder(folder: string): YamlFolder {
  const programmeFiles = filesOf(folder, 'programme');
  const texts = new Map(filesOf(folder, 'institutions').map((file) => [idOf(file.name), file]));
  const institutions = new Map<string, InstitutionFile>();
  let programme: Programme | undefined;
  return {
    version: versionOf([...programmeFiles, ...texts.values()]),
    assumed: [...programmeFiles, ...texts.values()].flatMap(({ text }) => text.match(ASSUMED) ?? []).length,
    ids: [...texts.keys()],
    programme: () => {
      programme ??= merged(programmeFiles.map(({ name, text }) => readYaml(name, text, programmeFile)));
      return programme;
    },
    file: (id) => {
      const text = texts.get(id);
      const known = institutions.get(id) ?? (text && readInstitution(text));
      if (known !== undefined) institutions.set(id, known);
      return known;
    },
  };
}

function filesOf(folder: string, part: string): File[] {
  const names = listing(join(folder, part), part)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return names.map((name) => ({ name: `${part}/${name}`, text: readFileSync(join(folder, part, name), 'utf8') }));
}

function listing(path: string, part: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    throw new RulebookError(part, 1, `the folder cannot be read (${String(error)})`);
  }
}

function idOf(name: string): string {
  return name.slice('institutions/'.length, -'.yaml'.length);
}

/** The file's name is the institution's id, so that two files cannot claim one tenant. */
function readInstitution({ name, text }: File): InstitutionFile {
  const institution = readYaml(name, text, institutionFile);
  if (institution.id !== idOf(name)) {
    throw new RulebookError(name, 1, `the institution "${institution.id}" belongs in the file ${institution.id}.yaml`);
  }
  return institution;
}

function merged(files: readonly Programme[]): Programme {
  return {
    countryGroups: files.flatMap((file) => file.countryGroups),
    limits: files.flatMap((file) => file.limits),
    individualSupport: files.flatMap((file) => file.individualSupport),
    travel: files.flatMap((file) => file.travel),
    travelDays: files.flatMap((file) => file.travelDays),
    topUps: files.flatMap((file) => file.topUps),
    requirements: files.flatMap((file) => file.requirements),
    inclusion: files.flatMap((file) => file.inclusion),
    exceptionalCosts: files.flatMap((file) => file.exceptionalCosts),
    actions: files.flatMap((file) => file.actions),
  };
}

/** The same rules have the same version on every machine: names and texts, without the line ends of the checkout. */
function versionOf(files: readonly File[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\n${text.replaceAll('\r\n', '\n')}\0`);
  return hash.digest('hex').slice(0, 16);
}
