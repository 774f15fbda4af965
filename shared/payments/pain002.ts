import { idAt, shown, UnusableMessage } from './message.ts';
import { statusOf } from './status.ts';
import { find, findAll, textAt, type XmlNode } from './tree.ts';
import type { StatusCode, StatusReport } from './types.ts';

type TransactionStatus = StatusReport['transactions'][number];

interface Found {
  readonly status?: StatusCode;
  readonly reason?: string;
  readonly text?: string;
}

/**
 * Reads a payment status report: pain.002.001.03, .10 and .11 name the parts used here alike.
 *
 * A status may stand at the group, at a payment block or at a transaction. Our files have one block, so where the report
 * speaks of one block its status counts more than the group's (which may mean only that the file could be read); a
 * transaction without a status of its own has its block's.
 *
 * @throws UnusableMessage with a sentence
 */
export function readStatusReport(document: XmlNode): StatusReport {
  const report = find(document, 'CstmrPmtStsRpt');
  const original = find(report, 'OrgnlGrpInfAndSts');
  const messageId = idAt(report, 'GrpHdr', 'MsgId');
  const batchId = idAt(original, 'OrgnlMsgId');
  if (report === undefined || original === undefined || messageId === undefined || batchId === undefined) {
    throw new UnusableMessage(
      'The status report does not say which payment file it answers (OrgnlMsgId). Ask the bank for it again.',
    );
  }
  const whole = statusAt(original, 'GrpSts');
  const blocks = findAll(report, 'OrgnlPmtInfAndSts');
  const transactions = blocks.flatMap((block) => {
    const inherited = statusAt(block, 'PmtInfSts');
    return findAll(block, 'TxInfAndSts').map((node) =>
      readTransaction(node, inherited.status === undefined ? whole : inherited),
    );
  });
  const group = groupStatus(
    whole,
    blocks.map((block) => statusAt(block, 'PmtInfSts')),
  );
  if (group === undefined && transactions.length === 0) {
    throw new UnusableMessage(`The status report ${shown(messageId)} holds no status. Ask the bank for it again.`);
  }
  return { kind: 'status', messageId, batchId, ...(group === undefined ? {} : { group }), transactions };
}

function groupStatus(whole: Found, blocks: readonly Found[]): StatusReport['group'] | undefined {
  const [first] = blocks;
  const chosen = blocks.length === 1 && first?.status !== undefined ? first : whole;
  if (chosen.status !== undefined) {
    const reason = chosen.reason ?? whole.reason;
    return { status: chosen.status, ...(reason === undefined ? {} : { reason }) };
  }
  // Several blocks and nothing of the whole: only what all of them say is true of the whole.
  const all = new Set(blocks.map((block) => block.status));
  if (blocks.length === 0 || all.has(undefined)) return undefined;
  const [status] = all;
  if (all.size > 1 || status === undefined) return { status: 'PART' };
  return { status, ...(first?.reason === undefined ? {} : { reason: first.reason }) };
}

function readTransaction(node: XmlNode, inherited: Found): TransactionStatus {
  const endToEndId = idAt(node, 'OrgnlEndToEndId') ?? idAt(node, 'OrgnlInstrId');
  if (endToEndId === undefined) {
    throw new UnusableMessage(
      `The transaction at line ${node.line} has no OrgnlEndToEndId, so nobody can tell which payment it is. Ask the bank.`,
    );
  }
  const own = statusAt(node, 'TxSts');
  const status = own.status ?? inherited.status;
  if (status === undefined) {
    throw new UnusableMessage(
      `The transaction at line ${node.line} has no status, nor has its block or group. Ask the bank.`,
    );
  }
  const reason = own.reason ?? (own.status === undefined ? inherited.reason : undefined);
  const text = own.text ?? (own.status === undefined ? inherited.text : undefined);
  return { endToEndId, status, ...(reason === undefined ? {} : { reason }), ...(text === undefined ? {} : { text }) };
}

function statusAt(node: XmlNode, name: string): Found {
  const code = textAt(node, name);
  const status = code === undefined ? undefined : statusOf(code);
  if (code !== undefined && status === undefined) {
    throw new UnusableMessage(
      `The status ${shown(code)} at line ${node.line} is not known here. Ask the bank what it means.`,
    );
  }
  const information = findAll(node, 'StsRsnInf');
  const reason = information
    .map((one) => idAt(one, 'Rsn', 'Cd') ?? idAt(one, 'Rsn', 'Prtry'))
    .find((one) => one !== undefined);
  const text = information
    .flatMap((one) => findAll(one, 'AddtlInf'))
    .map((one) => one.text)
    .join(' ')
    .slice(0, 210);
  return {
    ...(status === undefined ? {} : { status }),
    ...(reason === undefined ? {} : { reason }),
    ...(text === '' ? {} : { text }),
  };
}
