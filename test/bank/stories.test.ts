import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { BankRefusal, type PretendBank } from '../../infra/local/bank/bank.ts';
import type { Behaviour } from '../../infra/local/bank/types.ts';
import { accounts, paymentFile, transferTo, Wire } from './harness.ts';

// 2025-08-18 is a Monday; 10:00 UTC is noon in Oslo, and 05:30 UTC is half past seven.
let wire: Wire;
let bank: PretendBank;
beforeEach(() => {
  wire = new Wire();
  bank = wire.open();
});
afterEach(() => bank.close());

const send = (key: string, behaviour: Behaviour) => {
  bank.setBehaviour(accounts.ok, behaviour);
  return bank.receiveFile('nhh', `${key}.xml`, paymentFile(`B-${key}`, [transferTo(accounts.ok, key)]));
};
const timeline = () => wire.inbox.map(({ at, name }) => `${at.slice(0, 16)} ${name.slice(0, 8)}`);
const balance = (account: string) => bank.accounts().find((one) => one.account === account)?.balances;

describe('pay', () => {
  it('is accepted ten minutes later and booked the next business day', async () => {
    await send('E1', 'pay');
    expect(wire.inbox).toEqual([]);
    await wire.walk(bank, '2025-09-01T00:00:00.000Z');
    expect(timeline()).toEqual(['2025-08-18T10:10 pain.002', '2025-08-19T05:30 camt.054']);
    const [status, booking] = wire.files();
    expect(status).toMatchObject({
      batchId: 'B-E1',
      group: { status: 'ACTC' },
      transactions: [{ endToEndId: 'NHH-E1', status: 'ACCP' }],
    });
    expect(booking).toMatchObject({
      account: accounts.debtor,
      bookings: [
        {
          direction: 'debit',
          amount: { minor: 148_400, currency: 'NOK' },
          date: '2025-08-19',
          endToEndId: 'NHH-E1',
          batchId: 'B-E1',
        },
      ],
    });
    expect(balance(accounts.debtor)).toEqual([{ minor: -148_400, currency: 'NOK' }]);
    expect(balance(accounts.ok)).toEqual([{ minor: 148_400, currency: 'NOK' }]);
    expect(bank.nextEvent()).toBeUndefined();
  });

  test.each([
    ['a Friday', '2025-08-22T10:00:00.000Z', '2025-08-25'],
    ['the day before Maundy Thursday', '2026-04-01T10:00:00.000Z', '2026-04-07'],
    ['the evening of 16 May, with 17 May in between', '2027-05-14T20:00:00.000Z', '2027-05-18'],
    ['a Sunday', '2025-08-24T10:00:00.000Z', '2025-08-25'],
  ])('from %s is booked on the next day on which banks work', async (_, now, date) => {
    wire.now = now;
    await send('E1', 'pay');
    await wire.walk(bank, '2028-01-01T00:00:00.000Z');
    expect(bank.movements(accounts.ok).map((movement) => movement.date)).toEqual([date]);
  });

  it('waits for the wished date of execution', async () => {
    const xml = new TextDecoder().decode(paymentFile('B1', [transferTo(accounts.ok, 'E1')]));
    const later = xml.replace('<Dt>2025-08-18</Dt>', '<Dt>2025-08-30</Dt>');
    await bank.receiveFile('nhh', 'f.xml', new TextEncoder().encode(later));
    await wire.walk(bank, '2025-10-01T00:00:00.000Z');
    expect(bank.movements(accounts.ok)[0]?.date).toBe('2025-09-01');
  });
});

describe('reject', () => {
  it('is said with its reason and nothing moves', async () => {
    await send('E1', 'reject');
    await wire.walk(bank, '2025-09-01T00:00:00.000Z');
    expect(timeline()).toEqual(['2025-08-18T10:10 pain.002']);
    expect(wire.files()[0]).toMatchObject({
      group: { status: 'RJCT', reason: 'AC01' },
      transactions: [
        { endToEndId: 'NHH-E1', status: 'RJCT', reason: 'AC01', text: 'The account number does not exist' },
      ],
    });
    expect(bank.accounts().flatMap((one) => one.balances)).toEqual([]);
  });

  it('of one payment leaves the others of the file', async () => {
    bank.setBehaviour(accounts.ok, 'reject');
    await bank.receiveFile(
      'nhh',
      'f.xml',
      paymentFile('B1', [transferTo(accounts.ok, 'E1'), transferTo(accounts.other, 'E2')]),
    );
    await wire.walk(bank, '2025-09-01T00:00:00.000Z');
    expect(wire.files()[0]).toMatchObject({
      group: { status: 'PART' },
      transactions: [{ status: 'RJCT' }, { status: 'ACCP' }],
    });
    expect(bank.instructions().map(({ endToEndId, state }) => [endToEndId, state])).toEqual([
      ['NHH-E1', 'rejected'],
      ['NHH-E2', 'booked'],
    ]);
  });

  it('meets a payment to the account that it would come from', async () => {
    await bank.receiveFile('nhh', 'f.xml', paymentFile('B1', [transferTo(accounts.debtor, 'E1')]));
    await wire.walk(bank, '2025-09-01T00:00:00.000Z');
    expect(wire.files()).toMatchObject([
      { transactions: [{ status: 'RJCT', reason: 'AC03', text: 'The money would come from the same account' }] },
    ]);
    expect(bank.movements(accounts.debtor)).toEqual([]);
  });
});

