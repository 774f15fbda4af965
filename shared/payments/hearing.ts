import { createHash } from 'node:crypto';
import type { Command } from '../mobility/commands.ts';
import { inParallel } from '../mobility/in-parallel.ts';
import { type Deps, perform } from '../mobility/perform.ts';
import type { PaymentItem } from '../mobility/records.ts';
import { taskItem } from '../mobility/tasks.ts';
import { change } from '../store/change.ts';
import { Conflict } from '../store/errors.ts';
import { batchPartition, isKeyPart, paymentKey, prefixes } from '../store/keys.ts';
import type { Item } from '../store/port.ts';
import type { FeedbackTask } from './feedback-tasks.ts';

/** What one part of a file says to one case. */
export interface Said {
  readonly mobility: string;
  readonly command: Command;
}

/**
 * One file of the bank in the hearing: who is told what. Parts are matched several at a time and told to several cases at
 * a time, each case in the order of the file. A part that fails keeps none of the others back; its error is kept.
 */
export class Hearing {
  passedOn = 0;
  tasks = 0;
  readonly errors: unknown[] = [];
  /** Something of the file could not be heard, so that it may be delivered again. */
  leftOut = false;
  /** Batches whose open sums are to be compared again when the cases have heard their parts (batch-sums.ts). */
  readonly batches = new Set<string>();
  readonly deps: Deps;
  readonly institution: string;
  /** What the bank called the file, and the hash of its bytes. */
  readonly file: { readonly name: string; readonly hash: string };
  private readonly told = new Map<string, Command[]>();

  constructor(deps: Deps, institution: string, file: { readonly name: string; readonly hash: string }) {
    this.deps = deps;
    this.institution = institution;
    this.file = file;
  }

  /** Finds out for every part which cases it speaks to, and notes it in the order of the parts. */
  async match<T>(parts: readonly T[], find: (part: T) => Promise<readonly Said[]>): Promise<void> {
    const found: (readonly Said[])[] = [];
    const failed = await inParallel([...parts.entries()], async ([at, part]) => {
      found[at] = await find(part);
    });
    this.errors.push(...failed.map(({ error }) => error));
    this.note(found.flatMap((said) => said ?? []));
  }

  /** Notes what is to be told to which case. */
  note(said: readonly Said[]): void {
    for (const { mobility, command } of said) {
      const commands = this.told.get(mobility);
      if (commands) commands.push(command);
      else this.told.set(mobility, [command]);
    }
  }

  /** Cases that have been found so far. */
  get speaksTo(): number {
    return this.told.size;
  }

  /** Tells every case its part. Each is a transaction of its own; what was told before changes nothing. */
  async tell(): Promise<void> {
    const told = [...this.told];
    this.told.clear();
    await inParallel(told, async ([mobility, commands]) => {
      for (const command of commands) {
        try {
          await perform(this.deps, this.institution, mobility, command);
          this.passedOn += 1;
        } catch (error) {
          this.errors.push(error);
        }
      }
    });
  }

  /** Something for a person of finance to look at. The same thing twice is one task, and stays as it was first put. */
  async task(kind: FeedbackTask, about: string, data: Readonly<Record<string, string>>): Promise<void> {
    const task = { id: taskId(kind, about), kind, data, at: this.deps.clock.now(), file: this.file.hash };
    try {
      const item = taskItem(this.institution, task);
      await this.deps.store.commit(change().put('cases', item).expectAbsent().writes);
      this.tasks += 1;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }

  /** The payment of an EndToEndId, as the payment run knows it. */
  async payment(id: string | undefined): Promise<PaymentItem | undefined> {
    if (id === undefined || !isKeyPart(id)) return undefined;
    return this.deps.store.get<PaymentItem>('cases', paymentKey(this.institution, id));
  }

  /** The EndToEndIds of a batch; none for a batch that is not ours. */
  async membersOf(batch: string): Promise<string[]> {
    if (!isKeyPart(batch)) return [];
    const pk = batchPartition(this.institution, batch);
    const range = { pk, prefix: prefixes.batchMember };
    const members = await this.deps.store.query<Item & { payment: string }>('cases', range);
    return members.map((member) => member.payment);
  }
}

/** The task of this kind about this thing: the same thing twice is one task. */
export function taskId(kind: FeedbackTask, about: string): string {
  return `${kind}-${createHash('sha256').update(about).digest('hex').slice(0, 16)}`;
}

/** Does the work for all, several at a time, and gives the answers in their order. Throws the first error. */
export async function allInParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const [failed] = await inParallel([...items.entries()], async ([at, item]) => {
    answers[at] = await work(item);
  });
  if (failed) throw failed.error;
  return answers;
}
