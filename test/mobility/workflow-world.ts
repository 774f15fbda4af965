import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { seededIds } from '../../infra/local/ids.ts';
import { perform as ask } from '../../infra/local/stepfunctions/api/actions.ts';
import { Request } from '../../infra/local/stepfunctions/api/request.ts';
import { Engine } from '../../infra/local/stepfunctions/engine.ts';
import { ApiRefusal } from '../../infra/local/stepfunctions/errors.ts';
import { readToken } from '../../infra/local/stepfunctions/running/tokens.ts';
import { addDuration } from '../../shared/calendar/zones.ts';
import { dueCases, fallDue } from '../../shared/deadlines/sweep.ts';
import { hearOfMail } from '../../shared/mail/events.ts';
import type { MailTags } from '../../shared/mail/send.ts';
import type { Mobility, Phase } from '../../shared/mobility/case.ts';
import type { Application, Command } from '../../shared/mobility/commands.ts';
import { deliver, type EffectPorts } from '../../shared/mobility/outbox.ts';
import { type Deps, loadCase, openCase, perform } from '../../shared/mobility/perform.ts';
import type { WaitItem } from '../../shared/mobility/records.ts';
import { answerTo, attemptAt, waitNames, waits } from '../../shared/mobility/waits.ts';
import { newBudget } from '../../shared/mobility/writes.ts';
import { runPayments } from '../../shared/payments/run.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { change } from '../../shared/store/change.ts';
import { Conflict, Transient } from '../../shared/store/errors.ts';
import { waitKey } from '../../shared/store/keys.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { BankBooks } from './bank-books.ts';
import type { Chance } from './chance.ts';
import { settled, Turns } from './turns.ts';

const rules = loadRulebook();
const phases: readonly Phase[] = ['application', 'agreement', 'payout', 'stay', 'settlement', 'repayment'];
const ARN = 'arn:aws:states:eu-north-1:000000000000:';

/** Calls a function of the system by its name. */
export type Invoke = (name: string, payload: unknown) => Promise<unknown>;

/**
 * One case in a small world: the real workflows on the real interpreter, the real functions, a store, a bank. Every call
 * between them waits for its turn, may fail or be answered twice, and effects may be delivered late, twice or in any order.
 */
export class WorkflowWorld {
  readonly bank: BankBooks;
  readonly deps: Deps;
  private readonly chance: Chance;
  private readonly turns: Turns;
  private readonly store = memoryStore();
  private readonly engine: Engine;
  private readonly ports: EffectPorts;
  private readonly faults: unknown[] = [];
  private now = '2025-06-02T09:00:00.000Z';
  private running = 0;
  private id = '';

  constructor(chance: Chance, invoke: (world: WorkflowWorld) => Invoke) {
    this.chance = chance;
    this.turns = new Turns(chance);
    this.bank = new BankBooks(chance);
    const clock = { now: () => this.now };
    this.deps = { store: this.turns.around(this.store), rules, clock, ids: seededIds('world') };
    const call = invoke(this);
    this.engine = new Engine({
      clock,
      database: ':memory:',
      random: () => 0.5,
      invokeLambda: (name, payload) => this.lambda(() => call(name, payload)),
      onFault: (fault) => this.faults.push(fault),
    });
    this.engine.loadMachines(
      phases.map((name) => ({ name, arn: `${ARN}stateMachine:${name}`, definition: definition(name) })),
    );
    this.ports = {
      mail: {
        baseUrl: 'https://wayfare.example',
        from: 'grants@nhh.example',
        transport: { send: (_raw, _from, _to, tags) => this.turns.through('mail', async () => this.mailed(tags)) },
      },
      startPhase: (phase, name, input) =>
        this.turns.through('start', async () => {
          const body = { stateMachineArn: `${ARN}stateMachine:${phase}`, name, input: JSON.stringify(input) };
          await this.api('StartExecution', body, ['ExecutionAlreadyExists']);
        }),
      sendResult: (taskToken, output) =>
        this.turns.through('send', async () => {
          const body = { taskToken, output: JSON.stringify(output) };
          const sent = await this.api('SendTaskSuccess', body, ['TaskTimedOut', 'TaskDoesNotExist']);
          return sent ? 'sent' : 'gone';
        }),
    };
  }

