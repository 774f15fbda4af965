import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../shared/store/change.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import { Conflict, Transient } from '../../shared/store/errors.ts';
import { caseKey } from '../../shared/store/keys.ts';
import type { Key } from '../../shared/store/port.ts';

const client = new DynamoDBClient({ region: 'local' });
const mock = mockClient(client);
const store = dynamoStore({ client, tables: { cases: 'cases', ledger: 'ledger' } });
const [key, other] = [caseKey('nhh', 'A'), caseKey('nhh', 'B')];
const one = change().put('cases', key).expectVersion(1).writes;
const two = change().put('cases', key).expectVersion(1).put('cases', other).writes;

beforeEach(() => {
  mock.reset();
});

describe('what passes by itself becomes Transient', () => {
  test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'a transaction given up for %s',
    async (Code) => {
      mock.on(TransactWriteItemsCommand).rejects(cancelled([{ Code: 'None' }, { Code }]));
      await expect(store.commit(two)).rejects.toThrow(Transient);
    },
  );

  test.each([
    'ThrottlingException',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'InternalServerError',
    'ServiceUnavailable',
    'TransactionInProgressException',
    'TransactionConflictException',
    'TimeoutError',
  ])('%s, on every kind of call', async (name) => {
    mock.onAnyCommand().rejects(serviceError(name, 'client'));
    await expect(store.get('cases', key)).rejects.toThrow(Transient);
    await expect(store.query('cases', key)).rejects.toThrow(Transient);
    await expect(store.work('nhh#due', '2025-08-18T06:00:00.000Z', 1)).rejects.toThrow(Transient);
    await expect(store.commit(one)).rejects.toThrow(Transient);
    await expect(store.commit(two)).rejects.toThrow(Transient);
  });

  test.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])('the network error %s', async (code) => {
    mock.onAnyCommand().rejects(Object.assign(new Error('lost'), { code }));
    await expect(store.commit(one)).rejects.toThrow(new RegExp(`${code}.*Try again`));
    await expect(store.commit(one)).rejects.toMatchObject({ name: 'Transient', cause: { code } });
  });

  test('any other fault of the server', async () => {
    mock.onAnyCommand().rejects(serviceError('SomethingNew', 'server'));
    await expect(store.get('cases', key)).rejects.toThrow(Transient);
  });
});

describe('a broken expectation becomes Conflict', () => {
  test('it names the key and the guard', async () => {
    mock.on(PutItemCommand).rejects(conditionFailed({ ...stored, version: { N: '2' } }));
    await expect(store.commit(one)).rejects.toThrow('nhh#case#A/case was expected to be at version 1');
  });

  test('also when the database does not show the record', async () => {
    mock.on(PutItemCommand).rejects(conditionFailed({ ...stored, version: { N: '1' } }));
    await expect(store.commit(one)).rejects.toMatchObject({ failed: [{ expectation: 'at version 1' }] });
  });

  test('in a transaction it wins over what would pass: trying again cannot help', async () => {
    mock
      .on(TransactWriteItemsCommand)
      .rejects(cancelled([{ Code: 'ConditionalCheckFailed' }, { Code: 'TransactionConflict' }]));
    await expect(store.commit(two)).rejects.toThrow(Conflict);
  });
});

describe('mistakes stay what they are, so that nobody retries them', () => {
  test.each(['ValidationException', 'ResourceNotFoundException', 'AccessDeniedException'])('%s', async (name) => {
    mock.onAnyCommand().rejects(serviceError(name, 'client'));
    await expect(store.commit(one)).rejects.toMatchObject({ name });
    await expect(store.get('cases', key)).rejects.toMatchObject({ name });
  });

  test('a transaction refused for its content', async () => {
    mock
      .on(TransactWriteItemsCommand)
      .rejects(cancelled([{ Code: 'ValidationError' }, { Code: 'TransactionConflict' }]));
    await expect(store.commit(two)).rejects.toThrow(TransactionCanceledException);
  });
});

