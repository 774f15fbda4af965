import type { MailContent } from '../content.ts';
import type { AnyTemplate, MailView } from '../language.ts';
import { addresses } from './addresses.ts';
import { agreement } from './agreement.ts';
import { application } from './application.ts';
import { approvals } from './approvals.ts';
import { changes } from './changes.ts';
import { claimTurns } from './claim-turns.ts';
import { claims } from './claims.ts';
import { code } from './code.ts';
import { contact } from './contact.ts';
import { deadlines } from './deadlines.ts';
import { links } from './links.ts';
import { payments } from './payments.ts';
import { ranking } from './ranking.ts';
import { replies } from './replies.ts';
import { settlement } from './settlement.ts';
import { stay } from './stay.ts';

/** For each mail what stands in it, in the words of the reader's language (../words). */
export const templates: Readonly<Record<AnyTemplate, (view: MailView) => MailContent>> = {
  ...application,
  ...approvals,
  ...ranking,
  ...agreement,
  ...payments,
  ...stay,
  ...changes,
  ...deadlines,
  ...settlement,
  ...claims,
  ...claimTurns,
  ...code,
  ...links,
  ...contact,
  ...replies,
  ...addresses,
};
