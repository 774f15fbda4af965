import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { duties } from '../../infra/cli/duties.ts';
import { ledger } from '../../infra/cli/ledger/ledger.ts';
import type { LocalDatabase } from '../../infra/local/database/database.ts';
import { createTables } from '../../infra/local/database/tables.ts';
import type { Decision } from '../../shared/mobility/decision.ts';
import { newBudget, writesOf } from '../../shared/mobility/writes.ts';
import { toAttributes } from '../../shared/store/attributes.ts';
import { change } from '../../shared/store/change.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import { budgetKey, caseKey, ledgerKey } from '../../shared/store/keys.ts';
import { casesTable, clientOf, ledgerTable, startProgram } from '../database/fixture.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { OneCase } from '../mobility/one-case.ts';

const folder = temporaryFolder();
const tables = { cases: 'wayfare-cases', ledger: 'wayfare-ledger' };
const ID = '8F3K2M9QRT';

/** A student whose first instalment is paid, in a folder as the local host keeps it. */
beforeAll(async () => {
  const one = OneCase.signed().book('2025-06-11T09:00:00.000Z');
  await withDatabase(async (database) => {
    const client = clientOf(database);
    await createTables(client, [
      { ...casesTable, name: tables.cases },
      { ...ledgerTable, name: tables.ledger },
    ]);
    const store = dynamoStore({ client, tables });
    await store.commit(change().put('cases', newBudget('nhh', '2025', '2025-1', 250_000_000)).writes);
    for (const decision of one.decisions) await store.commit(writesOf(decision, before(decision)));
  });
});

const before = ({ mobility }: Decision) => mobility.version - 1;

async function withDatabase(work: (database: LocalDatabase) => Promise<void>): Promise<void> {
  const database = await startProgram(join(folder, 'database'));
  await work(database).finally(() => database.stop());
}

/** Somebody does to the tables what nobody may; undone afterwards. */
async function spoilt(table: keyof typeof tables, was: object, becomes: object | undefined, look: () => Promise<void>) {
  const put = (item: object) => async (database: LocalDatabase) => {
    await clientOf(database).send(new PutItemCommand({ TableName: tables[table], Item: toAttributes(item) }));
  };
  const { pk, sk } = was as { pk: string; sk: string };
  const gone = async (database: LocalDatabase) => {
    await clientOf(database).send(new DeleteItemCommand({ TableName: tables[table], Key: toAttributes({ pk, sk }) }));
  };
  await withDatabase(becomes === undefined ? gone : put(becomes));
  await look().finally(() => withDatabase(put(was)));
}

async function stored<T>(table: keyof typeof tables, key: { pk: string; sk: string }): Promise<T> {
  let found: unknown;
  await withDatabase(async (database) => {
    found = await dynamoStore({ client: clientOf(database), tables }).get(table, key);
  });
  if (found === undefined) throw new Error(`nothing at ${key.pk} ${key.sk}`);
  return found as T;
}

