import * as z from 'zod';
import { isIsoDate } from '../../shared/calendar/dates.ts';
import { countryCodes } from '../../shared/grant/countries.ts';
import { type FactKind, factKinds } from '../../shared/grant/facts.ts';
import { parseDecimal } from '../../shared/money/money.ts';

const words = (advice: string) => ({ error: advice });

const date = z
  .string(words('write a date like "2025-08-18"'))
  .refine(isIsoDate, 'write a date of the calendar, like "2025-08-18"');

const country = z
  .string(words('write a country as two capital letters, like "FR"'))
  .refine(
    (code) => countryCodes.has(code),
    'write a country as two capital letters of ISO 3166, like "FR" (Greece is GR, the United Kingdom GB)',
  );

const amount = z
  .string(words('write an amount as text with two decimals, like "1484.00"'))
  .regex(/^\d{1,11}\.\d{2}$/, 'write an amount as text with two decimals, like "1484.00"')
  .transform((text) => parseDecimal(text, 'EUR'));

const days = z
  .int(words('write a whole number of days'))
  .min(0, 'write zero days or more')
  .max(3660, 'that is more than ten years of days');

const yesNo = z.boolean(words('write true or false'));

const name = z.string(words('write a text')).min(1, 'write a text that is not empty');

const period = z
  .strictObject({ start: date, end: date }, words('give the first and the last day: {"start": …, "end": …}'))
  .refine(({ start, end }) => !isIsoDate(start) || !isIsoDate(end) || start <= end, {
    path: ['end'],
    error: 'the stay cannot end before it starts',
  });

const travel = z.enum(['none', 'standard', 'green'], words('write "none", "standard" or "green"'));

const inclusionCosts = z.array(
  z.strictObject({ what: name, amount }, words('give {"what": …, "amount": …}')),
  words('give a list of {"what": …, "amount": …}'),
);

/** What can differ between the stay as asked for, as agreed and as confirmed. */
const details = {
  interruptionDays: days.optional(),
  nonFundedDays: days.optional(),
  travelDays: days.optional(),
  fewerOpportunities: yesNo.optional(),
  inclusionCosts: inclusionCosts.optional(),
  exceptionalCost: amount.optional(),
};

/** Where only the days matter, `{"start": …, "end": …}` may stand for `{"period": {"start": …, "end": …}}`. */
function withPeriod<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => {
    if (typeof value !== 'object' || value === null || 'period' in value || !('start' in value || 'end' in value)) {
      return value;
    }
    const { start, end, ...rest } = value as { start?: unknown; end?: unknown };
    return { ...rest, period: { start, end } };
  }, schema);
}

const facts = z.strictObject(
  Object.fromEntries(Object.entries(factKinds).map(([fact, kind]) => [fact, factSchema(kind).optional()])),
  words('give the facts as an object, like {"ects": 90}'),
);

/** One case of `wayfare quote`. Every key that is not here is refused by name. */
export const quoteCase = z.strictObject(
  {
    id: name,
    institution: name,
    call: name,
    activity: name,
    host: z.strictObject(
      {
        country,
        city: name.optional(),
        code: name.optional(),
        distanceKm: z
          .number(words('write the one-way distance in kilometres as a number'))
          .min(0, 'write zero kilometres or more')
          .max(20_040, 'no two places are further apart than 20 040 km')
          .optional(),
      },
      words('give the host: {"country": …}'),
    ),
    period,
    ...details,
    travel,
    plan: yesNo.optional(),
    agreed: withPeriod(
      z.strictObject(
        { period, ...details, travel: travel.optional(), plan: yesNo.optional() },
        words('give the agreed stay: {"period": …}'),
      ),
    ).optional(),
    paid: amount.optional(),
    confirmed: withPeriod(
      z.strictObject(
        { period, ...details, travel: travel.optional() },
        words('give the confirmed stay: {"period": …}'),
      ),
    ).optional(),
    facts: facts.optional(),
  },
  words('a case is an object: {"id": …, "institution": …}'),
);
export type QuoteCase = z.output<typeof quoteCase>;

function factSchema(kind: FactKind): z.ZodType<string | number | boolean> {
  switch (kind.kind) {
    case 'yes-no':
      return yesNo;
    case 'number':
      return z.number(words('write a number')).min(0, 'write zero or more').max(100_000, 'that number is too large');
    case 'date':
      return date;
    case 'country':
      return country;
    case 'one-of':
      return z.enum(kind.values as [string, ...string[]], words(`write one of ${kind.values.join(', ')}`));
  }
}

/** One sentence per fault, each with the place in the input. */
export function faults(error: z.ZodError, place: string): string[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.reduce<string>(
      (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`),
      '',
    );
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(quoteCase, issue.path);
      return issue.keys.map(
        (key) =>
          `${place}${path === '' ? '' : `${path}.`}${key}: this key is not known; the keys here are ${known.join(', ')}.`,
      );
    }
    const missing = 'input' in issue && issue.input === undefined && issue.code !== 'custom';
    return [
      `${place}${path === '' ? 'the case' : path}: ${missing ? `this is missing; ${issue.message}` : issue.message}.`,
    ];
  });
}

/** The keys of the object at a path of the schema. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let node: z.core.$ZodType | undefined = unwrapped(schema);
  for (const key of path) {
    if (node instanceof z.ZodArray) node = unwrapped(node.element);
    else if (node instanceof z.ZodObject) node = unwrapped(node.shape[key as string]);
  }
  return node instanceof z.ZodObject ? Object.keys(node.shape) : [];
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}
