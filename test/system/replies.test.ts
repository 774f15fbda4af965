import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseHead } from '../../infra/local/mail/mailbox.ts';
import { verdictsOf } from '../../infra/local/mail/verdicts.ts';
import { readHead } from '../../shared/mail/inbound-parse.ts';
import { openTasks } from '../../shared/mobility/tasks.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { mail, pdf } from '../mail/letters.ts';
import { Town } from './town.ts';

/**
 * A student answers a mail with a mail program: it goes by SMTP through the receipt rule, the bucket and the function, to
 * the office, which enters the dates of the confirmation that came with it.
 */
const dataDir = temporaryFolder();
let town: Town;
let id: string;
const email = 'ingrid@student.nhh.example';

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-06-10T07:00:00.000Z', { smtpPort: 0 });
  await town.apply({ email });
  id = await town.caseOf(email);
  await town.approve(id);
  await town.sendWithCode(await town.openFrom('agreement-to-sign', id), 'read', { read: 'yes' }, id);
  await town.host.advanceTo('2025-12-22T09:00:00.000Z');
}, 60_000);
afterAll(() => town.host.stop());

async function replyAddress(notice: string): Promise<string> {
  const mine = town.host.mailbox.list({ recipient: email, after: 0, limit: 1000 });
  const heads = await Promise.all(
    mine.map(({ id: mailId }) => parseHead(town.host.mailbox.get(mailId)?.raw ?? Buffer.alloc(0))),
  );
  const last = heads.findLast(({ headers }) =>
    headers.some(({ key, value }) => key === 'x-wayfare-notice' && value === notice),
  );
  return last?.replyTo?.[0]?.address ?? '';
}

/** Answers our last mail of this notice. */
async function answer(notice: string, text: string, more: object = {}): Promise<void> {
  const replyTo = await replyAddress(notice);
  const transport = createTransport({ host: '127.0.0.1', port: town.host.smtpPort ?? 0, ignoreTLS: true });
  await transport.sendMail({ from: email, to: replyTo, subject: 'Re:', text, ...more });
  transport.close();
  await town.host.settle();
}

const tasks = async (kind: string) => (await openTasks(town.host.store, 'nhh')).filter((task) => task.kind === kind);
const rawMails = () => town.host.objects.list(inbox(), 'replies/', '', 100);
const inbox = () => town.host.installation.receipts[0]?.bucket ?? '';

describe('a confirmation of stay in an answer', () => {
  test('becomes a task and a mail to the office; the stay is not confirmed by it', async () => {
    await answer('payment-booked', 'Here is my confirmation.', { attachments: [{ filename: 'c.pdf', content: pdf }] });
    expect(await tasks('reply')).toMatchObject([{ data: { mobility: id, files: '1' } }]);
    expect((await town.mail('reply-received', id)).to).toBe('international@nhh.example');
    expect((await town.mobility(id)).confirmed).toBeUndefined();
    expect(rawMails()).toEqual([]);
  });

  test('is put on the case by the office, which then enters its dates', async () => {
    const page = await town.openFrom('reply-received', id);
    const [task] = await tasks('reply');
    const choice = `confirmation-${task?.id.split('-').at(-1)}-1`;
    await town.send(page, 'choice', { choice, by: 'Kari Nordmann' });
    expect(await tasks('reply')).toEqual([]);
    const review = await town.openFrom('confirmation-review', id);
    await town.send(review, 'start', { start: '2025-08-18', end: '2025-12-19', by: 'Kari Nordmann' });
    expect((await town.mobility(id)).confirmed?.period).toEqual({ start: '2025-08-18', end: '2025-12-19' });
  });
});

test('plain words become a task with the text behind a link', async () => {
  await answer('obligations-request', 'I came home early on 3 November.');
  expect((await town.openFrom('reply-received', id)).text).toContain('I came home early on 3 November.');
  expect(await tasks('reply')).toHaveLength(1);
});

test('an out-of-office reply is dropped; its raw mail waits for its thirty days', async () => {
  await answer('obligations-request', 'I am away.', { headers: { 'Auto-Submitted': 'auto-replied' } });
  expect(await tasks('reply')).toHaveLength(1);
  expect(rawMails()).toHaveLength(1);
});

test('SMTP takes nothing for anybody else', async () => {
  const transport = createTransport({ host: '127.0.0.1', port: town.host.smtpPort ?? 0, ignoreTLS: true });
  await expect(transport.sendMail({ from: email, to: 'president@nhh.example', text: 'x' })).rejects.toThrow('550');
  transport.close();
});

test('no event was lost, and nothing that was written stands in one', () => {
  expect(town.host.undelivered()).toEqual([]);
});

describe('verdicts on this machine', () => {
  test.each([
    ['nothing', {}, { dmarc: 'PASS', virus: 'PASS' }],
    ['the header', { 'X-Local-Verdict': 'dmarc=fail, virus=gray' }, { dmarc: 'FAIL', virus: 'GRAY', spam: 'PASS' }],
    ['a forged sender', { From: 'anna@forged.example' }, { dmarc: 'FAIL', virus: 'PASS' }],
    ['a word that is none', { 'X-Local-Verdict': 'dmarc=maybe' }, { dmarc: 'PASS' }],
  ])('by %s', async (_what, headers, expected) => {
    const raw = mail(headers);
    expect(verdictsOf(await readHead(raw), raw)).toMatchObject(expected);
  });

  test('by the scanners’ test virus', async () => {
    const raw = mail({}, 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*');
    expect(verdictsOf(await readHead(raw), raw).virus).toBe('FAIL');
  });
});
