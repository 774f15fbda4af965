import { type Money, money } from '../money/money.ts';

/** Decimals of the currencies that do not have two (ISO 4217). */
const otherDecimals: Readonly<Record<string, number>> = {
  ...{ BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0 },
  ...{ XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3, CLF: 4, UYW: 4 },
};

/** How many decimals an amount of the currency has in a bank file: NOK 2, ISK 0, KWD 3. */
export function decimalsOf(currency: string): number {
  return otherDecimals[currency] ?? 2;
}

/**
 * An amount of a bank file, exactly, in minor units of its currency. XML decimals may leave the fraction out, fill it
 * with zeros or begin with a point (`200000`, `3.1`, `3.10000`, `.5`). Undefined for a text that is no amount, is
 * negative, is finer than the currency, or too large to be exact.
 */
export function parseAmount(text: string, currency: string): Money | undefined {
  if (!/^[A-Z]{3}$/.test(currency)) return undefined;
  const found = /^\+?(\d*)(?:\.(\d*))?$/.exec(text);
  const whole = found?.[1] ?? '';
  const fraction = (found?.[2] ?? '').replace(/0+$/, '');
  const decimals = decimalsOf(currency);
  if (found === null || !/\d/.test(text) || text.length > 40 || fraction.length > decimals) return undefined;
  const minor = Number(`${whole}${fraction.padEnd(decimals, '0')}` || '0');
  return Number.isSafeInteger(minor) ? money(minor, currency) : undefined;
}

/** The amount as a bank file carries it, with all decimals of its currency: `1484.00`, `500` (ISK). Not for negatives. */
export function formatAmount(amount: Money): string {
  return decimalText(BigInt(amount.minor), decimalsOf(amount.currency));
}

/**
 * Control sum of a file: the plain sum of the numbers whatever their currencies, as ISO 20022 defines it
 * (CtrlSum, "irrespective of currencies"), exactly, with the most decimals any of them has.
 */
export function controlSum(amounts: readonly Money[]): string {
  const decimals = Math.max(0, ...amounts.map((amount) => decimalsOf(amount.currency)));
  const sum = amounts.reduce(
    (total, amount) => total + BigInt(amount.minor) * 10n ** BigInt(decimals - decimalsOf(amount.currency)),
    0n,
  );
  return decimalText(sum, decimals);
}

function decimalText(minor: bigint, decimals: number): string {
  const digits = minor.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
