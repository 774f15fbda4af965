import { describe, expect, it, test } from 'vitest';
import { readBankFile } from '../../shared/payments/read.ts';
import { isDuplicateReason, rankOf, statusOf } from '../../shared/payments/status.ts';
import type { StatusReport } from '../../shared/payments/types.ts';
import { schemaFaults } from '../schemas/validate.ts';

const versions = ['pain.002.001.03', 'pain.002.001.10', 'pain.002.001.11'] as const;

/** A report about batch B1; `group` and `blocks` are XML put in their places. */
function reportXml(version: string, group: string, blocks = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}"><CstmrPmtStsRpt>
  <GrpHdr><MsgId>S1</MsgId><CreDtTm>2025-08-18T10:10:00</CreDtTm></GrpHdr>
  <OrgnlGrpInfAndSts><OrgnlMsgId>B1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${group}</OrgnlGrpInfAndSts>
  ${blocks}
</CstmrPmtStsRpt></Document>`;
}

const block = (status: string, transactions = '') =>
  `<OrgnlPmtInfAndSts><OrgnlPmtInfId>B1</OrgnlPmtInfId>${status}${transactions}</OrgnlPmtInfAndSts>`;
const reason = (code: string, text = '') =>
  `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn>${text === '' ? '' : `<AddtlInf>${text}</AddtlInf>`}</StsRsnInf>`;
const transaction = (id: string, status = '', why = '') =>
  `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId>${status === '' ? '' : `<TxSts>${status}</TxSts>`}${why}</TxInfAndSts>`;

async function report(group: string, blocks = '', version: string = versions[2]): Promise<StatusReport> {
  const xml = reportXml(version, group, blocks);
  if (version === versions[2]) expect(await schemaFaults(xml, version)).toEqual([]);
  const read = readBankFile(new TextEncoder().encode(xml));
  if (!read.ok || read.file.kind !== 'status') throw new Error(read.ok ? 'no status report' : read.sentence);
  return read.file;
}

function refusal(group: string, blocks = ''): string {
  const read = readBankFile(new TextEncoder().encode(reportXml(versions[2], group, blocks)));
  return read.ok ? '' : read.sentence;
}

describe('a status at the group, the payment block, or the transaction', () => {
  test.each(versions)('is read from %s', async (version) => {
    const blocks = block('', transaction('E1', 'ACCP') + transaction('E2', 'RJCT', reason('AC01', 'Unknown account')));
    expect(await report('<GrpSts>PART</GrpSts>', blocks, version)).toEqual({
      kind: 'status',
      messageId: 'S1',
      batchId: 'B1',
      group: { status: 'PART' },
      transactions: [
        { endToEndId: 'E1', status: 'ACCP' },
        { endToEndId: 'E2', status: 'RJCT', reason: 'AC01', text: 'Unknown account' },
      ],
    });
  });

  test.each<[string, string, string, StatusReport['group']]>([
    ['the group alone', '<GrpSts>ACTC</GrpSts>', '', { status: 'ACTC' }],
    ['the group with its reason', `<GrpSts>RJCT</GrpSts>${reason('FF01')}`, '', { status: 'RJCT', reason: 'FF01' }],
    [
      'a proprietary reason',
      '<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Prtry>X9</Prtry></Rsn></StsRsnInf>',
      '',
      { status: 'RJCT', reason: 'X9' },
    ],
    ['the only block alone', '', block('<PmtInfSts>ACCP</PmtInfSts>'), { status: 'ACCP' }],
    [
      'the only block over a merely technical group',
      '<GrpSts>ACTC</GrpSts>',
      block(`<PmtInfSts>RJCT</PmtInfSts>${reason('AC04')}`),
      { status: 'RJCT', reason: 'AC04' },
    ],
    [
      'several blocks that agree',
      '',
      block('<PmtInfSts>ACSC</PmtInfSts>') + block('<PmtInfSts>ACSC</PmtInfSts>'),
      { status: 'ACSC' },
    ],
    [
      'several blocks that differ',
      '',
      block('<PmtInfSts>ACSC</PmtInfSts>') + block('<PmtInfSts>RJCT</PmtInfSts>'),
      { status: 'PART' },
    ],
  ])('%s speaks for the whole', async (_, group, blocks, expected) => {
    expect((await report(group, blocks)).group).toEqual(expected);
  });

  it('says nothing of the whole where only transactions have a status', async () => {
    expect(await report('', block('', transaction('E1', 'ACSP')))).not.toHaveProperty('group');
  });

  it('is the transaction’s own, else its block’s, else the group’s', async () => {
    const inBlock = await report(
      '<GrpSts>ACTC</GrpSts>',
      block(`<PmtInfSts>RJCT</PmtInfSts>${reason('AM04')}`, transaction('E1') + transaction('E2', 'PDNG')),
    );
    expect(inBlock.transactions).toEqual([
      { endToEndId: 'E1', status: 'RJCT', reason: 'AM04' },
      { endToEndId: 'E2', status: 'PDNG' },
    ]);
    const inGroup = await report(`<GrpSts>RJCT</GrpSts>${reason('DUPL')}`, block('', transaction('E1')));
    expect(inGroup.transactions).toEqual([{ endToEndId: 'E1', status: 'RJCT', reason: 'DUPL' }]);
  });

  it('finds the payment by InstrId where the bank leaves the EndToEndId out: both are ours', async () => {
    const blocks = block('', '<TxInfAndSts><OrgnlInstrId>E1</OrgnlInstrId><TxSts>ACCP</TxSts></TxInfAndSts>');
    expect((await report('', blocks)).transactions).toEqual([{ endToEndId: 'E1', status: 'ACCP' }]);
  });

  it('takes newer codes as the nearest that matters', async () => {
    expect((await report('', block('', transaction('E1', 'BLCK')))).transactions).toEqual([
      { endToEndId: 'E1', status: 'PDNG' },
    ]);
  });
});

describe('a report that cannot be acted on is a sentence', () => {
  test.each([
    ['an unknown status', '<GrpSts>HUHU</GrpSts>', '', /HUHU at line \d+ is not known/],
    [
      'a transaction without an id',
      '',
      block('', '<TxInfAndSts><TxSts>ACCP</TxSts></TxInfAndSts>'),
      /no OrgnlEndToEndId/,
    ],
    ['a transaction without any status', '', block('', transaction('E1')), /no status/],
    ['no status at all', '', '', /holds no status/],
    ['an id of 36 characters', '', block('', transaction('x'.repeat(36), 'ACCP')), /longer than/],
    ['a message id missing', '<OrgnlMsgId/>', '', /./],
  ])('%s', (_, group, blocks, sentence) => {
    expect(refusal(group, blocks)).toMatch(sentence);
  });

  it('also where it does not say what it answers', () => {
    const xml = reportXml(versions[2], '').replace('<OrgnlMsgId>B1</OrgnlMsgId>', '');
    const read = readBankFile(new TextEncoder().encode(xml));
    expect(read.ok ? '' : read.sentence).toMatch(/which payment file it answers/);
  });
});

describe('what a status means', () => {
  it('ranks how far a payment has come', () => {
    const order = ['RCVD', 'PDNG', 'ACTC', 'ACCP', 'ACSP', 'ACSC', 'ACCC', 'RJCT'] as const;
    const ranks = order.map(rankOf);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(order.length);
  });

  it('knows that a duplicate’s rejection is no word about the first', () => {
    expect(['AM05', 'DUPL', 'DU01', 'DU04'].every(isDuplicateReason)).toBe(true);
    expect([undefined, 'AC01', 'AC04', 'RJCT'].some(isDuplicateReason)).toBe(false);
  });

  it('has no meaning for what it does not know', () => {
    expect(statusOf('toString')).toBeUndefined();
    expect(statusOf('XXXX')).toBeUndefined();
  });
});
