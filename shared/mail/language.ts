import type { Say } from '../language/say.ts';
import type { Mobility } from '../mobility/case.ts';
import type { MailTemplate } from '../mobility/effects.ts';
import type { Institution, Language } from '../rulebook/types.ts';
import { en } from './words/en/index.ts';
import { nb } from './words/nb/index.ts';
import { nl } from './words/nl/index.ts';
import { nn } from './words/nn/index.ts';

/** Every mail there is: those of the case, and the one that carries a one-time code. */
export type AnyTemplate = MailTemplate | 'code';

/** The words of all mails in one language. English is the measure: the compiler finds what another language lacks. */
export type MailWords = typeof en;

/** What a mail is written from: the case as it stands when the mail is sent, and the data of the effect that asked for it. */
export interface MailView {
  readonly mobility: Mobility;
  readonly institution: Institution;
  readonly data: Readonly<Record<string, string | number>>;
  readonly language: Language;
  readonly words: MailWords;
  readonly say: Say;
}

const all: Readonly<Record<Language, MailWords>> = { en, nb, nn, nl };

export const mailWords = (language: Language): MailWords => all[language];
