import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, startHost } from '../../infra/local/host.ts';
import { openCase } from '../../shared/mobility/perform.ts';
import { application, depsOf, OPEN_DAY } from './applications.ts';
import { temporaryFolder } from './fixtures.ts';

const dataDir = temporaryFolder();
const reports: string[] = [];
let host: Host;
const start = () =>
  startHost({ dataDir, clock: 'frozen', startAt: OPEN_DAY, seed: 'host', report: (line) => reports.push(line) });
const page = async (path: string, init?: RequestInit) => {
  const response = await fetch(host.url + path, { redirect: 'manual', ...init });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const post = (path: string, fields: Record<string, string>) =>
  page(path, { method: 'POST', body: new URLSearchParams(fields) });
const subjects = (to: string) => host.mailbox.list({ recipient: to }).map(({ subject }) => subject);

beforeAll(async () => {
  host = await start();
});
afterAll(() => host.stop());

describe('an application', () => {
  beforeAll(async () => {
    await openCase(depsOf(host), application(1));
    await host.settle();
  });

  it('reaches the participant and the office by mail', () => {
    expect(subjects('kari.1@student.nhh.example')).toHaveLength(1);
    expect(subjects(host.rules.institution('nhh')?.contacts.office.email ?? '')).toHaveLength(1);
  });

  it('has its execution, waiting for the approval', async () => {
    const { text } = await page('/local/executions');
    expect(text).toContain('running');
    expect(await host.nextDue()).toBeDefined();
  });

  it('is shown in the mailbox, by recipient', async () => {
    const { text } = await page('/local/mailbox?to=kari.1@student.nhh.example');
    expect(text).toContain(subjects('kari.1@student.nhh.example')[0]);
  });

  it('makes nothing happen while nothing is due', async () => {
    const before = host.mailbox.count();
    await host.settle();
    expect(host.mailbox.count()).toBe(before);
  });
});

describe('the clock', () => {
  it('goes to the next due moment from its page, and shows what happened', async () => {
    const due = await host.nextDue();
    const moved = await post('/local/clock', { step: 'next' });
    expect([moved.status, host.clock.now()]).toEqual([303, due]);
    const { text } = await page(moved.headers.get('location') ?? '');
    expect(text).toContain('things happened');
  });

  it('passes a month in moments, working at every due one', async () => {
    const before = host.clock.now();
    const stops: string[] = [];
    await host.advanceBy(30, (at) => stops.push(at));
    expect(Date.parse(host.clock.now()) - Date.parse(before)).toBe(30 * 86_400_000);
    expect(stops).toEqual([...stops].sort());
  });

  it('does not go back', async () => {
    await expect(host.advanceTo(OPEN_DAY)).resolves.toBe(0);
    expect(host.clock.now() > OPEN_DAY).toBe(true);
    expect(() => host.clock.moveTo(OPEN_DAY)).toThrow('does not go back');
  });
});

describe('pages of the machine', () => {
  it.each(['/local/mailbox', '/local/clock', '/local/bank', '/local/executions'])('%s answers', async (path) => {
    const { status, text } = await page(path);
    expect(status).toBe(200);
    expect(text).toContain('<h1 ');
  });

  it('a mail is shown as text and in a frame without scripts', async () => {
    const [mail] = host.mailbox.list();
    const shown = await page(`/local/mailbox/${mail?.id}`);
    expect(shown.text).toContain(`<a class="ds-link" href="${host.url}/l/`);
    const frame = await page(`/local/mailbox/${mail?.id}/html`);
    expect(frame.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(frame.headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    ['/local/nowhere', 404],
    ['/local/mailbox/999999', 404],
    ['/local/bank/file?key=../../etc/passwd', 404],
    ['/local/executions/nothing', 404],
  ])('%s is not there', async (path, status) => {
    expect((await page(path)).status).toBe(status);
  });

  it('another site cannot use them through the browser', async () => {
    const crossSite = {
      method: 'POST',
      body: new URLSearchParams({ step: 'day' }),
      headers: { 'sec-fetch-site': 'cross-site' },
    };
    const before = host.clock.now();
    expect((await page('/local/clock', crossSite)).status).toBe(403);
    expect(host.clock.now()).toBe(before);
  });

  it('the bank says in a sentence what it cannot take', async () => {
    const { status, text } = await post('/local/bank/pay-in', {
      institution: 'nhh',
      kid: 'x',
      amount: '10.00',
      payer: 'Kari',
    });
    expect([status, text.includes('A KID has 2 to 25 digits')]).toEqual([422, true]);
  });

  it('a request larger than Lambda takes is refused with a sentence', async () => {
    const { status, text } = await page('/apply/nhh', { method: 'POST', body: 'x'.repeat(7 * 1024 * 1024) });
    expect([status, text.includes('more than 6 MB')]).toEqual([413, true]);
  });
});

describe('the folder', () => {
  it('belongs to one process at a time', async () => {
    await expect(start()).rejects.toThrow('Another Wayfare is running');
  });

  it('holds everything: after a stop and a start it all goes on', async () => {
    const before = { now: host.clock.now(), mails: host.mailbox.count(), due: await host.nextDue() };
    await host.stop();
    host = await start();
    expect({ now: host.clock.now(), mails: host.mailbox.count(), due: await host.nextDue() }).toEqual(before);
  });

  it('loses nothing when the host ends in the middle of its work', async () => {
    const { id, at } = { id: 'kari.3@student.nhh.example', at: '2026-01-01T00:00:00.000Z' };
    await host.mailbox.accept(Buffer.from(`From: a@b.no\r\nTo: ${id}\r\nSubject: Before\r\n\r\nx`), []);
    const moving = host.advanceTo(at).catch(() => undefined);
    await host.kill();
    await moving;
    reports.length = 0;
    host = await start();
    await host.settle();
    expect(subjects(id)).toEqual(['Before']);
    await host.advanceTo(at);
    expect(await host.store.work('nhh#outbox', '9', 10)).toEqual([]);
  });

  it('and the handlers work with the new host as with the first', async () => {
    await openCase(depsOf(host), application(2)).catch(() => undefined);
    const { status } = await page('/apply/nhh');
    expect(status).toBe(200);
  });
});

it('nothing was reported as failed', () => {
  expect(reports).toEqual([]);
});
