import type { Instant } from '../../../shared/calendar/clock.ts';
import type { StatusCode } from '../../../shared/payments/types.ts';
import { element, writeXml, type XmlElement } from '../../../shared/payments/xml.ts';
import type { Original } from './incoming.ts';

export type StatusVersion = 'pain.002.001.03' | 'pain.002.001.10' | 'pain.002.001.11';

export interface Answer {
  readonly id: string;
  readonly created: Instant;
  readonly version: StatusVersion;
  readonly original: Original;
  /** Of the whole file; absent where the bank keeps silent about a part of it. */
  readonly group?: { readonly status: string; readonly reason?: string; readonly text?: string };
  readonly transactions: readonly AnsweredTransaction[];
}

export interface AnsweredTransaction {
  readonly block: string;
  readonly endToEndId: string;
  readonly status: StatusCode;
  readonly reason?: string;
  readonly text?: string;
}

/** The status report as a file's text: the parts used here are the same in .03, .10 and .11. */
export function writeStatusReport(answer: Answer): string {
  const { original, group } = answer;
  const header = element('GrpHdr', [element('MsgId', answer.id), element('CreDtTm', answer.created)]);
  const whole = element('OrgnlGrpInfAndSts', [
    element('OrgnlMsgId', original.messageId),
    element('OrgnlMsgNmId', original.format),
    optional('OrgnlCreDtTm', original.created),
    optional('OrgnlNbOfTxs', original.count),
    optional('OrgnlCtrlSum', original.sum),
    optional('GrpSts', group?.status),
    reason(group),
  ]);
  const blocks = [...new Set(answer.transactions.map((one) => one.block))].map((block) =>
    element('OrgnlPmtInfAndSts', [
      element('OrgnlPmtInfId', block),
      ...answer.transactions.filter((one) => one.block === block).map(transactionElement),
    ]),
  );
  return writeXml(
    element('Document', [element('CstmrPmtStsRpt', [header, whole, ...blocks])], {
      xmlns: `urn:iso:std:iso:20022:tech:xsd:${answer.version}`,
    }),
  );
}

function transactionElement(one: AnsweredTransaction): XmlElement {
  return element('TxInfAndSts', [
    element('OrgnlEndToEndId', one.endToEndId),
    element('TxSts', one.status),
    reason(one),
  ]);
}

function reason(said: { readonly reason?: string; readonly text?: string } | undefined): XmlElement | undefined {
  if (said?.reason === undefined) return undefined;
  return element('StsRsnInf', [
    element('Rsn', [element('Cd', said.reason)]),
    said.text === undefined ? undefined : element('AddtlInf', said.text.slice(0, 105)),
  ]);
}

function optional(name: string, value: string | undefined): XmlElement | undefined {
  return value === undefined ? undefined : element(name, value);
}
