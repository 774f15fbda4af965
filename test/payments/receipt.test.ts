import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readReceipt, receiptColumns } from '../../shared/payments/receipt.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const head = receiptColumns.join(';');
const posted = 'OSLOMET-20211011-1000;OSLOMET-8F3K2M9QRT-BAL1;POSTED;90001234;2021-10-12;NOK;7704,21;';
const refused = 'OSLOMET-20211011-1000;OSLOMET-0A1B2C3D4E-BAL1;REFUSED;;;;;AC04';
const read = (...lines: readonly string[]) => readReceipt(bytes([head, ...lines].join('\r\n')));

describe('the finance system’s receipt', () => {
  it('says what was posted, and what was refused', () => {
    expect(read(posted, refused)).toMatchObject({
      ok: true,
      file: {
        kind: 'receipt',
        posted: [
          {
            reference: '90001234',
            direction: 'debit',
            amount: { minor: 770_421, currency: 'NOK' },
            date: '2021-10-12',
            endToEndId: 'OSLOMET-8F3K2M9QRT-BAL1',
            batchId: 'OSLOMET-20211011-1000',
          },
        ],
        refused: {
          batchId: 'OSLOMET-20211011-1000',
          transactions: [{ endToEndId: 'OSLOMET-0A1B2C3D4E-BAL1', status: 'RJCT', reason: 'AC04' }],
        },
      },
    });
  });

  it('takes commas as well, and amounts with a point', () => {
    const text = [head, posted.replace('7704,21', '7704.21')].join('\n').replaceAll(';', ',');
    expect(readReceipt(bytes(text))).toMatchObject({ ok: true, file: { posted: [{ amount: { minor: 770_421 } }] } });
  });

  it('is not any other file', () => {
    expect(readReceipt(bytes('<?xml version="1.0"?>'))).toBeUndefined();
    expect(readReceipt(bytes(''))).toBeUndefined();
    expect(readReceipt(bytes(`${head};More\n${posted}`))).toBeUndefined();
  });

  test.each([
    ['no line', [], /has no line/],
    ['a field too few', [posted.slice(0, -1)], /Line 2 of the receipt has 7 fields instead of 8/],
    ['another status', [posted.replace('POSTED', 'MAYBE')], /neither POSTED nor REFUSED/],
    ['no amount', [posted.replace('7704,21', '')], /no amount above zero/],
    ['zero', [posted.replace('7704,21', '0,00')], /no amount above zero/],
    ['a finer amount than there is', [posted.replace('7704,21', '7704,211')], /no amount above zero/],
    ['no date', [posted.replace('2021-10-12', '12.10.2021')], /no date of posting/],
    ['two batches', [posted, refused.replace('1000', '1100')], /Line 3 .* another batch/],
    ['no reference', [posted.replace('OSLOMET-8F3K2M9QRT-BAL1', '')], /a Reference that is not/],
    ['no voucher number', [posted.replace('90001234', '')], /a VoucherNumber that is not/],
    ['refused without a reason', [refused.replace('AC04', '')], /without a reason code/],
    ['an open quote', [`"${posted}`], /not closed/],
  ])('%s is refused with a sentence', (_what, lines, sentence) => {
    expect(read(...lines)).toEqual({ ok: false, sentence: expect.stringMatching(sentence) });
  });

  it('is refused when it is not UTF-8, or too large', () => {
    const latin = new Uint8Array([...bytes(`${head}\n`), 0xe6]);
    expect(readReceipt(latin)).toEqual({ ok: false, sentence: expect.stringContaining('not UTF-8') });
    const large = bytes(`${head}\n${`${posted}\n`.repeat(130_000)}`);
    expect(readReceipt(large)).toEqual({ ok: false, sentence: expect.stringContaining('larger than 10 MB') });
  });

  it('never throws, whatever follows its first line', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (rest) => {
        const read = readReceipt(new Uint8Array([...bytes(`${head}\n${posted}\n`), ...rest]));
        expect(read).toBeDefined();
      }),
    );
  });
});
