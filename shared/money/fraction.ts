/** An exact rational number; the denominator is positive. Every computation with money goes through it. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A number that cannot be a fraction: a division by zero, or text that is no decimal. */
export class InvalidFraction extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'InvalidFraction';
  }
}

/** numerator / denominator, of whole numbers. `of(530n)` is 530. */
export function of(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const below = BigInt(denominator);
  if (below === 0n) throw new InvalidFraction('A fraction cannot have the denominator zero.');
  const above = BigInt(numerator);
  return below < 0n ? { numerator: -above, denominator: -below } : { numerator: above, denominator: below };
}

/** A decimal in text, exactly: `"11.7425"` is 117425/10000. Throws InvalidFraction for anything else. */
export function ofDecimal(text: string): Fraction {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  const [, whole, decimals = ''] = match ?? [];
  if (whole === undefined) throw new InvalidFraction(`"${text}" is not a decimal number; write it like "11.7425".`);
  return of(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export function times(left: Fraction, right: Fraction): Fraction {
  return of(left.numerator * right.numerator, left.denominator * right.denominator);
}

export function plus(left: Fraction, right: Fraction): Fraction {
  return of(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

/** left / right. Throws InvalidFraction when right is zero. */
export function dividedBy(left: Fraction, right: Fraction): Fraction {
  if (right.numerator === 0n) throw new InvalidFraction('A fraction cannot be divided by zero.');
  return of(left.numerator * right.denominator, left.denominator * right.numerator);
}

/**
 * The nearest integer; exactly half goes away from zero (2.5 → 3), so that a correction of −x undoes x to the cent.
 * Throws InvalidFraction when the result is too large for a safe integer.
 */
export function roundHalfUp(value: Fraction): number {
  const negative = value.numerator < 0n;
  const size = negative ? -value.numerator : value.numerator;
  const rounded = Number((size * 2n + value.denominator) / (value.denominator * 2n));
  if (!Number.isSafeInteger(rounded)) throw new InvalidFraction('The result is too large to be an amount of money.');
  return negative && rounded !== 0 ? -rounded : rounded;
}
