import type { Instant, IsoDate } from '../calendar/clock.ts';
import { dateParts } from '../calendar/dates.ts';
import { dateAt, timeAt } from '../calendar/zones.ts';
import { formatForPeople, type Money } from '../money/money.ts';
import type { Language } from '../rulebook/types.ts';
import { dateWords } from './dates.ts';

/** How amounts and dates are written for one reader: their language, the institution's time zone. */
export interface Say {
  /** `1 484.00 EUR`. */
  money(amount: Money): string;
  /** `18 August 2025`. Takes a date or an instant, which becomes the institution's date. */
  date(when: IsoDate | Instant): string;
  /** `18 August 2025 at 08:00`. */
  moment(at: Instant): string;
  /** `18 August to 19 December 2025`, with both years where they differ. */
  period(period: { readonly start: IsoDate; readonly end: IsoDate }): string;
  /** A rate or another exact decimal: `11.7425`, with the comma of the language. */
  decimal(text: string): string;
}

/** @param zone time zone of the institution */
export function sayIn(language: Language, zone: string): Say {
  const words = dateWords[language];
  const parts = (date: IsoDate) => {
    const { year, month, day } = dateParts(date);
    return { day: `${day}${words.afterDay ?? ''} ${words.months[month - 1] ?? ''}`, year };
  };
  const date = (when: string): string => {
    const { day, year } = parts(when.includes('T') ? dateAt(when, zone) : when);
    return `${day} ${year}`;
  };
  return {
    money: (amount) => formatForPeople(amount, language),
    date,
    moment: (at) => `${date(at)} ${words.at} ${timeAt(at, zone)}`,
    period: ({ start, end }) => {
      const [from, to] = [parts(start), parts(end)];
      return `${from.day}${from.year === to.year ? '' : ` ${from.year}`} ${words.to} ${to.day} ${to.year}`;
    },
    decimal: (text) => (language === 'en' ? text : text.replace('.', ',')),
  };
}
