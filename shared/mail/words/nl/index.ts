import type { MailWords } from '../../language.ts';
import { addresses } from './addresses.ts';
import { agreement } from './agreement.ts';
import { application } from './application.ts';
import { approvals } from './approvals.ts';
import { changes } from './changes.ts';
import { claimTurns } from './claim-turns.ts';
import { claims } from './claims.ts';
import { code } from './code.ts';
import { common } from './common.ts';
import { contact } from './contact.ts';
import { deadlines } from './deadlines.ts';
import { drafts } from './drafts.ts';
import { links } from './links.ts';
import { payments } from './payments.ts';
import { ranking } from './ranking.ts';
import { replies } from './replies.ts';
import { settlement } from './settlement.ts';
import { stay } from './stay.ts';
import { units } from './units.ts';

export const nl: MailWords = {
  links,
  drafts,
  addresses,
  approvals,
  common,
  contact,
  application,
  agreement,
  stay,
  changes,
  deadlines,
  replies,
  ranking,
  settlement,
  payments,
  claims,
  claimTurns,
  units,
  code,
};
