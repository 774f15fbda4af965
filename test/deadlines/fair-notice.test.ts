import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDuration, dateAt } from '../../shared/calendar/zones.ts';
import { isLosing, noticesOf, wasFairlyNoticed } from '../../shared/deadlines/fair-notice.ts';
import type { DeliveredNotice } from '../../shared/mobility/commands.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { OneCase } from '../mobility/one-case.ts';

const DAY = 86_400_000;
const nhh = loadRulebook().institution('nhh');
if (!nhh) throw new Error('no NHH');
const { fairNotice } = nhh.procedure;

/** An agreement that waits for its signature. */
function issued(at = '2025-06-03T09:00:00.000Z'): OneCase {
  const one = new OneCase('2025-06-02T09:00:00.000Z');
  one.do({ type: 'assess' });
  one.do({ type: 'approve', by: 'Ola' }, at);
  one.do({ type: 'reserve' });
  one.do({ type: 'issue-agreement' });
  return one;
}

/** What happens to the notices of one case: how long each takes to arrive (hours), or that it never does. */
const mailSystem = fc.record({
  takes: fc.array(fc.option(fc.integer({ min: 0, max: 40 * 24 }), { freq: 3 }), { minLength: 40, maxLength: 40 }),
  /** The sweep does not run from the first to the second of these days after the issue. */
  away: fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 30 })),
});

/** Lives through the reminders of an agreement that nobody signs, by the minute at which each falls due; at most a year. */
function unsigned(one: OneCase, { takes, away }: { takes: (number | null)[]; away: [number, number] }) {
  const begin = Date.parse(one.now);
  const back = begin + (away[0] + away[1]) * DAY;
  const inbox: DeliveredNotice[] = [];
  let sent = 0;
  const post = () => {
    for (const template of one.mails.slice(sent)) {
      const hours = takes[sent % takes.length];
      sent += 1;
      if (hours !== null && hours !== undefined) inbox.push({ template, at: addDuration(one.now, { hours }) });
    }
  };
  post();
  while (one.mobility.state === 'agreement-issued' && Date.parse(one.now) < begin + 366 * DAY) {
    const due = Date.parse(one.mobility.deadlines[0]?.at ?? '');
    const at = due >= begin + away[0] * DAY && due < back ? Math.max(back, Date.parse(one.now)) : due;
    const now = new Date(Math.max(at, Date.parse(one.now))).toISOString();
    one.do({ type: 'fall-due', delivered: inbox.filter((notice) => notice.at <= now) }, now);
    post();
  }
  return inbox;
}

describe('an agreement lapses', () => {
  test('only on somebody to whom the promised notices were delivered, the promised time before', () => {
    fc.assert(
      fc.property(mailSystem, (system) => {
        const one = issued();
        const inbox = unsigned(one, system);
        if (one.mobility.state !== 'lapsed') return;
        const early = inbox.filter(
          ({ template, at }) =>
            (noticesOf['agreement-expiry'] as readonly string[]).includes(template) &&
            Date.parse(at) <= Date.parse(one.now) - fairNotice.days * DAY,
        );
        expect(early.length).toBeGreaterThanOrEqual(fairNotice.notices);
      }),
    );
  });

  test('only at the moment that the last notices named, never in the wake of an outage', () => {
    fc.assert(
      fc.property(mailSystem, (system) => {
        const one = issued();
        unsigned(one, system);
        if (one.mobility.state !== 'lapsed') return;
        const named = one.decisions
          .flatMap(({ effects }) => effects)
          .findLast((effect) => effect.type === 'mail' && effect.template === 'agreement-reminder');
        const due = named?.type === 'mail' ? String(named.data.due) : '';
        const late = (Date.parse(one.now) - Date.parse(`${due}T00:00:00.000Z`)) / DAY;
        expect(late).toBeGreaterThanOrEqual(1);
        // The working day after the one named; Christmas and Easter together with a weekend are five days.
        expect(late).toBeLessThan(7);
      }),
    );
  });

  test('and while it does not, each time it is put off somebody gets a task', () => {
    fc.assert(
      fc.property(mailSystem, (system) => {
        const one = issued();
        unsigned(one, system);
        for (const { events, records } of one.decisions) {
          const moved = events.some(({ type }) => type === 'AgreementExpiryPostponed');
          expect(records.some((record) => record.record === 'task' && record.kind === 'deadline-moved')).toBe(moved);
        }
        const { deadlines, state } = one.mobility;
        expect(state === 'lapsed' || deadlines.some(({ kind }) => kind === 'agreement-expiry')).toBe(true);
      }),
    );
  });
});

