import {
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  type SFNClient,
  StateMachineDoesNotExist,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Wire } from './wire.ts';
import { chain, PREFIX, type World } from './world.ts';

let wire: Wire;
let world: World;
let client: SFNClient;
beforeEach(async () => {
  wire = await Wire.open();
  ({ world, client } = wire);
});
afterEach(async () => {
  await wire.close();
  expect(world.faults).toEqual([]);
});

const start = (machine: string, name?: string, input?: string) => wire.start(machine, name, input);

describe('GetExecutionHistory', () => {
  test('the events of a pass, as AWS gives them', async () => {
    const { executionArn } = await start('pass', 'a');
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    const timestamp = new Date('2025-08-18T06:00:00Z');
    const whole = { truncated: false };
    expect(events).toEqual([
      {
        id: 1,
        previousEventId: 0,
        timestamp,
        type: 'ExecutionStarted',
        executionStartedEventDetails: {
          input: '{"n":1}',
          inputDetails: whole,
          roleArn: 'arn:aws:iam::000000000000:role/pass',
        },
      },
      {
        id: 2,
        previousEventId: 0,
        timestamp,
        type: 'PassStateEntered',
        stateEnteredEventDetails: { name: 'S1', input: '{"n":1}', inputDetails: whole },
      },
      {
        id: 3,
        previousEventId: 2,
        timestamp,
        type: 'PassStateExited',
        stateExitedEventDetails: { name: 'S1', output: '2', outputDetails: whole },
      },
      {
        id: 4,
        previousEventId: 3,
        timestamp,
        type: 'ExecutionSucceeded',
        executionSucceededEventDetails: { output: '2', outputDetails: whole },
      },
    ]);
  });

  test('variables that a state assigned', async () => {
    world.load('assign', chain({ Type: 'Pass', Assign: { a: [1], b: 'x' } }));
    const { executionArn } = await start('assign', 'a');
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events?.[2]?.stateExitedEventDetails).toMatchObject({
      assignedVariables: { a: '[1]', b: '"x"' },
      assignedVariablesDetails: { truncated: false },
    });
  });

  test.each([true, false])('in pages, reverseOrder %s', async (reverseOrder) => {
    world.load('ten', chain(...Array.from({ length: 10 }, () => ({ Type: 'Wait', Seconds: 1 }))));
    const { executionArn } = await start('ten', 'a');
    await world.runOut();
    const pages: number[][] = [];
    for await (const page of paginateGetExecutionHistory({ client, pageSize: 5 }, { executionArn, reverseOrder })) {
      pages.push((page.events ?? []).map(({ id }) => id ?? 0));
    }
    const ids = Array.from({ length: 22 }, (_, i) => (reverseOrder ? 22 - i : i + 1));
    expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 2]);
    expect(pages.flat()).toEqual(ids);
  });

  test('without the data', async () => {
    const { executionArn } = await start('pass', 'a');
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn, includeExecutionData: false }));
    expect(events?.[1]?.stateEnteredEventDetails).toEqual({ name: 'S1' });
    expect(events?.[3]?.executionSucceededEventDetails).toEqual({});
  });
});

describe('lists', () => {
  test('ListExecutions: newest first, by status, in pages', async () => {
    for (const name of ['a', 'b', 'c']) await start('pass', name);
    for (const name of ['d', 'e']) await start('ask', name);
    const list = (more: object, machine = 'pass') =>
      client.send(new ListExecutionsCommand({ stateMachineArn: PREFIX + machine, ...more }));
    const names = async (more: object, machine?: string) =>
      (await list(more, machine)).executions?.map(({ name }) => name);
    expect(await names({})).toEqual(['c', 'b', 'a']);
    expect(await names({ statusFilter: 'RUNNING' })).toEqual([]);
    expect(await names({ statusFilter: 'RUNNING' }, 'ask')).toEqual(['e', 'd']);
    const { executions, nextToken } = await list({ maxResults: 2 });
    expect(executions?.map(({ name, status }) => [name, status])).toEqual([
      ['c', 'SUCCEEDED'],
      ['b', 'SUCCEEDED'],
    ]);
    expect(await names({ maxResults: 2, nextToken })).toEqual(['a']);
    await expect(list({}, 'nobody')).rejects.toBeInstanceOf(StateMachineDoesNotExist);
  });

  test('ListStateMachines and DescribeStateMachine', async () => {
    const { stateMachines, nextToken } = await client.send(new ListStateMachinesCommand({ maxResults: 1 }));
    expect(stateMachines).toMatchObject([{ name: 'ask', stateMachineArn: `${PREFIX}ask`, type: 'STANDARD' }]);
    expect((await client.send(new ListStateMachinesCommand({ nextToken }))).stateMachines).toMatchObject([
      { name: 'pass' },
    ]);
    const described = await client.send(new DescribeStateMachineCommand({ stateMachineArn: `${PREFIX}pass` }));
    expect(described).toMatchObject({
      name: 'pass',
      status: 'ACTIVE',
      type: 'STANDARD',
      creationDate: new Date('2025-08-18T06:00:00Z'),
    });
    expect(JSON.parse(described.definition ?? '')).toMatchObject({ StartAt: 'S1' });
  });
});
