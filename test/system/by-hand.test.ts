import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Filling } from '../../infra/local/replay/browser.ts';
import { firstBroken } from '../../shared/ledger/check.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import { statement } from '../../shared/ledger/statement.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { Town } from './town.ts';

/**
 * What the stories of a cohort leave out: a first instalment above the limit of one person, a claim that is given up, a bank
 * that says everything twice or nothing at all, and a confirmation on paper.
 */
const dataDir = temporaryFolder();
let town: Town;
const ids = { large: '', poor: '', twice: '', silent: '' };

const people: Readonly<Record<keyof typeof ids, Filling>> = {
  large: { account: '12345678903', doubleDegree: 'yes', end: '2026-05-31' },
  poor: { account: '15032080119' },
  twice: { account: '36241120303' },
  silent: { account: '66048764755' },
};

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-06-10T07:00:00.000Z');
  town.host.bank.setBehaviour('36241120303', 'twice');
  town.host.bank.setBehaviour('66048764755', 'silent');
  for (const [name, changes] of Object.entries(people)) {
    const email = `${name}@student.nhh.example`;
    await town.apply({ ...changes, email });
    const id = await town.caseOf(email);
    ids[name as keyof typeof ids] = id;
    await town.approve(id);
    await town.sendWithCode(await town.openFrom('agreement-to-sign', id), 'read', { read: 'yes' }, id);
  }
  await town.host.advanceBy(1.5);
}, 60_000);
afterAll(() => town.host.stop());

const payments = async (id: string) =>
  (await town.mobility(id)).payments.map(({ state, amount, local }) =>
    [state, ...[amount, local].map(formatDecimal)].join(' '),
  );
const mailed = async (notice: string, id: string) => (await town.mails(notice, id)).map(({ at }) => at.slice(0, 10));

describe('a first instalment of more than 3 000 €', () => {
  test('nine months of a double degree are 4 770.00; the first 3 339.00 wait for a second person', async () => {
    expect((await town.mobility(ids.large)).agreement?.amount.minor).toBe(477_000);
    expect(await payments(ids.large)).toEqual(['held 3339.00 39208.21']);
    expect((await town.mail('payment-approval', ids.large)).to).toBe('controller@nhh.example');
  });

  test('who is reminded every week, and nothing is paid meanwhile', async () => {
    await town.host.advanceTo('2025-06-25T07:00:00.000Z');
    expect(await mailed('payment-approval', ids.large)).toEqual(['2025-06-10', '2025-06-17', '2025-06-24']);
    expect(await payments(ids.large)).toEqual(['held 3339.00 39208.21']);
  });

  test('once let go it leaves with the next payment run', async () => {
    const page = await town.openFrom('payment-approval', ids.large);
    await town.sendWithCode(page, 'checked-working', { 'checked-working': 'yes', by: 'Arne Lie' }, ids.large);
    await town.host.advanceBy(2);
    expect(await payments(ids.large)).toEqual(['booked 3339.00 39208.21']);
    expect(await mailed('payment-instructed', ids.large)).toEqual(['2025-06-25']);
  });
});

describe('a bank that says everything twice, and once more late', () => {
  test('pays once, and once is told so', async () => {
    expect(await payments(ids.twice)).toEqual(['booked 1484.00 17425.87']);
    expect(await mailed('payment-booked', ids.twice)).toHaveLength(1);
    const own = (await transfersOfCase(town.host.store, 'nhh', ids.twice)).filter(({ credit }) => credit === 'bank');
    expect(own.map(({ kind }) => kind)).toEqual(['pending', 'post']);
  });
});

describe('a bank that says nothing', () => {
  test('is reported to finance after a week, and every week', async () => {
    await town.host.advanceTo('2025-07-05T07:00:00.000Z');
    expect(await payments(ids.silent)).toEqual(['instructed 1484.00 17425.87']);
    expect(await mailed('bank-silent', ids.silent)).toEqual(['2025-06-17', '2025-06-24', '2025-07-01']);
    expect((await town.mail('bank-silent', ids.silent)).to).toBe('finance@nhh.example');
  });

  test('silence is neither yes nor no: no other payment is made', async () => {
    const told = (await transfersOfCase(town.host.store, 'nhh', ids.silent)).filter(({ kind }) => kind === 'post');
    expect(told.map(({ id }) => id)).toEqual(['award:post']);
  });
});

