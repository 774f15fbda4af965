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
