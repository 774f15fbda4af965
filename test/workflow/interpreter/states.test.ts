import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chain, task, World } from './world.ts';

let world: World;
beforeEach(() => {
  world = new World();
  world.functions.echo = (event) => event;
  world.functions.nothing = () => undefined;
});
afterEach(() => {
  world.close();
  expect(world.faults).toEqual([]);
});

interface Case {
  readonly rule: string;
  readonly machine: object;
  readonly input?: unknown;
  readonly output: unknown;
}

async function outputOf({ machine, input }: Pick<Case, 'machine' | 'input'>): Promise<unknown> {
  world.load('m', machine);
  const arn = await world.start('m', input);
  await world.runOut();
  const { status, output, error, cause } = await world.describe(arn);
  return status === 'SUCCEEDED' ? JSON.parse(output ?? 'null') : { status, error, cause };
}

const INPUT = { n: 21, who: 'Ada', items: [{ v: 1 }, { v: 5 }, { v: 9 }], none: null };

describe('Choice', () => {
  const choice = (more: object) => ({
    StartAt: 'C',
    States: {
      C: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.n > 100 %}', Next: 'Big' },
          {
            Condition: '{% $states.input.n > 10 %}',
            Next: 'Middle',
            Assign: { by: 'rule' },
            Output: '{% $states.input.n %}',
          },
          { Condition: true, Next: 'Big' },
        ],
        ...more,
      },
      Big: { Type: 'Pass', Output: 'big', End: true },
      Middle: { Type: 'Pass', Output: '{% [$states.input, $by] %}', End: true },
    },
  });
  const fallback = {
    StartAt: 'C',
    States: {
      C: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input.n = 0 %}', Next: 'Zero' }],
        Default: 'Other',
        Assign: { by: 'default' },
        Output: 'none',
      },
      Zero: { Type: 'Pass', Output: '{% $exists($by) %}', End: true },
      Other: { Type: 'Pass', Output: '{% [$states.input, $by] %}', End: true },
    },
  };
  const CASES: readonly Case[] = [
    {
      rule: 'the first rule that holds decides, with its own Assign and Output',
      machine: choice({}),
      input: { n: 21 },
      output: [21, 'rule'],
    },
    { rule: 'a Condition may be a boolean', machine: choice({}), input: { n: 1 }, output: 'big' },
    {
      rule: 'Default has the Assign and Output of the state',
      machine: fallback,
      input: { n: 1 },
      output: ['none', 'default'],
    },
    { rule: 'and a rule that holds does not', machine: fallback, input: { n: 0 }, output: false },
  ];
  test.each(CASES)('$rule', async ({ machine, input, output }) => {
    expect(await outputOf({ machine, input })).toEqual(output);
  });
});

describe('Task', () => {
  const CASES: readonly Case[] = [
    {
      rule: 'the result has the shape of lambda:invoke',
      machine: chain(task('echo', { hello: '{% $states.input.who %}' })),
      output: { ExecutedVersion: '$LATEST', Payload: { hello: 'Ada' }, StatusCode: 200 },
    },
    {
      rule: 'Output and Assign read $states.result',
      machine: chain(
        task(
          'echo',
          { v: 1 },
          { Output: '{% $states.result.Payload.v %}', Assign: { code: '{% $states.result.StatusCode %}' } },
        ),
        { Type: 'Pass', Output: '{% [$states.input, $code] %}' },
      ),
      output: [1, 200],
    },
    {
      rule: 'a function that returns nothing returns null',
      machine: chain(task('nothing', {}, { Output: '{% $states.result.Payload %}' })),
      output: null,
    },
    {
      rule: 'a function that gets no Payload gets an empty object',
      machine: chain({
        ...task('echo', {}, { Output: '{% $states.result.Payload %}' }),
        Arguments: { FunctionName: 'echo' },
      }),
      output: {},
    },
    {
      rule: 'Arguments may be one expression, and the name of the function too',
      machine: chain({
        ...task('echo', {}, { Output: '{% $states.result.Payload %}' }),
        Arguments: "{% {'FunctionName': 'ec' & 'ho', 'Payload': $states.input.n} %}",
      }),
      output: 21,
    },
  ];
  test.each(CASES)('$rule', async ({ machine, output }) => {
    expect(await outputOf({ machine, input: INPUT })).toEqual(output);
  });

  test('what a handler does to its event does not reach the workflow', async () => {
    world.functions.spoil = (event) => {
      (event as { list: number[] }).list.push(3);
      return 'done';
    };
    const machine = chain(task('spoil', { list: '{% $states.input.list %}' }, { Output: '{% $states.input.list %}' }));
    expect(await outputOf({ machine, input: { list: [1, 2] } })).toEqual([1, 2]);
  });

  test('the function is called by the name or ARN of the definition', async () => {
    const arn = 'arn:aws:lambda:eu-north-1:000000000000:function:Assess';
    world.functions[arn] = () => 'ok';
    expect(await outputOf({ machine: chain(task(arn, {}, { Output: '{% $states.result.Payload %}' })) })).toBe('ok');
    expect(world.calls.map(({ name }) => name)).toEqual([arn]);
  });
});

describe('Wait', () => {
  const CASES: readonly [rule: string, state: object, moments: string[]][] = [
    ['Seconds', { Seconds: 90 }, ['2025-08-18T06:01:30.000Z']],
    ['Seconds from an expression', { Seconds: '{% $states.input.n %}' }, ['2025-08-18T06:00:21.000Z']],
    ['no seconds', { Seconds: 0 }, []],
    ['Timestamp', { Timestamp: '2025-12-19T10:30:00Z' }, ['2025-12-19T10:30:00.000Z']],
    ['Timestamp with an offset', { Timestamp: '2025-12-19T10:30:00+01:00' }, ['2025-12-19T09:30:00.000Z']],
    ['Timestamp from an expression', { Timestamp: "{% '2025-09-01' & 'T00:00:00Z' %}" }, ['2025-09-01T00:00:00.000Z']],
    ['a Timestamp that has passed', { Timestamp: '2001-01-01T00:00:00Z' }, []],
  ];
  test.each(CASES)('%s', async (_rule, state, moments) => {
    world.load('m', chain({ Type: 'Wait', ...state, Output: 'waited' }));
    const arn = await world.start('m', INPUT);
    expect(await world.runOut()).toEqual(moments);
    expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '"waited"' });
  });
});

describe('the end', () => {
  test('Succeed gives its Output', async () => {
    const machine = chain({ Type: 'Succeed', Output: { paid: '{% $states.input.n %}' } });
    expect(await outputOf({ machine, input: INPUT })).toEqual({ paid: 21 });
  });

  test('Fail gives its Error and Cause, which may be expressions', async () => {
    const machine = chain({ Type: 'Fail', Error: 'Refused', Cause: "{% 'not ' & $states.input.who %}" });
    expect(await outputOf({ machine, input: INPUT })).toEqual({ status: 'FAILED', error: 'Refused', cause: 'not Ada' });
  });

  test('Fail may say nothing', async () => {
    expect(await outputOf({ machine: chain({ Type: 'Fail' }) })).toEqual({
      status: 'FAILED',
      error: undefined,
      cause: undefined,
    });
  });
});
