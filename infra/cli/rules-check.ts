import { NotInRulebook } from '../../shared/rulebook/in-force.ts';
import { resolveTerms } from '../../shared/rulebook/resolve.ts';
import type { InstitutionFile, Programme } from '../../shared/rulebook/schema.ts';
import { RulebookError } from '../../shared/rulebook/yaml-file.ts';
import type { YamlFolder } from '../../shared/rulebook/yaml-folder.ts';

/**
 * Reads every file of the rulebook. Faults come with file, line and reason, all files at once; then what is not wrong but
 * worth knowing: how many values are assumed, which rates are missing, which languages.
 */
export function checkRules(source: YamlFolder): { readonly ok: boolean; readonly text: string } {
  const faults: string[] = [];
  const read = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof RulebookError)) throw error;
      faults.push(error.message);
      return undefined;
    }
  };
  const programme = read(() => source.programme());
  const institutions = source.ids.map((id) => read(() => source.file(id))).filter((file) => file !== undefined);
  if (programme === undefined || faults.length > 0) return { ok: false, text: `${faults.join('\n')}\n` };
  const notes = institutions.flatMap((institution) => [
    `${institution.id}: ${summary(institution)}`,
    ...gaps(institution, programme).map((gap) => `  ${gap}`),
    ...untranslated(institution).map((gap) => `  ${gap}`),
  ]);
  const total = `${institutions.length} institutions are sound. ${source.assumed} values are assumed and wait for somebody to confirm them.`;
  return { ok: true, text: `${notes.join('\n')}\n\n${total}\nVersion ${source.version} of the rules.\n` };
}

function summary({ grants, calls, bank }: InstitutionFile): string {
  const activities = grants.map(({ activity }) => activity).join(', ');
  const years = calls.map(({ call }) => call).join(', ');
  return `${activities}; calls ${years}${bank === undefined ? '; no bank, so it takes no applications' : ''}`;
}

/** Calls and activities for which the tables have no entry for some country of the programme: a quote is refused there. */
function gaps(institution: InstitutionFile, programme: Programme): string[] {
  return institution.grants.flatMap(({ activity }) =>
    institution.calls.flatMap(({ call }) => {
      const countries = programme.countryGroups
        .filter(({ calls: { from = 0, to = 9999 } = {} }) => from <= Number(call) && Number(call) <= to)
        .flatMap(({ groups }) => Object.values(groups).flat());
      const missing = [...new Set(countries)].filter((hostCountry) => {
        const query = { institution: institution.id, call, activity, hostCountry, on: `${call}-09-01` };
        return hostCountry !== institution.country && !hasTerms(query, institution, programme);
      });
      return missing.length === 0
        ? []
        : [`not covered: ${activity}, call ${call}, hosts in ${missing.sort().join(' ')}`];
    }),
  );
}

function hasTerms(query: Parameters<typeof resolveTerms>[0], institution: InstitutionFile, programme: Programme) {
  try {
    resolveTerms(query, institution, programme, '');
    return true;
  } catch (error) {
    if (error instanceof NotInRulebook) return false;
    throw error;
  }
}

/** Requirements whose sentence the institution's own languages lack. */
function untranslated({ languages, grants }: InstitutionFile): string[] {
  return languages.flatMap((language) => {
    const codes = grants
      .flatMap(({ requirements }) => requirements)
      .filter(({ sentence }) => sentence[language] === undefined)
      .map(({ code }) => code);
    return codes.length === 0 ? [] : [`not in ${language}: the sentences of ${[...new Set(codes)].join(', ')}`];
  });
}
