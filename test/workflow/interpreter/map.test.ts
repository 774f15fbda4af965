import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chain, task, World } from './world.ts';

let world: World;
beforeEach(() => {
  world = new World();
  world.functions.echo = (event) => event;
  world.functions.refuse = () => {
    throw Object.assign(new Error('no'), { name: 'Refused' });
  };
});
afterEach(() => {
  world.close();
  expect(world.faults).toEqual([]);
});

const pass = (name: string, more: object = {}) => ({ name, Type: 'Pass', ...more });

async function run(machine: object, input: unknown = {}) {
  world.load('m', machine);
  const arn = await world.start('m', input);
  await world.runOut();
  const { status, output, error, cause } = await world.describe(arn);
  return { status, error, cause, output: output === undefined ? undefined : JSON.parse(output), arn };
}

const typesOf = async (arn: string) => (await world.history(arn)).map(({ type }) => type);

describe('Map', () => {
  const each = (processor: object, more: object = {}) =>
    chain({ name: 'Each', Type: 'Map', ItemProcessor: processor, ...more });

  test('runs every item of its input, and gives the results in order', async () => {
    expect((await run(each(chain(pass('P', { Output: '{% $states.input * 2 %}' }))), [1, 2, 3])).output).toEqual([
      2, 4, 6,
    ]);
  });

  test('Items and ItemSelector choose what an iteration gets', async () => {
    const machine = each(chain(pass('P', { Output: '{% [$states.input, $states.context.Map.Item] %}' })), {
      Items: '{% $states.input.list %}',
      ItemSelector: {
        at: '{% $states.context.Map.Item.Index %}',
        v: '{% $states.context.Map.Item.Value.v %}',
        of: '{% $states.input.of %}',
      },
    });
    expect((await run(machine, { of: 'x', list: [{ v: 5 }, { v: 6 }] })).output).toEqual([
      [
        { at: 0, v: 5, of: 'x' },
        { Index: 0, Value: { v: 5 } },
      ],
      [
        { at: 1, v: 6, of: 'x' },
        { Index: 1, Value: { v: 6 } },
      ],
    ]);
  });

  test('no items give an empty list', async () => {
    const { arn, output } = await run(each(chain(pass('P'))), []);
    expect(output).toEqual([]);
    expect(await typesOf(arn)).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapStateStarted',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
  });

  test('MaxConcurrency bounds how many run at a time', async () => {
    world.load('m', each(chain({ name: 'W', Type: 'Wait', Seconds: 60 }), { MaxConcurrency: 2 }));
    const arn = await world.start('m', [1, 2, 3, 4, 5]);
    expect(await world.runOut()).toEqual([
      '2025-08-18T06:01:00.000Z',
      '2025-08-18T06:02:00.000Z',
      '2025-08-18T06:03:00.000Z',
    ]);
    expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '[1,2,3,4,5]' });
  });

  test('at most 40 run at a time', async () => {
    world.load('m', each(chain({ name: 'W', Type: 'Wait', Seconds: 60 })));
    const arn = await world.start(
      'm',
      Array.from({ length: 100 }, (_, i) => i),
    );
    expect(await world.runOut()).toHaveLength(3);
    expect((await world.describe(arn)).status).toBe('SUCCEEDED');
  });

  test('history as AWS writes it', async () => {
    const { arn } = await run(each(chain(pass('P'))), ['a', 'b']);
    const events = await world.history(arn);
    expect(events.map(({ type, previousEventId }) => [type, previousEventId])).toEqual([
      ['ExecutionStarted', 0],
      ['MapStateEntered', 0],
      ['MapStateStarted', 2],
      ['MapIterationStarted', 3],
      ['MapIterationStarted', 3],
      ['PassStateEntered', 4],
      ['PassStateExited', 6],
      ['MapIterationSucceeded', 7],
      ['PassStateEntered', 5],
      ['PassStateExited', 9],
      ['MapIterationSucceeded', 10],
      ['MapStateSucceeded', 11],
      ['MapStateExited', 12],
      ['ExecutionSucceeded', 13],
    ]);
  });

  test('an item that fails stops the others, those that wait for their turn too', async () => {
    const processor = chain({
      ...task('{% $states.input %}'),
      name: 'T',
      Arguments: { FunctionName: '{% $states.input %}' },
    });
    const { arn, ...end } = await run(each(processor, { MaxConcurrency: 2 }), [
      'echo',
      'refuse',
      'echo',
      'echo',
      'echo',
    ]);
    expect(end).toMatchObject({ status: 'FAILED', error: 'Refused' });
    expect((await typesOf(arn)).slice(-3)).toEqual(expect.arrayContaining(['MapStateFailed', 'ExecutionFailed']));
    expect(world.calls.length).toBeLessThan(5);
  });

  test('Items that are no list fail the state', async () => {
    const end = await run(each(chain(pass('P')), { Items: '{% $states.input %}' }), { a: 1 });
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(end.cause).toMatch(/'Items' returned an unexpected result type. Expected 'array'/);
  });

  test('maps inside branches inside maps', async () => {
    const inner = {
      name: 'Inner',
      Type: 'Map',
      ItemProcessor: chain(pass('P', { Output: '{% $states.input + $k %}' })),
    };
    const machine = each(
      chain(pass('K', { Assign: { k: 10 } }), {
        name: 'Par',
        Type: 'Parallel',
        Branches: [chain(inner), chain(pass('Q'))],
      }),
    );
    expect((await run(machine, [[1, 2], [3]])).output).toEqual([
      [
        [11, 12],
        [1, 2],
      ],
      [[13], [3]],
    ]);
  });
});
