import middy from '@middy/core';
import * as z from 'zod';
import { attemptOf } from '../../shared/mobility/executions.ts';
import { keepToken } from '../../shared/mobility/waiting.ts';
import { waits } from '../../shared/mobility/waits.ts';
import { deps } from '../edge/deps.ts';
import { caseInput, logged, parsed } from '../edge/task.ts';

const input = caseInput.extend({
  wait: z.enum(['approval', 'budget', 'signature', 'payment', 'end-of-stay', 'repayment']),
  token: z.string().min(1),
  entered: z.iso.datetime(),
  retry: z.int().nonnegative(),
  execution: z.string().max(80).optional(),
});

/** Keeps the task token of a waiting phase until the case has the answer. The execution's name says which attempt waits. */
export const handler = middy()
  .use(parsed(input))
  .use(logged())
  .handler(async (event: unknown) => {
    const { institution, mobility, wait, execution, ...waiting } = event as z.infer<typeof input>;
    const attempt = attemptOf(execution, waits[wait].phase);
    await keepToken(deps, institution, mobility, wait, { ...waiting, ...(attempt === undefined ? {} : { attempt }) });
  });
