import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekday } from '../../shared/calendar/dates.ts';
import { isWorkingDay } from '../../shared/calendar/working-days.ts';
import { dateAt } from '../../shared/calendar/zones.ts';
import { openDeadlines, type PersonalDeadline } from '../../shared/deadlines/open.ts';
import { dueAfter, duty, reminders } from '../../shared/deadlines/plan.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { OneCase } from '../mobility/one-case.ts';

const nhh = loadRulebook().institution('nhh');
if (!nhh) throw new Error('no NHH');
const OSLO = 'Europe/Oslo';

function issued(): OneCase {
  const one = new OneCase('2025-06-02T09:00:00.000Z');
  one.do({ type: 'assess' });
  one.do({ type: 'approve', by: 'Ola' }, '2025-06-03T09:00:00.000Z');
  one.do({ type: 'reserve' });
  one.do({ type: 'issue-agreement' });
  return one;
}

const signed = (): OneCase => {
  const one = issued();
  one.do({ type: 'sign' }, '2025-06-10T09:00:00.000Z');
  return one;
};

const move = (deadline: PersonalDeadline, to: string, reason = 'Is at sea until then') =>
  ({ type: 'move-deadline', by: 'Kari', deadline, to, reason }) as const;

describe('more time', () => {
  test('to sign: planned anew around the new day, and the participant is told', () => {
    const one = issued();
    const { effects } = one.do(move('agreement-expiry', '2025-09-30'), '2025-08-20T09:00:00.000Z');
    expect(openDeadlines(one.mobility)).toEqual([{ deadline: 'agreement-expiry', due: '2025-09-30' }]);
    expect(one.mobility.deadlines.filter(({ kind }) => kind.startsWith('agreement')).map(({ at }) => at)).toEqual([
      '2025-09-16T06:00:00.000Z',
      '2025-09-23T06:00:00.000Z',
      // Two days before is a Sunday.
      '2025-09-26T06:00:00.000Z',
      '2025-10-01T06:00:00.000Z',
    ]);
    expect(effects).toEqual([{ type: 'mail', template: 'signature-moved', data: { due: '2025-09-30' } }]);
    expect(one.mobility.moved).toMatchObject([{ from: '2025-08-31', to: '2025-09-30', by: 'Kari' }]);
  });

  test('for the confirmation: the host is still asked on the last day, by the new date', () => {
    const one = signed();
    one.do(move('confirmation-decision', '2026-02-27'), '2025-11-03T09:00:00.000Z');
    const planned = one.mobility.deadlines.filter(({ kind }) => kind.startsWith('confirmation'));
    expect(planned.map(({ kind, ref }) => [kind, ref])).toEqual([
      ['confirmation-request', '2026-02-27'],
      ['confirmation-reminder', '2026-02-27'],
      ['confirmation-reminder', '2026-02-27'],
      ['confirmation-reminder', '2026-02-27'],
      ['confirmation-decision', '2026-02-27'],
    ]);
  });

  test.each([
    ['not earlier', 'agreement-expiry', '2025-08-30', 'x', 'not-later'],
    ['nor the same day', 'agreement-expiry', '2025-08-31', 'x', 'not-later'],
    ['nor years ahead', 'agreement-expiry', '2027-08-31', 'x', 'too-late'],
    ['not without a reason', 'agreement-expiry', '2025-09-30', ' ', 'reason-missing'],
    ['not what nobody has to do', 'claim-decision', '2025-09-30', 'x', 'not-open'],
  ] as const)('%s', (_what, deadline, to, reason, code) => {
    expect(issued().try(move(deadline, to, reason), '2025-08-20T09:00:00.000Z')).toMatchObject({
      kind: 'refused',
      refusal: { code },
    });
  });

  test('what the institution has promised stays where it is', () => {
    const one = signed();
    const before = one.mobility.deadlines.filter(({ kind }) => kind === 'prefinancing-duty');
    one.do(move('confirmation-decision', '2026-03-31'));
    expect(one.mobility.deadlines.filter(({ kind }) => kind === 'prefinancing-duty')).toEqual(before);
    expect(before).toHaveLength(1);
  });

  test('and the reason stands in no event', () => {
    const one = issued();
    const { events } = one.do(move('agreement-expiry', '2025-09-30', 'Broke a leg'));
    expect(JSON.stringify(events)).not.toContain('leg');
  });
});

