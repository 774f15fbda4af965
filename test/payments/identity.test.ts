import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isReference } from '../../shared/payments/characters.ts';
import { BadPaymentIdentity, endToEndId, identityOf, instructionHash } from '../../shared/payments/identity.ts';

const crockford = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const identities = fc.record({
  institution: fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,14}[a-z0-9])?$/),
  mobility: fc.string({ unit: fc.constantFrom(...crockford), minLength: 10, maxLength: 10 }),
  purpose: fc.constantFrom('pre-financing' as const, 'balance' as const),
  sequence: fc.integer({ min: 1, max: 999 }),
});

describe('the EndToEndId is a function of institution, mobility, purpose and number', () => {
  it('reads', () => {
    expect(endToEndId('nhh', '8F3K2M9QRT', 'pre-financing', 1)).toBe('NHH-8F3K2M9QRT-PRE1');
    expect(endToEndId('nhh', '8F3K2M9QRT', 'balance', 12)).toBe('NHH-8F3K2M9QRT-BAL12');
  });

  it('is a reference of at most 35 characters from which the identity can be read back: no two are alike', () => {
    fc.assert(
      fc.property(identities, (identity) => {
        const id = endToEndId(identity.institution, identity.mobility, identity.purpose, identity.sequence);
        expect(isReference(id)).toBe(true);
        expect(identityOf(id)).toEqual(identity);
      }),
    );
  });

  test.each([
    ['NHH', '8F3K2M9QRT', 1],
    ['a-very-long-institution', '8F3K2M9QRT', 1],
    ['nhh', '8F3K2M9QR', 1],
    ['nhh', '8F3K2M9QRI', 1],
    ['nhh', '8F3K2M9QRT', 0],
    ['nhh', '8F3K2M9QRT', 1.5],
    ['nhh', '8F3K2M9QRT', 1000],
  ])('%s %s %s is refused', (institution, mobility, sequence) => {
    expect(() => endToEndId(institution, mobility, 'balance', sequence)).toThrow(BadPaymentIdentity);
  });

  it('is not read out of references of others', () => {
    for (const other of [
      '',
      'NOTPROVIDED',
      'nhh-8F3K2M9QRT-PRE1',
      'NHH-8F3K2M9QRT-PRE0',
      'NHH-8F3K2M9QRT-PRE01',
      'NHH-8F3K2M9QRT-XXX1',
    ]) {
      expect(identityOf(other)).toBeUndefined();
    }
  });
});

describe('the instruction hash', () => {
  const instruction = { amount: { minor: 148_400, currency: 'EUR' }, account: { bban: '86011117947' } };

  it('is the same for the same money to the same account, however the account is written', () => {
    expect(instructionHash({ ...instruction, account: { iban: 'NO9386011117947' } })).toBe(
      instructionHash(instruction),
    );
  });

  test.each([
    ['amount', { ...instruction, amount: { minor: 148_401, currency: 'EUR' } }],
    ['currency', { ...instruction, amount: { minor: 148_400, currency: 'NOK' } }],
    ['account', { ...instruction, account: { bban: '12345678903' } }],
    ['direction', { ...instruction, reversal: true as const }],
  ])('differs with another %s', (_, other) => {
    expect(instructionHash(other)).not.toBe(instructionHash(instruction));
  });

  it('never changes for what is stored already', () => {
    expect(instructionHash(instruction)).toBe('0333f6c7d848674fd7fc4ada1a3a0383e39365920dffe41d3eaccf31641950bd');
  });
});
