import type { Language } from '../rulebook/types.ts';

/** How dates and moments are written in one language. */
export interface DateWords {
  readonly months: readonly string[];
  /** Between a date and a time: `18 August 2025 at 08:00`. */
  readonly at: string;
  /** Between two dates. */
  readonly to: string;
  /** After the number of the day, where the language writes something there. */
  readonly afterDay?: string;
}

const norwegian: DateWords = {
  months: [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ],
  at: 'kl.',
  to: 'til',
  afterDay: '.',
};

export const dateWords: Readonly<Record<Language, DateWords>> = {
  en: {
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    at: 'at',
    to: 'to',
  },
  nb: norwegian,
  nn: norwegian,
  nl: {
    months: [
      'januari',
      'februari',
      'maart',
      'april',
      'mei',
      'juni',
      'juli',
      'augustus',
      'september',
      'oktober',
      'november',
      'december',
    ],
    at: 'om',
    to: 'tot en met',
  },
};
