import { describe, expect, it, test } from 'vitest';
import { readBankFile } from '../../shared/payments/read.ts';
import type { Notification } from '../../shared/payments/types.ts';
import { type StatementXml, statementXml } from './statements.ts';

function read(given: StatementXml): Notification {
  const found = readBankFile(new TextEncoder().encode(statementXml(given)));
  if (!found.ok || found.file.kind !== 'bookings') throw new Error(found.ok ? 'no statement' : found.sentence);
  return found.file;
}

function refusal(given: StatementXml): string {
  const found = readBankFile(new TextEncoder().encode(statementXml(given)));
  return found.ok ? '' : found.sentence;
}

const paid = { amount: '100.00', direction: 'DBIT', reference: 'R1', endToEndId: 'E1' } as const;
const credited = { amount: '30.50', direction: 'CRDT', reference: 'R2', kid: '12344' } as const;
const day: StatementXml = {
  balances: [
    ['OPBD', '500'],
    ['CLBD', '430.50'],
  ],
  lines: [paid, credited],
};

describe.each(['02', '04', '08'] as const)('camt.053.001.%s', (version) => {
  it('tells the movements of the day and what the account held before and after', () => {
    expect(read({ ...day, version })).toEqual({
      kind: 'bookings',
      source: 'statement',
      messageId: 'ST1',
      account: '86011117947',
      bookings: [
        {
          reference: 'R1',
          direction: 'debit',
          amount: { minor: 10_000, currency: 'NOK' },
          date: '2025-06-11',
          endToEndId: 'E1',
        },
        {
          reference: 'R2',
          direction: 'credit',
          amount: { minor: 3050, currency: 'NOK' },
          date: '2025-06-11',
          kid: '12344',
        },
      ],
      balances: [
        {
          opening: { minor: 50_000, currency: 'NOK' },
          closing: { minor: 43_050, currency: 'NOK' },
          closedOn: '2025-06-11',
        },
      ],
    });
  });

  it('counts what is booked only: pending and informative entries move nothing', () => {
    const waiting = ['PDNG', 'INFO'].map((status) => ({ ...paid, status, reference: status }));
    expect(read({ ...day, version, lines: [...day.lines, ...waiting] }).bookings).toHaveLength(2);
  });
});

describe('opening + entries = closing', () => {
  test.each<[string, StatementXml['balances'], StatementXml['lines']]>([
    [
      'from a debit balance',
      [
        ['OPBD', '-50'],
        ['CLBD', '-119.50'],
      ],
      day.lines,
    ],
    [
      'over zero',
      [
        ['OPBD', '20'],
        ['CLBD', '-49.50'],
      ],
      day.lines,
    ],
    [
      'with the closing balance of the day before as opening one',
      [
        ['PRCD', '500'],
        ['CLBD', '430.50'],
      ],
      day.lines,
    ],
    [
      'beside balances of other kinds',
      [
        ['OPBD', '500'],
        ['CLBD', '430.50'],
        ['CLAV', '9'],
        ['FWAV', '8'],
      ],
      day.lines,
    ],
    [
      'whatever order the balances stand in',
      [
        ['CLBD', '430.50'],
        ['OPBD', '500'],
      ],
      day.lines,
    ],
    [
      'on the first page of several',
      [
        ['OPBD', '500'],
        ['ITBD', '430.50'],
      ],
      day.lines,
    ],
    [
      'on a page in the middle',
      [
        ['ITBD', '500'],
        ['ITBD', '430.50'],
      ],
      day.lines,
    ],
    [
      'on the last page',
      [
        ['ITBD', '500'],
        ['CLBD', '430.50'],
      ],
      day.lines,
    ],
    [
      'on a day without entries',
      [
        ['OPBD', '500'],
        ['CLBD', '500'],
      ],
      [],
    ],
    [
      'in a batch booked as one sum',
      [
        ['OPBD', '500'],
        ['CLBD', '400'],
      ],
      [{ ...paid, batchId: 'B1' }],
    ],
  ])('%s', (_, balances, lines) => {
    expect(refusal({ balances, lines })).toBe('');
  });

  test.each<[string, StatementXml, RegExp]>([
    [
      'an entry is missing',
      { ...day, lines: [paid] },
      /opens with 500.00 NOK and closes with 430.50 NOK.*1 booked entries do not explain/,
    ],
    ['an entry comes twice', { ...day, lines: [paid, credited, credited] }, /missing or come twice/],
    [
      'an øre is wrong',
      {
        ...day,
        balances: [
          ['OPBD', '500'],
          ['CLBD', '430.51'],
        ],
      },
      /do not explain/,
    ],
    [
      'the side of a balance is wrong',
      {
        ...day,
        balances: [
          ['OPBD', '-500'],
          ['CLBD', '430.50'],
        ],
      },
      /opens with -500.00 NOK/,
    ],
    ['no opening balance', { ...day, balances: [['CLBD', '430.50']] }, /lacks its opening or closing balance/],
    [
      'no closing balance',
      {
        ...day,
        balances: [
          ['OPBD', '500'],
          ['CLAV', '430.50'],
        ],
      },
      /lacks its opening or closing/,
    ],
    ['one interim balance alone', { ...day, balances: [['ITBD', '500']] }, /lacks its opening or closing/],
    ['no balance at all', { ...day, balances: [] }, /lacks its opening or closing/],
    [
      'a balance that is no amount',
      {
        ...day,
        balances: [
          ['OPBD', '5e2'],
          ['CLBD', '430.50'],
        ],
      },
      /no exact amount/,
    ],
    ['a balance of a day that does not exist', { ...day, date: '2025-02-30' }, /balance at line \d+ lacks/],
  ])('is refused where %s', (_, given, sentence) => {
    expect(refusal(given)).toMatch(sentence);
  });

  it('is refused where an entry is in another currency than the balances', () => {
    const xml = statementXml(day).replace('<Ntry><Amt Ccy="NOK">', '<Ntry><Amt Ccy="EUR">');
    const found = readBankFile(new TextEncoder().encode(xml));
    expect(found.ok ? '' : found.sentence).toMatch(/not in NOK, the currency of the statement/);
  });

  it('is exact where sums are larger than a float holds', () => {
    const huge = '90071992547409.91';
    const lines = Array.from(
      { length: 4 },
      (_, n) => ({ ...paid, amount: huge, direction: n % 2 ? 'DBIT' : 'CRDT' }) as const,
    );
    expect(
      refusal({
        balances: [
          ['OPBD', '0.01'],
          ['CLBD', '0.01'],
        ],
        lines,
      }),
    ).toBe('');
    expect(
      refusal({
        balances: [
          ['OPBD', '0.01'],
          ['CLBD', '0.02'],
        ],
        lines,
      }),
    ).toMatch(/do not explain/);
  });
});

