import { accountFaults } from '../language/account-faults.ts';
import type { Language } from '../rulebook/types.ts';
import { ibanLengths } from './iban-lengths.ts';
import type { BankAccount, PayeeAccount } from './types.ts';

export type ParsedAccount =
  | { readonly ok: true; readonly account: BankAccount }
  | { readonly ok: false; readonly sentence: string };

/** Digits of a Norwegian account number before its check digit, each times its weight (domain.md §5). */
const bbanWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Whether eleven digits (no spaces or dots) are a Norwegian account number: mod 11, check digit 10 does not exist. */
export function isBban(digits: string): boolean {
  // Eleven zeros satisfy the arithmetic, and no bank has the number 0000.
  if (!/^\d{11}$/.test(digits) || digits.startsWith('0000')) return false;
  const sum = bbanWeights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[10]);
}

/** Rest of the division by 97 of an account text with its country code and check digits moved to the end (ISO 7064). */
function mod97(text: string): number {
  let rest = 0;
  for (const letter of text.slice(4) + text.slice(0, 4)) {
    for (const digit of Number.parseInt(letter, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}

/** Whether a text without spaces, in capitals, is an IBAN: length of its country, check digits, and for Norway the BBAN in it. */
export function isIban(text: string): boolean {
  return ibanFault(text, 'en') === undefined;
}

/** The Norwegian IBAN of an account number, e.g. `86011117947` → `NO9386011117947`. */
export function ibanOfBban(bban: string): string {
  const check = 98 - mod97(`NO00${bban}`);
  return `NO${check.toString().padStart(2, '0')}${bban}`;
}

/** The account number in a valid Norwegian IBAN; undefined for every other text. */
export function bbanOfIban(iban: string): string | undefined {
  return iban.startsWith('NO') && isIban(iban) ? iban.slice(4) : undefined;
}

function ibanFault(text: string, language: Language): string | undefined {
  const faults = accountFaults(language);
  const country = text.slice(0, 2);
  const length = ibanLengths[country];
  if (length === undefined) return faults.noSuchCountry(country);
  if (text.length !== length) return faults.ibanLength(country, length, text.length);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(text)) return faults.ibanStart;
  // 00, 01 and 99 can satisfy the arithmetic, but no check digits are ever made so (ISO 7064 gives 02 to 98).
  if (mod97(text) !== 1 || ['00', '01', '99'].includes(text.slice(2, 4))) return faults.mistypedIban;
  if (country === 'NO' && !isBban(text.slice(4))) return faults.mistypedIban;
  return undefined;
}

/**
 * Reads the account that a person typed: eleven digits (spaces, dots and hyphens allowed) or an IBAN. A Norwegian IBAN
 * becomes its account number, so that one account has one spelling. The sentence says what to correct and never
 * repeats what was typed; it is in the language of whoever typed.
 */
export function parseAccount(text: string, language: Language = 'en'): ParsedAccount {
  const faults = accountFaults(language);
  const typed = text
    .replace(/^\s*IBAN[:\s]+/i, '')
    .replace(/[\s.\u00a0\u2010-\u2013-]/g, '')
    .toUpperCase();
  if (typed === '') return refuse(faults.missing);
  if (typed.length > 60) return refuse(faults.tooLong);
  if (/[^A-Z0-9]/.test(typed)) return refuse(faults.otherCharacters);
  if (/^\d+$/.test(typed)) return parseBban(typed, language);
  if (!/^[A-Z]{2}/.test(typed)) return refuse(faults.neither);
  const fault = ibanFault(typed, language);
  if (fault !== undefined) return refuse(fault);
  const bban = bbanOfIban(typed);
  return { ok: true, account: bban === undefined ? { iban: typed } : { bban } };
}

function parseBban(digits: string, language: Language): ParsedAccount {
  const faults = accountFaults(language);
  if (digits.length !== 11) return refuse(faults.numberLength(digits.length));
  return isBban(digits) ? { ok: true, account: { bban: digits } } : refuse(faults.mistypedNumber);
}

function refuse(sentence: string): ParsedAccount {
  return { ok: false, sentence };
}

/**
 * The account as one canonical text without spaces: the BBAN where it is Norwegian, otherwise the IBAN; of a unit its
 * cost centre, `cost-centre-263110`, which no account can be mistaken for.
 */
export function accountText(account: PayeeAccount): string {
  if ('costCentre' in account) return `cost-centre-${account.costCentre}`;
  if ('bban' in account) return account.bban;
  return bbanOfIban(account.iban) ?? account.iban;
}

/** The account in a bank profile, written as a person would type it, without spaces. */
export function profileAccount(text: string): BankAccount {
  return /^\d+$/.test(text) ? { bban: text } : { iban: text };
}

/** The account as people write it: `8601 11 17947`, `DE89 3704 0044 0532 0130 00`, `cost centre 263110, Nursing`. */
export function formatAccount(account: PayeeAccount): string {
  if ('costCentre' in account) return `cost centre ${account.costCentre}, ${account.unit}`;
  const text = accountText(account);
  if (/^\d{11}$/.test(text)) return `${text.slice(0, 4)} ${text.slice(4, 6)} ${text.slice(6)}`;
  return text.replace(/(.{4})(?=.)/g, '$1 ');
}

/** The account shown to somebody who need not know it: only its last four characters. */
export function maskAccount(account: PayeeAccount): string {
  // A unit is nobody's secret.
  if ('costCentre' in account) return formatAccount(account);
  return `•••• ${accountText(account).slice(-4)}`;
}
