import type { IsoDate } from '../calendar/clock.ts';
import type { GrantRules, InstitutionFile, Programme } from './schema.ts';
import type { RequirementTerms, Terms, TermsQuery, TopUpTerms } from './types.ts';

/** Something the rulebook does not have; the sentence names what it has. */
export class NotInRulebook extends Error {
  readonly what: 'institution' | 'call' | 'activity' | 'rate';
  readonly given: string;

  constructor(what: NotInRulebook['what'], given: string, sentence: string) {
    super(sentence);
    this.name = 'NotInRulebook';
    this.what = what;
    this.given = given;
  }
}

/** An entry of a table with its range of validity; see values.ts. */
interface Dated {
  readonly calls?: { readonly from?: number | undefined; readonly to?: number | undefined } | undefined;
  readonly starts?: { readonly from?: IsoDate | undefined; readonly before?: IsoDate | undefined } | undefined;
  readonly agency?: string | undefined;
  readonly activities?: readonly string[] | undefined;
}

type Applies = (entry: Dated) => boolean;

/**
 * The rules for one stay: of every table the entries whose call, start, agency and activity fit, the institution's own
 * before the programme's. Throws NotInRulebook.
 */
export function resolveTerms(
  query: TermsQuery,
  institution: InstitutionFile,
  programme: Programme,
  version: string,
): Terms {
  const grant = grantRules(query, institution);
  const applies: Applies = (entry) => isValid(entry, query, institution.agency);
  const groups = programme.countryGroups.find(applies)?.groups ?? {};
  const group = Object.entries(groups).find(([, countries]) => countries.includes(query.hostCountry))?.[0];
  const limits = [...grant.limits, ...programme.limits].find(applies);
  if (limits === undefined) throw noRate(query, institution, 'limits of the stay');
  const inclusion = grant.inclusion ?? programme.inclusion[0];
  const window = institution.windows.find(({ startsFrom, startsTo }) => startsFrom <= query.on && query.on <= startsTo);
  const { shorterStay, longerStay, belowMinimum } = grant.settlement;
  return {
    institution: query.institution,
    call: query.call,
    activity: query.activity,
    hostCountry: query.hostCountry,
    on: query.on,
    version,
    home: {
      name: institution.shortName,
      country: institution.country,
      place: placeOf(institution),
    },
    payee: grant.payee?.value ?? 'participant',
    ...present({
      agreement: agreementWith(query, institution),
      project: projectOf(query, institution),
      exceptional: exceptionalCost(programme.exceptionalCosts.find(applies)),
    }),
    hostInProgramme: group !== undefined,
    limits: {
      counting: limits.counting,
      minimumDays: limits.minimumDays,
      maximumDays: limits.maximumDays,
      ...present({
        maximumDaysOneCycle: limits.maximumDaysOneCycle,
        funded: limits.funded && { atMost: limits.funded.atMost, source: limits.funded.source },
      }),
      source: limits.source,
    },
    individualSupport: individualSupport(
      query,
      institution,
      [...grant.individualSupport, ...programme.individualSupport],
      applies,
      group,
    ),
    topUps: ownOrProgramme(grant.topUps, programme.topUps).filter(applies).map(topUpTerms),
    travel: reachable([...grant.travel, ...programme.travel].filter(applies)).map(({ when, bands, source }) => ({
      ...present({ when }),
      bands: bands.map(({ fromKm, standard, green }) => ({ fromKm, standard, ...present({ green }) })),
      source,
    })),
    travelDays: reachable([...grant.travelDays, ...programme.travelDays].filter(applies)).map(
      ({ when, atMost, where, source }) => ({ ...present({ when }), atMost, where, source }),
    ),
    inclusion: { source: inclusion?.source ?? 'no rule' },
    requirements: ownOrProgramme(grant.requirements, programme.requirements).filter(applies).map(requirementTerms),
    plan: grant.plan.map(({ when, months, source }) => ({ ...present({ when }), months, source })),
    instalments: grant.instalments.map(({ percent, when, source }) => ({ percent, when, source })),
    settlement: {
      toleranceDays: shorterStay.toleranceDays,
      extraDays: longerStay.extraDays,
      belowMinimum: belowMinimum.leaves,
      belowMinimumSource: belowMinimum.source,
    },
    ...(window === undefined
      ? {}
      : { window: { semester: window.semester, opens: window.opens, closes: window.closes } }),
  };
}

function placeOf({ country, city, distanceFrom }: InstitutionFile) {
  return distanceFrom === undefined ? { country, city } : { country: distanceFrom.country, city: distanceFrom.city };
}

