import type { MailContent } from '../content.ts';
import { agreement } from '../en/agreement.ts';
import { application } from '../en/application.ts';
import { claimTurns } from '../en/claim-turns.ts';
import { claims } from '../en/claims.ts';
import { code } from '../en/code.ts';
import { payments } from '../en/payments.ts';
import { settlement } from '../en/settlement.ts';
import type { AnyTemplate, MailView } from '../language.ts';
import { stay } from './stay.ts';

/** For each mail what stands in it, in the words of the reader's language (../words). */
export const templates: Readonly<Record<AnyTemplate, (view: MailView) => MailContent>> = {
  ...application,
  ...agreement,
  ...payments,
  ...stay,
  ...settlement,
  ...claims,
  ...claimTurns,
  ...code,
};
