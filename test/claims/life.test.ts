import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../shared/calendar/dates.ts';
import { claimOpen, repaidOn, restOf } from '../../shared/claims/amounts.ts';
import {
  amountDue,
  claimsOf,
  kept,
  openPayment,
  paid,
  repaid,
  waived,
  writtenOff,
} from '../../shared/mobility/balance.ts';
import type { Claim } from '../../shared/mobility/case.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import { openReturns } from '../../shared/mobility/decide/overpayment.ts';
import { closed, demanded, surveys } from '../mobility/journeys.ts';
import type { OneCase } from '../mobility/one-case.ts';

/**
 * A claim's life as commands in any order, beside a model that knows only what went through the bank: what was paid out,
 * what was paid in, and what of that is not ours. Whatever is decided, the case agrees with it.
 */
interface Bank {
  paidOut: number;
  paidIn: number;
  returned: number;
  credits: number;
}

type Real = OneCase;

const DAY = 86_400_000;
const next = (one: OneCase, days: number): string => new Date(Date.parse(one.now) + days * DAY).toISOString();

/** Lets workflows and the bank do what waits for nobody, and checks what always holds. */
function settleDown(model: Bank, one: Real): void {
  for (let round = 0; round < 8; round += 1) {
    const { version } = one.mobility;
    const { openPhases, confirmed } = one.mobility;
    if (openPhases.includes('settlement')) one.try({ type: 'settle' });
    if (one.mobility.state === 'stay-ended' && confirmed) one.try(surveys);
    if (one.mobility.openPhases.includes('repayment')) one.try({ type: 'raise-claim' });
    if (one.mobility.openPhases.includes('payout')) one.try({ type: 'prepare-payment' });
    const payment = openPayment(one.mobility);
    if (payment?.state === 'held') one.try({ type: 'release-payment', by: 'Controller', payment: payment.id });
    if (payment && payment.state !== 'held') {
      one.book(one.now);
      model.paidOut += payment.local.minor;
    }
    if (version === one.mobility.version) break;
  }
  holds(model, one);
}

function holds(model: Bank, one: Real): void {
  const { mobility } = one;
  const local = (minors: readonly number[]) => minors.reduce((sum, minor) => sum + minor, 0);
  const booked = mobility.payments.filter(({ state }) => state === 'booked').map((payment) => payment.local.minor);
  expect(local(booked)).toBe(model.paidOut);
  const counted = claimsOf(mobility).flatMap(({ credits }) => credits.map((credit) => credit.local.minor));
  const back = (mobility.returns ?? []).filter(({ state }) => state !== 'cancelled');
  expect(local(counted) + local(back.map((each) => each.local.minor))).toBe(model.paidIn);
  expect(local(back.filter(({ state }) => state === 'booked').map((each) => each.local.minor))).toBe(model.returned);
  for (const claim of claimsOf(mobility)) {
    const parts = [
      claim.amount,
      repaidOn(claim),
      restOf(claim),
      claimOpen(claim),
      claim.working.setOff,
      claim.waived,
      claim.writtenOff,
      claim.cancelled,
    ];
    for (const part of parts) expect(part?.minor ?? 0).toBeGreaterThanOrEqual(0);
    if (claim.state === 'settled') expect([claim.kid, restOf(claim).minor]).toEqual([claim.kid, 0]);
  }
  for (const figure of [paid, repaid, waived, writtenOff, kept])
    expect(figure(mobility).minor).toBeGreaterThanOrEqual(0);
  if (mobility.state !== 'closed') return;
  const left = paid(mobility).minor - repaid(mobility).minor - waived(mobility).minor - writtenOff(mobility).minor;
  expect(left).toBe(mobility.settlement?.entitlement.minor);
  expect([amountDue(mobility).minor, openReturns(mobility)]).toEqual([0, []]);
}

/** What a claim amounted to when it was raised never changes: no interest, no fee. */
const demandedOnce = (before: readonly Claim[], after: readonly Claim[]): void => {
  for (const claim of before) {
    const now = after.find(({ kid }) => kid === claim.kid);
    expect(now).toMatchObject({ amount: claim.amount, local: claim.local, working: claim.working });
    if (now) expect(restOf(now).minor).toBeLessThanOrEqual(restOf(claim).minor + (claim.writtenOff?.minor ?? 0));
  }
};

class Give implements fc.Command<Bank, Real> {
  private readonly what: Command;
  private readonly days: number;
  constructor(what: Command, days: number) {
    this.what = what;
    this.days = days;
  }
  check = (): boolean => true;
  run(model: Bank, one: Real): void {
    const before = claimsOf(one.mobility);
    one.try(this.what, next(one, this.days));
    settleDown(model, one);
    demandedOnce(before, claimsOf(one.mobility));
  }
  toString = (): string => `${this.days} days later ${JSON.stringify(this.what)}`;
}

