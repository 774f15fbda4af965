import { beforeEach, describe, expect, test } from 'vitest';
import { writeStatusReport } from '../../infra/local/bank/answers.ts';
import { type StatementEntry, writeNotification } from '../../infra/local/bank/statements.ts';
import { kept } from '../../shared/mobility/balance.ts';
import type { Payment } from '../../shared/mobility/case.ts';
import type { Rules } from '../../shared/mobility/perform.ts';
import { eur, type Money } from '../../shared/money/money.ts';
import { type Reading, readFeedback, refuseLargeFile } from '../../shared/payments/feedback.ts';
import { runPayments } from '../../shared/payments/run.ts';
import { tooLarge } from '../../shared/payments/tree.ts';
import type { StatusCode } from '../../shared/payments/types.ts';
import { change } from '../../shared/store/change.ts';
import { Transient } from '../../shared/store/errors.ts';
import { kidKey } from '../../shared/store/keys.ts';
import { House } from './house.ts';
import { type Line, statementXml } from './statements.ts';

const OURS = '86011117947';
const LOCAL: Money = { minor: 1_742_587, currency: 'NOK' };

/** Three students whose first instalments are with the bank, in one file. */
async function sent(): Promise<House> {
  const house = await House.with(3);
  await runPayments(house.deps, house, 'nhh');
  house.now = '2025-06-11T09:00:00.000Z';
  return house;
}

let house: House;
beforeEach(async () => {
  house = await sent();
});

const batch = () => [...house.files.keys()][0]?.replace('bank/out/nhh/', '').replace('.xml', '') ?? '';

function read(text: string, from: House = house): Promise<Reading> {
  return readFeedback(from.deps, 'nhh', 'file.xml', new TextEncoder().encode(text));
}

type Said = { readonly status: StatusCode; readonly reason?: string };

function statuses(group: Said | undefined, transactions: Readonly<Record<string, Said>> = {}, of = batch()): string {
  return writeStatusReport({
    id: 'S1',
    created: '2025-06-11T08:00:00.000Z',
    version: 'pain.002.001.10',
    original: { messageId: of, format: 'pain.001.001.09' },
    ...(group ? { group } : {}),
    transactions: Object.entries(transactions).map(([endToEndId, said]) => ({ block: of, endToEndId, ...said })),
  });
}

type Entry = Partial<StatementEntry> & Pick<StatementEntry, 'reference'>;

function bookings(entries: readonly Entry[], account = OURS): string {
  const usual = { direction: 'debit', kind: 'paid', amount: LOCAL, date: '2025-06-11', counterName: 'X' } as const;
  return writeNotification({
    id: 'N1',
    created: '2025-06-11T08:00:00.000Z',
    version: 'camt.054.001.08',
    account,
    currency: 'NOK',
    entries: entries.map((entry) => ({ ...usual, ...entry })),
  });
}

const booked = (n: number): Entry => ({ reference: `B${n}`, endToEndId: house.payments[n] ?? '' });
const returned = (n: number): Entry => ({
  reference: `R${n}`,
  direction: 'credit',
  kind: 'returned',
  endToEndId: house.payments[n] ?? '',
  returnReason: 'AC04',
});

async function states(): Promise<(Payment['state'] | undefined)[]> {
  return (await house.cases()).map(({ payments }) => payments[0]?.state);
}

const kindsOf = () => house.tasks.map(({ kind }) => kind);

describe('a status report', () => {
  test('of the whole file speaks for every payment that has no word of its own', async () => {
    const [, second = ''] = house.payments;
    await read(statuses({ status: 'ACCP' }, { [second]: { status: 'RJCT', reason: 'AC04' } }));
    expect(await states()).toEqual(['accepted', 'rejected', 'accepted']);
  });

  test('that rejects the whole file frees all its money, and asks no participant for another account', async () => {
    await read(statuses({ status: 'RJCT', reason: 'FF01' }));
    expect(await states()).toEqual(['rejected', 'rejected', 'rejected']);
    const asked = house.memory.all('cases').filter((item) => JSON.stringify(item).includes('account-needed'));
    expect([asked.length, kindsOf()]).toEqual([0, ['payment-refused', 'payment-refused', 'payment-refused']]);
  });

  test('that calls the file a duplicate says nothing about the first one', async () => {
    await read(statuses({ status: 'RJCT', reason: 'AM05' }));
    expect(await states()).toEqual(['instructed', 'instructed', 'instructed']);
  });

  test('on a file that we never sent is a task', async () => {
    await read(statuses({ status: 'ACCP' }, {}, 'NHH-19990101-0000'));
    expect(house.tasks).toMatchObject([{ kind: 'unknown-batch', data: { batch: 'NHH-19990101-0000' } }]);
  });

  test('on a payment that we never made is a task, and the others are heard', async () => {
    const [first = ''] = house.payments;
    await read(statuses(undefined, { 'X-UNKNOWN': { status: 'RJCT' }, [first]: { status: 'ACCP' } }));
    expect([kindsOf(), (await states())[0]]).toEqual([['unknown-payment'], 'accepted']);
  });

  test('on a payment that has not left yet is a task: it would be sent although it counts as rejected', async () => {
    const early = await House.with(1);
    const [first = ''] = early.payments;
    await read(statuses(undefined, { [first]: { status: 'RJCT', reason: 'AC04' } }), early);
    expect([early.tasks.map(({ kind }) => kind), (await early.studentCase(0)).payments[0]?.state]).toEqual([
      ['unsent-payment'],
      'ready',
    ]);
  });
});

