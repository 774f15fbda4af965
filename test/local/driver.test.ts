import { describe, expect, it } from 'vitest';
import { MovableClock } from '../../infra/local/clock.ts';
import { Driver, type Worker } from '../../infra/local/driver.ts';
import { openHostFile } from '../../infra/local/hostfile.ts';
import { temporaryFolder } from './fixtures.ts';

const START = '2025-06-02T07:00:00.000Z';
const at = (hours: number) => new Date(Date.parse(START) + hours * 3_600_000).toISOString();

/** A worker with things to do at given moments; it notes when it did them. */
function worker(name: string, clock: MovableClock, due: string[], done: string[]): Worker {
  return {
    name,
    async work() {
      const ready = due.filter((moment) => moment <= clock.now());
      for (const moment of ready) {
        due.splice(due.indexOf(moment), 1);
        done.push(`${name} ${moment}`);
      }
      return ready.length;
    },
    nextDue: async () => [...due].sort()[0],
  };
}

function scene(dues: Record<string, string[]>) {
  const clock = new MovableClock(openHostFile(temporaryFolder()), 'frozen', START);
  const done: string[] = [];
  const workers = Object.entries(dues).map(([name, due]) => worker(name, clock, due, done));
  return { clock, done, driver: new Driver(clock, workers, () => undefined) };
}

describe('the driver', () => {
  it('jumps from due moment to due moment, in time’s order whoever’s they are', async () => {
    const { driver, done, clock } = scene({ bank: [at(9), at(1)], engine: [at(5)] });
    expect(await driver.advanceTo(at(8))).toBe(2);
    expect(done).toEqual([`bank ${at(1)}`, `engine ${at(5)}`]);
    expect(clock.now()).toBe(at(8));
  });

  it('does what is overdue before anything else', async () => {
    const { driver, done, clock } = scene({ engine: [at(-100)] });
    await driver.settle();
    expect([done, clock.now()]).toEqual([[`engine ${at(-100)}`], START]);
  });

  it('lets nobody work before those in front of him rest', async () => {
    const order: string[] = [];
    const clock = new MovableClock(openHostFile(temporaryFolder()), 'frozen', START);
    const never = async () => undefined;
    const driver = new Driver(
      clock,
      [
        { name: 'stream', nextDue: never, work: async () => Number(order.push('stream') < 4) },
        { name: 'sweep', nextDue: never, work: async () => Math.min(0, order.push('sweep')) },
      ],
      () => undefined,
    );
    await driver.settle();
    expect(order).toEqual(['stream', 'stream', 'stream', 'stream', 'sweep']);
  });

  it('says who is next', async () => {
    const { driver } = scene({ bank: [at(3)], engine: [at(2)] });
    expect(await driver.nextStep()).toEqual({ at: at(2), worker: 'engine' });
  });

  it('moves one at a time: two wishes to move are done one after the other', async () => {
    const { driver, clock } = scene({ bank: [at(1)] });
    await Promise.all([driver.advanceTo(at(4)), driver.advanceTo(at(2))]);
    expect(clock.now()).toBe(at(4));
  });

  it('gives up on work that is due and never gets done, and says whose', async () => {
    const clock = new MovableClock(openHostFile(temporaryFolder()), 'frozen', START);
    const stubborn: Worker = { name: 'The bank', work: async () => 0, nextDue: async () => at(1) };
    await expect(new Driver(clock, [stubborn], () => undefined).advanceTo(at(2))).rejects.toThrow(
      'The bank still has work due',
    );
  });
});
