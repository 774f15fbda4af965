import { expect, test } from 'vitest';
import { compileMachine } from '../../../infra/local/stepfunctions/definition/compile.ts';
import { chain, task, tokenTask } from './world.ts';

/** The problems that loading a definition is refused with. */
function problemsOf(definition: object, language: object = { QueryLanguage: 'JSONata' }): readonly string[] {
  try {
    compileMachine('m', JSON.stringify({ ...language, ...definition }));
    return [];
  } catch (error) {
    return (error as { problems: readonly string[] }).problems;
  }
}

const PASS = { Type: 'Pass' };
const DONE = { Type: 'Succeed' };
const expression = (text: string) => chain({ ...PASS, Output: { v: `{% ${text} %}` } });
const retry = (more: object) => chain(task('f', {}, { Retry: [{ ErrorEquals: ['T'], ...more }] }));

const REFUSED: readonly [what: string, definition: object, problem: string][] = [
  ['a state type', chain({ Type: 'Loop' }), "/States/S1/Type 'Loop' is not a state type that runs here"],
  ['a field of no state', chain({ ...PASS, Colour: 'red' }), '/States/S1/Colour is not supported'],
  ['a field of the machine', { ...chain(PASS), Owner: 'x' }, '/Owner is not supported'],
  ['another version', { ...chain(PASS), Version: '2.0' }, "/Version must be '1.0'"],
  [
    'a name of 81 characters',
    chain({ ...PASS, name: 'x'.repeat(81) }),
    `/States/${'x'.repeat(81)} has a name of more than 80 characters`,
  ],
  ...['InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'Result', 'ResultSelector'].map(
    (field) =>
      [field, chain({ ...PASS, [field]: '$' }), `/States/S1/${field} belongs to JSONPath; this machine is JSONata`] as [
        string,
        object,
        string,
      ],
  ),
  ['a JSONPath state', chain({ ...PASS, QueryLanguage: 'JSONPath' }), "/States/S1/QueryLanguage must be 'JSONata'"],
  [
    'a JSONPath condition',
    chain({ Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'S2' }] }, DONE),
    '/States/S1/Choices[0]/Variable belongs to JSONPath; this machine is JSONata',
  ],
  [
    'an operator of JSONPath conditions',
    chain({ Type: 'Choice', Choices: [{ Condition: true, StringEquals: 'a', Next: 'S2' }] }, DONE),
    '/States/S1/Choices[0]/StringEquals is not supported',
  ],
  [
    'a Condition that is plain text',
    chain({ Type: 'Choice', Choices: [{ Condition: 'n > 1', Next: 'S2' }] }, DONE),
    "/States/S1/Choices[0]/Condition must be a '{% … %}' string or a boolean",
  ],
  ['a Choice without rules', chain({ Type: 'Choice', Default: 'S2' }, DONE), '/States/S1/Choices is missing'],
  [
    'an integration',
    chain({ ...task('f'), Resource: 'arn:aws:states:::dynamodb:getItem' }),
    "/States/S1/Resource 'arn:aws:states:::dynamodb:getItem' is an integration that does not run here (there are arn:aws:states:::lambda:invoke and arn:aws:states:::lambda:invoke.waitForTaskToken)",
  ],
  [
    'a function as the resource',
    chain({ ...task('f'), Resource: 'arn:aws:lambda:eu-north-1:000000000000:function:f' }),
    "/States/S1/Resource 'arn:aws:lambda:eu-north-1:000000000000:function:f' is an integration that does not run here (there are arn:aws:states:::lambda:invoke and arn:aws:states:::lambda:invoke.waitForTaskToken)",
  ],
  ['Credentials', chain(task('f', {}, { Credentials: {} })), '/States/S1/Credentials is not supported'],
  ['no Arguments', chain({ ...task('f'), Arguments: undefined }), '/States/S1/Arguments is missing'],
  ['no FunctionName', chain({ ...task('f'), Arguments: {} }), '/States/S1/Arguments/FunctionName is missing'],
  [
    'an argument',
    chain({ ...task('f'), Arguments: { FunctionName: 'f', InvocationType: 'Event' } }),
    '/States/S1/Arguments/InvocationType is not supported by lambda:invoke here',
  ],
  [
    'TimeoutSeconds 0',
    chain(task('f', {}, { TimeoutSeconds: 0 })),
    '/States/S1/TimeoutSeconds must be a whole number from 1 to 99999999',
  ],
  [
    'a heartbeat as long as the time-out',
    chain(tokenTask('f', { TimeoutSeconds: 60, HeartbeatSeconds: 60 })),
    '/States/S1/HeartbeatSeconds must be smaller than TimeoutSeconds',
  ],
  ['TimeoutSeconds of a Pass', chain({ ...PASS, TimeoutSeconds: 1 }), '/States/S1/TimeoutSeconds is not supported'],
  ['Retry of a Pass', chain({ ...PASS, Retry: [] }), '/States/S1/Retry is not supported'],
  ['Assign of a Succeed', chain({ ...DONE, Assign: { a: 1 } }), '/States/S1/Assign is not supported'],
  ['Output of a Fail', chain({ Type: 'Fail', Output: 1 }), '/States/S1/Output is not supported'],
  [
    'no ErrorEquals',
    chain(task('f', {}, { Retry: [{}] })),
    '/States/S1/Retry[0]/ErrorEquals must be a list of error names that is not empty',
  ],
  [
    'States.ALL among others',
    retry({ ErrorEquals: ['States.ALL', 'T'] }),
    "/States/S1/Retry[0]/ErrorEquals holds 'States.ALL', which must stand alone and in the last place",
  ],
  [
    'IntervalSeconds 0',
    retry({ IntervalSeconds: 0 }),
    '/States/S1/Retry[0]/IntervalSeconds must be a whole number from 1 to 99999999',
  ],
  [
    'BackoffRate below 1',
    retry({ BackoffRate: 0.5 }),
    '/States/S1/Retry[0]/BackoffRate must be a number of at least 1',
  ],
  [
    'MaxDelaySeconds below the interval',
    retry({ IntervalSeconds: 5, MaxDelaySeconds: 5 }),
    '/States/S1/Retry[0]/MaxDelaySeconds must be greater than IntervalSeconds',
  ],
  ['a jitter', retry({ JitterStrategy: 'HALF' }), "/States/S1/Retry[0]/JitterStrategy must be 'NONE' or 'FULL'"],
  ['a field of Retry', retry({ Delay: 5 }), '/States/S1/Retry[0]/Delay is not supported'],
  [
    'a field of Catch',
    chain(task('f', {}, { Catch: [{ ErrorEquals: ['T'], Next: 'S2', ResultPath: '$' }] }), DONE),
    '/States/S1/Catch[0]/ResultPath belongs to JSONPath; this machine is JSONata',
  ],
  [
    'Seconds and Timestamp',
    chain({ Type: 'Wait', Seconds: 1, Timestamp: '2025-01-01T00:00:00Z' }),
    '/States/S1/Seconds or Timestamp must stand alone',
  ],
  [
    'Seconds as text',
    chain({ Type: 'Wait', Seconds: '5' }),
    "/States/S1/Seconds must be a whole number from 0 to 99999999 or a '{% … %}' string",
  ],
  [
    'a Timestamp without its zone',
    chain({ Type: 'Wait', Timestamp: '2025-01-01T00:00:00' }),
    "/States/S1/Timestamp must be a timestamp such as 2025-08-18T06:00:00Z or a '{% … %}' string",
  ],
  [
    'an Error that is no text',
    chain({ Type: 'Fail', Error: 5 }),
    "/States/S1/Error must be a string or a '{% … %}' string",
  ],
  ['a start that is no state', { ...chain(PASS), StartAt: 'Begin' }, "/StartAt names 'Begin', which is not a state"],
  [
    'a target that is no state',
    chain({ ...PASS, Next: 'Nowhere' }, DONE),
    "/States/S1/Next names 'Nowhere', which is not a state",
  ],
  [
    'a default that is no state',
    chain({ Type: 'Choice', Choices: [{ Condition: true, Next: 'S2' }], Default: 'Nowhere' }, DONE),
    "/States/S1/Default names 'Nowhere', which is not a state",
  ],
  [
    'a catcher without its state',
    chain(task('f', {}, { Catch: [{ ErrorEquals: ['T'], Next: 'Nowhere' }] })),
    "/States/S1/Catch[0]/Next names 'Nowhere', which is not a state",
  ],
  [
    'a state that nothing leads to',
    { StartAt: 'A', States: { A: DONE, B: DONE } },
    '/States/B is a state that nothing leads to',
  ],
  ['neither Next nor End', { StartAt: 'A', States: { A: PASS } }, '/States/A/Next is missing'],
  [
    'Next and End',
    { StartAt: 'A', States: { A: { ...PASS, Next: 'A', End: true } } },
    '/States/A/Next must not stand beside End',
  ],
  [
    'a variable’s name',
    chain({ ...PASS, Assign: { 'a-b': 1 } }),
    '/States/S1/Assign/a-b is not a name that a variable may have',
  ],
  [
    'a distributed Map',
    chain({ Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, ...chain(PASS) } }),
    "/States/S1/ItemProcessor/ProcessorConfig must be { Mode: 'INLINE' }; distributed maps do not run here",
  ],
  [
    'an ItemReader',
    chain({ Type: 'Map', ItemReader: {}, ItemProcessor: chain(PASS) }),
    '/States/S1/ItemReader is not supported',
  ],
  [
    'tolerated failures',
    chain({ Type: 'Map', ToleratedFailureCount: 1, ItemProcessor: chain(PASS) }),
    '/States/S1/ToleratedFailureCount is not supported',
  ],
  [
    'a state’s name twice, also in a branch',
    chain({ Type: 'Parallel', Branches: [chain({ ...PASS, name: 'S1' })] }),
    '/States/S1/Branches[0]/States/S1 has the name of another state',
  ],
  [
    'a variable of an outer scope assigned in a branch',
    chain(
      { ...PASS, Assign: { a: 1 } },
      { Type: 'Parallel', Branches: [chain({ ...PASS, name: 'B', Assign: { a: 2 } })] },
    ),
    "/States/S2/Branches[0] assigns 'a', which an outer scope assigns too",
  ],
  ['an expression that does not parse', expression('a[1,'), '/States/S1/Output/v is not JSONata that parses: '],
  [
    'an expression without its end',
    chain({ ...PASS, Output: '{% 1' }),
    "/States/S1/Output begins with '{%' and does not end with '%}'",
  ],
  [
    'a name at the top level',
    expression('phone'),
    "/States/S1/Output/v reference to 'phone' at the top level is not supported",
  ],
  [
    'a name at the top level, deep inside',
    expression('$sum([1, {"a": phone}.a])'),
    "/States/S1/Output/v reference to 'phone' at the top level is not supported",
  ],
  ['$ at the top level', expression('$'), "/States/S1/Output/v reference to '$' at the top level is not supported"],
  ['$$', expression('$states.input[$$.x]'), "/States/S1/Output/v reference to '$$' is not supported"],
  ['$eval', expression("$eval('1')"), "/States/S1/Output/v the function '$eval' is not supported, use '$parse'"],
  [
    '$states.result of a Pass',
    expression('$states.result'),
    "/States/S1/Output/v '$states.result' cannot be read here",
  ],
  [
    '$states.errorOutput outside a Catch',
    chain(task('f', {}, { Output: '{% $states.errorOutput %}' })),
    "/States/S1/Output '$states.errorOutput' cannot be read here",
  ],
  [
    '$states.result in Arguments',
    chain(task('f', '{% $states.result %}')),
    "/States/S1/Arguments/Payload '$states.result' cannot be read here",
  ],
  [
    'a field that $states does not have',
    expression('$states.inputs'),
    "/States/S1/Output/v '$states.inputs' cannot be read here",
  ],
];

