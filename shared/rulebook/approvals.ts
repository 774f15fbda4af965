import * as z from 'zod';
import { type FactName, factKinds, factNames } from '../grant/facts.ts';
import { citation, text } from './values.ts';

const person = z.strictObject({ name: z.string().min(1), email: z.email() });

const days = z.int().positive();

/** Somebody has to be found who is not the applicant: by the applicant, or in a list that the institution keeps. */
const who = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('applicant') }),
  z.strictObject({
    by: z.literal('contacts'),
    units: z
      .array(
        z.strictObject({
          unit: z.string().regex(/^[a-z0-9-]{1,30}$/, 'write the unit in lower-case letters, digits and hyphens'),
          name: text,
          contact: person,
          /** Asked at once where mail to the contact comes back, and proposed where the contact is silent. */
          deputy: person.optional(),
        }),
      )
      .min(1)
      .refine((units) => new Set(units.map(({ unit }) => unit)).size === units.length, 'two units have the same code'),
  }),
]);

/** One person whose consent an application needs before the office decides. */
const step = z
  .strictObject({
    role: z.string().regex(/^[a-z0-9-]{1,30}$/, 'write the role in lower-case letters, digits and hyphens'),
    /** What such a person is called, as within a sentence. */
    label: text,
    who,
    /** Mail domains of the institution's own people: only there can somebody be asked. Subdomains are domains of their own. */
    domains: z
      .array(
        z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'write a mail domain in lower-case letters, like "nmbu.no"'),
      )
      .min(1),
    /** The fact that the consent answers, so that the applicant is not asked to vouch for it. */
    answers: z
      .enum(factNames as [FactName, ...FactName[]])
      .refine((name) => factKinds[name].kind === 'yes-no', 'a consent can only answer a question of yes or no')
      .optional(),
    remindEveryDays: days,
    /** After so many days without an answer the office names somebody else, or decides itself. */
    escalate: z.strictObject({ afterDays: days, to: z.literal('office') }),
    ...citation,
  })
  .refine(
    ({ who, domains }) =>
      who.by === 'applicant' ||
      who.units
        .flatMap(({ contact, deputy }) => [contact, ...(deputy ? [deputy] : [])])
        .every(({ email }) => domains.includes(domainOf(email))),
    'every contact and deputy needs an address in one of the domains',
  );

/** Who has to agree to an application, one after the other, before the office decides. */
export const approvals = z
  .array(step)
  .refine((steps) => new Set(steps.map(({ role }) => role)).size === steps.length, 'two approvals have the same role');

export type ApprovalRule = z.output<typeof step>;

/** What stands behind the last `@`, in lower case. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
