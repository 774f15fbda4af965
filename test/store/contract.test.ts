import { afterAll } from 'vitest';
import type { LocalDatabase } from '../../infra/local/database/database.ts';
import { createTables } from '../../infra/local/database/tables.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { casesTable, clientOf, ledgerTable, startProgram, temporaryFolder } from '../database/fixture.ts';
import { storeContract } from './contract.ts';

const { folder, remove } = temporaryFolder();
let database: LocalDatabase | undefined;

afterAll(async () => {
  await database?.stop();
  remove();
});

storeContract('The store in memory', async () => memoryStore());

storeContract('The store on DynamoDB', async () => {
  database = await startProgram(folder);
  const client = clientOf(database);
  await createTables(client, [casesTable, ledgerTable]);
  return dynamoStore({ client, tables: { cases: 'cases', ledger: 'ledger' } });
});
