import { spawn } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { chain, task, tokenTask, World } from './world.ts';

let world: World;
afterEach(() => world.close());

/** A phase in small: calls, a choice, a retry, a wait for time, a wait for an answer, two branches. */
const JOURNEY = {
  StartAt: 'Assess',
  States: {
    Assess: {
      ...task('assess', '{% $states.input %}', {
        Assign: { id: '{% $states.input.id %}' },
        Output: '{% $states.result.Payload %}',
      }),
      Next: 'Route',
    },
    Route: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $states.input.route = 'on' %}", Next: 'Flaky' }],
      Default: 'Lost',
    },
    Flaky: { ...task('flaky', {}, { Retry: [{ ErrorEquals: ['Transient'], IntervalSeconds: 5 }] }), Next: 'Sleep' },
    Sleep: { Type: 'Wait', Seconds: 3600, Next: 'Ask' },
    Ask: { ...tokenTask('ask', { TimeoutSeconds: 86_400, Output: '{% $states.result %}' }), Next: 'Both' },
    Both: {
      Type: 'Parallel',
      Branches: [
        chain({ ...task('pay', { id: '{% $id %}' }), name: 'Pay', Output: '{% $states.result.Payload %}' }),
        chain({ name: 'Rest', Type: 'Wait', Seconds: 60, Output: 'rested' }),
      ],
      Next: 'Done',
    },
    Done: { Type: 'Succeed', Output: { id: '{% $id %}', answers: '{% $states.input %}' } },
    Lost: { Type: 'Fail', Error: 'Lost' },
  },
};

const EXPECTED = { id: '8F3K', answers: ['paid 8F3K', 'rested'] };

/** Functions that may be called again: what counts is remembered outside the workflow, as in a store. */
function equip(some: World, seen: { flaky: number; token: string }): void {
  some.functions.assess = () => ({ route: 'on' });
  some.functions.flaky = () => {
    seen.flaky += 1;
    if (seen.flaky === 1) throw Object.assign(new Error('later'), { name: 'Transient' });
    return 'well';
  };
  some.functions.ask = (event) => {
    seen.token = (event as { token: string }).token;
  };
  some.functions.pay = (event) => `paid ${(event as { id: string }).id}`;
}

/** Lets time pass and answers the question, until nothing happens any more; starts the engine again whenever it has died. */
async function live(some: World, seen: { token: string }, revive: () => void): Promise<void> {
  for (let round = 0; round < 60; round += 1) {
    try {
      await some.engine.idle();
      if (seen.token !== '')
        await some.ask('SendTaskSuccess', { taskToken: seen.token, output: '"yes"' }).catch(ignoreRefusal);
      await some.engine.idle();
      const next = some.engine.nextTimer();
      if (next === undefined) return;
      if (next > some.clock.now()) some.clock.moveTo(next);
      await some.engine.runDue();
    } catch (error) {
      if ((error as Error).name !== 'EndpointClosed') throw error;
      revive();
    }
  }
  throw new Error('The journey does not end.');
}

function ignoreRefusal(error: Error): void {
  if (error.name !== 'ApiRefusal') throw error;
}

async function journey(dieAfterCommit: number | undefined) {
  const seen = { flaky: 0, token: '' };
  let commits = 0;
  let deaths = 0;
  world = new World({
    onCommit: () => {
      commits += 1;
      if (commits === dieAfterCommit) {
        deaths += 1;
        world.engine.close();
      }
    },
  });
  equip(world, seen);
  world.load('journey', JOURNEY);
  const revive = () => world.open().start();
  await world.start('journey', { id: '8F3K' }).catch((error: Error) => {
    if (error.name !== 'EndpointClosed') throw error;
    revive();
  });
  await live(world, seen, revive);
  const arn = 'arn:aws:states:eu-north-1:000000000000:execution:journey:x';
  const { status, output } = await world.describe(arn);
  const events = await world.history(arn);
  return { status, output: JSON.parse(output ?? 'null'), events, commits, deaths };
}

const shape = (events: readonly { id: number; type: string; previousEventId: number }[]) =>
  events.map(({ id, type, previousEventId }) => `${id} ${type} < ${previousEventId}`);

