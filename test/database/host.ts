import { createTables } from '../../infra/local/database/tables.ts';
import { casesTable, clientOf, startProgram } from './fixture.ts';

/** A process that owns a database until somebody kills it. */
const database = await startProgram(process.argv[2] ?? '');
await createTables(clientOf(database), [casesTable]);
process.stdout.write(`${database.endpoint}\n`);
setInterval(() => {}, 60_000);
