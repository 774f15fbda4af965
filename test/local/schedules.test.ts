import { describe, expect, it } from 'vitest';
import { Schedules, type Work } from '../../infra/local/events/schedules.ts';

/** A schedule every five minutes over a queue that the test fills; each round does what `sweep` says. */
function scene(start: string, queue: Map<string, string>, sweep: (now: string) => void) {
  let now = start;
  const clock = { now: () => now };
  const rounds: string[] = [];
  const schedules = new Schedules(
    [{ name: 'sweep', expression: 'rate(5 minutes)', functionArn: 'arn:sweep', input: {} }],
    clock,
    async function* () {
      const entries: Work[] = [...queue].map(([id, due]) => ({ id, due }));
      yield* entries.sort((a, b) => (a.due < b.due ? -1 : 1));
    },
  );
  const round = () =>
    schedules.fire(
      async () => {
        rounds.push(now);
        sweep(now);
      },
      () => undefined,
    );
  return { schedules, rounds, round, move: (to: string) => (now = to) };
}

/** Removes what is due, as a good handler does. */
const doIt = (queue: Map<string, string>) => (now: string) => {
  for (const [id, due] of queue) if (due <= now) queue.delete(id);
};

/** Jumps from due moment to due moment. */
async function until(end: string, { schedules, round, move }: ReturnType<typeof scene>): Promise<void> {
  for (;;) {
    const next = await schedules.nextDue();
    if (next === undefined || next > end) return;
    move(next);
    await round();
  }
}

describe('a schedule on the movable clock', () => {
  it('is due at the first tick at or after the moment something is due', async () => {
    const queue = new Map([['a', '2025-09-01T06:02:00.000Z']]);
    const { schedules } = scene('2025-09-01T00:00:00.000Z', queue, doIt(queue));
    expect(await schedules.nextDue()).toBe('2025-09-01T06:05:00.000Z');
  });

  it('is due at the moment itself when that is a tick', async () => {
    const queue = new Map([['a', '2025-09-01T06:00:00.000Z']]);
    const { schedules } = scene('2025-09-01T00:00:00.000Z', queue, doIt(queue));
    expect(await schedules.nextDue()).toBe('2025-09-01T06:00:00.000Z');
  });

  it('never runs while there is nothing to do', async () => {
    const { schedules, round } = scene('2025-09-01T00:00:00.000Z', new Map(), () => undefined);
    expect(await schedules.nextDue()).toBeUndefined();
    expect(await round()).toBe(0);
  });

  it('runs one round per due moment of a year, and no other', async () => {
    const queue = new Map([
      ['a', '2025-10-01T06:00:00.000Z'],
      ['b', '2025-12-24T06:01:00.000Z'],
      ['c', '2026-08-01T06:00:00.000Z'],
    ]);
    const year = scene('2025-09-01T00:00:00.000Z', queue, doIt(queue));
    await until('2026-09-01T00:00:00.000Z', year);
    expect(year.rounds).toEqual(['2025-10-01T06:00:00.000Z', '2025-12-24T06:05:00.000Z', '2026-08-01T06:00:00.000Z']);
  });

  it('makes up after a restart for what became due meanwhile', async () => {
    const queue = new Map([['a', '2025-08-01T06:00:00.000Z']]);
    const late = scene('2025-09-01T10:01:00.000Z', queue, doIt(queue));
    expect(await late.round()).toBe(1);
    expect(queue.size).toBe(0);
  });
});

describe('what a round leaves undone', () => {
  it('is tried at the next tick, after an hour and then daily, so that a year stays short', async () => {
    const queue = new Map([['stuck', '2025-09-01T06:00:00.000Z']]);
    const week = scene('2025-09-01T00:00:00.000Z', queue, () => undefined);
    await until('2025-09-04T00:00:00.000Z', week);
    expect(week.rounds).toEqual([
      '2025-09-01T06:00:00.000Z',
      '2025-09-01T06:05:00.000Z',
      '2025-09-01T07:05:00.000Z',
      '2025-09-02T07:05:00.000Z',
      '2025-09-03T07:05:00.000Z',
    ]);
  });

  it('does not hold up what becomes due later', async () => {
    const queue = new Map([
      ['stuck', '2025-09-01T06:00:00.000Z'],
      ['fresh', '2025-09-01T09:01:00.000Z'],
    ]);
    const good = doIt(queue);
    const day = scene('2025-09-01T00:00:00.000Z', queue, (now) => {
      good(now);
      queue.set('stuck', '2025-09-01T06:00:00.000Z');
    });
    await until('2025-09-01T12:00:00.000Z', day);
    expect(day.rounds).toContain('2025-09-01T09:05:00.000Z');
    expect([...queue.keys()]).toEqual(['stuck']);
  });

  it('does not count what arrived during the round', async () => {
    const queue = new Map([['a', '2025-09-01T06:00:00.000Z']]);
    const follow = scene('2025-09-01T00:00:00.000Z', queue, (now) => {
      queue.clear();
      queue.set('b', now);
    });
    follow.move('2025-09-01T06:00:00.000Z');
    await follow.round();
    expect(await follow.schedules.nextDue()).toBe('2025-09-01T06:00:00.000Z');
  });
});

describe('a nightly look at everything', () => {
  /** Runs at 01:30 UTC and works off no queue. */
  function night(start: string, inPassing: boolean) {
    let now = start;
    const rounds: string[] = [];
    const definition = { name: 'check', expression: 'cron(30 1 * * ? *)', functionArn: 'arn:check', input: {} };
    const schedules = new Schedules([definition], { now: () => now }, () => undefined, { inPassing });
    const at = async (moment: string) => {
      now = moment;
      await schedules.fire(
        async () => {
          rounds.push(now);
        },
        () => undefined,
      );
    };
    return { schedules, rounds, at };
  }

  it('is run in passing, once for whatever nights have passed', async () => {
    const { rounds, at } = night('2025-09-01T00:00:00.000Z', true);
    for (const hour of ['09-01T01:29', '09-01T01:30', '09-01T23:00', '09-02T01:00', '09-05T12:00', '09-05T13:00']) {
      await at(`2025-${hour}:00.000Z`);
    }
    expect(rounds).toEqual(['2025-09-01T01:30:00.000Z', '2025-09-05T12:00:00.000Z']);
  });

  it('never makes the clock stop', async () => {
    const { schedules } = night('2025-09-01T00:00:00.000Z', true);
    expect(await schedules.nextDue()).toBeUndefined();
  });

  it('is left out on a clock that only jumps: a replay compares each case when it ends', async () => {
    const { rounds, at } = night('2025-09-01T00:00:00.000Z', false);
    await at('2025-09-01T00:00:00.000Z');
    await at('2025-09-05T12:00:00.000Z');
    expect(rounds).toEqual([]);
  });
});

describe('a schedule that is not implemented', () => {
  it.each(['cron(0 6 ? * MON *)', 'at(2025-09-01T06:00:00)', 'rate(0 minutes)', 'rate(1 week)'])(
    '%s is refused',
    (expression) => {
      const definition = { name: 'nightly', expression, functionArn: 'arn', input: {} };
      const none = async function* () {};
      expect(() => new Schedules([definition], { now: () => '' }, none)).toThrow(
        `Schedule nightly runs at "${expression}"`,
      );
    },
  );
});