describe('a notification of bookings', () => {
  test('books each payment at its case', async () => {
    expect(await read(bookings([booked(0), booked(1), booked(2)]))).toEqual({ kind: 'read', passedOn: 3, tasks: 0 });
    expect(await states()).toEqual(['booked', 'booked', 'booked']);
  });

  test('the same file again is not read again', async () => {
    await read(bookings([booked(0)]));
    expect(await read(bookings([booked(0)]))).toEqual({ kind: 'seen-before' });
  });

  test('the same booking in another file pays once', async () => {
    await read(bookings([booked(0)]));
    await read(bookings([booked(0), booked(1)]));
    expect([await states(), kept(await house.studentCase(0))]).toEqual([
      ['booked', 'booked', 'instructed'],
      eur(148_400),
    ]);
  });

  test('paid and returned in one file, in either order, is returned', async () => {
    await read(bookings([booked(0), returned(0), returned(1), booked(1)]));
    expect((await states()).slice(0, 2)).toEqual(['returned', 'returned']);
    expect(kindsOf()).toEqual([]);
  });

  test('of another account is a task, and books nothing', async () => {
    await read(bookings([booked(0)], '12345678903'));
    expect([kindsOf(), (await states())[0]]).toEqual([['wrong-account'], 'instructed']);
  });

  test('one booking for the whole file books all its payments', async () => {
    const whole = { reference: 'B', batchId: batch(), amount: { ...LOCAL, minor: 3 * LOCAL.minor } };
    await read(bookings([whole]));
    expect(await states()).toEqual(['booked', 'booked', 'booked']);
  });

  test('one booking for what is left of the file after a rejection books the others', async () => {
    const [first = ''] = house.payments;
    await read(statuses(undefined, { [first]: { status: 'RJCT', reason: 'AC04' } }));
    await read(bookings([{ reference: 'B', batchId: batch(), amount: { ...LOCAL, minor: 2 * LOCAL.minor } }]));
    expect(await states()).toEqual(['rejected', 'booked', 'booked']);
  });

  test('one booking that fits no set of its payments is a task', async () => {
    await read(bookings([{ reference: 'B', batchId: batch(), amount: { ...LOCAL, minor: 2 * LOCAL.minor } }]));
    expect([kindsOf(), await states()]).toEqual([['unmatched-sum'], ['instructed', 'instructed', 'instructed']]);
    expect(house.tasks[0]?.data).toMatchObject({ payments: '3', instructed: '52277.61 NOK', amount: '34851.74 NOK' });
  });

  test.each([
    ['a debit that is none of ours', { reference: 'D', endToEndId: 'RENT-2025-06' }, 'unmatched-debit'],
    ['a batch in another currency', { reference: 'D', batchId: 'of-this-file', amount: eur(1) }, 'unmatched-sum'],
    ['a credit without a KID', { reference: 'C', direction: 'credit', kind: 'paid-in' }, 'unmatched-credit'],
    [
      'a credit with an unknown KID',
      { reference: 'C', direction: 'credit', kind: 'paid-in', kid: '18' },
      'unmatched-credit',
    ],
    [
      'money returned for nobody',
      { reference: 'R', direction: 'credit', kind: 'returned', returnReason: 'AC04' },
      'unmatched-credit',
    ],
  ] as const)('%s is a task', async (_, entry, kind) => {
    const known = 'batchId' in entry ? { ...entry, batchId: batch() } : entry;
    await read(bookings([known, booked(2)]));
    expect([kindsOf(), (await states())[2]]).toEqual([[kind], 'booked']);
  });

  test('returned in another currency than it was paid in is a task of the case', async () => {
    await read(bookings([booked(0), { ...returned(0), amount: eur(148_400) }, booked(1)]));
    expect([kindsOf(), (await states()).slice(0, 2)]).toEqual([['returned-amount-differs'], ['booked', 'booked']]);
  });
});

