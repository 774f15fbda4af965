import { common } from './common.ts';
import { stay } from './stay.ts';

/** The words of all mails. The other languages have the same shape, which the type holds them to. */
export const en = { common, stay };
