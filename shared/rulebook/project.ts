import * as z from 'zod';
import { call, citation, date, euro } from './values.ts';

const tranche = z.strictObject({
  tranche: z.string().regex(/^[^#\s]+$/, 'write the name of the tranche without spaces, like "2025-1"'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  rate: z.string().regex(/^\d+(\.\d+)?$/, 'write the rate in quotes, like "11.7425"'),
  date,
  evidence: z.string().min(1),
  ...citation,
});

/**
 * The project of one call. `exchange`: the one rate at which the whole budget was received; `tranches` instead, where it
 * comes in parts, each with its own rate, day and evidence.
 */
export const project = z
  .strictObject({
    call,
    project: z.string().min(1),
    /** First and last day of the project: stays lie within. */
    starts: date.optional(),
    ends: date.optional(),
    budget: euro,
    exchange: tranche.optional(),
    tranches: z
      .array(tranche.extend({ amount: euro }))
      .min(1)
      .optional(),
    ...citation,
  })
  .refine(
    ({ exchange, tranches }) => (exchange === undefined) !== (tranches === undefined),
    'give either "exchange", the rate of the whole budget, or "tranches"',
  )
  .refine(
    ({ tranches = [] }) => new Set(tranches.map((each) => each.tranche)).size === tranches.length,
    'two tranches have one name',
  )
  .refine(
    ({ tranches = [] }) => new Set(tranches.map((each) => each.currency)).size <= 1,
    'the tranches of a call come in one currency',
  )
  .refine(
    ({ budget, tranches = [] }) => tranches.reduce((total, { amount }) => total + amount.minor, 0) <= budget.minor,
    'the tranches are more than the budget',
  )
  .transform(({ exchange, tranches, ...rest }) => {
    const whole = exchange === undefined ? [] : [{ ...exchange, amount: rest.budget }];
    const all = (tranches ?? whole).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const newest = all.at(-1);
    if (newest === undefined) throw new TypeError('The refinement above has let a project without money pass.');
    return { ...rest, exchange: newest, tranches: all };
  });