describe('one booking for a file of which the bank has yet to say what it refuses', () => {
  const two = { ...LOCAL, minor: 2 * LOCAL.minor };
  const sumOf = (amount = two) => bookings([{ reference: 'SUM', batchId: batch(), amount }]);
  const refusal = (n = 0) => statuses(undefined, { [house.payments[n] ?? '']: { status: 'RJCT', reason: 'AC04' } });
  const open = () =>
    house.memory
      .all('cases')
      .filter((item) => item.workPk === 'nhh#tasks')
      .map((item) => Reflect.get(item, 'kind'));
  const waiting = () => house.memory.all('cases').filter(({ sk }) => sk.startsWith('sum#')).length;

  test('waits, and books the others when it has said so; its task goes by itself', async () => {
    await read(sumOf());
    expect([await states(), open(), waiting()]).toEqual([
      ['instructed', 'instructed', 'instructed'],
      ['unmatched-sum'],
      1,
    ]);
    expect(await read(refusal())).toEqual({ kind: 'read', passedOn: 3, tasks: 0 });
    expect([await states(), open(), waiting()]).toEqual([['rejected', 'booked', 'booked'], [], 0]);
  });

  test('waits on while what the bank says does not explain it', async () => {
    await read(sumOf({ ...LOCAL, minor: LOCAL.minor }));
    await read(refusal(0));
    expect([open(), waiting()]).toEqual([['unmatched-sum'], 1]);
    await read(refusal(1).replace('S1', 'S2'));
    expect([await states(), open(), waiting()]).toEqual([['rejected', 'rejected', 'booked'], [], 0]);
  });

  test('is not booked by an acceptance of all: the sum still disagrees, and finance keeps the task', async () => {
    await read(sumOf());
    await read(statuses({ status: 'ACSC' }));
    expect([await states(), open(), waiting()]).toEqual([['accepted', 'accepted', 'accepted'], ['unmatched-sum'], 1]);
  });

  test('told again by the statement of the day is one task, and booked once', async () => {
    const again: Line = { amount: '34851.74', direction: 'DBIT', reference: 'S-SUM', batchId: batch() };
    const balances = [
      ['OPBD', '34851.74'],
      ['CLBD', '0'],
    ] as const;
    const statement = statementXml({ lines: [again], balances });
    await read(sumOf());
    await read(statement);
    expect(open()).toEqual(['unmatched-sum']);
    await read(refusal());
    await read(statement.replaceAll('ST1', 'ST1-AGAIN'));
    expect([await states(), open(), waiting()]).toEqual([['rejected', 'booked', 'booked'], [], 0]);
  });

  test('of a file that is not ours is a debit like any other', async () => {
    await read(bookings([{ reference: 'SUM', batchId: 'PAYROLL#1', amount: two }]));
    await read(statuses({ status: 'ACSC' }, {}, 'PAYROLL#1'));
    expect(open()).toEqual(['unknown-batch', 'unmatched-debit']);
  });

  test.each(['before', 'after'] as const)(
    'whatever call fails, %s it was done, everything is there once',
    async (how) => {
      const story = async () => {
        for (const text of [sumOf(), refusal()]) {
          // One call fails in the whole story: of two readings at most one.
          const readings = [await read(text).catch(String), await read(text).catch(String)];
          expect(readings.filter((one) => typeof one === 'string').length).toBeLessThan(2);
        }
      };
      house.failAt(Number.POSITIVE_INFINITY, how);
      await story();
      const { calls } = house;
      const ledger = house.memory.all('ledger').length;
      for (let at = 1; at <= calls; at += 1) {
        house = await sent();
        house.failAt(at, how);
        await story();
        expect([await states(), open(), waiting()]).toEqual([['rejected', 'booked', 'booked'], [], 0]);
        expect(house.memory.all('ledger').length).toBe(ledger);
      }
    },
  );
});

