import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chain, type Event, task, tokenTask, World } from './world.ts';

/** One step of a made-up workflow, as plain data so that a failing one can be read. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), add: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.integer({ min: 0, max: 100 }) }),
  fc.record({
    kind: fc.constant('call' as const),
    failures: fc.integer({ min: 0, max: 3 }),
    retries: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ kind: fc.constant('ask' as const), answered: fc.boolean() }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function stateOf(one: Step, i: number): Record<string, unknown> {
  const name = `S${i}`;
  switch (one.kind) {
    case 'pass':
      return { name, Type: 'Pass', Assign: { sum: `{% $sum + ${one.add} %}` } };
    case 'wait':
      return { name, Type: 'Wait', Seconds: one.seconds };
    case 'call':
      return {
        ...task(
          'call',
          { name, failures: one.failures, attempt: '{% $states.context.State.RetryCount %}' },
          { Output: '{% $states.input %}' },
        ),
        name,
        Retry: [{ ErrorEquals: ['Transient'], MaxAttempts: one.retries }],
      };
    case 'ask':
      return {
        ...tokenTask('ask', { TimeoutSeconds: 50, Output: '{% $states.input %}' }),
        name,
        Arguments: {
          FunctionName: 'ask',
          Payload: { answered: one.answered, token: '{% $states.context.Task.Token %}' },
        },
      };
  }
}

/** Whether the steps end well, said without the interpreter. */
function endsWell(steps: readonly Step[]): boolean {
  return steps.every((one) => (one.kind === 'call' ? one.failures <= one.retries : one.kind !== 'ask' || one.answered));
}

async function live(steps: readonly Step[], dieAfterCommit: number) {
  let commits = 0;
  const world = new World({
    onCommit: () => {
      commits += 1;
      if (commits === dieAfterCommit) world.engine.close();
    },
  });
  try {
    const tokens: string[] = [];
    world.functions.call = (event) => {
      const { failures, attempt } = event as { failures: number; attempt: number };
      if (attempt < failures) throw Object.assign(new Error('later'), { name: 'Transient' });
      return {};
    };
    world.functions.ask = (event) => {
      const { answered, token } = event as { answered: boolean; token: string };
      if (answered) tokens.push(token);
    };
    world.load(
      'm',
      chain({ name: 'Begin', Type: 'Pass', Assign: { sum: 0 } }, ...steps.map(stateOf), {
        name: 'End',
        Type: 'Succeed',
        Output: '{% $sum %}',
      }),
    );
    const arn = 'arn:aws:states:eu-north-1:000000000000:execution:m:x';
    const revived = async (work: () => Promise<unknown>) => {
      try {
        await work();
      } catch (error) {
        if ((error as Error).name !== 'EndpointClosed') throw error;
        world.open().start();
      }
    };
    await revived(() => world.start('m', { id: 'x' }));
    for (let round = 0; round < 200 && (await world.describe(arn)).status === 'RUNNING'; round += 1) {
      await revived(async () => {
        await world.engine.idle();
        for (let token = tokens[0]; token !== undefined; token = tokens[0]) {
          await world.ask('SendTaskSuccess', { taskToken: token, output: '1' }).catch(unlessClosed);
          tokens.shift();
          await world.engine.idle();
        }
        const next = world.engine.nextTimer();
        if (next !== undefined && next > world.clock.now()) world.clock.moveTo(next);
        await world.engine.runDue();
      });
    }
    const { status, output } = await world.describe(arn);
    return {
      status,
      output,
      events: await world.history(arn),
      transitions: world.engine.transitions(arn),
      faults: world.faults,
    };
  } finally {
    world.close();
  }
}

// A token that was taken just before the end is refused after it.
function unlessClosed(error: Error): void {
  if (error.name !== 'ApiRefusal') throw error;
}

function checkHistory(events: readonly Event[], transitions: number): void {
  expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1));
  for (const { id, previousEventId, timestamp } of events) {
    expect(previousEventId).toBeLessThan(id);
    expect(timestamp).toBeGreaterThanOrEqual(events[Math.max(0, id - 2)]?.timestamp ?? 0);
  }
  const entered = events.filter(({ type }) => type.endsWith('StateEntered')).length;
  const tasks = events.filter(({ type }) => type === 'TaskStateEntered').length;
  const attempts = events.filter(({ type }) => type === 'TaskScheduled').length;
  expect(transitions).toBe(entered + attempts - tasks);
}

test('any workflow ends as it must, by one unbroken history, wherever it is killed once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 12 }),
      async (steps, dieAfterCommit) => {
        const whole = await live(steps, 0);
        const broken = await live(steps, dieAfterCommit);
        const sum = steps.reduce((total, one) => total + (one.kind === 'pass' ? one.add : 0), 0);
        expect(whole.status).toBe(endsWell(steps) ? 'SUCCEEDED' : 'FAILED');
        if (endsWell(steps)) expect(whole.output).toBe(String(sum));
        expect(whole.faults).toEqual([]);
        expect(broken).toEqual(whole);
        checkHistory(whole.events, whole.transitions);
      },
    ),
    { numRuns: 40 },
  );
});
