import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { task, tokenTask, World } from './world.ts';

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

describe('Catch', () => {
  /** A failing first state, and a state that gives what was caught. */
  const caught = (state: object, ...errors: string[]) => ({
    StartAt: 'Try',
    States: {
      Try: { ...state, Catch: [{ ErrorEquals: errors, Next: 'Caught' }], Next: 'Well' },
      Caught: { Type: 'Pass', Output: { caught: '{% $states.input %}' }, End: true },
      Well: { Type: 'Succeed' },
    },
  });
  const failing = task('refuse');
  const undefinedOutput = task('echo', {}, { Output: '{% $states.input.absent %}' });

  const CAUGHT: readonly [rule: string, state: object, errors: string[], error: string][] = [
    ['by name', failing, ['BudgetSpent'], 'BudgetSpent'],
    ['by one name of several', failing, ['Transient', 'BudgetSpent'], 'BudgetSpent'],
    ['States.TaskFailed stands for every failure of a task', failing, ['States.TaskFailed'], 'BudgetSpent'],
    ['States.ALL stands for everything', failing, ['States.ALL'], 'BudgetSpent'],
    [
      'an evaluation of the task is caught',
      undefinedOutput,
      ['States.QueryEvaluationError'],
      'States.QueryEvaluationError',
    ],
    ['and counts as a failed task', undefinedOutput, ['States.TaskFailed'], 'States.QueryEvaluationError'],
    ['too much data is caught by its name', task('long'), ['States.DataLimitExceeded'], 'States.DataLimitExceeded'],
    ['a time-out', tokenTask('echo', { TimeoutSeconds: 60 }), ['States.Timeout'], 'States.Timeout'],
    ['a time-out, by States.ALL', tokenTask('echo', { TimeoutSeconds: 60 }), ['States.ALL'], 'States.Timeout'],
    [
      'a missed heartbeat',
      tokenTask('echo', { TimeoutSeconds: 60, HeartbeatSeconds: 10 }),
      ['States.HeartbeatTimeout'],
      'States.Timeout',
    ],
    [
      'a missed heartbeat is a time-out',
      tokenTask('echo', { TimeoutSeconds: 60, HeartbeatSeconds: 10 }),
      ['States.Timeout'],
      'States.Timeout',
    ],
  ];
  test.each(CAUGHT)('%s', async (_rule, state, errors, error) => {
    const end = await endOf(caught(state, ...errors));
    expect(end.status).toBe('SUCCEEDED');
    expect(JSON.parse(end.output ?? '')).toMatchObject({ caught: { Error: error, Cause: expect.any(String) } });
  });

  const NOT_CAUGHT: readonly [rule: string, state: object, errors: string[], error: string][] = [
    ['another name', failing, ['Transient'], 'BudgetSpent'],
    ['names are matched by every letter', failing, ['budgetSpent'], 'BudgetSpent'],
    [
      'States.TaskFailed does not stand for a time-out',
      tokenTask('echo', { TimeoutSeconds: 60 }),
      ['States.TaskFailed'],
      'States.Timeout',
    ],
    [
      'nor for a missed heartbeat',
      tokenTask('echo', { TimeoutSeconds: 60, HeartbeatSeconds: 9 }),
      ['States.TaskFailed'],
      'States.Timeout',
    ],
    [
      'a time-out is not a missed heartbeat',
      tokenTask('echo', { TimeoutSeconds: 60 }),
      ['States.HeartbeatTimeout'],
      'States.Timeout',
    ],
    ['States.ALL does not stand for too much data', task('long'), ['States.ALL'], 'States.DataLimitExceeded'],
    [
      'States.Runtime is never caught',
      { ...task('echo'), Arguments: "{% {'FunctionName': 'echo', 'Qualifier': '1'} %}" },
      ['States.Runtime'],
      'States.Runtime',
    ],
  ];
  test.each(NOT_CAUGHT)('%s', async (_rule, state, errors, error) => {
    expect(await endOf(caught(state, ...errors))).toMatchObject({ status: 'FAILED', error });
  });

  test('the first catcher that matches decides', async () => {
    const machine = {
      StartAt: 'Try',
      States: {
        Try: {
          ...failing,
          Catch: [
            { ErrorEquals: ['Transient'], Next: 'A' },
            { ErrorEquals: ['States.TaskFailed'], Next: 'B' },
            { ErrorEquals: ['BudgetSpent'], Next: 'C' },
          ],
          Next: 'A',
        },
        A: { Type: 'Pass', Output: 'A', End: true },
        B: { Type: 'Pass', Output: 'B', End: true },
        C: { Type: 'Pass', Output: 'C', End: true },
      },
    };
    expect((await endOf(machine)).output).toBe('"B"');
  });

  test('a catcher has its own Output and Assign, which read the error and the input', async () => {
    const machine = {
      StartAt: 'Try',
      States: {
        Try: {
          ...task('refuse', {}, { Assign: { never: 1 }, Output: 'never' }),
          Catch: [
            {
              ErrorEquals: ['BudgetSpent'],
              Assign: { why: '{% $parse($states.errorOutput.Cause).errorMessage %}' },
              Output: { id: '{% $states.input.id %}', error: '{% $states.errorOutput.Error %}' },
              Next: 'Show',
            },
          ],
          End: true,
        },
        Show: { Type: 'Pass', Output: '{% [$states.input, $why, $exists($never)] %}', End: true },
      },
    };
    const { output } = await endOf(machine, { id: '8F3K' });
    expect(JSON.parse(output ?? '')).toEqual([{ id: '8F3K', error: 'BudgetSpent' }, 'the budget is gone', false]);
  });

  test('what fails in a catcher is not caught again', async () => {
    const machine = {
      StartAt: 'Try',
      States: {
        Try: {
          ...failing,
          Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.input.absent %}', Next: 'Well' }],
          Next: 'Well',
        },
        Well: { Type: 'Succeed' },
      },
    };
    const end = await endOf(machine);
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(end.cause).toMatch(/'Catch\[0\]\/Output'/);
  });
});