describe('return', () => {
  it('comes back three business days after it was booked', async () => {
    await send('E1', 'return');
    await wire.walk(bank, '2025-09-01T00:00:00.000Z');
    expect(timeline()).toEqual(['2025-08-18T10:10 pain.002', '2025-08-19T05:30 camt.054', '2025-08-22T05:30 camt.054']);
    expect(wire.files()[2]).toMatchObject({
      bookings: [{ direction: 'credit', date: '2025-08-22', returned: { endToEndId: 'NHH-E1', reason: 'AC04' } }],
    });
    expect(balance(accounts.debtor)).toEqual([{ minor: 0, currency: 'NOK' }]);
    expect(bank.instructions()[0]).toMatchObject({ state: 'returned', reason: 'AC04' });
  });

  it('is once: what was sent back stays back', async () => {
    await send('E1', 'return');
    await wire.walk(bank, '2025-10-01T00:00:00.000Z');
    expect(bank.movements(accounts.debtor).map((movement) => movement.direction)).toEqual(['debit', 'credit']);
  });
});

describe('silent', () => {
  it('brings nothing, ever', async () => {
    await send('E1', 'silent');
    await wire.walk(bank, '2026-08-18T00:00:00.000Z');
    expect(wire.inbox).toEqual([]);
    expect(bank.instructions()[0]?.state).toBe('silent');
  });

  it('about one payment says nothing of the whole file', async () => {
    bank.setBehaviour(accounts.ok, 'silent');
    await bank.receiveFile(
      'nhh',
      'f.xml',
      paymentFile('B1', [transferTo(accounts.ok, 'E1'), transferTo(accounts.other, 'E2')]),
    );
    await wire.walk(bank, '2025-09-01T00:00:00.000Z');
    expect(wire.files()[0]).toMatchObject({ transactions: [{ endToEndId: 'NHH-E2', status: 'ACCP' }] });
    expect(wire.files()[0]).not.toHaveProperty('group');
  });
});

describe('twice', () => {
  it('brings every file again under another name, and once more late and out of order, and pays once', async () => {
    await send('E1', 'twice');
    await wire.walk(bank, '2025-09-01T00:00:00.000Z');
    expect(timeline()).toEqual([
      '2025-08-18T10:10 pain.002',
      '2025-08-18T10:10 pain.002',
      '2025-08-19T05:30 camt.054',
      '2025-08-19T05:30 camt.054',
      '2025-08-20T06:30 camt.054',
      '2025-08-20T06:30 pain.002',
    ]);
    expect(new Set(wire.inbox.map(({ name }) => name)).size).toBe(6);
    expect(new Set(wire.inbox.map(({ xml }) => xml)).size).toBe(2);
    expect(bank.movements(accounts.ok)).toHaveLength(1);
  });
});

