import { askedOf } from './asked.ts';
import { NotInRulebook } from './in-force.ts';
import { resolveTerms } from './resolve.ts';
import type { InstitutionFile, Programme } from './schema.ts';
import type { Institution, Rulebook, TermsQuery } from './types.ts';

/** The rules as they were read, wherever from; institutions only when somebody asks for them. */
export interface RulebookSource {
  /** Content hash of all files. */
  readonly version: string;
  /** Ids of all institutions, in the order of the alphabet. */
  readonly ids: readonly string[];
  programme(): Programme;
  /** Undefined where there is no such institution. */
  file(id: string): InstitutionFile | undefined;
}

/** Answers everybody's questions from a source. What has been read once is kept. */
export function makeRulebook(source: RulebookSource): Rulebook {
  const institutions = new Map<string, Institution | undefined>();
  const institution = (id: string): Institution | undefined => {
    if (!institutions.has(id)) institutions.set(id, tenantOf(source.file(id)));
    return institutions.get(id);
  };
  let all: readonly Institution[] | undefined;
  return {
    version: source.version,
    institution,
    institutions: () => {
      all ??= source.ids.map(institution).filter((each) => each !== undefined);
      return all;
    },
    terms: (query) => resolveTerms(query, fileOf(query, source), source.programme(), source.version),
    asked: (query) => {
      const file = source.file(query.institution);
      return file && askedOf(query, file, source.programme());
    },
  };
}

function fileOf({ institution }: TermsQuery, source: RulebookSource): InstitutionFile {
  const file = source.file(institution);
  if (file !== undefined) return file;
  throw new NotInRulebook(
    'institution',
    institution,
    `There is no institution "${institution}" in the rulebook; there are ${source.ids.join(', ')}.`,
  );
}

/** Without a bank there is nobody to pay: such an institution is known by its rules only. */
function tenantOf(file: InstitutionFile | undefined): Institution | undefined {
  if (file?.bank === undefined) return undefined;
  const { bank, grants } = file;
  const approvals = Object.fromEntries(grants.map(({ activity, approvals: steps = [] }) => [activity, steps]));
  return { ...file, bank, activities: grants.map(({ activity }) => activity), approvals };
}
