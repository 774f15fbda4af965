import type { Write } from '../../shared/store/port.ts';
import { compilePattern } from './events/pattern.ts';
import type { PumpSource } from './events/pump.ts';
import type { StreamDefinition } from './template/types.ts';

type Listener = (writes: readonly Write[] | undefined) => void;

/** Passes on what is written to the tables, all of which is written by this process. */
export class Changes {
  private readonly listeners: Listener[] = [];

  /** For the store's `onCommit`. */
  readonly committed: Listener = (writes) => {
    for (const listener of this.listeners) listener(writes);
  };

  follow(listener: Listener): void {
    this.listeners.push(listener);
  }
}

/**
 * A table's stream that is only asked when something was written that its function may want, since it was last read to
 * its end: a poll that gives less than it could has reached the end, as soon as what it gave has been handled. What
 * nobody wants stays in the stream until then, and is passed over.
 * @param limit most records of one poll of the source
 */
export function watchedStream(
  source: PumpSource,
  { stream, changes, limit }: { readonly stream: StreamDefinition; readonly changes: Changes; readonly limit: number },
): PumpSource {
  const filters = stream.patterns.map((pattern) => compilePattern(pattern, `the stream of ${stream.table}`));
  let written = 1;
  let readAt = 0;
  let endAt: number | undefined;
  changes.follow((writes) => {
    const wanted = writes?.some(
      (write) => filters.length === 0 || filters.some((fits) => fitsOnceWritten(write, fits)),
    );
    if (wanted ?? true) written += 1;
  });
  return {
    async poll() {
      const asked = written;
      if (asked === readAt) return [];
      const records = await source.poll();
      endAt = records.length < limit ? asked : undefined;
      if (records.length === 0) readAt = asked;
      return records;
    },
    async commit(sequence) {
      await source.commit(sequence);
      readAt = endAt ?? readAt;
    },
  };
}

/** Whether the stream's record of a write may fit. A put may have made the record or replaced it. */
function fitsOnceWritten(write: Write, fits: (record: unknown) => boolean): boolean {
  const { pk, sk } = write.do === 'put' ? write.item : write.key;
  const names = { put: ['INSERT', 'MODIFY'], update: ['MODIFY'], delete: ['REMOVE'], check: [] }[write.do];
  return names.some((eventName) => fits({ eventName, dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } } }));
}