describe('a payment in', () => {
  const money = { minor: 50_000, currency: 'NOK' };

  it('is credited with its KID at the next half hour', async () => {
    wire.now = '2025-08-18T10:12:34.567Z';
    const reference = bank.payIn({
      institution: 'nhh',
      kid: '771102992052862062653',
      amount: money,
      payerName: 'Åse Bjørn',
    });
    await wire.walk(bank, '2025-08-19T00:00:00.000Z');
    expect(timeline()).toEqual(['2025-08-18T10:30 camt.054']);
    expect(wire.files()[0]).toMatchObject({
      bookings: [{ reference, direction: 'credit', amount: money, date: '2025-08-18', kid: '771102992052862062653' }],
    });
    expect(bank.movements('other-banks')).toMatchObject([
      { direction: 'debit', amount: money, counterAccount: accounts.debtor },
    ]);
  });

  it('is later than now even on the half hour, and twice when paid twice', async () => {
    wire.now = '2025-08-18T10:30:00.000Z';
    const order = { institution: 'nhh', amount: money, payerName: 'P', text: 'I pay back & thanks' };
    const references = [bank.payIn(order), bank.payIn(order)];
    await wire.walk(bank, '2025-08-19T00:00:00.000Z');
    expect(timeline()).toEqual(['2025-08-18T11:00 camt.054']);
    const [file] = wire.files();
    expect(file?.kind === 'bookings' ? file.bookings.map((one) => one.reference).sort() : []).toEqual(
      references.sort(),
    );
    expect(file).toMatchObject({ bookings: [{ text: 'I pay back + thanks' }, {}] });
  });

  test.each([
    ['no customer', { institution: 'ntnu', amount: money, payerName: 'P' }, /no account at this bank/],
    ['nothing', { institution: 'nhh', amount: { minor: 0, currency: 'NOK' }, payerName: 'P' }, /above zero/],
    ['letters for a KID', { institution: 'nhh', kid: 'RF18', amount: money, payerName: 'P' }, /2 to 25 digits/],
  ])('of %s is refused', (_, order, sentence) => {
    expect(() => bank.payIn(order)).toThrow(BankRefusal);
    expect(() => bank.payIn(order)).toThrow(sentence);
  });
});

describe('the behaviour of an account', () => {
  it('is one for all spellings of it, and pay unless told otherwise', () => {
    expect(bank.behaviourOf('8601 11 17947')).toBe('pay');
    bank.setBehaviour('NO93 8601 1117 947', 'return');
    expect(bank.behaviourOf('86011117947')).toBe('return');
    expect(() => bank.setBehaviour('1234', 'pay')).toThrow(/11 digits/);
  });
});

describe('what is due at one moment', () => {
  it('comes in one notification for the institution, and each institution has its own', async () => {
    await bank.receiveFile('nhh', 'a.xml', paymentFile('B1', [transferTo(accounts.ok, 'E1')]));
    await bank.receiveFile(
      'nhh',
      'b.xml',
      paymentFile('B2', [transferTo(accounts.other, 'E2'), transferTo(accounts.third, 'E3')]),
    );
    await bank.receiveFile(
      'uib',
      'c.xml',
      paymentFile('B1', [transferTo(accounts.ok, 'E1')], { account: '36241120303' }),
    );
    await wire.walk(bank, '2025-09-01T00:00:00.000Z');
    const notifications = wire.inbox
      .filter(({ name }) => name.startsWith('camt'))
      .map(({ institution }) => institution);
    expect(notifications).toEqual(['nhh', 'uib']);
    const [first] = wire.files().filter((file) => file.kind === 'bookings');
    expect(first?.bookings.map((one) => one.endToEndId).sort()).toEqual(['NHH-E1', 'NHH-E2', 'NHH-E3']);
  });
});

describe('the books', () => {
  it('list files, instructions and movements, and every currency adds up to nothing', async () => {
    await send('E1', 'return');
    await bank.receiveFile('nhh', 'f.xml', paymentFile('B2', [transferTo(accounts.other, 'E2', 99)]));
    bank.payIn({ institution: 'nhh', amount: { minor: 7, currency: 'NOK' }, payerName: 'P' });
    await wire.walk(bank, '2025-09-01T00:00:00.000Z');
    const total = bank
      .accounts()
      .flatMap((one) => one.balances)
      .reduce((sum, { minor }) => sum + minor, 0);
    expect(total).toBe(0);
    expect(bank.accounts().map(({ account, owner, behaviour }) => [account, owner, behaviour])).toEqual([
      [accounts.debtor, 'nhh', 'pay'],
      [accounts.other, 'Åse Bjørn-Muller', 'pay'],
      [accounts.ok, 'Åse Bjørn-Muller', 'return'],
      ['other-banks', '', 'pay'],
    ]);
    expect(
      bank
        .files()
        .filter(({ direction }) => direction === 'received')
        .map(({ name }) => name),
    ).toEqual(['E1.xml', 'f.xml']);
    expect(bank.files().filter(({ done }) => !done)).toEqual([]);
    expect(bank.movements(accounts.ok)).toMatchObject([
      { direction: 'credit', endToEndId: 'NHH-E1', counterAccount: accounts.debtor, counterName: 'nhh' },
      { direction: 'debit', endToEndId: 'NHH-E1', returnReason: 'AC04' },
    ]);
  });
});
