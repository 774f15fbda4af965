import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { balances, creditBalance } from '../../shared/ledger/balances.ts';
import { firstBroken } from '../../shared/ledger/check.ts';
import * as entries from '../../shared/ledger/entries.ts';
import { statement } from '../../shared/ledger/statement.ts';
import type { Transfer } from '../../shared/ledger/transfer.ts';
import { convert, share } from '../../shared/money/exchange.ts';
import { eur, formatDecimal, formatForPeople, money } from '../../shared/money/money.ts';
import { at, exchange, first, grant, payment, untilDemand, untilPaid } from './journey.ts';

const readme = readFileSync(new URL('../../shared/ledger/README.md', import.meta.url), 'utf8');

/** Euro figures of the statement after all these transfers: awarded, paid, repaid, outstanding. */
function figures(transfers: readonly Transfer[]): string[] {
  expect(firstBroken(transfers)).toBeUndefined();
  const { awarded, paid, repaid, outstanding } = statement(transfers);
  return [awarded, paid, repaid, outstanding].map(formatDecimal);
}

describe('NHH, 530 a month: four months planned, 122 days confirmed', () => {
  const settled = [...untilPaid, ...entries.adjustCommitment(grant(5), eur(212000), eur(215533), at)];
  const balance = payment('B1', 67133, 'balance');
  const instructed = [...settled, ...entries.instruct(grant(6), balance, exchange, at)];
  const closed = [...instructed, ...entries.book(grant(6), balance, at)];

  test.each([
    ['award', untilPaid.slice(0, 1), ['0.00', '0.00', '0.00', '0.00']],
    ['signature', untilPaid.slice(0, 2), ['2120.00', '0.00', '0.00', '2120.00']],
    ['first instalment on its way', untilPaid.slice(0, 5), ['2120.00', '0.00', '0.00', '2120.00']],
    ['first instalment booked', untilPaid, ['2120.00', '1484.00', '0.00', '636.00']],
    ['settlement', settled, ['2155.33', '1484.00', '0.00', '671.33']],
    ['balance on its way', instructed, ['2155.33', '1484.00', '0.00', '671.33']],
    ['balance booked', closed, ['2155.33', '2155.33', '0.00', '0.00']],
  ])('after the %s', (_step, transfers, expected) => {
    expect(figures(transfers)).toEqual(expected);
  });

  test('in kroner 25 308.96 were paid, at the frozen rate', () => {
    expect(statement(closed).local).toEqual([
      { currency: 'NOK', paid: money(1742587 + 788309, 'NOK'), repaid: money(0, 'NOK') },
    ]);
  });

  test('the accounts of the case are empty, the call has paid the euros and the bank the kroner', () => {
    const list = balances(closed);
    expect(creditBalance(list, 'committed', 'EUR')).toBe(0);
    expect(creditBalance(list, 'payable', 'EUR')).toBe(0);
    expect(creditBalance(list, 'budget:2025', 'EUR')).toBe(-215533);
    expect(creditBalance(list, 'exchange', 'EUR')).toBe(215533);
    expect(creditBalance(list, 'exchange', 'NOK')).toBe(-2530896);
    expect(creditBalance(list, 'bank', 'NOK')).toBe(2530896);
  });

  test('pending amounts stand apart until the bank has booked', () => {
    const bank = (transfers: readonly Transfer[]) => balances(transfers).find(({ account }) => account === 'bank');
    expect(bank(untilPaid.slice(0, 5))).toMatchObject({ credits: 0, pendingCredits: 1742587 });
    expect(bank(untilPaid)).toMatchObject({ credits: 1742587, pendingCredits: 0 });
  });
});

