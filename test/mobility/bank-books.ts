import { expect } from 'vitest';
import type { Mobility } from '../../shared/mobility/case.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import type { Chance } from './chance.ts';

/** What the bank has to tell, once or more often, until it has been heard. */
export interface Report {
  readonly command: Command;
  heard: boolean;
}

type Stand = 'taken' | 'rejected' | 'paid' | 'returned';

/** A bank with books of its own. It pays whatever stands in a file, so that what is sent twice is paid twice. */
export class BankBooks {
  readonly reports: Report[] = [];
  private readonly files = new Map<string, string>();
  private readonly stands = new Map<string, Stand>();
  private readonly chance: Chance;
  private credits = 0;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  /** Takes a file. The same name again must be the same bytes, and no payment may stand in two files. */
  take(key: string, body: Uint8Array): 'written' | 'exists' {
    const text = new TextDecoder().decode(body);
    const known = this.files.get(key);
    if (known !== undefined) {
      expect(text).toBe(known);
      return 'exists';
    }
    this.files.set(key, text);
    for (const [, id = ''] of text.matchAll(/<EndToEndId>([^<]+)</g)) {
      expect([id, this.stands.get(id)]).toEqual([id, undefined]);
      this.stands.set(id, 'taken');
    }
    return 'written';
  }

  /** Something happens at the bank, if anything can: a status, a booking, a return, a repayment. */
  act(mobility: Mobility): void {
    const [id, stand] = this.chance.of([...this.stands]) ?? [];
    if (id !== undefined && stand === 'taken') this.chance.oneIn(4) ? this.reject(id) : this.pay(id, mobility);
    else if (id !== undefined && stand === 'paid' && this.chance.oneIn(6)) this.giveBack(id, mobility);
    if (this.chance.oneIn(3)) this.receive(mobility);
  }

  /** Pays everything that it has. */
  payAll(mobility: Mobility): void {
    for (const [id, stand] of this.stands) if (stand === 'taken') this.pay(id, mobility);
  }

  /** The participant pays what is open of the claim, or a part, or too much. */
  receive(mobility: Mobility, whole = false): void {
    const { claim } = mobility;
    if (!claim) return;
    this.credits += 1;
    const part = whole ? claim.local.minor : this.chance.of([1, 100_000, claim.local.minor, claim.local.minor + 700]);
    const local = { minor: part, currency: claim.local.currency };
    this.tell({ type: 'repayment-received', local, date: '2026-02-01', reference: `credit-${this.credits}` });
  }

  /** Money out less money returned, in minor units, by the bank's own books. */
  paidOut(mobility: Mobility): number {
    return mobility.payments
      .filter(({ id }) => this.stands.get(id) === 'paid')
      .reduce((sum, { local }) => sum + local.minor, 0);
  }

  private reject(id: string): void {
    this.stands.set(id, 'rejected');
    const reason = this.chance.of(['AC04', 'AM04']);
    this.tell({ type: 'payment-status', payment: id, status: 'RJCT', reason });
  }

  private pay(payment: string, mobility: Mobility): void {
    this.tell({ type: 'payment-status', payment, status: 'ACCP' });
    this.stands.set(payment, 'paid');
    const reference = `booked-${payment}`;
    this.tell({ type: 'payment-booked', payment, local: localOf(payment, mobility), date: '2025-07-01', reference });
  }

  private giveBack(payment: string, mobility: Mobility): void {
    this.stands.set(payment, 'returned');
    const local = localOf(payment, mobility);
    const reference = `returned-${payment}`;
    this.tell({ type: 'payment-returned', payment, local, date: '2025-07-05', reference, reason: 'AC04' });
  }

  private tell(command: Command): void {
    this.reports.push({ command, heard: false });
  }
}

function localOf(id: string, { payments, returns = [] }: Mobility) {
  const found = [...payments, ...returns].find((payment) => payment.id === id);
  if (!found) throw new Error(`The bank has a payment ${id} that the case does not have.`);
  return found.local;
}
