import type { Instant, IsoDate } from '../../../shared/calendar/clock.ts';
import type { Money } from '../../../shared/money/money.ts';
import { isBban } from '../../../shared/payments/accounts.ts';
import { formatAmount } from '../../../shared/payments/amounts.ts';
import { element, writeXml, type XmlElement } from '../../../shared/payments/xml.ts';

export type NotificationVersion = 'camt.054.001.02' | 'camt.054.001.08';

export interface Statement {
  readonly id: string;
  readonly created: Instant;
  readonly version: NotificationVersion;
  readonly account: string;
  readonly currency: string;
  readonly entries: readonly StatementEntry[];
}

export interface StatementEntry {
  readonly reference: string;
  readonly direction: 'debit' | 'credit';
  readonly amount: Money;
  readonly date: IsoDate;
  /** Sub-family of the bank transaction code: domestic transfer, or returned transfer. */
  readonly kind: 'paid' | 'returned' | 'paid-in';
  readonly batchId?: string;
  readonly block?: string;
  readonly endToEndId?: string;
  readonly counterName: string;
  readonly kid?: string;
  readonly text?: string;
  readonly returnReason?: string;
}

/** Bank transaction codes (ISO external code sets): issued or received credit transfer, and its sub-family. */
const codes = {
  paid: { family: 'ICDT', sub: 'DMCT' },
  returned: { family: 'ICDT', sub: 'RRTN' },
  'paid-in': { family: 'RCDT', sub: 'DMCT' },
} as const;

/** The notification as a file's text. Every movement is an entry of its own. */
export function writeNotification(statement: Statement): string {
  const newer = statement.version === 'camt.054.001.08';
  const notification = element('Ntfctn', [
    element('Id', statement.id),
    element('CreDtTm', statement.created),
    accountElement(statement.account, statement.currency),
    ...statement.entries.map((entry) => entryElement(entry, newer)),
  ]);
  const header = element('GrpHdr', [element('MsgId', statement.id), element('CreDtTm', statement.created)]);
  return writeXml(
    element('Document', [element('BkToCstmrDbtCdtNtfctn', [header, notification])], {
      xmlns: `urn:iso:std:iso:20022:tech:xsd:${statement.version}`,
    }),
  );
}

/** The customer's own account, domestic by its number. */
export function accountElement(account: string, currency: string): XmlElement {
  const id = isBban(account)
    ? element('Othr', [element('Id', account), element('SchmeNm', [element('Cd', 'BBAN')])])
    : element('IBAN', account);
  return element('Acct', [element('Id', [id]), element('Ccy', currency)]);
}

/** One movement; `newer`: as version .08 writes it. */
export function entryElement(entry: StatementEntry, newer: boolean): XmlElement {
  const { family, sub } = codes[entry.kind];
  const amount = element('Amt', formatAmount(entry.amount), { Ccy: entry.amount.currency });
  const direction = element('CdtDbtInd', entry.direction === 'debit' ? 'DBIT' : 'CRDT');
  return element('Ntry', [
    amount,
    direction,
    element('Sts', newer ? [element('Cd', 'BOOK')] : 'BOOK'),
    element('BookgDt', [element('Dt', entry.date)]),
    element('ValDt', [element('Dt', entry.date)]),
    element('AcctSvcrRef', entry.reference),
    element('BkTxCd', [
      element('Domn', [element('Cd', 'PMNT'), element('Fmly', [element('Cd', family), element('SubFmlyCd', sub)])]),
    ]),
    element('NtryDtls', [
      element('TxDtls', [
        referencesElement(entry),
        ...(newer ? [amount, direction] : [element('AmtDtls', [element('TxAmt', [amount])])]),
        partiesElement(entry, newer),
        remittanceElement(entry),
        entry.returnReason === undefined
          ? undefined
          : element('RtrInf', [element('Rsn', [element('Cd', entry.returnReason)])]),
      ]),
    ]),
  ]);
}

function referencesElement(entry: StatementEntry): XmlElement {
  return element('Refs', [
    optional('MsgId', entry.batchId),
    element('AcctSvcrRef', entry.reference),
    optional('PmtInfId', entry.block),
    element('EndToEndId', entry.endToEndId ?? 'NOTPROVIDED'),
  ]);
}

/** The other side: who was paid, or who paid in. A payment that comes back still names the payee. */
function partiesElement(entry: StatementEntry, newer: boolean): XmlElement {
  const name = element('Nm', entry.counterName);
  return element('RltdPties', [
    element(entry.kind === 'paid-in' ? 'Dbtr' : 'Cdtr', newer ? [element('Pty', [name])] : [name]),
  ]);
}

function remittanceElement(entry: StatementEntry): XmlElement | undefined {
  if (entry.kid === undefined && entry.text === undefined) return undefined;
  const kid =
    entry.kid === undefined
      ? undefined
      : element('Strd', [
          element('CdtrRefInf', [
            element('Tp', [element('CdOrPrtry', [element('Cd', 'SCOR')])]),
            element('Ref', entry.kid),
          ]),
        ]);
  return element('RmtInf', [optional('Ustrd', entry.text), kid]);
}

function optional(name: string, value: string | undefined): XmlElement | undefined {
  return value === undefined || value === '' ? undefined : element(name, value);
}
