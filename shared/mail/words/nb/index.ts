import type { MailWords } from '../../language.ts';
import { common } from './common.ts';
import { stay } from './stay.ts';

export const nb: MailWords = { common, stay };
