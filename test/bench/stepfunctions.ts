import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { perform } from '../../infra/local/stepfunctions/api/actions.ts';
import { Request } from '../../infra/local/stepfunctions/api/request.ts';
import { Engine } from '../../infra/local/stepfunctions/engine.ts';

const PREFIX = 'arn:aws:states:eu-north-1:000000000000:stateMachine:';
const START = '2025-08-18T06:00:00.000Z';
const EXECUTIONS = 5_000;
const PARKED = 10_000;
/** Started at a time; as many as a busy morning, not all at once. */
const AT_ONCE = 250;

export interface StepFunctionsFigures {
  readonly executionsPerSecond: number;
  readonly transitionsPerSecond: number;
  readonly heapBytesPerParked: number;
  readonly reopenMs: number;
}

/** Ten states: three Lambda calls, two choices, four passes that shape data and set variables, and an end. */
const TEN_STATES = {
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Assign: { mobility: '{% $states.input.mobility %}' }, Next: 'Assess' },
    Assess: call('assess', 'Eligible'),
    Eligible: choose("{% $states.input.route = 'go' %}", 'Note'),
    Note: { Type: 'Pass', Output: { route: '{% $states.input.route %}', by: '{% $mobility %}' }, Next: 'Reserve' },
    Reserve: call('reserve', 'Reserved'),
    Reserved: choose("{% $states.input.route in ['go', 'wait'] %}", 'Keep'),
    Keep: { Type: 'Pass', Assign: { reserved: true }, Next: 'Award' },
    Award: call('award', 'Tidy'),
    Tidy: { Type: 'Pass', Output: '{% $merge([$states.input, {"reserved": $reserved}]) %}', Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
};

const PARKING = {
  QueryLanguage: 'JSONata',
  StartAt: 'Wait',
  States: {
    Wait: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'park', Payload: { token: '{% $states.context.Task.Token %}' } },
      TimeoutSeconds: 25_920_000,
      End: true,
    },
  },
};

/** Measures the local Step Functions endpoint on a database file; takes about ten seconds. */
export async function benchStepFunctions(): Promise<StepFunctionsFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'wayfare-bench-'));
  try {
    return { ...(await speed(join(folder, 'speed.db'))), ...(await heap(join(folder, 'heap.db'))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function speed(
  database: string,
): Promise<Pick<StepFunctionsFigures, 'executionsPerSecond' | 'transitionsPerSecond'>> {
  const engine = open(database, async () => ({ route: 'go' }));
  engine.loadMachines([{ name: 'ten', arn: `${PREFIX}ten`, definition: TEN_STATES }]);
  await startMany(engine, 'ten', 500, 'warm');
  const before = engine.transitions();
  const began = performance.now();
  await startMany(engine, 'ten', EXECUTIONS, 'run');
  const seconds = (performance.now() - began) / 1000;
  const transitions = engine.transitions() - before;
  engine.close();
  if (transitions !== EXECUTIONS * 10) throw new Error(`${transitions} transitions instead of ${EXECUTIONS * 10}.`);
  return {
    executionsPerSecond: Math.round(EXECUTIONS / seconds),
    transitionsPerSecond: Math.round(transitions / seconds),
  };
}

async function heap(database: string): Promise<Pick<StepFunctionsFigures, 'heapBytesPerParked' | 'reopenMs'>> {
  const engine = open(database, async () => undefined);
  engine.loadMachines([{ name: 'park', arn: `${PREFIX}park`, definition: PARKING }]);
  await startMany(engine, 'park', 500, 'warm');
  const before = heapUsed();
  await startMany(engine, 'park', PARKED, 'run');
  const after = heapUsed();
  engine.close();
  const began = performance.now();
  const again = open(database, async () => undefined);
  again.start();
  if (again.nextTimer() === undefined) throw new Error('The parked executions are gone after opening the file again.');
  const reopenMs = Math.round(performance.now() - began);
  again.close();
  return { heapBytesPerParked: Math.max(0, Math.round((after - before) / PARKED)), reopenMs };
}

function open(database: string, invokeLambda: () => Promise<unknown>): Engine {
  return new Engine({ clock: { now: () => START }, database, random: () => 0.5, invokeLambda });
}

async function startMany(engine: Engine, machine: string, count: number, label: string): Promise<void> {
  for (let at = 0; at < count; at += AT_ONCE) {
    const starts = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, i) => {
      const body = {
        stateMachineArn: PREFIX + machine,
        name: `${label}-${at + i}`,
        input: '{"mobility":"8F3K2M9QRT"}',
      };
      return perform(engine, 'StartExecution', Request.parse(JSON.stringify(body)));
    });
    await Promise.all(starts);
    await engine.idle();
  }
}

function heapUsed(): number {
  if (globalThis.gc === undefined) throw new Error('Run the benchmarks with node --expose-gc, as npm run bench does.');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

function call(name: string, next: string): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: name, Payload: { mobility: '{% $mobility %}' } },
    Output: '{% $states.result.Payload %}',
    Next: next,
  };
}

function choose(condition: string, next: string): object {
  return { Type: 'Choice', Choices: [{ Condition: condition, Next: next }], Default: 'Done' };
}
