import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Readable } from 'node:stream';
import type { Clock } from '../../../shared/calendar/clock.ts';
import { inTransaction } from '../hostfile.ts';
import { S3Refusal } from './refusal.ts';

export interface StoredObject {
  readonly key: string;
  /** MD5 in hex, without quotes. */
  readonly etag: string;
  readonly size: number;
  readonly type: string;
  /** Response headers to give back, e.g. `x-amz-meta-…`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly modified: string;
  readonly content: string;
}

export interface Upload {
  readonly bucket: string;
  readonly key: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `If-None-Match: *`. */
  readonly onlyNew: boolean;
}

/** Told about each new object inside the transaction that makes it visible. */
export type Announce = (bucket: string, object: StoredObject) => void;

/**
 * The objects of all buckets. Bytes lie in files named by their SHA-256 (so no key ever becomes a path), written to a
 * temporary file, synced and renamed; an object exists from the moment its row is committed, together with its event.
 */
export class Objects {
  private readonly folder: string;
  private readonly file: DatabaseSync;
  private readonly clock: Clock;
  private readonly announce: Announce;

  constructor(dataDir: string, file: DatabaseSync, clock: Clock, announce: Announce) {
    this.folder = join(dataDir, 'objects');
    this.file = file;
    this.clock = clock;
    this.announce = announce;
    this.sweep();
  }

  /**
   * Stores the bytes. `verify` is called when all have arrived and throws when they are not what was announced.
   * @throws S3Refusal 412 when the key exists and only a new one was wanted
   */
  async put(upload: Upload, body: AsyncIterable<Buffer>, verify: (size: number) => void): Promise<StoredObject> {
    const temporary = join(this.folder, 'incoming', randomUUID());
    await mkdir(dirname(temporary), { recursive: true });
    try {
      const written = await writeSynced(temporary, body);
      verify(written.size);
      const place = this.place(written.content);
      await mkdir(dirname(place), { recursive: true });
      await rename(temporary, place);
      return this.commit(upload, { ...written, modified: this.clock.now() });
    } finally {
      await rm(temporary, { force: true });
    }
  }

  find(bucket: string, key: string): StoredObject | undefined {
    const row = this.file.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?').get(bucket, key);
    return row ? fromRow(row) : undefined;
  }

  read(object: StoredObject): Readable {
    return createReadStream(this.place(object.content));
  }

  remove(bucket: string, key: string): void {
    this.file.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?').run(bucket, key);
  }

  /** Objects in key order (by UTF-8 bytes), from the first key greater than `after`. */
  list(bucket: string, prefix: string, after: string, limit: number): StoredObject[] {
    const rows = this.file
      .prepare(
        'SELECT * FROM objects WHERE bucket = ? AND key > ? AND substr(key, 1, length(?)) = ? ORDER BY key LIMIT ?',
      )
      .all(bucket, after, prefix, prefix, limit);
    return rows.map(fromRow);
  }

  private commit(upload: Upload, written: Omit<StoredObject, 'key' | 'type' | 'headers'>): StoredObject {
    const { bucket, key, type, headers, onlyNew } = upload;
    const object = { ...written, key, type, headers };
    return inTransaction(this.file, () => {
      if (onlyNew && this.find(bucket, key)) {
        throw new S3Refusal(
          412,
          'PreconditionFailed',
          'At least one of the pre-conditions you specified did not hold.',
        );
      }
      this.file
        .prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
        .run(bucket, key, object.etag, object.size, object.content, type, JSON.stringify(headers), object.modified);
      this.announce(bucket, object);
      return object;
    });
  }

  private place(content: string): string {
    return join(this.folder, content.slice(0, 2), content);
  }

  /** Removes what an interrupted upload or a deleted object has left behind. */
  private sweep(): void {
    if (!existsSync(this.folder)) return;
    rmSync(join(this.folder, 'incoming'), { recursive: true, force: true });
    const used = new Set(
      this.file
        .prepare('SELECT content FROM objects')
        .all()
        .map((row) => String(row.content)),
    );
    for (const entry of readdirSync(this.folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !used.has(entry.name)) rmSync(join(entry.parentPath, entry.name));
    }
  }
}

async function writeSynced(
  path: string,
  body: AsyncIterable<Buffer>,
): Promise<{ etag: string; size: number; content: string }> {
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  let size = 0;
  const handle = await open(path, 'wx');
  try {
    for await (const bytes of body) {
      md5.update(bytes);
      sha256.update(bytes);
      size += bytes.length;
      await handle.write(bytes);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { etag: md5.digest('hex'), size, content: sha256.digest('hex') };
}

function fromRow(row: Record<string, unknown>): StoredObject {
  return {
    key: String(row.key),
    etag: String(row.etag),
    size: Number(row.size),
    type: String(row.type),
    headers: JSON.parse(String(row.metadata)) as Record<string, string>,
    modified: String(row.modified),
    content: String(row.content),
  };
}
