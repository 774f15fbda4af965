import { addresses } from './addresses.ts';
import { agreement } from './agreement.ts';
import { application } from './application.ts';
import { code } from './code.ts';
import { common } from './common.ts';
import { ranking } from './ranking.ts';
import { replies } from './replies.ts';
import { settlement } from './settlement.ts';
import { stay } from './stay.ts';

/** The words of all mails. The other languages have the same shape, which the type holds them to. */
export const en = { addresses, common, application, agreement, stay, replies, ranking, settlement, code };
