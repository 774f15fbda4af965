import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountText, bbanOfIban, ibanOfBban } from '../../shared/payments/accounts.ts';
import { parseAmount } from '../../shared/payments/amounts.ts';
import { characterSets, isReference, isSafeText } from '../../shared/payments/characters.ts';
import { writePain001 } from '../../shared/payments/pain001.ts';
import { findAll, readXml, textAt } from '../../shared/payments/tree.ts';
import type { CreditTransfer } from '../../shared/payments/types.ts';
import type { PaymentFileProfile } from '../../shared/rulebook/types.ts';
import { schemaFaults } from '../schemas/validate.ts';
import { bank, batch } from './batches.ts';

/** Whatever is paid, by whatever profile: the file is valid, and what is read from it is what was to be paid. */

const text = (most: number) => fc.string({ unit: 'binary', maxLength: most });
const accounts = [
  { bban: '86011117947' },
  { bban: '15032080119' },
  { iban: 'NO9386011117947' },
  { iban: 'DE89370400440532013000' },
  { iban: 'MT84MALT011000012345MTLCAST001S' },
] as const;

const transfers = fc
  .array(
    fc.record({
      payeeName: text(200).map((name) => `A${name}`),
      payeeTown: fc.option(text(80), { nil: undefined }),
      payeeCountry: fc.constantFrom('NO', 'DE', 'MT'),
      message: text(400),
      account: fc.constantFrom(...accounts),
      minor: fc.integer({ min: 1, max: 1_000_000_000 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((many) =>
    many.map(({ minor, payeeTown, ...rest }, at) => ({
      ...rest,
      ...(payeeTown === undefined ? {} : { payeeTown }),
      endToEndId: `NHH-${String(at).padStart(10, '0')}-PRE1`,
      minor,
    })),
  );

const profiles = fc
  .record({
    format: fc.constantFrom('pain.001.001.03' as const, 'pain.001.001.09' as const),
    rail: fc.constantFrom('domestic-nok' as const, 'sepa' as const),
    characters: fc.constantFrom(...characterSets),
    debtorName: text(90).map((name) => `B${name}`),
    town: text(60).map((name) => `C${name}`),
  })
  .map(({ rail, ...rest }): PaymentFileProfile => {
    if (rail === 'domestic-nok') return { ...bank, ...rest, rail };
    const { bic: _none, ...withoutBic } = bank;
    return { ...withoutBic, ...rest, rail, account: 'NL91ABNA0417164300', currency: 'EUR' };
  });

it('is valid by its schema, within every limit, and reads back as the same payments', async () => {
  await fc.assert(
    fc.asyncProperty(transfers, profiles, async (many, profile) => {
      const paid = many.map(
        ({ minor, ...rest }): CreditTransfer => ({ ...rest, amount: { minor, currency: profile.currency } }),
      );
      const xml = writePain001({ ...batch, transfers: paid }, profile);
      expect(await schemaFaults(xml, profile.format)).toEqual([]);
      const { root } = readXml(new TextEncoder().encode(xml));
      const read = findAll(root, 'CstmrCdtTrfInitn', 'PmtInf', 'CdtTrfTxInf');
      expect(read).toHaveLength(paid.length);
      for (const [at, node] of read.entries()) {
        const given = paid[at];
        if (given === undefined) throw new Error('more than was paid');
        const id = textAt(node, 'PmtId', 'EndToEndId') ?? '';
        expect([id, isReference(id)]).toEqual([given.endToEndId, true]);
        const [amount] = findAll(node, 'Amt', 'InstdAmt');
        expect(parseAmount(amount?.text ?? '', amount?.attributes.Ccy ?? '')).toEqual(given.amount);
        const iban = textAt(node, 'CdtrAcct', 'Id', 'IBAN');
        const account = textAt(node, 'CdtrAcct', 'Id', 'Othr', 'Id') ?? (iban && (bbanOfIban(iban) ?? iban));
        expect(account).toBe(accountText(given.account));
        // SEPA knows no other numbers than IBANs.
        if (profile.rail === 'sepa') expect(iban).toBe(/^\d/.test(account ?? '') ? ibanOfBban(account ?? '') : account);
        for (const [said, limit] of [
          [textAt(node, 'Cdtr', 'Nm'), 70],
          [textAt(node, 'Cdtr', 'PstlAdr', 'TwnNm'), 35],
          [textAt(node, 'RmtInf', 'Ustrd'), 140],
        ] as const) {
          expect((said ?? '').length).toBeLessThanOrEqual(limit);
          expect(isSafeText(said ?? '', profile.characters)).toBe(true);
        }
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);