test('killed after any commit, before its effect, the journey goes on to the same end by the same events', async () => {
  const whole = await journey(undefined);
  expect(whole).toMatchObject({ status: 'SUCCEEDED', output: EXPECTED });
  expect(whole.commits).toBeGreaterThanOrEqual(10);
  world.close();
  for (let commit = 1; commit <= whole.commits; commit += 1) {
    const broken = await journey(commit);
    expect(broken.deaths, `killed after commit ${commit}`).toBe(1);
    expect(broken, `killed after commit ${commit}`).toMatchObject({ status: 'SUCCEEDED', output: EXPECTED });
    expect(shape(broken.events)).toEqual(shape(whole.events));
    expect(world.faults).toEqual([]);
    world.close();
  }
});

test('what was not committed never happened: the request fails and can be made again', async () => {
  world = new World();
  world.load('m', chain({ Type: 'Pass' }));
  const started = world.start('m');
  world.engine.close();
  await expect(started).rejects.toMatchObject({ name: 'EndpointClosed' });
  world.open();
  await expect(world.describe('arn:aws:states:eu-north-1:000000000000:execution:m:x')).rejects.toMatchObject({
    code: 'ExecutionDoesNotExist',
  });
  const arn = await world.start('m');
  expect((await world.describe(arn)).status).toBe('SUCCEEDED');
});

test('a call under way is made again after a restart, a submitted one is not', async () => {
  world = new World();
  world.functions.hang = () => new Promise(() => {});
  world.functions.ask = () => undefined;
  world.load('hang', chain(task('hang', { id: 1 })));
  world.load('ask', chain(tokenTask('ask')));
  await world.start('hang');
  await world.start('ask');
  await new Promise((resolve) => setImmediate(resolve));
  world.engine.close();
  world.calls.length = 0;
  world.functions.hang = () => 'answered';
  world.open().start();
  await world.engine.idle();
  expect(world.calls).toEqual([{ name: 'hang', payload: { id: 1 } }]);
});

test('timers that came due while nothing ran fire when it runs again', async () => {
  world = new World();
  world.load('m', chain({ Type: 'Wait', Seconds: 60 }));
  const arn = await world.start('m');
  world.engine.close();
  world.clock.forward(3600);
  world.open().start();
  expect(world.engine.nextTimer()).toBe('2025-08-18T06:01:00.000Z');
  await world.engine.runDue();
  expect((await world.describe(arn)).status).toBe('SUCCEEDED');
});

test('a token from before a restart is taken after it', async () => {
  world = new World();
  let token = '';
  world.functions.ask = (event) => {
    token = (event as { token: string }).token;
  };
  world.load('m', chain(tokenTask('ask')));
  const arn = await world.start('m');
  await world.engine.idle();
  world.engine.close();
  world.open().start();
  await world.ask('SendTaskSuccess', { taskToken: token, output: '"yes"' });
  expect((await world.describe(arn)).output).toBe('"yes"');
});

test('kill -9 of a process at work loses nothing that it had answered', async () => {
  world = new World();
  world.load(
    'm',
    chain(task('f', { i: '{% $states.input.i %}' }, { Output: '{% $states.result.Payload %}' }), {
      Type: 'Wait',
      Seconds: 60,
    }),
  );
  world.engine.close();
  const script = new URL('./worker.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, `${world.folder}/workflows.db`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const answered: string[] = [];
  for await (const chunk of child.stdout) {
    answered.push(
      ...String(chunk)
        .split('\n')
        .filter((line) => line.startsWith('arn:') && line.endsWith('.')),
    );
    if (answered.length > 150) {
      child.kill('SIGKILL');
      break;
    }
  }
  await new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(undefined),
  );
  world.functions.f = (event) => (event as { i: number }).i;
  world.open().start();
  await world.runOut();
  expect(answered.length).toBeGreaterThan(150);
  for (const line of answered) {
    const [arn = '', i] = line.slice(0, -1).split(' ');
    expect(await world.describe(arn), arn).toMatchObject({ status: 'SUCCEEDED', output: i });
  }
});
