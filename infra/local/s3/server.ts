import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Checksums } from './checksums.ts';
import { decodeChunked } from './chunked.ts';
import type { Objects, StoredObject } from './objects.ts';
import { notImplemented, S3Refusal } from './refusal.ts';
import { element } from './xml.ts';

interface Request {
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
}

/** Request headers that are given back with the object. */
const KEPT = /^(content-disposition|content-language|cache-control|expires|x-amz-meta-.+)$/;
/** Sub-resources and options of S3 that would change the meaning of a request; refused, not ignored. */
const REFUSED_QUERY = [
  'uploads',
  'uploadId',
  'partNumber',
  'acl',
  'tagging',
  'versionId',
  'delete',
  'delimiter',
  'retention',
];
const REFUSED_HEADERS = ['if-match', 'x-amz-copy-source', 'x-amz-tagging', 'x-amz-acl', 'x-amz-write-offset-bytes'];

/**
 * The subset of S3 that the system uses, over its real wire protocol (path style): PutObject, GetObject, HeadObject,
 * DeleteObject, ListObjectsV2. Anything else is answered with NotImplemented, by name. Signatures are not checked: the
 * endpoint listens on the loopback interface only.
 */
export class S3Server {
  private readonly buckets: ReadonlySet<string>;
  private readonly objects: Objects;

  constructor(buckets: readonly string[], objects: Objects) {
    this.buckets = new Set(buckets);
    this.objects = objects;
  }

  /** Answers one request. */
  async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.route(incoming, response, this.parse(incoming));
    } catch (error) {
      if (!(error instanceof S3Refusal)) throw error;
      incoming.resume();
      const body = incoming.method === 'HEAD' ? '' : error.toXml();
      response.writeHead(error.status, { 'content-type': 'application/xml' }).end(body);
    }
  }

  private parse(incoming: IncomingMessage): Request {
    // Not `new URL`: that would resolve "..", which is a legal part of a key.
    const [path = '', search = ''] = (incoming.url ?? '/').split('?');
    const [, bucket = '', ...rest] = path.split('/');
    const query = new URLSearchParams(search);
    const refused =
      REFUSED_QUERY.find((name) => query.has(name)) ??
      REFUSED_HEADERS.find((name) => incoming.headers[name] !== undefined);
    if (refused) throw notImplemented(`"${refused}"`);
    if (!this.buckets.has(bucket)) throw new S3Refusal(404, 'NoSuchBucket', `There is no bucket "${bucket}".`);
    return { bucket, key: decoded(rest.join('/')), query };
  }

  private async route(incoming: IncomingMessage, response: ServerResponse, request: Request): Promise<void> {
    const what = `${incoming.method} on ${request.key === '' ? 'a bucket' : 'an object'}`;
    switch (what) {
      case 'PUT on an object':
        return this.put(incoming, response, request);
      case 'GET on an object':
        return this.get(response, request);
      case 'HEAD on an object':
        response.writeHead(200, headersOf(this.object(request))).end();
        return;
      case 'DELETE on an object':
        this.objects.remove(request.bucket, request.key);
        response.writeHead(204).end();
        return;
      case 'GET on a bucket':
        return this.list(response, request);
      default:
        throw notImplemented(what);
    }
  }

  private async put(incoming: IncomingMessage, response: ServerResponse, { bucket, key }: Request): Promise<void> {
    const header = (name: string): string | undefined => {
      const value = incoming.headers[name];
      return Array.isArray(value) ? value.join(',') : value;
    };
    const condition = header('if-none-match');
    if (condition !== undefined && condition !== '*') throw notImplemented(`If-None-Match: ${condition}`);
    const chunked =
      header('content-encoding')?.includes('aws-chunked') || header('x-amz-content-sha256')?.startsWith('STREAMING-');
    const trailers = new Map<string, string>();
    const announced = (header('x-amz-trailer') ?? '').split(',').map((name) => name.trim().toLowerCase());
    const checksums = new Checksums([...Object.keys(incoming.headers), ...announced]);
    const length = header(chunked ? 'x-amz-decoded-content-length' : 'content-length');

    const body: AsyncIterable<Buffer> = chunked ? decodeChunked(incoming, trailers) : incoming;
    const stored = await this.objects.put(
      {
        bucket,
        key,
        type: header('content-type') ?? 'application/octet-stream',
        headers: Object.fromEntries(
          Object.keys(incoming.headers)
            .filter((name) => KEPT.test(name))
            .map((name) => [name, header(name) ?? '']),
        ),
        onlyNew: condition === '*',
      },
      watched(body, checksums),
      (size) => {
        if (length !== undefined && Number(length) !== size) {
          throw new S3Refusal(400, 'IncompleteBody', `${length} bytes were announced and ${size} arrived.`);
        }
        checksums.verify((name) => trailers.get(name) ?? header(name));
      },
    );
    response.writeHead(200, { etag: `"${stored.etag}"` }).end();
  }

  private async get(response: ServerResponse, request: Request): Promise<void> {
    const object = this.object(request);
    response.writeHead(200, headersOf(object));
    await pipeline(this.objects.read(object), response);
  }

  private list(response: ServerResponse, { bucket, query }: Request): void {
    if (query.get('list-type') !== '2') throw notImplemented('Listing other than ListObjectsV2');
    if (query.has('encoding-type')) throw notImplemented('encoding-type');
    const prefix = query.get('prefix') ?? '';
    const limit = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
    const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
    const found = this.objects.list(bucket, prefix, after, limit + 1);
    const page = found.slice(0, limit);
    const next = found.length > limit ? page.at(-1)?.key : undefined;
    const contents = page.map(
      (object) =>
        `<Contents>${element('Key', object.key)}${element('LastModified', object.modified)}${element('ETag', `"${object.etag}"`)}${element('Size', object.size)}${element('StorageClass', 'STANDARD')}</Contents>`,
    );
    response
      .writeHead(200, { 'content-type': 'application/xml' })
      .end(
        `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult>${element('Name', bucket)}${element('Prefix', prefix)}${element('KeyCount', page.length)}${element('MaxKeys', limit)}${element('IsTruncated', next !== undefined)}${next === undefined ? '' : element('NextContinuationToken', next)}${contents.join('')}</ListBucketResult>`,
      );
  }

  private object({ bucket, key }: Request): StoredObject {
    const object = this.objects.find(bucket, key);
    if (!object) throw new S3Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
    return object;
  }
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    throw new S3Refusal(400, 'InvalidURI', 'The key is not well encoded.');
  }
}

function headersOf(object: StoredObject): Record<string, string> {
  return {
    ...object.headers,
    'content-type': object.type,
    'content-length': String(object.size),
    etag: `"${object.etag}"`,
    'last-modified': new Date(object.modified).toUTCString(),
  };
}

async function* watched(body: AsyncIterable<Buffer>, checksums: Checksums): AsyncGenerator<Buffer, void, void> {
  for await (const bytes of body) {
    checksums.update(bytes);
    yield bytes;
  }
}
