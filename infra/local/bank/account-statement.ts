import type { Instant, IsoDate } from '../../../shared/calendar/clock.ts';
import type { Money } from '../../../shared/money/money.ts';
import { formatAmount } from '../../../shared/payments/amounts.ts';
import { element, writeXml, type XmlElement } from '../../../shared/payments/xml.ts';
import { accountElement, entryElement, type StatementEntry } from './statements.ts';

export interface AccountStatement {
  readonly id: string;
  readonly created: Instant;
  readonly version: 'camt.053.001.02' | 'camt.053.001.08';
  readonly account: string;
  readonly date: IsoDate;
  /** Below zero where the account was overdrawn. */
  readonly opening: Money;
  readonly closing: Money;
  readonly entries: readonly StatementEntry[];
}

/** The statement of one day as a file's text: the entries of its notifications again, between two balances. */
export function writeAccountStatement(statement: AccountStatement): string {
  const { opening, closing, date } = statement;
  const newer = statement.version === 'camt.053.001.08';
  const body = element('Stmt', [
    element('Id', statement.id),
    element('CreDtTm', statement.created),
    accountElement(statement.account, closing.currency),
    balance('OPBD', opening, date),
    balance('CLBD', closing, date),
    ...statement.entries.map((entry) => entryElement(entry, newer)),
  ]);
  const header = element('GrpHdr', [element('MsgId', statement.id), element('CreDtTm', statement.created)]);
  return writeXml(
    element('Document', [element('BkToCstmrStmt', [header, body])], {
      xmlns: `urn:iso:std:iso:20022:tech:xsd:${statement.version}`,
    }),
  );
}

function balance(type: 'OPBD' | 'CLBD', amount: Money, date: IsoDate): XmlElement {
  const written = formatAmount({ ...amount, minor: Math.abs(amount.minor) });
  return element('Bal', [
    element('Tp', [element('CdOrPrtry', [element('Cd', type)])]),
    element('Amt', written, { Ccy: amount.currency }),
    element('CdtDbtInd', amount.minor < 0 ? 'DBIT' : 'CRDT'),
    element('Dt', [element('Dt', date)]),
  ]);
}
