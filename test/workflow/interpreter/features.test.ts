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
const PASS = { Type: 'Pass' };

describe('data', () => {
  const CASES: readonly Case[] = [
    { rule: 'a state without Output gives its input on', machine: chain(PASS), output: INPUT },
    {
      rule: 'Output may be one expression',
      machine: chain({ Type: 'Pass', Output: '{% $states.input.n * 2 %}' }),
      output: 42,
    },
    {
      rule: 'expressions stand anywhere in a payload template',
      machine: chain({
        Type: 'Pass',
        Output: { a: [1, '{% $states.input.n %}', { b: "{% 'x' & $states.input.who %}" }], c: 'plain' },
      }),
      output: { a: [1, 21, { b: 'xAda' }], c: 'plain' },
    },
    {
      rule: 'a string with blanks around the marks is plain text',
      machine: chain({ Type: 'Pass', Output: ' {% $states.input.n %} ' }),
      output: ' {% $states.input.n %} ',
    },
    {
      rule: 'JSON null is a value',
      machine: chain({ Type: 'Pass', Output: { v: '{% $states.input.none %}' } }),
      output: { v: null },
    },
    {
      rule: 'filters and lambdas',
      machine: chain({ Type: 'Pass', Output: '{% $map($states.input.items[v > 3], function($i) { $i.v }) %}' }),
      output: [5, 9],
    },
    {
      rule: 'a field that an object constructor cannot fill is left out',
      machine: chain({ Type: 'Pass', Output: '{% {"a": $states.input.absent, "b": 1} %}' }),
      output: { b: 1 },
    },
    {
      rule: 'numbers without JSON are written by name, as on AWS',
      machine: chain({ Type: 'Pass', Output: { a: '{% 1/0 %}', b: '{% [-1/0, 0/0] %}' } }),
      output: { a: 'Infinity', b: ['-Infinity', 'NaN'] },
    },
    {
      rule: 'a field named __proto__ is a field like any other',
      machine: chain({ Type: 'Pass', Output: JSON.parse('{"__proto__": "{% 1 %}"}') }),
      output: JSON.parse('{"__proto__": 1}'),
    },
  ];
  test.each(CASES)('$rule', async ({ machine, output }) => {
    expect(await outputOf({ machine, input: INPUT })).toEqual(output);
  });
});

describe('variables', () => {
  const CASES: readonly Case[] = [
    {
      rule: 'Assign keeps values for every later state',
      machine: chain(
        { Type: 'Pass', Assign: { a: '{% $states.input.n %}' } },
        { Type: 'Pass', Output: {} },
        { Type: 'Pass', Output: '{% $a %}' },
      ),
      output: 21,
    },
    {
      rule: 'a state reads the values of its entry, whatever it assigns',
      machine: chain(
        { Type: 'Pass', Assign: { a: 1, b: 2 } },
        { Type: 'Pass', Assign: { a: '{% $b %}', b: '{% $a %}' }, Output: '{% [$a, $b] %}' },
        { Type: 'Pass', Output: '{% [$states.input, [$a, $b]] %}' },
      ),
      output: [1, 2, [2, 1]],
    },
    {
      rule: 'a list of one thing stays a list',
      machine: chain({ Type: 'Pass', Assign: { a: ['{% $states.input.n %}'] } }, { Type: 'Pass', Output: '{% $a %}' }),
      output: [21],
    },
  ];
  test.each(CASES)('$rule', async ({ machine, output }) => {
    expect(await outputOf({ machine, input: INPUT })).toEqual(output);
  });
});

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

describe('$states.context', () => {
  test('names the execution, the state and the machine', async () => {
    const output = await outputOf({
      machine: chain({ name: 'Look', Type: 'Pass', Output: '{% $states.context %}' }),
      input: INPUT,
    });
    expect(output).toEqual({
      Execution: {
        Id: 'arn:aws:states:eu-north-1:000000000000:execution:m:x',
        Input: INPUT,
        Name: 'x',
        RoleArn: 'arn:aws:iam::000000000000:role/m',
        StartTime: '2025-08-18T06:00:00.000Z',
        RedriveCount: 0,
      },
      State: { Name: 'Look', EnteredTime: '2025-08-18T06:00:00.000Z' },
      StateMachine: { Id: 'arn:aws:states:eu-north-1:000000000000:stateMachine:m', Name: 'm' },
    });
  });

  test('EnteredTime is when the state was entered, StartTime when the execution began', async () => {
    const times = '{% [$states.context.Execution.StartTime, $states.context.State.EnteredTime] %}';
    const output = await outputOf({ machine: chain({ Type: 'Wait', Seconds: 60 }, { Type: 'Pass', Output: times }) });
    expect(output).toEqual(['2025-08-18T06:00:00.000Z', '2025-08-18T06:01:00.000Z']);
  });

  test('RetryCount counts the retries of a state', async () => {
    world.functions.third = (event) => {
      if ((event as { retry: number }).retry < 2) throw Object.assign(new Error('later'), { name: 'Transient' });
      return (event as { retry: number }).retry;
    };
    const machine = chain(
      task(
        'third',
        { retry: '{% $states.context.State.RetryCount %}' },
        { Retry: [{ ErrorEquals: ['Transient'] }], Output: '{% $states.result.Payload %}' },
      ),
    );
    expect(await outputOf({ machine })).toBe(2);
  });
});
