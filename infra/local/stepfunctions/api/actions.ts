import { only } from '../definition/shape.ts';
import type { Engine } from '../engine.ts';
import { ApiRefusal } from '../errors.ts';
import { type Answer, begin, heartbeat, stop, tokenSent } from '../running/happen.ts';
import { isTooLarge, Payload } from '../running/payload.ts';
import { readToken } from '../running/tokens.ts';
import { describeExecution, describeMachine, history, listExecutions, listMachines } from './queries.ts';
import type { Request } from './request.ts';

/** One action of the Step Functions API: a parsed request in, the response's JSON out. Throws ApiRefusal. */
type Action = (engine: Engine, request: Request) => Promise<object> | object;

const ACTIONS: Readonly<Record<string, Action>> = {
  StartExecution: startExecution,
  StopExecution: stopExecution,
  SendTaskSuccess: (engine, request) =>
    sendTask(engine, request.text('taskToken'), { kind: 'success', result: outputOf(request) }),
  SendTaskFailure: (engine, request) => sendTask(engine, request.text('taskToken'), failureOf(request)),
  SendTaskHeartbeat: sendHeartbeat,
  DescribeExecution: describeExecution,
  GetExecutionHistory: history,
  ListExecutions: listExecutions,
  DescribeStateMachine: describeMachine,
  ListStateMachines: listMachines,
};

/** Performs an action by its name. Throws ApiRefusal: UnknownOperationException for a name that is not served here. */
export async function perform(engine: Engine, action: string, request: Request): Promise<object> {
  const perform = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (perform === undefined) {
    throw new ApiRefusal(
      'UnknownOperationException',
      `${action} is not served here (there are ${Object.keys(ACTIONS).join(', ')}).`,
    );
  }
  return perform(engine, request);
}

async function startExecution(engine: Engine, request: Request): Promise<object> {
  const machineArn = request.text('stateMachineArn');
  const machine = engine.store.machine(machineArn);
  if (machine === undefined)
    throw new ApiRefusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machineArn}'`);
  const input = request.optionalText('input') ?? '{}';
  checkInput(input);
  const id = engine.store.nextId();
  const name = request.optionalText('name') ?? engine.chance(`execution ${id}`).uuid();
  checkName(name);
  const arn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  const startedAt = await engine.operate(arn, async (known, create) => {
    if (known !== undefined) {
      const { status, input: before, startedAt: then } = known.execution;
      if (status === 'RUNNING' && before === input) return then;
      throw new ApiRefusal('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }
    const now = engine.now();
    const run = create({
      id,
      arn,
      name,
      machineArn,
      machineName: machine.name,
      roleArn: machine.roleArn,
      definition: machine.definition,
      input,
      startedAt: now,
      deadline: now + engine.timeoutSeconds(machine.name, machine.definition) * 1000,
      status: 'RUNNING',
      transitions: 0,
      lastEvent: 0,
      lastStrand: 0,
    });
    await begin(run);
    return now;
  });
  return { executionArn: arn, startDate: startedAt / 1000 };
}

async function stopExecution(engine: Engine, request: Request): Promise<object> {
  const arn = request.text('executionArn');
  const failure = { ...only('error', request.optionalText('error')), ...only('cause', request.optionalText('cause')) };
  const stoppedAt = await engine.operate(arn, async (run) => {
    if (run === undefined) throw new ApiRefusal('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    if (run.execution.status === 'RUNNING') stop(run, failure);
    return run.execution.stoppedAt ?? run.now;
  });
  return { stopDate: stoppedAt / 1000 };
}

async function sendTask(engine: Engine, token: string, answer: Answer): Promise<object> {
  const task = taskOf(engine, token);
  const taken = await engine.operate(task.execution, async (run) => {
    if (run === undefined)
      throw new ApiRefusal('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
    return tokenSent(run, task.strand, task.event, answer);
  });
  if (!taken) throw timedOut();
  return {};
}

async function sendHeartbeat(engine: Engine, request: Request): Promise<object> {
  const task = taskOf(engine, request.text('taskToken'));
  const taken = await engine.operate(task.execution, async (run) => {
    if (run === undefined)
      throw new ApiRefusal('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
    return heartbeat(run, task.strand, task.event);
  });
  if (!taken) throw timedOut();
  return {};
}

function taskOf(engine: Engine, token: string) {
  const task = readToken(engine.seed, token);
  if (task === undefined) throw new ApiRefusal('InvalidToken', "Invalid Token: 'Invalid token'");
  return task;
}

// The same for a task that was answered, that ran out of time, or whose execution has ended: AWS does not tell them apart.
function timedOut(): ApiRefusal {
  return new ApiRefusal('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
}

function outputOf(request: Request): Payload {
  const text = request.text('output');
  if (isTooLarge(text))
    throw new ApiRefusal('ValidationException', "Value at 'output' must have length less than or equal to 262144");
  try {
    return Payload.of(JSON.parse(text));
  } catch {
    throw new ApiRefusal('InvalidOutput', "Invalid Output: 'The output is not valid JSON'");
  }
}

function failureOf(request: Request): Answer {
  const error = request.optionalText('error') ?? 'States.TaskFailed';
  return { kind: 'failure', failure: { error, ...only('cause', request.optionalText('cause')) } };
}

function checkInput(input: string): void {
  if (isTooLarge(input))
    throw new ApiRefusal('ValidationException', "Value at 'input' must have length less than or equal to 262144");
  try {
    JSON.parse(input);
  } catch (error) {
    throw new ApiRefusal(
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: '${(error as Error).message}'`,
    );
  }
}

/** Characters that a name must not hold: blanks, brackets, wildcards, quotes and such, and control characters. */
const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\ufffe\uffff]/u;

function checkName(name: string): void {
  if (name.length === 0 || name.length > 80 || FORBIDDEN.test(name))
    throw new ApiRefusal('InvalidName', `Invalid Name: '${name}'`);
}
