import type { MailWords } from '../../language.ts';
import { addresses } from './addresses.ts';
import { agreement } from './agreement.ts';
import { application } from './application.ts';
import { code } from './code.ts';
import { common } from './common.ts';
import { ranking } from './ranking.ts';
import { replies } from './replies.ts';
import { settlement } from './settlement.ts';
import { stay } from './stay.ts';

export const nn: MailWords = { addresses, common, application, agreement, stay, replies, ranking, settlement, code };
