import { deliver, undelivered } from '../../shared/mobility/outbox.ts';
import { deps } from '../edge/deps.ts';
import { mail } from '../edge/mail.ts';
import { outboxHandler } from '../edge/outbox.ts';
import { workflows } from '../edge/workflows.ts';

const ports = { mail, ...workflows };

/** Delivers the effects of decisions. The only function that may resume workflows. */
export const handler = outboxHandler({
  name: 'deliver-outbox',
  deliver: (key) => deliver(deps, ports, key),
  undelivered: (institution) => undelivered(deps, institution),
});
