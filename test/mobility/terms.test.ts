import { beforeEach, expect, test } from 'vitest';
import { loadCase, openCase } from '../../shared/mobility/perform.ts';
import { LostTerms, loadTerms, type TermsItem, termsFingerprint, termsItem } from '../../shared/mobility/terms.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { change } from '../../shared/store/change.ts';
import { type MemoryStore, memoryStore } from '../../shared/store/memory.ts';
import { nhh } from '../grant/terms.ts';
import { application } from './one-case.ts';

let store: MemoryStore;
beforeEach(() => {
  store = memoryStore();
});

const open = async (email: string): Promise<string> => {
  const ids = { id: () => 'A'.repeat(10 - email.length) + email.toUpperCase(), secret: () => 's', code: () => 'c' };
  const deps = { store, rules: loadRulebook(), clock: { now: () => '2025-06-02T09:00:00.000Z' }, ids };
  const participant = { ...application.participant, email: `${email}@student.nhh.example` };
  const result = await openCase(deps, { ...application, participant });
  if (result.outcome === 'refused') throw new Error(result.refusal.sentence);
  return result.mobility.id;
};
const stored = () => store.all('cases').filter(({ sk }) => sk === 'terms') as TermsItem[];

test('two cases of the same rules stand on one record, and read it back', async () => {
  const [first, second] = [await open('a'), await open('b')];
  expect(stored()).toHaveLength(1);
  const { terms } = await loadCase(store, 'nhh', first);
  expect(terms).toEqual(stored()[0]?.terms);
  expect((await loadCase(store, 'nhh', second)).terms).toBe(terms);
});

test('other rules are another record', () => {
  const changed = { ...nhh, limits: { ...nhh.limits, minimumDays: nhh.limits.minimumDays + 1 } };
  expect(termsFingerprint(changed)).not.toBe(termsFingerprint(nhh));
  expect(termsFingerprint({ ...nhh })).toBe(termsFingerprint(nhh));
});

test('rules that are not there are missed by name', async () => {
  await expect(loadTerms(store, 'nhh', 'f'.repeat(32))).rejects.toThrow(LostTerms);
});

test('rules that somebody has changed are not taken for those that the case began with', async () => {
  const changed = { ...nhh, limits: { ...nhh.limits, minimumDays: 1 } };
  const { pk, sk } = termsItem('tampered', nhh);
  await store.commit(change().put('cases', { pk, sk, terms: changed } as TermsItem).writes);
  await expect(loadTerms(store, 'tampered', termsFingerprint(nhh))).rejects.toThrow(/are others/);
});
