import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { BadBatch, writePain001 } from '../../shared/payments/pain001.ts';
import { find, findAll, readXml, textAt } from '../../shared/payments/tree.ts';
import type { Batch } from '../../shared/payments/types.ts';
import type { PaymentFileProfile } from '../../shared/rulebook/types.ts';
import { schemaFaults } from '../schemas/validate.ts';
import { bank, batch, sepaBatch, transfer } from './batches.ts';

const older: PaymentFileProfile = { ...bank, format: 'pain.001.001.03', characters: 'swift' };
const block = (xml: string) => {
  const found = find(readXml(new TextEncoder().encode(xml)).root, 'CstmrCdtTrfInitn', 'PmtInf');
  if (found === undefined) throw new Error('no payment block');
  return found;
};

describe('payment files look exactly so', () => {
  test.each([
    ['domestic-09', batch, bank],
    ['domestic-03', batch, older],
    ['sepa-09', sepaBatch, bank],
    ['sepa-03', sepaBatch, older],
  ])('%s', async (name, given, profile) => {
    const xml = writePain001(given, profile);
    expect(await schemaFaults(xml, profile.format)).toEqual([]);
    await expect(xml).toMatchFileSnapshot(`golden/${name}.xml`);
  });
});

describe('how a transfer travels', () => {
  it('is by account number inside Norway, also where the payee gave the IBAN', () => {
    const accounts = findAll(block(writePain001(batch, bank)), 'CdtTrfTxInf', 'CdtrAcct', 'Id', 'Othr');
    expect(accounts.map((node) => [textAt(node, 'Id'), textAt(node, 'SchmeNm', 'Cd')])).toEqual([
      ['86011117947', 'BBAN'],
      ['86011117947', 'BBAN'],
    ]);
  });

  it('is by IBAN and SEPA in euro, also to a Norwegian account', () => {
    const given = { ...sepaBatch, transfers: [{ ...transfer, amount: { minor: 1, currency: 'EUR' } }] };
    const written = block(writePain001(given, bank));
    expect(textAt(written, 'PmtTpInf', 'SvcLvl', 'Cd')).toBe('SEPA');
    expect(textAt(written, 'ChrgBr')).toBe('SLEV');
    expect(textAt(written, 'CdtTrfTxInf', 'CdtrAcct', 'Id', 'IBAN')).toBe('NO9386011117947');
    expect(textAt(written, 'DbtrAcct', 'Id', 'IBAN')).toBe('NO7112345678903');
  });

  it('is by IBAN with shared charges in other cases', () => {
    const given = {
      ...sepaBatch,
      transfers: sepaBatch.transfers.map((one) => ({ ...one, amount: { minor: 5, currency: 'NOK' } })),
    };
    const written = block(writePain001(given, bank));
    expect(find(written, 'PmtTpInf')).toBeUndefined();
    expect(textAt(written, 'ChrgBr')).toBe('SHAR');
    expect(textAt(written, 'CdtTrfTxInf', 'CdtrAcct', 'Id', 'IBAN')).toBe('DE89370400440532013000');
  });

  it('is said at each transfer where a batch mixes them', async () => {
    const given = {
      ...batch,
      transfers: [transfer, ...sepaBatch.transfers.map((one) => ({ ...one, endToEndId: 'NHH-0000000000-PRE1' }))],
    };
    for (const profile of [bank, older]) {
      const xml = writePain001(given, profile);
      expect(await schemaFaults(xml, profile.format)).toEqual([]);
      const services = findAll(block(xml), 'CdtTrfTxInf').map((node) => textAt(node, 'PmtTpInf', 'SvcLvl', 'Cd'));
      expect(services).toEqual(['SEPA', 'NURG']);
      expect(textAt(block(xml), 'CtrlSum')).toBe('18909.87');
    }
  });
});

describe('addresses in .09 have town and country, or are left out', () => {
  it('leaves the payee without a town without an address; .03 takes the country alone', () => {
    const { payeeTown: _, ...homeless } = transfer;
    const given = { ...batch, transfers: [homeless] };
    expect(find(block(writePain001(given, bank)), 'CdtTrfTxInf', 'Cdtr', 'PstlAdr')).toBeUndefined();
    expect(textAt(block(writePain001(given, older)), 'CdtTrfTxInf', 'Cdtr', 'PstlAdr', 'Ctry')).toBe('NO');
  });
});

