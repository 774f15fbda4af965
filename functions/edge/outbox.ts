import middy from '@middy/core';
import * as z from 'zod';
import { inParallel } from '../../shared/mobility/in-parallel.ts';
import type { Key } from '../../shared/store/port.ts';
import { deps } from './deps.ts';
import { logFailures, RoundIncomplete } from './log.ts';
import { logged, parsed } from './task.ts';

const text = z.object({ S: z.string() });
const record = z.object({
  dynamodb: z.object({ Keys: z.object({ pk: text, sk: text }), SequenceNumber: z.string() }),
});
const input = z.union([z.object({ Records: z.array(record) }), z.strictObject({ sweep: z.literal(true) })]);

/** What one deliverer does: with an entry, and to find those that the stream has left lying. */
export interface Deliverer {
  readonly name: string;
  readonly deliver: (key: Key) => Promise<void>;
  readonly undelivered: (institution: string) => Promise<readonly Key[]>;
}

/**
 * Delivers entries of an outbox: from the table's stream as they are written, and on a schedule what the stream has left
 * lying. One that fails keeps no other back.
 */
export const outboxHandler = (deliverer: Deliverer) =>
  middy()
    .use(parsed(input))
    .use(logged())
    .handler(async (event: unknown) => {
      const asked = event as z.infer<typeof input>;
      return 'sweep' in asked ? sweep(deliverer) : fromStream(deliverer, asked.Records);
    });

async function fromStream({ name, deliver }: Deliverer, records: readonly z.infer<typeof record>[]) {
  const failed = await inParallel(records, ({ dynamodb: { Keys } }) => deliver({ pk: Keys.pk.S, sk: Keys.sk.S }));
  logFailures(name, failed, ({ dynamodb }) => dynamodb.Keys.pk.S);
  return { batchItemFailures: failed.map(({ item }) => ({ itemIdentifier: item.dynamodb.SequenceNumber })) };
}

async function sweep({ name, deliver, undelivered }: Deliverer) {
  let delivered = 0;
  let undone = 0;
  for (const { id } of deps.rules.institutions()) {
    const keys = await undelivered(id);
    const failed = await inParallel(keys, (key) => deliver({ pk: key.pk, sk: key.sk }));
    logFailures(name, failed, (key) => key.pk);
    delivered += keys.length - failed.length;
    undone += failed.length;
  }
  if (undone > 0) throw new RoundIncomplete(undone);
  return { delivered };
}
