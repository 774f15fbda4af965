import middy from '@middy/core';
import { dueCases, fallDue } from '../../shared/deadlines/sweep.ts';
import { inParallel } from '../../shared/mobility/in-parallel.ts';
import { deps } from '../edge/deps.ts';
import { logFailures } from '../edge/log.ts';
import { logged } from '../edge/task.ts';

/** Cases per institution and sweep; the next sweep, minutes later, takes the rest. */
const LIMIT = 500;

/** Acts on what is due and not yet done, whenever that was due. */
export const handler = middy()
  .use(logged())
  .handler(async () => {
    let swept = 0;
    for (const { id } of deps.rules.institutions()) {
      const due = await dueCases(deps, id, LIMIT);
      logFailures('sweep-deadlines', await inParallel(due, (key) => fallDue(deps, key)), (key) => key.pk);
      swept += due.length;
    }
    return { swept };
  });