/** Runs the command on the folder; gives the exit code and what it printed. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const io = {
    stdin: (async function* () {})(),
    stdout: { write: (text: string) => (said += text) },
    stderr: { write: () => undefined },
  };
  return { code: await ledger([...args, '--data', folder], io), said };
}

const paidBooks = `The ledger is in order.
1 case, 7 transfers

nhh
account      currency    debits   credits  pending debits  pending credits
bank         NOK           0.00  17425.87            0.00             0.00
budget:2025  EUR        2120.00      0.00            0.00             0.00
committed    EUR        1484.00   2120.00            0.00             0.00
exchange     EUR           0.00   1484.00            0.00             0.00
exchange     NOK       17425.87      0.00            0.00             0.00
payable      EUR        1484.00   1484.00            0.00             0.00
`;

describe('ledger check', () => {
  test('says that books are in order, with their sums, and ends with 0', async () => {
    expect(await run('check')).toEqual({ code: 0, said: paidBooks });
  });

  test('reads the system that is running on the folder', async () => {
    await withDatabase(async () => {
      expect(await run('check')).toEqual({ code: 0, said: paidBooks });
    });
  });

  test('goes by no address that a dead system has left', async () => {
    writeFileSync(
      join(folder, 'database/database.pid'),
      JSON.stringify({ database: 1, owner: 1, endpoint: 'http://x' }),
    );
    expect((await run('check')).code).toBe(0);
  });

  test('gives the same as JSON', async () => {
    expect(JSON.parse((await run('check', '--json')).said)).toMatchObject({ cases: 1, transfers: 7 });
  });

  test('prints the first broken rule with its case, and ends with 1', async () => {
    const leg = await stored<object>('ledger', ledgerKey('nhh', ID, `NHH-${ID}-PRE1:pay:local:post`));
    await spoilt('ledger', leg, undefined, async () => {
      const { code, said } = await run('check');
      expect([code, said.split('\n')[0]]).toEqual([
        1,
        `The ledger is not in order. Case nhh ${ID}: NHH-${ID}-PRE1:pay and NHH-${ID}-PRE1:pay:local did not end alike.`,
      ]);
    });
  });

  test('compares the case with its transfers', async () => {
    const item = await stored<{ mobility: { payments: object[] } }>('cases', caseKey('nhh', ID));
    const [payment] = item.mobility.payments;
    const mobility = { ...item.mobility, payments: [{ ...payment, state: 'rejected' }] };
    await spoilt('cases', item, { ...item, mobility }, async () => {
      expect((await run('check')).said).toContain(
        `Case nhh ${ID} is signed: what is paid is 0.00 EUR on the case and 1484.00 EUR in the ledger.`,
      );
    });
  });

  test('misses a case of which there are transfers', async () => {
    const item = await stored<object>('cases', caseKey('nhh', ID));
    await spoilt('cases', item, undefined, async () => {
      expect((await run('check')).said).toContain(`Case nhh ${ID}: the ledger has 7 transfers of it, but there is no`);
    });
  });

  test('compares the budget with what its cases took', async () => {
    const item = await stored<object>('cases', budgetKey('nhh', '2025', '2025-1'));
    await spoilt('cases', item, { ...item, reserved: 212_001 }, async () => {
      expect((await run('check')).said).toContain(
        'The budget of nhh, call 2025, tranche 2025-1 counts 2120.01 EUR as given away, its cases took 2120.00 EUR.',
      );
    });
  });
});

describe('ledger show', () => {
  test('prints every movement of a case, the rate, and the figures', async () => {
    expect(await run('show', ID)).toEqual({ code: 0, said: statementOfKari });
  });

  test('gives the same as JSON, with the evidence of the rate', async () => {
    const { said } = await run('show', ID, '--institution', 'nhh', '--json');
    const shown = JSON.parse(said);
    expect(shown).toMatchObject({ institution: 'nhh', case: ID, state: 'signed' });
    expect(shown.lines[3].rate).toMatchObject({ rate: '11.7425', tranche: '2025-1', date: '2025-05-15' });
    expect(shown.figures.outstanding).toEqual({ minor: 63_600, currency: 'EUR' });
  });
});

const statementOfKari = `Case ${ID} of nhh: signed

date        what                     kind     debit → credit                 amount  outstanding
2025-06-03  Grant reserved           pending  budget:2025 → committed   2120.00 EUR     0.00 EUR
2025-06-10  Agreement signed         post     budget:2025 → committed   2120.00 EUR  2120.00 EUR
2025-06-10  Payable (pre-financing)  posted   committed → payable       1484.00 EUR  2120.00 EUR
2025-06-10  Payment (pre-financing)  pending  payable → exchange        1484.00 EUR  2120.00 EUR
2025-06-10  Payment (pre-financing)  pending  exchange → bank          17425.87 NOK  2120.00 EUR
2025-06-11  Payment booked           post     payable → exchange        1484.00 EUR   636.00 EUR
2025-06-11  Payment booked           post     exchange → bank          17425.87 NOK   636.00 EUR

1 EUR = 11.7425 NOK: tranche 2025-1, received on 2025-05-15 (Notice of receipt from the Ministry of Education, first tranche of the project)

awarded         2120.00 EUR
paid            1484.00 EUR
repaid             0.00 EUR
waived             0.00 EUR
written off        0.00 EUR
outstanding      636.00 EUR
paid in NOK    17425.87 NOK
repaid in NOK      0.00 NOK
`;

describe('what cannot be read is said', () => {
  test.each([
    [['show', 'NOBODY'], 'There is no case NOBODY at '],
    [['show', ID, '--institution', 'uib'], `There is no case ${ID} at uib.`],
    [['show', 'a#b'], '"a#b" can be no id.'],
    [['show'], 'Usage: wayfare ledger check'],
    [['check', ID], 'Usage: wayfare ledger check'],
    [['check', '--aws'], 'Give either --data, for a folder of this machine, or --aws.'],
    [['check', '--all'], "Unknown option '--all'"],
  ])('%j: %s', async (args, sentence) => {
    await expect(run(...args)).rejects.toThrow(sentence);
  });

  test('a folder that is not there, or has no books', async () => {
    const io = { stdin: (async function* () {})(), stdout: { write: () => 0 }, stderr: { write: () => 0 } };
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    await expect(ledger(['check', '--data', '/nowhere'], io)).rejects.toThrow('There is no folder /nowhere: start');
    await expect(ledger(['check', '--data', empty], io)).rejects.toThrow(`There are no books in ${empty}: start`);
  });

  test('one id at two institutions', async () => {
    const item = await stored<{ mobility: object }>('cases', caseKey('nhh', ID));
    const twin = { ...item, ...caseKey('nmbu', ID), mobility: { ...item.mobility, institution: 'nmbu' } };
    await withDatabase(async (database) => {
      const client = clientOf(database);
      await client.send(new PutItemCommand({ TableName: tables.cases, Item: toAttributes(twin) }));
      await expect(run('show', ID)).rejects.toThrow(`There is a case ${ID} at nhh and at nmbu: say which`);
      const { pk, sk } = twin;
      await client.send(new DeleteItemCommand({ TableName: tables.cases, Key: toAttributes({ pk, sk }) }));
    });
  });
});

describe('wayfare duties', () => {
  const run = async (...args: string[]) => {
    let out = '';
    const io = { stdin: process.stdin, stderr: process.stderr, stdout: { write: (text: string) => (out += text) } };
    const code = await duties([...args, '--data', folder], io);
    return { code, out };
  };

  test('counts what was paid by the promised day, and ends well while nothing is late', async () => {
    const { code, out } = await run('nhh', '--on', '2026-01-10');
    expect([code, out]).toEqual([
      0,
      'pre-financing 1 paid in time, 0 paid late, 0 to come, 0 overdue\n' +
        'balance       0 paid in time, 0 paid late, 0 to come, 0 overdue\n\nNothing is overdue on 2026-01-10.\n',
    ]);
  });

  test('knows the institutions of the rulebook only, and real days', async () => {
    await expect(run('uib')).rejects.toThrow('There is no institution "uib"');
    await expect(run('nhh', '--on', '2026-02-30')).rejects.toThrow('is not a date');
  });
});
