import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstBroken } from '../../shared/ledger/check.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import { statement } from '../../shared/ledger/statement.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { Town } from './town.ts';

/**
 * Whatever the bank delivers: what cannot be read or matched becomes a task for finance, nothing is dropped, and no case and
 * no money moves by it. One case, whose first instalment the bank has booked.
 */
const dataDir = temporaryFolder();
let town: Town;
let id = '';
let files = 0;

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-06-10T07:00:00.000Z');
  await town.apply();
  id = await town.caseOf('kristoffer@student.nhh.example');
  await town.approve(id);
  await town.signAndPay(id);
}, 60_000);
afterAll(() => town.host.stop());

/** Delivers a file under a name of its own. Gives what it changed, and the tasks that came of it. */
async function deliver(content: string) {
  const before = (await town.tasks()).map((task) => JSON.stringify(task));
  files += 1;
  const changed = await town.changes(() => town.deliver(`file-${files}.xml`, content));
  const tasks = (await town.tasks()).filter((task) => !before.includes(JSON.stringify(task)));
  return { changed, tasks };
}

/** A file came, was noted, and gave finance something to look at. */
const onlyTask = ['bankfile/file', 'bankmessage/message', 'file bank/in', 'task'];
/** A file that cannot be read is not noted as read. */
const onlyTaskOfFile = onlyTask.filter((change) => !change.startsWith('bank'));
const payment = (id: string) => `NHH-${id}-PRE1`;

test('before all of this the first instalment is booked', async () => {
  const { state, payments } = await town.mobility(id);
  expect([state, payments.map((one) => one.state)]).toEqual(['signed', ['booked']]);
});

describe('a file that cannot be read', () => {
  const bomb = (entities: string, text: string) =>
    `<?xml version="1.0"?><!DOCTYPE D [${entities}]><Document>${text}</Document>`;
  const notWell = 'The file is not well-formed XML, or is cut off, at line 1. Ask the bank for it again.';
  const doctype = 'The file has a document type declaration, which bank files never have. It is refused for safety.';
  const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

  test.each([
    ['garbage', 'PK\u0003\u0004 not a bank file', notWell],
    ['nothing', '', 'The file is empty. Ask the bank for it again.'],
    ['a thousand million laughs', bomb(`<!ENTITY l0 "ha">${laughs}`, '&l30;'), doctype],
    ['a file of this machine', bomb('<!ENTITY f SYSTEM "file:///etc/hostname">', '&f;'), doctype],
    ['elements without end', '<a>'.repeat(2_000_000), 'The file nests elements deeper than 40. It is refused.'],
    [
      'a page of the bank',
      '<html><body>Log in</body></html>',
      'This is no ISO 20022 bank file. Ask the bank for one of',
    ],
    [
      'our own payment file',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn/></Document>',
      'Files of the kind pain.001.001.09 are not read here. Ask the bank for one of',
    ],
  ])('%s: finance reads why', async (_what, content, problem) => {
    const { changed, tasks } = await deliver(content);
    expect(changed).toEqual(onlyTaskOfFile);
    expect(tasks).toEqual([
      { kind: 'unreadable-bank-file', data: { file: `file-${files}.xml`, problem: expect.stringContaining(problem) } },
    ]);
  });

  test('one that breaks off books nothing of what came before', async () => {
    const whole = (await town.fromBank('camt.054')).replaceAll(payment(id), payment('0000000000'));
    const { changed, tasks } = await deliver(whole.slice(0, whole.lastIndexOf('</Ntfctn>')));
    expect(changed).toEqual(onlyTaskOfFile);
    expect(tasks).toMatchObject([{ kind: 'unreadable-bank-file' }]);
  });
});

