import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ForeignAttribute, fromAttributes, toAttributes } from '../../shared/store/attributes.ts';
import { fits, itemBytes, MAX_ITEM_BYTES } from '../../shared/store/sizes.ts';

const record = {
  pk: 'nhh#case#A',
  version: 3,
  open: true,
  nothing: null,
  gone: undefined,
  mobility: { id: 'A', amount: { minor: 148400, currency: 'EUR' } },
  list: [1, 'two', null],
};

const attributes = {
  pk: { S: 'nhh#case#A' },
  version: { N: '3' },
  open: { BOOL: true },
  nothing: { NULL: true },
  mobility: { M: { json: { S: '{"id":"A","amount":{"minor":148400,"currency":"EUR"}}' } } },
  list: { M: { json: { S: '[1,"two",null]' } } },
};

test('what guards speak of is an attribute of its own; lists and objects are their JSON text', () => {
  expect(toAttributes(record)).toStrictEqual(attributes);
});

test('it reads back the same', () => {
  const { gone: _, ...kept } = record;
  expect(fromAttributes(attributes)).toStrictEqual(kept);
});

test('an object that itself has only a field "json" is kept apart from the notation', () => {
  const own = { field: { json: '[1]' } };
  expect(fromAttributes(toAttributes(own))).toStrictEqual(own);
});

test.each([
  ['a list', { L: [{ S: 'a' }] }],
  ['a map', { M: { id: { S: 'a' } } }],
  ['bytes', { B: new Uint8Array([1]) }],
])('%s in DynamoDB’s own notation is refused: it is not ours', (_what, attribute) => {
  expect(() => fromAttributes({ field: attribute })).toThrow(ForeignAttribute);
});

test('the size counts the text as it is stored', () => {
  expect(itemBytes({ f: { a: 'æ' } })).toBe('f'.length + 3 + 1 + 'json'.length + Buffer.byteLength('{"a":"æ"}'));
});

test('what fits is known without counting, and exactly where it has to be', () => {
  const unit = fc.constantFrom('a', 'å', '€', '🎓', '"', '\n', '\u0001', 'ab"');
  const text = fc.tuple(unit, fc.nat(200_000)).map(([sign, times]) => sign.repeat(times));
  const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.record({ text, list: fc.array(fc.double()) }));
  fc.assert(
    fc.property(value, (field) => {
      expect(fits({ field })).toBe(itemBytes({ field }) <= MAX_ITEM_BYTES);
    }),
  );
});
