import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeAccountStatement } from '../../infra/local/bank/account-statement.ts';
import { type Answer, writeStatusReport } from '../../infra/local/bank/answers.ts';
import { type StatementEntry, writeNotification } from '../../infra/local/bank/statements.ts';
import { limits, toSafeText } from '../../shared/payments/characters.ts';
import { readBankFile } from '../../shared/payments/read.ts';
import type { BankFile, StatusCode } from '../../shared/payments/types.ts';
import { schemaFaults } from '../schemas/validate.ts';

/** Whatever the pretend bank says, in whichever version: the file is valid, and what is read from it is what it said. */

const created = '2025-06-11T05:30:00.000Z';
const account = '86011117947';
const id = (beginning: string) => fc.nat(999_999).map((n) => `${beginning}${n}`);
/** As the bank takes texts in: safe, and cut to their limits. */
const safe = (limit: number) =>
  fc
    .string({ unit: 'binary', maxLength: 2 * limit })
    .map((text) => toSafeText(`A${text}`, { limit, characters: 'latin' }));
const minor = fc.integer({ min: 1, max: 100_000_000_000 });
const codes: readonly StatusCode[] = ['RCVD', 'PDNG', 'ACTC', 'ACCP', 'ACSP', 'ACSC', 'RJCT'];

const entries = fc.array(
  fc
    .record({
      kind: fc.constantFrom('paid' as const, 'returned' as const, 'paid-in' as const),
      minor,
      day: fc.integer({ min: 10, max: 28 }),
      counterName: safe(limits.name),
      text: fc.option(safe(limits.message)),
      kid: fc.option(fc.stringMatching(/^\d{2,25}$/)),
      endToEndId: id('NHH-'),
      batchId: id('B-'),
    })
    .map(
      (one): Omit<StatementEntry, 'reference'> => ({
        direction: one.kind === 'paid' ? 'debit' : 'credit',
        kind: one.kind,
        amount: { minor: one.minor, currency: 'NOK' },
        date: `2025-06-${one.day}`,
        counterName: one.counterName,
        ...(one.text === null ? {} : { text: one.text }),
        ...(one.kind === 'paid-in'
          ? one.kid === null
            ? {}
            : { kid: one.kid }
          : { endToEndId: one.endToEndId, batchId: one.batchId, block: one.batchId }),
        ...(one.kind === 'returned' ? { returnReason: 'AC04' } : {}),
      }),
    ),
  { maxLength: 12 },
);

const numbered = entries.map((all) => all.map((entry, n): StatementEntry => ({ ...entry, reference: `R${n}` })));

/** The booking that an entry must be read as. */
function asBooking({ reference, direction, kind, amount, date, ...rest }: StatementEntry) {
  const { batchId, kid, text, endToEndId, counterName, returnReason } = rest;
  const names = kind === 'paid' ? { endToEndId } : {};
  return {
    reference: kind === 'returned' ? `${reference}/returned` : reference,
    ...{ direction, amount, date, ...names },
    ...(batchId === undefined ? {} : { batchId }),
    ...(kid === undefined ? {} : { kid }),
    ...(text === undefined ? {} : { text }),
    ...(kind === 'paid-in' ? { payer: { name: counterName } } : {}),
    ...(kind === 'returned' ? { returned: { endToEndId, reason: returnReason } } : {}),
  };
}

function read(xml: string): BankFile {
  const found = readBankFile(new TextEncoder().encode(xml));
  if (!found.ok) throw new Error(found.sentence);
  return found.file;
}

it.each(['camt.054.001.02', 'camt.054.001.08'] as const)(
  '%s is valid and reads back the same',
  async (version) => {
    await fc.assert(
      fc.asyncProperty(numbered, async (all) => {
        const xml = writeNotification({ id: 'N1', created, version, account, currency: 'NOK', entries: all });
        expect(await schemaFaults(xml, version)).toEqual([]);
        const expected = { kind: 'bookings', source: 'notification', messageId: 'N1', account };
        expect(read(xml)).toEqual({ ...expected, bookings: all.map(asBooking) });
      }),
      { numRuns: 8 },
    );
  },
  60_000,
);

// No schema of camt.053 is at hand; its entries are those of camt.054, written by the same code.
it.each(['camt.053.001.02', 'camt.053.001.08'] as const)('%s reads back the same, and adds up', (version) => {
  fc.assert(
    fc.property(numbered, fc.integer({ min: -1_000_000, max: 1_000_000 }), (all, before) => {
      const moved = all.map(({ direction, amount }) => (direction === 'credit' ? amount.minor : -amount.minor));
      const opening = { minor: before, currency: 'NOK' };
      const closing = { minor: moved.reduce((sum, one) => sum + one, before), currency: 'NOK' };
      const date = '2025-06-11';
      const xml = writeAccountStatement({ id: 'S1', created, version, account, date, opening, closing, entries: all });
      expect(read(xml)).toEqual({
        ...{ kind: 'bookings', source: 'statement', messageId: 'S1', account, bookings: all.map(asBooking) },
        balances: [{ opening, closing, closedOn: date }],
      });
    }),
    { numRuns: 50 },
  );
});

it.each(['pain.002.001.03', 'pain.002.001.10', 'pain.002.001.11'] as const)(
  '%s reads back the same, and is valid where its schema is at hand',
  async (version) => {
    const status = fc.constantFrom(...codes);
    const transaction = fc.record({ endToEndId: id('NHH-'), status, text: safe(100) });
    const transactions = fc.array(transaction, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(transactions, fc.option(status), async (all, whole) => {
        const said = all.map(({ text, ...one }) => ({
          ...one,
          ...(one.status === 'RJCT' ? { reason: 'AC04', text } : {}),
        }));
        const answer: Answer = {
          ...{ id: 'A1', created, version, original: { messageId: 'B1', format: 'pain.001.001.09' } },
          ...(whole === null ? {} : { group: { status: whole } }),
          transactions: said.map((one) => ({ block: 'B1', ...one })),
        };
        const xml = writeStatusReport(answer);
        if (version === 'pain.002.001.11') expect(await schemaFaults(xml, version)).toEqual([]);
        const file = read(xml);
        expect(file).toMatchObject({ kind: 'status', messageId: 'A1', batchId: 'B1', transactions: said });
        if (whole !== null) expect(file).toMatchObject({ group: { status: whole } });
      }),
      { numRuns: 8 },
    );
  },
  60_000,
);
