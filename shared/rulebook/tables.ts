import * as z from 'zod';
import { countings } from '../calendar/counts.ts';
import { activityTypes } from '../grant/activities.ts';
import { languageLevels } from '../grant/facts.ts';
import { condition, valueName } from './conditions.ts';
import { citation, country, date, euro, text, validity } from './values.ts';

/** Which hosts share a rate: groups of the call, countries by name, or all the others. */
const hosts = {
  groups: z.array(z.int().positive()).min(1).optional(),
  countries: z.array(country).min(1).optional(),
  others: z.literal(true).optional(),
};

const step = z.strictObject({ fromDay: z.int().positive(), amount: euro });

const rate = z
  .strictObject({
    name: z.string().min(1),
    ...hosts,
    amount: euro.optional(),
    /** Another amount from a later day of the run on, as table values: day 15 is not computed from day 1. */
    steps: z.array(step).min(1).optional(),
    note: z.string().min(1).optional(),
  })
  .refine(
    (node) => [node.groups, node.countries, node.others].filter((choice) => choice !== undefined).length === 1,
    'say which hosts the rate is for: exactly one of groups, countries, others',
  )
  .refine((node) => (node.amount === undefined) !== (node.steps === undefined), 'give either amount or steps')
  .refine(
    ({ steps }) =>
      steps === undefined ||
      isAscending(
        steps.map((entry) => entry.fromDay),
        1,
      ),
    'let steps begin with fromDay 1 and go upwards',
  );

/** Individual support: an amount per month of thirty days or per day. */
export const individualSupport = z
  .strictObject({
    ...validity,
    per: z.enum(['month', 'day']),
    rates: z.array(rate).min(1),
    ...citation,
  })
  .refine(
    (node) => node.per === 'day' || node.rates.every((entry) => entry.steps === undefined),
    'steps by day need a rate per day',
  );

/** Countries of the programme in their groups, for a range of calls. */
export const countryGroups = z.strictObject({
  ...validity,
  groups: z.record(z.string().regex(/^\d$/), z.array(country).min(1)),
  ...citation,
});

/** How days are counted and how long a stay of an activity may be. */
export const limits = z.strictObject({
  ...validity,
  counting: z.enum(countings),
  minimumDays: z.int().positive(),
  maximumDays: z.int().positive(),
  /** The most holds for all stays of a study cycle together; otherwise for each stay. */
  perStudyCycle: z.literal(true).optional(),
  /** The same for a one-cycle degree, which is as long as two cycles. */
  maximumDaysOneCycle: z.int().positive().optional(),
  /** Most days of a stay that the institution funds; the days beyond are without grant. Travel days come on top. */
  funded: z.strictObject({ atMost: z.int().positive(), ...citation }).optional(),
  ...citation,
});

/** Text with placeholders: {institution} and the names of values, e.g. {host.country}. */
const sentence = text.check((context) => {
  for (const [language, written] of Object.entries(context.value)) {
    for (const name of placeholders(written ?? '')) {
      if (isPlaceholder(name)) continue;
      context.issues.push({
        code: 'custom',
        input: written,
        path: [language],
        message: `{${name}} is not known: use {institution} or the name of a value, like {host.country}`,
      });
    }
  }
});

/** A requirement for a grant: when `when` holds (or is absent), `test` has to hold. */
export const requirement = z.strictObject({
  ...validity,
  code: z.string().regex(/^[a-z0-9-]+$/),
  when: condition.optional(),
  test: condition,
  sentence,
  ...citation,
});

/** A sum on top: per month of funded days, once, or once by the length of the stay. */
export const topUp = z
  .strictObject({
    ...validity,
    code: z.string().regex(/^[a-z0-9-]+$/),
    when: condition,
    perMonth: euro.optional(),
    once: euro.optional(),
    byDays: z
      .array(z.strictObject({ from: z.int(), to: z.int(), amount: euro }))
      .min(1)
      .optional(),
    ...citation,
  })
  .refine(
    (node) => [node.perMonth, node.once, node.byDays].filter((choice) => choice !== undefined).length === 1,
    'give exactly one of perMonth, once, byDays',
  );

