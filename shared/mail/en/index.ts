import type { LanguagePack } from '../language.ts';
import { agreement } from './agreement.ts';
import { application } from './application.ts';
import { claimTurns } from './claim-turns.ts';
import { claims } from './claims.ts';
import { code } from './code.ts';
import { payments } from './payments.ts';
import { settlement } from './settlement.ts';
import { stay } from './stay.ts';
import { words } from './words.ts';

/** English. Another language is a folder like this one, entered in ../language.ts. */
export const english: LanguagePack = {
  words,
  templates: { ...application, ...agreement, ...payments, ...stay, ...settlement, ...claims, ...claimTurns, ...code },
};
