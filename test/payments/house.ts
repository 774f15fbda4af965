import { seededIds } from '../../infra/local/ids.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import type { Application, Command } from '../../shared/mobility/commands.ts';
import { type Deps, loadCase, openCase, perform } from '../../shared/mobility/perform.ts';
import type { BankFiles } from '../../shared/payments/run.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { Transient } from '../../shared/store/errors.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import type { Item, Store } from '../../shared/store/port.ts';
import { application } from '../mobility/one-case.ts';

const rules = loadRulebook();

/** `before`: the call fails and nothing was done. `after`: it was done and its answer is lost. */
export type Fault = 'before' | 'after';

/** An institution with some students whose payments are ready, a bucket, and calls that fail when a test says so. */
export class House implements BankFiles {
  now = '2025-06-10T09:00:00.000Z';
  readonly ids: string[] = [];
  readonly files = new Map<string, string>();
  readonly memory = memoryStore();
  readonly deps: Deps;
  /** Calls of the store and the bucket since the last `failAt`. */
  calls = 0;
  private fault: { at: number; how: Fault } | undefined;

  constructor() {
    const clock = { now: () => this.now };
    this.deps = { store: this.counted(), rules, clock, ids: seededIds('house') };
  }

  /** So many students have signed; their first instalments are ready for the run of 12:00. */
  static async with(students: number): Promise<House> {
    const house = new House();
    for (let n = 0; n < students; n += 1) await house.admit(n);
    house.now = '2025-06-10T10:05:00.000Z';
    house.failAt(Number.POSITIVE_INFINITY, 'before');
    return house;
  }

  async admit(n: number): Promise<void> {
    const { participant } = application;
    const own: Application = { ...application, participant: { ...participant, email: `s${n}@student.nhh.example` } };
    const opened = await openCase(this.deps, own);
    if (opened.outcome !== 'changed') throw new Error(`not opened: ${JSON.stringify(opened)}`);
    const { id } = opened.mobility;
    this.ids.push(id);
    await this.give(id, { type: 'assess' });
    await this.give(id, { type: 'approve', by: 'Ola' });
    await this.give(id, { type: 'reserve' });
    await this.give(id, { type: 'issue-agreement' });
    await this.give(id, { type: 'sign' });
    await this.give(id, { type: 'prepare-payment' });
  }

  async give(id: string, command: Command): Promise<void> {
    const result = await perform(this.deps, 'nhh', id, command);
    if (result.outcome !== 'changed') throw new Error(`${command.type}: ${JSON.stringify(result)}`);
  }

  /** The case of the n-th student. */
  async studentCase(n: number): Promise<Mobility> {
    return loadCase(this.memory, 'nhh', this.ids[n] ?? '');
  }

  async cases(): Promise<Mobility[]> {
    return Promise.all(this.ids.map((id) => loadCase(this.memory, 'nhh', id)));
  }

  /** The EndToEndIds of the first instalments, in the order of the students. */
  get payments(): string[] {
    return this.ids.map((id) => `NHH-${id}-PRE1`);
  }

  /** What finance has been given to look at. */
  get tasks(): { kind: string; data: Record<string, string> }[] {
    const items = this.memory.all('cases').filter(({ sk }) => sk === 'task');
    return items
      .map((item) => item as Item & { kind: string; data: Record<string, string> })
      .map(({ kind, data }) => ({ kind, data }));
  }

  /** Records that still stand in the queue of the payment run. */
  get queue(): string[] {
    return this.memory.all('cases').flatMap(({ workPk, pk }) => (workPk === 'nhh#pay' ? [pk] : []));
  }

  async putOnce(key: string, body: Uint8Array): Promise<'written' | 'exists'> {
    return this.call(async () => {
      if (this.files.has(key)) return 'exists';
      this.files.set(key, new TextDecoder().decode(body));
      return 'written';
    });
  }

  /** The so-many-th call from now fails. */
  failAt(at: number, how: Fault): void {
    this.calls = 0;
    this.fault = { at, how };
  }

  private counted(): Store {
    const { memory } = this;
    return {
      get: (table, key) => this.call(() => memory.get(table, key)),
      query: (table, range) => this.call(() => memory.query(table, range)),
      work: (queue, until, limit) => this.call(() => memory.work(queue, until, limit)),
      commit: (writes) => this.call(() => memory.commit(writes)),
    };
  }

  private async call<T>(work: () => Promise<T>): Promise<T> {
    this.calls += 1;
    const fault = this.calls === this.fault?.at ? this.fault.how : undefined;
    if (fault === 'before') throw new Transient('could not be reached');
    const answer = await work();
    if (fault === 'after') throw new Transient('the answer was lost');
    return answer;
  }
}
