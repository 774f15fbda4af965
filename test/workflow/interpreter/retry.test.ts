import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Chance } from '../../../infra/local/stepfunctions/jsonata/chance.ts';
import { delayMs } from '../../../infra/local/stepfunctions/running/retry.ts';
import { chain, task, tokenTask, World } from './world.ts';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => {
  world.close();
  expect(world.faults).toEqual([]);
});

/** A function that fails with these names, one after another, and then succeeds. */
function failing(...names: string[]) {
  let at = 0;
  return () => {
    const name = names[at];
    at += 1;
    if (name !== undefined) throw Object.assign(new Error(`failure ${at}`), { name });
    return 'well';
  };
}

/** Runs to the end; answers how it ended and how many seconds after the start each call was made. */
async function run(retry: object[], ...names: string[]) {
  const began = Date.parse(world.clock.now());
  const seconds: number[] = [];
  const inner = failing(...names);
  world.functions.f = () => {
    seconds.push((Date.parse(world.clock.now()) - began) / 1000);
    return inner();
  };
  world.load('m', chain(task('f', {}, { Retry: retry, Output: '{% $states.result.Payload %}' })));
  const arn = await world.start('m');
  await world.runOut();
  const { status, error } = await world.describe(arn);
  return { status, error, seconds, arn };
}

describe('when a task is tried again', () => {
  const T = 'Transient';
  const CASES: readonly [rule: string, retry: object[], failures: string[], seconds: number[], status: string][] = [
    [
      'after 1, 2 and 4 seconds where nothing else is said',
      [{ ErrorEquals: [T] }],
      [T, T, T],
      [0, 1, 3, 7],
      'SUCCEEDED',
    ],
    ['and then no more', [{ ErrorEquals: [T] }], [T, T, T, T], [0, 1, 3, 7], 'FAILED'],
    ['MaxAttempts counts the retries', [{ ErrorEquals: [T], MaxAttempts: 1 }], [T, T], [0, 1], 'FAILED'],
    ['MaxAttempts 0 means never', [{ ErrorEquals: [T], MaxAttempts: 0 }], [T], [0], 'FAILED'],
    [
      'IntervalSeconds and BackoffRate',
      [{ ErrorEquals: [T], IntervalSeconds: 10, BackoffRate: 1.5 }],
      [T, T, T],
      [0, 10, 25, 47.5],
      'SUCCEEDED',
    ],
    [
      'BackoffRate 1 does not grow',
      [{ ErrorEquals: [T], IntervalSeconds: 5, BackoffRate: 1 }],
      [T, T],
      [0, 5, 10],
      'SUCCEEDED',
    ],
    [
      'MaxDelaySeconds bounds the delay',
      [{ ErrorEquals: [T], IntervalSeconds: 10, BackoffRate: 3, MaxDelaySeconds: 25 }],
      [T, T, T],
      [0, 10, 35, 60],
      'SUCCEEDED',
    ],
    ['another name is not retried', [{ ErrorEquals: [T] }], ['Refused'], [0], 'FAILED'],
    ['States.TaskFailed', [{ ErrorEquals: ['States.TaskFailed'] }], ['Refused'], [0, 1], 'SUCCEEDED'],
    ['States.ALL', [{ ErrorEquals: ['States.ALL'] }], ['Refused'], [0, 1], 'SUCCEEDED'],
    [
      'every retrier counts its own attempts',
      [
        { ErrorEquals: [T], MaxAttempts: 1 },
        { ErrorEquals: ['Conflict'], MaxAttempts: 2, IntervalSeconds: 10, BackoffRate: 1 },
      ],
      ['Conflict', T, 'Conflict'],
      [0, 10, 11, 21],
      'SUCCEEDED',
    ],
    [
      'the first retrier that matches decides, also when its attempts are used up',
      [{ ErrorEquals: [T], MaxAttempts: 1 }, { ErrorEquals: ['States.ALL'] }],
      [T, T],
      [0, 1],
      'FAILED',
    ],
  ];
  test.each(CASES)('%s', async (_rule, retry, failures, seconds, status) => {
    expect(await run(retry, ...failures)).toMatchObject({ seconds, status });
  });

  test('JitterStrategy FULL waits between nothing and the whole delay, the same each time for the same seed', () => {
    const policy = { errors: ['T'], intervalSeconds: 8, maxAttempts: 3, backoffRate: 2, jitter: true };
    const delays = Array.from({ length: 200 }, (_, i) => delayMs(policy, 0, new Chance('seed', `place ${i}`)));
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...delays)).toBeLessThan(8000);
    expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(6000);
    expect(delays).toEqual(Array.from({ length: 200 }, (_, i) => delayMs(policy, 0, new Chance('seed', `place ${i}`))));
  });

  test('Retry comes before Catch', async () => {
    world.functions.f = failing('T', 'T', 'T', 'T');
    world.load('m', {
      StartAt: 'Try',
      States: {
        Try: {
          ...task('f'),
          Retry: [{ ErrorEquals: ['T'], MaxAttempts: 2 }],
          Catch: [{ ErrorEquals: ['T'], Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Succeed' },
      },
    });
    const arn = await world.start('m');
    await world.runOut();
    expect(world.calls).toHaveLength(3);
    expect((await world.describe(arn)).status).toBe('SUCCEEDED');
  });

  test('a state that is entered again begins to count again', async () => {
    world.functions.f = failing('T', 'T', 'T', 'T', 'T', 'T');
    world.load('m', {
      StartAt: 'Try',
      States: {
        Try: {
          ...task('f'),
          Retry: [{ ErrorEquals: ['T'], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ['T'], Next: 'Again' }],
          End: true,
        },
        Again: { Type: 'Wait', Seconds: 100, Next: 'Try' },
      },
    });
    const arn = await world.start('m');
    await world.runOut();
    expect((await world.describe(arn)).status).toBe('SUCCEEDED');
    expect(world.calls).toHaveLength(7);
  });

  test('each retry is a history of its own within the state, and a billed transition', async () => {
    const { arn } = await run([{ ErrorEquals: ['T'] }], 'T', 'T');
    const events = await world.history(arn);
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      ...['TaskScheduled', 'TaskStarted', 'TaskFailed'],
      ...['TaskScheduled', 'TaskStarted', 'TaskFailed'],
      ...['TaskScheduled', 'TaskStarted', 'TaskSucceeded'],
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    expect(world.engine.transitions(arn)).toBe(3);
  });

  test('a retry has a new token, and the old one is dead', async () => {
    const tokens: string[] = [];
    world.functions.ask = (event) => {
      tokens.push((event as { token: string }).token);
    };
    world.load(
      'm',
      chain(tokenTask('ask', { TimeoutSeconds: 60, Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }] })),
    );
    const arn = await world.start('m');
    await world.engine.idle();
    world.clock.forward(60);
    await world.engine.runDue();
    world.clock.forward(1);
    await world.engine.runDue();
    await world.engine.idle();
    const [old, young] = tokens;
    expect(young).not.toBe(old);
    await expect(world.ask('SendTaskSuccess', { taskToken: old, output: '1' })).rejects.toMatchObject({
      code: 'TaskTimedOut',
    });
    await world.ask('SendTaskSuccess', { taskToken: young, output: '2' });
    expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '2' });
  });
});