describe('what is asked of the database', () => {
  test('reads are strongly consistent', async () => {
    mock.onAnyCommand().resolves({});
    await store.get('cases', key);
    await store.query('cases', { pk: key.pk });
    expect(mock.commandCalls(GetItemCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
    expect(mock.commandCalls(QueryCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
  });

  test('reads of one moment go together, each record once; one alone goes alone', async () => {
    const keys = Array.from({ length: 101 }, (_, n) => caseKey('nhh', `K${n}`));
    mock.onAnyCommand().resolves({});
    await Promise.all([...keys, ...keys].map((each) => store.get('cases', each)));
    const [batch] = mock.commandCalls(BatchGetItemCommand);
    expect(batch?.args[0].input.RequestItems?.cases).toMatchObject({ ConsistentRead: true });
    expect(batch?.args[0].input.RequestItems?.cases?.Keys).toHaveLength(100);
    expect(mock.commandCalls(BatchGetItemCommand)).toHaveLength(1);
    expect(mock.commandCalls(GetItemCommand)).toHaveLength(1);
  });

  test('what a batch was too busy for is asked for alone', async () => {
    mock.on(BatchGetItemCommand).resolves({
      Responses: { cases: [{ ...stored, version: { N: '1' } }] },
      UnprocessedKeys: { cases: { Keys: [{ pk: { S: other.pk }, sk: { S: other.sk } }] } },
    });
    mock.on(GetItemCommand).resolves({ Item: { pk: { S: other.pk }, sk: { S: other.sk }, version: { N: '2' } } });
    const answers = await Promise.all([store.get('cases', key), store.get('cases', other)]);
    expect(answers).toMatchObject([{ version: 1 }, { version: 2 }]);
  });

  test('a fault of a batch is told to everybody who asked', async () => {
    mock.on(BatchGetItemCommand).rejects(serviceError('ThrottlingException', 'client'));
    const answers = await Promise.allSettled([store.get('cases', key), store.get('cases', other)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    for (const answer of answers) expect(answer.status === 'rejected' && answer.reason).toBeInstanceOf(Transient);
  });

  test('deletes of one moment that expect nothing go together, each record once, of one institution', async () => {
    mock.onAnyCommand().resolves({});
    const keys = [...Array.from({ length: 27 }, (_, n) => caseKey('nhh', `K${n}`)), caseKey('nmbu', 'K')];
    await Promise.all([...keys, ...keys].map((each) => store.commit(change().delete(each).writes)));
    const together = mock.commandCalls(BatchWriteItemCommand).map((call) => call.args[0].input.RequestItems?.cases);
    expect(together.map((requests) => requests?.length)).toEqual([25, 2]);
    expect(mock.commandCalls(DeleteItemCommand).map((call) => call.args[0].input.Key?.pk?.S)).toEqual(['nmbu#case#K']);
  });

  test('a delete that expects something goes alone', async () => {
    mock.onAnyCommand().resolves({});
    const expecting = (of: Key) => store.commit(change().delete(of).expectState('ready').writes);
    await Promise.all([expecting(key), expecting(other)]);
    expect(mock.commandCalls(DeleteItemCommand)).toHaveLength(2);
  });

  test('what a batch of deletes was too busy for is deleted alone', async () => {
    const left = { pk: { S: other.pk }, sk: { S: other.sk } };
    mock.on(BatchWriteItemCommand).resolves({ UnprocessedItems: { cases: [{ DeleteRequest: { Key: left } }] } });
    mock.on(DeleteItemCommand).resolves({});
    await Promise.all([key, other].map((each) => store.commit(change().delete(each).writes)));
    expect(mock.commandCalls(DeleteItemCommand).map((call) => call.args[0].input.Key)).toEqual([left]);
  });

  test('a fault of a batch of deletes is told to everybody who deletes', async () => {
    mock.on(BatchWriteItemCommand).rejects(serviceError('ThrottlingException', 'client'));
    const deletes = [key, other].map((each) => store.commit(change().delete(each).writes));
    for (const answer of await Promise.allSettled(deletes)) {
      expect(answer.status === 'rejected' && answer.reason).toBeInstanceOf(Transient);
    }
  });

  test('a single write goes alone for half the price', async () => {
    mock.onAnyCommand().resolves({});
    await store.commit(one);
    await store.commit(change().update(key, { set: { state: 'ready' } }).writes);
    expect(mock.commandCalls(PutItemCommand)).toHaveLength(1);
    expect(mock.commandCalls(UpdateItemCommand)).toHaveLength(1);
    expect(mock.commandCalls(TransactWriteItemsCommand)).toHaveLength(0);
  });

  test('a sum goes as a transaction even alone, because its token keeps a repeated request from adding twice', async () => {
    mock.onAnyCommand().resolves({});
    await store.commit(change().update(key, { add: { available: 1 } }).writes);
    expect(mock.commandCalls(UpdateItemCommand)).toHaveLength(0);
    expect(mock.commandCalls(TransactWriteItemsCommand)).toHaveLength(1);
  });

  test('nothing is sent for an empty commit', async () => {
    await store.commit([]);
    expect(mock.calls()).toHaveLength(0);
  });
});

const stored = { pk: { S: key.pk }, sk: { S: key.sk } };

function cancelled(CancellationReasons: { Code: string }[]) {
  return new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons });
}

function conditionFailed(Item: Record<string, { S: string } | { N: string }>) {
  return new ConditionalCheckFailedException({ message: 'failed', $metadata: {}, Item });
}

function serviceError(name: string, $fault: 'client' | 'server') {
  return new DynamoDBServiceException({ name, $fault, message: name, $metadata: {} });
}
