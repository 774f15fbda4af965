import { type FactName, factNames } from '../../shared/grant/facts.ts';
import { factsAsked, valuesAsked } from '../../shared/grant/facts-asked.ts';
import type { ActivityType } from '../../shared/grant/types.ts';
import type { Lookup } from '../../shared/grant/values.ts';
import { answeredFacts, approvalRules } from '../../shared/mobility/approvals.ts';
import type { Asked } from '../../shared/rulebook/asked.ts';
import type { Institution, Rulebook } from '../../shared/rulebook/types.ts';

/** What a form for one kind of stay at one institution asks: what its rules look at, and nothing else. */
export interface Questions {
  readonly activity: ActivityType;
  readonly payee: Asked['payee'];
  readonly facts: readonly FactName[];
  /** Only where a top-up depends on it: it is not asked of people whom it brings nothing. */
  readonly fewerOpportunities: boolean;
  /** Facts that still count when some answers are known. */
  stillCounting(answers: Lookup): readonly FactName[];
  /** The field at which a refusal stands, by its code; undefined where it speaks of no single field. */
  fieldOf(code: string): string | undefined;
}

/** Refusals that no requirement makes: the days of the stay lie in no window that is open. */
const aboutTheDays: readonly string[] = ['wrong-semester', 'not-open-yet', 'window-closed'];

/** Throws for an activity that the institution does not have. */
export function questionsFor(
  rules: Pick<Rulebook, 'asked'>,
  institution: Institution,
  activity: ActivityType,
  call: string | undefined,
): Questions {
  const asked = rules.asked({ institution: institution.id, activity, ...(call === undefined ? {} : { call }) });
  if (asked === undefined) throw new Error(`The rulebook has no rules of ${institution.id} for ${activity}.`);
  const { rules: entries, absent } = asked;
  const earlierStays = { test: { value: 'facts.previousFundedDays' } };
  const withCycle = asked.perStudyCycle ? [...entries, earlierStays] : entries;
  // What somebody else's consent answers is not asked of the applicant.
  const answered = answeredFacts(approvalRules(institution, activity));
  const askable = (names: readonly FactName[]) => names.filter((name) => !answered.includes(name));
  const asks = askable(factsAsked(withCycle, { absent }));
  return {
    activity,
    payee: asked.payee,
    facts: asks,
    fewerOpportunities: valuesAsked(entries, { absent }).has('stay.fewerOpportunities'),
    stillCounting: (lookup) => askable(factsAsked(withCycle, { lookup, absent })),
    fieldOf: (code) => fieldOf(code, entries, asks),
  };
}

/** The first value that the requirement's test looks at and the form asks for. */
function fieldOf(code: string, entries: readonly object[], asks: readonly FactName[]): string | undefined {
  if (aboutTheDays.includes(code)) return 'start';
  const rule = entries.find((entry) => 'code' in entry && entry.code === code && 'test' in entry);
  if (rule === undefined || !('test' in rule)) return undefined;
  const looked = [...valuesAsked([{ test: rule.test }]), ...valuesAsked([rule])];
  return looked.map(fieldOfValue).find((field) => field !== undefined && (!isFact(field) || asks.includes(field)));
}

const isFact = (field: string): field is FactName => (factNames as readonly string[]).includes(field);

/** Where the form asks for a value that rules look at; undefined for what nobody can give. */
function fieldOfValue(name: string): string | undefined {
  if (name === 'facts.submittedOn') return 'start';
  if (name.startsWith('facts.')) return name.slice('facts.'.length);
  return fields[name] ?? fields[name.slice(0, name.indexOf('.') + 1)];
}

const fields: Readonly<Record<string, string>> = {
  'host.': 'country',
  'host.distanceKm': 'distanceKm',
  'host.isNearEdge': 'distanceKm',
  'agreement.': 'code',
  'stay.travel': 'travel',
  'stay.fewerOpportunities': 'fewerOpportunities',
  'period.start': 'start',
  'period.end': 'end',
  'days.': 'end',
  'project.': 'start',
  'window.': 'start',
};
