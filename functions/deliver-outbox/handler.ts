import middy from '@middy/core';
import * as z from 'zod';
import { inParallel } from '../../shared/mobility/in-parallel.ts';
import { deliver, undelivered } from '../../shared/mobility/outbox.ts';
import { deps } from '../edge/deps.ts';
import { logFailures, RoundIncomplete } from '../edge/log.ts';
import { mail } from '../edge/mail.ts';
import { logged, parsed } from '../edge/task.ts';
import { workflows } from '../edge/workflows.ts';

const text = z.object({ S: z.string() });
const record = z.object({
  dynamodb: z.object({ Keys: z.object({ pk: text, sk: text }), SequenceNumber: z.string() }),
});
const input = z.union([z.object({ Records: z.array(record) }), z.strictObject({ sweep: z.literal(true) })]);

const ports = { mail, ...workflows };

/**
 * Delivers effects: from the table's stream as they are written, and on a schedule what the stream has left lying. The only
 * function that may resume workflows.
 */
export const handler = middy()
  .use(parsed(input))
  .use(logged())
  .handler(async (event: unknown) => {
    const asked = event as z.infer<typeof input>;
    return 'sweep' in asked ? sweep() : fromStream(asked.Records);
  });

async function fromStream(records: readonly z.infer<typeof record>[]) {
  const failed = await inParallel(records, ({ dynamodb: { Keys } }) =>
    deliver(deps, ports, { pk: Keys.pk.S, sk: Keys.sk.S }),
  );
  logFailures('deliver-outbox', failed, ({ dynamodb }) => dynamodb.Keys.pk.S);
  return { batchItemFailures: failed.map(({ item }) => ({ itemIdentifier: item.dynamodb.SequenceNumber })) };
}

async function sweep() {
  let delivered = 0;
  let undone = 0;
  for (const { id } of deps.rules.institutions()) {
    const keys = await undelivered(deps, id);
    const failed = await inParallel(keys, (key) => deliver(deps, ports, { pk: key.pk, sk: key.sk }));
    logFailures('deliver-outbox', failed, (key) => key.pk);
    delivered += keys.length - failed.length;
    undone += failed.length;
  }
  if (undone > 0) throw new RoundIncomplete(undone);
  return { delivered };
}
