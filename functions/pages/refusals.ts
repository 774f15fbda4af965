import type { Refusal } from '../../shared/grant/types.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import type { Language } from '../../shared/rulebook/types.ts';
import type { Visit } from './context.ts';
import { type Html, html } from './views/layout.ts';
import { refusals as nb } from './words/nb/refusals.ts';
import { refusals as nl } from './words/nl/refusals.ts';
import { refusals as nn } from './words/nn/refusals.ts';

/**
 * What the case says when it does not do what a participant asked (shared/mobility/decide): the sentence is English there,
 * and its code is what other languages say it by.
 */
export interface RefusalWords {
  readonly sign: Said<'already-signed' | 'not-open'>;
  readonly withdraw: Said<'already-decided' | 'not-open' | 'already-reported' | 'before-start' | 'not-over'>;
  readonly 'report-obligations': Said<'not-open' | 'unknown-obligation'>;
  readonly 'file-document': Said<'not-open'>;
  readonly 'claim-illness': Said<
    | 'already-claimed'
    | 'certificate-missing'
    | 'being-settled'
    | 'not-open'
    | 'before-start'
    | 'not-over'
    | 'nothing-to-keep'
  >;
  readonly 'propose-account': Said<'not-open' | 'same-account'>;
  readonly 'ask-for-extension': Said<
    'not-open' | 'given-up' | 'already-asked' | 'extension-late' | 'not-later' | 'above-maximum'
  >;
  readonly 'report-interruption': Said<
    'not-open' | 'already-reported' | 'dates-reversed' | 'outside-stay' | 'at-the-edge' | 'overlaps'
  >;
  readonly 'ask-for-instalments': Said<'paid-to-unit' | 'not-open' | 'already-asked' | 'handed-over' | 'decision-open'>;
  readonly 'claim-green-travel': Said<
    | 'no-green-travel'
    | 'already-claimed'
    | 'not-open'
    | 'legs-missing'
    | 'km-missing'
    | 'receipts-missing'
    | 'not-green'
  >;
  readonly 'waive-green-travel': Said<'no-green-travel' | 'already-claimed' | 'not-open'>;
  readonly 'object-to-claim': Said<'not-open' | 'paid-to-unit' | 'already-objected' | 'correction-open'>;
}

type Said<Code extends string> = Readonly<Record<Code, string>>;

/** Commands that a participant gives on their pages. */
export type Refusable = keyof RefusalWords;

const all: Readonly<Partial<Record<Language, RefusalWords>>> = { nb, nn, nl };

const isRefusable = (command: Command['type']): command is Refusable => Object.hasOwn(nb, command);

function said(language: Language, command: Command['type'], code: string): string | undefined {
  const words = all[language];
  if (words === undefined || !isRefusable(command)) return undefined;
  const own: Readonly<Record<string, string>> = words[command];
  return Object.hasOwn(own, code) ? own[code] : undefined;
}

/** The refusal for the page: in the reader's language, or in English and marked as that. */
export function refusalText({ language }: Visit, command: Command['type'], refusal: Refusal): string | Html {
  if (language === 'en') return refusal.sentence;
  return said(language, command, refusal.code) ?? html`<span lang="en">${refusal.sentence}</span>`;
}

/** The same where only words fit: next to a field. */
export const refusalSentence = ({ language }: Visit, command: Refusable, { code, sentence }: Refusal): string =>
  said(language, command, code) ?? sentence;
