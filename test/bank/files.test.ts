import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { PretendBank } from '../../infra/local/bank/bank.ts';
import { find, readXml, textAt } from '../../shared/payments/tree.ts';
import { schemaFaults } from '../schemas/validate.ts';
import { accounts, paymentFile, transferTo, Wire } from './harness.ts';

let wire: Wire;
let bank: PretendBank;
beforeEach(() => {
  wire = new Wire();
  bank = wire.open();
});
afterEach(() => bank.close());

const utf8 = (text: string) => new TextEncoder().encode(text);
const far = '2025-10-01T00:00:00.000Z';
const good = (id = 'B1', ...transfers: Parameters<typeof paymentFile>[1]) =>
  new TextDecoder().decode(paymentFile(id, transfers.length > 0 ? transfers : [transferTo(accounts.ok, 'E1')]));

describe('a file or payment seen before', () => {
  it('is a duplicate file (DUPL), however often it comes, and is paid once', async () => {
    for (let time = 0; time < 3; time += 1) await bank.receiveFile('nhh', 'f.xml', utf8(good()));
    await wire.walk(bank, far);
    await bank.receiveFile('nhh', 'f.xml', utf8(good()));
    await wire.walk(bank, '2025-11-01T00:00:00.000Z');
    const groups = wire.files().flatMap((file) => (file.kind === 'status' ? [file.group] : []));
    expect(groups.filter((group) => group?.status === 'ACTC')).toHaveLength(1);
    expect(groups.filter((group) => group?.reason === 'DUPL')).toHaveLength(3);
    expect(new Set(wire.inbox.map(({ name }) => name)).size).toBe(wire.inbox.length);
    expect(bank.movements(accounts.ok)).toHaveLength(1);
  });

  it('is a duplicate file also when other payments stand under the same MsgId', async () => {
    await bank.receiveFile('nhh', 'f.xml', utf8(good()));
    await bank.receiveFile('nhh', 'g.xml', utf8(good('B1', transferTo(accounts.other, 'E2'))));
    await wire.walk(bank, far);
    expect(bank.instructions().map((one) => one.endToEndId)).toEqual(['NHH-E1']);
  });

  it('is a duplicate payment (AM05) in another file, whose other payments are paid', async () => {
    await bank.receiveFile('nhh', 'f.xml', utf8(good()));
    await wire.walk(bank, far);
    await bank.receiveFile(
      'nhh',
      'g.xml',
      utf8(good('B2', transferTo(accounts.ok, 'E1'), transferTo(accounts.other, 'E2'))),
    );
    await wire.walk(bank, '2025-11-01T00:00:00.000Z');
    const answer = wire.files().findLast((file) => file.kind === 'status');
    expect(answer).toMatchObject({
      batchId: 'B2',
      group: { status: 'PART' },
      transactions: [
        { endToEndId: 'NHH-E1', status: 'RJCT', reason: 'AM05' },
        { endToEndId: 'NHH-E2', status: 'ACCP' },
      ],
    });
    expect(bank.movements(accounts.ok)).toHaveLength(1);
    expect(bank.movements(accounts.other)).toHaveLength(1);
  });

  it('is known per institution', async () => {
    await bank.receiveFile('nhh', 'f.xml', utf8(good()));
    await bank.receiveFile(
      'uib',
      'f.xml',
      paymentFile('B1', [transferTo(accounts.ok, 'E1')], { account: accounts.third }),
    );
    await wire.walk(bank, far);
    expect(bank.movements(accounts.ok)).toHaveLength(2);
  });

  it('may come again corrected when the bank could not use it', async () => {
    await bank.receiveFile('nhh', 'f.xml', utf8(good().replace('<NbOfTxs>1', '<NbOfTxs>2')));
    await bank.receiveFile('nhh', 'f.xml', utf8(good()));
    await wire.walk(bank, far);
    expect(bank.movements(accounts.ok)).toHaveLength(1);
  });
});

