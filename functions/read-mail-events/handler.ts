import middy from '@middy/core';
import * as z from 'zod';
import { hearOfMail } from '../../shared/mail/events.ts';
import type { DeliveryState } from '../../shared/mail/lifecycle.ts';
import { deps } from '../edge/deps.ts';
import { logged, parsed } from '../edge/task.ts';

const tag = (form: RegExp) => z.tuple([z.string().regex(form)]);

/** An event of SES as the rules of infra/aws hand it on: the tags of the message, what happened and when; no address. */
const input = z.strictObject({
  what: z.enum(['Email Delivered', 'Email Bounced', 'Email Complaint Received', 'Email Delivery Delayed']),
  at: z.iso.datetime(),
  institution: tag(/^[a-z0-9-]{1,16}$/),
  mobility: tag(/^[0-9A-HJKMNP-TV-Z]{10}$/),
  mail: tag(/^[A-Za-z0-9_-]{1,64}$/),
  /** Of bounces. */
  bounce: z.enum(['Permanent', 'Transient', 'Undetermined']).optional(),
});

/** Notes what became of a mail, and finds another way where it did not arrive. */
export const handler = middy()
  .use(parsed(input))
  .use(logged())
  .handler(async (event: unknown) => {
    const heard = event as z.infer<typeof input>;
    const [institution, mobility, mail] = [heard.institution[0], heard.mobility[0], heard.mail[0]];
    const at = new Date(heard.at).toISOString();
    return { hearing: await hearOfMail(deps, { institution, mobility, mail, state: stateOf(heard), at }) };
  });

/** SES tries for hours before it speaks of a bounce; one that is not permanent says nothing about the address. */
function stateOf({ what, bounce }: z.infer<typeof input>): DeliveryState {
  switch (what) {
    case 'Email Delivered':
      return 'delivered';
    case 'Email Bounced':
      return bounce === 'Permanent' ? 'bounced' : 'soft-bounced';
    case 'Email Complaint Received':
      return 'complained';
    case 'Email Delivery Delayed':
      return 'delayed';
  }
}
