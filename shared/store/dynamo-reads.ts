import {
  type AttributeValue,
  BatchGetItemCommand,
  type ConsumedCapacity,
  type DynamoDBClient,
  GetItemCommand,
} from '@aws-sdk/client-dynamodb';
import { key } from './dynamo-expressions.ts';
import type { Key } from './port.ts';

export type Attributes = Record<string, AttributeValue>;

/** Most keys of one BatchGetItem. */
const MAX_KEYS = 100;

interface Read {
  readonly at: Key;
  readonly answer: Promise<Attributes | undefined>;
  readonly resolve: (attributes: Attributes | undefined) => void;
  readonly reject: (error: unknown) => void;
}

export interface ReadsOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly metering: { readonly ReturnConsumedCapacity?: 'INDEXES' };
  readonly onCapacity: (units: ConsumedCapacity) => void;
}

/**
 * Strongly consistent reads of single records of one table. Those that are asked for in one turn of the event loop go in
 * one request: a function that works on several cases at a time asks for many, and a request costs this process far
 * more than a record does. A record asked for twice in a turn is read once. One read alone is a plain GetItem.
 */
export class GatheredReads {
  private readonly options: ReadsOptions;
  private waiting = new Map<string, Read>();

  constructor(options: ReadsOptions) {
    this.options = options;
  }

  /** The record's attributes, or undefined. Rejects with what the client throws. */
  get(at: Key): Promise<Attributes | undefined> {
    const name = nameOf(at);
    const known = this.waiting.get(name);
    if (known) return known.answer;
    if (this.waiting.size === 0) setImmediate(() => this.ask());
    const read = { at, ...Promise.withResolvers<Attributes | undefined>() };
    this.waiting.set(name, { at, answer: read.promise, resolve: read.resolve, reject: read.reject });
    return read.promise;
  }

  private ask(): void {
    const reads = [...this.waiting.values()];
    this.waiting = new Map();
    for (let from = 0; from < reads.length; from += MAX_KEYS) {
      const some = reads.slice(from, from + MAX_KEYS);
      const [one, ...others] = some;
      if (one && others.length === 0) this.askOne(one).then(one.resolve, one.reject);
      else
        this.askMany(some).catch((error: unknown) => {
          for (const read of some) read.reject(error);
        });
    }
  }

  private async askOne({ at }: Read): Promise<Attributes | undefined> {
    const { client, table, metering, onCapacity } = this.options;
    const command = new GetItemCommand({ TableName: table, Key: key(at), ConsistentRead: true, ...metering });
    const { Item, ConsumedCapacity } = await client.send(command);
    if (ConsumedCapacity) onCapacity(ConsumedCapacity);
    return Item;
  }

  private async askMany(reads: readonly Read[]): Promise<void> {
    const { client, table, metering, onCapacity } = this.options;
    const Keys = reads.map(({ at }) => key(at));
    const RequestItems = { [table]: { Keys, ConsistentRead: true } };
    const answer = await client.send(new BatchGetItemCommand({ RequestItems, ...metering }));
    for (const units of answer.ConsumedCapacity ?? []) onCapacity(units);
    const found = new Map((answer.Responses?.[table] ?? []).map((item) => [nameOfItem(item), item]));
    const left = new Set((answer.UnprocessedKeys?.[table]?.Keys ?? []).map(nameOfItem));
    for (const read of reads) {
      const name = nameOf(read.at);
      // What the database did not get round to is asked for alone: the SDK then waits between its tries as it should.
      if (left.has(name)) this.askOne(read).then(read.resolve, read.reject);
      else read.resolve(found.get(name));
    }
  }
}

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
const nameOfItem = ({ pk, sk }: Attributes): string => nameOf({ pk: pk?.S ?? '', sk: sk?.S ?? '' });
