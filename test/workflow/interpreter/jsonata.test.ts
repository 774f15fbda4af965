import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chain, World } from './world.ts';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

let number = 0;
async function resultOf(expression: string, input: unknown = {}): Promise<unknown> {
  world.load('m', chain({ Type: 'Pass', Output: `{% ${expression} %}` }));
  number += 1;
  const { status, output, error, cause } = await world.describe(await world.start('m', input, `n${number}`));
  return status === 'SUCCEEDED' ? JSON.parse(output ?? '') : `${error}: ${cause}`;
}

const NOTHING = /^States.QueryEvaluationError: .* returned nothing \(undefined\)\.$/;

describe('the functions that Step Functions adds', () => {
  const CASES: readonly [expression: string, value: unknown][] = [
    [`$parse('{"a":[1,2]}').a[1]`, 2],
    [`$parse('"x"')`, 'x'],
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$partition([1,2,3], 2.9)', [[1, 2], [3]]],
    ['$partition([], 2)', NOTHING],
    ['$partition([1,2], 0)', NOTHING],
    ['$range(0, 10, 2)', [0, 2, 4, 6, 8, 10]],
    ['$range(0, 9, 4)', [0, 4, 8]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ['$range(-1.7, 2, 1)', [-1, 0, 1, 2]],
    ['$range(4, 4, 1)', 4],
    ['$range(0, 10)', NOTHING],
    ['$range(0, 10, -1)', NOTHING],
    ['$range(0, 10, 0)', NOTHING],
    ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ["$hash('abc', 'SHA-1')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ["$hash('abc', 'SHA-256')", 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ["$length($hash('abc', 'SHA-384'))", 96],
    ["$length($hash('abc', 'SHA-512'))", 128],
    ["$hash('abc')", NOTHING],
    ["$hash('abc', 'md5')", /\$hash\(\): the algorithm must be one of MD5, SHA-1/],
    ["$parse('{')", /\$parse\(\): the argument is not valid JSON/],
    ['$random(7) = $random(7)', true],
    ['$random(7) = $random(8)', false],
    ['$random() >= 0 and $random() < 1', true],
    ['$random() = $random()', false],
    ['$uuid() = $uuid()', false],
  ];
  test.each(CASES)('%s', async (expression, value) => {
    const got = await resultOf(expression);
    if (value instanceof RegExp) expect(got).toMatch(value);
    else expect(got).toEqual(value);
  });

  test('$uuid is a version 4 UUID', async () => {
    expect(await resultOf('$uuid()')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('randomness is the same for the same seed, execution and place, and for no others', async () => {
    const draw = async (random: () => number, name: string) => {
      const other = new World({ random });
      other.load('m', chain({ Type: 'Pass', Output: '{% [$uuid(), $random()] %}' }));
      const { output } = await other.describe(await other.start('m', {}, name));
      other.close();
      return output;
    };
    const first = await draw(() => 0.25, 'a');
    expect(await draw(() => 0.25, 'a')).toBe(first);
    expect(await draw(() => 0.25, 'b')).not.toBe(first);
    expect(await draw(() => 0.75, 'a')).not.toBe(first);
  });
});

describe('time is the workflow’s', () => {
  const CASES: readonly [expression: string, value: unknown][] = [
    ['$now()', '2025-08-18T06:00:00.000Z'],
    ["$now('[D].[M].[Y]')", '18.8.2025'],
    ["$now('[H01]:[m01]', '+0200')", '08:00'],
    ['$millis()', Date.parse('2025-08-18T06:00:00Z')],
    ["$fromMillis($toMillis('12:30', '[H]:[m]'))", '2025-08-18T12:30:00.000Z'],
    ["$toMillis('2025-12-19T00:00:00Z') - $millis()", Date.parse('2025-12-19') - Date.parse('2025-08-18T06:00:00Z')],
  ];
  test.each(CASES)('%s', async (expression, value) => {
    expect(await resultOf(expression)).toEqual(value);
  });
});

test('$shuffle keeps every item, and the order is that of the seed', async () => {
  const items = Array.from({ length: 20 }, (_, i) => i);
  const once = (await resultOf('$shuffle($states.input)', items)) as number[];
  expect([...once].sort((a, b) => a - b)).toEqual(items);
  expect(once).not.toEqual(items);
});

test('a definition that is compiled twice shares its expressions', async () => {
  const { compileExpression } = await import('../../../infra/local/stepfunctions/jsonata/expression.ts');
  expect(compileExpression('{% $states.input.a %}')).toBe(compileExpression('{%$states.input.a%}'));
});
