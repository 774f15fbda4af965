import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOn, goodAnswers } from '../../infra/local/replay/answers.ts';
import { firstBroken } from '../../shared/ledger/check.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { readBankFile } from '../../shared/payments/read.ts';
import { find, readXml, textAt } from '../../shared/payments/tree.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { rulebookWithHavnes } from '../rulebook/with-havnes.ts';
import { schemaFaults } from '../schemas/validate.ts';
import { Town } from './town.ts';

/**
 * An institution that pays in euro, by SEPA from an account in euro: Havnes with another bank. A student with an account
 * in Germany is paid; one whose account is closed gives another one, and is paid there.
 */
const bank = `bank:
  format: pain.001.001.09
  rail: sepa
  debtorName: Havnes høgskule
  account: NL91ABNA0417164300
  currency: EUR
  town: Ålesund
  country: "NO"
  characters: latin
  kid: mod11
  kidPrefix: "77"
  cutOff: "10:30"
  source: made up

`;

const rulebook = rulebookWithHavnes((yaml) =>
  yaml
    .replace(/^bank:\n( .*\n)+\n/m, bank)
    .replace('      currency: NOK\n      rate: "12.0000"', '      currency: EUR\n      rate: "1"'),
);
const accounts = { german: 'DE89370400440532013000', closed: 'FR1420041010050500013M02606' } as const;
const ids: Record<keyof typeof accounts, string> = { german: '', closed: '' };
let town: Town;

beforeAll(async () => {
  town = await Town.start(temporaryFolder(), '2025-11-03T08:00:00.000Z', { institution: 'havnes', rulebook });
  town.host.bank.setBehaviour(accounts.closed, 'reject');
  const institution = town.host.rules.institution('havnes');
  if (institution === undefined) throw new Error('The rulebook has no Havnes.');
  for (const name of ['german', 'closed'] as const) {
    const page = await town.browser.open('/apply/havnes/one-page?activity=HE-SMS');
    await page.send('givenName', {
      ...answersOn(page, goodAnswers(institution, 'HE-SMS')),
      ...{ givenName: 'Jürgen', familyName: `Groß ${name}`, email: `${name}@havnes.example`, account: accounts[name] },
      ...{ country: 'DE', city: 'Bremen', code: 'D  BREMEN01', contactName: 'Jens', contactEmail: 'jens@host.example' },
      ...{ start: '2026-01-12', end: '2026-05-29', travel: 'none', fewerOpportunities: 'no' },
    });
    await town.host.settle();
    ids[name] = await town.caseOf(`${name}@havnes.example`);
    await town.approve(ids[name]);
    await town.sendWithCode(await town.openFrom('agreement-to-sign', ids[name]), 'read', { read: 'yes' }, ids[name]);
  }
  await town.host.advanceBy(4);
}, 60_000);
afterAll(() => town.host.stop());

const payments = async (name: keyof typeof accounts) =>
  (await town.mobility(ids[name])).payments.map(({ state, local, reason }) =>
    [state, formatDecimal(local), local.currency, reason ?? ''].join(' ').trim(),
  );

async function objects(prefix: string): Promise<readonly string[]> {
  const found = town.host.objects.list(town.host.bucket, prefix, '', 1000);
  return Promise.all(found.map(async (file) => (await buffer(town.host.objects.read(file))).toString('utf8')));
}

test('the file is valid, names our account by its IBAN and no BIC, and says SEPA', async () => {
  const [xml = ''] = await objects('bank/out/havnes/');
  expect(await schemaFaults(xml, 'pain.001.001.09')).toEqual([]);
  const block = find(readXml(new TextEncoder().encode(xml)).root, 'CstmrCdtTrfInitn', 'PmtInf');
  expect([
    textAt(block, 'PmtTpInf', 'SvcLvl', 'Cd'),
    textAt(block, 'ChrgBr'),
    textAt(block, 'DbtrAcct', 'Id', 'IBAN'),
    textAt(block, 'DbtrAgt', 'FinInstnId', 'Othr', 'Id'),
    textAt(block, 'Dbtr', 'Nm'),
    textAt(block, 'CdtTrfTxInf', 'Cdtr', 'Nm')?.startsWith('Jürgen Groß'),
  ]).toEqual(['SEPA', 'SLEV', 'NL91ABNA0417164300', 'NOTPROVIDED', 'Havnes høgskule', true]);
});

test('138 days × 600.00 / 30 = 2 760.00, 80 % of it are paid in euro: 2 208.00', async () => {
  expect(await payments('german')).toEqual(['booked 2208.00 EUR']);
});

test('what the bank reports is about our IBAN', async () => {
  const files = (await objects('bank/in/havnes/camt.054')).map((xml) => readBankFile(new TextEncoder().encode(xml)));
  expect(files.map((read) => read.ok && read.file.kind === 'bookings' && read.file.account)).toEqual([
    'NL91ABNA0417164300',
  ]);
});

test('a closed account: the participant gives another one, a second person approves, and it is paid once', async () => {
  const id = ids.closed;
  expect(await payments('closed')).toEqual(['rejected 2208.00 EUR AC01']);
  const page = await town.openFrom('account-needed', id);
  await town.sendWithCode(page, 'account-number', { 'account-number': 'NL02ABNA0123456789' }, id);
  const decision = { choice: 'approve', by: 'Auditor' };
  await town.sendWithCode(await town.openFrom('account-approval', id), 'choice', decision, id);
  await town.host.advanceBy(4);
  expect(await payments('closed')).toEqual(['rejected 2208.00 EUR AC01', 'booked 2208.00 EUR']);
});

test('a repayment comes to the account in euro', async () => {
  const page = await town.openFrom('application-received', ids.german);
  const withdrawn = { 'withdraw-left': 'never', 'withdraw-reason': 'Family', 'withdraw-sure': 'yes' };
  await town.send(page, 'withdraw-reason', withdrawn);
  await town.sendWithCode(
    await town.openFrom('demand-approval', ids.german),
    'checked-working',
    { 'checked-working': 'yes', by: 'Auditor' },
    ids.german,
  );
  const { claim } = await town.mobility(ids.german);
  expect(claim?.local).toEqual({ minor: 220_800, currency: 'EUR' });
  expect((await town.openFrom('repayment-demand', ids.german)).text).toContain('NL91 ABNA 0417 1643 00');
  if (claim === undefined) return;
  town.host.bank.payIn({ institution: 'havnes', kid: claim.kid, amount: claim.local, payerName: 'Jürgen Groß' });
  await town.host.advanceBy(3);
  expect((await town.mobility(ids.german)).state).toBe('closed');
});

test('every case balances, and nothing failed', async () => {
  for (const id of Object.values(ids)) {
    expect(firstBroken(await transfersOfCase(town.host.store, 'havnes', id))).toBeUndefined();
  }
  expect([town.reports, town.host.undelivered(), await town.tasks()]).toEqual([[], [], []]);
});
