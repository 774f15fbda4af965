import type { IsoDate } from './clock.ts';
import { addDays, dateParts, weekday } from './dates.ts';
import { easterSunday } from './easter.ts';

/** A country whose public holidays are not known here. */
export class UnknownPublicHolidays extends Error {
  readonly country: string;

  constructor(country: string) {
    super(
      `The public holidays of ${country} are not known: add them, with their law, to shared/calendar/working-days.ts. ` +
        `Known are ${countriesWithHolidays.join(', ')}.`,
    );
    this.name = 'UnknownPublicHolidays';
    this.country = country;
  }
}

/** One holiday: a day of the year (`MM-DD`), or so many days after Easter Sunday; from a year on, where it is younger. */
type Holiday = { readonly since?: number } & (
  | { readonly on: string /** The day before, where it would be a Sunday. */; readonly notOnSunday?: true }
  | { readonly easter: number }
);

/** The holidays of one country, and the law that says that a term does not end on them. */
interface PublicHolidays {
  readonly days: readonly Holiday[];
  readonly source: string;
}

const publicHolidays: Readonly<Record<string, PublicHolidays>> = {
  NO: {
    // New Year, Maundy Thursday, Good Friday, Easter, Ascension Day, Whitsun, Christmas; 1 and 17 May by their own act.
    days: [
      { on: '01-01' },
      { easter: -3 },
      { easter: -2 },
      { easter: 0 },
      { easter: 1 },
      { on: '05-01' },
      { on: '05-17' },
      { easter: 39 },
      { easter: 49 },
      { easter: 50 },
      { on: '12-25' },
      { on: '12-26' },
    ],
    source:
      'Lov om helligdager og helligdagsfred (1995-02-24 nr. 12) § 2; lov om 1 og 17 mai som høgtidsdager (1947-04-26 nr. 1); ' +
      'domstolloven § 149: a term that would end on a Saturday, a holiday or such a day ends on the next working day',
  },
  NL: {
    // New Year, Good Friday (treated as one), Easter Monday, the King's birthday, 5 May, Ascension Day, Whit Monday, Christmas.
    days: [
      { on: '01-01' },
      { easter: -2 },
      { easter: 1 },
      { on: '04-27', notOnSunday: true, since: 2014 },
      { on: '05-05' },
      { easter: 39 },
      { easter: 50 },
      { on: '12-25' },
      { on: '12-26' },
    ],
    source:
      'Algemene termijnenwet, article 3 (the days; the King’s birthday on 26 April where the 27th is a Sunday) and ' +
      'article 1: a term that would end on a Saturday, a Sunday or such a day lasts until the next other day',
  },
};

export const countriesWithHolidays: readonly string[] = Object.keys(publicHolidays);

/** The law behind the working days of a country (ISO 3166 alpha-2). Throws UnknownPublicHolidays. */
export const lawOfHolidays = (country: string): string => holidaysOf(country).source;

/** True on Monday to Friday, unless it is a public holiday of the country. Throws UnknownPublicHolidays. */
export function isWorkingDay(date: IsoDate, country: string): boolean {
  const { days } = holidaysOf(country);
  return weekday(date) <= 5 && !days.some((holiday) => isOn(holiday, date));
}

/** The date itself when it is a working day, otherwise the next one. */
export function nextWorkingDay(date: IsoDate, country: string): IsoDate {
  let day = date;
  while (!isWorkingDay(day, country)) day = addDays(day, 1);
  return day;
}

/** The date itself when it is a working day, otherwise the last one before it. */
export function lastWorkingDay(date: IsoDate, country: string): IsoDate {
  let day = date;
  while (!isWorkingDay(day, country)) day = addDays(day, -1);
  return day;
}

function holidaysOf(country: string): PublicHolidays {
  const known = publicHolidays[country];
  if (known === undefined) throw new UnknownPublicHolidays(country);
  return known;
}

function isOn(holiday: Holiday, date: IsoDate): boolean {
  const { year } = dateParts(date);
  if (holiday.since !== undefined && year < holiday.since) return false;
  if ('easter' in holiday) return addDays(easterSunday(year), holiday.easter) === date;
  const day = `${year}-${holiday.on}`;
  return date === (holiday.notOnSunday && weekday(day) === 7 ? addDays(day, -1) : day);
}