describe('a recovery: two months instead of four, repaid in two parts', () => {
  const claim = eur(42400);
  const claimLocal = convert(claim, exchange.rate, 'NOK');
  const [part, rest] = [money(250000, 'NOK'), money(claimLocal.minor - 250000, 'NOK')];
  const firstEuro = share(claim, claimLocal, part);
  const restEuro = eur(claim.minor - firstEuro.minor);
  const partly = [...untilDemand, ...entries.repaymentReceived(grant(7), 'R1', firstEuro, part, exchange, at)];
  const closed = [...partly, ...entries.repaymentReceived(grant(8), 'R2', restEuro, rest, exchange, at)];

  test.each([
    ['settlement', untilDemand.slice(0, -1), ['1060.00', '1484.00', '0.00', '-424.00']],
    ['demand', untilDemand, ['1060.00', '1484.00', '0.00', '-424.00']],
    ['first part', partly, ['1060.00', '1484.00', '212.90', '-211.10']],
    ['rest', closed, ['1060.00', '1484.00', '424.00', '0.00']],
  ])('after the %s', (_step, transfers, expected) => {
    expect(figures(transfers)).toEqual(expected);
  });

  test('the kroner that came back are counted as repaid, not as less paid', () => {
    expect(statement(closed).local).toEqual([
      { currency: 'NOK', paid: money(1742587, 'NOK'), repaid: money(497882, 'NOK') },
    ]);
  });

  test.each([
    ['waived', entries.waive],
    ['writtenOff', entries.writeOff],
  ] as const)('what is %s instead of repaid closes the case as well', (field, give) => {
    const transfers = [...partly, ...give(grant(8), restEuro, at)];
    expect(figures(transfers)).toEqual(['1060.00', '1484.00', '212.90', '0.00']);
    expect(statement(transfers)[field]).toEqual(restEuro);
  });

  test('the README prints the same amounts', () => {
    for (const amount of [part, rest, firstEuro, restEuro, claimLocal, first.local, payment('B1', 67133).local]) {
      expect(readme).toContain(formatForPeople(amount, 'en'));
    }
  });
});

describe('other ends of a payment', () => {
  test('rejected: nothing is paid, nothing is pending, the amount can be paid anew', () => {
    const second = payment('P2', 148400);
    const rejected = [...untilPaid.slice(0, 5), ...entries.reject(grant(5), first, at)];
    expect(figures(rejected)).toEqual(['2120.00', '0.00', '0.00', '2120.00']);
    expect(creditBalance(balances(rejected), 'committed', 'EUR')).toBe(212000);
    expect(balances(rejected).every(({ pendingCredits }) => pendingCredits === 0)).toBe(true);
    const again = [
      ...rejected,
      ...entries.instruct(grant(6), second, exchange, at),
      ...entries.book(grant(7), second, at),
    ];
    expect(figures(again)).toEqual(['2120.00', '1484.00', '0.00', '636.00']);
  });

  test('returned days later: not paid any more, in euro and in kroner', () => {
    const back = [...untilPaid, ...entries.returned(grant(5), first, exchange, at)];
    expect(figures(back)).toEqual(['2120.00', '0.00', '0.00', '2120.00']);
    expect(statement(back).local).toEqual([{ currency: 'NOK', paid: money(0, 'NOK'), repaid: money(0, 'NOK') }]);
  });

  test('returned after the demand: the demand is cancelled and the entitlement is still to pay', () => {
    const back = [
      ...untilDemand,
      ...entries.returned(grant(7), first, exchange, at),
      ...entries.cancelClaim(grant(7), eur(42400), at),
    ];
    expect(figures(back)).toEqual(['1060.00', '0.00', '0.00', '1060.00']);
  });

  test('a reservation that lapses leaves nothing', () => {
    const lapsed = [...untilPaid.slice(0, 1), ...entries.releaseReservation(grant(2), eur(212000), at)];
    expect(figures(lapsed)).toEqual(['0.00', '0.00', '0.00', '0.00']);
    expect(balances(lapsed).every(({ pendingCredits }) => pendingCredits === 0)).toBe(true);
  });

  test('an agreement for less than reserved takes a part and releases the rest', () => {
    const part = [
      ...untilPaid.slice(0, 1),
      ...entries.commit(grant(2), eur(200000), at),
      ...entries.releaseReservation(grant(2), eur(12000), at),
    ];
    expect(figures(part)).toEqual(['2000.00', '0.00', '0.00', '2000.00']);
  });

  test('a settlement that changes nothing moves nothing', () => {
    expect(entries.adjustCommitment(grant(5), eur(212000), eur(212000), at)).toEqual([]);
  });

  test('a credit of less than a cent is booked in kroner alone', () => {
    const crumbs = entries.repaymentReceived(grant(7), 'R0', eur(0), money(5, 'NOK'), exchange, at);
    expect(crumbs.map(({ id }) => id)).toEqual(['repaid:R0:local']);
    expect(figures([...untilDemand, ...crumbs])).toEqual(['1060.00', '1484.00', '0.00', '-424.00']);
  });
});
