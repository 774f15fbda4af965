import { describe, expect, it } from 'vitest';
import { EventBus } from '../../infra/local/events/bus.ts';
import { type PumpedRecord, type PumpSource, StreamPump } from '../../infra/local/events/pump.ts';
import { openHostFile } from '../../infra/local/hostfile.ts';
import type { StreamDefinition } from '../../infra/local/template/types.ts';
import { temporaryFolder } from './fixtures.ts';

const stream: StreamDefinition = {
  table: 'cases',
  functionName: 'deliver-outbox',
  batchSize: 3,
  retryAttempts: 2,
  patterns: [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'outbox#' }] } } } }],
};
const record = (n: number, sk: string, eventName = 'INSERT') => ({
  eventName,
  dynamodb: { Keys: { pk: { S: 'nhh#case#1' }, sk: { S: sk } }, SequenceNumber: String(n) },
});

/** A source that gives its records once they are due and notes how far it was committed. */
function source(records: PumpedRecord[]): PumpSource & { committed: string } {
  const place = { committed: '' };
  return Object.assign(place, {
    poll: async () => records.filter((r) => Number(r.dynamodb.SequenceNumber) > Number(place.committed)),
    commit: async (sequence: string) => {
      place.committed = sequence;
    },
  });
}

type Batch = { readonly Records: readonly PumpedRecord[] };
const numbers = (event: unknown) => (event as Batch).Records.map((r) => r.dynamodb.SequenceNumber);

function pump(records: PumpedRecord[], answer: (numbers: string[], call: number) => unknown) {
  const calls: string[][] = [];
  const reports: string[] = [];
  const from = source(records);
  const made = new StreamPump({
    stream,
    source: from,
    invoke: async (_arn, event) => {
      calls.push(numbers(event));
      return answer(numbers(event), calls.length);
    },
    report: (line) => reports.push(line),
    pause: async () => undefined,
  });
  return { made, calls, reports, from };
}

const outbox = (count: number) => Array.from({ length: count }, (_, n) => record(n + 1, `outbox#${n + 1}`));
const all = { batchItemFailures: [] };

describe('the stream', () => {
  it('comes in batches, in order, and only what the filter lets through', async () => {
    const { made, calls, from } = pump([...outbox(4), record(5, 'case'), record(6, 'outbox#6', 'REMOVE')], () => all);
    expect(await made.work()).toBe(4);
    expect([calls, from.committed]).toEqual([[['1', '2', '3'], ['4']], '6']);
  });

  it('brings again, alone, what the function could not handle', async () => {
    const { made, calls } = pump(outbox(3), (given, call) => ({
      batchItemFailures: call === 1 ? [{ itemIdentifier: '2' }] : given.length > 1 ? [{ itemIdentifier: '' }] : [],
    }));
    await made.work();
    expect(calls).toEqual([['1', '2', '3'], ['2']]);
  });

  it('isolates the bad one when a whole batch fails, and leaves it to the sweep at last', async () => {
    const { made, calls, reports, from } = pump(outbox(3), (given) => {
      if (given.includes('2')) throw new Error('bad entry');
      return all;
    });
    await made.work();
    expect(calls).toEqual([['1', '2', '3'], ['1'], ['2'], ['3'], ['2']]);
    expect(reports.at(-1)).toContain('outbox#2');
    expect(from.committed).toBe('3');
  });

  it('is not committed before it was handled: a crash brings it again', async () => {
    const committed: string[] = [];
    const { made, from } = pump(outbox(2), () => {
      committed.push(from.committed);
      return all;
    });
    await made.work();
    expect(committed).toEqual(['']);
  });
});

describe('the event bus', () => {
  const rule = { name: 'arrived', pattern: { source: ['aws.s3'] }, functionArns: ['arn:read'] };

  it('keeps an event over a restart until its function has taken it', async () => {
    const folder = temporaryFolder();
    const taken: unknown[] = [];
    const open = (works: boolean) =>
      new EventBus(
        openHostFile(folder),
        [rule],
        async (_arn, event) => (works ? taken.push(event) : Promise.reject(new Error('down'))),
        () => undefined,
      );
    const first = open(false);
    first.publish({ source: 'aws.s3', n: 1 });
    first.publish({ source: 'elsewhere', n: 2 });
    await first.deliver();
    const second = open(true);
    expect([await second.deliver(), await second.deliver()]).toEqual([1, 0]);
    expect(taken).toEqual([{ source: 'aws.s3', n: 1 }]);
  });

  it('gives an event up after three attempts, keeps it and says so', async () => {
    const reports: string[] = [];
    const bus = new EventBus(
      openHostFile(temporaryFolder()),
      [rule],
      () => Promise.reject(new TypeError('malformed')),
      (line) => reports.push(line),
      async () => undefined,
    );
    bus.publish({ source: 'aws.s3' });
    for (let n = 0; n < 5; n += 1) await bus.deliver();
    expect(reports).toHaveLength(3);
    expect(bus.dead()).toMatchObject([{ rule: 'arrived', functionArn: 'arn:read', error: 'TypeError: malformed' }]);
  });
});
