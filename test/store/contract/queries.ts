import { describe, expect, test } from 'vitest';
import { eventKey } from '../../../shared/store/keys.ts';
import type { Item } from '../../../shared/store/port.ts';
import type { Case, Subject } from './subject.ts';

export function queries({ store, put }: Subject): void {
  describe('queries', () => {
    test('records come in the order of their keys, by bytes', async () => {
      const pk = 'nhh#case#ORDER';
      const keys = ['a', 'B', 'event#000002#00', 'event#000010#00', 'z', 'é', '\uffee', '🎓', '~', 'event#000010#01'];
      for (const sk of keys) await put({ pk, sk });
      const sorted = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      const read = async (range: object) => (await store.query('cases', { pk, ...range })).map((item) => item.sk);
      expect(await read({})).toEqual(sorted);
      expect(await read({ descending: true })).toEqual([...sorted].reverse());
      expect(await read({ prefix: 'event#' })).toEqual(['event#000002#00', 'event#000010#00', 'event#000010#01']);
      expect(await read({ prefix: 'event#', descending: true, limit: 2 })).toEqual([
        'event#000010#01',
        'event#000010#00',
      ]);
      expect(await read({ limit: 3 })).toEqual(sorted.slice(0, 3));
      expect(await read({ limit: 0 })).toEqual([]);
      expect(await read({ prefix: 'nothing' })).toEqual([]);
    });

    test('more than a page (1 MB) is read to its end', async () => {
      const pk = 'nhh#case#LARGE';
      const text = 'x'.repeat(300 * 1024);
      const keys = Array.from({ length: 8 }, (_, n) => eventKey('nhh', 'LARGE', n, 0).sk);
      for (const sk of keys) await put({ pk, sk, text } as Item);
      expect((await store.query('cases', { pk })).map((item) => item.sk)).toEqual(keys);
      expect(await store.query('cases', { pk, limit: 6 })).toHaveLength(6);
      const last = await store.query<Case>('cases', { pk, descending: true, limit: 1 });
      expect(last[0]?.text).toBe(text);
    });

    test('a partition holds only its own, however alike the names', async () => {
      await put({ pk: 'nhh#case#AB', sk: 'case' });
      await put({ pk: 'nhh#case#ABC', sk: 'case' });
      expect(await store.query('cases', { pk: 'nhh#case#AB' })).toHaveLength(1);
    });
  });
}
