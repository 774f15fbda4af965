import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHostFile } from '../../infra/local/hostfile.ts';
import { Objects } from '../../infra/local/s3/objects.ts';
import { S3Server } from '../../infra/local/s3/server.ts';

const Bucket = 'files';
const clock = { now: () => '2025-09-01T10:00:00.000Z' };
let dataDir: string;
let server: Server;
let client: S3Client;
const announced: string[] = [];
let framing: string | undefined;

async function listen(): Promise<void> {
  const objects = new Objects(dataDir, openHostFile(dataDir), clock, (bucket, { key }) =>
    announced.push(`${bucket} ${key}`),
  );
  const s3 = new S3Server([Bucket], objects);
  server = createServer((request, response) => {
    framing = request.headers['x-amz-trailer']?.toString();
    void s3.handle(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  client = new S3Client({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wayfare-s3-'));
  await listen();
});

afterAll(() => {
  server.close();
  client.destroy();
  rmSync(dataDir, { recursive: true, force: true });
});

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
async function read(Key: string): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToByteArray()) ?? new Uint8Array();
}

describe('an upload is stored byte by byte', () => {
  it.each([
    ['a text', Buffer.from('<Document>æøå</Document>')],
    ['nothing', Buffer.alloc(0)],
    ['200 kB of noise', randomBytes(200_000)],
  ])('%s, given whole', async (name, bytes) => {
    await client.send(new PutObjectCommand({ Bucket, Key: `whole/${name}`, Body: bytes }));
    expect(sha(await read(`whole/${name}`))).toBe(sha(bytes));
  });

  it('a stream, in the SDK’s default chunks with a checksum in the trailer', async () => {
    const bytes = randomBytes(1_300_007);
    const parts = [bytes.subarray(0, 65_536), bytes.subarray(65_536, 65_537), bytes.subarray(65_537)];
    await client.send(
      new PutObjectCommand({ Bucket, Key: 'streamed', Body: Readable.from(parts), ContentLength: bytes.length }),
    );
    expect(framing).toBe('x-amz-checksum-crc32');
    expect(sha(await read('streamed'))).toBe(sha(bytes));
  });

  it('with its type and metadata', async () => {
    const command = {
      Bucket,
      Key: 'typed',
      Body: 'x',
      ContentType: 'application/pdf',
      Metadata: { mobility: '8F3K2M9QRT' },
    };
    await client.send(new PutObjectCommand(command));
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'typed' }));
    expect(head).toMatchObject({
      ContentType: 'application/pdf',
      ContentLength: 1,
      Metadata: { mobility: '8F3K2M9QRT' },
    });
  });

  it('and is announced once, under its key', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'bank/in/nhh/æ 1.xml', Body: 'x' }));
    expect(announced.filter((line) => line === 'files bank/in/nhh/æ 1.xml')).toHaveLength(1);
  });
});

describe('If-None-Match: *', () => {
  it('lets exactly one of many writers through', async () => {
    const writers = Array.from({ length: 8 }, (_, n) =>
      client
        .send(new PutObjectCommand({ Bucket, Key: 'bank/out/nhh/B1.xml', Body: `writer ${n}`, IfNoneMatch: '*' }))
        .then(
          () => `writer ${n}`,
          (error: { name: string; $metadata: { httpStatusCode: number } }) =>
            `${error.name} ${error.$metadata.httpStatusCode}`,
        ),
    );
    const outcomes = await Promise.all(writers);
    const winners = outcomes.filter((outcome) => outcome.startsWith('writer'));
    expect(winners).toEqual([Buffer.from(await read('bank/out/nhh/B1.xml')).toString()]);
    expect(outcomes.filter((outcome) => outcome === 'PreconditionFailed 412')).toHaveLength(7);
  });
});

describe('what is not there or not implemented', () => {
  it('a missing key is NoSuchKey, and NotFound for a head', async () => {
    await expect(read('nowhere')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'nowhere' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  it('a missing bucket is NoSuchBucket', async () => {
    await expect(client.send(new PutObjectCommand({ Bucket: 'other', Key: 'x', Body: 'x' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });

  it('a condition that this store does not know is refused, not ignored', async () => {
    const put = new PutObjectCommand({ Bucket, Key: 'conditional', Body: 'x', IfMatch: '"abc"' });
    await expect(client.send(put)).rejects.toMatchObject({ name: 'NotImplemented' });
    await expect(read('conditional')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('a key is never a path', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'a/../../../../escaped', Body: 'x' }));
    expect(readdirSync(join(dataDir, '..'))).not.toContain('escaped');
    expect(Buffer.from(await read('a/../../../../escaped')).toString()).toBe('x');
  });

  it('bytes that do not fit their checksum are not stored', async () => {
    const put = new PutObjectCommand({ Bucket, Key: 'damaged', Body: 'x', ChecksumCRC32: 'AAAAAA==' });
    await expect(client.send(put)).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(read('damaged')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

describe('listing', () => {
  it('gives the keys under a prefix in order, page by page', async () => {
    for (const n of [3, 1, 2]) await client.send(new PutObjectCommand({ Bucket, Key: `list/${n}`, Body: 'x' }));
    const first = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', MaxKeys: 2 }));
    expect(first.Contents?.map((o) => o.Key)).toEqual(['list/1', 'list/2']);
    const token = first.NextContinuationToken;
    const second = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', ContinuationToken: token }));
    expect(second.Contents?.map((o) => o.Key)).toEqual(['list/3']);
  });

  it('no longer gives what was deleted', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'gone/1', Body: 'x' }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'gone/1' }));
    const left = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'gone/' }));
    expect(left.Contents ?? []).toEqual([]);
  });
});

describe('after a restart', () => {
  it('everything is still there', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'kept', Body: 'for ever' }));
    server.close();
    await listen();
    expect(Buffer.from(await read('kept')).toString()).toBe('for ever');
  });
});
