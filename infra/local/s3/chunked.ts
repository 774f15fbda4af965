import { S3Refusal } from './refusal.ts';

/** Longest line between chunks (size, signature, trailer) that is accepted. */
const LONGEST_LINE = 4096;

const malformed = (why: string): S3Refusal => new S3Refusal(400, 'IncompleteBody', `The aws-chunked body ${why}.`);

/**
 * Decodes the `aws-chunked` framing in which the SDK streams uploads by default: yields the object's bytes only, and
 * puts the trailing headers (checksums) into `trailers`. Signatures of chunks are not checked.
 * @throws S3Refusal when the framing is broken or ends early
 */
export async function* decodeChunked(
  body: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer, void, void> {
  const input = new Reader(body);
  for (;;) {
    const head = await input.line();
    const size = Number.parseInt(head.split(';')[0] ?? '', 16);
    if (!/^[0-9a-f]+(;.*)?$/i.test(head) || !Number.isSafeInteger(size)) throw malformed('has a chunk without a size');
    if (size === 0) break;
    yield* input.bytes(size);
    if ((await input.line()) !== '') throw malformed('has a chunk longer than its size');
  }
  for (let line = await input.lineOrEnd(); line; line = await input.lineOrEnd()) {
    const colon = line.indexOf(':');
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

/** Reads lines and counted bytes from a stream of buffers. */
class Reader {
  private readonly source: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(body: AsyncIterable<Buffer>) {
    this.source = body[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    const line = await this.lineOrEnd();
    if (line === undefined) throw malformed('ends in the middle');
    return line;
  }

  async lineOrEnd(): Promise<string | undefined> {
    for (;;) {
      const end = this.held.indexOf('\r\n');
      if (end >= 0) {
        const line = this.held.toString('latin1', 0, end);
        this.held = this.held.subarray(end + 2);
        return line;
      }
      if (this.held.length > LONGEST_LINE) throw malformed('has a line without an end');
      if (!(await this.more()))
        return this.held.length === 0 ? undefined : Promise.reject(malformed('ends in the middle'));
    }
  }

  async *bytes(count: number): AsyncGenerator<Buffer, void, void> {
    let left = count;
    while (left > 0) {
      if (this.held.length === 0 && !(await this.more())) throw malformed('ends in the middle');
      const part = this.held.subarray(0, left);
      this.held = this.held.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  private async more(): Promise<boolean> {
    const next = await this.source.next();
    if (next.done) return false;
    this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value]);
    return true;
  }
}
