import type { ValueName } from '../rulebook/conditions.ts';
import type { Terms } from '../rulebook/types.ts';
import type { Chain } from './days.ts';
import { distanceOf } from './distance.ts';
import type { StayInput } from './types.ts';

export type Scalar = string | number | boolean;

/** The value of a name for one stay; undefined when it was not given. */
export type Lookup = (name: ValueName) => Scalar | undefined;

/**
 * Every value that a rule may look at, for one stay on its terms. `dates` are the days counted on the dates of the stay,
 * also where the amount is planned on a flat number of months: a plan makes no stay longer or shorter.
 */
export function valuesOf(terms: Terms, stay: StayInput, dates: Chain): Lookup {
  return (name) => {
    if (name.startsWith('facts.')) return stay.facts?.[name.slice('facts.'.length)];
    return stayValue(name as Exclude<ValueName, `facts.${string}`>, terms, stay, dates);
  };
}

function stayValue(
  name: Exclude<ValueName, `facts.${string}`>,
  terms: Terms,
  stay: StayInput,
  dates: Chain,
): Scalar | undefined {
  switch (name) {
    case 'host.country':
      return stay.host.country;
    case 'host.distanceKm': {
      const distance = distanceOf(terms, stay.host);
      return 'km' in distance ? distance.km : undefined;
    }
    case 'host.inProgramme':
      return terms.hostInProgramme;
    case 'host.isNearEdge':
      return distanceOf(terms, stay.host).kind === 'near-edge';
    case 'institution.country':
      return terms.home.country;
    case 'stay.travel':
      return stay.travel;
    case 'stay.fewerOpportunities':
      return stay.fewerOpportunities ?? false;
    case 'period.start':
      return stay.period.start;
    case 'period.end':
      return stay.period.end;
    case 'days.calculated':
      return dates.calculated;
    case 'days.mobility':
      return dates.mobility;
    case 'days.cycle':
      return dates.mobility + previousDays(terms, stay);
    case 'limits.minimumDays':
      return terms.limits.minimumDays;
    case 'limits.maximumDays':
      return terms.limits.maximumDays;
    case 'limits.maximumDaysOneCycle':
      return terms.limits.maximumDaysOneCycle;
    case 'agreement.found':
      return terms.agreement === undefined ? undefined : terms.agreement.found;
    case 'agreement.languageLevel':
      return terms.agreement?.languageLevel;
    case 'agreement.ects':
      return terms.agreement?.ects;
    case 'project.starts':
      return terms.project?.starts;
    case 'project.ends':
      return terms.project?.ends;
    case 'window.found':
      return terms.window !== undefined;
    case 'window.opens':
      return terms.window?.opens;
    case 'window.closes':
      return terms.window?.closes;
  }
}

/** Days of earlier stays in the study cycle that count toward the maximum; none where nobody has told of any, or the maximum is for one stay. */
export function previousDays({ limits }: Terms, stay: StayInput): number {
  if (limits.perStudyCycle !== true) return 0;
  const days = stay.facts?.previousFundedDays;
  return typeof days === 'number' ? days : 0;
}

/** Most days that one study cycle may hold: one-cycle degrees may have a limit of their own. domain.md §2, "Limits". */
export function maximumDays({ limits }: Terms, stay: StayInput): number {
  const isOneCycle = stay.facts?.studyLevel === 'one-cycle';
  return (isOneCycle ? limits.maximumDaysOneCycle : undefined) ?? limits.maximumDays;
}
