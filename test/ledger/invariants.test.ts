import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstBroken } from '../../shared/ledger/check.ts';
import * as entries from '../../shared/ledger/entries.ts';
import { adds, statement } from '../../shared/ledger/statement.ts';
import type { FrozenRate, Transfer } from '../../shared/ledger/transfer.ts';
import { convert, share } from '../../shared/money/exchange.ts';
import { eur, money } from '../../shared/money/money.ts';
import { at } from './journey.ts';

/**
 * A case that lives through random legal movements. It keeps its own figures, as a person with paper would, and after
 * every single movement the ledger must agree with them and break no invariant.
 */
class Life {
  readonly transfers: Transfer[] = [];
  private version = 1;
  private readonly exchange: FrozenRate;
  private reserved: number;
  private awarded = 0;
  private paid = 0;
  private repaid = 0;
  private given = 0;
  private paidLocal = 0;
  private repaidLocal = 0;
  private signed = false;
  private lapsed = false;
  private settled = false;
  private open: entries.LedgerPayment | undefined;
  private booked: entries.LedgerPayment[] = [];
  private claim: { euro: number; local: number; back: number; backLocal: number } | undefined;

  constructor(amount: number, rate: string) {
    this.reserved = amount;
    this.exchange = { rate, tranche: '2025-1', date: '2025-05-15', evidence: 'Notice of receipt' };
    this.write(entries.reserve(this.grant, eur(amount), at));
  }

  /** One of the movements that are legal now; `choice` says which. A case that lapsed has none left. */
  step(choice: number, size: number): void {
    const { signed, open, claim, settled } = this;
    const waiting = !signed && !this.lapsed;
    const due = this.outstanding;
    const legal: readonly [boolean, () => void][] = [
      [waiting, () => this.sign(size)],
      [waiting && size < 50, () => this.lapse()],
      [signed && !open && this.localOf(part(due, size)) > 0, () => this.instruct(size)],
      [open !== undefined, () => this.book()],
      [open !== undefined, () => this.reject()],
      [this.booked.length > 0 && size % 3 === 0, () => this.bounce()],
      [signed && !settled && !open, () => this.settle(size)],
      [due < 0 && !claim && !open && this.localOf(-due) > 0, () => this.demand()],
      [claim !== undefined, () => this.repay(size)],
      [claim !== undefined && size > 800, () => this.give(size)],
    ];
    const moves = legal.flatMap(([possible, move]) => (possible ? [move] : []));
    moves[choice % moves.length]?.();
    this.agrees();
  }

  private sign(size: number): void {
    this.signed = true;
    this.awarded = part(this.reserved, size);
    this.write(entries.commit(this.grant, eur(this.awarded), at));
    this.reserved -= this.awarded;
    if (this.reserved > 0) this.write(entries.releaseReservation(this.grant, eur(this.reserved), at));
  }

  private lapse(): void {
    this.lapsed = true;
    this.write(entries.releaseReservation(this.grant, eur(this.reserved), at));
  }

  private instruct(size: number): void {
    const amount = eur(part(this.outstanding, size));
    const local = convert(amount, this.exchange.rate, 'NOK');
    this.open = { id: `P${this.version}`, purpose: 'balance', amount, local };
    this.write(entries.instruct(this.grant, this.open, this.exchange, at));
  }

  private book(): void {
    const payment = this.open;
    if (!payment) return;
    this.open = undefined;
    this.booked.push(payment);
    this.paid += payment.amount.minor;
    this.paidLocal += payment.local.minor;
    this.write(entries.book(this.grant, payment, at));
  }

  private reject(): void {
    if (!this.open) return;
    this.write(entries.reject(this.grant, this.open, at));
    this.open = undefined;
  }

  /** A returned payment takes the ground from a demand, which is cancelled as far as it is open. */
  private bounce(): void {
    const payment = this.booked.pop();
    if (!payment) return;
    this.paid -= payment.amount.minor;
    this.paidLocal -= payment.local.minor;
    this.write(entries.returned(this.grant, payment, this.exchange, at));
    if (!this.claim) return;
    this.write(entries.cancelClaim(this.grant, eur(this.claim.euro - this.claim.back), at));
    this.claim = undefined;
  }

  private settle(size: number): void {
    this.settled = true;
    const less = part(this.awarded, 1000 - size);
    const entitlement = size % 3 === 0 ? this.awarded + less : less;
    this.write(entries.adjustCommitment(this.grant, eur(this.awarded), eur(entitlement), at));
    this.awarded = entitlement;
  }

