import type { Instant } from '../../../shared/calendar/clock.ts';
import { isIsoDate } from '../../../shared/calendar/dates.ts';
import type { Money } from '../../../shared/money/money.ts';
import { formatAmount, parseAmount } from '../../../shared/payments/amounts.ts';
import { isReference } from '../../../shared/payments/characters.ts';
import { BrokenCsv, csvLine, readCsv } from '../../../shared/payments/csv.ts';
import { receiptColumns } from '../../../shared/payments/receipt.ts';
import { voucherColumns } from '../../../shared/payments/vouchers.ts';
import { addEvent } from './events.ts';
import { enqueue } from './outgoing.ts';
import { noteReceived } from './received.ts';
import { hashOf, referenceOf } from './references.ts';
import { behaviourOf, type State, text } from './state.ts';
import { bookingDate, bookingTime } from './times.ts';
import type { Habits } from './types.ts';

/**
 * A pretend finance system beside the pretend bank, on the same state and clock: it takes files of vouchers, posts them
 * on the next business morning, and answers with a receipt. No money moves at the bank.
 */

/** A voucher as it came: its last line names the unit, with a credit, or a debit where a grant is taken back. */
interface Voucher {
  readonly reference: string;
  readonly costCentre: string;
  readonly text: string;
  readonly amount: Money;
  readonly date: string;
  /** Why it cannot be posted. */
  readonly fault?: string;
}

/** What is posted later: the vouchers of one file. Kept as JSON in the event. */
interface PostSubject {
  readonly batch: string;
  readonly separator: ';' | ',';
  /** References that an earlier file had. */
  readonly repeated: readonly string[];
}

/** The account that a cost centre has in the state; `accountText` writes it so too. */
const accountOf = (costCentre: string): string => `cost-centre-${costCentre}`;

/** Takes a file of vouchers in. One that cannot be read at all is kept among the files received, and never answered. */
export function receiveVouchers(
  state: State,
  habits: Habits,
  now: Instant,
  file: { readonly institution: string; readonly name: string; readonly bytes: Uint8Array },
): void {
  const { institution, name, bytes } = file;
  const read = readVouchers(new TextDecoder().decode(bytes));
  const hash = hashOf(bytes);
  state.transaction(() => {
    noteReceived(state, { institution, name, hash }, now);
    if (read === undefined) return;
    const { batch, separator, vouchers } = read;
    const repeated = vouchers.filter((voucher) => !takeIn(state, institution, batch, voucher));
    const latest =
      vouchers
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? now.slice(0, 10);
    const subject: PostSubject = { batch, separator, repeated: repeated.map(({ reference }) => reference) };
    const due = bookingTime(now, latest, habits);
    addEvent(state, { institution, due, kind: 'post', subject: JSON.stringify(subject) });
  });
}

