import { createHash } from 'node:crypto';
import { isIsoDate } from '../calendar/dates.ts';
import { parseAmount } from './amounts.ts';
import { isReference } from './characters.ts';
import { BrokenCsv, readCsv } from './csv.ts';
import type { Booking, Receipt, StatusReport } from './types.ts';

export type ReadReceipt =
  | { readonly ok: true; readonly file: Receipt }
  | { readonly ok: false; readonly sentence: string };

/** Columns of a posting receipt, in their order. */
export const receiptColumns = [
  'Batch',
  'Reference',
  'Status',
  'VoucherNumber',
  'PostedOn',
  'Currency',
  'Amount',
  'Reason',
] as const;

/** A receipt of 10 000 vouchers has a tenth of it. */
const MOST_BYTES = 10 * 1024 * 1024;

class UnusableReceipt extends Error {
  override readonly name = 'UnusableReceipt';
}

/**
 * Reads the finance system's receipt for a voucher file: CSV, UTF-8, with `;` or `,`. Undefined for a file that is no
 * receipt at all (its first line is another); otherwise the whole receipt, or a sentence for the finance office.
 */
export function readReceipt(bytes: Uint8Array): ReadReceipt | undefined {
  const [head] = new TextDecoder().decode(bytes.subarray(0, 200)).split(/[\r\n]/);
  const separator = ([';', ','] as const).find((sign) => head === receiptColumns.join(sign));
  if (separator === undefined) return undefined;
  if (bytes.length > MOST_BYTES) return refuse('This receipt is larger than 10 MB. Ask for it in parts.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const [, ...rows] = readCsv(text, separator);
    const hash = createHash('sha256').update(bytes).digest('hex');
    return { ok: true, file: receiptOf(rows.map(rowOf), hash.slice(0, 24)) };
  } catch (error) {
    if (error instanceof UnusableReceipt || error instanceof BrokenCsv) return refuse(error.message);
    if (error instanceof TypeError) return refuse('This receipt is not UTF-8. Have it exported again.');
    throw error;
  }
}

type Column = (typeof receiptColumns)[number];
type Row = Readonly<Record<Column, string>> & { readonly line: number };

function rowOf(fields: readonly string[], at: number): Row {
  const line = at + 2;
  if (fields.length !== receiptColumns.length) {
    throw new UnusableReceipt(
      `Line ${line} of the receipt has ${fields.length} fields instead of ${receiptColumns.length}.`,
    );
  }
  const values = Object.fromEntries(receiptColumns.map((column, nth) => [column, fields[nth] ?? '']));
  return { ...(values as Record<Column, string>), line };
}

function receiptOf(rows: readonly Row[], messageId: string): Receipt {
  const [first] = rows;
  if (first === undefined) throw new UnusableReceipt('The receipt has no line. Have it exported again.');
  const batchId = reference(first, 'Batch');
  const posted: Booking[] = [];
  const refused: StatusReport['transactions'][number][] = [];
  for (const row of rows) {
    const endToEndId = reference(row, 'Reference');
    if (reference(row, 'Batch') !== batchId)
      throw new UnusableReceipt(`Line ${row.line} of the receipt is about another batch. Ask for a receipt of each.`);
    if (row.Status === 'POSTED') posted.push(bookingOf(row, endToEndId, batchId));
    else if (row.Status === 'REFUSED') refused.push({ endToEndId, status: 'RJCT', reason: reasonOf(row) });
    else throw new UnusableReceipt(`Line ${row.line} of the receipt is neither POSTED nor REFUSED.`);
  }
  return { kind: 'receipt', messageId, posted, refused: { kind: 'status', messageId, batchId, transactions: refused } };
}

function bookingOf(row: Row, endToEndId: string, batchId: string): Booking {
  const amount = parseAmount(row.Amount.replace(',', '.'), row.Currency);
  if (amount === undefined || amount.minor === 0)
    throw new UnusableReceipt(`Line ${row.line} of the receipt has no amount above zero.`);
  if (!isIsoDate(row.PostedOn))
    throw new UnusableReceipt(`Line ${row.line} of the receipt has no date of posting, YYYY-MM-DD.`);
  const { PostedOn: date } = row;
  return { reference: reference(row, 'VoucherNumber'), direction: 'debit', amount, date, endToEndId, batchId };
}

function reasonOf(row: Row): string {
  if (!/^[A-Z0-9]{1,4}$/.test(row.Reason))
    throw new UnusableReceipt(`Line ${row.line} of the receipt is refused without a reason code of four characters.`);
  return row.Reason;
}

function reference(row: Row, column: Column): string {
  const text = row[column];
  if (!isReference(text))
    throw new UnusableReceipt(`Line ${row.line} of the receipt has a ${column} that is not 1 to 35 usual characters.`);
  return text;
}

function refuse(sentence: string): ReadReceipt {
  return { ok: false, sentence };
}
