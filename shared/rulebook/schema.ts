import * as z from 'zod';
import { activityTypes } from '../grant/activities.ts';
import { travelModes } from '../grant/travel-modes.ts';
import { approvals } from './approvals.ts';
import { award } from './award.ts';
import { bank } from './bank.ts';
import { condition } from './conditions.ts';
import { project } from './project.ts';
import {
  action,
  agreement,
  countryGroups,
  exceptionalCost,
  inclusion,
  individualSupport,
  instalment,
  limits,
  paidAtTheEnd,
  plan,
  requirement,
  settlementRules,
  topUp,
  travel,
  travelDays,
} from './tables.ts';
import { citation, cited, country, date, euro, language, text, timeOfDay } from './values.ts';

/** One file of `programme/`: any of the programme's tables. The tables of all files are put one after the other. */
export const programmeFile = z.strictObject({
  countryGroups: z.array(countryGroups).default([]),
  limits: z.array(limits).default([]),
  individualSupport: z.array(individualSupport).default([]),
  travel: z.array(travel).default([]),
  travelDays: z.array(travelDays).default([]),
  topUps: z.array(topUp).default([]),
  requirements: z.array(requirement).default([]),
  inclusion: z.array(inclusion).default([]),
  exceptionalCosts: z.array(exceptionalCost).default([]),
  actions: z.array(action).default([]),
});
export type Programme = z.output<typeof programmeFile>;

const contact = z.strictObject({ name: z.string().min(1), email: z.email() });

const reminders = z.strictObject({
  daysBefore: z.array(z.int().positive()),
  daysAfter: z.array(z.int().positive()),
});

const days = z.int().positive();

const procedure = z.strictObject({
  signature: z.strictObject({ minimumDays: days, reminders, ...citation }),
  confirmation: z.strictObject({
    dueDays: days,
    /** Fixed days of the year (`MM-DD`) instead: the first of them after the stay's last day. */
    dueOn: z
      .array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'write month and day, like "01-30"'))
      .min(1)
      .optional(),
    reminders,
    decideDays: days,
    ...citation,
  }),
  obligations: z.strictObject({ dueDays: days, reminders, ...citation }),
  repayment: z.strictObject({ dueDays: days, reminders, decideDays: days, ...citation }),
  office: z.strictObject({ remindEveryDays: days, ...citation }),
  fairNotice: z.strictObject({ notices: days, days, ...citation }),
  /** Where a day on which something is due from a person is no working day: the next one, or the day as it is stated. */
  dueOnFreeDays: cited(z.enum(['next-working-day', 'as-stated'])),
  /** So many times a deadline has to have moved for want of delivered notices before the office may end the case. */
  endUnreachedAfter: cited(days),
  /** A later end is asked for at least so many months before the planned one. */
  extension: z.strictObject({ monthsBefore: days, ...citation }),
  prefinancingDays: cited(days),
  balanceDays: cited(days),
  fourEyesAbove: cited(euro),
  timeOfDay: cited(timeOfDay),
});

const window = z.strictObject({
  semester: z.string().min(1),
  startsFrom: date,
  startsTo: date,
  opens: date,
  closes: date,
  ...citation,
});

/** The rules of one activity at one institution. What is left out is as in the programme's tables. */
const grant = z
  .strictObject({
    activity: z.enum(activityTypes),
    /** Who is paid: the participant (where nothing is said), or the unit or faculty that bears the cost. */
    payee: z.strictObject({ value: z.enum(['participant', 'unit']), ...citation }).optional(),
    /** Who has to agree before the office decides; nobody where nothing is said. */
    approvals: approvals.optional(),
    limits: z.array(limits).default([]),
    individualSupport: z.array(individualSupport).default([]),
    travel: z.array(travel).default([]),
    travelDays: z.array(travelDays).default([]),
    topUps: z.array(topUp).default([]),
    requirements: z.array(requirement).default([]),
    inclusion: inclusion.optional(),
    plan: z.array(plan).default([]),
    instalments: z.array(instalment).min(1),
    /** Lines that come with the last instalment whole. */
    paidAtTheEnd: z.array(paidAtTheEnd).default([]),
    settlement: settlementRules,
  })
  .refine(
    ({ instalments }) => instalments.reduce((total, { percent }) => total + percent, 0) === 100,
    'the percentages of the instalments have to make 100',
  );
export type GrantRules = z.output<typeof grant>;

/** One file of `institutions/`: everything about one tenant. */
export const institutionFile = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,19}$/, 'write lower-case letters, digits and hyphens'),
    name: z.string().min(1),
    shortName: z.string().min(1),
    country,
    city: z.string().min(1),
    timeZone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'write an IANA time zone'),
    languages: z.array(language).min(1),
    /** The sending National Agency, e.g. NO01. */
    agency: z.string().regex(/^[A-Z]{2}\d\d$/),
    /** Where distances are measured from, when that is not the city. */
    distanceFrom: z.strictObject({ country, city: z.string().min(1), ...citation }).optional(),
    contacts: z.strictObject({ office: contact, finance: contact, controller: contact }),
    /** Without it the institution is known by its rules only: it can be quoted, and takes no applications. */
    bank: bank.optional(),
    calls: z.array(project).min(1),
    windows: z.array(window),
    procedure,
    obligations: z.array(
      z.strictObject({
        code: z.string().regex(/^[a-z0-9-]+$/),
        label: text,
        by: z.enum(['participant', 'host', 'office']),
        activities: z.array(z.enum(activityTypes)).min(1).optional(),
        /** The duty is fulfilled by a claim with the legs of the journey and receipts: which modes are green, and how much of the way. */
        greenClaim: z
          .strictObject({ modes: z.array(z.enum(travelModes)).min(1), leastPercent: z.int().min(1).max(100) })
          .optional(),
        /** Only for stays of which this holds, e.g. those with green travel. */
        when: condition.optional(),
        ...citation,
      }),
    ),
    /** Grounds of the fewer-opportunities top-up, for the declaration only: the engine gets a yes or no. */
    grounds: z
      .array(z.strictObject({ code: z.string(), label: text, startsFrom: date.optional(), ...citation }))
      .default([]),
    /** How the declaration on honour of fewer opportunities is checked. */
    declaration: z.strictObject({ audit: z.enum(['random-sample']), ...citation }).optional(),
    /** How the money of a call is given away when it does not suffice. */
    award: award.optional(),
    agreements: z.array(agreement).default([]),
    /** The organisations on whose behalf a consortium applies, and how many stays it has been granted. */
    consortium: z
      .strictObject({
        mobilities: z.int().positive(),
        members: z
          .array(
            z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), name: z.string().min(1), kind: z.string().min(1) }),
          )
          .min(1),
        ...citation,
      })
      .optional(),
    grants: z.array(grant).min(1),
  })
  .refine(
    ({ bank: pays, grants }) => pays?.format !== 'voucher-csv' || grants.every(({ payee }) => payee?.value === 'unit'),
    'who pays by vouchers can pay units only: give each grant the payee "unit"',
  );
export type InstitutionFile = z.output<typeof institutionFile>;
