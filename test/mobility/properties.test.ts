import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDuration } from '../../shared/calendar/zones.ts';
import type { Application, Command } from '../../shared/mobility/commands.ts';
import { finalStates } from '../../shared/mobility/transitions.ts';
import { newBudget, writesOf } from '../../shared/mobility/writes.ts';
import { change } from '../../shared/store/change.ts';
import { paymentKey } from '../../shared/store/keys.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import type { Item } from '../../shared/store/port.ts';
import { holdsAlways } from './always.ts';
import { type Chapter, chapters, duties, towards } from './goodwill.ts';
import { anyMoves, commands, type Move, times } from './moves.ts';
import { application, OneCase } from './one-case.ts';

const doubleDegree: Application = {
  ...application,
  stay: {
    ...application.stay,
    planned: { start: '2025-08-18', end: '2026-06-12' },
    facts: { ...application.stay.facts, doubleDegree: true },
  },
};

const green: Application = {
  ...application,
  stay: { ...application.stay, travel: 'green', host: { ...application.stay.host, distanceKm: 1340 } },
};

/** A case with its records in a store, to which everything that can happen happens. */
class Life {
  readonly one: OneCase;
  private readonly store = memoryStore();

  constructor(from: Application) {
    this.one = new OneCase('2025-06-02T09:00:00.000Z', from);
  }

  async begin(): Promise<this> {
    await this.store.commit(change().put('cases', newBudget('nhh', '2025', '2025-1', 250_000_000)).writes);
    const [opening] = this.one.decisions;
    if (opening) await this.store.commit(writesOf(opening, 0));
    return this;
  }

  /** Brings the case to a chapter by what everybody should do, after the stay if need be. */
  async lead(chapter: Chapter): Promise<this> {
    for (let step = 0; step < 200 && !chapters[chapter](this.one.mobility); step += 1) {
      let changed = false;
      for (const command of towards(chapter, this.one.mobility)) changed ||= await this.give(command);
      if (!changed) await this.pass('to-deadline');
    }
    expect(chapters[chapter](this.one.mobility)).toBe(true);
    return this;
  }

  async move({ name, n }: Move): Promise<void> {
    const { one } = this;
    if (name in times) return this.pass(name as keyof typeof times);
    if (name === 'duty') {
      const asked = duties(one.mobility);
      const duty = asked[n % Math.max(1, asked.length)];
      if (duty) await this.give(duty);
      return;
    }
    const make = commands[name as keyof typeof commands];
    const command = make(one.mobility, n, one.now.slice(0, 10));
    if (command) await this.give(command);
  }

  /** Gives a command; what is decided must hold, must fit the store, and must not be decided a second time. */
  async give(command: Command): Promise<boolean> {
    const released = command.type === 'release-payment' || command.type === 'release-return';
    const ofBank = 'payment' in command && !released ? command.payment : undefined;
    if (ofBank !== undefined) await this.batch(ofBank);
    const changed = await this.once(command);
    // The bank may answer before the case knows that its payment has left, but not long before.
    if (ofBank !== undefined) await this.once({ type: 'payment-instructed', payment: ofBank, batch: 'NHH-1' });
    const { transfers } = this.one;
    if (changed && !repeatable.includes(command.type)) {
      await this.once(command);
      expect(this.one.transfers.length, `${command.type} twice`).toBe(transfers.length);
    }
    return changed;
  }

  private async once(command: Command): Promise<boolean> {
    const { one } = this;
    const before = one.mobility;
    const outcome = one.try(command);
    if (outcome.kind !== 'decided') return false;
    holdsAlways(before, outcome.decision, one.now);
    await this.store.commit(writesOf(outcome.decision, before.version));
    return true;
  }

  private async pass(how: keyof typeof times): Promise<void> {
    const { one } = this;
    const due = one.mobility.deadlines[0]?.at;
    if (how === 'to-deadline' && due !== undefined && due > one.now) one.now = due;
    else one.now = addDuration(one.now, { hours: times[how] });
    if (how === 'to-deadline' || how === 'sweep') await this.sweep();
  }

  /** Lets everything due fall due; afterwards nothing is, so that a sweep has an end. */
  async sweep(): Promise<void> {
    await this.once({ type: 'fall-due', delivered: [] });
    expect(this.one.mobility.deadlines.filter((deadline) => deadline.at <= this.one.now)).toEqual([]);
  }

  /** What the payment run does before the bank can know of a payment. */
  private async batch(payment: string): Promise<void> {
    const item = await this.store.get<Item>('cases', paymentKey('nhh', payment));
    if (item?.state !== 'ready') return;
    const taken = { set: { state: 'batched' }, remove: ['workPk', 'workSk'] };
    await this.store.commit(change().update(paymentKey('nhh', payment), taken).expectState('ready').writes);
  }

  get ended(): boolean {
    const { state, openPhases } = this.one.mobility;
    return finalStates.includes(state) && openPhases.length === 0;
  }

  /** Everybody does their duty from now on, and time passes. */
  async end(): Promise<void> {
    for (let round = 0; round < 40 && !this.ended; round += 1) {
      for (const command of duties(this.one.mobility)) await this.once(await this.known(command));
      await this.pass('to-deadline');
    }
    const { state, openPhases } = this.one.mobility;
    expect([this.ended, state, openPhases]).toEqual([true, state, []]);
  }

  private async known(command: Command): Promise<Command> {
    if (command.type === 'payment-instructed') await this.batch(command.payment);
    return command;
  }
}

/** Repeating these is asking for something new. */
const repeatable: readonly Command['type'][] = ['restart-phase', 'decide-silence'];

const anyChapter = fc.constantFrom(...(Object.keys(chapters) as Chapter[]));

const runs = Number(process.env.RUNS ?? 300);

test.each([
  ['one semester', application],
  ['green travel, which is claimed', green],
  ['two semesters, above the amount that one person may release', doubleDegree],
])('whatever happens to a case in whatever order, its money adds up and it can come to an end: %s', async (_, from) => {
  await fc.assert(
    fc.asyncProperty(anyChapter, anyMoves(60), async (chapter, moves) => {
      const life = await (await new Life(from).begin()).lead(chapter);
      for (const move of moves) await life.move(move);
      await life.end();
    }),
    { numRuns: runs },
  );
});
