import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { perform } from '../../shared/mobility/perform.ts';
import { runPayments } from '../../shared/payments/run.ts';
import { change } from '../../shared/store/change.ts';
import { Conflict, Transient } from '../../shared/store/errors.ts';
import { paymentKey } from '../../shared/store/keys.ts';
import type { Item } from '../../shared/store/port.ts';
import { anySeed, Chance } from '../mobility/chance.ts';
import { Turns } from '../mobility/turns.ts';
import { type Fault, House } from './house.ts';

/** EndToEndIds in each file. */
function inFiles(house: House): string[][] {
  return [...house.files.values()].map((text) => [...text.matchAll(/<EndToEndId>([^<]+)</g)].map(([, id = '']) => id));
}

/** Whatever happened before: every payment is in one file, once, and its case knows in which. */
async function everyPaymentLeftOnce(house: House): Promise<void> {
  expect(inFiles(house).flat().sort()).toEqual([...house.payments].sort());
  for (const mobility of await house.cases()) {
    const [payment] = mobility.payments;
    const file = house.files.get(`bank/out/nhh/${payment?.batch}.xml`);
    expect([payment?.state, file?.includes(`<EndToEndId>${payment?.id}<`)]).toEqual(['instructed', true]);
  }
  expect(house.queue).toEqual([]);
}

async function withoutFault(): Promise<{ calls: number; files: Map<string, string> }> {
  const house = await House.with(3);
  await runPayments(house.deps, house, 'nhh');
  return { calls: house.calls, files: house.files };
}

describe('one payment run', () => {
  test('puts everything whose cut-off has come into one file and tells every case', async () => {
    const house = await House.with(3);
    expect(await runPayments(house.deps, house, 'nhh')).toEqual({ batches: ['NHH-20250610-1005'] });
    expect([...house.files.keys()]).toEqual(['bank/out/nhh/NHH-20250610-1005.xml']);
    await everyPaymentLeftOnce(house);
  });

  test('run again, sends nothing again', async () => {
    const house = await House.with(2);
    await runPayments(house.deps, house, 'nhh');
    expect(await runPayments(house.deps, house, 'nhh')).toEqual({ batches: [] });
    expect(house.files.size).toBe(1);
  });

  test('before the cut-off, sends nothing', async () => {
    const house = await House.with(1);
    house.now = '2025-06-10T09:59:59.000Z';
    await runPayments(house.deps, house, 'nhh');
    expect([house.files.size, house.queue.length]).toEqual([0, 1]);
  });

  test('more payments than one transaction takes go into one file all the same', async () => {
    const house = await House.with(50);
    await runPayments(house.deps, house, 'nhh');
    expect(house.files.size).toBe(1);
    await everyPaymentLeftOnce(house);
  });

  test('a second run in the same minute gets a name of its own', async () => {
    const house = await House.with(1);
    await runPayments(house.deps, house, 'nhh');
    const late = await House.with(1);
    for (const item of house.memory.all('cases').filter(({ sk }) => sk === 'batch')) {
      await late.memory.commit(change().put('cases', item).writes);
    }
    expect(await runPayments(late.deps, late, 'nhh')).toEqual({ batches: ['NHH-20250610-1005-2'] });
  });
});

describe('a run that ends in the middle', () => {
  test.each(['before', 'after'] as const)(
    'at any call, %s it was done: the next one finishes with the same bytes',
    async (how) => {
      const whole = await withoutFault();
      for (let at = 1; at <= whole.calls; at += 1) {
        const house = await House.with(3);
        house.failAt(at, how);
        await runPayments(house.deps, house, 'nhh').catch((error: unknown) => expect(error).toBeInstanceOf(Transient));
        const written = new Map(house.files);
        house.now = '2025-06-10T10:20:00.000Z';
        await runPayments(house.deps, house, 'nhh');
        await everyPaymentLeftOnce(house);
        for (const [key, text] of written) expect(house.files.get(key)).toBe(text);
        // What the first run had named keeps its bytes, also where only the second one wrote it.
        for (const [key, text] of house.files)
          if (whole.files.has(key)) expect(same(text)).toBe(same(whole.files.get(key) ?? ''));
      }
    },
  );

  test('several times in a row, at random calls: every payment leaves once', async () => {
    const fault = fc.record({ at: fc.integer({ min: 1, max: 40 }), how: fc.constantFrom<Fault>('before', 'after') });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 5 }), async (faults) => {
        const house = await House.with(4);
        for (const { at, how } of faults) {
          house.failAt(at, how);
          await runPayments(house.deps, house, 'nhh').catch((error: unknown) =>
            expect(error).toBeInstanceOf(Transient),
          );
          house.now = house.now.replace(/T10:(\d\d)/, (_, minute: string) => `T10:${String(Number(minute) + 10)}`);
        }
        house.failAt(0, 'before');
        await runPayments(house.deps, house, 'nhh');
        await everyPaymentLeftOnce(house);
      }),
      { numRuns: 150 },
    );
  });
});

