import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHostFile } from '../../infra/local/hostfile.ts';
import { seededIds } from '../../infra/local/ids.ts';
import { Mailbox, parse } from '../../infra/local/mail/mailbox.ts';
import { SesServer } from '../../infra/local/mail/ses.ts';

const clock = { now: () => '2025-09-01T10:00:00.000Z' };
let dataDir: string;
let mailbox: Mailbox;
let server: Server;
let client: SESClient;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wayfare-ses-'));
  mailbox = new Mailbox(openHostFile(dataDir), clock, seededIds('1'));
  const ses = new SesServer(mailbox);
  server = createServer((request, response) => void ses.handle(request, response)).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  client = new SESClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});

afterAll(() => {
  server.close();
  client.destroy();
  rmSync(dataDir, { recursive: true, force: true });
});

const mail = (to: string, subject: string, text = 'Hello\r\n') =>
  Buffer.from(`From: NHH <grants@wayfare.example>\r\nTo: ${to}\r\nSubject: ${subject}\r\n\r\n${text}`);
const send = (raw: Buffer, to: string[] = []) =>
  client.send(new SendRawEmailCommand({ RawMessage: { Data: raw }, ...(to.length > 0 ? { Destinations: to } : {}) }));

describe('the mailbox keeps', () => {
  it('the bytes as they were sent', async () => {
    const raw = mail('bytes@student.example', 'Bytes', 'line + & = % æ\r\n.\r\n');
    await send(raw, ['bytes@student.example']);
    const [summary] = mailbox.list({ recipient: 'bytes@student.example' });
    expect(mailbox.get(summary?.id ?? 0)?.raw.equals(raw)).toBe(true);
  });

  it('who got it, from the envelope', async () => {
    await send(mail('shown@student.example', 'Envelope'), ['Real <Real@Student.example>']);
    expect(mailbox.list({ recipient: 'real@student.example' })).toMatchObject([
      { recipients: ['real@student.example'], subject: 'Envelope', at: clock.now() },
    ]);
    expect(mailbox.list({ recipient: 'shown@student.example' })).toEqual([]);
  });

  it('who got it, from the headers when there is no envelope', async () => {
    await send(mail('Anna <anna@student.example>, bo@student.example', 'Both'));
    expect(mailbox.list({ recipient: 'bo@student.example' })[0]?.recipients).toEqual([
      'anna@student.example',
      'bo@student.example',
    ]);
  });

  it('a mail sent twice as two mails, each with its own id', async () => {
    const raw = mail('twice@student.example', 'Twice');
    const ids = [await send(raw), await send(raw)].map((answer) => answer.MessageId);
    expect(new Set(ids).size).toBe(2);
    expect(mailbox.list({ recipient: 'twice@student.example' })).toHaveLength(2);
  });

  it('a subject with foreign letters, decoded', async () => {
    await send(mail('nb@student.example', '=?utf-8?B?U3TDuHR0ZQ==?='));
    const [summary] = mailbox.list({ recipient: 'nb@student.example' });
    expect(summary?.subject).toBe('Støtte');
    expect((await parse(mailbox.get(summary?.id ?? 0)?.raw ?? Buffer.alloc(0))).text).toContain('Hello');
  });
});

describe('it refuses', () => {
  it('any other action, by name', async () => {
    const other = new SendEmailCommand({
      Source: 'a@b.no',
      Destination: { ToAddresses: ['c@d.no'] },
      Message: undefined,
    });
    await expect(client.send(other)).rejects.toThrow('SendEmail is not implemented by the local SES');
  });

  it('more than ten megabytes', async () => {
    const raw = mail('big@student.example', 'Big', 'x'.repeat(10 * 1024 * 1024));
    await expect(send(raw)).rejects.toThrow('larger than 10 MB');
    expect(mailbox.list({ recipient: 'big@student.example' })).toEqual([]);
  });
});
