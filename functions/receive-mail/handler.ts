import middy from '@middy/core';
import * as z from 'zod';
import type { Verdict } from '../../shared/mail/inbound.ts';
import { receiveMail } from '../../shared/mail/receive.ts';
import type { Arrival } from '../../shared/mail/receive-types.ts';
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

const messageId = z.string().regex(/^[\w-]{1,128}$/);

/** What SES hands a function of a receipt rule; it has put the mail itself into the bucket before (infra/aws/inbound.ts). */
const record = z.object({
  ses: z.object({
    mail: z.object({ messageId, source: z.string().default('') }),
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
/** From the receipt rule; or by hand, of a mail that could not be filed and of which only the id was kept. */
const input = z.union([z.object({ Records: z.tuple([record]) }), z.strictObject({ again: messageId })]);

/** Files what people answer to our mails. Logs what became of each mail: reasons and ids only. */
export const handler = middy()
  .use(parsed(input))
  .use(logged())
  .handler(async (event: unknown) => {
    const results = await receiveMail(
      { ...deps, inbox, files: objects, domain: setting('REPLY_DOMAIN'), from: setting('MAIL_FROM') },
      arrivalOf(event as z.infer<typeof input>),
    );
    for (const result of results) console.log(JSON.stringify({ level: 'info', function: 'receive-mail', ...result }));
    return results;
  });

/** Of a mail that is tried again nothing is known any more: its sender counts as unproven, and its files are left out. */
const unknown = 'PROCESSING_FAILED';
const nothingKnown = { dmarc: unknown, spf: unknown, dkim: unknown, spam: unknown, virus: unknown } as const;

function arrivalOf(event: z.infer<typeof input>): Arrival {
  if ('again' in event) return { key: `replies/${event.again}`, verdicts: nothingKnown };
  const [{ ses }] = event.Records;
  const { mail, receipt } = ses;
  const { dmarcVerdict: dmarc, spfVerdict: spf, dkimVerdict: dkim, spamVerdict: spam, virusVerdict: virus } = receipt;
  return {
    key: `replies/${mail.messageId}`,
    source: mail.source,
    recipients: receipt.recipients,
    verdicts: { dmarc, spf, dkim, spam, virus },
  };
}
