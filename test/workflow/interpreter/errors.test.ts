import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chain, task, World } from './world.ts';

let world: World;
beforeEach(() => {
  world = new World();
  world.functions.echo = (event) => event;
  world.functions.refuse = () => {
    throw Object.assign(new Error('the budget is gone'), { name: 'BudgetSpent' });
  };
  world.functions.long = () => 'x'.repeat(262_144);
});
afterEach(() => {
  world.close();
  expect(world.faults).toEqual([]);
});

async function endOf(machine: object, input: unknown = {}) {
  world.load('m', machine);
  const arn = await world.start('m', input);
  await world.runOut();
  const { status, error, cause, output } = await world.describe(arn);
  return { status, error, cause, output, types: (await world.history(arn)).map(({ type }) => type) };
}

/** What AWS writes before a cause that the interpreter itself found. */
const at = (state: string, event: number) =>
  `An error occurred while executing the state '${state}' (entered at the event id #${event}). `;

describe('an execution fails by the name of what went wrong', () => {
  const CASES: readonly [rule: string, machine: object, error: string, cause: string | RegExp][] = [
    [
      'a handler that throws',
      chain(task('refuse')),
      'BudgetSpent',
      '{"errorType":"BudgetSpent","errorMessage":"the budget is gone"}',
    ],
    ['a function that does not exist', chain(task('nobody')), 'Lambda.ResourceNotFoundException', /no nobody/],
    [
      'an expression that returns nothing',
      chain({ Type: 'Pass', Output: { v: '{% $states.input.absent %}' } }),
      'States.QueryEvaluationError',
      `${at('S1', 2)}The JSONata expression '$states.input.absent' specified for the field 'Output/v' returned nothing (undefined).`,
    ],
    [
      'an expression that throws',
      chain({ Type: 'Pass', Output: ["{% 'a' + 1 %}"] }),
      'States.QueryEvaluationError',
      /specified for the field 'Output\[0\]' threw an error during evaluation\. T2001: /,
    ],
    [
      'an expression that says so itself',
      chain({ Type: 'Pass', Output: "{% $error('no such band') %}" }),
      'States.QueryEvaluationError',
      /D3137: no such band/,
    ],
    [
      'an expression that gives a function',
      chain({ Type: 'Pass', Output: { f: '{% [$sum] %}' } }),
      'States.QueryEvaluationError',
      /'Output' cannot be written as JSON/,
    ],
    [
      'an expression that does not end',
      chain({ Type: 'Pass', Output: '{% ($f := function($n) { $f($n + 1) }; $f(0)) %}' }),
      'States.QueryEvaluationError',
      /U1001: .*infinite loop/,
    ],
    [
      'a Condition that is no boolean',
      chain({ Type: 'Choice', Choices: [{ Condition: "{% 'yes' %}", Next: 'S2' }] }, { Type: 'Succeed' }),
      'States.QueryEvaluationError',
      `${at('S1', 2)}The JSONata expression ''yes'' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string'.`,
    ],
    [
      'Seconds that are no number',
      chain({ Type: 'Wait', Seconds: "{% '5' %}" }),
      'States.QueryEvaluationError',
      /'Seconds' returned an unexpected result type/,
    ],
    ['Seconds below zero', chain({ Type: 'Wait', Seconds: '{% -1 %}' }), 'States.QueryEvaluationError', /but was '-1'/],
    [
      'a Timestamp without its zone',
      chain({ Type: 'Wait', Timestamp: "{% '2025-09-01T00:00:00' %}" }),
      'States.QueryEvaluationError',
      /Expected 'timestamp'/,
    ],
    [
      'TimeoutSeconds that are no whole number',
      chain(task('echo', {}, { TimeoutSeconds: '{% 0.5 %}' })),
      'States.QueryEvaluationError',
      /'TimeoutSeconds' returned an unexpected result type/,
    ],
    [
      'an Error that is no string',
      chain({ Type: 'Fail', Error: '{% 1 %}' }),
      'States.QueryEvaluationError',
      /'Error' returned an unexpected result type/,
    ],
    [
      'no rule that holds, and no Default',
      chain({ Type: 'Choice', Choices: [{ Condition: false, Next: 'S2' }] }, { Type: 'Succeed' }),
      'States.NoChoiceMatched',
      /entered at the event id #2/,
    ],
    [
      'a task result of more than 256 KiB',
      chain(task('long')),
      'States.DataLimitExceeded',
      /'S1' returned a result with a size exceeding/,
    ],
    [
      'an output of more than 256 KiB, counted in bytes',
      chain({ Type: 'Pass', Output: "{% $pad('', 110000, 'æ€') %}" }),
      'States.DataLimitExceeded',
      /'S1' returned a result with a size exceeding/,
    ],
    [
      'arguments of more than 256 KiB',
      chain(task('echo', "{% $pad('', 262144, 'x') %}")),
      'States.DataLimitExceeded',
      /'S1' was given arguments with a size exceeding/,
    ],
    [
      'variables of more than 256 KiB',
      chain({ Type: 'Pass', Assign: { v: "{% $pad('', 262144, 'x') %}" } }),
      'States.DataLimitExceeded',
      /'S1' assigned variables with a size exceeding/,
    ],
    [
      'arguments that lambda:invoke does not have',
      chain({ ...task('echo'), Arguments: "{% {'FunctionName': 'echo', 'Qualifier': '1'} %}" }),
      'States.Runtime',
      /Arguments\/Qualifier is not supported/,
    ],
  ];
  test.each(CASES)('%s', async (_rule, machine, error, cause) => {
    const end = await endOf(machine);
    expect(end).toMatchObject({ status: 'FAILED', error });
    if (typeof cause === 'string') expect(end.cause).toBe(cause);
    else expect(end.cause).toMatch(cause);
    expect(end.types.at(-1)).toBe('ExecutionFailed');
  });

  test('a result of exactly 256 KiB is small enough', async () => {
    const exact = "{% $pad('', 262142, 'x') %}";
    expect(await endOf(chain({ Type: 'Pass', Output: exact }, { Type: 'Pass', Output: 'small' }))).toMatchObject({
      status: 'SUCCEEDED',
    });
  });

  test('an evaluation that fails is an event of its own', async () => {
    const { types } = await endOf(chain({ Type: 'Pass', Output: '{% $states.input.absent %}' }));
    expect(types).toEqual(['ExecutionStarted', 'PassStateEntered', 'EvaluationFailed', 'ExecutionFailed']);
  });

  test('a workflow that goes round for ever ends at 25 000 events', async () => {
    const round = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Next: 'B' },
        B: { Type: 'Choice', Choices: [{ Condition: false, Next: 'C' }], Default: 'A' },
        C: { Type: 'Succeed' },
      },
    };
    world.load('m', round);
    const arn = await world.start('m');
    expect(await world.describe(arn)).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
  });
});

test('a workflow that calls for ever ends at 25 000 events too, wherever in a state that is', async () => {
  world.load('m', {
    StartAt: 'A',
    States: {
      A: { ...task('echo'), Next: 'B' },
      B: { Type: 'Choice', Choices: [{ Condition: false, Next: 'C' }], Default: 'A' },
      C: { Type: 'Succeed' },
    },
  });
  world.load('n', {
    StartAt: 'A',
    States: {
      A: { ...task('echo'), Next: 'B' },
      B: { Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }], Default: 'C' },
      C: { Type: 'Succeed' },
    },
  });
  const arns = [await world.start('m'), await world.start('n')];
  await world.engine.idle();
  for (const arn of arns) {
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    const last = (await world.ask('GetExecutionHistory', { executionArn: arn, reverseOrder: true, maxResults: 1 })) as {
      events: object[];
    };
    expect(last.events).toMatchObject([{ id: 25_000, type: 'ExecutionFailed' }]);
  }
});
