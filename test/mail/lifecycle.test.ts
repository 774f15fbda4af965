import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { hearOfMail } from '../../shared/mail/events.ts';
import { type Delivery, type DeliveryState, isNews } from '../../shared/mail/lifecycle.ts';
import type { MailItem } from '../../shared/mail/record.ts';
import type { Application } from '../../shared/mobility/commands.ts';
import { casePartition, mailKey, prefixes } from '../../shared/store/keys.ts';
import { PeopleWorld } from './world.ts';

const states: readonly DeliveryState[] = ['delayed', 'soft-bounced', 'delivered', 'bounced', 'complained'];
const AT = '2025-05-05T10:01:00.000Z';

let world: PeopleWorld;
let id: string;
beforeEach(() => {
  world = new PeopleWorld();
});

const withSecond = (application: Application): Application => ({
  ...application,
  participant: { ...application.participant, secondEmail: 'ingrid@home.example' },
});

/** The records of a case's mails of one kind, oldest first. */
async function recordsOf(template: string): Promise<MailItem[]> {
  const all = await world.store.query<MailItem>('cases', { pk: casePartition('nhh', id), prefix: prefixes.mail });
  return all.filter((item) => item.template === template);
}

const nameOf = (item: MailItem): string => item.sk.slice(prefixes.mail.length);

async function hear(template: string, state: DeliveryState, at = AT) {
  const record = (await recordsOf(template)).at(-1);
  if (!record) throw new Error(`No mail ${template} was written.`);
  const hearing = await hearOfMail(world.deps, { institution: 'nhh', mobility: id, mail: nameOf(record), state, at });
  await world.deliver(id);
  return hearing;
}

const sentTo = (subject: RegExp) => world.mails.filter((mail) => subject.test(mail.subject)).map((mail) => mail.to);
const tasks = () =>
  world.store
    .all('cases')
    .filter(({ sk, workPk }) => sk === 'task' && workPk !== undefined)
    .map((item) => item as unknown as { kind: string; data: Record<string, string> });

describe('what is heard of a mail', () => {
  test('counts only when it says more than before, in whatever order it comes', () => {
    const words = fc.array(fc.constantFrom(...states), { minLength: 1 });
    fc.assert(
      fc.property(words, (heard) => {
        let known: Delivery | undefined;
        for (const state of heard) if (isNews(known, { state, at: AT })) known = { state, at: AT };
        expect(states.indexOf(known?.state ?? 'delayed')).toBe(
          Math.max(...heard.map((state) => states.indexOf(state))),
        );
      }),
    );
  });

  test('that it was delivered stands in its record, and changes nothing in the case', async () => {
    id = await world.approved();
    const { version } = await world.load(id);
    expect(await hear('agreement-to-sign', 'delivered')).toBe('noted');
    expect(await recordsOf('agreement-to-sign')).toMatchObject([
      { state: 'sent', delivery: { state: 'delivered', at: AT } },
    ]);
    expect((await world.load(id)).version).toBe(version);
  });

  test('the same again, or less, changes nothing', async () => {
    id = await world.approved();
    await hear('agreement-to-sign', 'delivered');
    const before = await recordsOf('agreement-to-sign');
    for (const state of ['delivered', 'delayed', 'soft-bounced'] as const) {
      expect(await hear('agreement-to-sign', state, '2025-05-06T10:00:00.000Z')).toBe('known');
    }
    expect(await recordsOf('agreement-to-sign')).toEqual(before);
  });

  test('of a mail that is not ours, nothing follows', async () => {
    id = await world.open();
    const mail = { institution: 'nhh', mobility: id, mail: 'nobody-knows', state: 'bounced', at: AT } as const;
    expect(await hearOfMail(world.deps, mail)).toBe('unknown');
    expect(tasks()).toEqual([]);
  });

  test('it may be heard before we have noted that it was sent', async () => {
    id = await world.open();
    const key = mailKey('nhh', id, 'early');
    world.onSend = () =>
      hearOfMail(world.deps, { institution: 'nhh', mobility: id, mail: 'early', state: 'delivered', at: AT });
    await world.mail(id, 'early', 'agreement-reminder', { due: '2025-08-31' });
    expect(await world.store.get('cases', key)).toMatchObject({ state: 'sent', delivery: { state: 'delivered' } });
  });
});

