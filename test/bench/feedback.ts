import { writeNotification } from '../../infra/local/bank/statements.ts';
import type { Deps } from '../../shared/mobility/perform.ts';
import { readFeedback } from '../../shared/payments/feedback.ts';
import { hearBookings } from '../../shared/payments/hear-bookings.ts';
import { Hearing } from '../../shared/payments/hearing.ts';
import { readBankFile } from '../../shared/payments/read.ts';
import type { Figure } from './figures.ts';
import { instructed, instructedIds } from './instructed.ts';

const ENTRIES = 10_000;
/** The first instalment of the case that is copied: 1 484.00 euro. */
const AMOUNT = { minor: 1_742_587, currency: 'NOK' } as const;

/** Reads a notification with an entry for each of many payments, finds their cases, and books all of them there. */
export async function benchFeedback(): Promise<Figure[]> {
  const bytes = notification('N1');
  const peakBefore = peakMemory();
  const read = timed(() => {
    const file = readBankFile(bytes);
    if (!file.ok || file.file.kind !== 'bookings' || file.file.bookings.length !== ENTRIES)
      throw new Error('The notification was not read.');
  });
  const peakAfter = peakMemory();
  const { deps, payments } = await instructed(ENTRIES);
  if (payments.some(({ amount }) => amount.minor !== AMOUNT.minor))
    throw new Error('The payments are of another amount.');
  globalThis.gc?.();
  const found = await matched(deps, bytes);
  globalThis.gc?.();
  const whole = await heard(deps, bytes, ENTRIES);
  globalThis.gc?.();
  const repeated = await heard(deps, notification('N2'), ENTRIES);
  return [
    {
      name: `${ENTRIES} entries read`,
      value: read,
      unit: 's',
      how: `A camt.054.001.08 of ${(bytes.length / 2 ** 20).toFixed(1)} MiB with one entry a payment, from bytes to bookings, the first time in the process.`,
    },
    {
      name: `${ENTRIES} entries read and matched`,
      value: found,
      unit: 's',
      target: { atMost: 2 },
      how: 'The same file read, and for each entry its payment and its case found by the references; nothing is written.',
    },
    {
      name: `${ENTRIES} entries read, matched and booked`,
      value: whole,
      unit: 's',
      target: { atMost: 2 },
      how: 'The same file through readFeedback, which besides decides each case and writes it, its ledger transfers, mail and payment advice in a transaction of its own, in the store in memory. The issue asks for read and matched only; this is held to the same figure.',
    },
    {
      name: `${ENTRIES} entries heard again`,
      value: repeated,
      unit: 's',
      how: 'The same bookings in another file, as after a time limit or in a statement: every case is loaded and nothing is written.',
    },
    {
      name: 'peak memory of reading',
      value: peakAfter,
      unit: 'MiB',
      how: `Highest resident size of the process (maxRSS) when the file had been read, of which ${peakBefore.toFixed(0)} MiB before, after the file was written here. The store in memory with its ${ENTRIES} cases, which no function holds, comes after it.`,
    },
  ];
}

/** Seconds until every entry of the file has its case. */
async function matched(deps: Deps, bytes: Uint8Array): Promise<number> {
  const began = performance.now();
  const read = readBankFile(bytes);
  if (!read.ok || read.file.kind !== 'bookings') throw new Error('The notification was not read.');
  const hearing = new Hearing(deps, 'nhh', { name: 'notification.xml', hash: 'measured' });
  await hearBookings(hearing, read.file);
  const seconds = (performance.now() - began) / 1000;
  if (hearing.speaksTo !== ENTRIES || hearing.tasks !== 0) throw new Error('Not every entry found its case.');
  return seconds;
}

/** Seconds that one whole file takes, until all is booked. */
async function heard(deps: Deps, bytes: Uint8Array, expected: number): Promise<number> {
  const began = performance.now();
  const reading = await readFeedback(deps, 'nhh', 'notification.xml', bytes);
  const seconds = (performance.now() - began) / 1000;
  if (reading.kind !== 'read' || reading.passedOn !== expected || reading.tasks !== 0)
    throw new Error(`The notification was not matched: ${JSON.stringify(reading)}`);
  return seconds;
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

/** In MiB. */
function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024;
}

function notification(id: string): Uint8Array {
  const text = writeNotification({
    id,
    created: '2025-06-11T05:30:00.000Z',
    version: 'camt.054.001.08',
    account: '86011117947',
    currency: 'NOK',
    entries: instructedIds(ENTRIES).map((endToEndId, n) => ({
      reference: `ACSR2506110000${String(n).padStart(6, '0')}`,
      direction: 'debit',
      kind: 'paid',
      amount: AMOUNT,
      date: '2025-06-11',
      batchId: 'NHH-20250610-1000',
      block: 'NHH-20250610-1000',
      endToEndId,
      counterName: 'Kari Nordmann',
      text: `Erasmus+ grant, first instalment, ${endToEndId}`,
    })),
  });
  return new TextEncoder().encode(text);
}
