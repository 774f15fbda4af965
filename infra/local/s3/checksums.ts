import { createHash, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { notImplemented, S3Refusal } from './refusal.ts';

interface Running {
  update(bytes: Buffer): void;
  /** Base64, as the header carries it. */
  value(): string;
}

const hashing = (hash: Hash): Running => ({
  update: (bytes) => hash.update(bytes),
  value: () => hash.digest('base64'),
});

function runningCrc32(): Running {
  let sum = 0;
  return {
    update: (bytes) => {
      sum = crc32(bytes, sum);
    },
    value: () => {
      const four = Buffer.alloc(4);
      four.writeUInt32BE(sum);
      return four.toString('base64');
    },
  };
}

const makers: Readonly<Record<string, () => Running>> = {
  'x-amz-checksum-crc32': runningCrc32,
  'x-amz-checksum-sha1': () => hashing(createHash('sha1')),
  'x-amz-checksum-sha256': () => hashing(createHash('sha256')),
  'content-md5': () => hashing(createHash('md5')),
};

/** Names that announce something about a checksum but are none themselves. */
const about = new Set(['x-amz-checksum-mode', 'x-amz-checksum-algorithm', 'x-amz-checksum-type']);

/** Computes the checksums that a request announces and compares them at the end. */
export class Checksums {
  private readonly running = new Map<string, Running>();

  /** @param names header and trailer names of the request @throws S3Refusal naming an algorithm that is not implemented */
  constructor(names: readonly string[]) {
    for (const name of names) {
      const maker = makers[name];
      if (maker) this.running.set(name, maker());
      else if (name.startsWith('x-amz-checksum-') && !about.has(name)) throw notImplemented(`The checksum ${name}`);
    }
  }

  update(bytes: Buffer): void {
    for (const sum of this.running.values()) sum.update(bytes);
  }

  /** @param stated the value that came with the request, by name @throws S3Refusal when one differs */
  verify(stated: (name: string) => string | undefined): void {
    for (const [name, sum] of this.running) {
      if (stated(name) !== sum.value()) {
        throw new S3Refusal(400, 'BadDigest', `The ${name} does not fit the bytes that arrived.`);
      }
    }
  }
}
