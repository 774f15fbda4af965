import type { MailContent } from '../content.ts';
import { claimTurns } from '../en/claim-turns.ts';
import { claims } from '../en/claims.ts';
import { payments } from '../en/payments.ts';
import type { AnyTemplate, MailView } from '../language.ts';
import { addresses } from './addresses.ts';
import { agreement } from './agreement.ts';
import { application } from './application.ts';
import { code } from './code.ts';
import { ranking } from './ranking.ts';
import { replies } from './replies.ts';
import { settlement } from './settlement.ts';
import { stay } from './stay.ts';

/** For each mail what stands in it, in the words of the reader's language (../words). */
export const templates: Readonly<Record<AnyTemplate, (view: MailView) => MailContent>> = {
  ...application,
  ...ranking,
  ...agreement,
  ...payments,
  ...stay,
  ...settlement,
  ...claims,
  ...claimTurns,
  ...code,
  ...replies,
  ...addresses,
};