describe('a file that came before', () => {
  test.each(['pain.002', 'camt.054'] as const)(
    '%s, byte by byte under another name, is not read again',
    async (kind) => {
      expect(await deliver(await town.fromBank(kind))).toEqual({ changed: ['file bank/in'], tasks: [] });
    },
  );

  test.each(['pain.002', 'camt.054'] as const)('%s in a new file says nothing new', async (kind) => {
    const again = (await town.fromBank(kind)).replaceAll(/<MsgId>PB-[^<]*/g, '<MsgId>PB-AGAIN');
    expect(await deliver(again)).toEqual({
      changed: ['bankfile/file', 'bankmessage/message', 'file bank/in'],
      tasks: [],
    });
  });

  test.each(['pain.002', 'camt.054'] as const)(
    '%s as the same message, written anew, is not read again',
    async (kind) => {
      const anew = (await town.fromBank(kind)).replace('?>', '?><!-- anew -->');
      expect(await deliver(anew)).toEqual({ changed: ['bankfile/file', 'file bank/in'], tasks: [] });
    },
  );

  test('another message under the same id is read, and finance is told', async () => {
    const { tasks } = await deliver((await town.fromBank('pain.002')).replace('ACTC', 'ACCP'));
    expect(tasks).toMatchObject([{ kind: 'message-id-reused', data: { file: `file-${files}.xml` } }]);
  });
});

describe('what fits no case, or not this case', () => {
  const changedFile = async (
    kind: 'pain.002' | 'camt.054',
    ...changes: readonly (readonly [RegExp | string, string])[]
  ) => {
    const own = [/<MsgId>PB-[^<]*/g, `<MsgId>PB-CHANGED-${files}`] as const;
    return [own, ...changes].reduce((text, [what, by]) => text.replaceAll(what, by), await town.fromBank(kind));
  };
  const unknown = () => [payment(id), 'NHH-0000000000-PRE1'] as const;
  /** The booking of the first instalment, as a return of it. */
  const asReturn = [
    ['DBIT', 'CRDT'],
    ['DMCT', 'RRTN'],
    ['</TxDtls>', '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>'],
    [/<AcctSvcrRef>[^<]*/g, '<AcctSvcrRef>REF-RETURN'],
  ] as const;

  test('the status of a payment that nobody knows', async () => {
    const { changed, tasks } = await deliver(await changedFile('pain.002', unknown()));
    expect(changed).toEqual(onlyTask);
    expect(tasks).toEqual([{ kind: 'unknown-payment', data: { reference: 'NHH-0000000000-PRE1', status: 'ACCP' } }]);
  });

  test('the status of a file that nobody sent', async () => {
    const { changed, tasks } = await deliver(await changedFile('pain.002', [/NHH-2025[0-9-]*/g, 'NHH-19990101-1000']));
    expect(changed).toEqual(onlyTask);
    expect(tasks).toEqual([{ kind: 'unknown-batch', data: { batch: 'NHH-19990101-1000', status: 'ACTC' } }]);
  });

  test('a rejection of money that has been booked is an alarm, and moves nothing', async () => {
    const { changed, tasks } = await deliver(await changedFile('pain.002', ['ACCP', 'RJCT'], ['ACTC', 'RJCT']));
    expect(changed).not.toContain('ledger');
    expect(tasks).toMatchObject([{ kind: 'rejected-after-booking', data: { mobility: id, payment: payment(id) } }]);
    expect((await town.mobility(id)).payments[0]?.state).toBe('booked');
  });

  test('the booking of a payment that nobody knows', async () => {
    const { changed, tasks } = await deliver(
      await changedFile('camt.054', unknown(), [/<AcctSvcrRef>[^<]*/g, '<AcctSvcrRef>REF-UNKNOWN']),
    );
    expect(changed).toEqual(onlyTask);
    expect(tasks).toMatchObject([
      { kind: 'unmatched-debit', data: { endToEndId: 'NHH-0000000000-PRE1', amount: '17425.87 NOK' } },
    ]);
  });

  test('the return of a payment that nobody knows', async () => {
    const { changed, tasks } = await deliver(await changedFile('camt.054', ...asReturn, unknown()));
    expect(changed).toEqual(onlyTask);
    expect(tasks).toMatchObject([
      { kind: 'unmatched-credit', data: { endToEndId: 'NHH-0000000000-PRE1', returned: 'AC04' } },
    ]);
  });

  test.each([
    ['less than was paid', ['17425.87', '17425.86']],
    ['another currency', ['Ccy="NOK"', 'Ccy="EUR"']],
  ] as const)('a return of %s is an alarm, and moves nothing', async (_what, change) => {
    const { changed, tasks } = await deliver(await changedFile('camt.054', ...asReturn, change));
    expect(changed).not.toContain('ledger');
    expect(tasks).toMatchObject([{ data: { mobility: id, payment: payment(id) } }]);
    expect((await town.mobility(id)).payments[0]?.state).toBe('booked');
  });

  test('movements of another account', async () => {
    const { changed, tasks } = await deliver(await changedFile('camt.054', ['86011117947', '12345678903'], unknown()));
    // Not noted as read: it may come again when the account has been entered in the bank profile.
    expect(changed).toEqual(['file bank/in', 'task']);
    expect(tasks).toMatchObject([{ kind: 'wrong-account' }]);
  });

  test.each([
    ['a KID that nobody was given', '504500000000000000000'],
    ['no KID', undefined],
  ])('a credit with %s', async (_what, kid) => {
    const before = (await town.tasks()).length;
    const amount = { minor: 12_345, currency: 'NOK' };
    town.host.bank.payIn({ institution: 'nhh', amount, payerName: 'Unknown Payer', ...(kid ? { kid } : {}) });
    const version = (await town.mobility(id)).version;
    const changed = await town.changes(() => town.host.advanceBy(0.1));
    expect(changed).not.toContain('ledger');
    expect((await town.mobility(id)).version).toBe(version);
    const data = {
      amount: '123.45 NOK',
      reference: expect.any(String),
      date: expect.any(String),
      payer: 'Unknown Payer',
      ...(kid ? { kid } : {}),
    };
    expect((await town.tasks()).length).toBe(before + 1);
    expect(await town.tasks()).toContainEqual({ kind: 'unmatched-credit', data });
  });
});