/** What the register says of the host; undefined where nobody can say, for want of a register or of the host's code. */
function agreementWith({ hostCode, activity, on }: TermsQuery, { agreements }: InstitutionFile): Terms['agreement'] {
  if (hostCode === undefined || hostCode.trim() === '' || agreements.length === 0) return undefined;
  const found = agreements.find(
    ({ host, activities, from, to }) =>
      sameCode(host, hostCode) &&
      activities.includes(activity) &&
      (from === undefined || from <= on) &&
      (to === undefined || on <= to),
  );
  if (found === undefined) return { found: false };
  const { languageLevel, ects, source } = found;
  return { found: true, ...present({ languageLevel, ects }), source };
}

/** Blanks in an Erasmus code are one or two, and rarely typed right. */
function sameCode(one: string, other: string): boolean {
  const bare = (code: string) => code.replaceAll(/\s/g, '').toUpperCase();
  return bare(one) === bare(other);
}

function projectOf({ call }: TermsQuery, { calls }: InstitutionFile): Terms['project'] {
  const { starts, ends } = calls.find((project) => project.call === call) ?? {};
  return starts === undefined || ends === undefined ? undefined : { starts, ends };
}

function exceptionalCost(rule: Programme['exceptionalCosts'][number] | undefined): Terms['exceptional'] {
  return rule && { belowPercent: rule.belowPercent, paysPercent: rule.paysPercent, source: rule.source };
}

function grantRules(query: TermsQuery, institution: InstitutionFile): GrantRules {
  const { shortName } = institution;
  if (!institution.calls.some(({ call }) => call === query.call)) {
    const known = institution.calls.map(({ call }) => call).join(', ');
    throw new NotInRulebook(
      'call',
      query.call,
      `${shortName} has no call ${query.call} in the rulebook; it has ${known}.`,
    );
  }
  const grant = institution.grants.find(({ activity }) => activity === query.activity);
  if (grant !== undefined) return grant;
  const known = institution.grants.map(({ activity }) => activity).join(', ');
  throw new NotInRulebook(
    'activity',
    query.activity,
    `${shortName} has no rules for ${query.activity} in the rulebook; it has ${known}.`,
  );
}

function isValid({ calls, starts, agency, activities }: Dated, query: TermsQuery, sender: string): boolean {
  const year = Number(query.call);
  return (
    (calls?.from === undefined || calls.from <= year) &&
    (calls?.to === undefined || year <= calls.to) &&
    (starts?.from === undefined || starts.from <= query.on) &&
    (starts?.before === undefined || query.on < starts.before) &&
    (agency === undefined || agency === sender) &&
    (activities === undefined || activities.includes(query.activity))
  );
}

function individualSupport(
  query: TermsQuery,
  institution: InstitutionFile,
  tables: GrantRules['individualSupport'],
  applies: Applies,
  group: string | undefined,
): Terms['individualSupport'] {
  for (const table of tables.filter(applies)) {
    const rate = table.rates.find(
      ({ groups, countries, others }) =>
        others === true || countries?.includes(query.hostCountry) || groups?.includes(Number(group)),
    );
    if (rate === undefined) continue;
    const steps = rate.steps ?? (rate.amount === undefined ? [] : [{ fromDay: 1, amount: rate.amount }]);
    return { rule: `individual-support.${rate.name}`, per: table.per, steps, source: table.source };
  }
  throw noRate(query, institution, 'individual support');
}

function noRate(
  { call, activity, hostCountry, on }: TermsQuery,
  institution: InstitutionFile,
  what: string,
): NotInRulebook {
  return new NotInRulebook(
    'rate',
    what,
    `The rulebook has no ${what} for ${institution.shortName}, call ${call}, ${activity}, host country ${hostCountry}, ` +
      `start ${on}: add an entry that covers it.`,
  );
}

/** An institution's entries for a code take the place of the programme's for that code. */
function ownOrProgramme<T extends { readonly code: string }>(own: readonly T[], programme: readonly T[]): T[] {
  const codes = new Set(own.map(({ code }) => code));
  return [...own, ...programme.filter(({ code }) => !codes.has(code))];
}

/** The entries up to the first without a condition: those behind it can never be the first that holds. */
function reachable<T extends { readonly when?: unknown }>(entries: readonly T[]): readonly T[] {
  const last = entries.findIndex(({ when }) => when === undefined);
  return last === -1 ? entries : entries.slice(0, last + 1);
}

function topUpTerms({ code, when, perMonth, once, byDays, source }: GrantRules['topUps'][number]): TopUpTerms {
  return { code, when, ...present({ perMonth, once, byDays }), source };
}

function requirementTerms({ code, when, test, sentence }: GrantRules['requirements'][number]): RequirementTerms {
  return { code, ...present({ when }), test, sentence };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value: terms are plain JSON, and JSON has no undefined. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
