import middy from '@middy/core';
import * as z from 'zod';
import type { Verdict } from '../../shared/mail/inbound.ts';
import { receiveMail } from '../../shared/mail/receive.ts';
import { deps } from '../edge/deps.ts';
import { setting } from '../edge/env.ts';
import { inbox, objects } from '../edge/objects.ts';
import { logged, parsed } from '../edge/task.ts';

/** A verdict of SES; a word that is not known says nothing about the mail. */
const verdict = z
  .object({ status: z.string() })
  .transform(
    ({ status }): Verdict =>
      status === 'PASS' || status === 'FAIL' || status === 'GRAY' ? status : 'PROCESSING_FAILED',
  )
  .prefault({ status: 'PROCESSING_FAILED' });

/** What SES hands a function of a receipt rule; it has put the mail itself into the bucket before (infra/aws/inbound.ts). */
const record = z.object({
  ses: z.object({
    mail: z.object({ messageId: z.string().regex(/^[\w-]{1,128}$/), source: z.string().default('') }),
    receipt: z.object({
      recipients: z.array(z.string().max(320)).max(1000),
      spamVerdict: verdict,
      virusVerdict: verdict,
      spfVerdict: verdict,
      dkimVerdict: verdict,
      dmarcVerdict: verdict,
    }),
  }),
});
const input = z.object({ Records: z.array(record).length(1) });

/** Files what people answer to our mails. Logs what became of each mail: reasons and ids only. */
export const handler = middy()
  .use(parsed(input))
  .use(logged())
  .handler(async (event: unknown) => {
    const [{ ses }] = (event as z.infer<typeof input>).Records as [z.infer<typeof record>];
    const { mail, receipt } = ses;
    const results = await receiveMail(
      { ...deps, inbox, files: objects, domain: setting('REPLY_DOMAIN'), from: setting('MAIL_FROM') },
      {
        key: `replies/${mail.messageId}`,
        source: mail.source,
        recipients: receipt.recipients,
        verdicts: {
          dmarc: receipt.dmarcVerdict,
          spf: receipt.spfVerdict,
          dkim: receipt.dkimVerdict,
          spam: receipt.spamVerdict,
          virus: receipt.virusVerdict,
        },
      },
    );
    for (const result of results) console.log(JSON.stringify({ level: 'info', function: 'receive-mail', ...result }));
    return results;
  });
