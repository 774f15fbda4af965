import { seededIds } from '../../infra/local/ids.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import { deliver } from '../../shared/mobility/outbox.ts';
import { type Deps, institutionOf, loadCase, openCase, perform } from '../../shared/mobility/perform.ts';
import type { BudgetItem, OutboxItem } from '../../shared/mobility/records.ts';
import { awardRounds, type RankingItem } from '../../shared/mobility/rounds.ts';
import type { Rulebook } from '../../shared/rulebook/types.ts';
import { Conflict, Transient } from '../../shared/store/errors.ts';
import { budgetKey, rankingKey } from '../../shared/store/keys.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import type { Store } from '../../shared/store/port.ts';
import { sampleApplication } from '../sample.ts';

export interface Applicant {
  readonly points?: number;
  readonly earlierDays?: number;
  /** 450.00 for each. */
  readonly months?: number;
  readonly appliedAt?: string;
}

/** Vidde in autumn 2025, with applicants for spring who are ranked on 20 October at eight. */
export class Candidates {
  now = '2025-09-01T09:00:00.000Z';
  readonly ids: string[] = [];
  readonly memory = memoryStore();
  readonly deps: Deps;

  constructor(rules: Rulebook) {
    this.deps = { store: this.memory, rules, clock: { now: () => this.now }, ids: seededIds('candidates') };
  }

  async apply({ earlierDays = 0, months = 2, appliedAt = this.now }: Applicant = {}): Promise<string> {
    this.now = appliedAt;
    const { participant, stay } = sampleApplication;
    const opened = await openCase(this.deps, {
      institution: 'vidde',
      participant: { ...participant, email: `s${this.ids.length}@vidde.example` },
      stay: {
        ...stay,
        planned: { start: '2026-02-01', end: ['2026-03-31', '2026-04-30', '2026-05-31'][months - 2] ?? '' },
        facts: { ...stay.facts, previousFundedDays: earlierDays },
      },
    });
    if (opened.outcome !== 'changed') throw new Error(`not opened: ${JSON.stringify(opened)}`);
    this.ids.push(opened.mobility.id);
    return opened.mobility.id;
  }

  /** Applied, approved, and put up as the workflow does it. */
  async putUp(applicant: Applicant = {}): Promise<string> {
    const id = await this.apply(applicant);
    await this.approve(id, applicant.points);
    await this.reserve(id);
    return id;
  }

  async approve(id: string, points?: number): Promise<void> {
    await this.give(id, { type: 'approve', by: 'Ola', ...(points === undefined ? {} : { points }) });
  }

  async give(id: string, command: Command): Promise<void> {
    const result = await perform(this.deps, 'vidde', id, command);
    if (result.outcome !== 'changed') throw new Error(`${command.type}: ${JSON.stringify(result)}`);
  }

  /** The participant withdraws, if that is still possible. */
  async withdraw(id: string, store: Store): Promise<void> {
    await perform({ ...this.deps, store }, 'vidde', id, { type: 'withdraw', reason: '' });
  }

  /** As the workflow asks, until it has an answer. */
  async reserve(id: string, store: Store = this.memory): Promise<void> {
    await insist(() => perform({ ...this.deps, store }, 'vidde', id, { type: 'reserve' }));
  }

  /** One round of the sweep. */
  sweep(store: Store = this.memory): Promise<void> {
    return awardRounds({ ...this.deps, store }, institutionOf(this.deps.rules, 'vidde'));
  }

  /** The day has come: sweeps until nothing is left to do, and every look at the line that is owed. */
  async rankingDay(now = '2025-10-20T06:00:00.000Z'): Promise<void> {
    this.now = now;
    await insist(() => this.sweep());
    await this.deliverLooks();
  }

  async deliverLooks(store: Store = this.memory): Promise<void> {
    const ports = { mail: undefined as never, startPhase: async () => {}, sendResult: async () => 'gone' as const };
    for (;;) {
      const owed = this.memory.all('cases').filter((item) => (item as OutboxItem).effect?.type === 'move-up');
      if (owed.length === 0) return;
      for (const { pk, sk } of owed) await insist(() => deliver({ ...this.deps, store }, ports, { pk, sk }));
    }
  }

  case(id: string): Promise<Mobility> {
    return loadCase(this.memory, 'vidde', id);
  }

  async states(ids: readonly string[] = this.ids): Promise<string[]> {
    return Promise.all(ids.map(async (id) => (await this.case(id)).state));
  }

  ranking(): Promise<RankingItem | undefined> {
    return this.memory.get<RankingItem>('cases', rankingKey('vidde', '2025', 'spring-2026'));
  }

  budget(): Promise<BudgetItem | undefined> {
    return this.memory.get<BudgetItem>('cases', budgetKey('vidde', '2025', '2025-1'));
  }

  /** Mails of a template that were asked for, by case. */
  mails(template: string): string[] {
    return this.memory.all('cases').flatMap((item) => {
      const { effect, mobility } = item as OutboxItem;
      return effect?.type === 'mail' && effect.template === template ? [mobility] : [];
    });
  }
}

/** What meets somebody else, or fails on the way, is asked again. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Transient) || tries > 60) throw error;
    }
  }
}
