import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersOn, goodAnswers } from '../../infra/local/replay/answers.ts';
import { firstBroken } from '../../shared/ledger/check.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import { adds, statement } from '../../shared/ledger/statement.ts';
import { holdsOf } from '../../shared/mobility/holds.ts';
import { parityOf } from '../../shared/mobility/parity.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { receiptColumns } from '../../shared/payments/receipt.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { allMails } from './life.ts';
import { Town } from './town.ts';

/**
 * A lecturer of Twente teaches in Lisbon in autumn 2025. The faculty gets the grant, in euro, by a voucher in the books of
 * the university. The finance system refuses it twice: first because the cost centre is closed, then because the period is.
 * Later the certificate turns out to have been wrong, and a voucher takes the difference back from the faculty.
 */
const dataDir = temporaryFolder();
let town: Town;
let id = '';

const faculty = { unit: 'Faculty of Science', costCentre: '20110350' };
const SECOND = 'Arne Lie';

/** Every file of vouchers so far: the id of its payment, and cost centre, currency and amount of its lines. */
async function files(): Promise<readonly string[]> {
  const listed = town.host.objects.list(town.host.bucket, 'bank/out/', '', 1000);
  const texts = await Promise.all(listed.map(async (file) => (await buffer(town.host.objects.read(file))).toString()));
  return texts.map((text) => {
    const rows = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';'));
    const lines = rows.map((row) => [row[6], row[9], row[10]].join(' '));
    return `${rows[0]?.[12]?.split('-').at(-1)}: ${lines.join(' | ')}`;
  });
}

const payments = async () =>
  (await town.mobility(id)).payments.map(({ id: payment, state, amount, reason }) =>
    [payment.split('-').at(-1), state, formatDecimal(amount), reason].filter((part) => part !== undefined).join(' '),
  );

async function booksHold(): Promise<void> {
  const transfers = await transfersOfCase(town.host.store, 'utwente', id);
  const mobility = await town.mobility(id);
  expect(firstBroken(transfers)).toBeUndefined();
  expect(parityOf(mobility, transfers)).toBeUndefined();
  for (const moment of new Set(transfers.map(({ at }) => at))) {
    expect(adds(statement(transfers.filter(({ at }) => at <= moment))), moment).toBe(true);
  }
}

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-08-04T08:00:00.000Z', { institution: 'utwente' });
}, 60_000);
afterAll(() => town.host.stop());

describe('the grant', () => {
  test('is applied for with the cost centre of the faculty, approved and signed; nothing is paid before the stay', async () => {
    const page = await town.browser.open('/apply/utwente/one-page?activity=HE-STA&call=2025');
    const institution = town.host.rules.institution('utwente');
    if (institution === undefined) throw new Error('The rulebook has no Twente.');
    const sent = await page.send('givenName', {
      ...answersOn(page, goodAnswers(institution, 'HE-STA')),
      ...faculty,
      givenName: 'Sanne',
      familyName: 'Docent',
      email: 'sanne@utwente.example',
      country: 'PT',
      city: 'Lisbon',
      code: 'P  LISBOA109',
      contactName: 'Ana Sousa',
      contactEmail: 'ana@host.example',
      start: '2025-10-06',
      end: '2025-10-15',
      travel: 'standard',
      distanceKm: '1900',
      fewerOpportunities: 'no',
    });
    expect(sent.text).toContain('Look at your mail');
    await town.host.settle();
    id = await town.caseOf('sanne@utwente.example');
    await town.approve(id);
    await town.sendWithCode(await town.openFrom('agreement-to-sign', id), 'read', { read: 'yes' }, id);
    await town.host.advanceBy(14);
    expect([await payments(), await files()]).toEqual([[], []]);
  });

  test('is put into a voucher in euro when the documents are in, which the finance system refuses: closed cost centre', async () => {
    town.host.bank.setBehaviour('cost-centre-20110350', 'reject');
    await town.host.advanceTo('2025-10-16T08:00:00.000Z');
    const dates = { start: '2025-10-06', end: '2025-10-15', by: 'Ana Sousa', role: 'Dean' };
    await town.send(await town.openFrom('confirmation-request', id), 'role', dates);
    const page = await town.openFrom('obligations-request', id);
    const duties = page.fields('duties-');
    await town.send(page, duties[0] ?? '', Object.fromEntries(duties.map((duty) => [duty, 'yes'])));
    await town.host.advanceTo('2025-10-20T11:00:00.000Z');
    // 10 days × 110 and 309 for the journey, from the project to the faculty.
    expect(await files()).toEqual(['BAL1: 80010000 EUR 1409,00 | 20110350 EUR -1409,00']);
    expect(await payments()).toEqual(['BAL1 rejected 1409.00 AC04']);
    expect(holdsOf(await town.mobility(id)).map(({ code }) => code)).toEqual(['account-needed']);
  });

  test('the lecturer gives another cost centre, a second person agrees, and a new voucher follows', async () => {
    town.host.bank.setBehaviour('cost-centre-20110999', 'silent');
    const status = await town.openFrom('account-needed', id);
    expect(status.text).toContain('give another cost centre, because the cost centre is closed (AC04)');
    const other = { 'account-unit': 'Faculty of Science', 'account-costCentre': '20110999' };
    await town.sendWithCode(status, 'account-costCentre', other, id);
    const approval = await town.openFrom('account-approval', id);
    expect(approval.text).toContain('cost centre 20110999, Faculty of Science');
    await town.sendWithCode(approval, 'choice', { choice: 'approve', by: SECOND }, id);
    await town.host.advanceTo('2025-10-22T08:00:00.000Z');
    expect((await files()).at(-1)).toBe('BAL2: 80010000 EUR 1409,00 | 20110999 EUR -1409,00');
  });

  test('refused because the period is closed: nobody asks the lecturer; finance has a task, and the next one is held', async () => {
    const [payment] = (await town.mobility(id)).payments.slice(-1);
    const row = [payment?.batch, payment?.id, 'REFUSED', '', '', '', '', 'DT01'];
    await town.deliver('receipt-of-today.csv', `${receiptColumns.join(';')}\r\n${row.join(';')}\r\n`);
    expect((await town.tasks()).map(({ kind, data }) => [kind, data.detail])).toEqual([['payment-refused', 'DT01']]);
    expect(await payments()).toEqual(['BAL1 rejected 1409.00 AC04', 'BAL2 rejected 1409.00 DT01', 'BAL3 held 1409.00']);
    expect(holdsOf(await town.mobility(id)).map(({ code }) => code)).toEqual(['bank-refused']);
    expect(await town.mails('account-needed', id)).toHaveLength(1);
  });

  test('finance has put it right: a second person releases it, it is posted, and the case is closed', async () => {
    town.host.bank.setBehaviour('cost-centre-20110999', 'pay');
    const page = await town.openFrom('payment-approval', id);
    await town.sendWithCode(page, 'checked-working', { 'checked-working': 'yes', by: SECOND }, id);
    await town.host.advanceTo('2025-10-24T11:00:00.000Z');
    expect((await payments()).at(-1)).toBe('BAL3 booked 1409.00');
    expect((await town.mobility(id)).state).toBe('closed');
    await booksHold();
  });
});

