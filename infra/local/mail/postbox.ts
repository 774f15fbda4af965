import { createHash } from 'node:crypto';
import type { Clock } from '../../../shared/calendar/clock.ts';
import { readHead } from '../../../shared/mail/inbound-parse.ts';
import type { Ids } from '../../../shared/mobility/ids.ts';
import type { EventBus } from '../events/bus.ts';
import type { Objects } from '../s3/objects.ts';
import { putObject } from '../storage.ts';
import type { ReceiptDefinition, RuleDefinition } from '../template/types.ts';
import { verdictsOf } from './verdicts.ts';

/** What the bus calls instead of a function when a mail has come in; the receipt rule of the template names the function. */
export const POSTBOX = 'local:postbox';

/** Keeps the hand-over of a mail on the bus, so that it survives a crash. */
export const postboxRule: RuleDefinition = {
  name: 'postbox',
  pattern: { source: ['local.postbox'] },
  functionArns: [POSTBOX],
};

export interface Envelope {
  /** Empty for a bounce. */
  readonly from: string;
  readonly to: readonly string[];
}

export interface PostboxOptions {
  readonly receipt: ReceiptDefinition;
  readonly objects: Objects;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Takes mails in as SES does by a receipt rule: puts them into the bucket, says what it thinks of them, calls the function. */
export class Postbox {
  readonly domain: string;
  private readonly options: PostboxOptions;

  constructor(options: PostboxOptions) {
    this.options = options;
    this.domain = options.receipt.domain;
  }

  /** Whether mail to this address is taken here. */
  takes(address: string): boolean {
    return address.toLowerCase().endsWith(`@${this.domain.toLowerCase()}`);
  }

  /** Takes a mail that came by SMTP or from the mailbox page. Gives the id that SES would give it. */
  async accept(raw: Buffer, { from, to }: Envelope): Promise<string> {
    const { receipt, objects, bus, clock, ids } = this.options;
    const digest = createHash('sha256').update(raw).digest('hex');
    const messageId = ids.id(`received ${digest} ${clock.now()}`);
    const place = { bucket: receipt.bucket, key: `${receipt.prefix}${messageId}`, type: 'message/rfc822' };
    await putObject(objects, place, raw);
    const verdicts = verdictsOf(await readHead(raw), raw);
    const verdict = (name: keyof typeof verdicts) => ({ status: verdicts[name] });
    bus.publish({
      source: 'local.postbox',
      detail: {
        Records: [
          {
            eventSource: 'aws:ses',
            eventVersion: '1.0',
            ses: {
              mail: { timestamp: clock.now(), source: from, messageId, destination: [...to] },
              receipt: {
                timestamp: clock.now(),
                recipients: to.filter((address) => this.takes(address)),
                spamVerdict: verdict('spam'),
                virusVerdict: verdict('virus'),
                spfVerdict: verdict('spf'),
                dkimVerdict: verdict('dkim'),
                dmarcVerdict: verdict('dmarc'),
                action: { type: 'Lambda', functionArn: receipt.functionArn, invocationType: 'Event' },
              },
            },
          },
        ],
      },
    });
    return messageId;
  }
}
