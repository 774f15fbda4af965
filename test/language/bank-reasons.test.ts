import { describe, expect, test } from 'vitest';
import { bankReason } from '../../shared/language/bank-reasons.ts';
import { holdInWords } from '../../shared/language/holds.ts';
import type { Language } from '../../shared/rulebook/types.ts';

const languages: readonly Language[] = ['en', 'nb', 'nn', 'nl'];

describe('a reason in words', () => {
  test.each([
    ['AC04', 'the account is closed (AC04)', 'the cost centre is closed (AC04)'],
    ['DT01', 'the date of the payment is wrong (DT01)', 'the period of the voucher is closed (DT01)'],
    ['AM09', 'the amount was not the agreed one (AM09)', 'the amount was not the agreed one (AM09)'],
    ['AC15', 'the account has got another number (AC15)', 'the finance system gave the code AC15'],
    ['ZZ99', 'the bank gave the code ZZ99', 'the finance system gave the code ZZ99'],
    ['toString', 'the bank gave the code toString', 'the finance system gave the code toString'],
    ['', 'the bank gave no reason', 'the finance system gave no reason'],
    [undefined, 'the bank gave no reason', 'the finance system gave no reason'],
  ])('%s', (code, ofABank, ofVouchers) => {
    expect([bankReason(code, 'en'), bankReason(code, 'en', true)]).toEqual([ofABank, ofVouchers]);
  });

  test('goes on after "because" in each language', () => {
    expect(languages.map((language) => bankReason('BE06', language))).toEqual([
      'the bank does not know the payee (BE06)',
      'banken ikke kjenner mottakeren (BE06)',
      'banken ikkje kjenner mottakaren (BE06)',
      'de bank de ontvanger niet kent (BE06)',
    ]);
  });

  test.each(languages)('of a voucher names no bank and no account in %s', (language) => {
    for (const code of ['AC01', 'AC04', 'AC15', 'AM04', 'BE01', 'DT01', 'MS03', 'ZZ99', undefined]) {
      expect(bankReason(code, language, true)).not.toMatch(/\b(bank|account|konto|rekening)/i);
    }
  });
});

describe('why money waits', () => {
  test.each([
    ['bank', false, 'Een nieuwe rekening wacht op goedkeuring door een tweede persoon.'],
    ['vouchers', true, 'Een nieuwe kostenplaats wacht op goedkeuring door een tweede persoon.'],
  ])('paid by %s', (_what, vouchers, sentence) => {
    expect(holdInWords({ code: 'account-change', vouchers }, 'nl')).toBe(sentence);
  });

  test('says the amount where it is known', () => {
    const hold = { code: 'four-eyes', vouchers: false } as const;
    expect([holdInWords(hold, 'nb'), holdInWords(hold, 'nb', '3 000,00 EUR')]).toEqual([
      'Beløpet er over det meste som kan gå ut uten en annen person.',
      'Beløpet er over 3 000,00 EUR, det meste som kan gå ut uten en annen person.',
    ]);
  });
});