describe('the certificate was wrong: six days', () => {
  test('the office corrects it, a second person agrees to the dates and to taking the difference back', async () => {
    const fields = {
      dates: 'other',
      start: '2025-10-06',
      end: '2025-10-11',
      reason: 'The dean has sent a corrected certificate.',
      evidence: 'Archive 25/17',
      by: 'Ingrid Berg',
    };
    const page = await town.openFrom('settlement-copy', id);
    await town.sendWithCode(page, 'reason', fields, id);
    const decide = await town.openFrom('correction-approval', id);
    await town.sendWithCode(decide, 'choice', { choice: 'approve', by: SECOND }, id);
    const demand = await town.openFrom('demand-approval', id);
    expect(demand.text).toContain('Taking back from a unit waits for a second person');
    expect(demand.text).toContain('cost centre 20110999, Faculty of Science');
    expect(demand.text).not.toContain('KID');
    await town.sendWithCode(demand, 'checked-working', { 'checked-working': 'yes', by: SECOND }, id);
    const status = await town.openFrom('settlement-statement', id);
    expect(status.text).toContain('you need do nothing');
    expect(status.text).not.toContain('KID');
  });

  test('a voucher with the signs turned takes it back; posted, the case is closed, and nobody got a letter', async () => {
    await town.host.advanceBy(4);
    expect((await files()).at(-1)).toBe('REV1: 80010000 EUR -440,00 | 20110999 EUR 440,00');
    expect((await town.mobility(id)).state).toBe('closed');
    expect(await town.mails('repayment-demand', id)).toEqual([]);
    await booksHold();
  });
});

describe('in the end', () => {
  test('the case, its ledger and the finance system say the same', async () => {
    const { awarded, paid, repaid, outstanding } = statement(await transfersOfCase(town.host.store, 'utwente', id));
    expect([awarded, paid, repaid, outstanding].map(formatDecimal)).toEqual(['969.00', '1409.00', '440.00', '0.00']);
    const posted = town.host.bank.instructions().filter(({ state }) => state === 'booked');
    expect(posted.map(({ endToEndId, amount }) => [endToEndId.split('-').at(-1), formatDecimal(amount)])).toEqual([
      ['BAL3', '1409.00'],
      ['REV1', '440.00'],
    ]);
    const budget = await town.host.store.query<{ pk: string; sk: string; available: number; reserved: number }>(
      'cases',
      { pk: 'utwente#budget#2025' },
    );
    expect(budget).toMatchObject([{ available: 15_000_000 - 96_900, reserved: 96_900 }]);
  });

  test('no mail to the lecturer speaks of a bank, an account or a debt', async () => {
    const mails = (await allMails(town.host)).filter(({ to }) => to === 'sanne@utwente.example');
    expect(mails.map(({ notice }) => notice)).toEqual(
      expect.arrayContaining([
        'payment-instructed',
        'payment-booked',
        'account-needed',
        'settlement-statement',
        'case-closed',
      ]),
    );
    const wrong = mails.filter(({ text }) => /\bbank\b|account\b|KID|pay(s)? (it )?back|to be paid back/i.test(text));
    expect(wrong.map(({ notice, text }) => `${notice}: ${text}`)).toEqual([]);
    const said = (notice: string) => mails.findLast((mail) => mail.notice === notice)?.text;
    expect(said('account-needed')).toContain('the cost centre is closed (AC04)');
    expect(said('payment-booked')).toContain('The finance system has posted it to your unit');
    expect(said('settlement-statement')).toContain('You owe nothing, and need do nothing.');
    expect(said('case-closed')).toContain('Taken back from your unit');
  });

  test('nothing failed, nothing is left undelivered; finance has the task that it dealt with', async () => {
    expect([town.reports, town.host.undelivered()]).toEqual([[], []]);
    expect((await town.tasks()).map(({ kind }) => kind)).toEqual(['payment-refused']);
  });
});
