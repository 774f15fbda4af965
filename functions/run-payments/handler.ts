import middy from '@middy/core';
import { inParallel } from '../../shared/mobility/in-parallel.ts';
import { runPayments } from '../../shared/payments/run.ts';
import { deps } from '../edge/deps.ts';
import { logFailures, RoundIncomplete } from '../edge/log.ts';
import { objects } from '../edge/objects.ts';
import { logged } from '../edge/task.ts';

/** The payment run of every institution: what has reached its cut-off leaves in one file each. */
export const handler = middy()
  .use(logged())
  .handler(async () => {
    const institutions = deps.rules.institutions();
    const failed = await inParallel(institutions, ({ id }) => runPayments(deps, objects, id));
    logFailures('run-payments', failed, ({ id }) => id);
    if (failed.length > 0) throw new RoundIncomplete(failed.length);
    return { institutions: institutions.length };
  });
