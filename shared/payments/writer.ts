import type { BankProfile } from '../rulebook/types.ts';
import { writePain001 } from './pain001.ts';
import type { Batch } from './types.ts';
import { writeVouchers } from './vouchers.ts';

/** A payment file as it is stored: its bytes never change. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** The file that pays a batch, in the format of the bank profile. Throws BadBatch. */
export function writeBatch(batch: Batch, bank: BankProfile): WrittenFile {
  const encoder = new TextEncoder();
  if (bank.format === 'voucher-csv') {
    const bytes = encoder.encode(writeVouchers(batch, bank));
    return { name: `${batch.id}.csv`, bytes, contentType: 'text/csv; charset=utf-8' };
  }
  return { name: `${batch.id}.xml`, bytes: encoder.encode(writePain001(batch, bank)), contentType: 'application/xml' };
}
