/** ISO 4217 code, e.g. `EUR`, `NOK`. Every currency used here has a hundred minor units. */
export type Currency = string;

/** An exact amount in integer minor units (cents, øre). Never a float, never without its currency. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** Two currencies met in one sum: a bug in the caller, because only shared/money/exchange.ts changes a currency. */
export class CurrencyMismatch extends Error {
  readonly left: Currency;
  readonly right: Currency;

  constructor(left: Currency, right: Currency) {
    super(`An amount in ${left} cannot be combined with one in ${right}: convert it at the recorded rate first.`);
    this.name = 'CurrencyMismatch';
    this.left = left;
    this.right = right;
  }
}

/** An amount that is not a whole number of minor units, or not written as one. */
export class InvalidAmount extends Error {
  readonly given: string;

  constructor(given: string, advice: string) {
    super(`"${given}" is not an amount of money: ${advice}.`);
    this.name = 'InvalidAmount';
    this.given = given;
  }
}

/** An amount of `minor` hundredths of `currency`. Throws InvalidAmount when it is no safe integer. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new InvalidAmount(String(minor), 'give a whole number of cents or øre');
  // Minus zero would print and compare as zero, and yet be unequal to it in a deep comparison.
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** Euro cents as money. */
export function eur(minor: number): Money {
  return money(minor, 'EUR');
}

/** Nothing, in the currency. */
export function zero(currency: Currency): Money {
  return money(0, currency);
}

/** left + right; both of one currency. */
export function add(left: Money, right: Money): Money {
  return money(left.minor + sameCurrency(left, right).minor, left.currency);
}

/** left − right; both of one currency. The result may be negative. */
export function subtract(left: Money, right: Money): Money {
  return money(left.minor - sameCurrency(left, right).minor, left.currency);
}

export function negate(amount: Money): Money {
  return money(-amount.minor, amount.currency);
}

/** Negative when left is less than right, zero when equal, positive when more. */
export function compare(left: Money, right: Money): number {
  return left.minor - sameCurrency(left, right).minor;
}

export function isZero(amount: Money): boolean {
  return amount.minor === 0;
}

/** Sum of all amounts; the currency is needed for the empty list. */
export function sum(amounts: Iterable<Money>, currency: Currency): Money {
  let total = zero(currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/** For files and JSON: `"1484.00"`, `"-0.05"`. No separators, always two decimals. */
export function formatDecimal(amount: Money): string {
  const { sign, whole, cents } = parts(amount);
  return `${sign}${whole}.${cents}`;
}

/** How thousands and decimals are written, by language of rulebook/types.ts. Unknown languages read like English. */
const separators: Readonly<Record<string, { readonly thousands: string; readonly decimal: string }>> = {
  en: { thousands: ' ', decimal: '.' },
  nb: { thousands: ' ', decimal: ',' },
  nn: { thousands: ' ', decimal: ',' },
  nl: { thousands: '.', decimal: ',' },
};
const english = { thousands: ' ', decimal: '.' } as const;

/** For people: `1 484.00 EUR` in English, `1 484,00 EUR` in Norwegian, `1.484,00 EUR` in Dutch. */
export function formatForPeople(amount: Money, language: string): string {
  const { thousands, decimal } = separators[language] ?? english;
  const { sign, whole, cents } = parts(amount);
  return `${sign === '' ? '' : '−'}${grouped(whole, thousands)}${decimal}${cents} ${amount.currency}`;
}

/**
 * Reads `"1484.00"` (two decimals, no separators, perhaps a leading minus).
 * Throws InvalidAmount with a sentence for anything else: a missing decimal may be a slip by a factor of a hundred.
 */
export function parseDecimal(text: string, currency: Currency): Money {
  if (!/^-?\d{1,13}\.\d{2}$/.test(text)) {
    throw new InvalidAmount(text, 'write digits, a point and two decimals, for example "1484.00"');
  }
  return money(Number(text.replace('.', '')), currency);
}

function sameCurrency(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new CurrencyMismatch(left.currency, right.currency);
  return right;
}

function parts(amount: Money): { sign: string; whole: string; cents: string } {
  const digits = String(Math.abs(amount.minor)).padStart(3, '0');
  return { sign: amount.minor < 0 ? '-' : '', whole: digits.slice(0, -2), cents: digits.slice(-2) };
}

function grouped(whole: string, separator: string): string {
  let text = whole.slice(-3);
  for (let end = whole.length - 3; end > 0; end -= 3)
    text = `${whole.slice(Math.max(0, end - 3), end)}${separator}${text}`;
  return text;
}
