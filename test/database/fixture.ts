import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type LocalDatabase, startDatabase } from '../../infra/local/database/database.ts';
import type { TemplateTable } from '../../infra/local/database/tables.ts';

/** The two tables as the stack defines them; test/infra checks that the stack still does. */
const keys = {
  AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
};

export const casesTable: TemplateTable = {
  name: 'cases',
  properties: {
    ...keys,
    AttributeDefinitions: ['pk', 'sk', 'workPk', 'workSk'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: [
      {
        IndexName: 'work',
        KeySchema: [
          { AttributeName: 'workPk', KeyType: 'HASH' },
          { AttributeName: 'workSk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
    StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  },
};

export const ledgerTable: TemplateTable = { name: 'ledger', properties: keys };

/** A new folder for one test file, and how to remove it. */
export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'wayfare-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function clientOf(database: Pick<LocalDatabase, 'endpoint'>): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/** The database program itself, whatever the variables of this shell say. */
export function startProgram(dataDir: string): Promise<LocalDatabase> {
  return startDatabase({ dataDir, environment: {} });
}
