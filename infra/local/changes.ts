import type { PumpSource } from './events/pump.ts';
import type { Work, WorkOf } from './events/schedules.ts';

/**
 * Counts the writes to the tables, all of which are made in this process. What was read at a count is still true while
 * the count is the same, so nobody has to ask the database again.
 */
export class Changes {
  private writes = 1;

  get count(): number {
    return this.writes;
  }

  note(): void {
    this.writes += 1;
  }
}

/**
 * A stream that is only asked when something was written since it was last read to its end: a poll that gives less than
 * it could has reached the end, as soon as what it gave has been handled.
 * @param limit most records of one poll of the source
 */
export function watchedStream(source: PumpSource, changes: Changes, limit: number): PumpSource {
  let readAt = 0;
  let endAt: number | undefined;
  return {
    async poll() {
      const { count } = changes;
      if (count === readAt) return [];
      const records = await source.poll();
      endAt = records.length < limit ? count : undefined;
      if (records.length === 0) readAt = count;
      return records;
    },
    async commit(sequence) {
      await source.commit(sequence);
      readAt = endAt ?? readAt;
    },
  };
}

/** Work queues that remember what they have read of a queue until something is written. */
export function rememberedQueues(workOf: WorkOf, changes: Changes): WorkOf {
  const read = new Map<string, { readonly at: number; readonly entries: Remembered }>();
  return (functionArn) => {
    const known = read.get(functionArn);
    if (known?.at === changes.count) return known.entries.all();
    const entries = new Remembered(workOf(functionArn));
    read.set(functionArn, { at: changes.count, entries });
    return entries.all();
  };
}

/** Reads a source once, as far as anybody asks, and gives it to everybody from the beginning. */
class Remembered {
  private readonly entries: Work[] = [];
  private readonly source: AsyncIterator<Work>;

  constructor(source: AsyncIterable<Work>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async *all(): AsyncGenerator<Work> {
    for (let place = 0; ; place += 1) {
      if (place === this.entries.length) {
        const next = await this.source.next();
        if (next.done) return;
        this.entries.push(next.value);
      }
      const entry = this.entries[place];
      if (entry) yield entry;
    }
  }
}
