import * as z from 'zod';
import { isBban, isIban } from '../payments/accounts.ts';
import { characterSets } from '../payments/characters.ts';
import { citation, country, timeOfDay } from './values.ts';

const bban = z.string().refine(isBban, 'write the eleven digits of a Norwegian account in quotes');
const iban = z.string().refine(isIban, 'write an IBAN without spaces');

/** What every institution that pays has, however it pays. */
const common = {
  debtorName: z.string().min(1).max(70),
  currency: z.string().regex(/^[A-Z]{3}$/),
  kid: z.enum(['mod10', 'mod11']),
  kidPrefix: z.string().regex(/^\d*$/, 'write digits in quotes'),
  /** Local time at which the day's payment run is cut off on business days. */
  cutOff: timeOfDay,
  /** Accounts besides the one that pays, e.g. one for repayments: what the bank reports of them is booked as well. */
  furtherAccounts: z.array(z.union([bban, iban])).optional(),
  ...citation,
};

const bic = z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'write a BIC of eight or eleven characters');

const paymentFile = {
  ...common,
  format: z.enum(['pain.001.001.03', 'pain.001.001.09']),
  town: z.string().min(1).max(35),
  country,
  /** Letters that the bank takes as they are; every other one is transliterated. */
  characters: z.enum(characterSets),
};

/** Kroner from a Norwegian account, which the bank knows by its number. */
const domestic = z.strictObject({ ...paymentFile, rail: z.literal('domestic-nok'), account: bban, bic });

/** Euro from an account in euro, all by IBAN; a SEPA bank needs no BIC. */
const sepa = z.strictObject({
  ...paymentFile,
  rail: z.literal('sepa'),
  account: iban,
  bic: bic.optional(),
  currency: z.literal('EUR'),
});

const dimension = z.string().regex(/^[A-Za-z0-9-]{1,25}$/, 'write letters, digits and hyphens in quotes');

/** What one line of a voucher is booked on; what the finance system does not use is left out. */
const dimensions = z.strictObject({
  account: dimension,
  costCentre: dimension,
  project: dimension.optional(),
  activity: dimension.optional(),
});

/**
 * No bank: a file of vouchers for the finance system, each of which books a grant from the project of the institution on
 * to the unit that bears the cost. `account` is where a unit or person outside the system pays back to.
 */
const vouchers = z.strictObject({
  ...common,
  format: z.literal('voucher-csv'),
  account: z.union([bban, iban]),
  voucher: z.strictObject({
    /** The finance system's kind of voucher. */
    type: dimension,
    separator: z.enum([';', ',']),
    decimal: z.enum([',', '.']),
    characters: z.enum(characterSets),
    /** How the numbers of cost centres look. */
    costCentre: z.strictObject({ digits: z.int().min(3).max(12), example: z.string().regex(/^\d+$/) }),
    /** The project that gives the grant: the debit line. */
    project: dimensions,
    /** The unit that gets it: the credit line, on the cost centre that the application names. */
    unit: dimensions.omit({ costCentre: true }),
  }),
});

/** How an institution pays, by the shape of the files that its bank or finance system takes. */
export const bank = z.discriminatedUnion('format', [z.discriminatedUnion('rail', [domestic, sepa]), vouchers]);

type Uncited<T> = Readonly<Omit<T, keyof typeof citation>>;

/** An institution that pays by files for its bank (pain.001), in kroner or by SEPA. */
export type PaymentFileProfile = Omit<Uncited<z.output<typeof domestic>>, 'rail' | 'bic'> & {
  readonly rail: 'domestic-nok' | 'sepa';
  /** A SEPA bank needs none. */
  readonly bic?: string | undefined;
};

/** An institution that pays its units by vouchers for its finance system. */
export type VoucherProfile = Uncited<z.output<typeof vouchers>>;

export type BankProfile = PaymentFileProfile | VoucherProfile;
