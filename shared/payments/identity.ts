import { createHash } from 'node:crypto';
import type { Money } from '../money/money.ts';
import { accountText } from './accounts.ts';
import { isReference } from './characters.ts';
import type { PayeeAccount } from './types.ts';

/** Three letters in the EndToEndId for what a payment is; never reused for another purpose. */
const purposeCodes = {
  'pre-financing': 'PRE',
  balance: 'BAL',
  'overpayment-return': 'RET',
  'unit-reversal': 'REV',
} as const;

export type PaymentPurpose = keyof typeof purposeCodes;
const purposes = Object.keys(purposeCodes) as readonly PaymentPurpose[];

export interface PaymentIdentity {
  readonly institution: string;
  readonly mobility: string;
  readonly purpose: PaymentPurpose;
  readonly sequence: number;
}

/** Parts were given from which no EndToEndId can be made: a fault of the caller. */
export class BadPaymentIdentity extends Error {
  override readonly name = 'BadPaymentIdentity';
}

const mobilityId = /^[0-9A-HJKMNP-TV-Z]{10}$/;

/**
 * The payment's reference at the bank, a function of its identity (design.md §5): `NHH-8F3K2M9QRT-PRE1`.
 * Different identities give different references: read from the right, number, purpose (3) and mobility (10) have known
 * shapes, and what is left is the institution, whose letters are small beforehand.
 *
 * @param institution id of the tenant: small letters, digits, hyphens; at most 16 characters
 * @param mobility ten characters of Crockford base 32
 * @param sequence 1 for the first payment of its purpose, one more for each that replaces it; at most 999
 * @throws BadPaymentIdentity when a part has another shape
 */
export function endToEndId(institution: string, mobility: string, purpose: PaymentPurpose, sequence: number): string {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,14}[a-z0-9])?$/.test(institution)) {
    throw new BadPaymentIdentity(`The institution id ${institution} must be 1 to 16 small letters, digits or hyphens.`);
  }
  if (!mobilityId.test(mobility))
    throw new BadPaymentIdentity(`The mobility id ${mobility} must be ten Crockford characters.`);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 999) {
    throw new BadPaymentIdentity(`The payment number ${sequence} of mobility ${mobility} must be 1 to 999.`);
  }
  return `${institution.toUpperCase()}-${mobility}-${purposeCodes[purpose]}${sequence}`;
}

/** The identity in an EndToEndId that this system made; undefined for every other reference. */
export function identityOf(reference: string): PaymentIdentity | undefined {
  if (!isReference(reference)) return undefined;
  const found =
    /^([A-Z0-9](?:[A-Z0-9-]{0,14}[A-Z0-9])?)-([0-9A-HJKMNP-TV-Z]{10})-(PRE|BAL|RET|REV)([1-9]\d{0,2})$/.exec(reference);
  const [, institution, mobility, code, sequence] = found ?? [];
  if (institution === undefined || mobility === undefined || sequence === undefined) return undefined;
  const purpose = purposes.find((one) => purposeCodes[one] === code);
  if (purpose === undefined) return undefined;
  return { institution: institution.toLowerCase(), mobility, purpose, sequence: Number(sequence) };
}

/**
 * Hash of what a payment instructs: amount, currency, account, and whether it takes back. The same identity with another hash is an alarm
 * (design.md §5). One account hashes the same as BBAN and as IBAN. 64 hexadecimal digits; it stays inside the store,
 * because an account number could be guessed from it.
 */
export function instructionHash(instruction: {
  readonly amount: Money;
  readonly account: PayeeAccount;
  readonly reversal?: true;
}): string {
  const { amount, account, reversal } = instruction;
  return createHash('sha256')
    .update(`1|${amount.minor}|${amount.currency}|${accountText(account)}${reversal ? '|reversal' : ''}`)
    .digest('hex');
}
