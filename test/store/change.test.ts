import { describe, expect, test } from 'vitest';
import { change } from '../../shared/store/change.ts';
import { budgetKey, caseKey } from '../../shared/store/keys.ts';

const key = caseKey('nhh', '8F3K2M9QRT');
const budget = budgetKey('nhh', '2025', '2025-1');

describe('a change reads as a sentence', () => {
  test('writes carry the guards that follow them', () => {
    const { writes } = change()
      .put('cases', { ...key, version: 4 })
      .expectVersion(3)
      .append({ pk: key.pk, sk: 'award' })
      .update(budget, { add: { available: -212000 } })
      .expectAtLeast('available', 212000)
      .delete(key)
      .expectState('lapsed')
      .expectPresent();
    expect(writes).toEqual([
      { do: 'put', table: 'cases', item: { ...key, version: 4 }, expect: [{ kind: 'version', version: 3 }] },
      { do: 'put', table: 'ledger', item: { pk: key.pk, sk: 'award' }, expect: [{ kind: 'absent' }] },
      {
        do: 'update',
        table: 'cases',
        key: budget,
        add: { available: -212000 },
        expect: [{ kind: 'at-least', field: 'available', value: 212000 }],
      },
      { do: 'delete', table: 'cases', key, expect: [{ kind: 'state', state: 'lapsed' }, { kind: 'present' }] },
    ]);
  });

  test('a common beginning can be continued twice', () => {
    const begun = change().put('cases', key);
    const [careful, careless] = [begun.expectAbsent(), begun.delete(budget)];
    expect(begun.writes).toHaveLength(1);
    expect(careful.writes[0]?.expect).toEqual([{ kind: 'absent' }]);
    expect(careless.writes[0]?.expect).toEqual([]);
  });

  test('writes made elsewhere can be taken in', () => {
    const made = change().delete(key).expectVersion(1).writes;
    expect(change().put('cases', budget).with(made).writes).toEqual([...change().put('cases', budget).writes, ...made]);
  });
});
