import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetActivityTaskCommand,
  GetExecutionHistoryCommand,
  InvalidExecutionInput,
  InvalidName,
  InvalidOutput,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  StopExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Wire } from './wire.ts';
import { PREFIX, type World } from './world.ts';

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

describe('StartExecution', () => {
  test('answers the ARN and the workflow’s time', async () => {
    expect(await start('pass', 'first')).toMatchObject({
      executionArn: 'arn:aws:states:eu-north-1:000000000000:execution:pass:first',
      startDate: new Date('2025-08-18T06:00:00Z'),
    });
  });

  test('makes a name up where none is given, another each time', async () => {
    const [one, two] = [await start('pass'), await start('pass')];
    expect(one.executionArn).toMatch(/:execution:pass:[0-9a-f-]{36}$/);
    expect(two.executionArn).not.toBe(one.executionArn);
  });

  test('input is an empty object where none is given', async () => {
    const { executionArn } = await client.send(
      new StartExecutionCommand({ stateMachineArn: `${PREFIX}ask`, name: 'n' }),
    );
    expect((await client.send(new DescribeExecutionCommand({ executionArn }))).input).toBe('{}');
  });

  test('the same again while it runs is the same execution; anything else under its name is refused', async () => {
    const first = await start('ask', 'a');
    world.clock.forward(60);
    expect(await start('ask', 'a')).toMatchObject({ executionArn: first.executionArn, startDate: first.startDate });
    await expect(start('ask', 'a', '{"n":2}')).rejects.toBeInstanceOf(ExecutionAlreadyExists);
    expect(world.calls).toHaveLength(1);
    await start('pass', 'a');
    await expect(start('pass', 'a')).rejects.toBeInstanceOf(ExecutionAlreadyExists);
  });

  test('two at the same moment are one', async () => {
    const [one, two] = await Promise.all([start('ask', 'a'), start('ask', 'a')]);
    expect(two?.executionArn).toBe(one?.executionArn);
    expect(world.calls).toHaveLength(1);
  });

  test.each(['a b', 'a/b', 'a:b', 'x'.repeat(81), 'a*', 'a\u0007'])('the name %j is refused', async (name) => {
    await expect(start('pass', name)).rejects.toBeInstanceOf(InvalidName);
  });

  test('Norwegian names are names', async () => {
    await expect(start('pass', 'bjørnøya-1')).resolves.toBeDefined();
  });

  test.each(['not json', "{'n':1}", ''])('the input %j is refused', async (input) => {
    await expect(start('pass', 'n', input)).rejects.toBeInstanceOf(InvalidExecutionInput);
  });

  test('a machine that is not loaded', async () => {
    await expect(start('nobody')).rejects.toBeInstanceOf(StateMachineDoesNotExist);
  });
});

describe('DescribeExecution', () => {
  test('of one that succeeded', async () => {
    const { executionArn } = await start('pass', 'a');
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      executionArn,
      stateMachineArn: `${PREFIX}pass`,
      name: 'a',
      status: 'SUCCEEDED',
      input: '{"n":1}',
      output: '2',
      startDate: new Date('2025-08-18T06:00:00Z'),
      stopDate: new Date('2025-08-18T06:00:00Z'),
    });
  });

  test('of one that does not exist', async () => {
    const asked = client.send(
      new DescribeExecutionCommand({ executionArn: 'arn:aws:states:eu-north-1:000000000000:execution:pass:no' }),
    );
    await expect(asked).rejects.toBeInstanceOf(ExecutionDoesNotExist);
  });
});

