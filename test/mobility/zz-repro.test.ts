import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { outstanding, paid } from '../../shared/mobility/balance.ts';
import type { Deps } from '../../shared/mobility/perform.ts';
import { finalStates } from '../../shared/mobility/transitions.ts';
import { anySeed, Chance } from './chance.ts';
import { goodDeeds } from './goodwill.ts';
import { deeds } from './moves.ts';
import { application } from './one-case.ts';
import { type Invoke, WorkflowWorld } from './workflow-world.ts';

const edge = vi.hoisted(() => ({ deps: undefined as unknown }));
vi.mock('../../functions/edge/deps.ts', () => ({
  get deps() {
    return edge.deps;
  },
}));

const names = [
  'assess-application',
  'reserve-grant',
  'issue-agreement',
  'await-answer',
  'prepare-payment',
  'open-stay',
  'settle-grant',
  'raise-claim',
  'restart-phase',
] as const;

type Handler = (event: unknown, context: unknown) => Promise<unknown>;
const handlers = new Map<string, Handler>();
for (const name of names) {
  const module = (await import(`../../functions/${name}/handler.ts`)) as { handler: Handler };
  handlers.set(name, module.handler);
}

/** The real functions, on the store, clock and rules of one world. */
function functionsOf(world: WorkflowWorld): Invoke {
  return async (name, payload) => {
    const handler = handlers.get(name);
    if (!handler) throw new Error(`no function ${name}`);
    edge.deps = world.deps satisfies Deps;
    return handler(payload, { functionName: name });
  };
}

/** Hours after which every wait has run into its limit of 300 days. */
const beyondAnyWait = 301 * 24;

/** One thing that happens, at random. */
async function happen(world: WorkflowWorld, chance: Chance): Promise<void> {
  const mobility = await world.mobility;
  const what = chance.below(20);
  if (what < 7) {
    for (let n = chance.below(8); n >= 0; n -= 1) await world.turn();
  } else if (what < 11) world.deliverOne();
  else if (what === 11) world.sweep();
  else if (what === 12) world.runPayments();
  else if (what === 13) await world.pass(chance.oneIn(40) ? beyondAnyWait : chance.of([1, 24, 24, 240]));
  else if (what === 14) await world.toDeadline();
  else if (what === 15) world.bank.act(mobility);
  else if (what === 16) hear(world, chance);
  else if (what === 17) {
    const command = deeds[chance.of(Object.keys(deeds) as (keyof typeof deeds)[])](
      mobility,
      chance.below(999),
      '2025-12-20',
    );
    if (command) world.give(command);
  } else {
    const good = goodDeeds(mobility);
    if (good.length > 0) world.give(chance.of(good));
  }
}

/** The bank is heard: for the first time, or again. */
function hear(world: WorkflowWorld, chance: Chance): void {
  const { reports } = world.bank;
  if (reports.length === 0) return;
  const report = chance.of(reports);
  report.heard = true;
  world.give(report.command, () => {
    report.heard = false;
  });
}

/** Everybody does their duty until the case has come to its end; the National Agency gives more money if need be. */
async function end(world: WorkflowWorld): Promise<void> {
  if ((await world.mobility).state === 'waiting-list') await world.leaveInBudget(500_000);
  for (let round = 0; round < 60; round += 1) {
    await world.calm();
    await world.nothingSleeps();
    const mobility = await world.mobility;
    const unheard = world.bank.reports.filter(({ heard }) => !heard);
    if (finalStates.includes(mobility.state) && mobility.openPhases.length === 0 && unheard.length === 0) return;
    for (const report of unheard) {
      report.heard = true;
      world.give(report.command);
      await world.calm();
    }
    for (const command of goodDeeds(mobility)) world.give(command);
    await world.toDeadline();
    world.runPayments();
    await world.calm();
    const now = await world.mobility;
    world.bank.payAll(now);
    if (now.claim?.state === 'open' || now.claim?.state === 'overdue') world.bank.receive(now, true);
  }
  throw new Error(`The case does not come to its end: ${JSON.stringify(await world.mobility)}`);
}

vi.spyOn(console, 'error').mockImplementation(() => {});

const runs = Number(process.env.RUNS ?? 60);

test('whatever is late, lost, repeated or in another order, every workflow goes on and every krone is where the books say', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, async (seed) => {
      const chance = new Chance(seed);
      const world = new WorkflowWorld(chance, functionsOf);
      try {
        await world.apply(application);
        if (chance.oneIn(5)) await world.leaveInBudget(100_000);
        world.disturb(chance.of([0, 6, 12, 30]));
        for (let step = 0; step < 400; step += 1) await happen(world, chance);
        await world.calm();
        if (process.env.SHOW) process.stdout.write(JSON.stringify({ s: await world.mobility }) + '\n');
        await world.nothingSleeps();
        await end(world);
        const mobility = await world.mobility;
        expect(outstanding(mobility).minor).toBe(0);
        const local = mobility.payments
          .filter(({ state }) => state === 'booked')
          .reduce((sum, { local }) => sum + local.minor, 0);
        expect(world.bank.paidOut(mobility)).toBe(local);
        expect(paid(mobility).minor).toBeGreaterThanOrEqual(0);
      } finally {
        world.close();
      }
    }),
    { numRuns: runs, ...(process.env.EX ? { examples: process.env.EX.split(',').map((x) => [Number(x)] as [number]), numRuns: 1 } : {}) },
  );
});
