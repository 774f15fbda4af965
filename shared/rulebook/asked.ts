import type { ActivityType } from '../grant/types.ts';
import type { ValueName } from './conditions.ts';
import type { InstitutionFile, Programme } from './schema.ts';

export interface AskedQuery {
  readonly institution: string;
  readonly activity: ActivityType;
  /** The call that the application is for; absent while the first day of the stay, which decides it, is not known. */
  readonly call?: string;
}

/** What an application form has to know before the host and the days of the stay are known. */
export interface Asked {
  readonly payee: 'participant' | 'unit';
  /** Every entry of a table that may apply; which facts they look at is told by shared/grant/facts-asked.ts. */
  readonly rules: readonly object[];
  /** Values of the rulebook that it has for no stay of the activity, e.g. those of a register that there is not. */
  readonly absent: readonly ValueName[];
  /** The longest stay holds for all stays of a study cycle together, so that earlier ones count. */
  readonly perStudyCycle: boolean;
}

/** Undefined where the institution has no such activity. */
export function askedOf(query: AskedQuery, institution: InstitutionFile, programme: Programme): Asked | undefined {
  const grant = institution.grants.find(({ activity }) => activity === query.activity);
  if (grant === undefined) return undefined;
  const everybodys = {
    ...programme,
    topUps: withoutOwn(programme.topUps, grant.topUps),
    requirements: withoutOwn(programme.requirements, grant.requirements),
  };
  const tables = [...Object.values(grant), ...Object.values(everybodys), institution.obligations];
  const entries = tables.flatMap((table): readonly object[] => (Array.isArray(table) ? table : []));
  const calls = query.call === undefined ? institution.calls.map(({ call }) => call) : [query.call];
  const years = calls.map(Number);
  const rules = entries.filter((entry) => mayApply(entry, query.activity, institution.agency, years));
  const limits = [...grant.limits, ...programme.limits].filter((entry) => rules.includes(entry));
  return {
    payee: grant.payee?.value ?? 'participant',
    rules,
    absent: absentValues(query, institution, limits),
    perStudyCycle: limits.some(({ perStudyCycle }) => perStudyCycle === true),
  };
}

function absentValues(
  { activity }: AskedQuery,
  { agreements, calls, windows }: InstitutionFile,
  limits: Programme['limits'],
): readonly ValueName[] {
  const hosts = agreements.filter(({ activities }) => activities.includes(activity));
  const found: Readonly<Partial<Record<ValueName, boolean>>> = {
    'limits.maximumDaysOneCycle': limits.some(({ maximumDaysOneCycle }) => maximumDaysOneCycle !== undefined),
    'agreement.found': agreements.length > 0,
    'agreement.languageLevel': hosts.some(({ languageLevel }) => languageLevel !== undefined),
    'agreement.ects': hosts.some(({ ects }) => ects !== undefined),
    'project.starts': calls.some(({ starts }) => starts !== undefined),
    'project.ends': calls.some(({ ends }) => ends !== undefined),
    'window.opens': windows.length > 0,
    'window.closes': windows.length > 0,
  };
  return Object.entries(found).flatMap(([name, exists]) => (exists ? [] : [name as ValueName]));
}

/** What an institution says itself takes the place of the programme's with the same code. */
function withoutOwn<T extends { readonly code: string }>(everybodys: readonly T[], own: readonly T[]): readonly T[] {
  return everybodys.filter(({ code }) => !own.some((entry) => entry.code === code));
}

interface Limited {
  readonly calls?: { readonly from?: number; readonly to?: number };
  readonly agency?: string;
  readonly activities?: readonly string[];
}

/** By activity, agency and call; any first day of a stay. */
function mayApply(entry: object, activity: ActivityType, sender: string, years: readonly number[]): boolean {
  const { calls: { from = 0, to = Number.POSITIVE_INFINITY } = {}, agency, activities } = entry as Limited;
  return (
    (agency === undefined || agency === sender) &&
    (activities === undefined || activities.includes(activity)) &&
    years.some((year) => from <= year && year <= to)
  );
}
