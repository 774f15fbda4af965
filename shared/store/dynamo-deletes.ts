import {
  type AttributeValue,
  BatchWriteItemCommand,
  type ConsumedCapacity,
  DeleteItemCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { key } from './dynamo-expressions.ts';
import type { Key } from './port.ts';

/** Most records of one BatchWriteItem. */
const MAX_RECORDS = 25;

interface Removal {
  readonly at: Key;
  readonly done: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface DeletesOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly metering: { readonly ReturnConsumedCapacity?: 'INDEXES' };
  readonly onCapacity: (units: ConsumedCapacity) => void;
}

/**
 * Deletes of single records that expect nothing, such as a delivered effect. Those that are asked for in one turn of the
 * event loop go in one request, as far as they are of one institution; at the price of each alone, as they are no
 * transaction: some may succeed where others fail. One alone is a plain DeleteItem.
 */
export class GatheredDeletes {
  private readonly options: DeletesOptions;
  private waiting = new Map<string, Removal>();

  constructor(options: DeletesOptions) {
    this.options = options;
  }

  /** Rejects with what the client throws. */
  delete(at: Key): Promise<void> {
    const name = `${at.pk}\n${at.sk}`;
    const known = this.waiting.get(name);
    if (known) return known.done;
    if (this.waiting.size === 0) setImmediate(() => this.send());
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.waiting.set(name, { at, done: promise, resolve, reject });
    return promise;
  }

  private send(): void {
    const removals = this.waiting;
    this.waiting = new Map();
    // Every partition key leads with the tenant.
    for (const ofOne of Map.groupBy(removals.values(), ({ at }) => at.pk.split('#', 1)[0]).values()) {
      for (let from = 0; from < ofOne.length; from += MAX_RECORDS) {
        const some = ofOne.slice(from, from + MAX_RECORDS);
        const [one, ...others] = some;
        if (one && others.length === 0) this.deleteOne(one).then(one.resolve, one.reject);
        else
          this.deleteMany(some).catch((error: unknown) => {
            for (const { reject } of some) reject(error);
          });
      }
    }
  }

  private async deleteOne({ at }: Removal): Promise<void> {
    const { client, table, metering, onCapacity } = this.options;
    const { ConsumedCapacity } = await client.send(
      new DeleteItemCommand({ TableName: table, Key: key(at), ...metering }),
    );
    if (ConsumedCapacity) onCapacity(ConsumedCapacity);
  }

  private async deleteMany(removals: readonly Removal[]): Promise<void> {
    const { client, table, metering, onCapacity } = this.options;
    const RequestItems = { [table]: removals.map(({ at }) => ({ DeleteRequest: { Key: key(at) } })) };
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems, ...metering }));
    for (const units of answer.ConsumedCapacity ?? []) onCapacity(units);
    const left = new Set(answer.UnprocessedItems?.[table]?.map(({ DeleteRequest }) => nameOf(DeleteRequest?.Key)));
    for (const removal of removals) {
      // What the database did not get round to is sent alone: the SDK then waits between its tries as it should.
      if (left.has(nameOf(key(removal.at)))) this.deleteOne(removal).then(removal.resolve, removal.reject);
      else removal.resolve();
    }
  }
}

const nameOf = (at: Record<string, AttributeValue> | undefined): string => `${at?.pk?.S}\n${at?.sk?.S}`;
