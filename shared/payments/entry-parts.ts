import type { Money } from '../money/money.ts';
import { parseAmount } from './amounts.ts';
import { shown, UnusableMessage } from './message.ts';
import { find, findAll, textAt, type XmlNode } from './tree.ts';

export type Direction = 'debit' | 'credit';

/** One movement inside an entry of the account: the whole entry, or one transaction of a batch that was booked as one. */
export interface EntryPart {
  readonly amount: Money;
  readonly direction: Direction;
  /** The transaction's details; absent where the entry has none, or cannot be split. */
  readonly details?: XmlNode;
  /** Why an entry with several transactions was left whole. */
  readonly note?: string;
}

/**
 * Splits an entry (Ntry) into movements whose amounts are certain. An entry with one transaction moves what was booked.
 * One with several is split when every transaction has an amount and they add up to what was booked; otherwise it stays
 * whole, with a note, so that nothing is posted that the account did not see.
 *
 * @throws UnusableMessage when an amount or direction is missing or cannot be read
 */
export function splitEntry(entry: XmlNode): readonly EntryPart[] {
  const amount = amountAt(entry, find(entry, 'Amt'));
  const direction = directionAt(entry);
  if (amount === undefined || direction === undefined) {
    throw new UnusableMessage(
      `The entry at line ${entry.line} lacks its amount or says neither debit nor credit. Ask the bank.`,
    );
  }
  const details = findAll(entry, 'NtryDtls', 'TxDtls');
  const stated = findAll(entry, 'NtryDtls', 'Btch').map((batch) => countOf(textAt(batch, 'NbOfTxs')));
  const [only] = details;
  if (only === undefined) return [{ amount, direction }];
  if (details.length === 1 && stated.every((count) => !(count > 1))) return [{ amount, direction, details: only }];
  const parts = splitBatch(details, amount, direction, stated);
  if (parts !== undefined) return parts;
  return [
    {
      amount,
      direction,
      note: `${details.length} transactions booked as one sum, which the file does not divide exactly`,
    },
  ];
}

function countOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

function splitBatch(
  details: readonly XmlNode[],
  booked: Money,
  direction: Direction,
  stated: readonly number[],
): readonly EntryPart[] | undefined {
  const parts: { amount: Money; own: Direction; details: XmlNode }[] = [];
  for (const one of details) {
    const amount = transactionAmount(one, booked.currency);
    if (amount === undefined) return undefined;
    parts.push({ amount, own: directionAt(one) ?? direction, details: one });
  }
  const whole = parts.map(({ amount, details }) => ({ amount, direction, details }));
  if (parts.some(({ amount }) => amount.currency !== booked.currency)) {
    // Sums of another currency prove nothing; the stated number of transactions is all there is to compare.
    const known = stated.filter((count) => Number.isInteger(count));
    return known.length === 0 || known.reduce((a, b) => a + b, 0) === details.length ? whole : undefined;
  }
  const signed = parts.reduce(
    (sum, { amount, own }) => sum + BigInt(own === direction ? amount.minor : -amount.minor),
    0n,
  );
  if (signed === BigInt(booked.minor))
    return parts.map(({ amount, own, details }) => ({ amount, direction: own, details }));
  // Some banks mark the transactions of a debit as credits, meaning the payees: then the entry's own side counts.
  const plain = parts.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n);
  return plain === BigInt(booked.minor) ? whole : undefined;
}

/** The transaction's amount in the currency of the account where the file gives one, else in its own. */
function transactionAmount(details: XmlNode, currency: string): Money | undefined {
  const amounts = [
    find(details, 'Amt'),
    find(details, 'AmtDtls', 'TxAmt', 'Amt'),
    find(details, 'AmtDtls', 'CntrValAmt', 'Amt'),
    find(details, 'AmtDtls', 'InstdAmt', 'Amt'),
  ]
    .map((node) => amountAt(details, node))
    .filter((amount) => amount !== undefined);
  return amounts.find((amount) => amount.currency === currency) ?? amounts[0];
}

/**
 * The amount of an element; undefined where there is none.
 *
 * @throws UnusableMessage for one that is not exact
 */
export function amountAt(parent: XmlNode, node: XmlNode | undefined): Money | undefined {
  if (node === undefined) return undefined;
  const amount = parseAmount(node.text, node.attributes.Ccy ?? '');
  if (amount === undefined) {
    throw new UnusableMessage(
      `"${shown(node.text)}" at line ${parent.line} is no exact amount of a known currency. Ask the bank.`,
    );
  }
  return amount;
}

/**
 * Credit or debit (CdtDbtInd); undefined where the element does not say.
 *
 * @throws UnusableMessage for another word
 */
export function directionAt(node: XmlNode): Direction | undefined {
  const code = textAt(node, 'CdtDbtInd');
  if (code === undefined) return undefined;
  if (code === 'CRDT') return 'credit';
  if (code === 'DBIT') return 'debit';
  throw new UnusableMessage(`"${shown(code)}" at line ${node.line} is neither CRDT nor DBIT. Ask the bank.`);
}
