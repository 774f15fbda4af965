import { only } from '../definition/shape.ts';
import type { Engine } from '../engine.ts';
import { ApiRefusal } from '../errors.ts';
import type { Execution, HistoryEvent } from '../running/run.ts';
import { executionOf } from '../store/rows.ts';
import { pageToken, type Request } from './request.ts';

const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'];

/** DescribeExecution. */
export function describeExecution(engine: Engine, request: Request): object {
  const execution = found(engine, request);
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.machineArn,
    name: execution.name,
    status: execution.status,
    ...dates(execution),
    input: execution.input,
    inputDetails: { included: true },
    ...(execution.output === undefined ? {} : { output: execution.output, outputDetails: { included: true } }),
    ...only('error', execution.error),
    ...only('cause', execution.cause),
    redriveCount: 0,
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason: 'Executions are not redriven here.',
  };
}

/** GetExecutionHistory, forwards or in reverse, in pages. */
export function history(engine: Engine, request: Request): object {
  const execution = found(engine, request);
  const reverse = request.flag('reverseOrder', false);
  const size = request.pageSize();
  const start = request.pageStart(reverse ? execution.lastEvent : 1);
  const [low, high] = reverse ? [start - size + 1, start] : [start, start + size - 1];
  const rows = engine.store.all(
    'SELECT events FROM history WHERE execution = ? AND first <= ? AND last >= ? ORDER BY first',
    execution.id,
    high,
    low,
  );
  const events = rows
    .flatMap((row) => JSON.parse(String(row.events)) as HistoryEvent[])
    .filter(({ id }) => id >= low && id <= high)
    .map((event) => shown(event, request.flag('includeExecutionData', true)));
  const next = reverse ? low - 1 : high + 1;
  const more = reverse ? next >= 1 : next <= execution.lastEvent;
  return { events: reverse ? events.reverse() : events, ...(more ? { nextToken: pageToken(next) } : {}) };
}

/** ListExecutions of one machine, the newest first, in pages. */
export function listExecutions(engine: Engine, request: Request): object {
  const machineArn = request.text('stateMachineArn');
  if (engine.store.machine(machineArn) === undefined) {
    throw new ApiRefusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machineArn}'`);
  }
  const status = request.optionalText('statusFilter');
  if (status !== undefined && !STATUSES.includes(status)) {
    throw new ApiRefusal(
      'ValidationException',
      `Value '${status}' at 'statusFilter' must be one of ${STATUSES.join(', ')}`,
    );
  }
  const size = request.pageSize();
  const rows = engine.store.all(
    'SELECT * FROM executions WHERE machineArn = ? AND id <= ? AND (? IS NULL OR status = ?) ORDER BY id DESC LIMIT ?',
    machineArn,
    request.pageStart(Number.MAX_SAFE_INTEGER),
    status ?? null,
    status ?? null,
    size + 1,
  );
  const further = rows[size];
  const executions = rows.slice(0, size).map((row) => {
    const execution = executionOf(row);
    return {
      executionArn: execution.arn,
      stateMachineArn: machineArn,
      name: execution.name,
      status: execution.status,
      ...dates(execution),
    };
  });
  return { executions, ...(further === undefined ? {} : { nextToken: pageToken(Number(further.id)) }) };
}

/** DescribeStateMachine: the current definition. */
export function describeMachine(engine: Engine, request: Request): object {
  const arn = request.text('stateMachineArn');
  const machine = engine.store.machine(arn);
  if (machine === undefined) throw new ApiRefusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return {
    stateMachineArn: arn,
    name: machine.name,
    status: 'ACTIVE',
    definition: engine.store.definition(machine.definition),
    roleArn: machine.roleArn,
    type: 'STANDARD',
    creationDate: machine.createdAt / 1000,
    loggingConfiguration: { level: 'OFF', includeExecutionData: false },
    tracingConfiguration: { enabled: false },
  };
}

/** ListStateMachines, by name, in pages. */
export function listMachines(engine: Engine, request: Request): object {
  const size = request.pageSize();
  const start = request.pageStart(0);
  const rows = engine.store.all('SELECT * FROM machines ORDER BY name, arn LIMIT ? OFFSET ?', size + 1, start);
  const stateMachines = rows.slice(0, size).map((row) => ({
    stateMachineArn: row.arn,
    name: row.name,
    type: 'STANDARD',
    creationDate: Number(row.createdAt) / 1000,
  }));
  return { stateMachines, ...(rows.length > size ? { nextToken: pageToken(start + size) } : {}) };
}

function found(engine: Engine, request: Request): Execution {
  const arn = request.text('executionArn');
  const execution = engine.store.execution(arn);
  if (execution === undefined) throw new ApiRefusal('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return execution;
}

function dates(execution: Execution): { startDate: number; stopDate?: number } {
  const { startedAt, stoppedAt } = execution;
  return { startDate: startedAt / 1000, ...only('stopDate', stoppedAt === undefined ? undefined : stoppedAt / 1000) };
}

const DATA = new Set(['input', 'inputDetails', 'output', 'outputDetails']);

function shown(event: HistoryEvent, withData: boolean): object {
  const { timestamp, ...rest } = event;
  const wire: Record<string, unknown> = { timestamp: timestamp / 1000, ...rest };
  if (withData) return wire;
  for (const [key, details] of Object.entries(wire)) {
    if (typeof details !== 'object' || details === null) continue;
    wire[key] = Object.fromEntries(Object.entries(details).filter(([field]) => !DATA.has(field)));
  }
  return wire;
}
