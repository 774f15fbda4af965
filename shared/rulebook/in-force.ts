import type { IsoDate } from '../calendar/clock.ts';
import type { GrantRules, InstitutionFile, Programme } from './schema.ts';
import type { TermsQuery } from './types.ts';

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

/** The tables of an activity, of each the entries that hold for a stay; the institution's own before the programme's. */
export interface InForce {
  readonly grant: GrantRules;
  /** Of these the first counts. */
  readonly countryGroups: Programme['countryGroups'];
  readonly limits: Programme['limits'];
  readonly exceptional: Programme['exceptionalCosts'];
  /** Of these the first that has the host's country. */
  readonly support: Programme['individualSupport'];
  /** Of these the first whose condition holds. */
  readonly travel: Programme['travel'];
  readonly travelDays: Programme['travelDays'];
  /** All of these. */
  readonly topUps: Programme['topUps'];
  readonly requirements: Programme['requirements'];
}

/**
 * Which entries hold: those whose call, first day, agency and activity fit. The host is not looked at. Throws
 * NotInRulebook for a call or an activity that the institution does not have.
 */
export function inForce(
  query: Pick<TermsQuery, 'call' | 'activity' | 'on'>,
  institution: InstitutionFile,
  programme: Programme,
): InForce {
  const grant = grantRules(query, institution);
  const applies = (entry: Dated) => isValid(entry, query, institution.agency);
  return {
    grant,
    countryGroups: programme.countryGroups.filter(applies),
    limits: [...grant.limits, ...programme.limits].filter(applies),
    exceptional: programme.exceptionalCosts.filter(applies),
    support: [...grant.individualSupport, ...programme.individualSupport].filter(applies),
    travel: reachable([...grant.travel, ...programme.travel].filter(applies)),
    travelDays: reachable([...grant.travelDays, ...programme.travelDays].filter(applies)),
    topUps: ownOrProgramme(grant.topUps, programme.topUps).filter(applies),
    requirements: ownOrProgramme(grant.requirements, programme.requirements).filter(applies),
  };
}

function grantRules(query: Pick<TermsQuery, 'call' | 'activity'>, institution: InstitutionFile): GrantRules {
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

function isValid(
  { calls, starts, agency, activities }: Dated,
  query: Pick<TermsQuery, 'call' | 'activity' | 'on'>,
  sender: string,
): boolean {
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

/** An institution's entries for a code take the place of the programme's for that code. */
function ownOrProgramme<T extends { readonly code: string }>(own: readonly T[], programme: readonly T[]): T[] {
  const codes = new Set(own.map(({ code }) => code));
  return [...own, ...programme.filter(({ code }) => !codes.has(code))];
}

/** The entries up to the first without a condition: those behind it can never be the first that holds. */
function reachable<T extends { readonly when?: unknown }>(entries: T[]): T[] {
  const last = entries.findIndex(({ when }) => when === undefined);
  return last === -1 ? entries : entries.slice(0, last + 1);
}
