import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type CharacterSet,
  characterSets,
  isReference,
  isSafeText,
  limits,
  toReference,
  toSafeText,
} from '../../shared/payments/characters.ts';

const name = (text: string, characters: CharacterSet = 'swift') => toSafeText(text, { limit: limits.name, characters });

describe('texts in the character set of banks (domain.md §5)', () => {
  test.each([
    ['José Müller-Lüdenscheidt', 'Jose Muller-Ludenscheidt'],
    ['Åse Sørbø Ærlig', 'Ase Sorbo Aerlig'],
    ['Straße', 'Strasse'],
    ['Łukasz Żółć', 'Lukasz Zolc'],
    ['Þórður Guðmundsson', 'Thordur Gudmundsson'],
    ['Ευαγγελία', 'Eyaggelia'],
    ['Щербакова Юлия', 'Shcherbakova Iuliia'],
    ['O’Brien & Sons', "O'Brien + Sons"],
    ['Nordic “Grant” – 2025', "Nordic 'Grant' - 2025"],
    ['line\nbreak\tand\u00a0space', 'line break and space'],
    ['a@b.no', 'a(at)b.no'],
    ['李', '?'],
    ['ﬁn\u200bal', 'final'],
  ])('%j is written %j', (text, written) => {
    expect(name(text)).toBe(written);
  });

  it('keeps Norwegian letters where the bank profile says so, and only those', () => {
    expect(name('Åse Sørbø Ærlig Müller', 'norwegian')).toBe('Åse Sørbø Ærlig Muller');
    expect(name('A\u030ase', 'norwegian')).toBe('Åse');
  });

  it('is cut to the limit without a dangling space', () => {
    expect(name(`${'x'.repeat(69)} y`)).toBe('x'.repeat(69));
    expect(name('ß'.repeat(70))).toHaveLength(70);
  });

  it('is safe, in its limit and stable, whatever is put in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(...characterSets),
        (text, characters) => {
          const written = name(text, characters);
          expect(isSafeText(written, characters)).toBe(true);
          expect([...written].length).toBeLessThanOrEqual(limits.name);
          expect(name(written, characters)).toBe(written);
        },
      ),
    );
  });
});

describe('references neither start nor end with / nor hold //', () => {
  test.each([
    ['NHH-8F3K2M9QRT-PRE1', true],
    ['/NHH', false],
    ['NHH/', false],
    ['NHH//1', false],
    ['NHH/1', true],
    ['', false],
    ['x'.repeat(35), true],
    ['x'.repeat(36), false],
    ['Bodø', false],
    [' x', false],
  ])('%j: %s', (text, valid) => {
    expect(isReference(text)).toBe(valid);
  });

  it('can be made from any text that has a usable character', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('/', 'a', ' ', 'ø', '\\') })),
        (text) => {
          const written = toReference(text);
          expect(written === '' || isReference(written)).toBe(true);
        },
      ),
    );
  });
});
