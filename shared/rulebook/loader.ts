import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NotInRulebook, resolveTerms } from './resolve.ts';
import { type InstitutionFile, institutionFile, type Programme, programmeFile } from './schema.ts';
import type { Rulebook, TermsQuery } from './types.ts';
import { RulebookError, readYaml } from './yaml-file.ts';

const shipped = fileURLToPath(new URL('.', import.meta.url));
const loaded = new Map<string, Rulebook>();

/**
 * Reads `programme/*.yaml` and `institutions/*.yaml` of a folder (default: the rulebook that ships with the code), once
 * per process and folder. Throws RulebookError with file, line and reason for the first file that cannot be used.
 */
export function loadRulebook(folder: string = shipped): Rulebook {
  const place = resolve(folder);
  const known = loaded.get(place);
  if (known !== undefined) return known;
  const rulebook = readRulebook(place);
  loaded.set(place, rulebook);
  return rulebook;
}

interface File {
  /** Relative to the rulebook's folder, with slashes. */
  readonly name: string;
  readonly text: string;
}

function readRulebook(folder: string): Rulebook {
  const programmeFiles = filesOf(folder, 'programme');
  const institutionFiles = filesOf(folder, 'institutions');
  const programme = merged(programmeFiles.map(({ name, text }) => readYaml(name, text, programmeFile)));
  const institutions = institutionFiles.map(({ name, text }) => readInstitution(name, text));
  const version = versionOf([...programmeFiles, ...institutionFiles]);
  const byId = new Map(institutions.map((institution) => [institution.id, institution]));
  return {
    version,
    institution: (id) => byId.get(id),
    institutions: () => institutions,
    terms: (query) => termsOf(query, byId, programme, version),
  };
}

function termsOf(
  query: TermsQuery,
  institutions: ReadonlyMap<string, InstitutionFile>,
  programme: Programme,
  version: string,
) {
  const institution = institutions.get(query.institution);
  if (institution !== undefined) return resolveTerms(query, institution, programme, version);
  const known = [...institutions.keys()].join(', ');
  throw new NotInRulebook(
    'institution',
    query.institution,
    `There is no institution "${query.institution}" in the rulebook; there are ${known}.`,
  );
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

/** The file's name is the institution's id, so that two files cannot claim one tenant. */
function readInstitution(name: string, text: string): InstitutionFile {
  const institution = readYaml(name, text, institutionFile);
  if (name !== `institutions/${institution.id}.yaml`) {
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
  };
}

/** The same rules have the same version on every machine: names and texts, without the line ends of the checkout. */
function versionOf(files: readonly File[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\n${text.replaceAll('\r\n', '\n')}\0`);
  return hash.digest('hex').slice(0, 16);
}