describe('a mail that comes back', () => {
  test('goes to the private address, once, with a link of its own', async () => {
    id = await world.approved(withSecond);
    const first = world.link(/sign/i);
    await hear('agreement-to-sign', 'bounced');
    expect(sentTo(/sign/i)).toEqual(['ingrid@student.nhh.example', 'ingrid@home.example']);
    expect(world.link(/sign/i)).not.toBe(first);
    expect(tasks()).toEqual([]);
  });

  test('everything that follows goes to the private address too', async () => {
    id = await world.approved(withSecond);
    await hear('agreement-to-sign', 'bounced');
    await world.mail(id, 'later', 'agreement-reminder', { due: '2025-08-31' });
    expect(world.mails.at(-1)?.to).toBe('ingrid@home.example');
  });

  test('for now only, goes to the private address, and later mails to the first again', async () => {
    id = await world.approved(withSecond);
    await hear('agreement-to-sign', 'soft-bounced');
    expect(world.mails.at(-1)?.to).toBe('ingrid@home.example');
    await world.mail(id, 'later', 'agreement-reminder', { due: '2025-08-31' });
    expect(world.mails.at(-1)?.to).toBe('ingrid@student.nhh.example');
  });

  test('first for now and then for good, is not sent a third time', async () => {
    id = await world.approved(withSecond);
    const [record] = await recordsOf('agreement-to-sign');
    const mail = { institution: 'nhh', mobility: id, mail: record ? nameOf(record) : '', at: AT };
    await hearOfMail(world.deps, { ...mail, state: 'soft-bounced' });
    await hearOfMail(world.deps, { ...mail, state: 'bounced' });
    await world.deliver(id);
    expect(sentTo(/sign/i)).toHaveLength(2);
    expect((await world.load(id)).unreachable).toEqual(['participant']);
  });

  test('from both addresses becomes a task and a mail of the office, and nothing more is sent in vain', async () => {
    id = await world.approved(withSecond);
    await hear('agreement-to-sign', 'bounced');
    await hear('agreement-to-sign', 'bounced');
    expect((await world.load(id)).unreachable).toEqual(['participant', 'participant-second']);
    expect(tasks()).toMatchObject([{ kind: 'address-needed', data: { mobility: id, whose: 'participant' } }]);
    expect(world.last(/could not be delivered/).to).toBe('international@nhh.example');
    const sent = world.mails.length;
    expect(await world.mail(id, 'later', 'agreement-reminder', { due: '2025-08-31' })).toBe('withheld');
    expect(world.mails).toHaveLength(sent);
  });

  test('called unwanted after it was delivered: this address gets no more', async () => {
    id = await world.approved(withSecond);
    await hear('agreement-to-sign', 'delivered');
    await hear('agreement-to-sign', 'complained', '2025-05-06T10:00:00.000Z');
    expect((await world.load(id)).unreachable).toEqual(['participant']);
    expect((await recordsOf('agreement-to-sign')).map(({ delivery }) => delivery?.state)).toEqual([
      'complained',
      undefined,
    ]);
  });

  test('from the host: the office corrects the address, the task is done, and the mail goes there', async () => {
    id = await world.firstPaid();
    await world.mail(id, 'ask', 'confirmation-request', { due: '2026-01-18' });
    await hear('confirmation-request', 'bounced');
    expect(tasks()).toMatchObject([{ kind: 'address-needed', data: { whose: 'host', mail: 'confirmation-request' } }]);
    const again = { template: 'confirmation-request', data: { due: '2026-01-18' } } as const;
    const command = { type: 'correct-address', by: 'Kari Nordmann', whose: 'host', again } as const;
    await world.command(id, { ...command, email: 'incoming@host.example' });
    expect(world.last(/confirm the Erasmus/).to).toBe('incoming@host.example');
    expect(tasks()).toEqual([]);
    await expect(world.command(id, { ...command, email: 'incoming@host.example' })).rejects.toThrow(/Give another one/);
  });

  test('from the office itself is a task for whoever runs the system', async () => {
    id = await world.open();
    await hear('approval-request', 'bounced');
    expect(tasks()).toMatchObject([{ kind: 'staff-address', data: { whose: 'office', mail: 'approval-request' } }]);
    expect(await world.mail(id, 'later', 'approval-reminder', {})).toBe('sent');
  });

  test('whatever is heard, and how often, the same mail goes out at most once more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...states), { maxLength: 8 }), async (heard) => {
        world = new PeopleWorld();
        id = await world.approved(withSecond);
        const [record] = await recordsOf('agreement-to-sign');
        const mail = { institution: 'nhh', mobility: id, mail: record ? nameOf(record) : '', at: AT };
        for (const state of heard) await hearOfMail(world.deps, { ...mail, state });
        await world.deliver(id);
        const failed = heard.some((state, n) =>
          state === 'soft-bounced'
            ? !heard.slice(0, n).some((s) => s === 'delivered')
            : state === 'bounced' || state === 'complained',
        );
        expect(sentTo(/sign/i)).toHaveLength(failed ? 2 : 1);
      }),
      { numRuns: 60 },
    );
  });
});
