import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Checkpoint, memoryCheckpoint } from '../../infra/local/database/checkpoint.ts';
import { StreamReader } from '../../infra/local/database/streams.ts';

/** What DynamoDB Local and AWS do and the database on this machine does not: shards close, iterators and records expire. */

const mock = mockClient(DynamoDBStreamsClient);
let shards: { ShardId: string }[];
let checkpoint: Checkpoint;

beforeEach(() => {
  mock.reset();
  shards = [{ ShardId: 'shard-1' }];
  checkpoint = memoryCheckpoint();
  mock.on(ListStreamsCommand).resolves({ Streams: [{ StreamArn: 'arn' }] });
  mock.on(DescribeStreamCommand).callsFake(() => ({ StreamDescription: { Shards: shards } }));
  mock.on(GetShardIteratorCommand).callsFake(({ ShardId, ShardIteratorType, SequenceNumber }) => ({
    ShardIterator: [ShardId, ShardIteratorType === 'TRIM_HORIZON' ? '' : SequenceNumber].join('>'),
  }));
});

const reader = () => new StreamReader({ endpoint: 'http://127.0.0.1:1', table: 'cases', checkpoint });
const at = (ShardIterator: string) => mock.on(GetRecordsCommand, { ShardIterator });
const record = (SequenceNumber: string) => ({ eventName: 'INSERT' as const, dynamodb: { SequenceNumber } });
const gone = { message: 'gone', $metadata: {} };
const numbers = async (from: StreamReader) => (await from.poll()).map((found) => found.dynamodb.SequenceNumber);

describe('a closed shard', () => {
  test('is followed by the next one after its last record is committed', async () => {
    at('shard-1>').resolves({ Records: [record('1')] });
    at('shard-2>').resolves({ Records: [record('2')], NextShardIterator: 'more' });
    shards.push({ ShardId: 'shard-2' });
    const from = reader();
    expect(await numbers(from)).toEqual(['1']);
    await from.commit('1');
    expect(await numbers(from)).toEqual(['2']);
    await from.commit('2');
    expect(checkpoint.read()).toEqual({ stream: 'arn', shard: 'shard-2', sequence: '2' });
  });

  test('is not read again while there is no next one', async () => {
    at('shard-1>').resolves({ Records: [record('1')] });
    at('shard-1>1').resolves({ Records: [] });
    at('shard-2>').resolves({ Records: [record('2')] });
    const from = reader();
    await from.poll();
    await from.commit('1');
    expect(await numbers(from)).toEqual([]);
    shards.push({ ShardId: 'shard-2' });
    expect(await numbers(from)).toEqual([]);
    expect(await numbers(from)).toEqual(['2']);
  });
});

test('an expired iterator is replaced by one at the committed position', async () => {
  at('shard-1>').resolves({ Records: [record('1')], NextShardIterator: 'old' });
  at('old').rejects(new ExpiredIteratorException(gone));
  at('shard-1>1').resolves({ Records: [record('2')], NextShardIterator: 'new' });
  const from = reader();
  await from.poll();
  await from.commit('1');
  expect(await numbers(from)).toEqual([]);
  expect(await numbers(from)).toEqual(['2']);
});

test('after records were forgotten, reading goes on at the oldest there is', async () => {
  checkpoint.write({ stream: 'arn', shard: 'shard-1', sequence: '1' });
  at('shard-1>1').rejects(new TrimmedDataAccessException(gone));
  at('shard-1>').resolves({ Records: [record('7')], NextShardIterator: 'next' });
  const from = reader();
  expect(await numbers(from)).toEqual([]);
  expect(await numbers(from)).toEqual(['7']);
});

test('a lost connection is thrown, and polling again goes on at the same place', async () => {
  at('shard-1>')
    .rejectsOnce(new Error('lost'))
    .resolves({ Records: [record('1')] });
  const from = reader();
  await expect(from.poll()).rejects.toThrow('lost');
  expect(await numbers(from)).toEqual(['1']);
});