/** The file without what depends on which payments were taken together. */
function same(text: string): string {
  return text.replace(/<CdtTrfTxInf>.*<\/CdtTrfTxInf>/s, '').replace(/<(NbOfTxs|CtrlSum)>[^<]*</g, '<$1><');
}

describe('two runs at the same time', () => {
  test('in any interleaving: every payment leaves once', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, async (seed) => {
        const chance = new Chance(seed);
        const house = await House.with(4);
        const turns = new Turns(chance);
        const deps = { ...house.deps, store: turns.around(house.memory) };
        const files = {
          putOnce: (key: string, body: Uint8Array) => turns.through('file', () => house.putOnce(key, body)),
        };
        const runs = [1, 2].map(() =>
          runPayments(deps, files, 'nhh').catch((error: unknown) => expect(error).toBeInstanceOf(Conflict)),
        );
        await new Promise((resolve) => setImmediate(resolve));
        while (turns.pending > 0) await turns.grant();
        await Promise.all(runs);
        house.now = '2025-06-10T10:30:00.000Z';
        await runPayments(house.deps, house, 'nhh');
        await everyPaymentLeftOnce(house);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a payment that is taken back while the run goes on', () => {
  test('in any interleaving: it leaves, or it is taken back, never both', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, async (seed) => {
        const chance = new Chance(seed);
        const house = await House.with(2);
        const turns = new Turns(chance);
        const deps = { ...house.deps, store: turns.around(house.memory) };
        const files = {
          putOnce: (key: string, body: Uint8Array) => turns.through('file', () => house.putOnce(key, body)),
        };
        const withdraw = { type: 'withdraw', reason: '' } as const;
        const conflict = (error: unknown) => expect(error).toBeInstanceOf(Conflict);
        const both = [
          runPayments(deps, files, 'nhh').catch(conflict),
          perform(deps, 'nhh', house.ids[0] ?? '', withdraw).catch(conflict),
        ];
        await new Promise((resolve) => setImmediate(resolve));
        while (turns.pending > 0) await turns.grant();
        await Promise.all(both);
        house.now = '2025-06-10T10:30:00.000Z';
        await runPayments(house.deps, house, 'nhh');
        const [payment] = (await house.studentCase(0)).payments;
        const left = inFiles(house).flat();
        expect(left.includes(payment?.id ?? '')).toBe(payment?.state === 'instructed');
        expect(['instructed', 'cancelled']).toContain(payment?.state);
        expect(left).toContain(house.payments[1]);
        expect(house.queue).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a payment that was changed in the store', () => {
  async function tampered(): Promise<House> {
    const house = await House.with(3);
    const [first = ''] = house.payments;
    const item = await house.memory.get<Item & { transfer: { amount: object } }>('cases', paymentKey('nhh', first));
    const transfer = { ...item?.transfer, amount: { minor: 9_999_999, currency: 'NOK' } };
    await house.memory.commit(change().update(paymentKey('nhh', first), { set: { transfer } }).writes);
    return house;
  }

  test('nothing of its batch leaves, and the run says so', async () => {
    const house = await tampered();
    await expect(runPayments(house.deps, house, 'nhh')).rejects.toThrow('is not what was instructed');
    expect(house.files.size).toBe(0);
  });

  test('what becomes ready later leaves all the same', async () => {
    const house = await tampered();
    await expect(runPayments(house.deps, house, 'nhh')).rejects.toThrow('is not what was instructed');
    house.now = '2025-06-10T11:00:00.000Z';
    await house.admit(3);
    house.now = '2025-06-11T10:05:00.000Z';
    await expect(runPayments(house.deps, house, 'nhh')).rejects.toThrow('is not what was instructed');
    expect(inFiles(house)).toEqual([[house.payments[3]]]);
  });
});
