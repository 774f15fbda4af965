import type { MailWords } from '../../language.ts';
import { common } from './common.ts';
import { stay } from './stay.ts';

export const nn: MailWords = { common, stay };