const band = z.strictObject({ fromKm: z.int().nonnegative(), standard: euro, green: euro.optional() });

/** Travel grant per return trip, by one-way distance; each band reaches up to the next. No bands: no travel grant. */
export const travel = z
  .strictObject({ ...validity, when: condition.optional(), bands: z.array(band), ...citation })
  .refine(
    ({ bands }) =>
      bands.length === 0 ||
      isAscending(
        bands.map((entry) => entry.fromKm),
        bands[0]?.fromKm ?? 0,
      ),
    'let the bands go upwards',
  );

/** Most travel days that individual support is paid for. */
export const travelDays = z.strictObject({
  ...validity,
  when: condition.optional(),
  atMost: z.int().nonnegative(),
  /** The case in words, e.g. "within the Nordic region". */
  where: text,
  ...citation,
});

/** What the grant is planned on before the real dates are known. */
export const plan = z.strictObject({ when: condition.optional(), months: z.int().positive(), ...citation });

/** What is not paid before the return although the grant has it, e.g. a travel grant that is claimed with receipts. */
export const paidAtTheEnd = z.strictObject({
  line: z.string().regex(/^[a-z-]+$/),
  when: condition.optional(),
  ...citation,
});

export const instalment = z.strictObject({
  percent: z.int().min(1).max(100),
  /** Nothing is paid before the stay; only for the first. Later ones are paid after the stay anyway. */
  afterStay: z.literal(true).optional(),
  when: text,
  ...citation,
});

/** What the confirmed dates change. */
export const settlementRules = z.strictObject({
  /** So many days short of the agreed stay leave the agreed amount as it is. */
  shorterStay: z.strictObject({ toleranceDays: z.int().nonnegative(), ...citation }),
  /** Days beyond the agreed stay are paid, or are without grant. */
  longerStay: z.strictObject({ extraDays: z.enum(['paid', 'zero-grant']), ...citation }),
  /** A stay below the minimum leaves nothing, or is paid by the day. */
  belowMinimum: z.strictObject({ leaves: z.enum(['nothing', 'confirmed-days']), ...citation }),
});

/** Expensive journeys: where the unit covers less than so much of the real cost, a part of it is paid instead. */
export const exceptionalCost = z.strictObject({
  ...validity,
  belowPercent: z.int().min(1).max(100),
  paysPercent: z.int().min(1).max(100),
  ...citation,
});

/** An inter-institutional agreement with one host, and what it asks of those who go there. */
export const agreement = z.strictObject({
  /** Erasmus code of the host; blanks do not matter. */
  host: z.string().min(1),
  country,
  activities: z.array(z.enum(activityTypes)).min(1),
  /** First and last day on which a stay may begin. */
  from: date.optional(),
  to: date.optional(),
  languageLevel: z.enum(languageLevels).optional(),
  ects: z.int().positive().optional(),
  ...citation,
});

/** An action of the programme: who applies to whom, until when, for how long. */
export const action = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  name: text,
  activities: z.array(z.enum(activityTypes)).default([]),
  calls: z.strictObject({ from: z.int().optional(), to: z.int().optional() }),
  applyTo: z.string().min(1),
  /** Last day for applications, by call. */
  deadlines: z.array(z.strictObject({ call: z.string().regex(/^20\d\d$/), date })).default([]),
  projectMonths: z.strictObject({ from: z.int().positive(), to: z.int().positive() }).optional(),
  grantAtMost: euro.optional(),
  ...citation,
});

/** Inclusion support: documented real cost. */
export const inclusion = z.strictObject({ ...citation });

function placeholders(written: string): string[] {
  return [...written.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
}

function isPlaceholder(name: string): boolean {
  return name === 'institution' || valueName.safeParse(name).success;
}

function isAscending(numbers: readonly number[], first: number): boolean {
  return numbers[0] === first && numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}
