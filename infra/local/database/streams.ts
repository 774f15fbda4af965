import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { clientSettings, plain } from '../../../functions/edge/clients.ts';
import type { Checkpoint, Position } from './checkpoint.ts';
import { type StreamRecord, streamRecord } from './stream-record.ts';

/** The table has no stream, or no such table exists. */
export class NoStream extends Error {
  override readonly name = 'NoStream';
  constructor(table: string) {
    super(`The table ${table} has no stream here. Give it a StreamSpecification in the stack and create it again.`);
  }
}

export interface StreamReaderOptions {
  readonly endpoint: string;
  readonly table: string;
  readonly checkpoint: Checkpoint;
  /** Most records of one poll, as `BatchSize` of the event source mapping; at most 1000. */
  readonly limit?: number;
}

/**
 * Reads a table's stream in order, at least once: `poll` gives the records after the committed position, again and
 * again until `commit` says that they have been handled. One HTTP call per poll.
 * Only one poll or commit at a time.
 *
 * How the database on this machine behaves (tests in test/database/streams.test.ts): one shard per table, which never
 * closes; records are numbered 1, 2, 3 … and are kept for ever; an iterator is a bare position, survives a restart and
 * never expires; `EndingSequenceNumber` of the description is wrong after 999 records, so nothing here reads it; a put
 * that changes nothing makes a record too (on AWS it makes none). DynamoDB Local and AWS close shards, let iterators
 * expire after 15 minutes and forget records after 24 hours; then reading goes on in the next shard, with a new
 * iterator, or at the oldest record there is, and the sweep of the outbox finds what was forgotten.
 */
export class StreamReader {
  private readonly client: DynamoDBStreamsClient;
  private readonly table: string;
  private readonly checkpoint: Checkpoint;
  private readonly limit: number;
  private stream: string | undefined;
  private shard = '';
  private iterator: string | undefined;
  /** What the last poll found: its last record, and the iterator behind it. */
  private ahead: { readonly sequence: string; readonly iterator: string | undefined } | undefined;

  constructor(options: StreamReaderOptions) {
    this.client = plain(
      new DynamoDBStreamsClient({
        ...clientSettings,
        endpoint: options.endpoint,
        region: 'local',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      }),
    );
    this.table = options.table;
    this.checkpoint = options.checkpoint;
    this.limit = options.limit ?? 100;
  }

  /** The next records, or none. Network errors are thrown; polling again is safe. */
  async poll(): Promise<StreamRecord[]> {
    try {
      const stream = await this.open();
      const answer = await this.client.send(new GetRecordsCommand({ ShardIterator: this.iterator, Limit: this.limit }));
      const records = answer.Records ?? [];
      const last = records.at(-1)?.dynamodb?.SequenceNumber;
      if (last === undefined) await this.passOver(stream, answer.NextShardIterator);
      else this.ahead = { sequence: last, iterator: answer.NextShardIterator };
      return records.map((record: _Record) => streamRecord(record, stream));
    } catch (error) {
      if (error instanceof ExpiredIteratorException) this.iterator = undefined;
      else if (error instanceof TrimmedDataAccessException && this.stream !== undefined) {
        this.iterator = await this.horizon(this.stream);
      } else throw error;
      return [];
    }
  }

  /** Everything up to this sequence number has been handled and will not be given again. Durable when this returns. */
  async commit(sequence: string): Promise<void> {
    const stream = await this.open();
    this.checkpoint.write({ stream, shard: this.shard, sequence });
    this.iterator = this.ahead?.sequence === sequence ? this.ahead.iterator : undefined;
    if (this.ahead?.sequence === sequence && this.iterator === undefined) await this.nextShard(stream);
    this.ahead = undefined;
  }

  close(): void {
    this.client.destroy();
  }

  /** Finds the stream and the place in it where reading goes on; does nothing once that is known. */
  private async open(): Promise<string> {
    this.stream ??= await this.find();
    if (this.iterator !== undefined) return this.stream;
    const position = this.known(this.stream);
    if (position === undefined) {
      this.shard = '';
      await this.nextShard(this.stream);
      if (this.iterator === undefined) throw new NoStream(this.table);
    } else {
      this.shard = position.shard;
      this.iterator = await this.after(position);
    }
    return this.stream;
  }

  private async find(): Promise<string> {
    const { Streams } = await this.client.send(new ListStreamsCommand({ TableName: this.table }));
    const arn = Streams?.at(-1)?.StreamArn;
    if (arn === undefined) throw new NoStream(this.table);
    return arn;
  }

  /** A position in another stream is of an earlier table of this name and means nothing any more. */
  private known(stream: string): Position | undefined {
    const position = this.checkpoint.read();
    return position?.stream === stream ? position : undefined;
  }

  private async after({ stream, shard, sequence }: Position): Promise<string | undefined> {
    const place = { StreamArn: stream, ShardId: shard, SequenceNumber: sequence };
    const type = { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const };
    return (await this.client.send(new GetShardIteratorCommand({ ...place, ...type }))).ShardIterator;
  }

  private async horizon(stream: string): Promise<string | undefined> {
    const place = { StreamArn: stream, ShardId: this.shard, ShardIteratorType: 'TRIM_HORIZON' as const };
    return (await this.client.send(new GetShardIteratorCommand(place))).ShardIterator;
  }

  /** Nothing new: the iterator moves on; a closed shard has none, then the next shard follows. */
  private async passOver(stream: string, iterator: string | undefined): Promise<void> {
    this.ahead = undefined;
    this.iterator = iterator;
    if (iterator === undefined) await this.nextShard(stream);
  }

  /** While there is no next shard yet, the iterator stays unknown and the next poll looks again. */
  private async nextShard(stream: string): Promise<void> {
    const next = await this.shardAfter(stream, this.shard);
    if (next === undefined) return;
    this.shard = next;
    this.iterator = await this.horizon(stream);
  }

  /** The shard made next after this one; after '' the first. Names of shards sort in the order of their making. */
  private async shardAfter(stream: string, shard: string): Promise<string | undefined> {
    const description = await this.client.send(new DescribeStreamCommand({ StreamArn: stream }));
    const ids = (description.StreamDescription?.Shards ?? []).map(({ ShardId }) => ShardId ?? '').sort();
    return ids.find((id) => id > shard);
  }
}
