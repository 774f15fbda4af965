import type { IsoDate } from '../calendar/clock.ts';
import type { ActivityType } from '../grant/activities.ts';
import { formatDecimal, type Money } from '../money/money.ts';
import { roundFor } from './award.ts';
import type { Condition, Operand } from './conditions.ts';
import { inForce } from './in-force.ts';
import type { InstitutionFile, Programme } from './schema.ts';

/** One value of the rulebook as an officer reads it, with where it stands. */
export interface Entry {
  /** One or several lines. */
  readonly says: readonly string[];
  readonly source: string;
  readonly note?: string;
  readonly assumed?: true;
}

export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export interface Question {
  readonly activity: ActivityType;
  /** Year of the call. */
  readonly call: string;
  /** First day of the stay. */
  readonly on: IsoDate;
}

interface Cited {
  readonly source: string;
  readonly note?: string | undefined;
  readonly assumed?: true | undefined;
}

/**
 * Everything that decides a grant of this activity for stays that begin on a day, in the words of the files and each with
 * its source: what `resolveTerms` picks for one host, here for all of them. Throws NotInRulebook.
 */
export function describe(institution: InstitutionFile, programme: Programme, question: Question): readonly Section[] {
  const { grant, countryGroups, limits, support, topUps, travel, travelDays, requirements, exceptional } = inForce(
    question,
    institution,
    programme,
  );
  const { shorterStay, longerStay, belowMinimum } = grant.settlement;
  const sections: Section[] = [
    section('Days', limits.slice(0, 1), (entry) => [
      `counted by ${entry.counting}, from ${entry.minimumDays} to ${entry.maximumDays} days`,
      ...(entry.perStudyCycle === undefined ? [] : ['the most is for all stays of a study cycle together']),
      ...(entry.maximumDaysOneCycle === undefined
        ? []
        : [`one-cycle degrees: up to ${entry.maximumDaysOneCycle} days`]),
      ...(entry.funded === undefined
        ? []
        : [`at most ${entry.funded.atMost} days are funded (${entry.funded.source})`]),
    ]),
    section('Country groups', countryGroups.slice(0, 1), ({ groups }) =>
      Object.entries(groups).map(([name, countries]) => `group ${name}: ${countries.join(' ')}`),
    ),
    section('Individual support', support.slice(0, 1), ({ per, rates }) =>
      rates.map(({ name, groups, countries, amount, steps }) => {
        const hosts = groups ? `group ${groups.join(', ')}` : (countries?.join(' ') ?? 'all other countries');
        const amounts = steps?.map((step) => `${text(step.amount)} from day ${step.fromDay}`).join(', ');
        return `${name}: ${amount ? text(amount) : amounts} per ${per} (${hosts})`;
      }),
    ),
    section('Top-ups', topUps, ({ code, when, perMonth, once, byDays }) => {
      const tiers = byDays?.map(({ from, to, amount }) => `${text(amount)} for ${from} to ${to} days`).join(', ');
      const amount = perMonth ? `${text(perMonth)} per month` : once ? `${text(once)} once` : tiers;
      return [`${code}: ${amount}, when ${condition(when)}`];
    }),
    section('Travel grant, return trip, by one-way distance', travel, ({ when, bands }) => [
      ...(when === undefined ? [] : [`when ${condition(when)}:`]),
      ...(bands.length === 0 ? ['none'] : []),
      ...bands.map(
        ({ fromKm, standard, green }) =>
          `from ${fromKm} km: ${text(standard)}${green === undefined ? '' : `, green ${text(green)}`}`,
      ),
    ]),
    section('Travel days, at most', travelDays, ({ when, atMost, where }) => [
      `${atMost} ${where.en}${when === undefined ? '' : ` (when ${condition(when)})`}`,
    ]),
    section('Expensive journeys', exceptional.slice(0, 1), ({ belowPercent, paysPercent }) => [
      `where the unit covers less than ${belowPercent} % of the real cost, ${paysPercent} % of that cost instead`,
    ]),
    section('Inclusion support', [grant.inclusion ?? programme.inclusion[0] ?? []].flat(), () => [
      'documented real cost',
    ]),
    section('Requirements, all of them', requirements, ({ code, when, test, sentence }) => [
      `${code}: ${condition(test)}${when === undefined ? '' : `, when ${condition(when)}`}`,
      `otherwise: ${sentence.en}`,
    ]),
    section('Planned on', grant.plan, ({ when, months }) => [
      `${months} months${when === undefined ? '' : `, when ${condition(when)}`}`,
    ]),
    section('Instalments', grant.instalments, ({ percent, when }) => [`${percent} %: ${when.en}`]),
    section('Comes whole with the last instalment', grant.paidAtTheEnd, ({ line, when }) => [
      `${line}${when === undefined ? '' : `, when ${condition(when)}`}`,
    ]),
    section('Has to agree before the office decides', grant.approvals ?? [], (step) => [
      `${step.label.en}, ${step.who.by === 'applicant' ? 'named by the applicant' : 'by unit'}, with an address at ${step.domains.join(' or ')}`,
      ...(step.who.by === 'applicant' ? [] : step.who.units.map(({ unit, contact }) => `${unit}: ${contact.name}`)),
      `reminded every ${step.remindEveryDays} days; after ${step.escalate.afterDays} days the ${step.escalate.to} names somebody else or decides`,
    ]),
    section('Paid to', [grant.payee ?? []].flat(), ({ value }) => [value]),
    section('A shorter stay', [shorterStay], ({ toleranceDays }) => [
      toleranceDays === 0
        ? 'counted to the day'
        : `up to ${toleranceDays} days short, the agreed amount stays; more is counted to the day`,
    ]),
    section('A longer stay', [longerStay], ({ extraDays }) => [
      extraDays === 'paid' ? 'confirmed days are paid' : 'days beyond the agreement are without grant',
    ]),
    section('A stay below the minimum', [belowMinimum], ({ leaves }) => [
      leaves === 'nothing' ? 'nothing is due' : 'its days are paid',
    ]),
    ...ofTheInstitution(institution, programme, question),
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

function ofTheInstitution(institution: InstitutionFile, programme: Programme, { activity, call, on }: Question) {
  const { procedure, windows, obligations, agreements, consortium, calls } = institution;
  const year = Number(call);
  return [
    section(
      'Project of the call',
      calls.filter((each) => each.call === call),
      ({ project, starts, ends, tranches }) => [
        `${project}${starts && ends ? `, ${starts} to ${ends}` : ''}`,
        ...tranches.map(
          ({ tranche, amount, rate, currency, date, evidence }) =>
            `tranche ${tranche}, ${text(amount)}: 1 EUR = ${rate} ${currency} of ${date} (${evidence})`,
        ),
      ],
    ),
    section(
      'Actions of the programme',
      programme.actions.filter(
        ({ activities, calls: { from = 0, to = 9999 } }) => activities.includes(activity) && from <= year && year <= to,
      ),
      ({ name, applyTo, deadlines, projectMonths, grantAtMost }) => [
        `${name.en}, applied for at ${applyTo}`,
        ...deadlines.map((deadline) => `call ${deadline.call}: applications until ${deadline.date}`),
        ...(projectMonths ? [`projects of ${projectMonths.from} to ${projectMonths.to} months`] : []),
        ...(grantAtMost ? [`at most ${text(grantAtMost)}`] : []),
      ],
    ),
    section(
      'Applications',
      windows.filter(({ startsFrom, startsTo }) => startsFrom <= on && on <= startsTo),
      ({ semester, opens, closes }) => [`${semester}: from ${opens} to ${closes}`],
    ),
    ...givenAway(institution, { activity, call, on }),
    section(
      'Before the balance',
      obligations.filter(({ activities }) => activities === undefined || activities.includes(activity)),
      ({ label, by, when }) => [`${label.en} (by the ${by})${when === undefined ? '' : `, when ${condition(when)}`}`],
    ),
    section('Confirmation of stay', [procedure.confirmation], ({ dueDays, dueOn }) => [
      dueOn === undefined ? `due ${dueDays} days after the stay` : `due on the next of ${dueOn.join(', ')}`,
    ]),
    section('Longer stay', [procedure.extension], ({ monthsBefore }) => [
      `asked for at least ${monthsBefore} ${monthsBefore === 1 ? 'month' : 'months'} before the planned end`,
    ]),
    section('Repayment', [procedure.repayment], ({ dueDays }) => [`due ${dueDays} days after the demand`]),
    section('Grounds of fewer opportunities, for the declaration', groundsOn(institution, on), ({ label }) => [
      label.en,
    ]),
    section('The declaration on honour', [institution.declaration ?? []].flat(), () => ['random audits']),
    section(
      'Agreements with hosts',
      agreements.filter(({ activities }) => activities.includes(activity)),
      ({ host, languageLevel, ects }) => [
        [host, languageLevel && `language level ${languageLevel}`, ects && `${ects} ECTS`].filter(Boolean).join(', '),
      ],
    ),
    section('Consortium', [consortium ?? []].flat(), ({ mobilities, members }) => [
      `${mobilities} mobilities`,
      ...members.map(({ name, kind }) => `${name} (${kind})`),
    ]),
  ];
}

function givenAway({ award }: InstitutionFile, { activity, call, on }: Question) {
  const round = award && roundFor(award, { call, activity, start: on });
  return [
    section('Given away', [award ?? []].flat(), ({ smallerMayOvertake }) => [
      `${round ? 'by rank' : 'first come, first served'}${smallerMayOvertake === true ? '; a smaller grant may go before a larger one' : ''}`,
    ]),
    section('Round', [round ?? []].flat(), ({ name, applyBy, rankOn, late }) => [
      `${name}: applications until ${applyBy}, ranked on ${rankOn}`,
      `later ones ${late === 'behind' ? 'behind all others, in the order of applying' : 'are refused'}`,
    ]),
    section('Ranked by, one after the other; then by when one applied', round?.criteria ?? [], (criterion) => [
      criterion.by === 'points'
        ? `points of the office, at most ${criterion.most}, for: ${criterion.about.en}`
        : 'fewer days of earlier stays',
    ]),
  ];
}

function groundsOn({ grounds }: InstitutionFile, on: IsoDate) {
  return grounds.filter(({ startsFrom }) => startsFrom === undefined || startsFrom <= on);
}

function section<T extends Cited>(title: string, nodes: readonly T[], says: (node: T) => readonly string[]): Section {
  return {
    title,
    entries: nodes.map((node) => ({
      says: says(node),
      source: node.source,
      ...(node.note === undefined ? {} : { note: node.note }),
      ...(node.assumed === undefined ? {} : { assumed: node.assumed }),
    })),
  };
}

/** A condition in words: `facts.ects is at least 60 and host.country is one of DK, SE`. */
export function condition(node: Condition): string {
  if ('all' in node) return node.all.map(bracketed).join(' and ');
  if ('any' in node) return node.any.map(bracketed).join(' or ');
  const { value } = node;
  if (node.given !== undefined) return `${value} is ${node.given ? '' : 'not '}given`;
  if (node.is !== undefined) return `${value} is ${operand(node.is)}`;
  if (node.isNot !== undefined) return `${value} is not ${operand(node.isNot)}`;
  if (node.in !== undefined) return `${value} is one of ${node.in.join(', ')}`;
  if (node.notIn !== undefined) return `${value} is none of ${node.notIn.join(', ')}`;
  if (node.atLeast !== undefined) return `${value} is at least ${operand(node.atLeast)}`;
  if (node.atMost !== undefined) return `${value} is at most ${operand(node.atMost)}`;
  if (node.below !== undefined) return `${value} is below ${operand(node.below)}`;
  if (node.levelAtLeast !== undefined) return `${value} is ${operand(node.levelAtLeast)} or higher`;
  return `${value} is at least ${node.atLeastPerWeek} per week`;
}

function bracketed(node: Condition): string {
  return 'all' in node || 'any' in node ? `(${condition(node)})` : condition(node);
}

function operand(node: Operand): string {
  return typeof node === 'object' ? node.value : String(node);
}

function text(money: Money): string {
  return `${formatDecimal(money)} ${money.currency}`;
}
