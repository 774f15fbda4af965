import { expect } from 'vitest';
import { dueByNow, kept, openPayment, outstanding } from '../../shared/mobility/balance.ts';
import type { Mobility, PaymentState } from '../../shared/mobility/case.ts';
import type { Decision } from '../../shared/mobility/decision.ts';
import { finalStates, transitionFor } from '../../shared/mobility/transitions.ts';
import { answerTo, attemptAt, waitNames, waits } from '../../shared/mobility/waits.ts';

/** Where a payment may go from where it stands; nothing comes back from its end. */
const lives: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  held: ['ready', 'cancelled'],
  ready: ['held', 'instructed', 'booked', 'rejected', 'returned', 'cancelled'],
  instructed: ['accepted', 'booked', 'rejected', 'returned'],
  accepted: ['booked', 'rejected', 'returned'],
  booked: ['returned'],
  rejected: [],
  returned: [],
  cancelled: [],
};

/** What must hold of every decision, whatever was asked, by whom and when. */
export function holdsAlways(before: Mobility, { mobility, events, effects }: Decision, now: string): void {
  expect(mobility.version).toBe(before.version + 1);
  alongTheTable(before, mobility, events);
  paymentsLive(before, mobility);
  expect(mobility.payments.filter((payment) => openPayment({ ...mobility, payments: [payment] })).length).toBeLessThan(
    2,
  );
  if (finalStates.includes(mobility.state)) {
    expect(mobility.deadlines).toEqual([]);
    expect([mobility.state, outstanding(mobility).minor, openPayment(mobility)]).toEqual([
      mobility.state,
      0,
      undefined,
    ]);
  } else {
    expect(mobility.deadlines.length).toBeGreaterThan(0);
    const moments = mobility.deadlines.map((deadline) => deadline.at);
    expect(moments).toEqual([...moments].sort());
  }
  for (const event of events) expect(event.at).toBe(now);
  // Whoever waits and has an answer now, also that another attempt goes on, is told.
  const waiting = waitNames.map((wait) => ({ wait, attempt: attemptAt(waits[wait].phase, before) }));
  const answered = waiting.filter(
    ({ wait, attempt }) =>
      answerTo(wait, before, attempt) === undefined && answerTo(wait, mobility, attempt) !== undefined,
  );
  const resumed = effects.flatMap((effect) =>
    effect.type === 'resume' ? [{ wait: effect.wait, attempt: effect.attempt }] : [],
  );
  expect(resumed).toEqual(expect.arrayContaining(answered));
  expect(JSON.stringify([events, effects])).not.toMatch(
    /Kari|Nordmann|nhh\.example|Marie|host\.example|12345678903|86011117947|DE8937/,
  );
}

function alongTheTable(before: Mobility, after: Mobility, events: Decision['events']): void {
  let state = before.state;
  for (const { type, by } of events) {
    const row = transitionFor(state, type as Parameters<typeof transitionFor>[1], by);
    expect(row, `${type} by ${by} in ${state}`).toBeDefined();
    if (row && row.to !== 'same') state = row.to;
  }
  expect(after.state).toBe(state);
}

function paymentsLive(before: Mobility, after: Mobility): void {
  const ids = after.payments.map((payment) => payment.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const old of before.payments) {
    const now = after.payments.find((payment) => payment.id === old.id);
    expect(now).toMatchObject({ amount: old.amount, local: old.local, account: old.account });
    if (now && now.state !== old.state)
      expect([old.state, lives[old.state]]).toEqual([old.state, expect.arrayContaining([now.state])]);
  }
  for (const made of after.payments.slice(before.payments.length)) {
    // Never more than what is due at that moment, counting what the participant has already.
    expect(kept(before).minor + made.amount.minor).toBeLessThanOrEqual(dueByNow(before).minor);
    expect(made.account).toEqual(before.participant.account);
  }
}
