import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const index = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});

/** The properties of AWS::DynamoDB::Table and ::GlobalTable that matter on one machine; the rest is AWS's business. */
const properties = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']) })
    .optional(),
});

type Properties = z.infer<typeof properties>;

/** A table of the synthesised template, under the name it has on this machine. */
export interface TemplateTable {
  readonly name: string;
  /** `Properties` of the AWS::DynamoDB::Table or AWS::DynamoDB::GlobalTable resource. */
  readonly properties: unknown;
}

/** The table in the data folder has another shape than the template's. */
export class TableDiffers extends Error {
  override readonly name = 'TableDiffers';
  constructor(name: string, what: string) {
    super(`The stored table ${name} has another ${what} than the template. Move the data folder away and start again.`);
  }
}

/** Creates the tables that are missing and checks those that exist. Returns each table's stream, if it has one. */
export async function createTables(
  client: DynamoDBClient,
  tables: readonly TemplateTable[],
): Promise<{ readonly name: string; readonly stream: string | undefined }[]> {
  return Promise.all(
    tables.map(async (table) => {
      const wanted = properties.parse(table.properties);
      const found = (await described(client, table.name)) ?? (await created(client, table.name, wanted));
      const what = difference(wanted, found);
      if (what !== undefined) throw new TableDiffers(table.name, what);
      return { name: table.name, stream: found.LatestStreamArn };
    }),
  );
}

async function described(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function created(client: DynamoDBClient, name: string, wanted: Properties): Promise<TableDescription> {
  const { StreamSpecification, GlobalSecondaryIndexes, LocalSecondaryIndexes, ...keys } = wanted;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      ...keys,
      ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(plainIndex) }),
      ...(LocalSecondaryIndexes && { LocalSecondaryIndexes: LocalSecondaryIndexes.map(plainIndex) }),
      ...(StreamSpecification && { StreamSpecification: { StreamEnabled: true, ...StreamSpecification } }),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: name });
  const table = await described(client, name);
  if (table === undefined) throw new TableDiffers(name, 'existence');
  return table;
}

function plainIndex({ Projection: { NonKeyAttributes, ...projection }, ...rest }: z.infer<typeof index>) {
  return { ...rest, Projection: { ...projection, ...(NonKeyAttributes && { NonKeyAttributes }) } };
}

function difference(wanted: Properties, found: TableDescription): string | undefined {
  if (!same(keyNames(wanted.KeySchema), keyNames(found.KeySchema))) return 'key';
  if (!same(indexNames(wanted.GlobalSecondaryIndexes), indexNames(found.GlobalSecondaryIndexes))) return 'index';
  if (!same(indexNames(wanted.LocalSecondaryIndexes), indexNames(found.LocalSecondaryIndexes))) return 'index';
  const stream = found.StreamSpecification?.StreamEnabled ? found.StreamSpecification.StreamViewType : undefined;
  return wanted.StreamSpecification?.StreamViewType === stream ? undefined : 'stream';
}

function keyNames(
  keys: readonly { AttributeName?: string | undefined; KeyType?: string | undefined }[] = [],
): string[] {
  return keys.map((key) => `${key.KeyType} ${key.AttributeName}`);
}

function indexNames(
  indexes: readonly { IndexName?: string | undefined; KeySchema?: z.infer<typeof keySchema> | unknown }[] = [],
): string[] {
  return indexes.map((each) => `${each.IndexName}: ${keyNames(keySchema.parse(each.KeySchema)).join(', ')}`).sort();
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, n) => text === b[n]);
}
