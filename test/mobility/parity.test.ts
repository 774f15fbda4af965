import { describe, expect, test } from 'vitest';
import type { Transfer } from '../../shared/ledger/transfer.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import { checkCase } from '../../shared/mobility/check-books.ts';
import { parityOf } from '../../shared/mobility/parity.ts';
import { change } from '../../shared/store/change.ts';
import { caseKey } from '../../shared/store/keys.ts';
import type { Item } from '../../shared/store/port.ts';
import { House } from '../payments/house.ts';
import { OneCase } from './one-case.ts';

/**
 * States against ledger. That both agree after every decision that there is, in any order, is checked by `OneCase` in every
 * test of this folder; here they are made to disagree.
 */

const ID = '8F3K2M9QRT';
const applied = () => new OneCase();
const awarded = () => {
  const one = new OneCase();
  one.do({ type: 'approve', by: 'Ola' });
  one.do({ type: 'reserve' });
  return one;
};
const signed = () => OneCase.signed();
const paid = () => OneCase.signed().book('2025-06-11T09:00:00.000Z');
const withdrawn = () => {
  const one = awarded();
  one.do({ type: 'withdraw', reason: '' });
  return one;
};

type Spoil = (one: OneCase) => readonly [Partial<Mobility>, readonly Transfer[]];
const caseSays =
  (fields: (mobility: Mobility) => Partial<Mobility>): Spoil =>
  ({ mobility, transfers }) => [fields(mobility), transfers];
const ledgerLacks =
  (end: string): Spoil =>
  ({ transfers }) => [{}, transfers.filter(({ id }) => !id.endsWith(end))];

describe('a case and its transfers that differ', () => {
  test.each<readonly [string, () => OneCase, Spoil, string]>([
    [
      'an applicant for whom money is set aside',
      awarded,
      caseSays(() => ({ state: 'approved' })),
      `Case nhh ${ID} is approved: what is reserved is 0.00 EUR on the case and 2120.00 EUR in the ledger.`,
    ],
    [
      'an award for which none is',
      awarded,
      ledgerLacks('award'),
      `Case nhh ${ID} is awarded: what is reserved is 2120.00 EUR on the case and 0.00 EUR in the ledger.`,
    ],
    [
      'an award of another amount',
      awarded,
      caseSays(({ award }) => (award ? { award: { ...award, amount: { minor: 1, currency: 'EUR' } } } : {})),
      `Case nhh ${ID} is awarded: what is reserved is 0.01 EUR on the case and 2120.00 EUR in the ledger.`,
    ],
    [
      'a withdrawn application that still holds its money',
      withdrawn,
      ledgerLacks('award:void'),
      `Case nhh ${ID} is withdrawn: what is reserved is 0.00 EUR on the case and 2120.00 EUR in the ledger.`,
    ],
    [
      'a lapsed agreement whose money came',
      paid,
      caseSays(() => ({ state: 'lapsed' })),
      `Case nhh ${ID} is lapsed: what is committed is 0.00 EUR on the case and 636.00 EUR in the ledger.`,
    ],
    [
      'a refused applicant with a history',
      withdrawn,
      caseSays(() => ({ state: 'refused' })),
      `Case nhh ${ID} is refused: the number of transfers is 0 on the case and 2 in the ledger.`,
    ],
    [
      'a payment on its way that the case has forgotten',
      signed,
      caseSays(() => ({ payments: [] })),
      `Case nhh ${ID} is signed: the payment on its way is 0.00 EUR on the case and 1484.00 EUR in the ledger.`,
    ],
    [
      'a payment that the bank has booked and the case not',
      paid,
      caseSays(({ payments }) => ({ payments: payments.map((payment) => ({ ...payment, state: 'accepted' })) })),
      `Case nhh ${ID} is signed: what is paid is 0.00 EUR on the case and 1484.00 EUR in the ledger.`,
    ],
    [
      'a payment on its way under another name',
      signed,
      caseSays(({ payments }) => ({ payments: payments.map((payment) => ({ ...payment, id: 'NHH-X-PRE1' })) })),
      `Case nhh ${ID} is signed: the identity of the payment on its way is NHH-X-PRE1 on the case and none in the ledger.`,
    ],
    [
      'another amount of kroner',
      paid,
      caseSays(({ payments }) => ({
        payments: payments.map((payment) => ({ ...payment, local: { minor: 1, currency: 'NOK' } })),
      })),
      `Case nhh ${ID} is signed: what is paid in NOK is 0.01 NOK on the case and 17425.87 NOK in the ledger.`,
    ],
    [
      'a closed case with something left to pay',
      paid,
      caseSays(() => ({ state: 'closed' })),
      `Case nhh ${ID} is closed: what is outstanding at the end is 0.00 EUR on the case and 636.00 EUR in the ledger.`,
    ],
    [
      'transfers of somebody else',
      awarded,
      ({ transfers }) => [{}, transfers.map((transfer) => ({ ...transfer, mobility: 'OTHER' }))],
      `Case nhh ${ID}: award belongs to the case nhh OTHER.`,
    ],
    [
      'a ledger that breaks its own rules',
      paid,
      ledgerLacks(':local:post'),
      `Case nhh ${ID}: NHH-${ID}-PRE1:pay and NHH-${ID}-PRE1:pay:local did not end alike.`,
    ],
  ])('%s', (_, make, spoil, sentence) => {
    const one = make();
    const [fields, transfers] = spoil(one);
    expect(parityOf({ ...one.mobility, ...fields }, transfers)).toBe(sentence);
  });

  test('and those that agree', () => {
    for (const make of [applied, awarded, signed, paid, withdrawn]) {
      const one = make();
      expect(parityOf(one.mobility, one.transfers)).toBeUndefined();
    }
  });
});

describe('the look at one case', () => {
  /** A case whose books somebody has been at. */
  async function spoilt(): Promise<{ house: House; id: string }> {
    const house = await House.with(1);
    const [id = ''] = house.ids;
    const item = await house.memory.get<Item & { mobility: Mobility }>('cases', caseKey('nhh', id));
    if (!item) throw new Error('no case');
    const mobility = { ...item.mobility, payments: [] };
    await house.memory.commit(change().put('cases', { ...item, mobility } as Item).writes);
    return { house, id };
  }

  test('says nothing of books that are in order', async () => {
    const house = await House.with(1);
    expect([await checkCase(house.deps, 'nhh', house.ids[0] ?? ''), house.tasks]).toEqual(['in-order', []]);
  });

  test('gives finance one task with the sentence, and one mail, however often it is looked at', async () => {
    const { house, id } = await spoilt();
    for (let night = 0; night < 3; night += 1) expect(await checkCase(house.deps, 'nhh', id)).toBe('differs');
    const sentence = `Case nhh ${id} is signed: the payment on its way is 0.00 EUR on the case and 1484.00 EUR in the ledger.`;
    expect(house.tasks).toEqual([{ kind: 'books-differ', data: { mobility: id, sentence } }]);
    const mails = house.memory.all('cases').filter((item) => JSON.stringify(item).includes('"finance-task"'));
    expect(mails).toHaveLength(1);
  });

  test('is not misled by a decision that is written meanwhile', async () => {
    const house = await House.with(1);
    const [id = ''] = house.ids;
    const { store } = house.deps;
    let busy = true;
    const query: typeof store.query = async (table, range) => {
      const before = await store.query(table, range);
      if (busy) {
        busy = false;
        await house.give(id, { type: 'withdraw', reason: '' });
      }
      return before as never;
    };
    expect(await checkCase({ ...house.deps, store: { ...store, query } }, 'nhh', id)).toBe('in-order');
  });
});
