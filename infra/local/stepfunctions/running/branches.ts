import type { MapState, ParallelState, State } from '../definition/machine.ts';
import { only } from '../definition/shape.ts';
import { isCount } from '../definition/values.ts';
import type { Failure } from '../errors.ts';
import { wrongType } from '../jsonata/expression.ts';
import type { Context, Scope } from '../jsonata/scope.ts';
import { evaluate, type Template } from '../jsonata/template.ts';
import { jsonOf, leave, scopeOf } from './leave.ts';
import { Payload } from './payload.ts';
import { recover } from './recover.ts';
import type { Item, Run, Strand } from './run.ts';

/** Inline maps run at most 40 iterations at a time. */
const MOST_AT_ONCE = 40;

/** Starts the branches of a Parallel state or the first items of a Map state. Throws StateFailure. */
export async function branchOut(run: Run, strand: Strand, state: ParallelState | MapState): Promise<void> {
  const scope = scopeOf(run, strand, state);
  if (state.type === 'Parallel') {
    const input =
      state.arguments === undefined ? strand.input : jsonOf(await evaluate(state.arguments, scope), 'Arguments');
    run.follow(strand, 'ParallelStateStarted');
    strand.wait = { kind: 'children', count: state.branches.length, queue: [] };
    for (const [index, container] of state.branches.entries()) {
      run.spawn({
        parent: strand.id,
        index,
        container,
        input,
        variables: strand.variables,
        lastEvent: strand.lastEvent,
        ...only('map', strand.map),
      });
    }
    return;
  }
  const items = await itemsOf(state, strand, scope);
  const limit = await limitOf(state.maxConcurrency, scope);
  run.follow(strand, 'MapStateStarted', { mapStateStartedEventDetails: { length: items.length } });
  strand.wait = { kind: 'children', count: items.length, queue: items.slice(limit) };
  items.slice(0, limit).forEach((item, index) => {
    startItem(run, strand, state, item, index);
  });
  if (items.length === 0) run.ready.push({ strand, how: 'join' });
}

/** A branch or item is done: starts the next item, or goes on with all results in order. Throws StateFailure. */
export async function join(run: Run, strand: Strand, state: State): Promise<void> {
  const { wait } = strand;
  if (wait?.kind !== 'children' || (state.type !== 'Parallel' && state.type !== 'Map')) return;
  const [item, ...queue] = wait.queue;
  if (item !== undefined && state.type === 'Map') {
    strand.wait = { ...wait, queue };
    return startItem(run, strand, state, item, wait.count - wait.queue.length);
  }
  const children = childrenOf(run, strand);
  if (children.length < wait.count || children.some((child) => child.wait?.kind !== 'done')) return;
  const outputs = children
    .sort((a, b) => a.index - b.index)
    .map((child) => (child.wait?.kind === 'done' ? child.wait.output : 'null'));
  const result = Payload.ofText(`[${outputs.join(',')}]`);
  strand.lastEvent = Math.max(strand.lastEvent, ...children.map((child) => child.lastEvent));
  for (const child of children) run.strands.delete(child.id);
  run.follow(strand, `${state.type}StateSucceeded`);
  await leave(run, strand, state, state, scopeOf(run, strand, state).withResult(result), result, state.next);
}

/** A branch or item failed: the others are stopped, and the state is retried, caught, or fails. */
export async function failedChildren(run: Run, strand: Strand, state: State, failure: Failure): Promise<void> {
  const cause = strand.lastEvent;
  for (const child of childrenOf(run, strand)) abort(run, child, cause, state);
  const details =
    state.type === 'Map'
      ? {}
      : { parallelStateFailedEventDetails: { error: failure.error, ...only('cause', failure.cause) } };
  run.follow(strand, `${state.type}StateFailed`, details);
  await recover(run, strand, state, failure);
}

function abort(run: Run, strand: Strand, cause: number, parent: State): void {
  for (const child of childrenOf(run, strand)) abort(run, child, cause, run.stateOf(strand));
  if (strand.wait?.kind !== 'done') {
    if (strand.wait !== undefined) run.emit(`${run.stateOf(strand).type}StateAborted`, cause);
    if (parent.type === 'Map') {
      run.emit('MapIterationAborted', cause, {
        mapIterationAbortedEventDetails: { name: parent.name, index: strand.index },
      });
    }
  }
  run.strands.delete(strand.id);
}

function startItem(run: Run, strand: Strand, state: MapState, item: Item, index: number): void {
  const details = { mapIterationStartedEventDetails: { name: state.name, index } };
  run.spawn({
    parent: strand.id,
    index,
    container: state.processor,
    map: { Index: index, Value: item.value },
    input: Payload.of(item.input),
    variables: strand.variables,
    lastEvent: run.emit('MapIterationStarted', strand.lastEvent, details),
  });
}

async function itemsOf(state: MapState, strand: Strand, scope: Scope): Promise<Item[]> {
  const values =
    state.items === undefined ? strand.input.value : jsonOf(await evaluate(state.items, scope), 'Items').value;
  if (!Array.isArray(values)) {
    const source = state.items?.kind === 'expression' ? state.items.expression.source : '$states.input';
    throw wrongType(source, 'Items', 'array', typeof values);
  }
  const items: Item[] = [];
  for (const [Index, Value] of values.entries()) {
    const context: Context = { ...scope.states.context, Map: { Item: { Index, Value } } };
    const input =
      state.itemSelector === undefined ? Value : await evaluate(state.itemSelector, scope.inContext(context));
    items.push({ value: Value, input: jsonOf(input, 'ItemSelector').value });
  }
  return items;
}

async function limitOf(template: Template | undefined, scope: Scope): Promise<number> {
  if (template === undefined) return MOST_AT_ONCE;
  const value = await evaluate(template, scope);
  if (isCount(value)) return value === 0 ? MOST_AT_ONCE : Math.min(value, MOST_AT_ONCE);
  throw wrongType('MaxConcurrency', 'MaxConcurrency', 'whole number of at least 0', JSON.stringify(value));
}

function childrenOf(run: Run, strand: Strand): Strand[] {
  return [...run.strands.values()].filter((child) => child.parent === strand.id);
}
