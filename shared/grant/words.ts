import { formatForPeople, type Money } from '../money/money.ts';
import type { Language } from '../rulebook/types.ts';

/** The words of a working. Numbers and signs are the same in every language. */
interface Words {
  readonly travel: string;
  readonly withoutGrant: string;
  readonly flat: (months: string) => string;
  readonly oneWay: string;
  readonly estimated: string;
  readonly covers: (unit: string, percent: number) => string;
  readonly andWhole: (amount: string) => string;
  readonly from: (km: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly standard: string;
  readonly green: string;
  readonly greenWithoutRate: string;
  readonly returnTrip: string;
  readonly below: (km: string) => string;
  readonly noTravelGrant: string;
  readonly travelDays: (funded: number, given: number, atMost: number, where: string) => string;
  readonly once: string;
  readonly realCost: string;
  readonly together: string;
  readonly paid: string;
  /** Paid, less what came back or was given up. */
  readonly kept: string;
  readonly toPay: string;
  readonly toRepay: string;
  readonly settled: string;
  readonly belowMinimum: (days: string, minimum: string) => string;
  readonly nothingConfirmed: string;
  readonly agreedKept: (short: string, tolerance: number) => string;
  readonly interruption: (days: string, away: number, left: number) => string;
  readonly extraDays: (extra: string) => string;
  readonly aboveMaximum: (days: string, maximum: number) => string;
}

const en: Words = {
  travel: 'travel',
  withoutGrant: 'without grant',
  flat: (months) => `${months} flat`,
  oneWay: 'km one way',
  estimated: 'estimated from the cities',
  andWhole: (amount) => `and ${amount} that is claimed after the return`,
  covers: (unit, percent) => `the unit of ${unit} covers less than ${percent} % of the real cost`,
  from: (km) => `${km} km or more`,
  between: (from, to) => `${from}–${to} km`,
  standard: 'standard',
  green: 'green',
  greenWithoutRate: 'standard, there is no green rate here',
  returnTrip: 'per return trip',
  below: (km) => `nothing below ${km} km`,
  noTravelGrant: 'no travel grant by this rule',
  travelDays: (funded, given, atMost, where) => `${funded} of ${given} travel days funded, at most ${atMost} ${where}`,
  once: 'once',
  realCost: 'documented real cost',
  together: 'Together',
  paid: 'paid',
  kept: 'kept so far',
  toPay: 'still to pay',
  toRepay: 'to repay',
  settled: 'nothing to pay and nothing to repay',
  belowMinimum: (days, minimum) => `${days} confirmed, fewer than the minimum of ${minimum}: nothing is due`,
  nothingConfirmed: 'nothing of the stay is confirmed: nothing is due',
  agreedKept: (short, tolerance) => `${short} short, within the tolerance of ${tolerance}: the agreed amount stays`,
  interruption: (days, away, left) => `${days} − ${away} of interruption, which are not funded = ${left}`,
  extraDays: (extra) => `${extra} beyond the agreement, without grant`,
  aboveMaximum: (days, maximum) => `${days} beyond the maximum of ${maximum}, without grant`,
};

const nb: Words = {
  travel: 'reise',
  withoutGrant: 'uten stipend',
  flat: (months) => `${months} fast`,
  oneWay: 'km én vei',
  estimated: 'anslått fra byene',
  andWhole: (amount) => `og ${amount} som kreves etter hjemkomst`,
  covers: (unit, percent) => `enhetssatsen på ${unit} dekker mindre enn ${percent} % av den faktiske utgiften`,
  from: (km) => `${km} km eller mer`,
  between: (from, to) => `${from}–${to} km`,
  standard: 'standard',
  green: 'grønn',
  greenWithoutRate: 'standard, her finnes ingen grønn sats',
  returnTrip: 'tur-retur',
  below: (km) => `ingenting under ${km} km`,
  noTravelGrant: 'ingen reisestøtte etter denne regelen',
  travelDays: (funded, given, atMost, where) => `${funded} av ${given} reisedager støttes, høyst ${atMost} ${where}`,
  once: 'én gang',
  realCost: 'dokumentert faktisk utgift',
  together: 'Til sammen',
  paid: 'utbetalt',
  kept: 'beholdt så langt',
  toPay: 'gjenstår å utbetale',
  toRepay: 'skal betales tilbake',
  settled: 'ingenting å utbetale og ingenting å betale tilbake',
  belowMinimum: (days, minimum) => `${days} bekreftet, færre enn minstekravet på ${minimum}: ingenting gis`,
  nothingConfirmed: 'ingenting av oppholdet er bekreftet: ingenting gis',
  agreedKept: (short, tolerance) => `${short} kortere, innenfor toleransen på ${tolerance}: avtalt beløp står`,
  interruption: (days, away, left) => `${days} − ${away} med avbrudd, som det ikke gis stipend for = ${left}`,
  extraDays: (extra) => `${extra} ut over avtalen, uten stipend`,
  aboveMaximum: (days, maximum) => `${days} over det høyeste på ${maximum}, uten stipend`,
};

const nn: Words = {
  ...nb,
  withoutGrant: 'utan stipend',
  flat: (months) => `${months} fast`,
  oneWay: 'km éin veg',
  estimated: 'rekna ut frå byane',
  andWhole: (amount) => `og ${amount} som blir kravd etter heimkomst`,
  covers: (unit, percent) => `einingssatsen på ${unit} dekkjer mindre enn ${percent} % av den faktiske utgifta`,
  from: (km) => `${km} km eller meir`,
  green: 'grøn',
  greenWithoutRate: 'standard, her finst ingen grøn sats',
  returnTrip: 'tur-retur',
  below: (km) => `ingenting under ${km} km`,
  noTravelGrant: 'inga reisestøtte etter denne regelen',
  travelDays: (funded, given, atMost, where) =>
    `${funded} av ${given} reisedagar blir støtta, høgst ${atMost} ${where}`,
  once: 'éin gong',
  realCost: 'dokumentert faktisk utgift',
  together: 'Til saman',
  paid: 'utbetalt',
  kept: 'behalde så langt',
  toPay: 'står att å betale ut',
  toRepay: 'skal betalast tilbake',
  settled: 'ingenting å betale ut og ingenting å betale tilbake',
  belowMinimum: (days, minimum) => `${days} stadfesta, færre enn minstekravet på ${minimum}: ingenting blir gitt`,
  nothingConfirmed: 'ingenting av opphaldet er stadfesta: ingenting blir gitt',
  agreedKept: (short, tolerance) => `${short} kortare, innanfor toleransen på ${tolerance}: avtalt beløp står`,
  interruption: (days, away, left) => `${days} − ${away} med avbrot, som det ikkje blir gitt stipend for = ${left}`,
  extraDays: (extra) => `${extra} ut over avtalen, utan stipend`,
  aboveMaximum: (days, maximum) => `${days} over det høgste på ${maximum}, utan stipend`,
};

const nl: Words = {
  travel: 'reis',
  withoutGrant: 'zonder beurs',
  flat: (months) => `vast ${months}`,
  oneWay: 'km enkele reis',
  estimated: 'geschat vanaf de steden',
  andWhole: (amount) => `en ${amount} die na terugkeer wordt aangevraagd`,
  covers: (unit, percent) => `de eenheidsprijs van ${unit} dekt minder dan ${percent} % van de werkelijke kosten`,
  from: (km) => `${km} km of meer`,
  between: (from, to) => `${from}–${to} km`,
  standard: 'standaard',
  green: 'groen',
  greenWithoutRate: 'standaard, er is hier geen groen tarief',
  returnTrip: 'voor de heen- en terugreis',
  below: (km) => `niets onder ${km} km`,
  noTravelGrant: 'geen reisvergoeding volgens deze regel',
  travelDays: (funded, given, atMost, where) =>
    `${funded} van ${given} reisdagen vergoed, hoogstens ${atMost} ${where}`,
  once: 'eenmalig',
  realCost: 'aangetoonde werkelijke kosten',
  together: 'Samen',
  paid: 'betaald',
  kept: 'tot nu toe behouden',
  toPay: 'nog te betalen',
  toRepay: 'terug te betalen',
  settled: 'niets te betalen en niets terug te betalen',
  belowMinimum: (days, minimum) =>
    `${days} bevestigd, minder dan het minimum van ${minimum}: er is geen recht op een beurs`,
  nothingConfirmed: 'van het verblijf is niets bevestigd: er is geen recht op een beurs',
  agreedKept: (short, tolerance) => `${short} korter, binnen de marge van ${tolerance}: het afgesproken bedrag blijft`,
  interruption: (days, away, left) => `${days} − ${away} onderbroken, waarvoor geen beurs is = ${left}`,
  extraDays: (extra) => `${extra} boven de overeenkomst, zonder beurs`,
  aboveMaximum: (days, maximum) => `${days} boven het maximum van ${maximum}, zonder beurs`,
};

const all: Readonly<Record<Language, Words>> = { en, nb, nn, nl };

export function wordsOf(language: Language): Words {
  return all[language];
}

/** `2 155.33 EUR` in the language's own writing. */
export function amountIn(amount: Money, language: Language): string {
  return formatForPeople(amount, language);
}

/** Kilometres with thousands apart, decimals as given: `1 478.4`. */
export function kilometres(km: number): string {
  const [whole = '', decimals] = String(km).split('.');
  const grouped = whole.length > 3 ? `${whole.slice(0, -3)} ${whole.slice(-3)}` : whole;
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
