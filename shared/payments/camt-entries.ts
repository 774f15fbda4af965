import type { IsoDate } from '../calendar/clock.ts';
import { isIsoDate } from '../calendar/dates.ts';
import { parseAccount } from './accounts.ts';
import { bankReferences } from './booking-references.ts';
import { type EntryPart, splitEntry } from './entry-parts.ts';
import { idAt, shown, UnusableMessage } from './message.ts';
import { find, findAll, textAt, type XmlNode } from './tree.ts';
import type { Booking } from './types.ts';

/** A movement as an entry tells it, with the bank's reference where it gives one. */
export interface ReadEntry {
  readonly booking: Omit<Booking, 'reference'>;
  readonly given: string | undefined;
}

/**
 * Whether the entry has moved the account: it is a text in the older versions and a code inside it in the newest. What is
 * pending or told for information only moves nothing yet.
 *
 * @throws UnusableMessage when the entry has no status
 */
export function isBooked(entry: XmlNode): boolean {
  const status = textAt(entry, 'Sts') ?? textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts', 'Prtry');
  if (status === undefined)
    throw new UnusableMessage(`The entry at line ${entry.line} has no status. Ask the bank for it again.`);
  return status === 'BOOK';
}

/**
 * The movements of one booked entry (Ntry) of a statement or notification, which say the same in .02, .04 and .08.
 *
 * A credit that is a payment of ours coming back (RtrInf, a reversal, or the bank's code for returns) carries `returned`
 * with the original EndToEndId, and no `endToEndId` of its own. A debit that takes back what was credited before is a
 * `reversal`: it is no payment of ours, whatever it names.
 *
 * @throws UnusableMessage with a sentence
 */
export function readEntry(entry: XmlNode): readonly ReadEntry[] {
  const parts = splitEntry(entry);
  const given = bankReferences(
    entry,
    parts.map((part) => part.details),
  );
  const date = dateOf(entry);
  return parts.map((part, at) => ({ booking: toBooking(entry, part, date), given: given[at] }));
}

/** The day in the bank's own time, as written: a time of day may follow, and its zone must not move the day. */
function dateOf(entry: XmlNode): IsoDate {
  const [written] = ['BookgDt', 'ValDt'].flatMap(
    (name) => textAt(entry, name, 'Dt') ?? textAt(entry, name, 'DtTm') ?? [],
  );
  const date = written?.slice(0, 10) ?? '';
  if (!isIsoDate(date) || !/^.{10}(T.*|Z|[+-]\d\d:\d\d)?$/.test(written ?? '')) {
    throw new UnusableMessage(`The entry at line ${entry.line} has no date of booking. Ask the bank for it again.`);
  }
  return date;
}

function toBooking(entry: XmlNode, part: EntryPart, date: IsoDate): Omit<Booking, 'reference'> {
  const { amount, direction, details } = part;
  // Where a bank leaves the EndToEndId out, the InstrId is the same for payments of ours (pain001.ts).
  const endToEndId = provided(idAt(details, 'Refs', 'EndToEndId')) ?? provided(idAt(details, 'Refs', 'InstrId'));
  const batch = find(entry, 'NtryDtls', 'Btch');
  const batchId =
    idAt(details, 'Refs', 'MsgId') ??
    idAt(batch, 'MsgId') ??
    idAt(details, 'Refs', 'PmtInfId') ??
    idAt(batch, 'PmtInfId');
  const kid = kidOf(details);
  const text = textOf(entry, part);
  const reason = direction === 'credit' ? returnReason(entry, details) : undefined;
  const payer = direction === 'credit' && reason === undefined ? payerOf(details) : undefined;
  const reversal = direction === 'debit' && isReversal(entry);
  return {
    direction,
    amount,
    date,
    ...(endToEndId === undefined || reason !== undefined ? {} : { endToEndId }),
    ...(batchId === undefined ? {} : { batchId }),
    ...(kid === undefined ? {} : { kid }),
    ...(text === '' ? {} : { text }),
    ...(payer === undefined ? {} : { payer }),
    ...(reversal ? { reversal } : {}),
    ...(reason === undefined ? {} : { returned: { ...(endToEndId === undefined ? {} : { endToEndId }), reason } }),
  };
}

/** Why a credit comes back; undefined for one that does not. MS03 is ISO's "reason not specified". */
function returnReason(entry: XmlNode, details: XmlNode | undefined): string | undefined {
  const information = find(details, 'RtrInf');
  const reason = idAt(information, 'Rsn', 'Cd') ?? idAt(information, 'Rsn', 'Prtry');
  if (information !== undefined) return reason === undefined ? 'MS03' : shown(reason);
  const codes = [entry, details].map((node) => textAt(node, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') ?? '');
  return isReversal(entry) || codes.some((code) => returnCodes.includes(code)) ? 'MS03' : undefined;
}

/** Sub-families of credit transfers that come back: returned, or called back on request. */
const returnCodes: readonly string[] = ['RRTN', 'RPCR'];

function isReversal(entry: XmlNode): boolean {
  return ['true', '1'].includes(textAt(entry, 'RvslInd') ?? '');
}

/** Who paid in: the newest version puts the name one level deeper. An account that is none is left out. */
function payerOf(details: XmlNode | undefined): Booking['payer'] {
  const parties = find(details, 'RltdPties');
  const name = (textAt(parties, 'Dbtr', 'Nm') ?? textAt(parties, 'Dbtr', 'Pty', 'Nm'))?.slice(0, 70);
  const written = textAt(parties, 'DbtrAcct', 'Id', 'IBAN') ?? textAt(parties, 'DbtrAcct', 'Id', 'Othr', 'Id');
  const parsed = written === undefined ? undefined : parseAccount(written);
  const account = parsed?.ok ? parsed.account : undefined;
  if (name === undefined && account === undefined) return undefined;
  return { ...(name === undefined ? {} : { name }), ...(account === undefined ? {} : { account }) };
}

/** The KID of a payment in: the one reference of digits. Two different ones cannot be told apart, so neither is taken. */
function kidOf(details: XmlNode | undefined): string | undefined {
  if (details === undefined) return undefined;
  const written = findAll(details, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref').map((node) => node.text.replace(/\s/g, ''));
  const [kid, ...others] = new Set(written.filter((text) => /^\d{2,25}$/.test(text)));
  return others.length === 0 ? kid : undefined;
}

function textOf(entry: XmlNode, part: EntryPart): string {
  const free = part.details === undefined ? [] : findAll(part.details, 'RmtInf', 'Ustrd').map((node) => node.text);
  const said = free.join(' ') || textAt(part.details, 'AddtlTxInf') || textAt(entry, 'AddtlNtryInf') || '';
  return [part.note ?? '', said]
    .filter((text) => text !== '')
    .join('. ')
    .slice(0, 500);
}

/** ISO 20022 writes NOTPROVIDED where the payer gave no reference. */
function provided(reference: string | undefined): string | undefined {
  return reference === 'NOTPROVIDED' ? undefined : reference;
}
