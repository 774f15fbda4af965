import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { fromAttributes, toAttributes } from '../../../shared/store/attributes.ts';
import type { TableNames } from '../../../shared/store/dynamo-expressions.ts';
import type { Item, TableName } from '../../../shared/store/port.ts';

/**
 * Reads a whole table, page by page, strongly consistent; `sortKeys` keeps only the records whose sort key begins with one of
 * these. For tools of people only: the store of the functions cannot scan, and no role of theirs may.
 */
export type Scan = (table: TableName, sortKeys?: readonly string[]) => AsyncIterable<Item>;

export function scanOf(client: DynamoDBClient, tables: TableNames): Scan {
  return async function* scan(table, sortKeys = []) {
    const names = sortKeys.map((_, n) => `:sk${n}`);
    const values = Object.fromEntries(sortKeys.map((sk, n) => [`:sk${n}`, sk]));
    const filter = {
      FilterExpression: names.map((name) => `begins_with(sk, ${name})`).join(' OR '),
      ExpressionAttributeValues: toAttributes(values),
    };
    const input = { TableName: tables[table], ConsistentRead: true, ...(sortKeys.length > 0 && filter) };
    for await (const { Items = [] } of paginateScan({ client }, input)) {
      for (const attributes of Items) yield fromAttributes(attributes) as unknown as Item;
    }
  };
}