describe('entries as banks of several countries write them', () => {
  // Structures seen in published guides, with figures and names of our own.
  test('a batch as one debit with every payment in it, each with the entry’s currency in its amounts', () => {
    const one = (id: string, amount: string) =>
      `<TxDtls><Refs><InstrId>${id}</InstrId><EndToEndId>${id}</EndToEndId></Refs><AmtDtls><InstdAmt><Amt Ccy="NOK">${amount}</Amt></InstdAmt><TxAmt><Amt Ccy="NOK">${amount}</Amt></TxAmt></AmtDtls><RltdPties><Cdtr><Nm>Payee</Nm></Cdtr></RltdPties></TxDtls>`;
    const details = `<Btch><PmtInfId>B1</PmtInfId><NbOfTxs>2</NbOfTxs><TtlAmt Ccy="NOK">100.00</TtlAmt></Btch>${one('E1', '60')}${one('E2', '40')}`;
    const { bookings } = read({ ...day, version: '02', lines: [{ ...paid, details }, credited] });
    expect(bookings.map(({ endToEndId, batchId, amount }) => [endToEndId, batchId, amount.minor])).toEqual([
      ['E1', 'B1', 6000],
      ['E2', 'B1', 4000],
      [undefined, undefined, 3050],
    ]);
  });

  test('a credit by KID with who paid it in', () => {
    const details = `<TxDtls><Refs><AcctSvcrRef>T9</AcctSvcrRef></Refs><Amt Ccy="NOK">30.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>Ola Nordmann</Nm><PstlAdr><Ctry>NO</Ctry></PstlAdr></Pty></Dbtr><DbtrAcct><Id><IBAN>NO9386011117947</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>12344</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>`;
    const { bookings } = read({ ...day, lines: [paid, { ...credited, details }] });
    expect(bookings[1]).toMatchObject({ kid: '12344', payer: { name: 'Ola Nordmann' } });
    expect(bookings[1]?.payer?.account).toBeDefined();
  });

  test('a payment named by its InstrId alone', () => {
    const details = '<TxDtls><Refs><InstrId>E1</InstrId></Refs></TxDtls>';
    expect(read({ ...day, lines: [{ ...paid, details }, credited] }).bookings[0]?.endToEndId).toBe('E1');
  });

  test('a debit that takes a credit back is a reversal, not a payment', () => {
    const xml = statementXml(day).replace(
      '<CdtDbtInd>DBIT</CdtDbtInd><Sts>',
      '<CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts>',
    );
    const found = readBankFile(new TextEncoder().encode(xml));
    expect(found).toMatchObject({ ok: true, file: { bookings: [{ direction: 'debit', reversal: true }, {}] } });
  });

  test('several days of one account in one file', () => {
    const second = statementXml({
      ...day,
      date: '2025-06-12',
      balances: [
        ['OPBD', '430.50'],
        ['CLBD', '400'],
      ],
      lines: [{ ...credited, direction: 'DBIT' }],
    });
    const part = second.slice(second.indexOf('<Stmt>'), second.indexOf('</Stmt>') + '</Stmt>'.length);
    const found = readBankFile(
      new TextEncoder().encode(statementXml(day).replace('</BkToCstmrStmt>', `${part}</BkToCstmrStmt>`)),
    );
    expect(found).toMatchObject({ ok: true, file: { balances: [{}, { closedOn: '2025-06-12' }] } });
  });
});
