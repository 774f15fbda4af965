import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Filling } from '../../infra/local/replay/browser.ts';
import { readHeader } from '../../infra/local/replay/post.ts';
import type { MailItem } from '../../shared/mail/record.ts';
import { casePartition, prefixes } from '../../shared/store/keys.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { Town } from './town.ts';

/** People whose mail does not arrive, through the real pages, mail endpoint, event bus and functions. */
const dataDir = temporaryFolder();
let town: Town;
const ids = { good: '', bounced: '', nowhere: '', lost: '', host: '' };

const people: Readonly<Record<keyof typeof ids, Filling>> = {
  good: { account: '12345678903', email: 'good@student.nhh.example' },
  bounced: { account: '15032080119', email: 'bounce@student.nhh.example', secondEmail: 'private@home.example' },
  nowhere: { account: '36241120303', email: 'bounce-too@student.nhh.example' },
  lost: { account: '66048764755', email: 'lost@student.nhh.example' },
  host: { account: '15032080119', email: 'abroad@student.nhh.example', contactEmail: 'bounce@host.example' },
};

async function noticesTo(recipient: string): Promise<string[]> {
  const mails = town.host.mailbox.list({ recipient, after: 0, limit: 1000 });
  return Promise.all(
    mails.map(async ({ id }) => (await readHeader(town.host.mailbox.get(id)?.raw ?? Buffer.alloc(0))).notice),
  );
}

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-06-10T07:00:00.000Z');
  for (const [name, filling] of Object.entries(people)) {
    await town.apply(filling);
    const id = await town.caseOf(String(filling.email));
    ids[name as keyof typeof ids] = id;
    await town.approve(id);
  }
  await town.sendWithCode(await town.openFrom('agreement-to-sign', ids.host), 'read', { read: 'yes' }, ids.host);
  await town.host.advanceBy(1);
}, 60_000);
afterAll(() => town.host.stop());

describe('a participant whose first mail comes back', () => {
  test('gets it at the private address, and signs from there', async () => {
    const both = ['agreement-to-sign', 'application-received'];
    expect((await noticesTo('bounce@student.nhh.example')).toSorted()).toEqual(both);
    expect((await noticesTo('private@home.example')).toSorted()).toEqual(both);
    const page = await town.openFrom('agreement-to-sign', ids.bounced);
    await town.sendWithCode(page, 'read', { read: 'yes' }, ids.bounced);
    expect((await town.mobility(ids.bounced)).state).toBe('signed');
    expect(await noticesTo('private@home.example')).toContain('code');
  });

  test('without another address, becomes a task; the office corrects it, and the mail is sent again', async () => {
    expect(await town.tasks()).toContainEqual({
      kind: 'address-needed',
      data: { mobility: ids.nowhere, whose: 'participant', mail: 'application-received', how: 'bounced' },
    });
    const page = await town.openFrom('address-needed', ids.nowhere);
    const filling = { email: 'found@home.example', by: 'Ingrid Berg' };
    const answer = await town.sendWithCode(page, 'email', filling, ids.nowhere);
    expect(answer.text).toContain('Ingrid Berg corrected the address.');
    expect(await noticesTo('found@home.example')).toEqual(['application-received']);
    expect((await town.mobility(ids.nowhere)).unreachable).toEqual([]);
  });
});

describe('nobody signs', () => {
  beforeAll(() => town.host.advanceTo('2025-09-02T12:00:00.000Z'), 60_000);

  test('an agreement lapses on somebody whose notices were delivered', async () => {
    expect((await town.mobility(ids.good)).state).toBe('lapsed');
  });

  test('and waits where nothing was ever heard of them', async () => {
    expect((await town.mobility(ids.lost)).state).toBe('agreement-issued');
    expect(await town.tasks()).toContainEqual({
      kind: 'deadline-moved',
      data: {
        mobility: ids.lost,
        deadline: 'agreement-expiry',
        moved: '2025-09-23',
        why: 'notices not delivered',
      },
    });
  });

  test('only what a deadline hangs on was noted as delivered; a bounce always', async () => {
    const of = async (id: string) => {
      const range = { pk: casePartition('nhh', id), prefix: prefixes.mail };
      const records = await town.host.store.query<MailItem>('cases', range);
      return records.map(({ template, delivery }) => `${template} ${delivery?.state ?? '-'}`);
    };
    expect(await of(ids.good)).toEqual([
      'application-received -',
      'approval-request -',
      'agreement-to-sign delivered',
      'agreement-reminder delivered',
      'agreement-reminder delivered',
      'agreement-reminder delivered',
      'agreement-lapsed -',
    ]);
    expect((await of(ids.bounced)).slice(0, 2)).toEqual(['application-received bounced', 'approval-request -']);
    expect(town.host.undelivered()).toEqual([]);
    expect(town.reports).toEqual([]);
  });
});

describe('a host whose mail comes back', () => {
  test('is written to at the address that the office enters', async () => {
    await town.host.advanceTo('2025-12-23T12:00:00.000Z');
    expect(await noticesTo('bounce@host.example')).toEqual(['confirmation-request']);
    const filling = { email: 'incoming@host.example', by: 'Ingrid Berg' };
    await town.sendWithCode(await town.openFrom('address-needed', ids.host), 'email', filling, ids.host);
    expect(await noticesTo('incoming@host.example')).toEqual(['confirmation-request']);
    await town.comeHome(ids.host);
    expect((await town.mobility(ids.host)).state).toBe('closed');
  }, 60_000);
});