test.each(REFUSED)('%s', (_what, definition, problem) => {
  const problems = problemsOf(definition);
  expect(
    problems.some((found) => (problem.endsWith(': ') ? found.startsWith(problem) : found === problem)),
    problems.join('\n'),
  ).toBe(true);
});

test('a machine that does not say JSONata', () => {
  expect(problemsOf(chain(PASS), {})).toContain("/QueryLanguage must be 'JSONata'; JSONPath machines are not run here");
});

test('a text that is not JSON', () => {
  expect(() => compileMachine('m', '{')).toThrow(/State machine m was not loaded: the definition is not JSON/);
  expect(() => compileMachine('m', '[]')).toThrow(/the definition is not a JSON object/);
});

const ACCEPTED: readonly [what: string, text: string][] = [
  [
    'names after the first step, in filters, sorts and groups',
    '$states.input.items[kind = "a"]^(>date).{"id": id, "n": $count(lines)}',
  ],
  ['groups by a name', '$states.input.items{kind: $sum(amount)}'],
  ['$ inside a filter and after a step', '$states.input.list[$ > 1].($ * 2)'],
  ['a transform', '$states.input ~> |items|{"seen": true}|'],
  ['a variable bound in a block', '($x := $states.input.a; $x + 1)'],
  ['variables of positions', '$states.input.items#$i.{"at": $i}'],
];
test.each(ACCEPTED)('is not refused: %s', (_what, text) => {
  expect(problemsOf(expression(text))).toEqual([]);
});
