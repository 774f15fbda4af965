/** One entry of a statement in the words of a test. */
export interface Line {
  readonly amount: string;
  readonly direction: 'DBIT' | 'CRDT';
  readonly reference?: string;
  readonly endToEndId?: string;
  readonly batchId?: string;
  readonly kid?: string;
  readonly status?: string;
  readonly reason?: string;
  readonly date?: string;
  /** XML in place of the transaction's details. */
  readonly details?: string;
}

export interface StatementXml {
  readonly version?: '02' | '04' | '08';
  readonly id?: string;
  readonly account?: string;
  readonly currency?: string;
  readonly date?: string;
  /** Type and amount, below zero for a debit balance. */
  readonly balances: readonly (readonly [string, string])[];
  readonly lines: readonly Line[];
}

/** A camt.053 as banks write it, without what is not read. */
export function statementXml(given: StatementXml): string {
  const { version = '08', id = 'ST1', account = '86011117947', currency = 'NOK', date = '2025-06-11' } = given;
  const balances = given.balances.map(([type, amount]) => {
    const side = amount.startsWith('-') ? 'DBIT' : 'CRDT';
    return `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount.replace('-', '')}</Amt><CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;
  });
  const entries = given.lines.map((line) => entry(line, version, currency, date));
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
<GrpHdr><MsgId>${id}</MsgId><CreDtTm>${date}T22:00:00</CreDtTm></GrpHdr>
<Stmt><Id>${id}</Id><CreDtTm>${date}T22:00:00</CreDtTm><Acct><Id><Othr><Id>${account}</Id></Othr></Id></Acct>
${balances.join('')}
${entries.join('\n')}
</Stmt></BkToCstmrStmt></Document>`;
}

function entry(line: Line, version: string, currency: string, day: string): string {
  const { amount, direction, reference, status = 'BOOK', date = day } = line;
  const sts = version === '08' ? `<Cd>${status}</Cd>` : status;
  const ref = reference === undefined ? '' : `<AcctSvcrRef>${reference}</AcctSvcrRef>`;
  return `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts>${sts}</Sts><BookgDt><Dt>${date}</Dt></BookgDt>${ref}<NtryDtls>${line.details ?? detailsOf(line)}</NtryDtls></Ntry>`;
}

function detailsOf({ endToEndId, batchId, kid, reason }: Line): string {
  const batch = batchId === undefined ? '' : `<Btch><MsgId>${batchId}</MsgId></Btch>`;
  if (batchId !== undefined && endToEndId === undefined) return batch;
  const credit = kid === undefined ? '' : `<RmtInf><Strd><CdtrRefInf><Ref>${kid}</Ref></CdtrRefInf></Strd></RmtInf>`;
  const back = reason === undefined ? '' : `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>`;
  return `${batch}<TxDtls><Refs><EndToEndId>${endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>${credit}${back}</TxDtls>`;
}
