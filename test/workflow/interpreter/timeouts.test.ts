import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chain, task, tokenTask, World } from './world.ts';

const DAY = 24 * 3600;

let world: World;
beforeEach(() => {
  world = new World();
  world.functions.ask = (event) => {
    token = (event as { token: string }).token;
  };
});
afterEach(() => {
  world.close();
  expect(world.faults).toEqual([]);
});
let token = '';

async function pass(seconds: number): Promise<void> {
  world.clock.forward(seconds);
  await world.engine.runDue();
  await world.engine.idle();
}

describe('long waits', () => {
  test('a wait of 300 days does not return early, and returns on its day', async () => {
    world.load('m', chain({ Type: 'Wait', Seconds: 300 * DAY }));
    const arn = await world.start('m');
    expect(world.engine.nextTimer()).toBe('2026-06-14T06:00:00.000Z');
    for (const days of [25, 25, 100, 149]) {
      await pass(days * DAY);
      expect((await world.describe(arn)).status).toBe('RUNNING');
    }
    await pass(DAY - 1);
    expect((await world.describe(arn)).status).toBe('RUNNING');
    await pass(1);
    expect(await world.describe(arn)).toMatchObject({
      status: 'SUCCEEDED',
      stopDate: Date.parse('2026-06-14T06:00:00Z') / 1000,
    });
  });

  test('nothing is due when nothing waits', () => {
    expect(world.engine.nextTimer()).toBeUndefined();
    expect(world.engine.isIdle()).toBe(true);
  });

  test('the next timer is the earliest of all executions', async () => {
    world.load('m', chain({ Type: 'Wait', Seconds: '{% $states.input.s %}' }));
    for (const s of [300, 60, 200]) await world.start('m', { s }, `wait-${s}`);
    expect(await world.runOut()).toEqual([
      '2025-08-18T06:01:00.000Z',
      '2025-08-18T06:03:20.000Z',
      '2025-08-18T06:05:00.000Z',
    ]);
  });
});

describe('TimeoutSeconds of a task', () => {
  test('fails a task that waits for its token', async () => {
    world.load('m', chain(tokenTask('ask', { TimeoutSeconds: 3600 })));
    const arn = await world.start('m');
    await world.engine.idle();
    await pass(3599);
    expect((await world.describe(arn)).status).toBe('RUNNING');
    await pass(1);
    const { status, error, cause } = await world.describe(arn);
    expect({ status, error, cause }).toEqual({ status: 'FAILED', error: 'States.Timeout', cause: undefined });
    const [timedOut, failed] = (await world.history(arn)).slice(-2);
    expect(timedOut).toMatchObject({
      type: 'TaskTimedOut',
      taskTimedOutEventDetails: {
        error: 'States.Timeout',
        resource: 'invoke.waitForTaskToken',
        resourceType: 'lambda',
      },
    });
    expect(failed).toMatchObject({ type: 'ExecutionFailed', executionFailedEventDetails: { error: 'States.Timeout' } });
  });

  test('fails a call that takes too long, and its late answer changes nothing', async () => {
    let answer: (value: string) => void = () => {};
    world.functions.slow = () => new Promise((resolve) => (answer = resolve));
    world.load('m', chain(task('slow', {}, { TimeoutSeconds: 60 })));
    const arn = await world.start('m');
    expect(world.engine.isIdle()).toBe(false);
    world.clock.forward(60);
    await world.engine.runDue();
    answer('late');
    await world.engine.idle();
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect((await world.history(arn)).at(-1)?.type).toBe('ExecutionFailed');
  });

  test('may be an expression', async () => {
    world.load('m', chain(tokenTask('ask', { TimeoutSeconds: '{% $states.input.days * 86400 %}' })));
    await world.start('m', { days: 2 });
    await world.engine.idle();
    expect(world.engine.nextTimer()).toBe('2025-08-20T06:00:00.000Z');
  });

  test('is over once the task has succeeded', async () => {
    world.load('m', chain(tokenTask('ask', { TimeoutSeconds: 60 }), { Type: 'Wait', Seconds: 600 }));
    const arn = await world.start('m');
    await world.engine.idle();
    await world.ask('SendTaskSuccess', { taskToken: token, output: '{}' });
    await pass(61);
    expect((await world.describe(arn)).status).toBe('RUNNING');
    await pass(600);
    expect((await world.describe(arn)).status).toBe('SUCCEEDED');
  });
});

describe('HeartbeatSeconds', () => {
  beforeEach(async () => {
    world.load('m', chain(tokenTask('ask', { HeartbeatSeconds: 60, TimeoutSeconds: 200 })));
    await world.start('m');
    await world.engine.idle();
  });
  const arn = 'arn:aws:states:eu-north-1:000000000000:execution:m:x';

  test('fails a task that is silent', async () => {
    await pass(59);
    expect((await world.describe(arn)).status).toBe('RUNNING');
    await pass(1);
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  test('each heartbeat begins the time again, up to TimeoutSeconds', async () => {
    for (let i = 0; i < 4; i += 1) {
      await pass(45);
      await world.ask('SendTaskHeartbeat', { taskToken: token });
    }
    expect((await world.describe(arn)).status).toBe('RUNNING');
    expect(world.engine.nextTimer()).toBe('2025-08-18T06:03:20.000Z');
    await pass(20);
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    await expect(world.ask('SendTaskHeartbeat', { taskToken: token })).rejects.toMatchObject({ code: 'TaskTimedOut' });
  });
});

describe('TimeoutSeconds of a machine', () => {
  test('ends the execution as TIMED_OUT, named in the last event only', async () => {
    world.load('m', { TimeoutSeconds: 90, ...chain({ Type: 'Wait', Seconds: 60 }, { Type: 'Wait', Seconds: 60 }) });
    const arn = await world.start('m');
    await world.runOut();
    const described = await world.describe(arn);
    expect(described).toMatchObject({ status: 'TIMED_OUT', stopDate: Date.parse('2025-08-18T06:01:30Z') / 1000 });
    expect(described).not.toHaveProperty('error');
    expect((await world.history(arn)).at(-1)).toMatchObject({
      type: 'ExecutionTimedOut',
      previousEventId: 0,
      executionTimedOutEventDetails: { error: 'States.Timeout' },
    });
  });

  test('an execution without one ends after a year', async () => {
    world.load('m', chain(tokenTask('ask')));
    const arn = await world.start('m');
    await world.engine.idle();
    expect(world.engine.nextTimer()).toBe('2026-08-18T06:00:00.000Z');
    await pass(365 * DAY);
    expect((await world.describe(arn)).status).toBe('TIMED_OUT');
    expect(world.engine.nextTimer()).toBeUndefined();
  });

  test('what is due earlier happens earlier, also when the clock jumps over both', async () => {
    world.load('m', { TimeoutSeconds: 90, ...chain({ Type: 'Wait', Seconds: 60 }) });
    const arn = await world.start('m');
    await pass(DAY);
    expect((await world.describe(arn)).status).toBe('SUCCEEDED');
  });
});
