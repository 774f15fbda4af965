import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../shared/mobility/commands.ts';
import { deliver } from '../../shared/mobility/outbox.ts';
import { perform } from '../../shared/mobility/perform.ts';
import type { WaitItem } from '../../shared/mobility/records.ts';
import { keepToken, resume } from '../../shared/mobility/waiting.ts';
import { runPayments } from '../../shared/payments/run.ts';
import { waitKey } from '../../shared/store/keys.ts';
import { House } from '../payments/house.ts';
import { anySeed, Chance } from './chance.ts';
import { Turns } from './turns.ts';

/** Where a workflow meets the answer that it waits for: whichever comes first, it goes on, once, with what the case says. */

const ENTERED = '2025-06-10T10:00:00.000Z';

let house: House;
let id: string;
/** What was sent to which token. */
let sent: [string, string][];

const send = async (token: string, { answer }: { readonly answer: string }) => {
  sent.push([token, answer]);
  return 'sent' as const;
};

beforeEach(async () => {
  house = await House.with(1);
  id = house.ids[0] ?? '';
  sent = [];
});

const kept = async (attempt = 1) =>
  (await house.memory.get<WaitItem>('cases', waitKey('nhh', id, 'end-of-stay', attempt)))?.token;
const wait = (token: string, retry = 0, entered = ENTERED, attempt = 1) =>
  keepToken(house.deps, 'nhh', id, 'end-of-stay', { token, entered, retry, attempt });

/** Delivers what is to resume this wait; other effects stay. */
async function deliverResumes(deps = house.deps): Promise<void> {
  const ports = { mail: undefined as never, startPhase: async () => {}, sendResult: send };
  for (const { pk, sk } of house.memory.all('cases').filter((item) => JSON.stringify(item).includes('"resume"'))) {
    await deliver(deps, ports, { pk, sk });
  }
}

/** Given up before it began: the settlement can be made at once, so the stay has an answer. */
const answer: Command = { type: 'withdraw', reason: '' };

describe('the answer comes', () => {
  test('after the wait: the workflow is resumed, and the token is gone', async () => {
    await wait('T');
    await house.give(id, answer);
    await deliverResumes();
    expect([sent, await kept()]).toEqual([[['T', 'settle']], undefined]);
  });

  test('before the wait: it is resumed as soon as it waits', async () => {
    await house.give(id, answer);
    await deliverResumes();
    expect(sent).toEqual([]);
    await wait('T');
    await deliverResumes();
    expect(sent).toEqual([['T', 'settle']]);
  });

  test('at the same time, in any interleaving: it is resumed', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, async (seed) => {
        house = await House.with(1);
        id = house.ids[0] ?? '';
        sent = [];
        const turns = new Turns(new Chance(seed));
        const deps = { ...house.deps, store: turns.around(house.memory) };
        const waiting = keepToken(deps, 'nhh', id, 'end-of-stay', { token: 'T', entered: ENTERED, retry: 0 });
        const answered = perform(deps, 'nhh', id, answer).then(() => deliverResumes(deps));
        await new Promise((resolve) => setImmediate(resolve));
        while (turns.pending > 0) await turns.grant();
        await Promise.all([waiting, answered]);
        await deliverResumes();
        expect(new Set(sent.map(([token]) => token))).toEqual(new Set(['T']));
        expect(await kept()).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test('never, because a payment came back after the phase had ended: the workflow is told that it ended', async () => {
    await runPayments(house.deps, house, 'nhh');
    const [payment] = (await house.studentCase(0)).payments;
    if (!payment) throw new Error('no payment');
    const money = { payment: payment.id, local: payment.local, date: '2025-06-11', reference: 'r' };
    await house.give(id, { type: 'payment-booked', ...money });
    house.now = '2025-11-20T09:00:00.000Z';
    const period = { start: '2025-08-18', end: '2025-10-27' };
    await house.give(id, { type: 'confirm-stay', by: 'host', period, name: 'Marie', role: 'C' });
    await deliverResumes();
    await house.give(id, { type: 'payment-returned', ...money, reason: 'AC04' });
    await wait('T');
    await deliverResumes();
    expect(sent).toEqual([['T', 'ended']]);
  });
});

describe('the phase is started afresh', () => {
  const restart: Command = { type: 'restart-phase', phase: 'stay', attempt: 1 };

  test('while an attempt waits: it is told that it has ended, and the next one waits', async () => {
    await wait('one');
    await house.give(id, restart);
    await wait('two', 0, ENTERED, 2);
    await deliverResumes();
    expect([sent, await kept(), await kept(2)]).toEqual([[['one', 'ended']], undefined, 'two']);
  });

  test('before an attempt comes to wait, even after the next one: it is told as soon as it waits', async () => {
    await house.give(id, restart);
    await wait('two', 0, ENTERED, 2);
    await wait('one');
    await deliverResumes();
    expect([sent, await kept(), await kept(2)]).toEqual([[['one', 'ended']], undefined, 'two']);
  });

  test('an execution that a person started under another name waits as the last attempt', async () => {
    await house.give(id, restart);
    await keepToken(house.deps, 'nhh', id, 'end-of-stay', { token: 'by hand', entered: ENTERED, retry: 0 });
    expect([await kept(), await kept(2)]).toEqual([undefined, 'by hand']);
  });
});

describe('a token', () => {
  test('of a newer try replaces that of an older one', async () => {
    await wait('first');
    await wait('second', 1);
    expect(await kept()).toBe('second');
  });

  test('of a try that was given up does not replace that of a newer one, however late it comes', async () => {
    await wait('second', 1);
    await wait('first');
    expect(await kept()).toBe('second');
  });

  test('of a later wait replaces that of an earlier one, whatever the number of its try', async () => {
    await wait('earlier', 7);
    await wait('later', 0, '2025-06-10T10:00:01.000Z');
    await wait('earlier', 7);
    expect(await kept()).toBe('later');
  });

  test('that nobody waits for any more is taken away', async () => {
    await wait('T');
    await house.give(id, answer);
    await resume(house.deps, async () => 'gone', 'nhh', id, { wait: 'end-of-stay', attempt: 1 });
    expect(await kept()).toBeUndefined();
  });

  test('that came while another was being answered stays', async () => {
    await wait('first');
    await house.give(id, answer);
    const slow = async () => {
      await wait('second', 1);
      return 'gone' as const;
    };
    await resume(house.deps, slow, 'nhh', id, { wait: 'end-of-stay', attempt: 1 });
    expect(await kept()).toBe('second');
  });
});
