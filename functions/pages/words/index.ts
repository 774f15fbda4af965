import type { Language } from '../../../shared/rulebook/types.ts';
import { en } from './en/index.ts';
import { nb } from './nb/index.ts';
import { nl } from './nl/index.ts';
import { nn } from './nn/index.ts';

/** The words of all pages in one language. English is the measure: the compiler finds what another language lacks. */
export type PageWords = typeof en;

const all: Readonly<Record<Language, PageWords>> = { en, nb, nn, nl };

export const pageWords = (language: Language): PageWords => all[language];