describe('a file that is not in order is rejected whole', () => {
  test.each<[string, (xml: string) => string, string]>([
    ['no XML', () => 'hello', 'FF01'],
    ['an entity bomb', () => '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'FF01'],
    ['another message', () => '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.02"/>', 'FF01'],
    ['a MsgId with //', (xml) => xml.replace('<MsgId>B1<', '<MsgId>B//1<'), 'FF01'],
    ['no time of making', (xml) => xml.replace(/<CreDtTm>.*<\/CreDtTm>/, '<CreDtTm>today</CreDtTm>'), 'FF01'],
    ['elements out of order', (xml) => xml.replace(/(<MsgId>.*<\/MsgId>)\s*(<CreDtTm>.*<\/CreDtTm>)/, '$2$1'), 'FF01'],
    ['an unknown element', (xml) => xml.replace('<PmtMtd>', '<Pmt/><PmtMtd>'), 'FF01'],
    ['another method', (xml) => xml.replace('>TRF<', '>CHK<'), 'FF01'],
    ['no debtor', (xml) => xml.replace(/<Dbtr>[\s\S]*<\/Dbtr>/, ''), 'FF01'],
    ['no BIC', (xml) => xml.replace(/<BICFI>.*<\/BICFI>/, ''), 'FF01'],
    ['an account without its scheme', (xml) => xml.replace(/<SchmeNm>[\s\S]*?<\/SchmeNm>/, ''), 'FF01'],
    ['letters that are not allowed', (xml) => xml.replace('Bjørn', 'Bj&#x438;rn'), 'FF01'],
    ['a message of 141 characters', (xml) => xml.replace(/<Ustrd>.*</, `<Ustrd>${'x'.repeat(141)}<`), 'FF01'],
    ['a day that does not exist', (xml) => xml.replace('<Dt>2025-08-18<', '<Dt>2025-02-30<'), 'DT01'],
    ['a wrong number of payments', (xml) => xml.replace('<NbOfTxs>1<', '<NbOfTxs>2<'), 'AM18'],
    ['a wrong control sum', (xml) => xml.replace('<CtrlSum>1484.00<', '<CtrlSum>1484.01<'), 'AM10'],
    ['half an øre', (xml) => xml.replaceAll('1484.00', '1484.005'), 'AM12'],
    ['nothing to pay', (xml) => xml.replaceAll('1484.00', '0.00'), 'AM12'],
    ["somebody else's account", (xml) => xml.replace('<Id>12345678903<', `<Id>${accounts.third}<`), 'AC02'],
  ])('%s', async (_, change, reason) => {
    await bank.receiveFile('nhh', 'f.xml', utf8(change(good())));
    await wire.walk(bank, far);
    expect(wire.inbox).toHaveLength(1);
    expect(wire.files()[0]).toMatchObject({ kind: 'status', group: { status: 'RJCT', reason }, transactions: [] });
    expect(await schemaFaults(asEleven(wire.inbox[0]?.xml ?? ''), 'pain.002.001.11')).toEqual([]);
    expect(bank.instructions()).toEqual([]);
  });

  it('but an account that cannot exist rejects only its payment', async () => {
    const xml = good('B1', transferTo(accounts.ok, 'E1'), transferTo(accounts.other, 'E2'));
    await bank.receiveFile('nhh', 'f.xml', utf8(xml.replace(accounts.ok, '86011117948')));
    await wire.walk(bank, far);
    expect(wire.files()[0]).toMatchObject({ transactions: [{ status: 'RJCT', reason: 'AC01' }, { status: 'ACCP' }] });
  });
});

/** The parts of pain.002 used here are the same in .03, .10 and .11; only the schema of .11 is at hand. */
function asEleven(xml: string): string {
  return xml.replace(/pain\.002\.001\.\d\d/, 'pain.002.001.11');
}

describe('answers speak the version of the bank profile', () => {
  const stories = ['pay', 'reject', 'return', 'twice'] as const;
  test.each([
    ['pain.001.001.03', {}, 'pain.002.001.03', 'camt.054.001.02'],
    ['pain.001.001.09', {}, 'pain.002.001.10', 'camt.054.001.08'],
    ['pain.001.001.09', { status: 'pain.002.001.11' }, 'pain.002.001.11', 'camt.054.001.08'],
  ] as const)('%s %o: %s and %s, all valid', async (format, profile, status, notification) => {
    const own = wire.open(':memory:', { profile });
    const numbers = ['86011117947', '15032080119', '36241120303', '16060112235'];
    for (const [at, account] of numbers.entries()) own.setBehaviour(account, stories[at] ?? 'pay');
    const transfers = numbers.map((account, at) => transferTo(account, `E${at}`));
    await own.receiveFile('nhh', 'f.xml', paymentFile('B1', transfers, { format }));
    own.payIn({
      institution: 'nhh',
      kid: '12344',
      text: 'Back',
      amount: { minor: 1, currency: 'NOK' },
      payerName: 'Bjørn & Åse',
    });
    await wire.walk(own, far);
    own.close();
    const versions = wire.inbox.map(({ xml }) => /xsd:([a-z0-9.]+)"/.exec(xml)?.[1]);
    expect(new Set(versions)).toEqual(new Set([status, notification]));
    for (const { xml } of wire.inbox) {
      const version = xml.includes('pain.002') ? 'pain.002.001.11' : notification;
      expect(await schemaFaults(asEleven(xml), version)).toEqual([]);
    }
  });

  it('and name the file they answer', async () => {
    await bank.receiveFile('nhh', 'f.xml', utf8(good()));
    await wire.walk(bank, far);
    const original = find(readXml(utf8(wire.inbox[0]?.xml ?? '')).root, 'CstmrPmtStsRpt', 'OrgnlGrpInfAndSts');
    const said = ['OrgnlMsgId', 'OrgnlMsgNmId', 'OrgnlCreDtTm', 'OrgnlNbOfTxs', 'OrgnlCtrlSum'].map((name) =>
      textAt(original, name),
    );
    expect(said).toEqual(['B1', 'pain.001.001.09', '2025-08-18T09:59:00.000Z', '1', '1484.00']);
  });

  it('look exactly so', async () => {
    bank.setBehaviour(accounts.ok, 'return');
    await bank.receiveFile('nhh', 'f.xml', utf8(good()));
    await wire.walk(bank, '2025-08-21T00:00:00.000Z');
    bank.payIn({
      institution: 'nhh',
      kid: '12344',
      text: 'Back',
      amount: { minor: 5, currency: 'NOK' },
      payerName: 'Åse',
    });
    await wire.walk(bank, far);
    const [status, booked, paidIn, returned] = wire.inbox;
    await expect(status?.xml).toMatchFileSnapshot('golden/status.xml');
    await expect(booked?.xml).toMatchFileSnapshot('golden/booked.xml');
    await expect(paidIn?.xml).toMatchFileSnapshot('golden/paid-in.xml');
    await expect(returned?.xml).toMatchFileSnapshot('golden/returned.xml');
  });
});