/** False when a voucher with this reference was there before. */
function takeIn(state: State, institution: string, batch: string, voucher: Voucher): boolean {
  const { reference, costCentre, amount, date, fault } = voucher;
  const account = accountOf(costCentre);
  const written = state.run(
    `INSERT OR IGNORE INTO instruction
       (institution, end_to_end_id, message, block, account, payee, minor, currency, text, execution, state, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[institution, reference, batch, batch, account, account, amount.minor, amount.currency, voucher.text, date],
    ...[fault === undefined ? 'received' : 'rejected', fault ?? null],
  );
  if (written === 0) return false;
  state.run("INSERT INTO account (number, owner) VALUES (?, '') ON CONFLICT (number) DO NOTHING", account);
  return true;
}

/** Posts the vouchers of a file as their cost centres behave, and puts the receipt into the outbox. */
export function postVouchers(
  state: State,
  habits: Habits,
  institution: string,
  due: Instant,
  { batch, separator, repeated }: PostSubject,
): void {
  const rows = state.all(
    'SELECT * FROM instruction WHERE institution = ? AND message = ? ORDER BY end_to_end_id',
    institution,
    batch,
  );
  const lines = [csvLine(receiptColumns, separator)];
  const say = (reference: string, fields: readonly string[]) =>
    lines.push(csvLine([batch, reference, ...fields], separator));
  for (const reference of repeated) say(reference, ['REFUSED', '', '', '', '', 'AM05']);
  for (const row of rows) {
    const reference = text(row, 'end_to_end_id');
    if (repeated.includes(reference)) continue;
    const behaviour = behaviourOf(state, text(row, 'account'));
    if (behaviour === 'silent') {
      setState(state, institution, reference, 'silent', null);
      continue;
    }
    const reason = row.reason === null ? (behaviour === 'reject' ? 'AC04' : undefined) : text(row, 'reason');
    setState(state, institution, reference, reason === undefined ? 'booked' : 'rejected', reason ?? null);
    if (reason !== undefined) {
      say(reference, ['REFUSED', '', '', '', '', reason]);
      continue;
    }
    const amount: Money = { minor: Number(row.minor), currency: text(row, 'currency') };
    const number = referenceOf('voucher', institution, reference);
    say(reference, ['POSTED', number, bookingDate(due, habits), amount.currency, formatAmount(amount), '']);
  }
  if (lines.length === 1) return;
  const id = referenceOf('receipt', institution, batch, due);
  enqueue(state, { institution, kind: 'receipt', id, due, content: `${lines.join('\r\n')}\r\n`, ending: 'csv' });
}

function setState(state: State, institution: string, reference: string, to: string, reason: string | null): void {
  state.run(
    'UPDATE instruction SET state = ?, reason = ? WHERE institution = ? AND end_to_end_id = ?',
    ...[to, reason, institution, reference],
  );
}

type Column = (typeof voucherColumns)[number];
type Line = Readonly<Record<Column, string>>;

/** The vouchers of a file; undefined for one that is no file of vouchers of one batch. */
function readVouchers(
  content: string,
): { readonly batch: string; readonly separator: ';' | ','; readonly vouchers: readonly Voucher[] } | undefined {
  const separator = ([';', ','] as const).find((sign) => content.startsWith(`${voucherColumns.join(sign)}\r\n`));
  if (separator === undefined) return undefined;
  const lines = linesOf(content, separator);
  const [batch, ...others] = new Set(lines?.map((line) => line.Batch));
  if (lines === undefined || batch === undefined || others.length > 0 || !isReference(batch)) return undefined;
  const groups = Map.groupBy(lines, (line) => line.Voucher);
  return { batch, separator, vouchers: [...groups.values()].map(voucherOf) };
}

function linesOf(content: string, separator: ';' | ','): readonly Line[] | undefined {
  try {
    const [, ...rows] = readCsv(content, separator);
    if (rows.some((row) => row.length !== voucherColumns.length)) return undefined;
    return rows.map((row) => Object.fromEntries(voucherColumns.map((column, at) => [column, row[at]])) as Line);
  } catch (error) {
    if (error instanceof BrokenCsv) return undefined;
    throw error;
  }
}

/** One voucher; it has a fault (FF01) unless its lines sum to zero. */
function voucherOf(lines: readonly Line[]): Voucher {
  const last = lines.at(-1);
  const amounts = lines.map(signed);
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const given = -(amounts.at(-1) ?? 0);
  const oneReference = new Set(lines.map(({ Reference, Currency, Date: date }) => [Reference, Currency, date].join()));
  const good = sum === 0 && given !== 0 && oneReference.size === 1 && isIsoDate(last?.Date ?? '');
  return {
    reference: last?.Reference ?? '',
    costCentre: last?.CostCentre ?? '',
    text: last?.Text ?? '',
    amount: { minor: Math.abs(given), currency: last?.Currency ?? '' },
    date: last?.Date ?? '',
    ...(good ? {} : { fault: 'FF01' }),
  };
}

/** Minor units, negative for a credit; what is no amount makes the sum none either. */
function signed({ Amount: written, Currency: currency }: Line): number {
  const amount = parseAmount(written.replace(/^-/, '').replace(',', '.'), currency);
  if (amount === undefined) return Number.NaN;
  return written.startsWith('-') ? -amount.minor : amount.minor;
}