describe('two weeks without a word from the mail system', () => {
  test('nobody lapses, the time is extended by the least time to sign, and then it goes on as promised', () => {
    const one = issued();
    unsigned(one, { takes: [null], away: [0, 0] });
    expect(one.mobility.state).toBe('agreement-issued');
    expect(one.events.filter((type) => type === 'AgreementExpiryPostponed').length).toBeGreaterThan(10);
  });

  test('two weeks without a sweep over the last day: the case waits for a person', () => {
    const one = issued();
    const told = [
      { template: 'agreement-to-sign', at: '2025-06-03T09:00:00.000Z' },
      { template: 'agreement-reminder', at: '2025-08-17T06:00:00.000Z' },
      { template: 'agreement-reminder', at: '2025-08-24T06:00:00.000Z' },
    ];
    const { records } = one.do({ type: 'fall-due', delivered: told }, '2025-09-15T06:00:00.000Z');
    expect(one.mobility.state).toBe('agreement-issued');
    expect(records).toMatchObject([
      { record: 'task', kind: 'deadline-moved', data: { deadline: 'agreement-expiry', why: 'the system was away' } },
    ]);
    expect(one.mobility.deadlines.find(({ kind }) => kind === 'agreement-expiry')?.at.slice(0, 10)).toBe('2025-10-07');
  });

  test('a sweep that is hours late is no outage', () => {
    const one = issued();
    const told = [
      { template: 'agreement-to-sign', at: '2025-06-03T09:00:00.000Z' },
      { template: 'agreement-reminder', at: '2025-08-17T06:00:00.000Z' },
    ];
    one.do({ type: 'fall-due', delivered: told }, '2025-09-02T20:00:00.000Z');
    expect(one.mobility.state).toBe('lapsed');
  });
});

describe('the promised time', () => {
  const kind = 'agreement-expiry';
  const fair = { notices: 1, days: 7 };

  test.each([
    ['a winter week', '2025-11-10T08:00:00.000Z', '2025-11-17T08:00:00.000Z', true],
    ['a minute less', '2025-11-10T08:01:00.000Z', '2025-11-17T08:00:00.000Z', false],
    [
      'over the night in which summer time ends, seven days on the clock on the wall',
      '2025-10-20T06:00:00.000Z',
      '2025-10-27T07:00:00.000Z',
      true,
    ],
    [
      'over the night in which it begins, an hour is missing: it does not count yet',
      '2026-03-23T07:00:00.000Z',
      '2026-03-30T06:00:00.000Z',
      false,
    ],
  ])('%s', (_what, delivered, now, enough) => {
    expect(wasFairlyNoticed([{ template: 'agreement-reminder', at: delivered }], kind, fair, now)).toBe(enough);
  });

  test('is never less than so many times 24 hours, whenever it was delivered', () => {
    const moment = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2028-01-01') });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 20 * 24 }), (begin, hours) => {
        const at = new Date(begin).toISOString();
        const now = addDuration(at, { hours });
        const enough = wasFairlyNoticed([{ template: 'agreement-reminder', at }], kind, fair, now);
        expect(enough).toBe(hours >= 7 * 24);
      }),
    );
  });

  test('deadlines keep the hour of the institution through the nights in which the clocks change', () => {
    for (const at of ['2025-10-03T09:00:00.000Z', '2026-03-05T09:00:00.000Z']) {
      const one = issued(at);
      for (const { at: due } of one.mobility.deadlines) {
        const hour = new Intl.DateTimeFormat('en', {
          timeZone: 'Europe/Oslo',
          hour: '2-digit',
          minute: '2-digit',
          hour12: false,
        });
        expect([dateAt(due, 'Europe/Oslo'), hour.format(new Date(due))]).toEqual([dateAt(due, 'Europe/Oslo'), '08:00']);
      }
    }
  });

  test.each(['agreement-to-sign', 'agreement-reminder', 'repayment-demand'])(
    '%s is a notice of a deadline',
    (template) => {
      expect(Object.values(noticesOf).flat()).toContain(template);
      expect(isLosing('agreement-reminder')).toBe(false);
    },
  );
});
