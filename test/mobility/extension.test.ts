import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../shared/calendar/dates.ts';
import { amountDue, awarded } from '../../shared/mobility/balance.ts';
import { openExtension } from '../../shared/mobility/extension.ts';
import { eur, formatDecimal } from '../../shared/money/money.ts';
import { application, OneCase } from './one-case.ts';

/** A longer stay: asked for in time, decided by the office, settled on the amended dates. */
let one: OneCase;
const end = '2026-01-31';
const ask = (to = end, at = '2025-10-06T08:00:00.000Z') =>
  one.try({ type: 'ask-for-extension', end: to, reason: 'My thesis takes longer.' }, at);
const grant = (left?: number) =>
  one.try({ type: 'decide-extension', by: 'Ola', choice: 'grant', ...(left === undefined ? {} : { left }) });

beforeEach(() => {
  one = OneCase.signed().book('2025-06-12T09:00:00.000Z');
});

describe('asking', () => {
  test('puts it before the office, which is reminded until it decides', () => {
    expect(ask().kind).toBe('decided');
    expect(openExtension(one.mobility)).toMatchObject({ end });
    expect(one.mails.at(-1)).toBe('extension-review');
    const reminder = one.mobility.deadlines.find(({ kind }) => kind === 'extension-reminder');
    expect(reminder?.at.slice(0, 10)).toBe('2025-10-13');
    one.do({ type: 'fall-due', delivered: [] }, '2025-10-13T08:00:00.000Z');
    expect(one.mails.at(-1)).toBe('extension-review');
    expect(one.mobility.deadlines.map(({ kind }) => kind)).toContain('extension-reminder');
  });

  test.each([
    ['one month before the planned end, in the evening', '2025-11-19T21:00:00.000Z', 'decided'],
    ['the day after', '2025-11-20T08:00:00.000Z', 'extension-late'],
  ])('%s: %s', (_when, at, expected) => {
    const outcome = ask(end, at);
    expect(outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind).toBe(expected);
  });

  test.each([
    ['the planned last day', '2025-12-19', 'not-later'],
    ['an earlier day', '2025-12-01', 'not-later'],
    ['twelve months exactly', '2026-08-17', 'decided'],
    ['a day more than twelve months', '2026-08-18', 'above-maximum'],
  ])('for %s: %s', (_what, to, expected) => {
    const outcome = ask(to);
    expect(outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind).toBe(expected);
  });

  test('twice, after a withdrawal, or after the end is refused', () => {
    ask();
    expect(ask()).toMatchObject({ refusal: { code: 'already-asked' } });
    one.do({ type: 'withdraw', reason: 'Home', lastDay: '2025-11-30' }, '2025-12-01T08:00:00.000Z');
    expect(ask()).toMatchObject({ refusal: { code: 'given-up' } });
    expect(grant()).toMatchObject({ refusal: { code: 'already-decided' } });
  });

  test('without a reason is refused', () => {
    const outcome = one.try({ type: 'ask-for-extension', end, reason: ' ' }, '2025-10-06T08:00:00.000Z');
    expect(outcome).toMatchObject({ refusal: { code: 'reason-missing' } });
  });
});

