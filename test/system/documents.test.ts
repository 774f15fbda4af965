import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markOf } from '../../shared/documents/file.ts';
import type { DocumentItem } from '../../shared/mobility/records.ts';
import { prefixes } from '../../shared/store/keys.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { changesOn } from './sight.ts';
import { Town } from './town.ts';

/** What a participant keeps, downloaded from a running host through the address in the mail. */
const dataDir = temporaryFolder();
let town: Town;
let id: string;

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-06-10T07:00:00.000Z');
  const email = 'kristoffer@student.nhh.example';
  await town.apply({ email });
  id = await town.caseOf(email);
  await town.approve(id);
  await town.sendWithCode(await town.openFrom('agreement-to-sign', id), 'read', { read: 'yes' }, id);
  await town.host.advanceBy(3);
}, 60_000);
afterAll(() => town.host.stop());

async function papers(): Promise<readonly string[]> {
  const { link = '' } = await town.mail('payment-booked', id);
  const html = await (await fetch(link)).text();
  return [...html.matchAll(/href="([^"]+\/papers\/[^"]+)"/g)].map(([, href = '']) => `${town.host.url}${href}`);
}

test('the agreement and the payment are there, as PDF', async () => {
  const list = await papers();
  expect(list).toHaveLength(2);
  for (const address of list) {
    const answer = await fetch(address);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[a-z-]+-[0-9A-Z]{10}-\d{6}-0\.pdf"$/,
    );
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }
});

test('they were made when they were issued, under ids only, and the hash stands beside the words', async () => {
  const { objects, bucket, store } = town.host;
  const files = objects.list(bucket, `documents/nhh/${id}/`, '', 10);
  const records = await store.query<DocumentItem>('cases', { pk: `nhh#case#${id}`, prefix: prefixes.document });
  expect(files.map(({ key }) => key)).toEqual(
    records.map(({ sk }) => `documents/nhh/${id}/${sk.slice(prefixes.document.length)}.pdf`),
  );
  for (const [at, file] of files.entries()) {
    expect(records[at]?.file).toEqual(markOf(await buffer(objects.read(file))));
  }
  expect(await store.query('cases', { pk: `nhh#case#${id}`, prefix: prefixes.documentOutbox })).toEqual([]);
});

test('a download changes nothing at all, and gives the same again', async () => {
  const [advice = ''] = (await papers()).toReversed();
  const download = async () => Buffer.from(await (await fetch(advice)).arrayBuffer());
  const first = await download();
  expect(await changesOn(town.host, download)).toEqual([]);
  expect((await download()).equals(first)).toBe(true);
});
