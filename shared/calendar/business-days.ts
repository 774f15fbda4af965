import type { Instant, IsoDate } from './clock.ts';
import { addDays, dateParts, weekday } from './dates.ts';
import { easterSunday } from './easter.ts';
import { dateAt, instantOf } from './zones.ts';

/** A country whose bank holidays are not known here. */
export class UnknownBankHolidays extends Error {
  readonly country: string;

  constructor(country: string) {
    super(
      `The bank holidays of ${country} are not known: add them to shared/calendar/business-days.ts. ` +
        `Known are ${Object.keys(closedDays).join(', ')}.`,
    );
    this.name = 'UnknownBankHolidays';
    this.country = country;
  }
}

interface ClosedDays {
  /** `MM-DD` of every year. */
  readonly fixed: readonly string[];
  /** Days after Easter Sunday. */
  readonly fromEaster: readonly number[];
}

const goodFriday = -2;
const easterMonday = 1;

/** The euro's settlement system is closed on these days only, whatever a member state's own holidays are. */
const euroArea: ClosedDays = { fixed: ['01-01', '05-01', '12-25', '12-26'], fromEaster: [goodFriday, easterMonday] };

const closedDays: Readonly<Record<string, ClosedDays>> = {
  // Public holidays of the Norwegian act on holidays of 1995 and the acts on 1 and 17 May: Maundy Thursday, Good
  // Friday, Easter, Ascension Day and Whitsun move with Easter.
  NO: {
    fixed: ['01-01', '05-01', '05-17', '12-25', '12-26'],
    fromEaster: [-3, goodFriday, 0, easterMonday, 39, 49, 50],
  },
  NL: euroArea,
};

/** True when banks of the country (ISO 3166 alpha-2) work on that day. Throws UnknownBankHolidays. */
export function isBusinessDay(date: IsoDate, country: string): boolean {
  const closed = closedDays[country];
  if (closed === undefined) throw new UnknownBankHolidays(country);
  if (weekday(date) > 5 || closed.fixed.includes(date.slice(5))) return false;
  const easter = easterSunday(dateParts(date).year);
  return !closed.fromEaster.some((days) => addDays(easter, days) === date);
}

/** The date itself when it is a business day, otherwise the next one. */
export function nextBusinessDay(date: IsoDate, country: string): IsoDate {
  let day = date;
  while (!isBusinessDay(day, country)) day = addDays(day, 1);
  return day;
}

/** The first cut-off (`HH:MM` local time of a business day) at or after the instant. */
export function nextCutOff(instant: Instant, time: string, zone: string, country: string): Instant {
  const today = nextBusinessDay(dateAt(instant, zone), country);
  const cutOff = instantOf(today, time, zone);
  return cutOff >= instant ? cutOff : instantOf(nextBusinessDay(addDays(today, 1), country), time, zone);
}
