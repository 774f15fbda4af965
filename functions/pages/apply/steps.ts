import { factNames } from '../../../shared/grant/facts.ts';
import {
  factsFor,
  readAccountField,
  readFacts,
  readFewerOpportunities,
  readHostAndDays,
  readPerson,
} from '../application.ts';
import { approverNames, isApproverField, readApprovers } from '../approvers.ts';
import { type Errors, FieldReader, one, type Values } from '../form.ts';
import { amountFor, distanceProblem, type Found, noRulesSentence, refusalsAtFields } from './amount.ts';
import type { Place } from './place.ts';

/** The steps in which an application is filled in, in their order. */
export const stepNames = ['you', 'stay', 'rules', 'payment'] as const;
export type StepName = (typeof stepNames)[number];

export interface Step {
  readonly name: StepName;
  /** Names of its fields. */
  readonly fields: readonly string[];
  /** Reads them; what is wrong stands in the reader. */
  read(fields: FieldReader): void;
}

/** The steps of this application; one in which the rules ask nothing is left out. */
export function stepsOf({ institution, questions }: Place, values: Values): readonly Step[] {
  const facts = factsFor(values, institution, questions);
  const asked = approverNames(institution, questions.activity);
  const rules = [...asked, ...facts, ...(questions.fewerOpportunities ? ['fewerOpportunities'] : [])];
  const all: readonly Step[] = [
    { name: 'you', fields: fieldsOfYou, read: (fields) => readPerson(fields, institution) },
    { name: 'stay', fields: fieldsOfStay, read: (fields) => readHostAndDays(fields, institution, questions) },
    {
      name: 'rules',
      fields: rules,
      read: (fields) => {
        const own = { email: one(fields.values, 'email'), secondEmail: one(fields.values, 'secondEmail') };
        readApprovers(fields, institution, questions.activity, own, fields.language);
        readFacts(fields, institution, questions);
        readFewerOpportunities(fields, questions);
      },
    },
    { name: 'payment', fields: fieldsOfPayment, read: (fields) => readAccountField(fields, institution) },
  ];
  return all.filter(({ fields }) => fields.length > 0);
}

const fieldsOfYou = ['givenName', 'familyName', 'email', 'secondEmail', 'language'];
const fieldsOfStay = ['country', 'city', 'code', 'contactName', 'contactEmail', 'start', 'end', 'travel', 'distanceKm'];
const fieldsOfPayment = ['account', 'unit', 'costCentre'];

/** Where a begun application keeps the language in which it is filled in, once that was chosen. No form has it as a field. */
export const readingField = 'reading';

/** Every field that an application of any kind may have, and what decides which it has. */
const known: readonly string[] = [
  'activity',
  'call',
  ...fieldsOfYou,
  ...fieldsOfStay,
  ...factNames,
  'fewerOpportunities',
  ...fieldsOfPayment,
];

/** Of what came in a form or an address, what an application is made of. */
export function ownValues(values: Values): Values {
  const names = [...known, ...Object.keys(values).filter(isApproverField)];
  return Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
}

/** How the answers stand: what is wrong or missing at each step, and what they come to. */
export interface Standing {
  readonly steps: readonly Step[];
  readonly errors: ReadonlyMap<StepName, Errors>;
  /** What is wrong with the whole. */
  readonly general: readonly string[];
  readonly found: Found;
  /** The first step that is not done; `check` when all are. */
  readonly next: StepName | 'check';
}

export async function standingOf(place: Place, values: Values): Promise<Standing> {
  const steps = stepsOf(place, values);
  const errors = new Map<StepName, Map<string, string>>();
  for (const step of steps) {
    const fields = new FieldReader(values, place.reader.language);
    step.read(fields);
    errors.set(step.name, new Map(fields.errors));
  }
  const found = await amountFor(place, values);
  const { atFields, general } = whatIsWrong(place, found);
  for (const [field, sentence] of atFields) {
    const own = errors.get(steps.find(({ fields }) => fields.includes(field))?.name ?? 'stay');
    if (own && !own.has(field)) own.set(field, sentence);
  }
  const undone = steps.find(({ name }) => (errors.get(name)?.size ?? 0) > 0);
  return { steps, errors, general, found, next: undone?.name ?? 'check' };
}

function whatIsWrong(place: Place, found: Found): { readonly atFields: Errors; readonly general: readonly string[] } {
  switch (found.kind) {
    case 'incomplete':
      return { atFields: new Map(), general: [] };
    case 'no-rules':
      return { atFields: new Map(), general: [noRulesSentence(place)] };
    case 'refused': {
      const { errors, general } = refusalsAtFields(place, found.refusals);
      return { atFields: errors, general };
    }
    case 'amount': {
      const distance = distanceProblem(place, found.assessment);
      return { atFields: distance === undefined ? new Map() : new Map([['distanceKm', distance]]), general: [] };
    }
  }
}
