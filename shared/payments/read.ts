import { readStatement } from './camt053.ts';
import { readNotification } from './camt054.ts';
import { messageName, shown, UnusableMessage } from './message.ts';
import { readStatusReport } from './pain002.ts';
import { readXml, UnreadableXml, type XmlNode } from './tree.ts';
import type { BankFile } from './types.ts';

export type ReadBankFile =
  | { readonly ok: true; readonly file: BankFile }
  | { readonly ok: false; readonly sentence: string };

const readers: ReadonlyMap<string, (document: XmlNode) => BankFile> = new Map<string, (document: XmlNode) => BankFile>([
  ['pain.002.001.03', readStatusReport],
  ['pain.002.001.10', readStatusReport],
  ['pain.002.001.11', readStatusReport],
  ['camt.053.001.02', readStatement],
  ['camt.053.001.04', readStatement],
  ['camt.053.001.08', readStatement],
  ['camt.054.001.02', readNotification],
  ['camt.054.001.04', readNotification],
  ['camt.054.001.08', readNotification],
]);

/** What the readers never look at: the parties of a payment but who paid in, their banks, charges, totals, extensions. */
const leaveOut: ReadonlySet<string> = new Set([
  ...[
    'Cdtr',
    'CdtrAcct',
    'UltmtDbtr',
    'UltmtCdtr',
    'TradgPty',
    'PstlAdr',
    'CtctDtls',
    'CtryOfRes',
    'RltdAgts',
    'RltdDts',
    'RltdPric',
    'RltdQties',
    'RltdRmtInf',
    'FinInstrmId',
    'Tax',
    'CorpActn',
  ],
  ...['SfkpgAcct', 'CshDpst', 'CardTx', 'AddtlInfInd', 'Purp', 'LclInstrm', 'Chrgs', 'Intrst', 'Avlbty'],
  ...['Ownr', 'Svcr', 'RltdAcct', 'MsgRcpt', 'TxsSummry', 'InitgPty', 'DbtrAgt', 'CdtrAgt', 'OrgnlTxRef', 'ChrgsInf'],
  ...['Orgtr', 'Invcr', 'Invcee', 'RfrdDocInf', 'SplmtryData', 'NbOfTxsPerSts', 'TechInptChanl'],
]);

/**
 * Reads a file that the bank sent. Whatever the bytes are, the answer is either the whole file or a sentence for the
 * finance office that says what is wrong and what to do; a file is never read in part. The sentence repeats at most ids,
 * codes and amounts of the file.
 */
export function readBankFile(bytes: Uint8Array): ReadBankFile {
  try {
    const { namespace, root } = readXml(bytes, { leaveOut });
    const name = messageName(namespace);
    const reader = readers.get(name ?? '');
    if (reader === undefined || root.name !== 'Document') {
      const what =
        name === undefined ? 'This is no ISO 20022 bank file' : `Files of the kind ${shown(name)} are not read here`;
      throw new UnusableMessage(`${what}. Ask the bank for one of ${[...readers.keys()].join(', ')}.`);
    }
    return { ok: true, file: reader(root) };
  } catch (error) {
    if (error instanceof UnreadableXml || error instanceof UnusableMessage)
      return { ok: false, sentence: error.message };
    throw error;
  }
}
