import type { DocumentKind } from '../documents/content.ts';
import type { Mobility } from '../mobility/case.ts';
import type { MailTemplate } from '../mobility/effects.ts';
import type { Institution, Language } from '../rulebook/types.ts';
import type { MailContent } from './content.ts';
import { english } from './en/index.ts';
import type { Say } from './format.ts';

/** Every mail there is: those of the case, and the one that carries a one-time code. */
export type AnyTemplate = MailTemplate | 'code';

/** What a mail is written from: the case as it stands when the mail is sent, and the data of the effect that asked for it. */
export interface MailView {
  readonly mobility: Mobility;
  readonly institution: Institution;
  readonly data: Readonly<Record<string, string | number>>;
  readonly say: Say;
}

/** The fixed words around every mail. */
export interface Words {
  readonly months: readonly string[];
  /** Between a date and a time: `18 August 2025 at 08:00`. */
  readonly at: string;
  /** Between two dates. */
  readonly to: string;
  readonly greeting: (name: string) => string;
  readonly whatToDo: string;
  readonly by: string;
  readonly total: string;
  readonly source: string;
  readonly openLink: string;
  readonly linkIsYours: string;
  readonly ask: (name: string, email: string) => string;
  readonly reference: (id: string) => string;
  /** Where the document is that the mail's decision has issued (shared/documents). */
  readonly keep: Readonly<Record<DocumentKind, string>>;
  /** The programme's name in the head of a mail. */
  readonly grants: string;
}

/** One language: a folder with its words and, for each mail, a function from the view to the content. */
export interface LanguagePack {
  readonly words: Words;
  readonly templates: Readonly<Record<AnyTemplate, (view: MailView) => MailContent>>;
}

const packs: Readonly<Partial<Record<Language, LanguagePack>>> = { en: english };

/** The pack of a language; English where there is none yet. `language` is the one that is really used, for `lang`. */
export function languagePack(wanted: Language): { readonly language: Language; readonly pack: LanguagePack } {
  const pack = packs[wanted];
  return pack ? { language: wanted, pack } : { language: 'en', pack: english };
}