  private demand(): void {
    const euro = -this.outstanding;
    this.claim = { euro, local: this.localOf(euro), back: 0, backLocal: 0 };
    this.write(entries.raiseClaim(this.grant, eur(euro), at));
  }

  private repay(size: number): void {
    const { claim } = this;
    if (!claim) return;
    const local = part(claim.local - claim.backLocal, size);
    claim.backLocal += local;
    const total = share(eur(claim.euro), money(claim.local, 'NOK'), money(claim.backLocal, 'NOK')).minor;
    const euro = total - claim.back;
    claim.back = total;
    this.repaid += euro;
    this.repaidLocal += local;
    const reference = `R${this.version}`;
    this.write(entries.repaymentReceived(this.grant, reference, eur(euro), money(local, 'NOK'), this.exchange, at));
    if (claim.backLocal === claim.local) this.claim = undefined;
  }

  private give(size: number): void {
    if (!this.claim) return;
    const rest = this.claim.euro - this.claim.back;
    this.given += rest;
    this.claim = undefined;
    this.write((size % 2 ? entries.waive : entries.writeOff)(this.grant, eur(rest), at));
  }

  private localOf(euro: number): number {
    return convert(eur(Math.max(0, euro)), this.exchange.rate, 'NOK').minor;
  }

  private get outstanding(): number {
    return this.awarded - this.paid + this.repaid + this.given;
  }

  private get grant() {
    return { institution: 'nhh', id: 'LIFE', version: this.version, stay: { call: '2025' } };
  }

  private write(transfers: Transfer[]): void {
    this.version++;
    this.transfers.push(...transfers);
  }

  private agrees(): void {
    const found = statement(this.transfers);
    expect(firstBroken(this.transfers)).toBeUndefined();
    expect(adds(found)).toBe(true);
    expect({
      awarded: found.awarded.minor,
      paid: found.paid.minor,
      repaid: found.repaid.minor,
      given: found.waived.minor + found.writtenOff.minor,
      outstanding: found.outstanding.minor,
      paidLocal: found.local[0]?.paid.minor ?? 0,
      repaidLocal: found.local[0]?.repaid.minor ?? 0,
    }).toEqual({
      awarded: this.awarded,
      paid: this.paid,
      repaid: this.repaid,
      given: this.given,
      outstanding: this.outstanding,
      paidLocal: this.paidLocal,
      repaidLocal: this.repaidLocal,
    });
  }
}

/** Between one and all of it, by `size` in per mille; nothing of nothing. */
function part(whole: number, size: number): number {
  return whole <= 0 ? 0 : Math.max(1, Math.floor((whole * size) / 1000));
}

const rates = fc.constantFrom('11.7425', '1', '0.9317', '10', '7.4601', '24.985', '0.0731');
const size = fc.oneof(fc.constant(1000), fc.constant(500), fc.nat({ max: 1000 }));
const steps = fc.array(fc.tuple(fc.nat({ max: 59 }), size), { minLength: 5, maxLength: 40, size: 'max' });

test('whatever happens to a case, the books agree after every movement', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500_000 }), rates, steps, (amount, rate, moves) => {
      const life = new Life(amount, rate);
      for (const [choice, howMuch] of moves) life.step(choice, howMuch);
    }),
    { numRuns: 500 },
  );
});

test('the order in which transfers are read changes nothing', () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat()), (moves, order) => {
      const life = new Life(212_000, '11.7425');
      for (const [choice, howMuch] of moves) life.step(choice, howMuch);
      const shuffled = life.transfers
        .map((transfer) => ({ transfer, rank: Number(order.next().value) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ transfer }) => transfer);
      expect(statement(shuffled)).toEqual(statement(life.transfers));
      expect(firstBroken(shuffled)).toBeUndefined();
    }),
  );
});

test('a lost leg of a payment or repayment never goes unnoticed, if it is worth more than a cent', () => {
  fc.assert(
    fc.property(steps, fc.nat(), (moves, pick) => {
      const life = new Life(212_000, '11.7425');
      for (const [choice, howMuch] of moves) life.step(choice, howMuch);
      const lost = life.transfers[pick % life.transfers.length];
      if (lost?.link === undefined || lost.amount.minor <= 2) return;
      expect(firstBroken(life.transfers.filter((transfer) => transfer !== lost))).toBeDefined();
    }),
    { numRuns: 300 },
  );
});
