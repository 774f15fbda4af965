import middy from '@middy/core';
import { checkCase } from '../../shared/mobility/check-books.ts';
import { inParallel } from '../../shared/mobility/in-parallel.ts';
import { dueQueue } from '../../shared/store/keys.ts';
import { deps } from '../edge/deps.ts';
import { logFailures, RoundIncomplete } from '../edge/log.ts';
import { logged } from '../edge/task.ts';

/** Open cases per institution and night; one that has more is told so by a failed round. */
const LIMIT = 20_000;
/** Every open case stands in the queue of deadlines, under whatever it waits for. */
const EVER = '9999';

/**
 * Every night: each open case against its transfers. One that has ended is compared when it ends (shared/mobility/outbox.ts),
 * and all of them by `wayfare ledger check`.
 */
export const handler = middy()
  .use(logged())
  .handler(async () => {
    let checked = 0;
    let undone = 0;
    const differing: string[] = [];
    for (const { id: institution } of deps.rules.institutions()) {
      const cases = await deps.store.work(dueQueue(institution), EVER, LIMIT);
      const failed = await inParallel(cases, async ({ pk }) => {
        const [, , mobility = ''] = pk.split('#');
        if ((await checkCase(deps, institution, mobility)) === 'differs') differing.push(mobility);
      });
      logFailures('check-books', failed, ({ pk }) => pk);
      checked += cases.length - failed.length;
      undone += failed.length + (cases.length === LIMIT ? 1 : 0);
    }
    for (const mobility of differing) {
      console.error(JSON.stringify({ level: 'error', function: 'check-books', mobility, error: 'BooksDiffer' }));
    }
    if (undone > 0) throw new RoundIncomplete(undone);
    return { checked, differing: differing.length };
  });
