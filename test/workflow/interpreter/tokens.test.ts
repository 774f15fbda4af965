import { afterEach, beforeEach, expect, test } from 'vitest';
import { chain, tokenTask, World } from './world.ts';

let world: World;
let token = '';
beforeEach(() => {
  world = new World();
  world.functions.ask = (event) => {
    token = (event as { token: string }).token;
    return { ignored: true };
  };
});
afterEach(() => {
  world.close();
  expect(world.faults).toEqual([]);
});

async function parked(more: object = {}): Promise<string> {
  world.load('m', chain(tokenTask('ask', more)));
  const arn = await world.start('m');
  await world.engine.idle();
  return arn;
}

const send = (action: string, more: object = {}) => world.ask(action, { taskToken: token, ...more });

test('SendTaskSuccess gives the result; what the function returned is ignored', async () => {
  const arn = await parked({ Output: '{% $states.result.answer %}' });
  expect((await world.describe(arn)).status).toBe('RUNNING');
  await send('SendTaskSuccess', { output: '{"answer":"approved"}' });
  expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '"approved"' });
});

test('SendTaskFailure gives the error', async () => {
  const arn = await parked();
  await send('SendTaskFailure', { error: 'Declined', cause: 'by the dean' });
  expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Declined', cause: 'by the dean' });
});

test('a failure without a name is a failed task', async () => {
  const arn = await parked();
  await send('SendTaskFailure');
  expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
});

test('an answer is taken once: the same again, and another one, are too late', async () => {
  const arn = await parked();
  await send('SendTaskSuccess', { output: '1' });
  for (const [action, more] of [
    ['SendTaskSuccess', { output: '1' }],
    ['SendTaskSuccess', { output: '2' }],
    ['SendTaskFailure', {}],
    ['SendTaskHeartbeat', {}],
  ] as const) {
    await expect(send(action, more)).rejects.toMatchObject({
      code: 'TaskTimedOut',
      message: "Task Timed Out: 'Provided task does not exist anymore'",
    });
  }
  expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '1' });
});

test('of two answers at the same moment one is taken', async () => {
  const arn = await parked();
  const results = await Promise.allSettled(['"a"', '"b"'].map((output) => send('SendTaskSuccess', { output })));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect((await world.describe(arn)).output).toBe('"a"');
});

test('an answer after the time-out is too late', async () => {
  await parked({ TimeoutSeconds: 60 });
  world.clock.forward(60);
  await world.engine.runDue();
  await expect(send('SendTaskSuccess', { output: '1' })).rejects.toMatchObject({ code: 'TaskTimedOut' });
});

test('an answer after the execution was stopped is too late', async () => {
  const arn = await parked();
  await world.ask('StopExecution', { executionArn: arn });
  await expect(send('SendTaskSuccess', { output: '1' })).rejects.toMatchObject({ code: 'TaskTimedOut' });
});

test('an answer may come before the function has returned, which then changes nothing', async () => {
  world.functions.ask = async (event) => {
    token = (event as { token: string }).token;
    await send('SendTaskSuccess', { output: '"at once"' });
    throw new Error('too late to matter');
  };
  const arn = await parked();
  expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '"at once"' });
});

test('a function that throws fails the task, and its token is dead', async () => {
  world.functions.ask = (event) => {
    token = (event as { token: string }).token;
    throw Object.assign(new Error('no store'), { name: 'Transient' });
  };
  const arn = await parked();
  expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Transient' });
  await expect(send('SendTaskSuccess', { output: '1' })).rejects.toMatchObject({ code: 'TaskTimedOut' });
});

test('an output that is not JSON is refused, and the task goes on waiting', async () => {
  const arn = await parked();
  await expect(send('SendTaskSuccess', { output: 'approved' })).rejects.toMatchObject({ code: 'InvalidOutput' });
  await expect(send('SendTaskSuccess', { output: `"${'x'.repeat(262_143)}"` })).rejects.toMatchObject({
    code: 'ValidationException',
  });
  expect((await world.describe(arn)).status).toBe('RUNNING');
  await send('SendTaskSuccess', { output: '1' });
});

const MANGLED: readonly [rule: string, mangle: (token: string) => string][] = [
  ['nonsense', () => 'nonsense'],
  ['an empty seal', (t) => `${t.split('.')[0]}.`],
  ['another seal', (t) => `${t.split('.')[0]}.${'A'.repeat(43)}`],
  ['another body', (t) => `${Buffer.from('["x",1,1]').toString('base64url')}.${t.split('.')[1]}`],
];
test.each(MANGLED)('a token that was never given out is refused: %s', async (_rule, mangle) => {
  await parked();
  token = mangle(token);
  await expect(send('SendTaskSuccess', { output: '1' })).rejects.toMatchObject({ code: 'InvalidToken' });
});

test('a token of an execution that this database does not know', async () => {
  await parked();
  world.engine.store.run('DELETE FROM strands');
  world.engine.store.run('DELETE FROM executions');
  await expect(send('SendTaskSuccess', { output: '1' })).rejects.toMatchObject({ code: 'TaskDoesNotExist' });
});

test('the history names the submission and the answer', async () => {
  const arn = await parked({ TimeoutSeconds: 60, HeartbeatSeconds: 30 });
  await send('SendTaskSuccess', { output: '1' });
  const events = await world.history(arn);
  expect(events.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSubmitted',
    'TaskSucceeded',
    'TaskStateExited',
    'ExecutionSucceeded',
  ]);
  expect(events[2]?.taskScheduledEventDetails).toMatchObject({
    resource: 'invoke.waitForTaskToken',
    timeoutInSeconds: 60,
    heartbeatInSeconds: 30,
  });
  expect(JSON.parse(events[4]?.taskSubmittedEventDetails.output)).toMatchObject({
    Payload: { ignored: true },
    StatusCode: 200,
  });
});
