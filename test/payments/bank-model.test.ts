import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balances, creditBalance } from '../../shared/ledger/balances.ts';
import { firstBroken } from '../../shared/ledger/check.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import { readFeedback } from '../../shared/payments/feedback.ts';
import { runPayments } from '../../shared/payments/run.ts';
import { Transient } from '../../shared/store/errors.ts';
import { type Fault, House } from './house.ts';
import { type BankFile, ModelBank, type Stand } from './model-bank.ts';

/**
 * Whatever a bank does with three payments, and however its files come (late, twice, out of order, in another file again,
 * read to the half): each payment is booked at most once, and in the end every øre of the account stands in the ledger or
 * in a task.
 */
const STUDENTS = 3;
const bytes = (text: string) => new TextEncoder().encode(text);

type Command = fc.AsyncCommand<ModelBank, House>;

/** Something that the bank does to one payment, where it stands so that a bank can. */
function step(name: string, from: readonly Stand[], nth: number, act: (bank: ModelBank, id: string) => void): Command {
  return {
    check: ({ stands }) => from.includes(standing(stands, nth)[1]),
    run: async (bank) => act(bank, standing(bank.stands, nth)[0]),
    toString: () => `${name}(${nth})`,
  };
}

function standing(stands: ReadonlyMap<string, Stand>, nth: number): readonly [string, Stand] {
  const found = [...stands][nth];
  if (found === undefined) throw new RangeError(`The bank has no payment ${nth}.`);
  return found;
}

async function deliver(house: House, file: BankFile): Promise<void> {
  await readFeedback(house.deps, 'nhh', file.name, bytes(file.text));
  file.delivered = true;
  await holdsAlways(house);
}

const chosen = (bank: ModelBank, at: number) => bank.files[at % bank.files.length];

function delivery(at: number): Command {
  return {
    check: (bank) => bank.files.length > 0,
    run: async (bank, house) => {
      const file = chosen(bank, at);
      if (file) await deliver(house, file);
    },
    toString: () => `deliver(${at})`,
  };
}

/** The reading stops at some call of the store, before or after it was done; the file is delivered again some time. */
function brokenDelivery(at: number, call: number, how: Fault): Command {
  return {
    check: (bank) => bank.files.length > 0,
    run: async (bank, house) => {
      const file = chosen(bank, at);
      house.failAt(call, how);
      if (file) await deliver(house, file).catch((error) => expect(error).toBeInstanceOf(Transient));
      house.failAt(Number.POSITIVE_INFINITY, how);
      await holdsAlways(house);
    },
    toString: () => `brokenDelivery(${at}, ${call}, ${how})`,
  };
}

async function transfersOf(house: House) {
  return (await Promise.all(house.ids.map((id) => transfersOfCase(house.memory, 'nhh', id)))).flat();
}

/** No ledger rule is broken, and no payment stands booked twice. */
async function holdsAlways(house: House): Promise<void> {
  const transfers = await transfersOf(house);
  expect(firstBroken(transfers)).toBeUndefined();
  const out = transfers.filter(
    ({ kind, credit, amount }) => kind === 'post' && credit === 'bank' && amount.currency === 'NOK',
  );
  expect(new Set(out.map(({ mobility, of }) => `${mobility} ${of}`)).size).toBe(out.length);
}

const nth = fc.nat(STUDENTS - 1);
const commands = [
  nth.map((n) => step('accept', ['sent'], n, (bank, id) => bank.say(id, 'ACCP'))),
  nth.map((n) => step('settle', ['sent', 'accepted'], n, (bank, id) => bank.say(id, 'ACSC'))),
  nth.map((n) => step('reject', ['sent', 'accepted'], n, (bank, id) => bank.say(id, 'RJCT'))),
  nth.map((n) => step('book', ['sent', 'accepted', 'settled'], n, (bank, id) => bank.book([id]))),
  nth.map((n) => step('return', ['booked'], n, (bank, id) => bank.giveBack(id))),
  fc.constantFrom(50_000, 70_000).map(
    (minor): Command => ({
      check: () => true,
      run: async (bank) => bank.payIn(minor),
      toString: () => `payIn(${minor})`,
    }),
  ),
  fc.constant<Command>({
    check: () => true,
    run: async (bank) => bank.closeDay(),
    toString: () => 'closeDay',
  }),
  fc.nat(30).map(delivery),
  fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 15 }), fc.constantFrom<Fault>('before', 'after'))
    .map((given) => brokenDelivery(...given)),
];

test('each payment is booked at most once, and the ledger holds what the account holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 40 }), fc.infiniteStream(fc.nat()), async (steps, order) => {
      const house = await House.with(STUDENTS);
      const { batches } = await runPayments(house.deps, house, 'nhh');
      house.now = '2025-06-11T09:00:00.000Z';
      const [batch = ''] = batches;
      const bank = new ModelBank(batch, { minor: 1_742_587, currency: 'NOK' }, house.payments);
      await fc.asyncModelRun(() => ({ model: bank, real: house }), steps);

      // In the end every file arrives, in any order.
      const late = bank.files.filter(({ delivered }) => !delivered);
      const keys = new Map(late.map((file) => [file, order.next().value ?? 0]));
      for (const file of late.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))) await deliver(house, file);

      const transfers = await transfersOf(house);
      const inTasks = house.tasks.filter(({ kind }) => kind === 'unmatched-credit');
      const waiting = inTasks.reduce(
        (sum, { data }) => sum + Math.round(Number.parseFloat(data.amount ?? '') * 100),
        0,
      );
      expect(waiting).toBe(bank.paidIn);
      expect(waiting - creditBalance(balances(transfers), 'bank', 'NOK')).toBe(bank.balance);

      const states = (await house.cases()).map(({ payments }) => payments[0]?.state);
      const expected = house.payments.map((id) => bank.stands.get(id));
      const named = { sent: 'instructed', settled: 'accepted' } as Readonly<Record<string, string>>;
      expect(states).toEqual(expected.map((stand) => (stand === undefined ? stand : (named[stand] ?? stand))));
    }),
    { numRuns: 150 },
  );
}, 60_000);
