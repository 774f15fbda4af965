import type { Expectation, Item, Key, Write } from './port.ts';

/** Whether the stored record (undefined: there is none) fulfils an expectation. */
export function holds(expectation: Expectation, stored: Item | undefined): boolean {
  switch (expectation.kind) {
    case 'absent':
      return stored === undefined;
    case 'present':
      return stored !== undefined;
    case 'version':
      return stored?.version === expectation.version;
    case 'state':
      return stored?.state === expectation.state;
    case 'at-least': {
      const value: unknown = stored === undefined ? undefined : Reflect.get(stored, expectation.field);
      return typeof value === 'number' && value >= expectation.value;
    }
  }
}

/** Ends the sentence "… was expected to be". */
export function describe(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'absent':
    case 'present':
      return expectation.kind;
    case 'version':
      return `at version ${expectation.version}`;
    case 'state':
      return `in state ${expectation.state}`;
    case 'at-least':
      return `at ${expectation.field} of at least ${expectation.value}`;
  }
}

/** All that must be true for a write: an update changes an existing record and never makes one. */
export function expectationsOf(write: Write): readonly Expectation[] {
  if (write.do !== 'update' || write.expect.some((e) => e.kind !== 'absent')) return write.expect;
  return [...write.expect, { kind: 'present' }];
}

/** The broken expectations of a write against the stored record, as `Conflict` names them. */
export function broken(write: Write, stored: Item | undefined): { key: string; expectation: string }[] {
  return expectationsOf(write)
    .filter((expectation) => !holds(expectation, stored))
    .map((expectation) => ({ key: keyName(keyOf(write)), expectation: describe(expectation) }));
}

/** The key that a write touches. */
export function keyOf(write: Write): Key {
  return write.do === 'put' ? write.item : write.key;
}

/** A key as people read it: `nhh#case#8F3K2M9QRT/case`. */
export function keyName(key: Key): string {
  return `${key.pk}/${key.sk}`;
}
