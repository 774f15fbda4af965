import { describe, expect, test } from 'vitest';
import * as keys from '../../shared/store/keys.ts';
import type { Key } from '../../shared/store/port.ts';

const table: readonly [Key, string, string][] = [
  [keys.caseKey('nhh', 'M1'), 'nhh#case#M1', 'case'],
  [keys.eventKey('nhh', 'M1', 12, 3), 'nhh#case#M1', 'event#000012#03'],
  [keys.documentOutboxKey('nhh', 'M1', '000006-0'), 'nhh#case#M1', 'outbox-document#000006-0'],
  [keys.outboxKey('nhh', 'M1', 'mail-1'), 'nhh#case#M1', 'outbox#mail-1'],
  [keys.waitKey('nhh', 'M1', 'signature', 2), 'nhh#case#M1', 'wait#signature#2'],
  [keys.mailKey('nhh', 'M1', 'X'), 'nhh#case#M1', 'mail#X'],
  [keys.linkKey('nhh', 'abc'), 'nhh#link#abc', 'link'],
  [keys.paymentKey('nhh', 'NHH-M1-PRE-1'), 'nhh#payment#NHH-M1-PRE-1', 'payment'],
  [keys.kidKey('nhh', '12344'), 'nhh#kid#12344', 'kid'],
  [keys.batchKey('nhh', 'B1'), 'nhh#batch#B1', 'batch'],
  [keys.batchMemberKey('nhh', 'B1', 'E1'), 'nhh#batch#B1', 'pay#E1'],
  [keys.bankFileKey('nhh', 'abc'), 'nhh#bankfile#abc', 'file'],
  [keys.budgetKey('nhh', '2025', '2025-1'), 'nhh#budget#2025', 'tranche#2025-1'],
  [keys.waitingKey('nhh', '2025', '2025-06-02T09:00:00.000Z', 'M1'), 'nhh#waiting#2025', '2025-06-02T09:00:00.000Z#M1'],
  [keys.taskKey('nhh', 'T1'), 'nhh#task#T1', 'task'],
  [keys.phaseKey('nhh', 'M1', 'payout', 2), 'nhh#case#M1', 'phase#payout#2'],
  [keys.personKey('nhh', 'abc', 'case', 'M1'), 'nhh#person#abc', 'case#M1'],
  [keys.freshLinksKey('nhh', 'abc', 'F1'), 'nhh#asks#abc', 'outbox#F1'],
  [keys.draftKey('nhh', 'D1'), 'nhh#draft#D1', 'draft'],
  [keys.draftOutboxKey('nhh', 'D1', 'mail-1'), 'nhh#draft#D1', 'outbox#mail-1'],
  [keys.draftLinkKey('nhh', 'abc'), 'nhh#draft-link#abc', 'draft-link'],
  [
    keys.limitKey('nhh', 'draft-mail-abc', '2025-06-02T09:00:00.000Z'),
    'nhh#limit#draft-mail-abc',
    'from#2025-06-02T09:00:00.000Z',
  ],
  [keys.ledgerKey('nhh', 'M1', 'award:post'), 'nhh#case#M1', 'award:post'],
];

describe('keys lead with the tenant', () => {
  test.each(table)('%o', (key, pk, sk) => {
    expect(key).toEqual({ pk, sk });
  });

  test('so do the work queues', () => {
    expect([keys.dueQueue('nhh'), keys.outboxQueue('nhh'), keys.payQueue('nhh')]).toEqual([
      'nhh#due',
      'nhh#outbox',
      'nhh#pay',
    ]);
  });
});

describe('a part that would reach into other keys is refused', () => {
  test.each(['', 'a#b', '#'])('%j', (part) => {
    expect(() => keys.caseKey('nhh', part)).toThrow(keys.BadKeyPart);
    expect(() => keys.caseKey(part, 'M1')).toThrow(keys.BadKeyPart);
    expect(() => keys.linkKey('nhh', part)).toThrow(keys.BadKeyPart);
    expect(() => keys.ledgerKey('nhh', 'M1', part)).toThrow(keys.BadKeyPart);
    expect(() => keys.dueQueue(part)).toThrow(keys.BadKeyPart);
    expect(keys.isKeyPart(part)).toBe(false);
  });

  test.each([
    [-1, 0],
    [1_000_000, 0],
    [1, 100],
    [1.5, 0],
  ])('an event of version %s, place %s would sort wrongly', (version, place) => {
    expect(() => keys.eventKey('nhh', 'M1', version, place)).toThrow(keys.BadKeyPart);
  });
});

test('events sort as they happened', () => {
  const order = [keys.eventKey('n', 'M', 2, 0), keys.eventKey('n', 'M', 10, 2), keys.eventKey('n', 'M', 10, 10)];
  const texts = order.map((key) => key.sk);
  expect([...texts].sort()).toEqual(texts);
});