describe('a claim that nobody pays', () => {
  beforeAll(async () => {
    const page = await town.openFrom('agreement-signed', ids.poor);
    const never = {
      'withdraw-left': 'never',
      'withdraw-reason': 'No place to live',
      'withdraw-sure': 'yes',
      'withdraw-day': '',
    };
    await town.send(page, 'withdraw-reason', never);
    const demand = await town.openFrom('demand-approval', ids.poor);
    await town.sendWithCode(demand, 'checked-working', { 'checked-working': 'yes', by: 'Arne Lie' }, ids.poor);
  });

  test('is due after 30 days, reminded of three times, and put before the office 60 days later', async () => {
    expect((await town.mobility(ids.poor)).claim).toMatchObject({ due: '2025-08-04', amount: { minor: 148_400 } });
    await town.host.advanceTo('2025-10-04T07:00:00.000Z');
    expect(await mailed('repayment-reminder', ids.poor)).toEqual(['2025-07-28', '2025-08-11', '2025-08-25']);
    expect(await mailed('claim-overdue', ids.poor)).toEqual(['2025-10-03']);
  });

  test('whoever proposes to waive it cannot agree to it too', async () => {
    const proposal = { choice: 'waive', by: 'Ingrid Berg', reason: 'No income', evidence: 'Archive 25/1' };
    await town.sendWithCode(await town.openFrom('claim-overdue', ids.poor), 'choice', proposal, ids.poor);
    const approval = { choice: 'approve', by: 'ingrid  berg' };
    const page = await town.openFrom('relief-approval', ids.poor);
    const refused = await town.sendWithCode(page, 'choice', approval, ids.poor);
    expect([refused.status, refused.errors]).toEqual([
      422,
      ['Whoever proposed this cannot approve it. Ask a colleague.'],
    ]);
    expect((await town.mobility(ids.poor)).state).toBe('repayment-due');
  });

  test('a second person agrees: 1 484.00 are waived, and the case is closed with nothing outstanding', async () => {
    const page = await town.openFrom('relief-approval', ids.poor);
    await town.sendWithCode(page, 'choice', { choice: 'approve', by: 'Arne Lie' }, ids.poor);
    const transfers = await transfersOfCase(town.host.store, 'nhh', ids.poor);
    const { awarded, paid, repaid, waived, writtenOff, outstanding } = statement(transfers);
    expect((await town.mobility(ids.poor)).state).toBe('closed');
    expect([awarded, paid, repaid, waived, writtenOff, outstanding].map(formatDecimal)).toEqual([
      '0.00',
      '1484.00',
      '0.00',
      '1484.00',
      '0.00',
      '0.00',
    ]);
    expect(firstBroken(transfers)).toBeUndefined();
  });

  test('money that comes all the same is sent back when a second person lets it go', async () => {
    const { claim } = await town.mobility(ids.poor);
    const amount = { minor: 10_000, currency: 'NOK' };
    town.host.bank.payIn({ institution: 'nhh', amount, payerName: 'Poor Student', kid: claim?.kid ?? '' });
    const changed = await town.changes(() => town.host.advanceBy(0.1));
    expect(changed).toContain('mail return-approval');
    const page = await town.openFrom('return-approval', ids.poor);
    await town.sendWithCode(page, 'checked', { checked: 'yes', by: 'Arne Lie' }, ids.poor);
    await town.host.advanceBy(5);
    const { state, returns = [] } = await town.mobility(ids.poor);
    const [sent] = returns;
    expect([state, sent?.state, sent?.local]).toEqual(['closed', 'booked', { minor: 10_000, currency: 'NOK' }]);
    expect(firstBroken(await transfersOfCase(town.host.store, 'nhh', ids.poor))).toBeUndefined();
  });
});

describe('a confirmation of stay on paper', () => {
  const paper = Buffer.from('%PDF-1.7 confirmed: 18 August to 19 December');
  const review = async () => new URL((await town.mail('confirmation-review', ids.twice)).link ?? '').pathname;
  const document = async () => {
    const [filed] = (await town.mobility(ids.twice)).documents;
    return fetch(`${town.host.url}${await review()}/documents/${filed?.id}`);
  };

  test('is uploaded by the participant and put before the office; nothing is confirmed by it', async () => {
    await town.host.advanceTo('2025-12-20T09:00:00.000Z');
    const page = await town.openFrom('agreement-signed', ids.twice);
    const file = { name: 'Confirmation Kristoffer.pdf', type: 'text/html', bytes: paper };
    const sent = await town.send(page, 'upload-file', { 'upload-file': file });
    expect(sent.text).toContain('Your confirmation of stay has been filed');
    const { confirmed, documents } = await town.mobility(ids.twice);
    expect([confirmed, documents.map(({ kind, contentType }) => [kind, contentType])]).toEqual([
      undefined,
      [['confirmation-of-stay', 'application/pdf']],
    ]);
  });

  test('the office gets it byte by byte, to be saved and never shown, under a name without names', async () => {
    const answer = await document();
    expect([answer.status, Buffer.from(await answer.arrayBuffer())]).toEqual([200, paper]);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="confirmation-of-stay-${ids.twice}.pdf"`,
    );
  });

  test('nobody else does: not by the link of the participant or the host, nor by one of another case', async () => {
    const [filed] = (await town.mobility(ids.twice)).documents;
    for (const [notice, id] of [
      ['agreement-signed', ids.twice],
      ['confirmation-request', ids.twice],
      ['confirmation-request', ids.silent],
    ] as const) {
      const { link = '' } = await town.mail(notice, id);
      const answer = await fetch(`${town.host.url}${new URL(link).pathname}/documents/${filed?.id}`);
      expect([notice, answer.status]).toEqual([notice, 404]);
    }
  });

  test('the office enters its dates: 122 days, and the balance follows', async () => {
    const dates = { start: '2025-08-18', end: '2025-12-19', by: 'Ingrid Berg' };
    await town.send(await town.openFrom('confirmation-review', ids.twice), 'start', dates);
    const page = await town.openFrom('obligations-request', ids.twice);
    const duties = Object.fromEntries(page.fields('duties-').map((duty) => [duty, 'yes']));
    await town.send(page, Object.keys(duties)[0] ?? '', duties);
    await town.host.advanceBy(10);
    expect([(await town.mobility(ids.twice)).state, await payments(ids.twice)]).toEqual([
      'closed',
      ['booked 1484.00 17425.87', 'booked 671.33 7883.09'],
    ]);
    // The link opens the document only as long as there is something to decide.
    expect((await document()).status).toBe(404);
  });
});

test('nothing failed on the way', () => {
  expect([town.reports, town.host.undelivered()]).toEqual([[], []]);
});
