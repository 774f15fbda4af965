import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isSafeText } from '../../shared/payments/characters.ts';
import { readCsv } from '../../shared/payments/csv.ts';
import { BadBatch } from '../../shared/payments/pain001.ts';
import type { Batch, CreditTransfer } from '../../shared/payments/types.ts';
import { voucherColumns, writeVouchers } from '../../shared/payments/vouchers.ts';
import type { VoucherProfile } from '../../shared/rulebook/types.ts';

const profile: VoucherProfile = {
  format: 'voucher-csv',
  debtorName: 'OsloMet',
  account: '86012203715',
  currency: 'NOK',
  kid: 'mod10',
  kidPrefix: '5073',
  cutOff: '12:00',
  voucher: {
    type: 'EB',
    separator: ';',
    decimal: ',',
    characters: 'norwegian',
    costCentre: { digits: 6, example: '263110' },
    project: { account: '7150', costCentre: '110200', project: '202076543', activity: '600' },
    unit: { account: '7159', project: '0' },
  },
};

const transfer: CreditTransfer = {
  endToEndId: 'OSLOMET-8F3K2M9QRT-BAL1',
  amount: { minor: 770_421, currency: 'NOK' },
  payeeName: 'Institutt for sykepleie',
  payeeCountry: 'NO',
  account: { costCentre: '263110', unit: 'Institutt for sykepleie' },
  message: 'Erasmus+ balance 8F3K2M9QRT EUR 710.00',
};

const batch: Batch = {
  id: 'OSLOMET-20211011-1000',
  created: '2021-10-11T10:00:00.000Z',
  executionDate: '2021-10-11',
  transfers: [transfer],
};

type Line = Readonly<Record<string, string>>;

/** The lines of a file, by column. */
function linesOf(text: string, { voucher }: VoucherProfile = profile): readonly Line[] {
  const [head, ...rows] = readCsv(text, voucher.separator);
  expect(head).toEqual(voucherColumns);
  return rows.map((row) => Object.fromEntries(voucherColumns.map((column, at) => [column, row[at] ?? ''])));
}

const minor = (line: Line) => Number((line.Amount ?? '').replace(/[.,]/, ''));

describe('a grant to a unit', () => {
  it('is a voucher: debit on the project that gives it, credit on the cost centre that gets it', () => {
    expect(writeVouchers(batch, profile).split('\r\n')).toEqual([
      'Batch;Voucher;Line;Type;Date;Account;CostCentre;Project;Activity;Currency;Amount;Text;Reference',
      'OSLOMET-20211011-1000;1;1;EB;2021-10-11;7150;110200;202076543;600;NOK;7704,21;Erasmus+ balance 8F3K2M9QRT EUR 710.00;OSLOMET-8F3K2M9QRT-BAL1',
      'OSLOMET-20211011-1000;1;2;EB;2021-10-11;7159;263110;0;;NOK;-7704,21;Institutt for sykepleie: Erasmus+ balance 8F3K2M9QRT EUR 710.00;OSLOMET-8F3K2M9QRT-BAL1',
      '',
    ]);
  });

  it('is taken back by the same lines with their signs turned', () => {
    const back = writeVouchers({ ...batch, transfers: [{ ...transfer, reversal: true }] }, profile);
    expect(linesOf(back).map(({ CostCentre, Amount }) => [CostCentre, Amount])).toEqual([
      ['110200', '-7704,21'],
      ['263110', '7704,21'],
    ]);
  });

  it('takes the separators of the finance system', () => {
    const english = { ...profile, voucher: { ...profile.voucher, separator: ',', decimal: '.' } } as const;
    expect(writeVouchers(batch, english)).toContain(',NOK,-7704.21,Institutt');
  });

  it('holds no text that a spreadsheet would reckon', () => {
    const named = { ...transfer, account: { costCentre: '263110', unit: '+cmd|1' } };
    const [, credit] = linesOf(writeVouchers({ ...batch, transfers: [named] }, profile));
    expect(credit?.Text).toMatch(/^cmd/);
  });
});