describe('granted', () => {
  beforeEach(() => {
    ask();
    grant();
  });

  test('the agreement is amended: dates, amount with its working, what is paid after the stay', () => {
    const { stay, agreement } = one.mobility;
    expect(stay.planned.end).toBe(end);
    expect(agreement?.amount).toEqual(eur(287_967));
    expect(agreement?.assessment.lines.map(({ working }) => working)).toEqual([
      '163 days × 530.00 EUR / 30 = 2 879.67 EUR',
    ]);
    expect(agreement?.instalments.map(({ share, amount }) => `${share}: ${formatDecimal(amount)}`)).toEqual([
      '70 %: 1484.00',
      '30 % + 759.67 EUR: 1395.67',
    ]);
    expect(agreement?.amendments).toEqual([
      {
        askedAt: '2025-10-06T08:00:00.000Z',
        grantedAt: '2025-10-06T08:00:00.000Z',
        by: 'Ola',
        before: { end: '2025-12-19', amount: eur(212_000) },
        end,
        amount: eur(287_967),
      },
    ]);
  });

  test('the difference is taken from the call and committed; nothing more is paid before the stay is over', () => {
    const decision = one.decisions.at(-1);
    expect(decision?.records).toContainEqual({
      record: 'budget',
      call: '2025',
      tranche: '2025-1',
      reserve: 75_967,
      mustFit: true,
    });
    expect(decision?.transfers.map(({ debit, credit, amount }) => [debit, credit, amount.minor])).toEqual([
      ['budget:2025', 'committed', 75_967],
    ]);
    expect(awarded(one.mobility)).toEqual(eur(287_967));
    expect(amountDue(one.mobility).minor).toBe(0);
  });

  test('the amended agreement is issued as a document, and the host is asked at the new end', () => {
    const documents = one.decisions
      .at(-1)
      ?.records.flatMap((each) => (each.record === 'document' ? [each.document.content] : []));
    expect(documents?.map(({ kind }) => kind)).toEqual(['agreement']);
    expect(JSON.stringify(documents)).toContain('Last day 31 January 2026 instead of 19 December 2025.');
    const asked = one.mobility.deadlines.filter(({ kind }) => kind === 'confirmation-request');
    // The last day is a Saturday; notices go out on working days.
    expect(asked.map(({ at }) => at.slice(0, 10))).toEqual(['2026-02-02']);
  });

  test('the final calculation stands on the amended period', () => {
    one.do(
      { type: 'confirm-stay', by: 'host', period: { start: '2025-08-18', end }, name: 'Marie', role: 'C' },
      '2026-02-02T08:00:00.000Z',
    );
    one.do({ type: 'report-obligations', codes: ['learning-agreement', 'eu-survey', 'nhh-survey'] });
    one.do({ type: 'settle' });
    expect(one.mobility.settlement).toMatchObject({
      entitlement: eur(287_967),
      outcome: 'balance',
      amount: eur(139_567),
    });
    const budget = one.decisions.at(-1)?.records.filter(({ record }) => record === 'budget');
    expect(budget).toEqual([]);
  });

  test('it may be prolonged again, from the new end on', () => {
    expect(ask('2026-02-28', '2025-12-30T08:00:00.000Z').kind).toBe('decided');
    grant();
    expect(one.mobility.agreement?.amendments?.map(({ before, end: to }) => [before.end, to])).toEqual([
      ['2025-12-19', end],
      [end, '2026-02-28'],
    ]);
    expect(one.mobility.agreement?.instalments.at(-1)?.share).toBe('30 % + 759.67 EUR + 494.66 EUR');
  });
});

test('where the dates give less than the flat plan, the agreed amount stays', () => {
  const planned = { start: '2025-08-18', end: '2025-11-20' };
  one = OneCase.signed(undefined, { ...application, stay: { ...application.stay, planned } });
  ask(addDays(planned.end, 5), '2025-09-15T08:00:00.000Z');
  grant();
  expect(one.mobility.agreement?.amount).toEqual(eur(212_000));
  expect(one.mobility.stay.planned.end).toBe('2025-11-25');
  expect(one.decisions.at(-1)?.transfers).toEqual([]);
});

test('without money in the call it is not granted, and stays open', () => {
  ask();
  const outcome = grant(75_966);
  expect(outcome).toMatchObject({ refusal: { code: 'no-money' } });
  expect(outcome.kind === 'refused' && outcome.refusal.sentence).toContain('759.67 EUR');
  expect(openExtension(one.mobility)).toBeDefined();
  expect(grant(75_967).kind).toBe('decided');
});

test('refused with a reason, which is mailed; the agreement stays, and another day may be asked for', () => {
  ask();
  expect(one.try({ type: 'decide-extension', by: 'Ola', choice: 'refuse', answer: ' ' })).toMatchObject({
    refusal: { code: 'answer-missing' },
  });
  one.do({ type: 'decide-extension', by: 'Ola', choice: 'refuse', answer: 'No room at the host.' });
  expect(one.mails.at(-1)).toBe('extension-refused');
  expect(one.mobility.stay.planned.end).toBe('2025-12-19');
  expect(one.mobility.deadlines.map(({ kind }) => kind)).not.toContain('extension-reminder');
  expect(ask('2026-01-15').kind).toBe('decided');
});

test('a request whose stay has ended meanwhile has lost its object', () => {
  ask();
  one.do(
    { type: 'confirm-stay', by: 'host', period: { start: '2025-08-18', end: '2025-10-06' }, name: 'Marie', role: 'C' },
    '2025-10-07T08:00:00.000Z',
  );
  expect(openExtension(one.mobility)).toBeUndefined();
  expect(grant()).toMatchObject({ refusal: { code: 'already-decided' } });
});
