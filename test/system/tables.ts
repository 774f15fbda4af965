import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** One record as it lies in a table, with the table it lies in. */
export type TableRecord = Readonly<Record<string, unknown>> & {
  readonly table: 'cases' | 'ledger';
  readonly pk: string;
  readonly sk: string;
};

/** Every record of both tables of the host that runs in this process, read past the store, by table and key. */
export async function allRecords(): Promise<readonly TableRecord[]> {
  const client = new DynamoDBClient({});
  try {
    const records: TableRecord[] = [];
    for (const table of ['cases', 'ledger'] as const) {
      const TableName = process.env[table === 'cases' ? 'CASES_TABLE' : 'LEDGER_TABLE'] ?? '';
      for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
        for (const item of Items) records.push({ ...unmarshall(item), table } as unknown as TableRecord);
      }
    }
    return records.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  } finally {
    client.destroy();
  }
}

const place = ({ table, pk, sk }: TableRecord): string => `${table} ${pk} ${sk}`;
