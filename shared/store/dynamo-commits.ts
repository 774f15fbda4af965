import { type ConsumedCapacity, type DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { type TableNames, transactItem } from './dynamo-expressions.ts';
import { keyOf } from './expectations.ts';
import type { Write } from './port.ts';
import { MAX_WRITES } from './writes.ts';

/** Errors after which nothing has been written, for a reason that may be that of one of the group, or its size. */
const REFUSALS = new Set(['TransactionCanceledException', 'ValidationException']);

interface Commit {
  readonly writes: readonly Write[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface CommitsOptions {
  readonly client: DynamoDBClient;
  readonly tables: TableNames;
  readonly metering: { readonly ReturnConsumedCapacity?: 'INDEXES' };
  readonly onCapacity: (units: ConsumedCapacity) => void;
}

/**
 * Transactions, one request at a time. Those that are asked for while one is under way go together in the next, as far as
 * they are of one institution, speak of different records and fit: each is still written as a whole or not at all. Where
 * such a group is refused each goes alone, so that nobody fails for another's broken expectation. A function that works on
 * several cases at a time writes as many transactions, and a request costs this process far more than a record does.
 */
export class GatheredCommits {
  private readonly options: CommitsOptions;
  private waiting: Commit[] = [];
  private busy = false;

  constructor(options: CommitsOptions) {
    this.options = options;
  }

  /** Writes all or nothing. Rejects with what the client throws. */
  commit(writes: readonly Write[]): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.waiting.push({ writes, resolve, reject });
    if (!this.busy) {
      this.busy = true;
      setImmediate(() => void this.work());
    }
    return promise;
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) await this.write(this.takeGroup());
    this.busy = false;
  }

  /** The longest waiting one and what can go with it, in order. */
  private takeGroup(): readonly Commit[] {
    const group: Commit[] = [];
    const left: Commit[] = [];
    const taken = new Set<string>();
    let size = 0;
    for (const commit of this.waiting) {
      const records = commit.writes.map(recordOf);
      const first = group[0];
      const fits =
        first === undefined ||
        (tenantOf(first) === tenantOf(commit) &&
          size + records.length <= MAX_WRITES &&
          !records.some((record) => taken.has(record)));
      (fits ? group : left).push(commit);
      if (fits) size += records.length;
      // What stays behind keeps its records: a later commit on the same record must not overtake it.
      for (const record of records) taken.add(record);
    }
    this.waiting = left;
    return group;
  }

  private async write(group: readonly Commit[]): Promise<void> {
    try {
      await this.send(group);
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (group.length > 1 && error instanceof Error && REFUSALS.has(error.name)) {
        for (const commit of group) await this.write([commit]);
        return;
      }
      for (const { reject } of group) reject(error);
    }
  }

  private async send(group: readonly Commit[]): Promise<void> {
    const { client, tables, metering, onCapacity } = this.options;
    const TransactItems = group.flatMap(({ writes }) => writes.map((write) => transactItem(write, tables)));
    const { ConsumedCapacity } = await client.send(new TransactWriteItemsCommand({ TransactItems, ...metering }));
    for (const units of ConsumedCapacity ?? []) onCapacity(units);
  }
}

function recordOf(write: Write): string {
  const { pk, sk } = keyOf(write);
  return `${write.table}\n${pk}\n${sk}`;
}

/** Every partition key leads with the tenant. */
function tenantOf({ writes: [first] }: Commit): string | undefined {
  return first && keyOf(first).pk.split('#', 1)[0];
}