describe('money that comes back when the case is closed already', () => {
  const states = async () =>
    (await town.mobility(id)).payments.map(({ id: name, state }) => `${name.slice(-4)} ${state}`);

  test('the case goes on as if nothing had been, and closes', async () => {
    await town.host.advanceTo('2025-12-22T09:00:00.000Z');
    town.host.bank.setBehaviour('12345678903', 'return');
    await town.comeHome(id);
    expect([(await town.mobility(id)).state, await states()]).toEqual(['closed', ['PRE1 booked', 'BAL1 booked']]);
  });

  test('three business days later the bank returns the balance: the case is open again, and has a next step', async () => {
    await town.host.advanceBy(7);
    const { state, deadlines } = await town.mobility(id);
    expect([state, await states()]).toEqual(['settled', ['PRE1 booked', 'BAL1 returned']]);
    expect(deadlines.map(({ kind }) => kind)).toContain('account-reminder');
    expect((await town.mail('account-needed', id)).at.slice(0, 10)).toBe('2025-12-30');
  });

  test('a new account, a second person, a new payment: closed with the same 2 155.33', async () => {
    const account = { 'account-number': '15032080119' };
    const proposed = await town.sendWithCode(await town.openFrom('account-needed', id), 'account-number', account, id);
    expect([proposed.status, proposed.errors]).toEqual([200, []]);
    const approval = { choice: 'approve', by: 'Arne Lie' };
    const approved = await town.sendWithCode(await town.openFrom('account-approval', id), 'choice', approval, id);
    expect([approved.status, approved.errors]).toEqual([200, []]);
    await town.host.advanceBy(7);
    expect([(await town.mobility(id)).state, await states()]).toEqual([
      'closed',
      ['PRE1 booked', 'BAL1 returned', 'BAL2 booked'],
    ]);
    const transfers = await transfersOfCase(town.host.store, 'nhh', id);
    const { paid, outstanding, local } = statement(transfers);
    expect([paid, outstanding, local[0]?.paid ?? paid].map(formatDecimal)).toEqual(['2155.33', '0.00', '25308.96']);
    expect(firstBroken(transfers)).toBeUndefined();
  });
});

test('nothing failed on the way', () => {
  expect([town.reports, town.host.undelivered()]).toEqual([[], []]);
});
