import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chain, PREFIX, World } from './world.ts';

const PASS = { Type: 'Pass' };

describe('loading', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });
  afterEach(() => world.close());

  test('every problem is named at once', () => {
    const definition = chain({ ...PASS, Result: 1, Output: '{% a %}' }, { Type: 'Loop', Next: 'S1' });
    expect(() => world.load('m', definition)).toThrow(/S1\/Output .*; .*S1\/Result .*; .*S2\/Type /);
  });

  test('of several machines either all are loaded or none', async () => {
    const sources = [
      { name: 'good', arn: `${PREFIX}good`, definition: { QueryLanguage: 'JSONata', ...chain(PASS) } },
      { name: 'bad', arn: `${PREFIX}bad`, definition: { QueryLanguage: 'JSONata', ...chain({ Type: 'Loop' }) } },
    ];
    expect(() => world.engine.loadMachines(sources)).toThrow(/State machine bad was not loaded/);
    expect(await world.ask('ListStateMachines', {})).toEqual({ stateMachines: [] });
  });

  test('a machine that is loaded again keeps its running executions on the definition that they began with', async () => {
    const version = (output: string) => chain({ Type: 'Wait', Seconds: 60 }, { ...PASS, Output: output });
    world.load('m', version('old'));
    const old = await world.start('m', {}, 'old');
    world.load('m', version('new'));
    const young = await world.start('m', {}, 'new');
    world.engine.close();
    world.open();
    await world.runOut();
    expect((await world.describe(old)).output).toBe('"old"');
    expect((await world.describe(young)).output).toBe('"new"');
  });
});
