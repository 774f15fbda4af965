import { expect, test } from 'vitest';
import { change } from '../../shared/store/change.ts';
import { Transient } from '../../shared/store/errors.ts';
import { caseKey } from '../../shared/store/keys.ts';
import { memoryStore } from '../../shared/store/memory.ts';

const key = caseKey('nhh', 'A');
const write = change().put('cases', key).writes;
const fault = new Transient('The line is down.');

test('an injected fault stops the next call before it has done anything, once', async () => {
  const store = memoryStore();
  store.failNext(fault);
  await expect(store.commit(write)).rejects.toBe(fault);
  expect(store.all('cases')).toEqual([]);
  await expect(store.commit(write)).resolves.toBeUndefined();
});

test('a fault can wait for one kind of call', async () => {
  const store = memoryStore();
  store.failNext(fault, 'commit');
  expect(await store.get('cases', key)).toBeUndefined();
  await expect(store.commit(write)).rejects.toBe(fault);
});

test('an answer can be lost after the write has happened', async () => {
  const store = memoryStore();
  store.loseNextAnswer(fault);
  await expect(store.commit(write)).rejects.toBe(fault);
  expect(store.all('cases')).toEqual([key]);
});
