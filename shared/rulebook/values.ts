import * as z from 'zod';
import { isIsoDate } from '../calendar/dates.ts';
import { activityTypes } from '../grant/activities.ts';
import { countryCodes } from '../grant/countries.ts';
import { parseDecimal } from '../money/money.ts';

/** A calendar date, `YYYY-MM-DD`. */
export const date = z.string().refine(isIsoDate, 'write a date of the calendar, like 2025-08-31');

/** A local time of day, `HH:MM`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time of day in quotes, like "12:00"');

/** ISO 3166-1 alpha-2. */
export const country = z
  .string()
  .refine(
    (code) => countryCodes.has(code),
    'write a country as two capital letters of ISO 3166, like FR (Greece is GR)',
  );

/** Euro in the file as text with two decimals; in the program as Money. */
export const euro = z
  .string('write an amount in quotes with two decimals, like "530.00"')
  .regex(/^\d{1,11}\.\d{2}$/, 'write an amount in quotes with two decimals, like "530.00"')
  .transform((text) => parseDecimal(text, 'EUR'));

/** The year of a call for proposals, as text. */
export const call = z.string().regex(/^20\d\d$/, 'write the year of the call in quotes, like "2025"');

export const language = z.enum(['en', 'nb', 'nn', 'nl']);

/** A sentence in the languages it has been written in; English always. */
export const text = z.strictObject({
  en: z.string().min(1),
  nb: z.string().min(1).optional(),
  nn: z.string().min(1).optional(),
  nl: z.string().min(1).optional(),
});
export type Text = z.output<typeof text>;

/** Where a value comes from. `assumed` says that no source states it and somebody has to confirm it. */
export const citation = {
  source: z.string().min(1, 'name the document and the place in it'),
  note: z.string().min(1).optional(),
  assumed: z.literal(true).optional(),
};

/** A single value with its citation: `{ value: 30, source: … }`. The program sees the value alone. */
export function cited<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, ...citation }).transform((node) => (node as { value: z.output<T> }).value);
}

/** When and for whom an entry applies; what is left out applies to all. Entries are tried in order, the first wins. */
export const validity = {
  /** Years of the call, both included. */
  calls: z.strictObject({ from: z.int().optional(), to: z.int().optional() }).optional(),
  /** First day of the stay: at or after `from`, before `before`. */
  starts: z.strictObject({ from: date.optional(), before: date.optional() }).optional(),
  /** The sending National Agency, e.g. NO01. */
  agency: z.string().optional(),
  activities: z.array(z.enum(activityTypes)).min(1).optional(),
};
