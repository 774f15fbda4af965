import middy from '@middy/core';
import * as z from 'zod';
import { readFeedback, refuseLargeFile } from '../../shared/payments/feedback.ts';
import { xmlBounds } from '../../shared/payments/tree.ts';
import { deps } from '../edge/deps.ts';
import { objects } from '../edge/objects.ts';
import { logged, parsed } from '../edge/task.ts';

/** S3's `Object Created` by way of EventBridge. The institution is the folder that the bank's file was delivered to. */
const input = z.object({
  detail: z.object({ object: z.object({ key: z.string().regex(/^bank\/in\/[a-z0-9-]{1,16}\/[^/]+$/) }) }),
});

/** Gives every case its part of what the bank reports. */
export const handler = middy()
  .use(parsed(input))
  .use(logged())
  .handler(async (event: unknown) => {
    const { key } = (event as z.infer<typeof input>).detail.object;
    const [, , institution = '', name = ''] = key.split('/');
    const found = await objects.getUpTo(key, xmlBounds.bytes);
    if ('tooLarge' in found) return refuseLargeFile(deps, institution, name, found.tooLarge);
    return readFeedback(deps, institution, name, found.body);
  });
