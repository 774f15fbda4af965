import { beforeEach, describe, expect, test } from 'vitest';
import { BadAddress } from '../../shared/mail/compose.ts';
import type { MailItem } from '../../shared/mail/record.ts';
import { deliverMail } from '../../shared/mail/send.ts';
import type { Application } from '../../shared/mobility/commands.ts';
import { change } from '../../shared/store/change.ts';
import { mailKey } from '../../shared/store/keys.ts';
import { application, baseUrl, PeopleWorld } from './world.ts';

let world: PeopleWorld;
beforeEach(() => {
  world = new PeopleWorld();
});

const named = (participant: Partial<Application['participant']>) => (same: Application) => ({
  ...same,
  participant: { ...same.participant, ...participant },
});

describe('a mail', () => {
  test('has the headers that tell machines what it is', async () => {
    await world.open();
    const { headers } = world.last(/has arrived/);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('list-id')).toBe('Erasmus+ grants <nhh.grants.grants.example.org>');
    expect(headers.get('from')).toBe('NHH Norwegian School of Economics <grants@grants.example.org>');
    expect(headers.get('reply-to')).toBe('Section for International Relations <international@nhh.example>');
    expect(headers.get('message-id')).toMatch(/^<[0-9a-f]{32}@grants\.example\.org>$/);
  });

  test('is the same bytes for the same case, clock and ids', async () => {
    await world.open();
    const other = new PeopleWorld();
    await other.open();
    expect(other.mails.map((mail) => mail.raw)).toEqual(world.mails.map((mail) => mail.raw));
  });

  test('loads nothing and tracks nobody', async () => {
    await world.settledWithBalance();
    for (const { html } of world.mails) {
      expect(html).not.toMatch(/<(img|script|link|iframe|object)|url\(|@import/i);
    }
  });

  test('carries one link, the same in both bodies, and no token anywhere else', async () => {
    await world.open();
    const { html, text, link, raw } = world.last(/has arrived/);
    expect(text.match(/https?:\/\/\S+/g)).toEqual([`${baseUrl}${link}`]);
    expect(new Set(html.match(/https?:\/\/[^"<\s]+/g))).toEqual(new Set([`${baseUrl}${link}`]));
    expect(raw.slice(0, raw.indexOf('\n\n'))).not.toContain('/l/');
  });
});

describe('names cannot inject headers', () => {
  const attacks = [
    ['a new header', 'Ingrid\r\nBcc: everybody@example.org'],
    ['a bare line feed', 'Ingrid\nX-Evil: 1'],
    ['an early end of the headers', 'Ingrid\r\n\r\n<script>alert(1)</script>'],
    ['a line separator', 'Ingrid\u2028Bcc: everybody@example.org'],
    ['an encoded word', '=?utf-8?q?Ingrid=0D=0ABcc:_x@example.org?='],
  ] as const;

  test.each(attacks)('%s', async (_what, givenName) => {
    await world.open(named({ givenName }));
    for (const { raw, headers } of world.mails) {
      const names = raw
        .slice(0, raw.search(/\r?\n\r?\n/))
        .split(/\r?\n(?![ \t])/)
        .map((line) => line.split(':')[0]?.toLowerCase());
      expect(names.sort()).toEqual([
        'auto-submitted',
        'content-type',
        'date',
        'from',
        'list-id',
        'message-id',
        'mime-version',
        'reply-to',
        'subject',
        'to',
        'x-wayfare-case',
        'x-wayfare-notice',
      ]);
      expect(headers.has('bcc')).toBe(false);
    }
    expect(world.mails.map((mail) => mail.to)).toEqual(['ingrid@student.nhh.example', 'international@nhh.example']);
  });

  test('names are text in HTML, not markup', async () => {
    await world.open(named({ givenName: '<b onclick=x>Ingrid</b>' }));
    expect(world.last(/has arrived/).html).toContain('&lt;b onclick=x&gt;Ingrid&lt;/b&gt;');
  });

  test('an address that is none is refused before anything is sent', async () => {
    const bad = named({ email: 'ingrid@student.nhh.example, everybody@example.org' });
    await expect(world.open(bad)).rejects.toThrow(BadAddress);
    expect(world.mails).toEqual([]);
  });
});

describe('sending', () => {
  const record = (id: string, mail: string) => world.store.get<MailItem>('cases', mailKey('nhh', id, mail));

  test('is recorded as written, then as sent, without a body or an address', async () => {
    const id = await world.open();
    await world.mail(id, 'again', 'application-received', {});
    expect(await record(id, 'again')).toEqual({
      ...mailKey('nhh', id, 'again'),
      state: 'sent',
      version: 1,
      template: 'application-received',
      recipient: 'participant',
      mailbox: 'participant',
      data: {},
      writtenAt: world.now,
      sentAt: world.now,
    });
  });

  test('once sent, a mail is not sent again', async () => {
    const id = await world.open();
    await world.mail(id, 'again', 'application-received', {});
    const sent = world.mails.length;
    expect(await world.mail(id, 'again', 'application-received', {})).toBe('sent-before');
    expect(world.mails).toHaveLength(sent);
  });

  test('what comes after it is written with the note that it was sent, also when it had been sent before', async () => {
    const id = await world.open();
    const sends = { send: async () => undefined };
    const deps = { ...world.deps, transport: sends, baseUrl, from: 'grants@grants.example.org' };
    const after = (name: string) => change().put('cases', { ...mailKey('nhh', id, name), state: 'after' }).writes;
    for (const [name, outcome] of [
      ['after-1', 'sent'],
      ['after-2', 'sent-before'],
    ] as const) {
      expect(await deliverMail(deps, 'nhh', id, 'again', 'application-received', {}, { after: after(name) })).toBe(
        outcome,
      );
      expect(await record(id, name)).toMatchObject({ state: 'after' });
    }
  });

  test('when the transport fails the mail stays written, and the next try sends it under the same Message-ID', async () => {
    const id = await world.open();
    const failing = { send: async () => Promise.reject(new Error('no connection')) };
    const deps = { ...world.deps, transport: failing, baseUrl, from: 'grants@grants.example.org' };
    await expect(deliverMail(deps, 'nhh', id, 'again', 'application-received', {})).rejects.toThrow('no connection');
    expect(await record(id, 'again')).toMatchObject({ state: 'written' });
    world.now = '2025-05-05T11:00:00.000Z';
    expect(await world.mail(id, 'again', 'application-received', {})).toBe('sent');
    expect(await record(id, 'again')).toMatchObject({
      state: 'sent',
      writtenAt: '2025-05-05T10:00:00.000Z',
      sentAt: world.now,
    });
    expect(world.mails.at(-1)?.headers.get('date')).toBe('Mon, 05 May 2025 10:00:00 +0000');
  });

  test('when the answer is lost after sending, the repeat is the same mail', async () => {
    const id = await world.open();
    await world.mail(id, 'first', 'application-received', {});
    const sent = world.mails.at(-1);
    await world.store.commit([
      { do: 'update', table: 'cases', key: mailKey('nhh', id, 'first'), set: { state: 'written' }, expect: [] },
    ]);
    await world.mail(id, 'first', 'application-received', {});
    expect(world.mails.at(-1)?.raw).toBe(sent?.raw);
  });

  test('a code mail goes to whom the link belongs, carries the code and no link', async () => {
    const id = await world.approved();
    const link = world.store
      .all('cases')
      .find((item) => 'link' in item && (item.link as { purpose: string }).purpose === 'sign');
    await world.mail(id, 'code-1', 'code', { link: (link as unknown as { link: { hash: string } }).link.hash });
    const mail = world.last(/^Your code$/);
    expect(mail.to).toBe(application.participant.email);
    expect(mail.text).toMatch(/^ {4}\d{6}$/m);
    expect(mail.link).toBeUndefined();
    expect(mail.subject).not.toMatch(/\d/);
  });
});
