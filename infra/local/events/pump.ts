import { setTimeout as realPause } from 'node:timers/promises';
import * as z from 'zod';
import type { StreamDefinition } from '../template/types.ts';
import type { InvokeFunction } from './bus.ts';
import { compilePattern, type Matcher } from './pattern.ts';

/** A record of a table's stream, as far as it matters here; it is handed over whole. */
export interface PumpedRecord {
  readonly dynamodb: { readonly Keys: Readonly<Record<string, unknown>>; readonly SequenceNumber: string };
}

/** The stream of one table with a place that is kept over restarts; infra/local/database has it. */
export interface PumpSource {
  /** The next records after the kept place, oldest first; none at the end. */
  poll(): Promise<readonly PumpedRecord[]>;
  /** Moves the kept place behind this record. */
  commit(sequence: string): Promise<void>;
}

export interface PumpOptions {
  readonly stream: StreamDefinition;
  readonly source: PumpSource;
  readonly invoke: InvokeFunction;
  readonly report: (line: string) => void;
  /** Waits so many milliseconds of real time between attempts. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

const FIRST_PAUSE_MS = 50;

const answer = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })
  .nullish()
  .transform((result) => new Set(result?.batchItemFailures.map((failure) => failure.itemIdentifier)));

/**
 * Brings a table's stream to the function of its event source mapping, batch by batch and in order. Records that fail are
 * tried again as often as the mapping says, alone and with growing pauses, and then left behind: whoever wrote them has a
 * sweep for that. The place in the stream is kept after each batch, so a crash brings a batch again.
 */
export class StreamPump {
  private readonly options: PumpOptions;
  private readonly filters: readonly Matcher[];

  /** @throws PatternRefused */
  constructor(options: PumpOptions) {
    this.options = options;
    this.filters = options.stream.patterns.map((pattern) =>
      compilePattern(pattern, `the stream of ${options.stream.table}`),
    );
  }

  /** Hands over everything that the stream holds by now. Gives how many records those were. */
  async work(): Promise<number> {
    let handed = 0;
    for (;;) {
      const records = await this.options.source.poll();
      const last = records.at(-1);
      if (!last) return handed;
      const wanted = records.filter((record) => this.filters.length === 0 || this.filters.some((fits) => fits(record)));
      const { batchSize } = this.options.stream;
      for (let from = 0; from < wanted.length; from += batchSize)
        await this.deliver(wanted.slice(from, from + batchSize));
      await this.options.source.commit(last.dynamodb.SequenceNumber);
      handed += wanted.length;
    }
  }

  private async deliver(batch: readonly PumpedRecord[]): Promise<void> {
    const { stream, report, pause = realPause } = this.options;
    let failed = await this.attempt(batch);
    for (let again = 1; failed.length > 0 && again <= stream.retryAttempts; again += 1) {
      await pause(FIRST_PAUSE_MS * 2 ** (again - 1));
      const alone = await Promise.all(failed.map((record) => this.attempt([record])));
      failed = alone.flat();
    }
    for (const { dynamodb } of failed) {
      report(`${stream.functionName} could not handle ${JSON.stringify(dynamodb.Keys)}; it is left to the sweep.`);
    }
  }

  /** One call. Gives the records that it did not handle: those that it names, or all when it fails as a whole. */
  private async attempt(batch: readonly PumpedRecord[]): Promise<readonly PumpedRecord[]> {
    try {
      const failed = answer.parse(await this.options.invoke(this.options.stream.functionName, { Records: batch }));
      // As on AWS: an empty identifier means the whole batch.
      return failed.has('') ? batch : batch.filter((record) => failed.has(record.dynamodb.SequenceNumber));
    } catch (error) {
      this.options.report(`${this.options.stream.functionName}: ${error instanceof Error ? error.name : 'failed'}`);
      return batch;
    }
  }
}
