import middy from '@middy/core';
import { dueCases, fallDue } from '../../shared/deadlines/sweep.ts';
import { inParallel } from '../../shared/mobility/in-parallel.ts';
import { awardRounds } from '../../shared/mobility/rounds.ts';
import { deps } from '../edge/deps.ts';
import { logFailures, RoundIncomplete } from '../edge/log.ts';
import { logged } from '../edge/task.ts';

/** Cases per institution and sweep; the next sweep, minutes later, takes the rest. */
const LIMIT = 500;

/** Acts on what is due and not yet done, whenever that was due. */
export const handler = middy()
  .use(logged())
  .handler(async () => {
    let swept = 0;
    let undone = 0;
    for (const institution of deps.rules.institutions()) {
      const { id } = institution;
      const unranked = await inParallel([institution], (each) => awardRounds(deps, each));
      logFailures('sweep-deadlines', unranked, (each) => each.id);
      undone += unranked.length;
      const due = await dueCases(deps, id, LIMIT);
      const failed = await inParallel(due, (key) => fallDue(deps, key));
      logFailures('sweep-deadlines', failed, (key) => key.pk);
      swept += due.length - failed.length;
      undone += failed.length;
    }
    if (undone > 0) throw new RoundIncomplete(undone);
    return { swept };
  });
