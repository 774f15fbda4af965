import type { DatabaseSync } from 'node:sqlite';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Clock } from '../../shared/calendar/clock.ts';
import type { Ids } from '../../shared/mobility/ids.ts';
import type { EventBus } from './events/bus.ts';
import { Objects, type StoredObject } from './s3/objects.ts';
import type { BucketDefinition } from './template/types.ts';

export interface StorageOptions {
  readonly dataDir: string;
  readonly file: DatabaseSync;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly bus: EventBus;
  readonly region: string;
  readonly buckets: readonly BucketDefinition[];
}

/** The objects of all buckets, each new one announced on the bus as S3 does it. */
export function openStorage({ dataDir, file, clock, ids, bus, region, buckets }: StorageOptions): Objects {
  const announcing = new Set(buckets.filter((bucket) => bucket.announces).map((bucket) => bucket.name));
  return new Objects(dataDir, file, clock, (bucket, object) => {
    if (!announcing.has(bucket)) return;
    bus.publish({
      version: '0',
      id: ids.id(`event:${bucket}/${object.key}:${object.etag}`),
      'detail-type': 'Object Created',
      source: 'aws.s3',
      account: '000000000000',
      time: clock.now(),
      region,
      resources: [`arn:aws:s3:::${bucket}`],
      detail: {
        version: '0',
        bucket: { name: bucket },
        object: { key: object.key, size: object.size, etag: object.etag, sequencer: object.modified },
        reason: 'PutObject',
      },
    });
  });
}

/** Stores bytes that somebody on this machine (not a handler) puts into a bucket. */
export async function putObject(
  objects: Objects,
  place: { readonly bucket: string; readonly key: string; readonly type: string },
  bytes: Uint8Array,
): Promise<StoredObject> {
  async function* whole(): AsyncGenerator<Buffer> {
    yield Buffer.from(bytes);
  }
  return objects.put({ ...place, headers: {}, onlyNew: false }, whole(), () => undefined);
}

/** All bytes of an object. */
export function readObject(objects: Objects, object: StoredObject): Promise<Buffer> {
  return buffer(objects.read(object) as Readable);
}
