import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { EffectPorts } from '../../shared/mobility/outbox.ts';
import { clientSettings, plain } from './clients.ts';
import { env, setting } from './env.ts';

const client = plain(new SESClient(clientSettings));

/**
 * Mail by SES, raw, so that the message leaves exactly as it was written. The tags come back with every event about it; the
 * configuration set that publishes the events is that of the sending identity (infra/aws/mail.ts).
 */
export const mail: EffectPorts['mail'] = {
  baseUrl: setting('BASE_URL'),
  from: setting('MAIL_FROM'),
  ...(env.REPLY_DOMAIN ? { replyDomain: env.REPLY_DOMAIN } : {}),
  transport: {
    async send(raw, from, to, tags) {
      const { MessageId } = await client.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [...to],
          RawMessage: { Data: raw },
          Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
        }),
      );
      return MessageId;
    },
  },
};
