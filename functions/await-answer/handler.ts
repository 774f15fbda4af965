import middy from '@middy/core';
import * as z from 'zod';
import { keepToken } from '../../shared/mobility/waiting.ts';
import { deps } from '../edge/deps.ts';
import { caseInput, logged, parsed } from '../edge/task.ts';

const input = caseInput.extend({
  wait: z.enum(['approval', 'budget', 'signature', 'payment', 'end-of-stay', 'repayment']),
  token: z.string().min(1),
  entered: z.iso.datetime(),
  retry: z.int().nonnegative(),
});

/** Keeps the task token of a waiting phase until the case has the answer. */
export const handler = middy()
  .use(parsed(input))
  .use(logged())
  .handler(async (event: unknown) => {
    const { institution, mobility, wait, ...waiting } = event as z.infer<typeof input>;
    await keepToken(deps, institution, mobility, wait, waiting);
  });