  /** Most mails arrive, some come back; what is heard of them comes late, twice, or not at all. */
  private mailed({ institution, mobility, mail }: MailTags): undefined {
    for (let words = this.chance.below(3); words > 0; words -= 1) {
      const state = this.chance.oneIn(6)
        ? this.chance.of(['delayed', 'soft-bounced', 'bounced'] as const)
        : 'delivered';
      this.begin(() => hearOfMail(this.deps, { institution, mobility, mail, state, at: this.now }));
    }
    return undefined;
  }

  /** The case as it stands, read past all turns. */
  get mobility(): Promise<Mobility> {
    return loadCase(this.store, 'nhh', this.id);
  }

  async apply(application: Application): Promise<void> {
    const opened = await openCase({ ...this.deps, store: this.store }, application);
    if (opened.outcome !== 'changed') throw new Error(`not opened: ${JSON.stringify(opened)}`);
    this.id = opened.mobility.id;
  }

  /** What is left of the call's budget from now on, in cents. */
  async leaveInBudget(cents: number): Promise<void> {
    await this.store.commit(
      change().put('cases', newBudget('nhh', '2025', '2025-1', 250_000_000, 250_000_000 - cents)).writes,
    );
  }

  /** How many calls fail from now on: one in so many, or none. */
  disturb(oneIn: number): void {
    this.turns.faults = oneIn;
  }

  /** Something begins; it goes on as its calls get their turns. What fails is tried again by whoever is responsible. */
  begin(work: () => Promise<unknown>, failed: () => void = () => {}): void {
    this.running += 1;
    work()
      .catch((error: unknown) => {
        if (!(error instanceof Transient || error instanceof Conflict)) this.faults.push(error);
        failed();
      })
      .finally(() => {
        this.running -= 1;
      });
  }

  give(command: Command, failed?: () => void): void {
    this.begin(() => perform(this.deps, 'nhh', this.id, command), failed);
  }

  /** Lets one waiting call go on; false when none waits. */
  async turn(): Promise<boolean> {
    if (this.turns.pending === 0) return false;
    await this.turns.grant();
    expect(this.faults).toEqual([]);
    return true;
  }

  get outbox() {
    return this.store.all('cases').filter(({ sk }) => sk.startsWith('outbox#'));
  }

  deliverOne(): void {
    const { outbox } = this;
    if (outbox.length === 0) return;
    const { pk, sk } = this.chance.of(outbox);
    this.begin(() => deliver(this.deps, this.ports, { pk, sk }));
  }

  sweep(): void {
    this.begin(async () => {
      for (const key of await dueCases(this.deps, 'nhh', 10)) await fallDue(this.deps, key);
    });
  }

  runPayments(): void {
    this.begin(() =>
      runPayments(
        this.deps,
        { putOnce: (key, body) => this.turns.through('file', async () => this.bank.take(key, body)) },
        'nhh',
      ),
    );
  }

  /** Time passes, from timer to timer. Now and then calls under way take longer than they may, but no function takes days. */
  async pass(hours: number): Promise<void> {
    await this.passUntil(addDuration(this.now, { hours }));
  }

  private async passUntil(end: string): Promise<void> {
    while (this.now < end) {
      if (this.chance.oneIn(8)) await this.moveTo(addDuration(this.now, { minutes: 2 }));
      while (await this.turn());
      const timer = this.engine.nextTimer();
      await this.moveTo(timer !== undefined && timer < end ? (timer > this.now ? timer : this.now) : end);
    }
  }

  /** To the earliest deadline of the case, which falls due. */
  async toDeadline(): Promise<void> {
    const due = (await this.mobility).deadlines[0]?.at;
    await this.passUntil(due !== undefined && due > this.now ? due : addDuration(this.now, { hours: 1 }));
    this.sweep();
  }

