import { describe, expect, test } from 'vitest';
import { firstBroken } from '../../shared/ledger/check.ts';
import * as entries from '../../shared/ledger/entries.ts';
import type { Transfer } from '../../shared/ledger/transfer.ts';
import { eur, money } from '../../shared/money/money.ts';
import { at, exchange, first, grant, payment, untilDemand, untilPaid } from './journey.ts';

const repaid = (euro: number, local: number) =>
  entries.repaymentReceived(grant(7), 'R1', eur(euro), money(local, 'NOK'), exchange, at);

/** The good books with some transfers changed by id. */
function spoilt(id: string, change: (transfer: Transfer) => object, books = untilPaid): Transfer[] {
  return books.map((transfer) => (transfer.id === id ? ({ ...transfer, ...change(transfer) } as Transfer) : transfer));
}
const without = (id: string, books = untilPaid) => books.filter((transfer) => transfer.id !== id);
const more = (transfer: Transfer, by: number) => ({
  amount: { ...transfer.amount, minor: transfer.amount.minor + by },
});

test.each([
  ['nothing', []],
  ['a paid instalment', untilPaid],
  ['a demand', untilDemand],
  ['transfers in any order', [...untilDemand].reverse()],
])('%s is in order', (_what, transfers) => {
  expect(firstBroken(transfers)).toBeUndefined();
});

describe('what is broken is said in a sentence that names the case', () => {
  const broken: readonly [string, readonly Transfer[], string][] = [
    ['an id used twice', [...untilPaid, ...untilPaid.slice(0, 1)], 'award is there twice.'],
    [
      'an amount of nothing',
      spoilt('P1:owe', () => ({ amount: eur(0) })),
      'P1:owe moves 0.00 EUR, not more than zero.',
    ],
    ['a negative amount', spoilt('P1:owe', () => ({ amount: eur(-5) })), 'P1:owe moves -0.05 EUR, not more than zero.'],
    [
      'half a cent',
      spoilt('P1:owe', () => ({ amount: { minor: 0.5, currency: 'EUR' } })),
      'P1:owe moves 0.5, not more than zero.',
    ],
    [
      'a movement past the payable account',
      spoilt('P1:owe', () => ({ credit: 'bank' })),
      'P1:owe moves committed → bank, which is no movement of the chart of accounts.',
    ],
    [
      'a post of nothing',
      spoilt('award:post', () => ({ of: undefined })),
      'award:post is post and names no pending transfer.',
    ],
    ['a post of something unknown', without('award'), 'award:post would post award, which is not pending.'],
    [
      'a post of what has moved already',
      spoilt('award', () => ({ kind: 'posted' })),
      'award:post would post award, which is not pending.',
    ],
    [
      'a post to another account',
      spoilt('award:post', () => ({ debit: 'budget:2026' })),
      'award:post would post award between other accounts or in another currency.',
    ],
    [
      'more posted than was pending',
      spoilt('award:post', (post) => more(post, 1)),
      'more of award was posted or voided than the 2120.00 EUR that were pending.',
    ],
    [
      'posted and voided',
      [...untilPaid, ...entries.releaseReservation(grant(9), eur(212000), at)],
      'more of award was posted or voided than the 2120.00 EUR that were pending.',
    ],
    [
      'a void of less than the rest',
      [...untilPaid.slice(0, 1), ...entries.releaseReservation(grant(2), eur(200000), at)],
      'the void of award leaves 120.00 EUR.',
    ],
    [
      'a payment without its rate',
      spoilt('P1:pay', () => ({ link: undefined })),
      'P1:pay crosses currencies without naming its other leg and the rate.',
    ],
    ['one leg booked alone', without('P1:pay:local:post'), 'P1:pay and P1:pay:local did not end alike.'],
    [
      'a leg posted in part',
      spoilt('P1:pay:post', (post) => more(post, -1)),
      'P1:pay and P1:pay:local did not end alike.',
    ],
    [
      'a leg that is missing altogether',
      without('P1:pay:local', without('P1:pay:local:post')),
      'P1:pay has lost its other leg P1:pay:local.',
    ],
    [
      'two legs at two rates',
      spoilt('P1:pay', () => ({ link: { ...exchange, rate: '12', transfer: 'P1:pay:local' } })),
      'P1:pay and P1:pay:local do not name each other at one rate.',
    ],
    [
      'an øre too much',
      spoilt(
        'P1:pay:local:post',
        (leg) => more(leg, 1),
        spoilt('P1:pay:local', (leg) => more(leg, 1)),
      ),
      'P1:pay:local is 17425.88 NOK, but 1484.00 EUR at 11.7425 is another amount.',
    ],
    [
      'a payment without the evidence of its rate',
      spoilt('P1:pay', () => ({ link: { ...exchange, evidence: '', transfer: 'P1:pay:local' } })),
      'P1:pay crosses currencies without the evidence of its rate.',
    ],
    [
      'a second rate in one case',
      [
        ...untilPaid,
        ...entries.instruct(
          grant(8),
          { ...payment('P2', 100), local: money(1200, 'NOK') },
          { ...exchange, rate: '12' },
          at,
        ),
      ],
      'P2:pay uses the rate 12 of tranche 2025-1, 2025-05-15, but the case pays at 11.7425 of tranche 2025-1, 2025-05-15.',
    ],
    [
      'a payment of what is not payable',
      [...without('P1:owe', without('P1:pay:post', without('P1:pay:local:post')))],
      '1484.00 EUR more is instructed than is payable.',
    ],
    [
      'the same instalment paid under two names',
      [
        ...untilPaid,
        ...entries.instruct(grant(8), payment('P2', 148400), exchange, at),
        ...entries.book(grant(8), payment('P2', 148400), at),
      ],
      '848.00 EUR more was made payable than was ever awarded.',
    ],
    [
      'a repayment nobody demanded',
      [...untilPaid, ...repaid(100, 1174)],
      '1.00 EUR more is repaid or given up than was demanded.',
    ],
    [
      'more given up than demanded',
      [...untilDemand, ...entries.waive(grant(8), eur(42401), at)],
      '0.01 EUR more is repaid or given up than was demanded.',
    ],
    [
      'a repayment worth less than its kroner',
      [...untilDemand, ...repaid(10000, 250000)],
      'repaid:R1:local is 2500.00 NOK, but 100.00 EUR at 11.7425 is another amount.',
    ],
    [
      'a repayment whose euros were lost',
      without('repaid:R1', [...untilDemand, ...repaid(21290, 250000)]),
      'repaid:R1:local has lost its other leg repaid:R1.',
    ],
    [
      'a payment returned twice',
      [
        ...untilPaid,
        ...entries.returned(grant(6), first, exchange, at),
        ...entries.returned(grant(6), { ...first, id: 'P1b' }, exchange, at),
      ],
      '-1484.00 EUR is paid: more came back than went out.',
    ],
  ];

  test.each(broken)('%s', (_what, transfers, sentence) => {
    expect(firstBroken(transfers)).toBe(`Case nhh 8F3K2M9QRT: ${sentence}`);
  });

  test('among many cases the broken one is named', () => {
    const other = { ...grant(), id: 'OTHER' };
    const books = [...untilPaid, ...entries.commit(other, eur(1), at)];
    expect(firstBroken(books)).toBe('Case nhh OTHER: award:post would post award, which is not pending.');
  });
});
