import { DynamoDBClient, TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../shared/store/change.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import { Conflict, Transient } from '../../shared/store/errors.ts';
import { caseKey } from '../../shared/store/keys.ts';
import type { Write } from '../../shared/store/port.ts';

/** Transactions that are asked for at one moment share a request; each is still all or nothing by itself. */

const client = new DynamoDBClient({ region: 'local' });
const mock = mockClient(client);
const store = dynamoStore({ client, tables: { cases: 'cases', ledger: 'ledger' } });

/** A decision on a case: its record and one beside it. */
const decision = (id: string, institution = 'nhh'): readonly Write[] =>
  change()
    .put('cases', caseKey(institution, id))
    .expectVersion(1)
    .put('cases', { ...caseKey(institution, id), sk: 'event' }).writes;
const together = (...decisions: (readonly Write[])[]) =>
  Promise.allSettled(decisions.map((each) => store.commit(each)));
/** The cases that each request spoke of. */
const requests = () =>
  mock.commandCalls(TransactWriteItemsCommand).map((call) => {
    const items = call.args[0].input.TransactItems ?? [];
    return [...new Set(items.map(({ Put }) => Put?.Item?.pk?.S ?? ''))].map((pk) => pk.replace('#case#', ' '));
  });

beforeEach(() => {
  mock.reset();
  mock.on(TransactWriteItemsCommand).resolves({});
});

describe('commits of one moment', () => {
  test('go in one request', async () => {
    await together(decision('A'), decision('B'), decision('C'));
    expect(requests()).toEqual([['nhh A', 'nhh B', 'nhh C']]);
  });

  test('on one record go one after the other, in the order in which they were asked for', async () => {
    const asked = decision('A');
    await together(asked, decision('B'), decision('A'), decision('C'));
    expect(requests()).toEqual([['nhh A', 'nhh B', 'nhh C'], ['nhh A']]);
  });

  test('never mix institutions', async () => {
    await together(decision('A'), decision('A', 'nmbu'), decision('B'));
    expect(requests()).toEqual([['nhh A', 'nhh B'], ['nmbu A']]);
  });

  test('are split where they would be too many for one transaction', async () => {
    const wide = (id: string) =>
      Array.from({ length: 60 }, (_, n) => change().put('cases', { ...caseKey('nhh', id), sk: `${n}` }).writes).flat();
    await together(wide('A'), wide('B'));
    expect(requests()).toEqual([['nhh A'], ['nhh B']]);
  });

  test('one commit alone is one request', async () => {
    await store.commit(decision('A'));
    expect(requests()).toEqual([['nhh A']]);
  });
});

describe('when the shared request is refused', () => {
  const broken = new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: [{ Code: 'ConditionalCheckFailed' }, { Code: 'None' }],
  });
  const speaksOf = (id: string) => (input: { TransactItems?: { Put?: { Item?: Record<string, { S?: string }> } }[] }) =>
    input.TransactItems?.some(({ Put }) => Put?.Item?.pk?.S === `nhh#case#${id}`) ?? false;

  test('only the commit whose expectation is broken fails, and the others are written', async () => {
    mock.on(TransactWriteItemsCommand).callsFake((input) => {
      if (speaksOf('B')(input)) throw broken;
      return {};
    });
    const [a, b, c] = await together(decision('A'), decision('B'), decision('C'));
    expect([a?.status, b?.status, c?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(b).toMatchObject({ reason: expect.any(Conflict) });
    expect(requests()).toEqual([['nhh A', 'nhh B', 'nhh C'], ['nhh A'], ['nhh B'], ['nhh C']]);
  });

  test('a group that is too large in bytes goes one by one', async () => {
    mock.on(TransactWriteItemsCommand).callsFake((input) => {
      if (speaksOf('A')(input) && speaksOf('B')(input))
        throw Object.assign(new Error('Transaction request cannot exceed 4 MB'), { name: 'ValidationException' });
      return {};
    });
    const answers = await together(decision('A'), decision('B'));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  test('nobody repeats what may have been written: a lost answer is Transient for all', async () => {
    mock.on(TransactWriteItemsCommand).rejects(Object.assign(new Error('lost'), { code: 'ECONNRESET' }));
    const answers = await together(decision('A'), decision('B'));
    for (const answer of answers) expect(answer).toMatchObject({ reason: expect.any(Transient) });
    expect(requests()).toEqual([['nhh A', 'nhh B']]);
  });

  test('and the next commits find the way free', async () => {
    mock.on(TransactWriteItemsCommand).rejectsOnce(broken).resolves({});
    await together(decision('A'));
    await store.commit(decision('B'));
    expect(requests()).toEqual([['nhh A'], ['nhh B']]);
  });
});

describe('who follows the writes', () => {
  const refusal = (attempts: number) =>
    new TransactionCanceledException({
      $metadata: { attempts },
      message: 'cancelled',
      CancellationReasons: [{ Code: 'ConditionalCheckFailed' }],
    });

  test.each([
    ['nothing of a first try that was refused', refusal(1), []],
    ['that nobody knows, of a later try that was refused: its first may have been written', refusal(2), [undefined]],
    ['that nobody knows, of a lost answer', Object.assign(new Error('lost'), { code: 'ECONNRESET' }), [undefined]],
  ])('hears %s', async (_what, error, expected) => {
    const heard: unknown[] = [];
    const followed = dynamoStore({
      client,
      tables: { cases: 'cases', ledger: 'ledger' },
      onCommit: (writes) => heard.push(writes),
    });
    mock.on(TransactWriteItemsCommand).rejects(error);
    await expect(followed.commit(decision('A'))).rejects.toThrow();
    expect(heard).toEqual(expected);
  });
});