describe('a statement after the notifications of the same day', () => {
  const amount = '17425.87';
  const line = (n: number, more: Partial<Line> = {}): Line => ({
    amount,
    direction: 'DBIT',
    reference: `S${n}`,
    endToEndId: house.payments[n] ?? '',
    ...more,
  });
  const money = (minor: number) => `${minor < 0 ? '-' : ''}${Math.abs(minor / 100).toFixed(2)}`;
  const statement = (lines: readonly Line[], opening = 0, id = 'ST1', date = '2025-06-11') => {
    const moved = lines.map((one) => Math.round(Number(one.amount) * 100) * (one.direction === 'DBIT' ? -1 : 1));
    const closing = moved.reduce((sum, minor) => sum + minor, opening);
    return statementXml({
      id,
      date,
      lines,
      balances: [
        ['OPBD', money(opening)],
        ['CLBD', money(closing)],
      ],
    });
  };
  const bankAccount = () => house.memory.all('ledger').length;

  test('books nothing a second time, under whatever references', async () => {
    await read(bookings([booked(0), booked(1), returned(1)]));
    const before = bankAccount();
    await read(statement([line(0), line(1), line(1, { direction: 'CRDT', reason: 'AC04', reference: 'S9' })]));
    expect([await states(), bankAccount(), kindsOf()]).toEqual([['booked', 'returned', 'instructed'], before, []]);
  });

  test('books what no notification told, and in either order', async () => {
    await read(statement([line(0), line(1), line(2)]));
    await read(bookings([booked(0), booked(1), booked(2)]));
    expect([await states(), kindsOf()]).toEqual([['booked', 'booked', 'booked'], []]);
  });

  test('with the whole file as one sum changes nothing of what was booked one by one', async () => {
    await read(bookings([booked(0), booked(1), booked(2)]));
    const sum: Line = { amount: '52277.61', direction: 'DBIT', reference: 'SUM', batchId: batch() };
    await read(statement([sum]));
    expect([await states(), kindsOf()]).toEqual([['booked', 'booked', 'booked'], []]);
  });

  test('that shows a payment twice is a task: the account was debited twice', async () => {
    await read(bookings([booked(0)]));
    await read(statement([line(0), line(0, { reference: 'S-AGAIN' })]));
    expect([kindsOf(), (await states())[0]]).toEqual([['booked-twice'], 'booked']);
  });

  test('of a later day that shows the payment again is a task of the case', async () => {
    await read(bookings([booked(0)]));
    await read(statement([line(0, { reference: 'S-LATER' })], 0, 'ST2', '2025-06-13'));
    expect([kindsOf(), (await states())[0]]).toEqual([['booked-again'], 'booked']);
  });

  test('counts credits that no reference tells apart: only what it has more is new', async () => {
    const credit = { direction: 'credit', kind: 'paid-in', amount: { minor: 50_000, currency: 'NOK' } } as const;
    await read(
      bookings([
        { ...credit, reference: 'C1' },
        { ...credit, reference: 'C2' },
      ]),
    );
    const seen = (reference: string): Line => ({ amount: '500', direction: 'CRDT', reference });
    await read(statement([seen('X1'), seen('X2')]));
    expect(kindsOf()).toEqual(['unmatched-credit', 'unmatched-credit']);
    await read(statement([seen('X1'), seen('X2'), seen('X3')], 0, 'ST2'));
    expect(kindsOf()).toHaveLength(3);
  });

  test('that does not add up books nothing, and finance reads why', async () => {
    await read(
      statementXml({
        lines: [line(0)],
        balances: [
          ['OPBD', '0'],
          ['CLBD', '0'],
        ],
      }),
    );
    expect([await states(), kindsOf()]).toEqual([['instructed', 'instructed', 'instructed'], ['unreadable-bank-file']]);
    expect(house.tasks[0]?.data).toMatchObject({ file: 'file.xml', problem: expect.stringMatching(/do not explain/) });
  });

  test('that does not begin where the one before ended is read, and the gap is a task', async () => {
    await read(statement([], 10_000, 'ST1', '2025-06-10'));
    await read(statement([], 10_000, 'ST2', '2025-06-11'));
    expect(kindsOf()).toEqual([]);
    await read(statement([line(0)], 20_000, 'ST4', '2025-06-13'));
    await read(statement([], 10_000, 'ST1 again', '2025-06-10'));
    expect([house.tasks.map(({ kind, data }) => [kind, data.ended, data.begins]), (await states())[0]]).toEqual([
      [['statement-gap', '100.00 NOK', '200.00 NOK']],
      'booked',
    ]);
  });
});