describe('whatever is paid to units', () => {
  const units = fc.array(
    fc.record({
      unit: fc.string({ unit: 'binary', maxLength: 100 }),
      message: fc.string({ unit: 'binary', maxLength: 200 }),
      minor: fc.integer({ min: 1, max: 1_000_000_000 }),
      costCentre: fc.integer({ min: 200_000, max: 999_999 }).map(String),
    }),
    { minLength: 1, maxLength: 30 },
  );
  const profiles = fc
    .record({
      separator: fc.constantFrom(';' as const, ',' as const),
      decimal: fc.constantFrom(',' as const, '.' as const),
      characters: fc.constantFrom('swift' as const, 'norwegian' as const, 'latin' as const),
    })
    .map((how): VoucherProfile => ({ ...profile, voucher: { ...profile.voucher, ...how } }));

  it('reads back as it was: every voucher sums to zero, and no line is longer or stranger than allowed', () => {
    fc.assert(
      fc.property(units, profiles, (many, bank) => {
        const transfers = many.map(({ unit, message, minor: amount, costCentre }, at) => ({
          ...transfer,
          endToEndId: `OSLOMET-${String(at).padStart(10, '0')}-BAL1`,
          amount: { minor: amount, currency: 'NOK' },
          account: { costCentre, unit },
          message,
        }));
        const lines = linesOf(writeVouchers({ ...batch, transfers }, bank), bank);
        expect(lines).toHaveLength(2 * many.length);
        for (const [at, { endToEndId, amount, account }] of transfers.entries()) {
          const [debit, credit] = lines.filter(({ Reference }) => Reference === endToEndId);
          if (debit === undefined || credit === undefined) throw new Error(`${at} has not two lines`);
          expect([minor(debit), minor(credit)]).toEqual([amount.minor, -amount.minor]);
          expect(debit.CostCentre).toBe('110200');
          expect(credit.CostCentre).toBe(account.costCentre);
          expect([debit.Voucher, debit.Line, credit.Line]).toEqual([credit.Voucher, '1', '2']);
          for (const { Text: text = '' } of [debit, credit]) {
            expect(isSafeText(text, bank.voucher.characters)).toBe(true);
            expect(text.length).toBeLessThanOrEqual(140);
            expect(text).not.toMatch(/^[-+=@]/);
          }
        }
      }),
    );
  });

  it('does not depend on the order', () => {
    const second = { ...transfer, endToEndId: 'OSLOMET-0A1B2C3D4E-BAL1' };
    expect(writeVouchers({ ...batch, transfers: [transfer, second] }, profile)).toBe(
      writeVouchers({ ...batch, transfers: [second, transfer] }, profile),
    );
  });
});

describe('what cannot be paid so is not written', () => {
  const with1 = (change: Partial<CreditTransfer>): Batch => ({ ...batch, transfers: [{ ...transfer, ...change }] });
  test.each<[string, Batch, RegExp]>([
    ['nothing', { ...batch, transfers: [] }, /holds no payment/],
    ['a batch without a date', { ...batch, executionDate: '2021-02-30' }, /date of booking/],
    ['a batch id too long', { ...batch, id: 'x'.repeat(36) }, /batch id/],
    ['a person’s account', with1({ account: { bban: '86011117947' } }), /vouchers pay units only/],
    ['a cost centre of another length', with1({ account: { costCentre: '2631', unit: 'X' } }), /cannot be/],
    ['the project itself', with1({ account: { costCentre: '110200', unit: 'X' } }), /cannot be/],
    ['a payment twice', { ...batch, transfers: [transfer, transfer] }, /stands twice/],
    ['no amount', with1({ amount: { minor: 0, currency: 'NOK' } }), /above zero/],
    ['half an øre', with1({ amount: { minor: 0.5, currency: 'NOK' } }), /above zero/],
    ['a payment id with //', with1({ endToEndId: 'a//b' }), /payment id/],
  ])('%s', (_what, given, sentence) => {
    expect(() => writeVouchers(given, profile)).toThrow(BadBatch);
    expect(() => writeVouchers(given, profile)).toThrow(sentence);
  });
});
