import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { xmlBounds } from '../../shared/payments/tree.ts';
import { House } from '../payments/house.ts';

/** How a file of the bank comes to be read: its size is known, and refused, before any of it is in memory. */

const edge = vi.hoisted(() => ({ deps: undefined as unknown }));
vi.mock('../../functions/edge/deps.ts', () => ({
  get deps() {
    return edge.deps;
  },
}));

const bodies: Record<string, { readonly length: number; readonly piece: Uint8Array }> = {
  '/files/bank/in/nhh/small.xml': { length: 8, piece: new TextEncoder().encode('no bank!') },
  '/files/bank/in/nhh/huge.xml': { length: 100_000_000, piece: new Uint8Array(65_536) },
};
const settings = { BUCKET: 'files', CASES_TABLE: 'cases', LEDGER_TABLE: 'ledger', BASE_URL: 'http://127.0.0.1' };
let server: Server;
let sent = 0;
let house: House;

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = bodies[(request.url ?? '').split('?')[0] ?? ''];
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { 'content-length': body.length, etag: '"mark"' });
    const more = (): void => {
      for (;;) {
        if (sent >= body.length || response.destroyed) {
          response.end();
          return;
        }
        const piece = body.piece.subarray(0, body.length - sent);
        sent += piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
    };
    return more();
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  vi.stubEnv('AWS_ENDPOINT_URL_S3', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'eu-north-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  house = await House.with(0);
  edge.deps = house.deps;
  sent = 0;
});

async function arrive(name: string): Promise<unknown> {
  const { handler } = (await import('../../functions/read-bank-file/handler.ts')) as {
    handler: (event: unknown, context: unknown) => Promise<unknown>;
  };
  return handler({ detail: { object: { key: `bank/in/nhh/${name}` } } }, { functionName: 'read-bank-file' });
}

test('a file that can be looked at is', async () => {
  expect(await arrive('small.xml')).toEqual({ kind: 'read', passedOn: 0, tasks: 1 });
  expect(house.tasks).toMatchObject([
    { kind: 'unreadable-bank-file', data: { file: 'small.xml', problem: expect.stringMatching(/not well-formed/) } },
  ]);
});

test('one of 100 MB is a task, and is not taken into memory', async () => {
  expect(await arrive('huge.xml')).toEqual({ kind: 'read', passedOn: 0, tasks: 1 });
  expect(house.tasks).toMatchObject([
    { kind: 'unreadable-bank-file', data: { file: 'huge.xml', problem: expect.stringMatching(/larger than 60 MB/) } },
  ]);
  // What the connection holds in its buffers had left already.
  expect(sent).toBeLessThan(xmlBounds.bytes / 4);
});
