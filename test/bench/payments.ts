import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { schemaFaults } from '../schemas/validate.ts';
import type { Figure } from './figures.ts';
import { PAYMENTS, type WriterName } from './payment-writers.ts';

interface Measured {
  readonly milliseconds: number;
  readonly mebibytes: number;
  readonly payments: number;
  readonly faults: readonly string[];
}

const ours = `${PAYMENTS} payments as the payment run has them, to the bytes of one file, in a fresh process without a warm-up; one block, every text transliterated, every account checked.`;

/** Payments to one file: our writer, and the npm packages that can write the same payments. */
export async function benchPayments(): Promise<Figure[]> {
  const kroner = await measure('wayfare-nok', 'pain.001.001.09');
  const euro = await measure('wayfare-sepa', 'pain.001.001.09');
  const sepa = await measure('sepa', 'pain.001.001.09');
  const swift = await measure('iso20022.js', 'pain.001.001.03');
  return [
    {
      name: '10 000 payments in kroner to one pain.001.001.09',
      value: kroner.milliseconds / 1000,
      unit: 's',
      target: { atMost: 2 },
      how: `${ours} ${verdict(kroner)}`,
    },
    {
      name: 'highest memory of that process',
      value: kroner.mebibytes,
      unit: 'MiB',
      target: { atMost: 200 },
      how: 'Resident size of the whole process at its highest, as the system reports it; node itself is about 45 MiB of it.',
    },
    {
      name: '10 000 payments in euro by SEPA',
      value: euro.milliseconds / 1000,
      unit: 's',
      target: { atMost: 2 },
      how: `The same, by IBAN; ${euro.mebibytes.toFixed(0)} MiB. ${verdict(euro)}`,
    },
    {
      name: 'the same by the npm package sepa 3.0.0',
      value: sepa.milliseconds / 1000,
      unit: 's',
      how: `The payments in euro, from objects of the package, its checks on; amounts as floating numbers, texts transliterated by us beforehand; ${sepa.mebibytes.toFixed(0)} MiB. ${verdict(sepa)}`,
    },
    {
      name: 'the same by the npm package iso20022.js 0.0.15',
      value: swift.milliseconds / 1000,
      unit: 's',
      how: `It writes urgent SWIFT payments (.03) only, a block for each, with a BIC for every payee; texts transliterated by us beforehand; ${swift.mebibytes.toFixed(0)} MiB. ${verdict(swift)}`,
    },
  ];
}

function verdict({ payments, faults }: Measured): string {
  const [first] = faults;
  const valid = first === undefined ? 'valid by its schema' : `not valid by its schema (${faults.length}: ${first})`;
  return `The file holds ${payments} payments and is ${valid}.`;
}

/** Writes the payments in a fresh process, and looks at the file here. */
async function measure(writer: WriterName, message: string): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'wayfare-payments-'));
  try {
    const script = fileURLToPath(new URL('payment-process.ts', import.meta.url));
    const file = join(folder, 'file.xml');
    const { stdout } = await promisify(execFile)(process.execPath, [script, writer, file]);
    const { milliseconds, mebibytes } = JSON.parse(stdout) as Pick<Measured, 'milliseconds' | 'mebibytes'>;
    const xml = readFileSync(file, 'utf8');
    const payments = xml.split('<CdtTrfTxInf>').length - 1;
    return { milliseconds, mebibytes, payments, faults: await schemaFaults(xml, message) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