describe('tokens', () => {
  test('success, and then too late', async () => {
    const { executionArn } = await start('ask', 'a');
    await world.engine.idle();
    await client.send(new SendTaskHeartbeatCommand({ taskToken: wire.token }));
    await client.send(new SendTaskSuccessCommand({ taskToken: wire.token, output: '{"ok":true}' }));
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"ok":true}',
    });
    await expect(
      client.send(new SendTaskSuccessCommand({ taskToken: wire.token, output: '1' })),
    ).rejects.toBeInstanceOf(TaskTimedOut);
    await expect(client.send(new SendTaskHeartbeatCommand({ taskToken: wire.token }))).rejects.toBeInstanceOf(
      TaskTimedOut,
    );
  });

  test('failure', async () => {
    const { executionArn } = await start('ask', 'a');
    await world.engine.idle();
    await client.send(new SendTaskFailureCommand({ taskToken: wire.token, error: 'Declined', cause: 'late' }));
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'FAILED',
      error: 'Declined',
      cause: 'late',
    });
  });

  test('what is no token, and what is no output', async () => {
    await start('ask', 'a');
    await world.engine.idle();
    await expect(client.send(new SendTaskSuccessCommand({ taskToken: 'x', output: '1' }))).rejects.toBeInstanceOf(
      InvalidToken,
    );
    await expect(
      client.send(new SendTaskSuccessCommand({ taskToken: wire.token, output: 'x' })),
    ).rejects.toBeInstanceOf(InvalidOutput);
  });
});

test('StopExecution ends it, and again changes nothing', async () => {
  const { executionArn } = await start('ask', 'a');
  await world.engine.idle();
  const stopped = await client.send(
    new StopExecutionCommand({ executionArn, error: 'Withdrawn', cause: 'by the student' }),
  );
  expect(stopped.stopDate).toEqual(new Date('2025-08-18T06:00:00Z'));
  world.clock.forward(60);
  expect((await client.send(new StopExecutionCommand({ executionArn }))).stopDate).toEqual(stopped.stopDate);
  expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'ABORTED',
    error: 'Withdrawn',
    cause: 'by the student',
  });
  const { events } = await client.send(
    new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 }),
  );
  expect(events?.[0]).toMatchObject({
    type: 'ExecutionAborted',
    previousEventId: 0,
    executionAbortedEventDetails: { error: 'Withdrawn' },
  });
});

describe('what is not served', () => {
  const post = async (target: string | undefined, body: string, method = 'POST') => {
    const headers = target === undefined ? {} : { 'x-amz-target': target };
    const response = await fetch(wire.url, method === 'GET' ? { method, headers } : { method, headers, body });
    return [response.status, ((await response.json()) as { __type: string }).__type];
  };

  test('an action by its name', async () => {
    const asked = client.send(
      new GetActivityTaskCommand({ activityArn: 'arn:aws:states:eu-north-1:000000000000:activity:a' }),
    );
    await expect(asked).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('GetActivityTask is not served here'),
    });
  });

  const CASES: readonly [rule: string, target: string | undefined, body: string, type: string][] = [
    ['no target', undefined, '{}', 'UnknownOperationException'],
    ['another service', 'DynamoDB_20120810.GetItem', '{}', 'UnknownOperationException'],
    ['a member of every object', 'AWSStepFunctions.constructor', '{}', 'UnknownOperationException'],
    ['a body that is not JSON', 'AWSStepFunctions.StartExecution', 'x', 'SerializationException'],
    ['a body that is a list', 'AWSStepFunctions.StartExecution', '[]', 'SerializationException'],
    [
      'a member of the wrong type',
      'AWSStepFunctions.StartExecution',
      '{"stateMachineArn":1}',
      'SerializationException',
    ],
    ['a member that is missing', 'AWSStepFunctions.StartExecution', '{}', 'ValidationException'],
    ['a page of 1001', 'AWSStepFunctions.ListStateMachines', '{"maxResults":1001}', 'ValidationException'],
    ['a nextToken of nobody', 'AWSStepFunctions.ListStateMachines', '{"nextToken":"???"}', 'InvalidToken'],
    [
      'a body without end',
      'AWSStepFunctions.StartExecution',
      `"${'x'.repeat(2 * 1024 * 1024)}"`,
      'ValidationException',
    ],
  ];
  test.each(CASES)('%s', async (_rule, target, body, type) => {
    expect(await post(target, body)).toEqual([400, type]);
  });

  test('GET', async () => {
    expect(await post('AWSStepFunctions.ListStateMachines', '', 'GET')).toEqual([400, 'UnknownOperationException']);
  });

  test('a closed endpoint says so', async () => {
    world.engine.close();
    expect(await post('AWSStepFunctions.ListStateMachines', '{}')).toEqual([503, 'ServiceUnavailableException']);
  });
});
