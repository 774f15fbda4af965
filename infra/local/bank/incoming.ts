import { isIsoDate } from '../../../shared/calendar/dates.ts';
import type { Money } from '../../../shared/money/money.ts';
import { bbanOfIban, isBban, isIban } from '../../../shared/payments/accounts.ts';
import { controlSum, parseAmount } from '../../../shared/payments/amounts.ts';
import { isReference, isSafeText } from '../../../shared/payments/characters.ts';
import { messageName } from '../../../shared/payments/message.ts';
import { find, findAll, readXml, textAt, UnreadableXml, type XmlNode } from '../../../shared/payments/tree.ts';
import { blockOrder, groupOrder, transferOrder } from './pain001-order.ts';
import type { Customer } from './types.ts';

export interface IncomingTransfer {
  readonly endToEndId: string;
  readonly block: string;
  readonly execution: string;
  readonly amount: Money;
  readonly account: string;
  readonly payee: string;
  readonly text: string;
  /** Why this one cannot be paid although the file is in order. */
  readonly fault?: { readonly reason: string; readonly text: string };
}

/** What an answer must repeat of the file it answers. */
export interface Original {
  readonly messageId: string;
  readonly format: Customer['format'];
  readonly created?: string;
  readonly count?: string;
  readonly sum?: string;
}

export type Incoming =
  | {
      readonly ok: true;
      readonly original: Original;
      readonly debtor: string;
      readonly debtorCurrency: string;
      readonly transfers: readonly IncomingTransfer[];
    }
  | { readonly ok: false; readonly original: Original; readonly reason: string; readonly text: string };

/** A fault of the whole file, with the external status reason code that the bank answers. */
class FileFault extends Error {
  override readonly name = 'FileFault';
  readonly reason: string;
  constructor(reason: string, text: string) {
    super(text);
    this.reason = reason;
  }
}

/**
 * Reads and checks a payment file as a bank does: what the standard makes mandatory, the order of elements, lengths and
 * characters, counts and control sums. A fault of the file rejects it whole (FF01, AM10, …); an account that cannot exist
 * rejects only its transfer (AC01).
 */
export function readIncoming(bytes: Uint8Array): Incoming {
  let original: Original = { messageId: 'NOTPROVIDED', format: 'pain.001.001.09' };
  try {
    const { namespace, root } = readXml(bytes);
    const format = messageName(namespace);
    if (format !== 'pain.001.001.03' && format !== 'pain.001.001.09') {
      throw new FileFault('FF01', 'Only pain.001.001.03 and pain.001.001.09 are taken');
    }
    const message = mandatory(root, 'CstmrCdtTrfInitn');
    const header = mandatory(message, 'GrpHdr');
    const messageId = textAt(header, 'MsgId') ?? '';
    if (!isReference(messageId)) throw new FileFault('FF01', 'MsgId must be 1 to 35 allowed characters');
    original = { messageId, format };
    ordered(header, groupOrder);
    const count = mandatoryText(header, 'NbOfTxs');
    const sum = textAt(header, 'CtrlSum');
    const created = mandatoryText(header, 'CreDtTm');
    const dateTime = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-3]):[0-5]\d)?$/;
    if (!dateTime.test(created) || !isIsoDate(created.slice(0, 10)))
      throw new FileFault('FF01', 'CreDtTm must be a date and time');
    if (!/^\d{1,15}$/.test(count)) throw new FileFault('FF01', 'NbOfTxs must be a number');
    if (sum !== undefined && !/^\d{1,15}(\.\d{1,5})?$/.test(sum))
      throw new FileFault('FF01', 'CtrlSum must be a decimal number');
    original = {
      messageId,
      format,
      created,
      count,
      ...(sum === undefined ? {} : { sum }),
    };
    mandatory(header, 'InitgPty');
    const blocks = findAll(message, 'PmtInf');
    const debtors = new Set(blocks.map((block) => debtorOf(block)));
    const [debtor] = debtors;
    if (debtor === undefined || debtors.size > 1)
      throw new FileFault('FF01', 'All payments must come from one account');
    const transfers = blocks.flatMap((block) => readBlock(block, format));
    checkTotals(count, sum, transfers);
    const debtorCurrency = textAt(blocks[0], 'DbtrAcct', 'Ccy') ?? 'NOK';
    return { ok: true, original, debtor, debtorCurrency, transfers };
  } catch (error) {
    if (error instanceof FileFault) return { ok: false, original, reason: error.reason, text: error.message };
    if (error instanceof UnreadableXml)
      return { ok: false, original, reason: 'FF01', text: 'The file is not readable XML' };
    throw error;
  }
}

