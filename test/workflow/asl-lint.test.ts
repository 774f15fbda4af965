import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintDefinition } from '../../infra/aws/asl-lint.ts';

const WORKFLOWS = new URL('../../workflows/', import.meta.url);

const WAIT = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'AwaitAnswer', Payload: { token: '{% $states.context.Task.Token %}' } },
  TimeoutSeconds: 3600,
  Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Done' }],
  Next: 'Done',
};
const CALL = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'Assess' },
  Next: 'Done',
};
const DONE = { Type: 'Succeed' };

/** A machine whose first state is given, followed by Done. */
function machine(first: object, more: object = {}): object {
  return { QueryLanguage: 'JSONata', StartAt: 'First', States: { First: first, Done: DONE }, ...more };
}

/** `without(state, 'Catch')`: the state less one field. */
function without(state: object, field: string): object {
  return Object.fromEntries(Object.entries(state).filter(([name]) => name !== field));
}

test('a wait for an answer that follows every rule', () => {
  expect(lintDefinition('good', machine(WAIT))).toEqual([]);
});

test('a placeholder that CDK fills in later', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of CloudFormation, not of JavaScript
  const first = { ...CALL, Arguments: { FunctionName: '${AssessApplication}' } };
  expect(lintDefinition('placeholder', machine(first))).toEqual([]);
});

const RULES: readonly [rule: string, definition: object, problem: RegExp][] = [
  ['asl-validator: a target that does not exist', machine({ ...CALL, Next: 'Nowhere' }), /Nowhere/],
  ['asl-validator: a state without a way on', machine(without(CALL, 'Next')), /TERMINAL_STATE_WITH_NEXT/],
  ['asl-validator: no end', machine({ Type: 'Pass', Next: 'First' }), /MISSING_TERMINAL_STATE|nothing leads to/],
  [
    'States.ALL stands alone: Retry',
    machine({ ...CALL, Retry: [{ ErrorEquals: ['States.ALL', 'Transient'] }] }),
    /First\/Retry\[0\]\/ErrorEquals holds 'States.ALL'/,
  ],
  [
    'States.ALL stands last: Catch',
    machine({
      ...CALL,
      Catch: [
        { ErrorEquals: ['States.ALL'], Next: 'Done' },
        { ErrorEquals: ['Conflict'], Next: 'Done' },
      ],
    }),
    /First\/Catch\[0\]\/ErrorEquals holds 'States.ALL'/,
  ],
  [
    'a heartbeat is shorter than the time-out',
    machine({ ...WAIT, HeartbeatSeconds: 3600 }),
    /First\/HeartbeatSeconds must be smaller than TimeoutSeconds/,
  ],
  [
    'a task that waits for its token hands it over',
    machine({ ...WAIT, Arguments: { FunctionName: 'AwaitAnswer', Payload: { mobility: '8F3K2M9QRT' } } }),
    /First\/Arguments must hold \$states.context.Task.Token/,
  ],
  [
    'only integrations that run in both places',
    machine({ ...CALL, Resource: 'arn:aws:states:::sqs:sendMessage' }),
    /First\/Resource 'arn:aws:states:::sqs:sendMessage' is an integration that does not run here/,
  ],
  [
    'names of variables',
    machine({ ...CALL, Assign: { 'paid-out': 1 } }),
    /First\/Assign\/paid-out is not a name that a variable may have/,
  ],
  ['the reserved variable', machine({ ...CALL, Assign: { states: 1 } }), /First\/Assign\/states is not a name/],
  ['every wait says how long', machine(without(WAIT, 'TimeoutSeconds')), /First\/TimeoutSeconds must be given/],
  ['a wait of more than 300 days', machine({ ...WAIT, TimeoutSeconds: 25_920_001 }), /at most 25920000 \(300 days\)/],
  ['every wait says what happens then', machine(without(WAIT, 'Catch')), /First\/Catch must name 'States.Timeout'/],
  [
    'catching everything does not say what happens when nobody answers',
    machine({ ...WAIT, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }] }),
    /First\/Catch must name 'States.Timeout'/,
  ],
  [
    'a wait inside a branch is a wait',
    machine({
      Type: 'Parallel',
      Branches: [{ StartAt: 'Inner', States: { Inner: { ...without(without(WAIT, 'Catch'), 'Next'), End: true } } }],
      Next: 'Done',
    }),
    /First\/Branches\[0\]\/States\/Inner\/Catch must name/,
  ],
  [
    'a variable that nobody assigns',
    machine({ ...CALL, Output: '{% $amuont %}' }),
    /First reads '\$amuont', which no state assigns/,
  ],
  [
    'a function that JSONata does not have',
    machine({ ...CALL, Output: "{% $upperCase('a') %}" }),
    /First reads '\$upperCase', which no state assigns/,
  ],
];

test.each(RULES)('%s', (_rule, definition, problem) => {
  expect(lintDefinition('bad', definition).join('\n')).toMatch(problem);
});

describe('the workflows', () => {
  const files = readdirSync(WORKFLOWS).filter((file) => file.endsWith('.asl.json'));

  test('there is one for each phase', () => {
    expect(files).toEqual(expect.arrayContaining(['application.asl.json', 'payout.asl.json', 'stay.asl.json']));
  });

  test.each(files)('%s has nothing to complain about', (file) => {
    expect(lintDefinition(file, JSON.parse(readFileSync(new URL(file, WORKFLOWS), 'utf8')))).toEqual([]);
  });
});
