import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chain, task, tokenTask, World } from './world.ts';

let world: World;
let tokens: Record<string, string> = {};
beforeEach(() => {
  world = new World();
  tokens = {};
  world.functions.echo = (event) => event;
  world.functions.refuse = () => {
    throw Object.assign(new Error('no'), { name: 'Refused' });
  };
  world.functions.ask = (event) => {
    const { who, token } = event as { who: string; token: string };
    tokens[who] = token;
  };
});
afterEach(() => {
  world.close();
  expect(world.faults).toEqual([]);
});

const pass = (name: string, more: object = {}) => ({ name, Type: 'Pass', ...more });
const ask = (name: string, who: string, more: object = {}) => ({
  ...tokenTask('ask', more),
  name,
  Arguments: { FunctionName: 'ask', Payload: { who, token: '{% $states.context.Task.Token %}' } },
});

async function run(machine: object, input: unknown = {}) {
  world.load('m', machine);
  const arn = await world.start('m', input);
  await world.runOut();
  const { status, output, error, cause } = await world.describe(arn);
  return { status, error, cause, output: output === undefined ? undefined : JSON.parse(output), arn };
}

const typesOf = async (arn: string) => (await world.history(arn)).map(({ type }) => type);

describe('Parallel', () => {
  test('gives the results of its branches in their order', async () => {
    const machine = chain({
      Type: 'Parallel',
      Branches: [
        chain({ name: 'Slow', Type: 'Wait', Seconds: 60, Output: 'slow' }),
        chain(pass('Fast', { Output: '{% $states.input.n %}' })),
      ],
      Output: '{% {"both": $states.result} %}',
    });
    expect(await run(machine, { n: 7 })).toMatchObject({ status: 'SUCCEEDED', output: { both: ['slow', 7] } });
  });

  test('Arguments are the input of every branch', async () => {
    const machine = chain({ Type: 'Parallel', Arguments: { a: 1 }, Branches: [chain(pass('A')), chain(pass('B'))] });
    expect((await run(machine)).output).toEqual([{ a: 1 }, { a: 1 }]);
  });

  test('a branch reads the variables around it and keeps its own to itself', async () => {
    const machine = chain(
      pass('Set', { Assign: { outer: 1 } }),
      {
        Type: 'Parallel',
        Branches: [
          chain(pass('A1', { Assign: { mine: 'a' } }), pass('A2', { Output: '{% [$outer, $mine] %}' })),
          chain(pass('B1', { Assign: { mine: 'b' } }), pass('B2', { Output: '{% [$outer, $mine] %}' })),
        ],
      },
      pass('Show', { Output: ['{% $states.input %}', '{% $exists($mine) %}'] }),
    );
    expect((await run(machine)).output).toEqual([
      [
        [1, 'a'],
        [1, 'b'],
      ],
      false,
    ]);
  });

  test('history as AWS writes it', async () => {
    const { arn } = await run(
      chain({ name: 'Both', Type: 'Parallel', Branches: [chain(pass('A')), chain(pass('B'))] }),
    );
    const events = await world.history(arn);
    expect(
      events.map(({ type, previousEventId, stateEnteredEventDetails: d }) => [type, previousEventId, d?.name]),
    ).toEqual([
      ['ExecutionStarted', 0, undefined],
      ['ParallelStateEntered', 0, 'Both'],
      ['ParallelStateStarted', 2, undefined],
      ['PassStateEntered', 3, 'A'],
      ['PassStateExited', 4, undefined],
      ['PassStateEntered', 3, 'B'],
      ['PassStateExited', 6, undefined],
      ['ParallelStateSucceeded', 7, undefined],
      ['ParallelStateExited', 8, undefined],
      ['ExecutionSucceeded', 9, undefined],
    ]);
  });

  test('a branch that fails stops the others and fails the state', async () => {
    const machine = chain({
      Type: 'Parallel',
      Branches: [chain(ask('Ask', 'dean')), chain({ ...task('refuse'), name: 'Refuse' })],
    });
    const { arn, ...end } = await run(machine);
    expect(end).toMatchObject({ status: 'FAILED', error: 'Refused' });
    expect((await typesOf(arn)).slice(-5)).toEqual([
      'TaskSubmitted',
      'TaskFailed',
      'TaskStateAborted',
      'ParallelStateFailed',
      'ExecutionFailed',
    ]);
    await expect(world.ask('SendTaskSuccess', { taskToken: tokens.dean, output: '1' })).rejects.toMatchObject({
      code: 'TaskTimedOut',
    });
  });

  test('and can be caught', async () => {
    const machine = {
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [chain({ ...task('refuse'), name: 'A' }), chain({ ...task('refuse'), name: 'B' })],
          Catch: [{ ErrorEquals: ['Refused'], Output: '{% $states.errorOutput.Error %}', Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Pass', End: true },
      },
    };
    expect(await run(machine)).toMatchObject({ status: 'SUCCEEDED', output: 'Refused' });
  });

  test('and retried, once for all that failed', async () => {
    let calls = 0;
    world.functions.twice = () => {
      calls += 1;
      if (calls <= 2) throw Object.assign(new Error('later'), { name: 'Transient' });
      return calls;
    };
    const branch = (name: string) => chain({ ...task('twice', {}, { Output: 'ok' }), name });
    const machine = chain({
      Type: 'Parallel',
      Branches: [branch('A'), branch('B')],
      Retry: [{ ErrorEquals: ['Transient'] }],
    });
    expect(await run(machine)).toMatchObject({ status: 'SUCCEEDED', output: ['ok', 'ok'] });
    expect(calls).toBe(4);
  });

  test('branches wait for their own tokens, also across a restart', async () => {
    world.load('m', chain({ Type: 'Parallel', Branches: [chain(ask('A', 'ann')), chain(ask('B', 'bob'))] }));
    const arn = await world.start('m');
    await world.engine.idle();
    await world.ask('SendTaskSuccess', { taskToken: tokens.bob, output: '"b"' });
    world.engine.close();
    world.open().start();
    await world.ask('SendTaskSuccess', { taskToken: tokens.ann, output: '"a"' });
    expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '["a","b"]' });
  });
});
