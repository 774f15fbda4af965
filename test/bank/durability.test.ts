import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { PretendBank } from '../../infra/local/bank/bank.ts';
import { accounts, paymentFile, transferTo, Wire } from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'wayfare-bank-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let databases = 0;
function fresh(): string {
  databases += 1;
  return join(folder, `bank-${databases}.db`);
}
const end = '2025-10-01T00:00:00.000Z';

type Deed = (bank: PretendBank) => Promise<void>;

/** A story with every behaviour; each deed is one call that the bank must not forget once it has returned. */
const deeds: readonly Deed[] = [
  async (bank) => bank.setBehaviour(accounts.other, 'return'),
  async (bank) => bank.setBehaviour(accounts.third, 'twice'),
  (bank) =>
    bank.receiveFile(
      'nhh',
      'a.xml',
      paymentFile('B1', [transferTo(accounts.ok, 'E1'), transferTo(accounts.other, 'E2')]),
    ),
  (bank) => bank.receiveFile('nhh', 'b.xml', paymentFile('B2', [transferTo(accounts.third, 'E3')])),
  (bank) =>
    bank.receiveFile(
      'nhh',
      'a.xml',
      paymentFile('B1', [transferTo(accounts.ok, 'E1'), transferTo(accounts.other, 'E2')]),
    ),
  async (bank) => {
    bank.payIn({ institution: 'nhh', kid: '12344', amount: { minor: 500, currency: 'NOK' }, payerName: 'P' });
  },
  async (bank) => {
    bank.payIn({ institution: 'nhh', kid: '12344', amount: { minor: 500, currency: 'NOK' }, payerName: 'P' });
  },
];

const books = (bank: PretendBank) => ({
  accounts: bank.accounts(),
  movements: bank.accounts().flatMap(({ account }) => bank.movements(account)),
  instructions: bank.instructions(),
  files: bank.files(),
});
const arrived = (wire: Wire) =>
  [...new Set(wire.inbox.map(({ institution, name, xml }) => `${institution} ${name}\n${xml}`))].sort();

async function undisturbed() {
  const wire = new Wire();
  const bank = wire.open();
  for (const deed of deeds) await deed(bank);
  await wire.walk(bank, end);
  const result = { books: books(bank), arrived: arrived(wire) };
  bank.close();
  return result;
}

describe('the bank forgets nothing', () => {
  it('when it is closed and opened again between any two steps', async () => {
    const wire = new Wire();
    const database = fresh();
    const again = async <T>(work: (bank: PretendBank) => Promise<T>) => {
      const bank = wire.open(database);
      const result = await work(bank);
      bank.close();
      return result;
    };
    for (const deed of deeds) await again(deed);
    while (await again((bank) => wire.step(bank, end)));
    expect({ books: await again(async (bank) => books(bank)), arrived: arrived(wire) }).toEqual(await undisturbed());
  });

  it('when it dies at any delivery, before or after the file was kept: the file comes again, nothing else changes', async () => {
    const expected = await undisturbed();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('', '', 'before', 'after'), { minLength: 1, maxLength: 30 }),
        async (plan) => {
          const wire = new Wire();
          const database = fresh();
          const left = [...plan];
          let next = '';
          wire.beforeKeeping = () => {
            next = left.shift() ?? '';
            if (next === 'before') throw new Error('killed');
          };
          wire.afterKeeping = () => {
            if (next === 'after') throw new Error('killed');
          };
          let bank = wire.open(database);
          for (const deed of deeds) await deed(bank);
          for (;;) {
            try {
              if (!(await wire.step(bank, end))) break;
            } catch (error) {
              expect(error).toMatchObject({ message: 'killed' });
              // The dead one closes nothing; the next one opens the same state beside it.
              bank = wire.open(database);
            }
          }
          expect({ books: books(bank), arrived: arrived(wire) }).toEqual(expected);
          bank.close();
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('nothing depends on order or on lateness', () => {
  it('of what comes at one moment', async () => {
    const expected = await undisturbed();
    const [first, second, ...others] = deeds;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(others, { minLength: others.length }), async (shuffled) => {
        const wire = new Wire();
        const bank = wire.open();
        for (const deed of [first, second, ...shuffled]) await deed?.(bank);
        await wire.walk(bank, end);
        expect({ books: books(bank), arrived: arrived(wire) }).toEqual(expected);
        bank.close();
      }),
      { numRuns: 20 },
    );
  });

  it('of the one who calls: one late call does what many punctual ones do', async () => {
    const expected = await undisturbed();
    const wire = new Wire();
    const bank = wire.open();
    for (const deed of deeds) await deed(bank);
    wire.now = end;
    await Promise.all([bank.runDue(), bank.runDue(), bank.runDue()]);
    expect({ books: books(bank), arrived: arrived(wire) }).toEqual(expected);
    expect(wire.inbox).toHaveLength(expected.arrived.length);
    bank.close();
  });
});

it('tells the caller that a delivery failed, and tries again at the next call', async () => {
  const wire = new Wire();
  const bank = wire.open();
  await deeds[2]?.(bank);
  wire.beforeKeeping = () => {
    throw new Error('the bucket is away');
  };
  wire.now = '2025-08-18T10:10:00.000Z';
  await expect(bank.runDue()).rejects.toThrow('the bucket is away');
  expect(bank.nextEvent()).toBe(wire.now);
  wire.beforeKeeping = () => undefined;
  await bank.runDue();
  expect(wire.inbox).toHaveLength(1);
  bank.close();
});