class PayIn implements fc.Command<Bank, Real> {
  private readonly minor: number;
  private readonly again: boolean;
  constructor(minor: number, again: boolean) {
    this.minor = minor;
    this.again = again;
  }
  check = (): boolean => true;
  run(model: Bank, one: Real): void {
    model.credits += 1;
    const local = { minor: this.minor, currency: 'NOK' };
    const credit = { type: 'repayment-received', local, date: '2026-04-01', reference: `R${model.credits}` } as const;
    one.do(credit, next(one, 1));
    model.paidIn += this.minor;
    if (this.again) expect(one.try(credit).kind).toBe('nothing');
    settleDown(model, one);
  }
  toString = (): string => `pay in ${this.minor}${this.again ? ', told twice' : ''}`;
}

/** The second person lets every return go, and the bank books it. */
class ReturnAll implements fc.Command<Bank, Real> {
  check = (): boolean => true;
  run(model: Bank, one: Real): void {
    for (const { id, local } of openReturns(one.mobility)) {
      one.do({ type: 'release-return', by: 'Controller', payment: id }, next(one, 1));
      one.do({ type: 'payment-instructed', payment: id, batch: 'NHH-7' });
      one.do({ type: 'payment-booked', payment: id, local, date: '2026-04-02', reference: `B-${id}` });
      model.returned += local.minor;
    }
    settleDown(model, one);
  }
  toString = (): string => 'return all';
}

class FallDue implements fc.Command<Bank, Real> {
  check = (): boolean => true;
  run(model: Bank, one: Real): void {
    const due = one.mobility.deadlines[0]?.at;
    const at = due !== undefined && due > one.now ? due : one.now;
    const told = { template: 'repayment-reminder', at: new Date(Date.parse(at) - 8 * DAY).toISOString() };
    one.try({ type: 'fall-due', delivered: [told] }, at);
    settleDown(model, one);
  }
  toString = (): string => 'fall due';
}

const ends = ['2025-10-27', '2025-11-03', '2025-11-30', '2025-12-19', '2025-09-30', '2025-10-20'];
const correction = (end: string) =>
  ({ dates: { start: '2025-08-18', end }, reason: 'New paper', evidence: 'A1' }) as const;
const by = 'Ola';

const given: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { type: 'approve-demand', by: 'Controller' },
    { type: 'object-to-claim', reason: 'Wrong' },
    { type: 'decide-objection', by, choice: 'dismiss', answer: 'No' },
    { type: 'decide-claim', by, choice: 'extend' },
    { type: 'decide-claim', by, choice: 'collect', agency: 'Collectors' },
    { type: 'decide-claim', by, choice: 'waive', reason: 'Hardship', evidence: 'A1' },
    { type: 'decide-claim', by, choice: 'write-off', reason: 'Gone', evidence: 'A1' },
    { type: 'decide-relief', by: 'Controller', approve: true },
    { type: 'decide-relief', by: 'Controller', approve: false },
    { type: 'decide-correction', by: 'Controller', approve: true },
    { type: 'decide-correction', by: 'Controller', approve: false },
    { type: 'decide-claim', by, choice: 'instalments', due: ['2027-01-01', '2027-02-01', '2027-03-01'] },
  ),
  fc.constantFrom(...ends).map((end): Command => ({ type: 'propose-correction', by, ...correction(end) })),
  fc.constantFrom(...ends).map(
    (end): Command => ({
      type: 'decide-objection',
      by,
      choice: 'uphold',
      answer: 'Yes',
      correction: correction(end),
    }),
  ),
  fc.constantFrom(...ends).map(
    (end): Command => ({
      type: 'propose-correction',
      by,
      ...correction(addDays(end, 3)),
      forceMajeure: 'A flood in the town',
    }),
  ),
);

const commands = [
  fc.tuple(given, fc.constantFrom(0, 1, 30)).map(([what, days]) => new Give(what, days)),
  fc
    .tuple(fc.constantFrom(1, 40, 100_000, 290_427, 700_000), fc.boolean())
    .map(([minor, again]) => new PayIn(minor, again)),
  fc.constant(new ReturnAll()),
  fc.constant(new FallDue()),
];

test.each([
  ['a claim that is open', demanded],
  ['a case that was closed', closed],
])(
  'in the life of %s no figure is below zero, none grows, and what is left at the end is the entitlement',
  (_, from) => {
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 40, size: 'max' }), (life) => {
        const one = from();
        one.try({ type: 'fall-due', delivered: [] }, '2026-02-01T09:00:00.000Z');
        const paidOut = one.mobility.payments.reduce((sum, payment) => sum + payment.local.minor, 0);
        fc.modelRun(() => ({ model: { paidOut, paidIn: 0, returned: 0, credits: 0 }, real: one }), life);
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  },
);