describe('a file about several accounts', () => {
  const SECOND = '15032080119';
  const THEIRS = '12345678903';
  /** The notifications of single accounts as one message. */
  const together = (...files: readonly string[]) => {
    const parts = files.map((file) => /<Ntfctn>.*<\/Ntfctn>/s.exec(file)?.[0] ?? '');
    return (files[0] ?? '').replace(/<Ntfctn>.*<\/Ntfctn>/s, parts.join(''));
  };
  const paidIn = (reference: string): Entry => ({ reference, direction: 'credit', kind: 'paid-in' });
  /** The institution with the second account in its bank profile. */
  const withSecond = (text: string) => {
    const { rules } = house.deps;
    const institution = (id: string) => {
      const known = rules.institution(id);
      return known && { ...known, bank: { ...known.bank, furtherAccounts: [SECOND] } };
    };
    const allowed: Rules = {
      institution,
      institutions: () => rules.institutions(),
      terms: (query) => rules.terms(query),
    };
    return readFeedback({ ...house.deps, rules: allowed }, 'nhh', 'file.xml', new TextEncoder().encode(text));
  };

  test('is read for ours; each other one is a task that shows no more of it than the bank must hear', async () => {
    await read(together(bookings([booked(1)], THEIRS), bookings([booked(0)]), bookings([paidIn('C1')], SECOND)));
    expect([await states(), house.tasks]).toEqual([
      ['booked', 'instructed', 'instructed'],
      [
        { kind: 'wrong-account', data: { file: 'file.xml', message: 'N1', account: '•••• 0119', entries: '1' } },
        { kind: 'wrong-account', data: { file: 'file.xml', message: 'N1', account: '•••• 8903', entries: '1' } },
      ],
    ]);
  });

  test('can be delivered again when the bank profile names the account: then the rest is booked, and nothing twice', async () => {
    const text = together(bookings([booked(0)]), bookings([booked(1)], SECOND));
    await read(text);
    await read(text);
    expect([await states(), kindsOf()]).toEqual([['booked', 'instructed', 'instructed'], ['wrong-account']]);
    expect(await withSecond(text)).toEqual({ kind: 'read', passedOn: 2, tasks: 0 });
    expect(await states()).toEqual(['booked', 'booked', 'instructed']);
    expect(await withSecond(text)).toEqual({ kind: 'seen-before' });
  });

  test('counts alike credits of two accounts as two, also under one reference', async () => {
    await withSecond(together(bookings([paidIn('C1')]), bookings([paidIn('C1')], SECOND)));
    expect(house.tasks.map(({ kind, data }) => [kind, data.reference, data.account])).toEqual([
      ['unmatched-credit', 'C1', undefined],
      ['unmatched-credit', `C1@${SECOND}`, SECOND],
    ]);
  });

  test('with a payment debited on both is a task: it was paid twice', async () => {
    await withSecond(together(bookings([booked(0)]), bookings([booked(0)], SECOND)));
    expect([kindsOf(), (await states())[0]]).toEqual([['booked-twice'], 'booked']);
  });

  test('follows the statements of each account apart', async () => {
    const day = (account: string, date: string, opening: string, closing: string, lines: readonly Line[]) =>
      statementXml({
        id: `${account}-${date}`,
        account,
        date,
        lines,
        balances: [
          ['OPBD', opening],
          ['CLBD', closing],
        ],
      });
    await withSecond(day(OURS, '2025-06-10', '0', '0', []));
    await withSecond(day(SECOND, '2025-06-10', '500', '500', []));
    await withSecond(day(OURS, '2025-06-11', '0', '0', []));
    expect(kindsOf()).toEqual([]);
    await withSecond(day(SECOND, '2025-06-11', '700', '700', []));
    expect(house.tasks).toMatchObject([{ kind: 'statement-gap', data: { account: SECOND } }]);
  });
});

