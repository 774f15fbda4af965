import { beforeEach, describe, expect, test } from 'vitest';
import { addDuration } from '../../shared/calendar/zones.ts';
import { documentPath, markOf } from '../../shared/documents/file.ts';
import { type DocumentFiles, makeDocument } from '../../shared/documents/make.ts';
import { undeliveredIn } from '../../shared/mobility/delivery.ts';
import type { DocumentItem } from '../../shared/mobility/records.ts';
import { openTasks } from '../../shared/mobility/tasks.ts';
import { documentKey, documentOutboxKey, documentQueue } from '../../shared/store/keys.ts';
import { PeopleWorld } from '../mail/world.ts';

/** The file of a document: an effect of the decision that issued it. */

let world: PeopleWorld;
let id: string;
let document: string;
let bucket: Map<string, Uint8Array>;
let works: boolean;

const files: DocumentFiles = {
  async putOnce(key, body) {
    if (!works) throw new Error('The bucket does not answer.');
    if (bucket.has(key)) return 'exists';
    bucket.set(key, body);
    return 'written';
  },
  async get(key) {
    return bucket.get(key) ?? Buffer.alloc(0);
  },
};

beforeEach(async () => {
  world = new PeopleWorld();
  id = await world.signed();
  bucket = new Map();
  works = true;
  document = (await waiting())[0]?.sk.split('#')[1] ?? '';
});

const waiting = () => {
  world.now = addDuration(world.now, { minutes: 5 });
  return undeliveredIn(world.deps, documentQueue('nhh'));
};
const entry = () => documentOutboxKey('nhh', id, document);
const path = () => documentPath('nhh', id, document);
const record = () => world.store.get<DocumentItem>('cases', documentKey('nhh', id, document));

test('the decision that issues a document leaves one entry for its file, and no file', async () => {
  expect((await waiting()).map(({ pk, sk }) => ({ pk, sk }))).toEqual([entry()]);
  expect((await record())?.content.kind).toBe('agreement');
  expect(await record()).not.toHaveProperty('file');
});

test('delivered, the file lies in the bucket, its hash beside the words, and nothing waits', async () => {
  await makeDocument(world.deps, files, entry());
  const bytes = bucket.get(path()) ?? Buffer.alloc(0);
  expect(Buffer.from(bytes).subarray(0, 8).toString()).toBe('%PDF-1.7');
  expect((await record())?.file).toEqual(markOf(bytes));
  expect(await waiting()).toEqual([]);
});

test('delivered again it changes nothing', async () => {
  await makeDocument(world.deps, files, entry());
  const [records, bytes] = [world.store.all('cases'), bucket.get(path())];
  await makeDocument(world.deps, files, entry());
  expect([world.store.all('cases'), bucket.get(path())]).toEqual([records, bytes]);
});

test('two deliveries at once agree on one file', async () => {
  const both = await Promise.allSettled([1, 2].map(() => makeDocument(world.deps, files, entry())));
  expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect((await record())?.file).toEqual(markOf(bucket.get(path()) ?? Buffer.alloc(0)));
  expect(await waiting()).toEqual([]);
});

test('where an earlier version wrote the bytes and then ended, those bytes stay and are the ones marked', async () => {
  const earlier = Buffer.from('%PDF-1.7 as it was made then');
  bucket.set(path(), earlier);
  await makeDocument(world.deps, files, entry());
  expect(bucket.get(path())).toBe(earlier);
  expect((await record())?.file).toEqual(markOf(earlier));
});

describe('a bucket that does not answer', () => {
  beforeEach(() => {
    works = false;
  });

  const fail = () => expect(makeDocument(world.deps, files, entry())).rejects.toThrow('does not answer');

  test('leaves the entry, marks no file, and the next round makes it', async () => {
    await fail();
    expect(await record()).not.toHaveProperty('file');
    works = true;
    for (const key of await waiting()) await makeDocument(world.deps, files, key);
    expect(await record()).toHaveProperty('file');
    expect(await waiting()).toEqual([]);
  });

  test('for more than an hour becomes one task', async () => {
    await fail();
    for (let hour = 0; hour < 3; hour += 1) {
      world.now = addDuration(world.now, { minutes: 61 });
      await fail();
    }
    expect(await openTasks(world.store, 'nhh')).toMatchObject([
      { kind: 'undelivered', data: { mobility: id, effect: 'render-document', about: document } },
    ]);
  });
});
