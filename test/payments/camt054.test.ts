import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readBankFile } from '../../shared/payments/read.ts';
import type { Booking, Notification } from '../../shared/payments/types.ts';
import { schemaFaults } from '../schemas/validate.ts';

const versions = ['camt.054.001.02', 'camt.054.001.04', 'camt.054.001.08'] as const;
type Version = (typeof versions)[number];

function notificationXml(version: string, entries: string, account = '<Othr><Id>12345678903</Id></Othr>'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}"><BkToCstmrDbtCdtNtfctn>
  <GrpHdr><MsgId>N1</MsgId><CreDtTm>2025-08-19T07:30:00</CreDtTm></GrpHdr>
  <Ntfctn><Id>N1</Id><CreDtTm>2025-08-19T07:30:00</CreDtTm><Acct><Id>${account}</Id></Acct>${entries}</Ntfctn>
</BkToCstmrDbtCdtNtfctn></Document>`;
}

const code = '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>';
const returnCode = code.replace('DMCT', 'RRTN');

interface Entry {
  readonly amount: string;
  readonly direction: 'DBIT' | 'CRDT';
  readonly status?: string;
  readonly date?: string;
  readonly reference?: string;
  readonly reversal?: boolean;
  readonly code?: string;
  readonly details?: string;
}

function entryXml(version: Version, entry: Entry): string {
  const status = entry.status ?? 'BOOK';
  return [
    `<Ntry><Amt Ccy="NOK">${entry.amount}</Amt><CdtDbtInd>${entry.direction}</CdtDbtInd>`,
    entry.reversal === true ? '<RvslInd>true</RvslInd>' : '',
    `<Sts>${version === 'camt.054.001.08' ? `<Cd>${status}</Cd>` : status}</Sts>`,
    `<BookgDt>${entry.date ?? '<Dt>2025-08-19</Dt>'}</BookgDt>`,
    entry.reference === undefined ? '' : `<AcctSvcrRef>${entry.reference}</AcctSvcrRef>`,
    entry.code ?? code,
    entry.details === undefined ? '' : `<NtryDtls>${entry.details}</NtryDtls>`,
    '</Ntry>',
  ].join('');
}

/** Details of one transaction: .02 has the amount elsewhere, .04 demands amount and direction. */
function details(
  version: Version,
  given: { refs?: string; amount?: string; direction?: string; after?: string },
): string {
  const demanded = version === 'camt.054.001.04';
  const number = given.amount ?? (demanded ? '1' : undefined);
  const amount = number === undefined ? '' : `<Amt Ccy="NOK">${number}</Amt>`;
  const way = given.direction ?? (demanded ? 'DBIT' : undefined);
  const older = amount === '' ? '' : `<AmtDtls><TxAmt>${amount}</TxAmt></AmtDtls>`;
  const newer = amount + (way === undefined ? '' : `<CdtDbtInd>${way}</CdtDbtInd>`);
  return `<TxDtls><Refs>${given.refs ?? ''}</Refs>${version === 'camt.054.001.02' ? older : newer}${given.after ?? ''}</TxDtls>`;
}

const endToEnd = (id: string) => `<EndToEndId>${id}</EndToEndId>`;
const kid = (text: string) => `<Strd><CdtrRefInf><Ref>${text}</Ref></CdtrRefInf></Strd>`;

function read(xml: string): Notification {
  const found = readBankFile(new TextEncoder().encode(xml));
  if (!found.ok || found.file.kind !== 'bookings') throw new Error(found.ok ? 'no notification' : found.sentence);
  return found.file;
}

async function bookings(version: Version, ...entries: readonly Entry[]): Promise<readonly Booking[]> {
  const xml = notificationXml(version, entries.map((entry) => entryXml(version, entry)).join(''));
  expect(await schemaFaults(xml, version)).toEqual([]);
  return read(xml).bookings;
}

const refusal = (xml: string) => {
  const found = readBankFile(new TextEncoder().encode(xml));
  return found.ok ? '' : found.sentence;
};

describe.each(versions)('%s', (version) => {
  it('a payment of ours, booked', async () => {
    const given = {
      refs: `<MsgId>B1</MsgId>${endToEnd('E1')}`,
      after: '<RmtInf><Ustrd>Erasmus+ grant</Ustrd></RmtInf>',
    };
    const [booking] = await bookings(version, {
      amount: '17425.87',
      direction: 'DBIT',
      reference: 'R1',
      details: details(version, given),
    });
    expect(booking).toEqual({
      reference: 'R1',
      direction: 'debit',
      amount: { minor: 1_742_587, currency: 'NOK' },
      date: '2025-08-19',
      endToEndId: 'E1',
      batchId: 'B1',
      text: 'Erasmus+ grant',
    });
  });

  it('a payment in with its KID', async () => {
    const given = { refs: endToEnd('NOTPROVIDED'), after: `<RmtInf>${kid('7711 0299205286206265 3')}</RmtInf>` };
    const [booking] = await bookings(version, {
      amount: '500',
      direction: 'CRDT',
      reference: 'R2',
      details: details(version, given),
    });
    expect(booking).toEqual({
      reference: 'R2',
      direction: 'credit',
      amount: { minor: 50_000, currency: 'NOK' },
      date: '2025-08-19',
      kid: '771102992052862062653',
    });
  });

  it('a payment of ours coming back', async () => {
    const given = { refs: endToEnd('E1'), after: '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>' };
    const [booking] = await bookings(version, {
      amount: '10.00',
      direction: 'CRDT',
      reference: 'R1',
      details: details(version, given),
    });
    expect(booking?.returned).toEqual({ endToEndId: 'E1', reason: 'AC04' });
    expect(booking).not.toHaveProperty('endToEndId');
    expect(booking?.reference, 'never that of the payment it undoes').toBe('R1/returned');
  });

  it('a batch booked as one sum is split into its payments', async () => {
    const one = details(version, { refs: endToEnd('E1'), amount: '10.10' });
    const two = details(version, { refs: endToEnd('E2'), amount: '20.2' });
    const batch = '<Btch><MsgId>B1</MsgId><NbOfTxs>2</NbOfTxs></Btch>';
    const split = await bookings(version, {
      amount: '30.30',
      direction: 'DBIT',
      reference: 'R1',
      details: batch + one + two,
    });
    expect(
      split.map(({ reference, endToEndId, batchId, amount }) => [reference, endToEndId, batchId, amount.minor]),
    ).toEqual([
      ['R1/E1', 'E1', 'B1', 1010],
      ['R1/E2', 'E2', 'B1', 2020],
    ]);
  });

  it('a batch without details stays whole and names the batch', async () => {
    const [booking] = await bookings(version, {
      amount: '30.30',
      direction: 'DBIT',
      reference: 'R1',
      details: '<Btch><PmtInfId>B1</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>',
    });
    expect(booking).toMatchObject({ batchId: 'B1', amount: { minor: 3030 }, reference: 'R1' });
  });

  it('a batch whose parts do not add up stays whole, with a note', async () => {
    const parts = ['10.00', '20.00']
      .map((amount, at) => details(version, { refs: endToEnd(`E${at}`), amount }))
      .join('');
    const found = await bookings(version, { amount: '30.01', direction: 'DBIT', reference: 'R1', details: parts });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      amount: { minor: 3001 },
      text: expect.stringMatching(/^2 transactions booked as one/),
    });
    expect(found[0]).not.toHaveProperty('endToEndId');
  });

  it('leaves out what is not booked yet', async () => {
    const entries = ['PDNG', 'INFO', 'BOOK'].map((status, at) => ({
      amount: '1',
      direction: 'CRDT' as const,
      status,
      reference: `R${at}`,
    }));
    expect((await bookings(version, ...entries)).map((booking) => booking.reference)).toEqual(['R2']);
  });

  it('dates a booking by the bank’s own day, whatever the time zone', async () => {
    const entry = {
      amount: '1',
      direction: 'CRDT' as const,
      reference: 'R',
      date: '<DtTm>2025-08-19T00:30:00+02:00</DtTm>',
    };
    expect((await bookings(version, entry))[0]?.date).toBe('2025-08-19');
  });
});

describe('a return is seen even where the bank gives no RtrInf', () => {
  test.each<[string, Partial<Entry>]>([
    ['by its transaction code', { code: returnCode }],
    ['by the mark of a reversal', { reversal: true }],
  ])('%s', async (_, given) => {
    const text = details('camt.054.001.08', { refs: endToEnd('E1') });
    const [booking] = await bookings('camt.054.001.08', {
      amount: '1',
      direction: 'CRDT',
      reference: 'R',
      details: text,
      ...given,
    });
    expect(booking?.returned).toEqual({ endToEndId: 'E1', reason: 'MS03' });
  });

  it('and a debit never is one', async () => {
    const text = details('camt.054.001.08', {
      refs: endToEnd('E1'),
      after: '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>',
    });
    const [booking] = await bookings('camt.054.001.08', {
      amount: '1',
      direction: 'DBIT',
      reference: 'R',
      details: text,
    });
    expect(booking?.returned).toBeUndefined();
    expect(booking?.endToEndId).toBe('E1');
  });
});

describe('a batch in which money goes both ways', () => {
  const mixed = (amounts: readonly (readonly [string, string])[]) =>
    amounts
      .map(([amount, direction], at) => details('camt.054.001.08', { refs: endToEnd(`E${at}`), amount, direction }))
      .join('');

  it('is split by the direction of each part where they add up with signs', async () => {
    const text = mixed([
      ['50', 'DBIT'],
      ['20', 'CRDT'],
    ]);
    const split = await bookings('camt.054.001.08', { amount: '30', direction: 'DBIT', reference: 'R', details: text });
    expect(split.map(({ direction, amount }) => [direction, amount.minor])).toEqual([
      ['debit', 5000],
      ['credit', 2000],
    ]);
  });

  it('follows the entry where only the plain sums agree', async () => {
    const text = mixed([
      ['50', 'CRDT'],
      ['20', 'CRDT'],
    ]);
    const split = await bookings('camt.054.001.08', { amount: '70', direction: 'DBIT', reference: 'R', details: text });
    expect(split.map(({ direction }) => direction)).toEqual(['debit', 'debit']);
  });
});

describe('the reference that guards against booking twice', () => {
  const version = 'camt.054.001.08';
  const paidIn = (amount: string, text: string): Entry => ({
    amount,
    direction: 'CRDT',
    details: details(version, { after: `<RmtInf>${kid(text)}</RmtInf>` }),
  });

  it('is derived from what the booking says where the bank gives none, the same in whatever file it comes', async () => {
    const [one, two] = await bookings(version, paidIn('5', '12344'), paidIn('6', '12344'));
    const [again] = await bookings(version, paidIn('6', '12344'));
    expect(one?.reference).toMatch(/^derived-[0-9a-f]{20}$/);
    expect(two?.reference).not.toBe(one?.reference);
    expect(again?.reference).toBe(two?.reference);
  });

  it('counts bookings that say the same in one file', async () => {
    const references = (await bookings(version, paidIn('5', '12344'), paidIn('5', '12344'))).map(
      (booking) => booking.reference,
    );
    expect(references[1]).toBe(`${references[0]}-2`);
  });

  it('tells different bookings apart under one reference, and takes the same booking for the same', async () => {
    const found = await bookings(
      version,
      ...['5', '6', '5'].map((amount) => ({ ...paidIn(amount, '12344'), reference: 'MSG' })),
    );
    expect(found[0]?.reference).toBe('MSG');
    expect(found[1]?.reference).toMatch(/^MSG\/[0-9a-f]{20}$/);
    expect(found[2]?.reference).toBe('MSG');
  });

  it('is each transaction’s own in a batch, else its id, else its place', async () => {
    const part = (refs: string) => details(version, { refs, amount: '1' });
    const references = async (...parts: readonly string[]) =>
      (
        await bookings(version, {
          amount: String(parts.length),
          direction: 'DBIT',
          reference: 'R',
          details: parts.join(''),
        })
      ).map((booking) => booking.reference);
    expect(await references(part('<AcctSvcrRef>A</AcctSvcrRef>'), part('<AcctSvcrRef>B</AcctSvcrRef>'))).toEqual([
      'A',
      'B',
    ]);
    expect(
      await references(
        part(`<AcctSvcrRef>R</AcctSvcrRef>${endToEnd('E1')}`),
        part(`<AcctSvcrRef>R</AcctSvcrRef>${endToEnd('E2')}`),
      ),
    ).toEqual(['R/E1', 'R/E2']);
    expect(await references(part(endToEnd('E1')), part(endToEnd('E1')))).toEqual(['R/1', 'R/2']);
  });
});

describe('a KID', () => {
  const text = (remittance: string) => details('camt.054.001.08', { after: `<RmtInf>${remittance}</RmtInf>` });
  const kidOf = async (remittance: string) =>
    (
      await bookings('camt.054.001.08', { amount: '1', direction: 'CRDT', reference: 'R', details: text(remittance) })
    )[0]?.kid;

  it('is digits only', async () => {
    expect(await kidOf(kid('RF18 5390 0754'))).toBeUndefined();
    expect(await kidOf(kid('1'))).toBeUndefined();
  });

  it('is not guessed where there are two', async () => {
    expect(await kidOf(kid('12344') + kid('12351'))).toBeUndefined();
    expect(await kidOf(kid('12344') + kid('12344'))).toBe('12344');
  });
});

describe('the account', () => {
  it('has one spelling', () => {
    expect(read(notificationXml('camt.054.001.08', '', '<IBAN>NO9386011117947</IBAN>')).account).toBe('86011117947');
    expect(read(notificationXml('camt.054.001.08', '', '<IBAN>DE89370400440532013000</IBAN>')).account).toBe(
      'DE89370400440532013000',
    );
  });

  it.each<Version>(['camt.054.001.02', 'camt.054.001.04', 'camt.054.001.08'])(
    'may be one of several: %s',
    (version) => {
      const xml = notificationXml(version, '');
      const part = (account: string) =>
        `<Ntfctn><Id>N2</Id><Acct><Id><Othr><Id>${account}</Id></Othr></Id></Acct></Ntfctn>`;
      const others = ['86011117947', '15032080119', '86011117947'].map(part).join('');
      const found = readBankFile(new TextEncoder().encode(xml.replace('<Ntfctn>', `${others}<Ntfctn>`)));
      expect(found).toMatchObject({
        ok: true,
        file: {
          kind: 'accounts',
          source: 'notification',
          parts: [{ account: '86011117947' }, { account: '15032080119' }, {}],
        },
      });
    },
  );
});

describe('a notification that cannot be acted on is a sentence', () => {
  const entry = entryXml('camt.054.001.08', { amount: '1', direction: 'CRDT', reference: 'R' });
  const two = '<NtryDtls><TxDtls><Amt Ccy="NOK">0.005</Amt></TxDtls><TxDtls/></NtryDtls></Ntry>';
  test.each([
    ['an amount finer than the currency', entry.replace('>1<', '>1.005<'), /"1.005" at line \d+ is no exact amount/],
    ['an amount without currency', entry.replace(' Ccy="NOK"', ''), /no exact amount/],
    ['no amount', entry.replace('<Amt Ccy="NOK">1</Amt>', ''), /lacks its amount/],
    ['no direction', entry.replace('<CdtDbtInd>CRDT</CdtDbtInd>', ''), /neither debit nor credit/],
    ['an unknown direction', entry.replace('CRDT', 'BOTH'), /"BOTH" at line \d+ is neither/],
    ['no status', entry.replace('<Sts><Cd>BOOK</Cd></Sts>', ''), /no status/],
    ['no date', entry.replace('<BookgDt><Dt>2025-08-19</Dt></BookgDt>', ''), /no date/],
    ['a day that does not exist', entry.replace('2025-08-19', '2025-02-30'), /no date/],
    ['a bad amount inside a batch', entry.replace('</Ntry>', two), /no exact amount/],
  ])('%s', (_, entries, sentence) => {
    expect(refusal(notificationXml('camt.054.001.08', entries))).toMatch(sentence);
  });

  it('also without an account or message id', () => {
    expect(refusal(notificationXml('camt.054.001.08', '', ''))).toMatch(/names no account/);
    expect(refusal(notificationXml('camt.054.001.08', '').replace('<MsgId>N1</MsgId>', ''))).toMatch(/no message id/);
  });
});

describe('the standard’s own samples', () => {
  // In both the parts do not divide the sum of 200 000 SEK exactly: three variants of a remittance, or other money.
  test.each([
    ['02', { reference: 'AAAASESS-FP-ACCR001' }],
    ['08', { reference: 'ACSR160617103200001', batchId: 'UXC06170000006' }],
  ])('camt.054.001.%s', (version, expected) => {
    const bytes = readFileSync(new URL(`samples/sample-camt.054.001.${version}.xml`, import.meta.url));
    const found = readBankFile(bytes);
    expect(found).toMatchObject({
      ok: true,
      file: {
        messageId: 'AAAASESS-FP-ACCR001',
        account: 'CH2801234000123456789',
        bookings: [
          { direction: 'debit', amount: { minor: 20_000_000, currency: 'SEK' }, date: '2007-10-18', ...expected },
        ],
      },
    });
  });
});
