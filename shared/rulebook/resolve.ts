import { inForce, NotInRulebook } from './in-force.ts';
import { present } from './present.ts';
import { agreementWith } from './register.ts';
import type { GrantRules, InstitutionFile, Programme } from './schema.ts';
import type { RequirementTerms, Terms, TermsQuery, TopUpTerms } from './types.ts';

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
  const rules = inForce(query, institution, programme);
  const { grant } = rules;
  const groups = rules.countryGroups[0]?.groups ?? {};
  const group = Object.entries(groups).find(([, countries]) => countries.includes(query.hostCountry))?.[0];
  const [limits] = rules.limits;
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
      exceptional: exceptionalCost(rules.exceptional[0]),
    }),
    hostInProgramme: group !== undefined,
    limits: {
      counting: limits.counting,
      minimumDays: limits.minimumDays,
      maximumDays: limits.maximumDays,
      ...present({
        perStudyCycle: limits.perStudyCycle,
        maximumDaysOneCycle: limits.maximumDaysOneCycle,
        funded: limits.funded && { atMost: limits.funded.atMost, source: limits.funded.source },
      }),
      source: limits.source,
    },
    individualSupport: individualSupport(query, institution, rules.support, group),
    topUps: rules.topUps.map(topUpTerms),
    travel: rules.travel.map(({ when, bands, source }) => ({
      ...present({ when }),
      bands: bands.map(({ fromKm, standard, green }) => ({ fromKm, standard, ...present({ green }) })),
      source,
    })),
    travelDays: rules.travelDays.map(({ when, atMost, where, source }) => ({
      ...present({ when }),
      atMost,
      where,
      source,
    })),
    inclusion: { source: inclusion?.source ?? 'no rule' },
    requirements: rules.requirements.map(requirementTerms),
    plan: grant.plan.map(({ when, months, source }) => ({ ...present({ when }), months, source })),
    instalments: grant.instalments.map(({ percent, when, afterStay, source }) => ({
      percent,
      when,
      ...present({ afterStay }),
      source,
    })),
    paidAtTheEnd: grant.paidAtTheEnd.map(({ line, when, source }) => ({ line, ...present({ when }), source })),
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

function projectOf({ call }: TermsQuery, { calls }: InstitutionFile): Terms['project'] {
  const { starts, ends } = calls.find((project) => project.call === call) ?? {};
  return starts === undefined || ends === undefined ? undefined : { starts, ends };
}

function exceptionalCost(rule: Programme['exceptionalCosts'][number] | undefined): Terms['exceptional'] {
  return rule && { belowPercent: rule.belowPercent, paysPercent: rule.paysPercent, source: rule.source };
}

function individualSupport(
  query: TermsQuery,
  institution: InstitutionFile,
  tables: GrantRules['individualSupport'],
  group: string | undefined,
): Terms['individualSupport'] {
  for (const table of tables) {
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

function topUpTerms({ code, when, perMonth, once, byDays, source }: GrantRules['topUps'][number]): TopUpTerms {
  return { code, when, ...present({ perMonth, once, byDays }), source };
}

function requirementTerms({ code, when, test, sentence }: GrantRules['requirements'][number]): RequirementTerms {
  return { code, ...present({ when }), test, sentence };
}
