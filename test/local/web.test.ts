import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededIds } from '../../infra/local/ids.ts';
import { WebServer } from '../../infra/local/web/server.ts';

const web = new WebServer();
const seen: APIGatewayProxyEventV2[] = [];
const reports: string[] = [];
let answer: unknown;
let url: string;

beforeAll(async () => {
  url = await web.listen(0);
});
afterAll(() => web.close());

const last = () => seen.at(-1);

describe('before the host is ready', () => {
  it('every page says that it is starting', async () => {
    expect((await fetch(url)).status).toBe(503);
  });
});

describe('a request as the HTTP API hands it over', () => {
  beforeAll(() => {
    web.serve({
      clock: { now: () => '2025-06-02T07:00:00.000Z' },
      ids: seededIds('1'),
      local: async () => false,
      pages: async (event) => {
        seen.push(event);
        return answer ?? { statusCode: 200, body: 'ok' };
      },
      report: (line) => reports.push(line),
    });
  });

  it('keeps path and query as they came', async () => {
    await fetch(`${url}/l/a%20b?x=1&x=2&y=%C3%A6`);
    expect(last()).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/l/a%20b',
      rawQueryString: 'x=1&x=2&y=%C3%A6',
      queryStringParameters: { x: '1,2', y: 'æ' },
      requestContext: { http: { method: 'GET', path: '/l/a%20b' }, stage: '$default', timeEpoch: 1_748_847_600_000 },
      isBase64Encoded: false,
    });
  });

  it('puts cookies into their own field', async () => {
    await fetch(url, { headers: { cookie: 'a=1; b=2' } });
    expect(last()?.cookies).toEqual(['a=1', 'b=2']);
    expect(last()?.headers).not.toHaveProperty('cookie');
  });

  it.each([
    ['text/plain', 'æ', false],
    ['application/json', '{"a":1}', false],
    ['application/xml', '<a/>', false],
    ['application/x-www-form-urlencoded', 'a=1', true],
    ['application/pdf', '%PDF', true],
    ['multipart/form-data; boundary=x', '--x--', true],
  ])('gives a body of type %s as text or as base64', async (type, body, encoded) => {
    await fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
    expect(last()).toMatchObject({
      isBase64Encoded: encoded,
      body: encoded ? Buffer.from(body).toString('base64') : body,
    });
  });

  it('refuses a body that no function could take, with a sentence', async () => {
    const before = seen.length;
    const response = await fetch(url, {
      method: 'POST',
      body: Buffer.alloc(5 * 1024 * 1024),
      headers: { 'content-type': 'application/pdf' },
    });
    expect([response.status, seen.length]).toEqual([413, before]);
    expect(await response.text()).toContain('Make the file smaller');
  });
});

describe('an answer', () => {
  it('brings status, headers, cookies and bytes', async () => {
    answer = {
      statusCode: 201,
      headers: { 'content-type': 'application/pdf' },
      cookies: ['a=1', 'b=2'],
      body: 'JVBERg==',
      isBase64Encoded: true,
    };
    const response = await fetch(url);
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.getSetCookie(),
      await response.text(),
    ]).toEqual([201, 'application/pdf', ['a=1', 'b=2'], '%PDF']);
  });

  it.each([
    ['without a status', { body: 'x' }],
    ['larger than 6 MB', { statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024 + 1) }],
  ])('%s is a failure of the page, not of the server', async (_name, wrong) => {
    answer = wrong;
    expect((await fetch(url)).status).toBe(500);
    expect(reports.at(-1)).toContain('BadAnswer');
  });
});

describe('a port in use', () => {
  it('is told in a sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as AddressInfo;
    await expect(new WebServer().listen(port)).rejects.toThrow(`Port ${port} is in use by another program`);
    other.close();
  });
});