describe('what the bank says of its own words', () => {
  test('the same message written anew is not read again', async () => {
    await read(bookings([booked(0)]));
    expect(await read(bookings([booked(0)]).replace('?>', '?><!-- anew -->'))).toEqual({ kind: 'seen-before' });
  });

  test('another message under the id of an older one is read, and is a task', async () => {
    await read(bookings([booked(0)]));
    await read(bookings([booked(1)]));
    expect([kindsOf(), (await states()).slice(0, 2)]).toEqual([['message-id-reused'], ['booked', 'booked']]);
  });

  test.each<[string, readonly Said[], Payment['state'], readonly string[]]>([
    ['late', [{ status: 'ACSC' }, { status: 'ACCP' }], 'accepted', []],
    ['an acceptance after the rejection', [{ status: 'RJCT', reason: 'AC04' }, { status: 'ACCP' }], 'rejected', []],
    [
      'settled after the rejection',
      [{ status: 'RJCT', reason: 'AC04' }, { status: 'ACSC' }],
      'rejected',
      ['settled-although-rejected'],
    ],
    [
      'rejected after it was settled',
      [{ status: 'ACSC' }, { status: 'RJCT', reason: 'AC04' }],
      'accepted',
      ['rejected-after-settlement'],
    ],
    ['pending after it was accepted', [{ status: 'ACCP' }, { status: 'PDNG' }], 'accepted', []],
    [
      'accepted step by step',
      [{ status: 'RCVD' }, { status: 'PDNG' }, { status: 'ACTC' }, { status: 'ACSP' }],
      'accepted',
      [],
    ],
  ])('%s', async (_, said, state, tasks) => {
    const [first = ''] = house.payments;
    for (const [n, one] of said.entries()) await read(statuses(undefined, { [first]: one }).replace('S1', `S${n}`));
    expect([(await states())[0], kindsOf()]).toEqual([state, tasks]);
  });

  test('a part of the file is refused and nobody says which: a task, and all stand', async () => {
    await read(statuses({ status: 'PART' }));
    expect([kindsOf(), await states()]).toEqual([['part-without-names'], ['instructed', 'instructed', 'instructed']]);
  });

  test('a payment refused in another file than ours stands, and is a task', async () => {
    const [first = ''] = house.payments;
    await read(statuses(undefined, { [first]: { status: 'RJCT', reason: 'AM04' } }, 'NHH-19990101-0000'));
    expect([kindsOf(), (await states())[0]]).toEqual([['other-batch'], 'instructed']);
  });

  test('a debit that takes a credit back books no payment, whatever it names', async () => {
    const text = bookings([booked(0)]).replace('</CdtDbtInd>', '</CdtDbtInd><RvslInd>true</RvslInd>');
    await read(text);
    expect([kindsOf(), (await states())[0]]).toEqual([['unmatched-debit'], 'instructed']);
  });

  test('a file too large to be looked at is one task that names it', async () => {
    await refuseLargeFile(house.deps, 'nhh', 'huge.xml', 'etag');
    await refuseLargeFile(house.deps, 'nhh', 'huge.xml', 'etag');
    expect(house.tasks).toMatchObject([
      { kind: 'unreadable-bank-file', data: { file: 'huge.xml', problem: tooLarge } },
    ]);
  });
});

test('a file that cannot be read is a task, once', async () => {
  await read('no file of a bank');
  await read('no file of a bank');
  expect(house.tasks).toMatchObject([{ kind: 'unreadable-bank-file', data: { file: 'file.xml' } }]);
});

describe('a part that fails', () => {
  test('does not keep back the others; the file counts as unread, and is complete after the next reading', async () => {
    // The index points to a case that is not there: something that only a person can put right.
    await house.memory.commit(
      change().put('cases', { ...kidKey('nhh', '18'), mobility: '0000000000' } as never).writes,
    );
    const text = bookings([booked(0), { reference: 'C', direction: 'credit', kind: 'paid-in', kid: '18' }, booked(1)]);
    await expect(read(text)).rejects.toThrow('There is no mobility');
    expect((await states()).slice(0, 2)).toEqual(['booked', 'booked']);
    await house.memory.commit(change().delete(kidKey('nhh', '18')).writes);
    expect(await read(text)).toMatchObject({ kind: 'read', tasks: 1 });
  });

  test.each(['before', 'after'] as const)(
    'at any call, %s it was done: read again, everything is there once',
    async (how) => {
      const text = () => bookings([booked(0), { reference: 'X', endToEndId: 'RENT' }, booked(1), returned(1)]);
      const whole = await sent();
      house = whole;
      whole.failAt(Number.POSITIVE_INFINITY, how);
      await read(text());
      const { calls } = whole;
      for (let at = 1; at <= calls; at += 1) {
        house = await sent();
        house.failAt(at, how);
        await read(text()).catch((error: unknown) => expect(error).toBeInstanceOf(Transient));
        await read(text());
        expect(await states()).toEqual(['booked', 'returned', 'instructed']);
        expect(kindsOf()).toEqual(['unmatched-debit']);
        const ledger = house.memory.all('ledger').length;
        expect(ledger).toBe(whole.memory.all('ledger').length);
      }
    },
  );
});
