import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { BrokenCsv, csvLine, readCsv } from '../../shared/payments/csv.ts';

const separators = fc.constantFrom(';' as const, ',' as const);

describe('CSV', () => {
  it('reads back whatever was written', () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, separators, (written, separator) => {
        const text = written.map((row) => csvLine(row, separator)).join('\r\n');
        // A line of one empty field is an empty line.
        expect(readCsv(text, separator)).toEqual(written.filter((row) => row.length > 1 || row[0] !== ''));
      }),
    );
  });

  test.each([
    [
      'a;b\nc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\r\n\r\nc;\r\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['"a;""b""\n";c', [['a;"b"\n', 'c']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readCsv(text, ';')).toEqual(rows);
  });

  test.each([
    ['"a', /not closed/],
    ['a;"b"c', /after a closing quote/],
  ])('%j is refused', (text, sentence) => {
    expect(() => readCsv(text, ';')).toThrow(BrokenCsv);
    expect(() => readCsv(text, ';')).toThrow(sentence);
  });

  it('takes any text, and either reads or refuses it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ';', '\n', '\r', 'a', ' ') }),
        separators,
        (text, separator) => {
          try {
            readCsv(text, separator);
          } catch (error) {
            expect(error).toBeInstanceOf(BrokenCsv);
          }
        },
      ),
    );
  });
});