describe('an offer whose reader no mail reaches', () => {
  const end = { type: 'end-unreached', by: 'Kari', reason: 'No answer by telephone either' } as const;
  const again = (one: OneCase) =>
    one.do(
      { type: 'fall-due', delivered: [] },
      one.mobility.deadlines.find(({ kind }) => kind === 'agreement-expiry')?.at ?? '',
    );

  test('is ended by the office once its day has moved twice, and the money is free again', () => {
    const one = issued();
    expect(one.try(end)).toMatchObject({ kind: 'refused', refusal: { code: 'too-early' } });
    again(one);
    expect(one.try(end)).toMatchObject({ kind: 'refused', refusal: { code: 'too-early' } });
    again(one);
    const { records } = one.do(end);
    expect(one.mobility).toMatchObject({ state: 'lapsed', deadlines: [], ended: { by: 'Kari' } });
    expect(records).toContainEqual(expect.objectContaining({ record: 'budget', reserve: -212_000 }));
    expect(records).toContainEqual(expect.objectContaining({ record: 'task-done' }));
    expect(one.mails.at(-1)).toBe('offer-ended');
  });

  test('not when it was the system that was away', () => {
    const one = issued();
    const told = ['2025-06-03', '2025-08-17', '2025-08-24'].map((day) => ({
      template: 'agreement-reminder',
      at: `${day}T06:00:00.000Z`,
    }));
    for (const at of ['2025-09-15', '2025-10-20', '2025-11-24']) {
      one.do({ type: 'fall-due', delivered: told }, `${at}T06:00:00.000Z`);
    }
    expect(one.try(end)).toMatchObject({ kind: 'refused', refusal: { code: 'too-early' } });
  });

  test('not soon after an officer has given more time', () => {
    const one = issued();
    again(one);
    again(one);
    one.do(move('agreement-expiry', addDays(one.now.slice(0, 10), 60)));
    expect(one.try(end)).toMatchObject({ kind: 'refused', refusal: { code: 'too-early' } });
  });
});

describe('every plan, on whatever day it begins', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));

  test('reminds at eight on working days, never later than promised before the day, never before it afterwards', () => {
    const plan = { daysBefore: [30, 14, 3], daysAfter: [1, 10] };
    fc.assert(
      fc.property(day, (due) => {
        const planned = reminders(nhh, 'claim-reminder', due, plan, '2020-01-01T00:00:00.000Z');
        expect(planned.length).toBeGreaterThanOrEqual(4);
        for (const { at } of planned) {
          expect(isWorkingDay(dateAt(at, OSLO), 'NO')).toBe(true);
          const local = new Intl.DateTimeFormat('nb', { timeZone: OSLO, hour: '2-digit', minute: '2-digit' });
          expect(local.format(new Date(at))).toBe('08:00');
        }
        const dates = planned.map(({ at }) => dateAt(at, OSLO));
        for (const before of plan.daysBefore) {
          expect(dates.some((date) => date <= addDays(due, -before) && date >= addDays(due, -before - 6))).toBe(true);
        }
        expect(dates.filter((date) => date > due).length).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('a day for a person is a working day and never earlier; what the institution owes is looked at when its day is over', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), (from, days) => {
        const due = dueAfter(nhh, from, days);
        expect(due >= addDays(from, days)).toBe(true);
        expect(weekday(due)).toBeLessThan(6);
        const own = duty(nhh, 'balance-duty', addDays(from, days));
        expect(own.ref).toBe(addDays(from, days));
        expect(dateAt(own.at, OSLO) > addDays(from, days)).toBe(true);
      }),
    );
  });
});

describe('an outage of two weeks at any moment of a grant', () => {
  test('nobody loses anything by it, and every open case has a next step', () => {
    const away = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(away, fc.boolean(), (start, signs) => {
        const one = signs ? signed() : issued();
        const from = Date.parse(one.now) + start * 86_400_000;
        const back = new Date(from + 14 * 86_400_000).toISOString();
        const end = Date.parse(one.now) + 400 * 86_400_000;
        for (let turn = 0; turn < 200 && one.mobility.deadlines.length > 0; turn += 1) {
          const at = one.mobility.deadlines[0]?.at ?? '';
          if (Date.parse(at) > end) break;
          const stuck = Date.parse(at) >= from && at < back;
          const now = [stuck ? back : at, one.now].sort().at(-1) ?? at;
          // All that had been sent was delivered at once.
          const delivered = one.decisions.flatMap(({ at: sent, effects }) =>
            effects.flatMap((each) => (each.type === 'mail' ? [{ template: each.template, at: sent }] : [])),
          );
          const before = one.mobility;
          one.do({ type: 'fall-due', delivered }, now);
          if (stuck) expect(one.mobility.state).toBe(before.state);
          if (one.mobility.state !== 'lapsed') expect(one.mobility.deadlines.length).toBeGreaterThan(0);
          for (const { at: later } of one.mobility.deadlines) expect(later > now).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
