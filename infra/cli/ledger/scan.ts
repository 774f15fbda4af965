import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { fromAttributes, toAttributes } from '../../../shared/store/attributes.ts';
import type { TableNames } from '../../../shared/store/dynamo-expressions.ts';
import type { Item, TableName } from '../../../shared/store/port.ts';

/**
 * Reads a whole table, page by page, strongly consistent; `sk` keeps only the records with this sort key, and `begins` those
 * whose sort key begins so. For tools of people only: the store of the functions cannot scan, and no role of theirs may.
 */
export type Scan = <T extends Item>(
  table: TableName,
  which?: { readonly sk?: string; readonly begins?: string },
) => AsyncIterable<T>;

export function scanOf(client: DynamoDBClient, tables: TableNames): Scan {
  return async function* scan<T extends Item>(table: TableName, which: { sk?: string; begins?: string } = {}) {
    const wanted = which.sk ?? which.begins;
    const filter =
      wanted === undefined
        ? {}
        : {
            FilterExpression: which.sk === undefined ? 'begins_with(sk, :sk)' : 'sk = :sk',
            ExpressionAttributeValues: toAttributes({ ':sk': wanted }),
          };
    const pages = paginateScan({ client }, { TableName: tables[table], ConsistentRead: true, ...filter });
    for await (const { Items = [] } of pages) {
      for (const attributes of Items) yield fromAttributes(attributes) as unknown as T;
    }
  };
}
