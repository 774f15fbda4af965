import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/mobility/commands.ts';
import { confirm, demanded, ill, JAN, lastPayment, NOV, other, paid } from './journeys.ts';
import { application, OneCase } from './one-case.ts';

/** Four eyes: for everything that a second person decides, the second is another than the first (design.md §5). */

type Second = (one: OneCase, by: string) => Command;
type Row = readonly [what: string, first: string, given: () => OneCase, second: Second];

const release: Second = (one, by) => ({ type: 'release-payment', by, payment: lastPayment(one).id });
const demand: Second = (_one, by) => ({ type: 'approve-demand', by });
const relief: Second = (_one, by) => ({ type: 'decide-relief', by, approve: true });
const correction: Second = (_one, by) => ({ type: 'decide-correction', by, approve: true });
const account: Second = (_one, by) => ({ type: 'decide-account', by, approve: true });
const giveBack: Second = (one, by) => ({ type: 'release-return', by, payment: one.mobility.returns?.at(-1)?.id ?? '' });

/** Two semesters: the first instalment is above what leaves without a second person. Ola approved the application. */
function large(): OneCase {
  const { stay } = application;
  const planned = { start: '2025-08-18', end: '2026-06-15' };
  const one = new OneCase('2025-06-02T09:00:00.000Z', {
    ...application,
    stay: { ...stay, planned, facts: { ...stay.facts, doubleDegree: true } },
  });
  one.do({ type: 'assess' });
  one.do({ type: 'approve', by: 'Ola Dahl' });
  one.do({ type: 'reserve' });
  one.do({ type: 'issue-agreement' });
  one.do({ type: 'sign' });
  one.do({ type: 'open-stay' });
  one.do({ type: 'prepare-payment' });
  return one;
}

function held(by: string): OneCase {
  const one = OneCase.signed();
  one.do({ type: 'hold-payment', by, reason: 'Looked into' });
  return one;
}

/** Home after 70 days, says the office from a paper of the host; a demand waits. */
function toDemand(dates: Command = { ...confirm('2025-10-27'), by: 'office', name: 'Kari Lie' } as Command): OneCase {
  const one = paid();
  one.do(dates, NOV);
  one.do({ type: 'settle' });
  one.do({ type: 'raise-claim' });
  return one;
}

function illnessRefused(): OneCase {
  const one = toDemand(confirm('2025-10-27'));
  ill(one, NOV);
  one.do({ type: 'decide-illness', by: 'Kari Lie', choice: 'refuse' });
  return one;
}

function waived(): OneCase {
  const one = demanded();
  one.do({ type: 'decide-claim', by: 'Kari Lie', choice: 'waive', reason: 'Hardship', evidence: 'A1' });
  return one;
}

const dates = { start: '2025-08-18', end: '2025-10-20' };
function correcting(): OneCase {
  const one = demanded();
  one.do({ type: 'propose-correction', by: 'Kari Lie', dates, reason: 'New paper', evidence: 'A1' }, JAN);
  return one;
}

/** The corrected calculation leads to another demand. */
function corrected(): OneCase {
  const one = correcting();
  one.do({ type: 'decide-correction', by: 'Per Vik', approve: true });
  one.do({ type: 'settle' });
  one.do({ type: 'raise-claim' });
  return one;
}

function overpaid(matchedBy?: string): OneCase {
  const one = demanded();
  const credit = { local: { minor: 300_000, currency: 'NOK' }, date: '2025-12-01', reference: 'a' };
  one.do({ type: 'repayment-received', ...credit, ...(matchedBy === undefined ? {} : { matchedBy }) });
  return one;
}

/** The bank has refused the first try; the next one waits. */
function overpaidAgain(): OneCase {
  const one = overpaid('Kari Lie');
  const payment = one.mobility.returns?.at(-1)?.id ?? '';
  one.do({ type: 'release-return', by: 'Per Vik', payment });
  one.do({ type: 'payment-status', payment, status: 'RJCT', reason: 'AM04' });
  return one;
}

function otherAccount(): OneCase {
  const one = paid();
  one.do({ type: 'propose-account', account: other });
  return one;
}

const rows: readonly Row[] = [
  ['a payment above the amount: who approved the grant', 'Ola Dahl', large, release],
  ['a payment kept back: who keeps it back', 'Kari Lie', () => held('Kari Lie'), release],
  ['a payment kept back: who approved the grant', 'Ola', () => held('Kari Lie'), release],
  ['a demand: who entered the dates', 'Kari Lie', toDemand, demand],
  ['a demand: who refused to let the grant be kept for illness', 'Kari Lie', illnessRefused, demand],
  ['a demand after a correction: who proposed it', 'Kari Lie', corrected, demand],
  ['a waiver: who proposed it', 'Kari Lie', waived, relief],
  ['a correction: who proposed it', 'Kari Lie', correcting, correction],
  ['the return of an over-payment: who gave the credit to the case', 'Kari Lie', () => overpaid('Kari Lie'), giveBack],
  ['the second try of a return: who gave the credit to the case', 'Kari Lie', overpaidAgain, giveBack],
];

describe.each(rows)('%s', (_what, first, given, second) => {
  test.each([first, ` ${first.toUpperCase().replace(' ', '  ')} `])('as %j cannot be the second person', (by) => {
    const one = given();
    expect(one.try(second(one, by))).toMatchObject({ kind: 'refused', refusal: { code: 'same-person' } });
  });

  test('but a colleague can', () => {
    const one = given();
    expect(one.try(second(one, 'Nina Berg')).kind).toBe('decided');
  });
});

const { givenName, familyName } = application.participant;

test.each([
  ['a payment', large, release],
  ['a demand', toDemand, demand],
  ['a waiver', waived, relief],
  ['a correction', correcting, correction],
  ['an account', otherAccount, account],
  ['a return', overpaid, giveBack],
] as const)('nobody is the second person for %s of their own grant', (_what, given: () => OneCase, second: Second) => {
  const one = given();
  expect(one.try(second(one, `${givenName} ${familyName}`))).toMatchObject({ refusal: { code: 'own-grant' } });
});

test.each([
  ['held', large],
  ['kept back', () => held('Kari Lie')],
] as const)('a payment that is %s does not go to an account that is being replaced', (_how, given: () => OneCase) => {
  const one = given();
  one.do({ type: 'propose-account', account: other });
  expect(one.try(release(one, 'Nina Berg'))).toMatchObject({ refusal: { code: 'account-open' } });
  one.do({ type: 'decide-account', by: 'Nina Berg', approve: false });
  expect(one.try(release(one, 'Nina Berg')).kind).toBe('decided');
});

test('nor does the return of an over-payment to the participant', () => {
  const one = overpaid();
  one.do({ type: 'propose-account', account: other });
  expect(one.try(giveBack(one, 'Nina Berg'))).toMatchObject({ refusal: { code: 'account-open' } });
});
