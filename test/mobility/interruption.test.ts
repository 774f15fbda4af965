import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../shared/mobility/commands.ts';
import { effectOfInterruption } from '../../shared/mobility/decide/interruption.ts';
import { openInterruption } from '../../shared/mobility/interruption.ts';
import { eur } from '../../shared/money/money.ts';
import { OneCase } from './one-case.ts';

/** Days away from the host: reported, confirmed by the office or stated by the host, left out of the settlement. */
let one: OneCase;
const fortnight = { start: '2025-10-06', end: '2025-10-17' };
const report = (period = fortnight) =>
  one.try({ type: 'report-interruption', period, reason: 'Work at home' }, '2025-10-20T08:00:00.000Z');
const confirm: Command = { type: 'decide-interruption', by: 'Ola', choice: 'confirm' };
const refuse: Command = { type: 'decide-interruption', by: 'Ola', choice: 'refuse', answer: 'The host was closed.' };
const home = (more: { interruptionDays?: number } = {}) =>
  one.do(
    {
      type: 'confirm-stay',
      by: 'host',
      period: { start: '2025-08-18', end: '2025-12-19' },
      name: 'Marie',
      role: 'C',
      ...more,
    },
    '2025-12-22T08:00:00.000Z',
  );
const settled = () => {
  one.do({ type: 'report-obligations', codes: ['learning-agreement', 'eu-survey', 'nhh-survey'] });
  one.do({ type: 'settle' });
  const { settlement } = one.mobility;
  return [settlement?.entitlement, settlement?.assessment.days.interruption];
};

beforeEach(() => {
  one = OneCase.signed().book('2025-06-12T09:00:00.000Z');
});

describe('reporting', () => {
  test('puts it before the office, which is reminded; nothing that was agreed changes', () => {
    expect(report().kind).toBe('decided');
    expect(one.mails.at(-1)).toBe('interruption-review');
    expect(one.mobility.agreement?.amount).toEqual(eur(212_000));
    expect(one.decisions.at(-1)?.transfers).toEqual([]);
    one.do({ type: 'fall-due', delivered: [] }, '2025-10-27T08:00:00.000Z');
    expect(one.mails.at(-1)).toBe('interruption-review');
    one.do(confirm);
    expect(one.mails.at(-1)).toBe('interruption-decided');
    expect(one.mobility.deadlines.map(({ kind }) => kind)).not.toContain('interruption-reminder');
  });

  test.each([
    ['backwards', { start: '2025-10-17', end: '2025-10-06' }, 'dates-reversed'],
    ['before the stay', { start: '2025-08-10', end: '2025-08-20' }, 'outside-stay'],
    ['from the first day on', { start: '2025-08-18', end: '2025-08-22' }, 'at-the-edge'],
    ['up to the last day', { start: '2025-12-10', end: '2025-12-19' }, 'at-the-edge'],
    ['after the stay', { start: '2025-12-10', end: '2025-12-27' }, 'outside-stay'],
  ])('%s is refused', (_what, period, code) => {
    expect(report(period)).toMatchObject({ refusal: { code } });
  });

  test('a second one waits for the first, and may not overlap it', () => {
    report();
    expect(report({ start: '2025-11-03', end: '2025-11-07' })).toMatchObject({ refusal: { code: 'already-reported' } });
    one.do(confirm);
    expect(report({ start: '2025-10-17', end: '2025-10-21' })).toMatchObject({ refusal: { code: 'overlaps' } });
    expect(report({ start: '2025-10-18', end: '2025-10-21' }).kind).toBe('decided');
  });

  test('what it does to the grant is known before it is sent', () => {
    const effect = effectOfInterruption(one.mobility, fortnight);
    expect([effect.days, effect.without.entitlement, effect.with.entitlement]).toEqual([
      12,
      eur(215_533),
      eur(194_333),
    ]);
  });
});

describe('at the settlement', () => {
  test('days that the office has confirmed are left out, and the working says so', () => {
    report();
    one.do(confirm);
    home();
    expect(settled()).toEqual([eur(194_333), 12]);
    expect(one.mobility.settlement?.working).toContain('122 days − 12 of interruption, which are not funded = 110');
  });

  test('days that the office has not accepted count', () => {
    report();
    one.do(refuse);
    home();
    expect(settled()).toEqual([eur(215_533), 0]);
  });

  test.each([
    [5, eur(206_700)],
    [0, eur(215_533)],
  ])('the host states %i days: its word counts, and the office need not decide', (interruptionDays, entitlement) => {
    report();
    home({ interruptionDays });
    expect(openInterruption(one.mobility)).toBeUndefined();
    expect(settled()).toEqual([entitlement, interruptionDays]);
  });

  test('waits for the office, also when every duty is done', () => {
    report();
    home();
    one.do({ type: 'report-obligations', codes: ['learning-agreement', 'eu-survey', 'nhh-survey'] });
    expect(one.mobility.openPhases).toContain('stay');
    one.do(confirm);
    one.do({ type: 'settle' });
    expect(one.mobility.settlement?.entitlement).toEqual(eur(194_333));
  });

  test('only days within the confirmed dates count', () => {
    report();
    one.do(confirm);
    one.do(
      {
        type: 'confirm-stay',
        by: 'host',
        period: { start: '2025-08-18', end: '2025-10-10' },
        name: 'Marie',
        role: 'C',
      },
      '2025-10-22T08:00:00.000Z',
    );
    one.do({ type: 'settle' });
    expect(one.mobility.settlement?.assessment.days.interruption).toBe(5);
  });

  test('it can bring the stay below the minimum: everything goes back, and no duty is asked for', () => {
    report({ start: '2025-09-01', end: '2025-11-20' });
    one.do(confirm);
    home();
    expect(one.mobility.confirmed?.balanceExpected).toBe(false);
    one.do({ type: 'settle' });
    expect(one.mobility.settlement).toMatchObject({ entitlement: eur(0), outcome: 'recovery' });
  });

  test('more days than the stay has cannot be stated', () => {
    expect(() => home({ interruptionDays: 122 })).toThrow('interruption-too-long');
  });

  test('a correction may state other days', () => {
    report();
    one.do(confirm);
    home();
    settled();
    const asked = { dates: 'unchanged', interruptionDays: 0, reason: 'It was a holiday', evidence: 'A1' } as const;
    one.do({ type: 'propose-correction', by: 'Ola', ...asked });
    one.do({ type: 'decide-correction', by: 'Per', approve: true });
    one.do({ type: 'settle' });
    expect(one.mobility.settlement?.entitlement).toEqual(eur(215_533));
  });
});
