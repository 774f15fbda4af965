import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  accountText,
  bbanOfIban,
  formatAccount,
  ibanOfBban,
  isBban,
  isIban,
  maskAccount,
  parseAccount,
} from '../../shared/payments/accounts.ts';

/** Eleven digits whose last is the mod 11 check digit; some first ten digits have none. */
const bbans = fc
  .integer({ min: 10_000_000, max: 9_999_999_999 })
  .map((number) => number.toString().padStart(10, '0'))
  .map((ten) => ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((check) => ten + check).find(isBban))
  .filter((bban) => bban !== undefined);

describe('Norwegian account numbers: eleven digits, mod 11 with weights 5432765432 (domain.md §5)', () => {
  test.each([
    ['86011117947', true],
    ['12345678903', true],
    ['86011117948', false],
    ['8601111794', false],
    ['860111179470', false],
    ['00000000000', false],
    ['8601 1117947', false],
  ])('%s is valid: %s', (digits, valid) => {
    expect(isBban(digits)).toBe(valid);
  });

  it('has no account where the check digit would be 10', () => {
    // 1·5 + 9·2 = 23 = 2·11 + 1, and 11 − 1 = 10 is no digit.
    const first = '1000000009';
    expect(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].filter((check) => isBban(first + check))).toEqual([]);
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(bbans, fc.nat(10), fc.integer({ min: 1, max: 9 }), (bban, at, by) => {
        const wrong = bban.slice(0, at) + ((Number(bban[at]) + by) % 10) + bban.slice(at + 1);
        expect(isBban(wrong)).toBe(false);
      }),
    );
  });

  it('is one account as number and as IBAN', () => {
    expect(ibanOfBban('86011117947')).toBe('NO9386011117947');
    expect(bbanOfIban('NO9386011117947')).toBe('86011117947');
    fc.assert(
      fc.property(bbans, (bban) => {
        expect(isIban(ibanOfBban(bban))).toBe(true);
        expect(bbanOfIban(ibanOfBban(bban))).toBe(bban);
      }),
    );
  });
});

describe('IBAN: length of the country and ISO 7064 check digits', () => {
  test.each([
    'NO9386011117947',
    'DE89370400440532013000',
    'GB29NWBK60161331926819',
    'FR1420041010050500013M02606',
    'CH9300762011623852957',
    'MT84MALT011000012345MTLCAST001S',
    'SE4550000000058398257466',
    'PL61109010140000071219812874',
    'IS140159260076545510730339',
    'NL91ABNA0417164300',
  ])('%s is valid', (iban) => {
    expect(isIban(iban)).toBe(true);
  });

  test.each([
    ['DE88370400440532013000', 'wrong check digits'],
    ['DE8937040044053201300', 'too short for Germany'],
    ['US89370400440532013000', 'a country without IBANs'],
    ['NO9312345678901', 'check digits of the IBAN wrong'],
    ['DEA9370400440532013000', 'no check digits'],
  ])('%s is not: %s', (iban) => {
    expect(isIban(iban)).toBe(false);
  });

  it('is not valid for Norway when the account number in it is not, even where ISO 7064 is satisfied', () => {
    const wrong = '86011117948';
    const check = Array.from({ length: 97 }, (_, n) => String(n + 2).padStart(2, '0')).filter((digits) =>
      isIban(`NO${digits}${wrong}`),
    );
    expect(check).toEqual([]);
  });

  it('notices two neighbours that changed places', () => {
    const iban = 'DE89370400440532013000';
    for (let at = 4; at < iban.length - 1; at += 1) {
      const [a, b] = [iban.charAt(at), iban.charAt(at + 1)];
      if (a === b) continue;
      expect(isIban(iban.slice(0, at) + b + a + iban.slice(at + 2))).toBe(false);
    }
  });
});

describe('what a person types', () => {
  test.each([
    ['86011117947', { bban: '86011117947' }],
    ['8601.11.17947', { bban: '86011117947' }],
    [' 8601 11 17947 ', { bban: '86011117947' }],
    ['8601\u00a011\u00a017947', { bban: '86011117947' }],
    ['NO93 8601 1117 947', { bban: '86011117947' }],
    ['no9386011117947', { bban: '86011117947' }],
    ['IBAN: DE89 3704 0044 0532 0130 00', { iban: 'DE89370400440532013000' }],
  ])('%s is understood', (typed, account) => {
    expect(parseAccount(typed)).toEqual({ ok: true, account });
  });

  test.each([
    ['', /^Give an account/],
    ['   ', /^Give an account/],
    ['8601111794', /11 digits; this one has 10.*IBAN/],
    ['86011117948', /mistyped.*Copy it/],
    ['DE8937040044053201300', /DE has 22 characters; this one has 21/],
    ['DE88370400440532013000', /IBAN is mistyped/],
    ['XX89370400440532013000', /No country with IBANs has the letters XX/],
    ['12AB5678903', /neither eleven digits nor an IBAN/],
    ['DEXX370400440532013000', /two digits/],
    ['8601/11/17947', /Remove the other characters/],
    ['<script>', /Remove the other characters/],
    ['9'.repeat(10_000), /too long/],
  ])('%j is refused with a sentence', (typed, sentence) => {
    const parsed = parseAccount(typed);
    expect(parsed.ok ? '' : parsed.sentence).toMatch(sentence);
  });

  it('never repeats the number in a sentence', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 5 }), (typed) => {
        const parsed = parseAccount(typed);
        if (!parsed.ok && /\d{5}/.test(typed)) expect(parsed.sentence).not.toContain(typed);
      }),
    );
  });
});

it('writes accounts as people and records read them', () => {
  expect(formatAccount({ bban: '86011117947' })).toBe('8601 11 17947');
  expect(formatAccount({ iban: 'NO9386011117947' })).toBe('8601 11 17947');
  expect(formatAccount({ iban: 'DE89370400440532013000' })).toBe('DE89 3704 0044 0532 0130 00');
  expect(accountText({ iban: 'NO9386011117947' })).toBe('86011117947');
  expect(maskAccount({ bban: '86011117947' })).toBe('•••• 7947');
});