function readBlock(block: XmlNode, format: Customer['format']): readonly IncomingTransfer[] {
  ordered(block, blockOrder);
  const id = textAt(block, 'PmtInfId') ?? '';
  if (!isReference(id)) throw new FileFault('FF01', 'PmtInfId must be 1 to 35 allowed characters');
  if (mandatoryText(block, 'PmtMtd') !== 'TRF') throw new FileFault('FF01', 'PmtMtd must be TRF');
  const date = mandatory(block, 'ReqdExctnDt');
  const execution = (format === 'pain.001.001.03' ? date.text : textAt(date, 'Dt')) ?? '';
  if (!isIsoDate(execution)) throw new FileFault('DT01', 'ReqdExctnDt must be a date');
  mandatoryText(mandatory(block, 'Dbtr'), 'Nm');
  const agent = mandatory(mandatory(block, 'DbtrAgt'), 'FinInstnId');
  // By SEPA the debtor's IBAN says which bank it is (EPC implementation guidelines, 2.21).
  const bicNeeded = textAt(block, 'DbtrAcct', 'Id', 'IBAN') === undefined;
  if (bicNeeded || textAt(agent, 'Othr', 'Id') !== 'NOTPROVIDED')
    mandatoryText(agent, format === 'pain.001.001.03' ? 'BIC' : 'BICFI');
  const transfers = findAll(block, 'CdtTrfTxInf').map((node) => readTransfer(node, id, execution));
  const count = textAt(block, 'NbOfTxs');
  checkTotals(count ?? String(transfers.length), textAt(block, 'CtrlSum'), transfers);
  return transfers;
}

function readTransfer(node: XmlNode, block: string, execution: string): IncomingTransfer {
  ordered(node, transferOrder);
  const endToEndId = textAt(node, 'PmtId', 'EndToEndId') ?? '';
  if (!isReference(endToEndId)) throw new FileFault('FF01', 'EndToEndId must be 1 to 35 allowed characters');
  const written = mandatory(mandatory(node, 'Amt'), 'InstdAmt');
  const amount = parseAmount(written.text, written.attributes.Ccy ?? '');
  if (amount === undefined || amount.minor <= 0)
    throw new FileFault('AM12', 'InstdAmt must be an exact amount above zero');
  const payee = mandatoryText(mandatory(node, 'Cdtr'), 'Nm');
  const text = findAll(node, 'RmtInf', 'Ustrd')
    .map((one) => one.text)
    .join(' ');
  for (const [what, said, limit] of [
    ['Cdtr/Nm', payee, 70],
    ['RmtInf/Ustrd', text, 140],
  ] as const) {
    if (said.length > limit || !isSafeText(said, 'latin'))
      throw new FileFault('FF01', `${what} is too long or has characters that are not allowed`);
  }
  const account = accountAt(mandatory(node, 'CdtrAcct'));
  const fault =
    isBban(account) || isIban(account) ? {} : { fault: { reason: 'AC01', text: 'The account number does not exist' } };
  return { endToEndId, block, execution, amount, account, payee, text, ...fault };
}

function debtorOf(block: XmlNode): string {
  return accountAt(mandatory(block, 'DbtrAcct'));
}

/** One spelling for an account: the BBAN where it is Norwegian. */
function accountAt(node: XmlNode): string {
  const iban = textAt(node, 'Id', 'IBAN');
  if (iban !== undefined) return bbanOfIban(iban) ?? iban;
  const other = textAt(node, 'Id', 'Othr', 'Id');
  if (other === undefined || textAt(node, 'Id', 'Othr', 'SchmeNm', 'Cd') !== 'BBAN') {
    throw new FileFault('FF01', 'An account must be an IBAN, or a number with the scheme BBAN');
  }
  return other;
}

function checkTotals(count: string, sum: string | undefined, transfers: readonly IncomingTransfer[]): void {
  if (transfers.length === 0 || Number(count) !== transfers.length)
    throw new FileFault('AM18', 'NbOfTxs is not the number of transactions');
  const counted = controlSum(transfers.map((transfer) => transfer.amount));
  if (sum !== undefined && plain(sum) !== plain(counted))
    throw new FileFault('AM10', 'CtrlSum is not the sum of the amounts');
}

/** A decimal without trailing zeros, so that `10.5` and `10.50` are the same. */
function plain(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

function mandatory(node: XmlNode, name: string): XmlNode {
  const found = find(node, name);
  if (found === undefined) throw new FileFault('FF01', `${node.name}/${name} is missing`);
  return found;
}

function mandatoryText(node: XmlNode, name: string): string {
  const { text } = mandatory(node, name);
  if (text === '') throw new FileFault('FF01', `${node.name}/${name} is empty`);
  return text;
}

function ordered(node: XmlNode, order: readonly string[]): void {
  let at = 0;
  for (const child of node.children) {
    const place = order.indexOf(child.name, at);
    if (place < 0) throw new FileFault('FF01', `${node.name}/${child.name} is unknown or not in its place`);
    at = place;
  }
}
