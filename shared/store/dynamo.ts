import {
  type ConsumedCapacity,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { fromAttributes, toAttributes } from './attributes.ts';
import { GatheredCommits } from './dynamo-commits.ts';
import { GatheredDeletes } from './dynamo-deletes.ts';
import { translated } from './dynamo-errors.ts';
import { deleteInput, putInput, type TableNames, updateInput } from './dynamo-expressions.ts';
import { GatheredReads } from './dynamo-reads.ts';
import { Conflict } from './errors.ts';
import type { Item, Key, Range, Store, TableName, WorkRef, Write } from './port.ts';
import { dueBefore } from './work.ts';
import { checkedWrites } from './writes.ts';

/** Name of the sparse index over `workPk`/`workSk` in the cases table. */
export const WORK_INDEX = 'work';

/** Billed request units of one call on one table, as the database reports them. Reads may be halves. */
export interface Capacity {
  readonly table: TableName;
  readonly reads: number;
  readonly writes: number;
}

export interface DynamoStoreOptions {
  readonly client: DynamoDBClient;
  /** Names of the two tables in this account. */
  readonly tables: TableNames;
  /**
   * Told the billed units of every successful call: table and index, transactional writes doubled. Without it, no
   * figures are asked for. Units of writes whose condition failed are billed by AWS as well, but not reported.
   */
  readonly onCapacity?: (capacity: Capacity) => void;
  /**
   * Told what has been written; `undefined` after a commit that failed in any way, for it may have been written all the
   * same: an answer can be lost, and what the SDK then sends again meets its own first try as a conflict.
   */
  readonly onCommit?: (writes: readonly Write[] | undefined) => void;
}

/** The store on DynamoDB. Throws `Conflict`, `Transient`, `BadWrites` and `NotStorable`; see the port. */
export function dynamoStore(options: DynamoStoreOptions): Store {
  return new DynamoStore(options);
}

class DynamoStore implements Store {
  private readonly client: DynamoDBClient;
  private readonly tables: TableNames;
  private readonly onCapacity: ((capacity: Capacity) => void) | undefined;
  private readonly onCommit: DynamoStoreOptions['onCommit'];
  private readonly metering: { ReturnConsumedCapacity?: 'INDEXES' };
  private readonly reads: Readonly<Record<TableName, GatheredReads>>;
  private readonly transactions: GatheredCommits;
  private readonly deletes: GatheredDeletes;

  constructor(options: DynamoStoreOptions) {
    this.client = options.client;
    this.tables = options.tables;
    this.onCapacity = options.onCapacity;
    this.onCommit = options.onCommit;
    this.metering = options.onCapacity ? { ReturnConsumedCapacity: 'INDEXES' } : {};
    this.reads = { cases: this.readsOf('cases'), ledger: this.readsOf('ledger') };
    const { client, tables, metering } = this;
    const onCapacity = (units: ConsumedCapacity) => this.meterWrite(units);
    this.transactions = new GatheredCommits({ client, tables, metering, onCapacity });
    this.deletes = new GatheredDeletes({ client, table: tables.cases, metering, onCapacity });
  }

  private readsOf(table: TableName): GatheredReads {
    const { client, metering } = this;
    const onCapacity = (units: ConsumedCapacity) => this.meterRead(table, units);
    return new GatheredReads({ client, table: this.tables[table], metering, onCapacity });
  }

  async get<T extends Item>(table: TableName, at: Key): Promise<T | undefined> {
    const attributes = await calling(() => this.reads[table].get(at));
    return attributes === undefined ? undefined : (fromAttributes(attributes) as unknown as T);
  }

  async query<T extends Item>(table: TableName, range: Range): Promise<T[]> {
    const prefix = range.prefix ?? '';
    return this.pages<T>(table, range.limit ?? Number.POSITIVE_INFINITY, {
      ConsistentRead: true,
      KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: toAttributes({ ':pk': range.pk, ...(prefix !== '' && { ':prefix': prefix }) }),
      ScanIndexForward: range.descending !== true,
    });
  }

  async work(queue: string, until: string, limit: number): Promise<WorkRef[]> {
    return this.pages<WorkRef>('cases', limit, {
      IndexName: WORK_INDEX,
      KeyConditionExpression: 'workPk = :queue AND workSk < :before',
      ExpressionAttributeValues: toAttributes({ ':queue': queue, ':before': dueBefore(until) }),
    });
  }

  async commit(writes: readonly Write[]): Promise<void> {
    const checked = checkedWrites(writes);
    const [first, ...others] = checked;
    if (first === undefined) return;
    await calling(async () => {
      if (others.length === 0 && first.do === 'delete' && first.expect.length === 0) {
        return this.deletes.delete(first.key);
      }
      const single = others.length === 0 ? await this.single(first) : undefined;
      if (single === undefined) await this.transactions.commit(checked);
      else if (single.ConsumedCapacity) this.meterWrite(single.ConsumedCapacity);
    }, checked).catch((error: unknown) => {
      if (!wasRefused(error)) this.onCommit?.(undefined);
      throw error;
    });
    this.onCommit?.(checked);
  }

  /**
   * One write alone costs half of a transaction. Additions stay in a transaction even so: the SDK repeats a request
   * whose answer was lost, and only a transaction's request token keeps the sum from being added twice.
   */
  private async single(write: Write) {
    switch (write.do) {
      case 'put':
        return this.client.send(new PutItemCommand({ ...putInput(write, this.tables), ...this.metering }));
      case 'delete':
        return this.client.send(new DeleteItemCommand({ ...deleteInput(write, this.tables), ...this.metering }));
      case 'update':
        if (Object.keys(write.add ?? {}).length > 0) return undefined;
        return this.client.send(new UpdateItemCommand({ ...updateInput(write, this.tables), ...this.metering }));
      case 'check':
        return undefined;
    }
  }

  private async pages<T>(table: TableName, limit: number, input: Omit<QueryCommandInput, 'TableName'>): Promise<T[]> {
    const found: T[] = [];
    let start: QueryCommandInput['ExclusiveStartKey'];
    while (found.length < limit) {
      const command = new QueryCommand({
        TableName: this.tables[table],
        ...input,
        ...(limit !== Number.POSITIVE_INFINITY && { Limit: limit - found.length }),
        ...(start && { ExclusiveStartKey: start }),
        ...this.metering,
      });
      const page = await calling(() => this.client.send(command));
      this.meterRead(table, page.ConsumedCapacity);
      for (const item of page.Items ?? []) found.push(fromAttributes(item) as unknown as T);
      start = page.LastEvaluatedKey;
      if (start === undefined) break;
    }
    return found;
  }

  private meterRead(table: TableName, units: ConsumedCapacity | undefined): void {
    if (units) this.onCapacity?.({ table, reads: units.CapacityUnits ?? 0, writes: 0 });
  }

  private meterWrite(units: ConsumedCapacity): void {
    const table = units.TableName === this.tables.ledger ? 'ledger' : 'cases';
    this.onCapacity?.({ table, reads: 0, writes: units.CapacityUnits ?? 0 });
  }
}

/** A first try that was refused has written nothing; a later one may have met what its own first try had written. */
function wasRefused(error: unknown): boolean {
  if (!(error instanceof Conflict)) return false;
  const cause = error.cause as { readonly $metadata?: { readonly attempts?: number } } | undefined;
  return cause?.$metadata?.attempts === 1;
}

async function calling<T>(call: () => Promise<T>, writes: readonly Write[] = []): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw translated(error, writes);
  }
}
