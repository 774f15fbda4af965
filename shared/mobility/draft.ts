import type { Instant } from '../calendar/clock.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { Actor, AddressOnFile, CaseEvent, Deadline, DeadlineKind, Mobility, Phase } from './case.ts';
import type { Outcome, RecordChange } from './decision.ts';
import type { Effect, MailTemplate } from './effects.ts';
import { type EventType, finalStates, transitionFor } from './transitions.ts';
import { answerTo, attemptAt, waitNames, waits } from './waits.ts';

/** A move that the transition table does not have: a bug in `decide`, never a person's mistake. */
export class IllegalTransition extends Error {
  override readonly name = 'IllegalTransition';
}

/** A case that would wait for nothing: a bug in `decide` (design.md §1.4). */
export class NoNextStep extends Error {
  override readonly name = 'NoNextStep';
}

/**
 * One decision in the making. It collects what changes, moves the state only along the transition table, resumes every
 * workflow whose wait the change answers, and refuses to leave an open case without a next step.
 */
export class Draft {
  readonly now: Instant;
  readonly by: Actor;
  private readonly before: Mobility | undefined;
  private current: Mobility;
  private readonly events: CaseEvent[] = [];
  private readonly transfers: Transfer[] = [];
  private readonly effects: Effect[] = [];
  private readonly records: RecordChange[] = [];

  constructor(before: Mobility, now: Instant, by: Actor, options: { opening?: boolean } = {}) {
    this.now = now;
    this.by = by;
    this.before = options.opening ? undefined : before;
    this.current = { ...before, version: before.version + 1 };
  }

  get mobility(): Mobility {
    return this.current;
  }

  /** Records what happened and moves the state as the table says. `by` defaults to whoever gave the command. */
  record(event: EventType, data?: CaseEvent['data'], by: Actor = this.by): this {
    if (event !== 'ApplicationSubmitted') {
      const row = transitionFor(this.current.state, event, by);
      if (!row) {
        throw new IllegalTransition(`No transition: ${event} by ${by} from the state ${this.current.state}.`);
      }
      if (row.to !== 'same') this.current = { ...this.current, state: row.to };
    }
    this.events.push({ type: event, at: this.now, by, ...(data ? { data } : {}) });
    return this;
  }

  set(change: Partial<Mobility>): this {
    this.current = { ...this.current, ...change };
    return this;
  }

  /** Takes fields off the case. */
  unset(...fields: readonly (keyof Mobility)[]): this {
    const rest: Partial<Mobility> = { ...this.current };
    for (const field of fields) delete (rest as Record<string, unknown>)[field];
    this.current = rest as Mobility;
    return this;
  }

  mail(template: MailTemplate, data: Readonly<Record<string, string | number>> = {}, mailbox?: AddressOnFile): this {
    this.effects.push({ type: 'mail', template, data, ...(mailbox ? { mailbox } : {}) });
    return this;
  }

  /** Lets the first in line for money of this call have what has become free. */
  moveUp(call: string): this {
    this.effects.push({ type: 'move-up', call });
    return this;
  }

  transfer(transfers: readonly Transfer[]): this {
    this.transfers.push(...transfers);
    return this;
  }

  write(record: RecordChange): this {
    this.records.push(record);
    return this;
  }

  /** Starts a phase's workflow, unless it is under way: it looks at the case itself and goes on from there. */
  startPhase(phase: Phase): this {
    if (this.current.openPhases.includes(phase)) return this;
    return this.set({ openPhases: [...this.current.openPhases, phase] }).launch(phase);
  }

  /** Starts the same phase's workflow afresh, under the next execution name. */
  restartPhase(phase: Phase): this {
    return this.launch(phase);
  }

  /** The phase's workflow ends; it may be started again. */
  endPhase(phase: Phase): this {
    return this.set({ openPhases: this.current.openPhases.filter((open) => open !== phase) });
  }

  addDeadlines(...deadlines: readonly Deadline[]): this {
    const all = [...this.current.deadlines, ...deadlines];
    return this.set({ deadlines: all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) });
  }

  dropDeadlines(...kinds: readonly DeadlineKind[]): this {
    return this.set({ deadlines: this.current.deadlines.filter((deadline) => !kinds.includes(deadline.kind)) });
  }

  /** Drops the deadlines of one thing only, where several of a kind may stand beside each other. */
  dropDeadlinesOf(kind: DeadlineKind, ref: string): this {
    return this.set({
      deadlines: this.current.deadlines.filter((deadline) => deadline.kind !== kind || deadline.ref !== ref),
    });
  }

  done(): Outcome {
    this.resumeAnswered();
    if (finalStates.includes(this.current.state)) this.set({ deadlines: [] }).effects.push({ type: 'check-books' });
    else if (this.current.deadlines.length === 0) {
      throw new NoNextStep(`The case ${this.current.id} would stand in ${this.current.state} without a next step.`);
    }
    const { now: at, current: mobility, events, transfers, effects, records } = this;
    return { kind: 'decided', decision: { at, mobility, events, transfers, effects, records } };
  }

  private launch(phase: Phase): this {
    const attempt = (this.current.attempts[phase] ?? 0) + 1;
    this.set({ attempts: { ...this.current.attempts, [phase]: attempt } });
    this.effects.push({ type: 'start-phase', phase, attempt });
    return this.write({ record: 'phase-started', phase, attempt });
  }

  private resumeAnswered(): void {
    if (!this.before) return;
    for (const wait of waitNames) {
      // The attempt that waits: where this decision starts another one, it is told that it has ended.
      const attempt = attemptAt(waits[wait].phase, this.before);
      if (answerTo(wait, this.before, attempt) === undefined && answerTo(wait, this.current, attempt) !== undefined) {
        this.effects.push({ type: 'resume', wait, attempt });
      }
    }
  }
}
