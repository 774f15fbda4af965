import { writeStatusReport } from '../../infra/local/bank/answers.ts';
import { type StatementEntry, writeNotification } from '../../infra/local/bank/statements.ts';
import { addDays } from '../../shared/calendar/dates.ts';
import type { Money } from '../../shared/money/money.ts';
import { type Line, statementXml } from './statements.ts';

export type Stand = 'sent' | 'accepted' | 'settled' | 'rejected' | 'booked' | 'returned';

/** A file that the bank has written, and whether it has been delivered at all. */
export interface BankFile {
  readonly name: string;
  readonly text: string;
  delivered: boolean;
}

/**
 * A bank that knows nothing of our code but the files: it decides what becomes of each payment, keeps the balance of the
 * account, and writes a status report or a notification of each step and a statement of each day, under other references.
 */
export class ModelBank {
  readonly stands = new Map<string, Stand>();
  readonly files: BankFile[] = [];
  /** What moved the account, in øre. */
  balance = 0;
  /** What others paid in, without saying for what. */
  paidIn = 0;
  private today = '2025-06-11';
  private opening = 0;
  private day: Line[] = [];
  private readonly batch: string;
  private readonly amount: Money;

  constructor(batch: string, amount: Money, payments: readonly string[]) {
    this.batch = batch;
    this.amount = amount;
    for (const payment of payments) this.stands.set(payment, 'sent');
  }

  say(payment: string, status: 'ACCP' | 'ACSC' | 'RJCT'): void {
    const stand = { ACCP: 'accepted', ACSC: 'settled', RJCT: 'rejected' } as const;
    this.stands.set(payment, stand[status]);
    const text = writeStatusReport({
      id: this.nextId('S'),
      created: `${this.today}T08:00:00.000Z`,
      version: 'pain.002.001.10',
      original: { messageId: this.batch, format: 'pain.001.001.09' },
      transactions: [
        { block: this.batch, endToEndId: payment, status, ...(status === 'RJCT' ? { reason: 'AC04' } : {}) },
      ],
    });
    this.files.push({ name: `status-${this.files.length}.xml`, text, delivered: false });
  }

  book(payments: readonly string[]): void {
    for (const payment of payments) this.stands.set(payment, 'booked');
    this.notify(payments.map((endToEndId) => ({ direction: 'debit', kind: 'paid', endToEndId, amount: this.amount })));
  }

  giveBack(endToEndId: string): void {
    this.stands.set(endToEndId, 'returned');
    const { amount } = this;
    this.notify([{ direction: 'credit', kind: 'returned', endToEndId, amount, returnReason: 'AC04' }]);
  }

  /** Somebody pays in; two of one amount on one day differ in nothing but the bank's reference. */
  payIn(minor: number): void {
    this.paidIn += minor;
    this.notify([{ direction: 'credit', kind: 'paid-in', amount: { minor, currency: 'NOK' } }]);
  }

  closeDay(): void {
    const text = statementXml({
      id: this.nextId('D'),
      date: this.today,
      lines: this.day,
      balances: [
        ['OPBD', decimal(this.opening)],
        ['CLBD', decimal(this.balance)],
      ],
    });
    this.files.push({ name: `statement-${this.today}.xml`, text, delivered: false });
    this.opening = this.balance;
    this.day = [];
    this.today = addDays(this.today, 1);
  }

  private notify(moves: readonly Omit<StatementEntry, 'reference' | 'date' | 'counterName'>[]): void {
    const id = this.nextId('N');
    const entries = moves.map(
      (move, n): StatementEntry => ({
        ...move,
        reference: `${id}-${n}`,
        date: this.today,
        counterName: 'X',
      }),
    );
    for (const { direction, amount, reference, endToEndId, returnReason } of entries) {
      this.balance += direction === 'debit' ? -amount.minor : amount.minor;
      this.day.push({
        amount: decimal(amount.minor),
        direction: direction === 'debit' ? 'DBIT' : 'CRDT',
        reference: `DAY-${reference}`,
        ...(endToEndId === undefined ? {} : { endToEndId }),
        ...(returnReason === undefined ? {} : { reason: returnReason }),
      });
    }
    const text = writeNotification({
      id,
      created: `${this.today}T08:00:00.000Z`,
      version: 'camt.054.001.08',
      account: '86011117947',
      currency: 'NOK',
      entries,
    });
    this.files.push({ name: `notification-${id}.xml`, text, delivered: false });
  }

  private nextId(letter: string): string {
    return `${letter}${this.files.length + 1}`;
  }
}

function decimal(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
