import type { Capacity } from '../../shared/store/dynamo.ts';
import type { BilledUnit } from '../aws/prices.ts';
import type { LambdaRunner } from './lambda/runner.ts';
import type { Mailbox } from './mail/mailbox.ts';
import type { Engine } from './stepfunctions/engine.ts';
import type { FunctionDefinition } from './template/types.ts';

/** Counts what AWS would bill for. Objects and store units since the start of this process, the rest since ever. */
export class Meter {
  private readonly store = { reads: 0, writes: 0 };
  private readonly objects = { reads: 0, writes: 0 };

  /** For the store's `onCapacity`. */
  readonly capacity = ({ reads, writes }: Capacity): void => {
    this.store.reads += reads;
    this.store.writes += writes;
  };

  /** One request to the bucket. */
  readonly object = (kind: 'reads' | 'writes'): void => {
    this.objects[kind] += 1;
  };

  /** Units by the names of the price table. */
  units(parts: {
    readonly engine: Engine;
    readonly runner: LambdaRunner;
    readonly mailbox: Mailbox;
    readonly functions: readonly FunctionDefinition[];
  }): Record<BilledUnit, number> {
    const usage = parts.runner.usage();
    const memory = new Map(parts.functions.map((f) => [f.name, f.memoryMb / 1024]));
    const calls = Object.entries(usage);
    return {
      stateTransition: Number(parts.engine.store.get('SELECT sum(transitions) AS n FROM executions')?.n ?? 0),
      lambdaRequest: calls.reduce((sum, [, { calls: n }]) => sum + n, 0),
      lambdaGigabyteSecond: calls.reduce(
        (sum, [name, { milliseconds }]) => sum + ((memory.get(name) ?? 0) * milliseconds) / 1000,
        0,
      ),
      readUnit: this.store.reads,
      writeUnit: this.store.writes,
      mail: parts.mailbox.count(),
      objectRead: this.objects.reads,
      objectWrite: this.objects.writes,
    };
  }
}
