import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersOn, approversOf, goodAnswers } from '../../infra/local/replay/answers.ts';
import type { Filling, Page } from '../../infra/local/replay/browser.ts';
import { firstBroken } from '../../shared/ledger/check.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import { statement } from '../../shared/ledger/statement.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { Town } from './town.ts';

/**
 * A member of staff of OsloMet trains for a week in Gdańsk in autumn 2021. The grant never goes to her: OsloMet pays its
 * units by vouchers for the finance system, after the stay, when every document is in.
 */
const dataDir = temporaryFolder();
let town: Town;
let id = '';

const stay: Filling = {
  givenName: 'Solveig',
  familyName: 'Ansatt',
  email: 'solveig@oslomet.example',
  unit: 'Institutt for sykepleie',
  costCentre: '263110',
  country: 'PL',
  city: 'Gdańsk',
  code: 'PL GDANSK01',
  contactName: 'Ewa Nowak',
  contactEmail: 'ewa@host.example',
  start: '2021-10-04',
  end: '2021-10-08',
  travel: 'standard',
  distanceKm: '800',
  fewerOpportunities: 'no',
};

/** Where the form asks for the head of section. */
const email = 'approver-head-of-section-email';

async function apply(changes: Filling): Promise<Page> {
  const page = await town.browser.open('/apply/oslomet/one-page?activity=HE-STT');
  const institution = town.host.rules.institution('oslomet');
  if (institution === undefined) throw new Error('The rulebook has no OsloMet.');
  const answer = await page.send('givenName', {
    ...answersOn(page, goodAnswers(institution, 'HE-STT')),
    ...approversOf(institution, 'HE-STT'),
    ...stay,
    ...changes,
  });
  await town.host.settle();
  return answer;
}

const outgoing = async () => {
  const files = town.host.objects.list(town.host.bucket, 'bank/out/', '', 1000);
  return Promise.all(
    files.map(async (file) => ({ key: file.key, text: (await buffer(town.host.objects.read(file))).toString('utf8') })),
  );
};

const payments = async () =>
  (await town.mobility(id)).payments.map(({ state, amount, local }) =>
    [state, ...[amount, local].map(formatDecimal)].join(' '),
  );

beforeAll(async () => {
  town = await Town.start(dataDir, '2021-04-06T08:00:00.000Z', { institution: 'oslomet' });
}, 60_000);
afterAll(() => town.host.stop());

describe('the form', () => {
  test('asks for the unit and its cost centre, and for no bank account', async () => {
    const page = await town.browser.open('/apply/oslomet/one-page?activity=HE-STT');
    expect([page.has('costCentre'), page.has('unit'), page.has('account')]).toEqual([true, true, false]);
  });

  test.each([
    ['too few digits', '2631', 'A cost centre has 6 digits, for example 263110. Ask your unit for its own.'],
    ['the project’s own', '110200', 'This is the cost centre of OsloMet that gives the grant. Give your unit’s own.'],
  ])('refuses a cost centre with %s', async (_what, costCentre, sentence) => {
    const answer = await apply({ costCentre });
    expect([answer.status, answer.errors]).toEqual([422, [sentence]]);
  });

  test('asks who the head of section is, and not whether they have agreed', async () => {
    const page = await town.browser.open('/apply/oslomet/one-page?activity=HE-STT');
    expect(['headOfSectionCleared', email].map((field) => page.has(field))).toEqual([false, true]);
  });

  test.each([
    ['one’s own address', 'Solveig@oslomet.example', 'This is the applicant’s own address.'],
    ['an address of one’s own making', 'boss@mail.example', 'Give an address at oslomet.example'],
    ['nothing', '', 'Give the mail address of whom we are to ask (head of section).'],
  ])('refuses %s for the head of section', async (_what, address, sentence) => {
    const answer = await apply({ [email]: address });
    expect([answer.status, answer.errors.length]).toEqual([422, 1]);
    expect(answer.errors.join()).toContain(sentence);
  });
});

describe('the stay', () => {
  test('is agreed to by the head of section, approved and signed, and nothing is paid before it', async () => {
    expect((await apply({})).text).toContain('Look at your mail');
    id = await town.caseOf('solveig@oslomet.example');
    await town.consent(id);
    await town.approve(id);
    await town.sendWithCode(await town.openFrom('agreement-to-sign', id), 'read', { read: 'yes' }, id);
    await town.host.advanceBy(14);
    expect((await town.mobility(id)).agreement?.instalments).toMatchObject([{ share: '100 %', afterStay: true }]);
    expect([await payments(), await outgoing()]).toEqual([[], []]);
  });

  test('is confirmed; when the documents are in, the unit is paid by one voucher whose lines sum to zero', async () => {
    await town.host.advanceTo('2021-10-11T08:00:00.000Z');
    const dates = { start: '2021-10-04', end: '2021-10-08', by: 'Ewa Nowak', role: 'Head of training' };
    await town.send(await town.openFrom('confirmation-request', id), 'role', dates);
    expect(await payments()).toEqual([]);
    const page = await town.openFrom('obligations-request', id);
    const duties = page.fields('duties-');
    await town.send(page, duties[0] ?? '', Object.fromEntries(duties.map((duty) => [duty, 'yes'])));
    await town.host.advanceTo('2021-10-12T11:00:00.000Z');
    const [file, ...others] = await outgoing();
    expect(others).toEqual([]);
    expect(file?.key).toMatch(/^bank\/out\/oslomet\/OSLOMET-20211\d{3}-\d{4}\.csv$/);
    const [, ...lines] = (file?.text ?? '').trim().split('\r\n');
    // 5 days × 142 = 710.00 EUR at 10.8510, from the project to the unit.
    const reference = `OSLOMET-${id}-BAL1`;
    const text = `Erasmus+ balance ${id} EUR 710.00`;
    expect(lines.map((line) => line.split(';').slice(3))).toEqual([
      ['EB', '2021-10-11', '7150', '110200', '202076543', '600', 'NOK', '7704,21', text, reference],
      ['EB', '2021-10-11', '7150', '263110', '', '', 'NOK', '-7704,21', `Institutt for sykepleie: ${text}`, reference],
    ]);
    expect(file?.text).not.toMatch(/Solveig|Ansatt/);
  });

  test('is booked when the finance system’s receipt comes, and the case is closed', async () => {
    await town.host.advanceBy(3);
    expect(await payments()).toEqual(['booked 710.00 7704.21']);
    expect((await town.mobility(id)).state).toBe('closed');
    const transfers = await transfersOfCase(town.host.store, 'oslomet', id);
    expect(firstBroken(transfers)).toBeUndefined();
    expect(formatDecimal(statement(transfers).outstanding)).toBe('0.00');
  });
});

test('nothing failed, nothing is left undelivered, and finance has nothing to look at', async () => {
  expect([town.reports, town.host.undelivered(), await town.tasks()]).toEqual([[], [], []]);
});
