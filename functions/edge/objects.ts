import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Inbox } from '../../shared/mail/receive-types.ts';
import { clientSettings, plain } from './clients.ts';
import { setting } from './env.ts';

const client = plain(new S3Client({ ...clientSettings, forcePathStyle: true }));

/** The bucket: uploads and bank files. An object is written once; writing the same bytes again changes nothing. */
export const objects = {
  /** Writes a new object. `exists` when there is one of this key already, which then stays as it is. */
  async putOnce(key: string, body: Uint8Array, contentType: string): Promise<'written' | 'exists'> {
    try {
      await client.send(
        new PutObjectCommand({
          Bucket: setting('BUCKET'),
          Key: key,
          Body: body,
          ContentType: contentType,
          IfNoneMatch: '*',
        }),
      );
      return 'written';
    } catch (error) {
      if (error instanceof Error && error.name === 'PreconditionFailed') return 'exists';
      throw error;
    }
  },

  /**
   * An object of at most so many bytes; of a larger one only the store's mark of its content (ETag), before any of it is
   * read into memory.
   */
  async getUpTo(key: string, bytes: number): Promise<{ readonly body: Uint8Array } | { readonly tooLarge: string }> {
    const found = await client.send(new GetObjectCommand({ Bucket: setting('BUCKET'), Key: key }));
    if (!found.Body) throw new Error(`The object ${key} has no content.`);
    if (found.ContentLength === undefined || found.ContentLength <= bytes) {
      return { body: await found.Body.transformToByteArray() };
    }
    if (found.Body instanceof Readable) found.Body.destroy();
    return { tooLarge: (found.ETag ?? key).replaceAll('"', '') };
  },

  async get(key: string): Promise<Uint8Array> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: setting('BUCKET'), Key: key }));
    if (!Body) throw new Error(`The object ${key} has no content.`);
    return Body.transformToByteArray();
  },
};

/** The raw mails that have come in. */
export const inbox: Inbox = {
  async get(Key, most) {
    try {
      const found = await client.send(new GetObjectCommand({ Bucket: setting('INBOX'), Key }));
      if (!found.Body) throw new Error(`The object ${Key} has no content.`);
      if ((found.ContentLength ?? 0) <= most) return await found.Body.transformToByteArray();
      if (found.Body instanceof Readable) found.Body.destroy();
      return 'too-large';
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return 'gone';
      throw error;
    }
  },

  async remove(Key) {
    await client.send(new DeleteObjectCommand({ Bucket: setting('INBOX'), Key }));
  },
};
