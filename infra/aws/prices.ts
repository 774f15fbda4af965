/**
 * What AWS charges in eu-north-1 for the units that one mobility uses, without tax and without the free tier. The table in
 * README.md shows the same values and a test keeps both equal. In picodollars (10⁻¹² USD), because a unit costs less than
 * any cent and whole numbers add up exactly.
 */
export interface Price {
  readonly unit: string;
  readonly picodollars: number;
  /** As AWS states it. */
  readonly stated: string;
  readonly source: string;
  readonly date: string;
  /** True: taken for this region without having been checked there. */
  readonly assumed: boolean;
}

const list = (page: string): string => `https://aws.amazon.com/${page}/pricing/`;

export const prices = {
  stateTransition: {
    unit: 'state transition of a Standard workflow',
    picodollars: 25_000_000,
    stated: '$0.025 per 1 000',
    source: list('step-functions'),
    date: '2026-11',
    assumed: false,
  },
  lambdaRequest: {
    unit: 'Lambda request',
    picodollars: 200_000,
    stated: '$0.20 per million',
    source: list('lambda'),
    date: '2026-11',
    assumed: true,
  },
  lambdaGigabyteSecond: {
    unit: 'Lambda GB-second on arm64',
    picodollars: 13_333_400,
    stated: '$0.0000133334',
    source: list('lambda'),
    date: '2026-11',
    assumed: true,
  },
  writeUnit: {
    unit: 'DynamoDB write request unit, on demand',
    picodollars: 670_000,
    stated: '$0.67 per million',
    source: list('dynamodb'),
    date: '2026-11',
    assumed: true,
  },
  readUnit: {
    unit: 'DynamoDB read request unit, on demand',
    picodollars: 134_000,
    stated: '$0.134 per million',
    source: list('dynamodb'),
    date: '2026-11',
    assumed: true,
  },
  mail: {
    unit: 'mail by SES',
    picodollars: 100_000_000,
    stated: '$0.10 per 1 000',
    source: list('ses'),
    date: '2026-11',
    assumed: true,
  },
  objectWrite: {
    unit: 'S3 PUT or LIST request',
    picodollars: 5_000_000,
    stated: '$0.005 per 1 000',
    source: list('s3'),
    date: '2026-11',
    assumed: true,
  },
  objectRead: {
    unit: 'S3 GET request',
    picodollars: 400_000,
    stated: '$0.0004 per 1 000',
    source: list('s3'),
    date: '2026-11',
    assumed: true,
  },
} as const satisfies Record<string, Price>;

export type BilledUnit = keyof typeof prices;

/** What so many units cost, in whole picodollars (half a one rounds up). Units may be fractions, e.g. GB-seconds. */
export function cost(units: Readonly<Partial<Record<BilledUnit, number>>>): number {
  return Object.entries(units).reduce(
    (sum, [unit, count]) => sum + Math.round(prices[unit as BilledUnit].picodollars * count),
    0,
  );
}

/** Picodollars as dollars with six decimals, e.g. `$0.003125`. */
export function dollars(picodollars: number): string {
  return `$${(picodollars / 1e12).toFixed(6)}`;
}