  /** Everything under way comes to rest: no faults any more, every effect delivered, every retry made. */
  async calm(): Promise<void> {
    this.disturb(0);
    for (let round = 0; round < 5000; round += 1) {
      if (await this.turn()) continue;
      await settled();
      if (this.turns.pending > 0) continue;
      if (this.outbox.length > 0) this.deliverOne();
      else if (!(await this.retried())) return;
    }
    throw new Error(
      `The world does not come to rest: ${this.outbox.map(({ sk }) => sk).join(', ')}, ${this.running} running.`,
    );
  }

  /** Nothing sleeps for ever: each open phase has an execution that waits with a token that is kept, for an answer that is missing. */
  async nothingSleeps(): Promise<void> {
    const mobility = await this.mobility;
    expect(this.executions().filter(({ status }) => status !== 'RUNNING' && status !== 'SUCCEEDED')).toEqual([]);
    for (const phase of mobility.openPhases) {
      const name = `nhh-${this.id}-${phase}-${mobility.attempts[phase]}`;
      const waiting = await this.waitingIn(phase, mobility);
      expect([name, await this.status(phase, name), waiting]).toEqual([name, 'RUNNING', name]);
    }
    const open = this.executions().filter(({ status }) => status === 'RUNNING');
    const known = mobility.openPhases.map((phase) => `nhh-${this.id}-${phase}-${mobility.attempts[phase]}`);
    expect(open.map(({ name }) => name).sort()).toEqual([...known].sort());
  }

  close(): void {
    this.engine.close();
  }

  private executions(): { name: string; status: string; cause: string }[] {
    return this.engine.store
      .all('SELECT name, status, error, cause FROM executions')
      .map(({ name, status, error, cause }) => ({
        name: String(name),
        status: String(status),
        cause: `${error ?? ''} ${cause ?? ''}`,
      }));
  }

  /** The name of the execution that a kept token of this phase belongs to, where the case has no answer for it yet. */
  private async waitingIn(phase: Phase, mobility: Mobility): Promise<string | undefined> {
    for (const wait of waitNames.filter((name) => waits[name].phase === phase)) {
      const attempt = attemptAt(phase, mobility);
      const kept = await this.store.get<WaitItem>('cases', waitKey('nhh', this.id, wait, attempt));
      if (kept === undefined || answerTo(wait, mobility, attempt) !== undefined) continue;
      return readToken(this.engine.seed, kept.token)?.execution.split(':').at(-1);
    }
    return undefined;
  }

  private async status(phase: Phase, name: string): Promise<string> {
    const executionArn = `${ARN}execution:${phase}:${name}`;
    return (
      (await ask(this.engine, 'DescribeExecution', Request.parse(JSON.stringify({ executionArn })))) as {
        status: string;
      }
    ).status;
  }

  /** A function is called: mostly it answers; sometimes the service says that it failed although it goes on working. */
  private lambda(call: () => Promise<unknown>): Promise<unknown> {
    const { faults } = this.turns;
    if (faults === 0 || !this.chance.oneIn(faults * 2)) return call();
    this.begin(call);
    return Promise.reject(Object.assign(new Error('no answer'), { name: 'Lambda.ServiceException' }));
  }

  /** Moves to the next retry of a function, if there is one within the hour; waits of people are not waited out. */
  private async retried(): Promise<boolean> {
    const next = this.engine.nextTimer();
    if (next === undefined || next > addDuration(this.now, { hours: 1 })) return false;
    await this.moveTo(next > this.now ? next : this.now);
    return true;
  }

  private async moveTo(instant: string): Promise<void> {
    this.now = instant;
    await this.engine.runDue();
    await settled();
  }

  private async api(action: string, body: object, fine: readonly string[]): Promise<boolean> {
    try {
      await ask(this.engine, action, Request.parse(JSON.stringify(body)));
      return true;
    } catch (error) {
      if (error instanceof ApiRefusal && fine.includes(error.code)) return false;
      throw error;
    }
  }
}

/** The workflow as it is deployed, with the functions' names where the deployment puts their ARNs. */
function definition(phase: Phase): string {
  const text = readFileSync(`workflows/${phase}.asl.json`, 'utf8');
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase());
}
