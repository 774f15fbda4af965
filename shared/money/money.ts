/** ISO 4217 code, e.g. `EUR`, `NOK`. */
export type Currency = string;

/** An exact amount in integer minor units (cents, øre). Never a float, never without its currency. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}
