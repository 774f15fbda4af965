import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as realPause } from 'node:timers/promises';
import type { RuleDefinition } from '../template/types.ts';
import { compilePattern, type Matcher } from './pattern.ts';
import { type Transformer, transformed } from './transform.ts';

/** Calls a function by its ARN; rejects when the function does. */
export type InvokeFunction = (functionArn: string, event: unknown) => Promise<unknown>;

/** As often as Lambda tries an asynchronous event: once, and twice more. */
const ATTEMPTS = 3;
/** Real time before the second attempt, and twice that before the third. */
const PAUSE_MS = 50;

/** An event that no attempt could deliver; it stays in the host's file for a person to look at. */
export interface DeadEvent {
  readonly id: number;
  readonly rule: string;
  readonly functionArn: string;
  readonly error: string;
}

/** The event bus: what fits a rule is kept on disk until its function has taken it. At least once, in order. */
export class EventBus {
  private readonly file: DatabaseSync;
  private readonly invoke: InvokeFunction;
  private readonly report: (line: string) => void;
  private readonly pause: (milliseconds: number) => Promise<unknown>;
  private readonly rules: readonly {
    readonly name: string;
    readonly matches: Matcher;
    readonly targets: readonly string[];
    readonly transform: Transformer | undefined;
  }[];

  /** @throws PatternRefused when a rule's pattern is not implemented */
  constructor(
    file: DatabaseSync,
    rules: readonly RuleDefinition[],
    invoke: InvokeFunction,
    report: (line: string) => void,
    pause: (milliseconds: number) => Promise<unknown> = realPause,
  ) {
    this.pause = pause;
    this.file = file;
    this.invoke = invoke;
    this.report = report;
    this.rules = rules.map((rule) => ({
      name: rule.name,
      matches: compilePattern(rule.pattern, `rule ${rule.name}`),
      targets: rule.functionArns,
      transform: rule.transform,
    }));
  }

  /** Whether any rule asks for such an event. */
  wants(event: unknown): boolean {
    return this.rules.some((rule) => rule.matches(event));
  }

  /** Keeps the event, or what a rule hands on of it, for every rule that it fits. Joins the caller's transaction when there is one. */
  publish(event: unknown): void {
    for (const rule of this.rules.filter((r) => r.matches(event))) {
      const given = rule.transform ? transformed(rule.transform, event) : event;
      for (const target of rule.targets) {
        this.file
          .prepare('INSERT INTO events (rule, function, event) VALUES (?, ?, ?)')
          .run(rule.name, target, JSON.stringify(given));
      }
    }
  }

  /** Delivers what waits, oldest first. Gives how many deliveries were tried; nothing waits when it gives 0. */
  async deliver(): Promise<number> {
    const waiting = this.file
      .prepare("SELECT id, rule, function, event, attempts FROM events WHERE state = 'waiting' ORDER BY id")
      .all();
    for (const row of waiting) {
      const id = Number(row.id);
      if (Number(row.attempts) > 0) await this.pause(PAUSE_MS * 2 ** Number(row.attempts));
      try {
        await this.invoke(String(row.function), JSON.parse(String(row.event)));
        this.file.prepare('DELETE FROM events WHERE id = ?').run(id);
      } catch (error) {
        this.failed(id, String(row.rule), Number(row.attempts) + 1, error);
      }
    }
    return waiting.length;
  }

  /** Events given up after three attempts. */
  dead(): DeadEvent[] {
    const rows = this.file
      .prepare("SELECT id, rule, function, error FROM events WHERE state = 'dead' ORDER BY id")
      .all();
    return rows.map((row) => ({
      id: Number(row.id),
      rule: String(row.rule),
      functionArn: String(row.function),
      error: String(row.error),
    }));
  }

  private failed(id: number, rule: string, attempts: number, error: unknown): void {
    const name = error instanceof Error ? error.name : 'Error';
    const state = attempts >= ATTEMPTS ? 'dead' : 'waiting';
    this.file
      .prepare('UPDATE events SET attempts = ?, state = ?, error = ? WHERE id = ?')
      .run(attempts, state, error instanceof Error ? `${name}: ${error.message}` : String(error), id);
    this.report(`Event ${id} (${rule}), attempt ${attempts}: ${name}${state === 'dead' ? '; given up' : ''}`);
  }
}
