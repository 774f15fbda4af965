import { describe, expect, it } from 'vitest';
import { MovableClock } from '../../infra/local/clock.ts';
import { openHostFile } from '../../infra/local/hostfile.ts';
import { liveIds, seededIds } from '../../infra/local/ids.ts';
import { temporaryFolder } from './fixtures.ts';

const START = '2025-06-02T07:00:00.000Z';

describe('the frozen clock', () => {
  it('stands still until it is moved, and remembers where', () => {
    const folder = temporaryFolder();
    const clock = new MovableClock(openHostFile(folder), 'frozen', START);
    expect(clock.now()).toBe(START);
    clock.moveTo('2025-08-18T06:00:00.000Z');
    expect(new MovableClock(openHostFile(folder), 'frozen', START).now()).toBe('2025-08-18T06:00:00.000Z');
  });
});

describe('the live clock', () => {
  let real = Date.parse('2026-11-21T10:00:00.000Z');
  const folder = temporaryFolder();
  const open = (start?: string) => new MovableClock(openHostFile(folder), 'live', start, () => real);

  it('goes on with real time from where it was put, also while nobody ran it', () => {
    const clock = open(START);
    real += 5_000;
    expect(clock.now()).toBe('2025-06-02T07:00:05.000Z');
    clock.moveTo('2025-07-01T00:00:00.000Z');
    real += 60_000;
    expect(open().now()).toBe('2025-07-01T00:01:00.000Z');
  });

  it('never goes back, even when the machine’s clock does', () => {
    const clock = open();
    const before = clock.now();
    real -= 3_600_000;
    expect(clock.now()).toBe(before);
  });

  it('is not the frozen one of the same folder', () => {
    expect(() => new MovableClock(openHostFile(folder), 'frozen')).toThrow('live, not frozen');
  });
});

describe('ids', () => {
  it.each([
    ['live', liveIds],
    ['seeded', seededIds('7')],
  ])('%s: ten Crockford characters, a long secret, six digits', (_name, ids) => {
    expect(ids.id('a')).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(ids.secret('a')).toMatch(/^[\w-]{32}$/);
    expect(ids.code('a')).toMatch(/^\d{6}$/);
  });

  it('seeded: the same for one seed and context, another for any other', () => {
    const values = ['7', '8'].flatMap((seed) => ['a', 'b'].map((context) => seededIds(seed).secret(context)));
    expect(seededIds('7').secret('a')).toBe(values[0]);
    expect(new Set(values).size).toBe(4);
  });

  it('live: another every time', () => {
    expect(liveIds.id('a')).not.toBe(liveIds.id('a'));
  });
});
