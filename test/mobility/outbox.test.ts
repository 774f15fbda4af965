import { beforeEach, describe, expect, test } from 'vitest';
import { addDuration } from '../../shared/calendar/zones.ts';
import { deliver, type EffectPorts, undelivered } from '../../shared/mobility/outbox.ts';
import { House } from '../payments/house.ts';

/** Effects that were written with decisions, and what becomes of those that cannot be done. */

let house: House;
let mailWorks: boolean;
let sent: string[];
let started: string[];

const ports: EffectPorts = {
  mail: {
    baseUrl: 'https://wayfare.example',
    from: 'grants@nhh.example',
    transport: {
      async send(_raw, _from, to) {
        if (!mailWorks) throw new Error('The address is refused.');
        sent.push(...to);
      },
    },
  },
  async startPhase(phase) {
    started.push(phase);
  },
  async sendResult() {
    return 'sent';
  },
};

beforeEach(async () => {
  house = await House.with(1);
  mailWorks = true;
  sent = [];
  started = [];
});

const left = () => house.memory.all('cases').filter(({ workPk }) => workPk === 'nhh#outbox');
const leftMails = () => left().filter((item) => JSON.stringify(item).includes('"type":"mail"'));

/** What the scheduled sweep does, so many entries at a time. */
async function sweep(limit: number): Promise<void> {
  house.now = addDuration(house.now, { minutes: 5 });
  for (const { pk, sk } of await undelivered(house.deps, 'nhh', limit)) {
    await deliver(house.deps, ports, { pk, sk }).catch((error: Error) => expect(error.message).toContain('refused'));
  }
}

describe('the sweep', () => {
  test('delivers what the stream did not, once', async () => {
    const mails = leftMails().length;
    await sweep(100);
    await sweep(100);
    expect([left(), sent.length, started.sort()]).toEqual([[], mails, ['agreement', 'application', 'payout', 'stay']]);
  });

  test('leaves alone what the stream may still deliver', async () => {
    house.now = '2025-06-10T09:01:00.000Z';
    expect(await undelivered(house.deps, 'nhh')).toEqual([]);
  });

  test('what can never be delivered keeps back nothing else, however little is swept at a time', async () => {
    mailWorks = false;
    for (let n = 0; n < 20; n += 1) await sweep(2);
    expect(started.sort()).toEqual(['agreement', 'application', 'payout', 'stay']);
    expect(left()).toEqual(leftMails());
  });

  test('what fails for an hour becomes a task, once, and is tried on', async () => {
    mailWorks = false;
    for (let minutes = 0; minutes < 60; minutes += 5) await sweep(100);
    expect(house.tasks).toEqual([]);
    for (let minutes = 0; minutes < 24 * 60; minutes += 5) await sweep(100);
    const mails = leftMails().length;
    expect(house.tasks.map(({ kind }) => kind)).toEqual(Array(mails).fill('undelivered'));
    expect(house.tasks.map(({ data }) => data.about)).toContain('agreement-to-sign');
    mailWorks = true;
    for (let minutes = 0; minutes < 24 * 60; minutes += 5) await sweep(100);
    expect([left(), sent.length]).toEqual([[], mails]);
  });

  test('what fails is tried again after as long as it has failed: soon at first, daily in the end', async () => {
    mailWorks = false;
    let tries = 0;
    const counting = {
      ...ports.mail.transport,
      async send() {
        tries += 1;
        throw new Error('refused');
      },
    };
    const [mail] = leftMails();
    for (let minutes = 0; minutes < 7 * 24 * 60; minutes += 5) {
      house.now = addDuration(house.now, { minutes: 5 });
      const due = await undelivered(house.deps, 'nhh');
      if (!due.some(({ pk, sk }) => pk === mail?.pk && sk === mail?.sk)) continue;
      const key = { pk: mail?.pk ?? '', sk: mail?.sk ?? '' };
      const failing = { ...ports, mail: { ...ports.mail, transport: counting } };
      await deliver(house.deps, failing, key).catch(() => {});
    }
    expect(tries).toBeGreaterThan(10);
    expect(tries).toBeLessThan(25);
  });
});

test('delivered twice at the same time, once in vain: it is gone', async () => {
  const [mail] = leftMails();
  if (!mail) throw new Error('no mail');
  const key = { pk: mail.pk, sk: mail.sk };
  mailWorks = false;
  const inVain = deliver(house.deps, ports, key);
  await house.memory.commit([{ do: 'delete', table: 'cases', key, expect: [] }]);
  await expect(inVain).rejects.toThrow('refused');
  expect(await house.memory.get('cases', key)).toBeUndefined();
});