describe('the file', () => {
  it('does not depend on the order in which transfers were collected', () => {
    const turned = { ...batch, transfers: [...batch.transfers].reverse() };
    expect(writePain001(turned, bank)).toBe(writePain001(batch, bank));
  });

  it('leaves out a message of which nothing remains', () => {
    const given = { ...batch, transfers: [{ ...transfer, message: ' \n ' }] };
    expect(find(block(writePain001(given, bank)), 'CdtTrfTxInf', 'RmtInf')).toBeUndefined();
  });

  it('is valid and adds up for any names, messages and amounts', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 200 });
    const transfers = fc.array(
      fc.record({
        payeeName: texts.map((text) => `${text}x`),
        message: texts,
        payeeTown: texts,
        minor: fc.integer({ min: 1, max: 1_000_000_000 }),
      }),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(transfers, fc.constantFrom(bank, older), async (many, profile) => {
        const given: Batch = {
          ...batch,
          transfers: many.map(({ minor, ...texts }, at) => ({
            ...transfer,
            ...texts,
            payeeName: `A${texts.payeeName}`,
            endToEndId: `NHH-${at}`,
            amount: { minor, currency: 'NOK' },
          })),
        };
        const xml = writePain001(given, profile);
        expect(await schemaFaults(xml, profile.format)).toEqual([]);
        const total = many.reduce((sum, { minor }) => sum + minor, 0);
        expect(Number(textAt(block(xml), 'CtrlSum')?.replace('.', ''))).toBe(total);
        expect(textAt(block(xml), 'NbOfTxs')).toBe(String(many.length));
      }),
      { numRuns: 15 },
    );
  });
});

describe('what cannot be paid is not written', () => {
  const with1 = (change: Partial<Batch['transfers'][number]>) => ({
    ...batch,
    transfers: [{ ...transfer, ...change }],
  });
  test.each<[string, Batch, PaymentFileProfile, RegExp]>([
    ['no payment', { ...batch, transfers: [] }, bank, /holds no payment/],
    ['a batch id too long', { ...batch, id: 'x'.repeat(36) }, bank, /batch id/],
    ['a batch id with //', { ...batch, id: 'a//b' }, bank, /batch id/],
    ['no date', { ...batch, executionDate: '2025-02-30' }, bank, /date of execution/],
    ['a local time', { ...batch, created: '2025-08-18T09:30:00' }, bank, /UTC/],
    ['a payment twice', { ...batch, transfers: [transfer, transfer] }, bank, /stands twice/],
    ['a payment id too long', with1({ endToEndId: 'x'.repeat(36) }), bank, /payment id/],
    ['nothing', with1({ amount: { minor: 0, currency: 'NOK' } }), bank, /above zero/],
    ['less than nothing', with1({ amount: { minor: -1, currency: 'NOK' } }), bank, /above zero/],
    ['half an øre', with1({ amount: { minor: 0.5, currency: 'NOK' } }), bank, /above zero/],
    ['a wrong account', with1({ account: { bban: '86011117948' } }), bank, /not valid/],
    ['a wrong IBAN', with1({ account: { iban: 'DE00370400440532013000' } }), bank, /not valid/],
    ['no country', with1({ payeeCountry: 'Norway' }), bank, /country/],
    ['no name', with1({ payeeName: '\u200b' }), bank, /name is empty/],
    ['a wrong account of ours', batch, { ...bank, account: '12345678904' }, /rulebook/],
    ['no town of ours', batch, { ...bank, town: ' ' }, /town and country/],
    ['a wrong BIC', batch, { ...bank, bic: 'DNB' }, /BIC/],
  ])('%s', (_, given, profile, sentence) => {
    expect(() => writePain001(given, profile)).toThrow(BadBatch);
    expect(() => writePain001(given, profile)).toThrow(sentence);
  });
});
