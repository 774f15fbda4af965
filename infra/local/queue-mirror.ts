import type { Item, Key, Write } from '../../shared/store/port.ts';

/** One record in a work queue: its key, the queue, and its place there, which begins with when it is due. */
export interface QueueEntry {
  readonly pk: string;
  readonly sk: string;
  readonly queue: string;
  readonly place: string;
}

/** All entries of a queue as they lie in the table now, in any order. */
export type ReadQueue = (queue: string) => Promise<readonly QueueEntry[]>;

/**
 * The work queues as they lie in the table, known without asking it: each is read once, and from then on what is written
 * is followed, for all of it is written by this process. After a write that may or may not have happened, and after one
 * that does not say all, the queues are read anew.
 */
export class QueueMirror {
  private readonly read: ReadQueue;
  /** By record; a record stands in at most one queue. */
  private entries = new Map<string, QueueEntry>();
  private known = new Set<string>();
  /** The newest version heard of, of records that have one. */
  private readonly versions = new Map<string, number>();
  private readonly sorted = new Map<string, readonly QueueEntry[]>();
  private changes = 0;

  constructor(read: ReadQueue) {
    this.read = read;
  }

  /** The queue's entries in the order of their places. */
  async queue(name: string): Promise<readonly QueueEntry[]> {
    while (!this.known.has(name)) await this.load(name);
    const ready = this.sorted.get(name);
    if (ready) return ready;
    const own = [...this.entries.values()].filter(({ queue }) => queue === name);
    own.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
    this.sorted.set(name, own);
    return own;
  }

  /** For the store's `onCommit`. */
  readonly follow = (writes: readonly Write[] | undefined): void => {
    this.changes += 1;
    if (writes === undefined) this.forget();
    for (const write of writes ?? []) if (write.table === 'cases') this.apply(write);
  };

  private async load(name: string): Promise<void> {
    const { changes } = this;
    const found = await this.read(name);
    // What was written meanwhile may stand in what was read, or not: then once more.
    if (changes !== this.changes) return;
    for (const entry of found) this.entries.set(recordOf(entry), entry);
    this.known.add(name);
    this.sorted.delete(name);
  }

  private apply(write: Write): void {
    switch (write.do) {
      case 'put':
        if (this.isNews(write.item)) this.place(write.item, write.item.workPk, write.item.workSk);
        break;
      case 'delete':
        this.place(write.key);
        break;
      case 'update': {
        const { workPk, workSk } = (write.set ?? {}) as { readonly workPk?: string; readonly workSk?: string };
        const leaves = write.remove?.some((field) => field === 'workPk' || field === 'workSk');
        if (leaves) this.place(write.key);
        else if (workPk !== undefined && workSk !== undefined) this.place(write.key, workPk, workSk);
        else if (workPk !== undefined || workSk !== undefined) this.forget();
        break;
      }
      case 'check':
    }
  }

  /** Two writes of one record are heard of in the order of their answers, which need not be that of the writes. */
  private isNews(item: Item): boolean {
    if (item.version === undefined) return true;
    const name = recordOf(item);
    if (item.version < (this.versions.get(name) ?? 0)) return false;
    this.versions.set(name, item.version);
    return true;
  }

  private place(record: Key, queue?: string, place?: string): void {
    const { pk, sk } = record;
    const name = recordOf(record);
    const before = this.entries.get(name);
    if (before) this.sorted.delete(before.queue);
    this.entries.delete(name);
    if (queue === undefined || place === undefined) return;
    this.entries.set(name, { pk, sk, queue, place });
    this.sorted.delete(queue);
  }

  private forget(): void {
    this.entries = new Map();
    this.known = new Set();
    this.sorted.clear();
  }
}

const recordOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
