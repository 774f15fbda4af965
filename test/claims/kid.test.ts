import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { BadKidParts, claimNumber, isValidKid, makeKid, mobilityOfClaimNumber } from '../../shared/claims/kid.ts';

const mobilities = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
  minLength: 10,
  maxLength: 10,
});
const prefixes = fc.stringMatching(/^\d{0,7}$/);
const methods = fc.constantFrom('mod10' as const, 'mod11' as const);

describe('KID check digits (domain.md §5)', () => {
  test.each([
    ['1234', 'mod10', '12344'],
    ['1234', 'mod11', '12343'],
  ] as const)('%s by %s is %s', (digits, method, kid) => {
    expect(makeKid('', digits, method)).toBe(kid);
    expect(isValidKid(kid, method)).toBe(true);
  });

  it('fills in a digit where mod 11 would give 10', () => {
    // 6·2 = 12 = 11 + 1 → 10, which is no digit; with a 1 behind it 1·2 + 6·3 = 20 = 11 + 9 → 2.
    expect(makeKid('', '6', 'mod11')).toBe('612');
    expect(isValidKid('612', 'mod11')).toBe(true);
  });

  test.each(['', '1', '1'.repeat(26), '1234x', '12345', '12 344'])('%j is no KID by mod 10', (kid) => {
    expect(isValidKid(kid, 'mod10')).toBe(false);
  });

  it('is valid by either method when none is named', () => {
    expect(isValidKid('12344')).toBe(true);
    expect(isValidKid('12343')).toBe(true);
    expect(isValidKid('12345')).toBe(false);
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(
        prefixes,
        mobilities,
        methods,
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (prefix, mobility, method, where, by) => {
          const kid = makeKid(prefix, claimNumber(mobility), method);
          const at = where % kid.length;
          expect(isValidKid(kid.slice(0, at) + ((Number(kid[at]) + by) % 10) + kid.slice(at + 1), method)).toBe(false);
        },
      ),
    );
  });
});

describe('the KID of a claim', () => {
  it('carries the mobility as sixteen digits', () => {
    expect(claimNumber('0000000000')).toBe('0000000000000000');
    expect(claimNumber('ZZZZZZZZZZ')).toBe('1125899906842623');
    expect(claimNumber('8F3K2M9QRT')).toBe('0298091219836698');
  });

  it('is 2 to 25 digits, valid, and of one mobility only', () => {
    fc.assert(
      fc.property(prefixes, mobilities, mobilities, methods, (prefix, one, other, method) => {
        const kid = makeKid(prefix, claimNumber(one), method);
        expect(kid).toMatch(/^\d{2,25}$/);
        expect(isValidKid(kid, method)).toBe(true);
        expect(mobilityOfClaimNumber(kid.slice(prefix.length, prefix.length + 16))).toBe(one);
        expect(makeKid(prefix, claimNumber(other), method) === kid).toBe(one === other);
      }),
    );
  });

  it('is refused with a prefix that is too long or no number, or for a mobility id that is none', () => {
    expect(() => makeKid('123456789', claimNumber('8F3K2M9QRT'), 'mod10')).toThrow(/shorten the prefix/);
    expect(() => makeKid('12a', claimNumber('8F3K2M9QRT'), 'mod10')).toThrow(BadKidParts);
    expect(() => claimNumber('8F3K2M9QRI')).toThrow(BadKidParts);
    expect(() => claimNumber('8F3K2')).toThrow(BadKidParts);
  });

  it('gives nothing back from digits that are no claim number', () => {
    expect(mobilityOfClaimNumber('9999999999999999')).toBeUndefined();
    expect(mobilityOfClaimNumber('12')).toBeUndefined();
  });
});
